"""No screen has a fault: each is walked in each of its states, in looks that pair every two choices at least once.

All looks of all states: ``python -m tests.views.walk --full``.
"""

from itertools import combinations
from types import UnionType
from typing import Any, get_args, get_type_hints

import pytest
from pytestqt.qtbot import QtBot

from desktop.views import screens
from tests.views.walk.looks import FEW_FACTORS, pairwise
from tests.views.walk.walking import few_steps, states, states_of, to_walk, walk


# The multimedia library tells of every optional system library it does without.
@pytest.mark.qt_log_ignore("Couldn't (load|resolve)", "No RHI backend", "Using Qt multimedia")
@pytest.mark.parametrize("screen", to_walk())
def test_a_screen_has_no_fault_in_any_state(screen: str, qtbot: QtBot) -> None:
    del qtbot  # it makes the application
    faults = [f"{step}: {fault}" for step in few_steps(screen) for fault in walk(step, most_pages=2)]
    assert faults == []


def test_every_screen_is_walked() -> None:
    walked = {one.screen for one in states()}
    assert set(to_walk()) - walked == set()
    assert walked - set(screens.ROOMS) == set()


@pytest.mark.parametrize("screen", to_walk())
def test_every_turn_of_a_state_is_walked(screen: str) -> None:
    """What may be there or not is walked both ways; a list is walked at more than one length."""
    walked = [one.state for one in states_of(screen) if one.state is not None]
    for kind in {type(state) for state in walked}:
        for name, hint in get_type_hints(kind).items():
            values = [getattr(state, name) for state in walked if type(state) is kind]
            assert _missing(hint, values) == [], f"{screen} is never walked with {name} so"


def _missing(hint: Any, values: list[Any]) -> list[str]:
    """The turns of a field that no value takes."""
    if hint is bool:
        return [str(turn) for turn in (True, False) if turn not in values]
    if isinstance(hint, UnionType) and type(None) in get_args(hint):
        return [
            word
            for word, seen in (("None", None in values), ("filled", any(v is not None for v in values)))
            if not seen
        ]
    if getattr(hint, "__origin__", None) is tuple:
        return [] if len({len(value) for value in values}) > 1 or len(values) == 1 else ["another length"]
    return []


@pytest.mark.parametrize("first", [2, 7])
def test_a_few_rows_pair_every_two_choices(first: int) -> None:
    factors = (tuple(range(first)), *FEW_FACTORS)
    rows = pairwise(factors)
    for (one, ones), (other, others) in combinations(enumerate(factors), 2):
        together = {(row[one], row[other]) for row in rows}
        assert together == {(a, b) for a in ones for b in others}
    assert len(rows) < 2 * max(12, 4 * first)
