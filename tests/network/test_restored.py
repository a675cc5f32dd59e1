"""The ledger is put back from last week's backup: the centres and doors bring it up again, and no book changes."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from ledger.domain.accounts import AccountClass
from tests.network import busy
from tests.network.checks import all_states, held_whole
from tests.network.states import State
from tests.network.town import Town

WEEK_FACTS = 60


def _a_week_with_rulings(town: Town, seed: int) -> None:
    """Work at both centres; slips of each are handed in at the other and at the door, one of them twice."""
    tokens = []
    for place in (town.elm, town.oak):
        place.works(lambda parts, centre: busy.help_out(parts, centre, Random(seed), times=WEEK_FACTS))
        place.works(lambda parts, centre: busy.spend(parts, centre, Random(seed), times=12))
        tokens.append(place.works(lambda parts, centre: busy.slips(parts, centre, count=4)))
    town.meets()
    of_elm, of_oak = tokens
    town.oak.works(lambda parts, centre: busy.hand_in(parts, centre.members[0], of_elm[:2]))
    town.elm.works(lambda parts, centre: busy.hand_in(parts, centre.members[0], of_oak[:2]))
    town.door.works(lambda parts, _: busy.at_the_door(parts, [of_elm[0], of_elm[2], of_oak[3]]))
    town.meets(times=3)


def _books(states: dict[str, State]) -> dict[str, list[tuple[object, ...]]]:
    return {name: state["balances"] for name, state in states.items() if "balances" in state}


@pytest.mark.parametrize("how", ["restore", "files put back"])
def test_a_ledger_from_last_week_is_brought_up_again_and_no_book_changes(town: Town, tmp_path: Path, how: str) -> None:
    backup = tmp_path / "last-week.backup"
    town.ledger.run("backup", str(backup))
    town.ledger.stop()
    kept = town.ledger.kept_at(tmp_path / "kept")
    town.ledger.start()
    _a_week_with_rulings(town, 1)
    before = all_states(town)
    totals = town.ledger.run("totals")
    assert sum(1 for row in before["oak"]["rulings"]) > 0, "a week without rulings proves nothing"

    town.ledger.stop()
    if how == "restore":
        town.ledger.run("restore", str(backup), "--over")
    else:
        town.ledger.put_back(kept)
    town.ledger.start()
    for place in (town.elm, town.oak):
        place.works(lambda parts, centre: busy.help_out(parts, centre, Random(2), times=5))
    town.meets(times=4)

    after = all_states(town)
    assert town.ledger.run("epoch", "show")["epoch"] == 2
    held_whole(town.ledger, [place.pc for place in town.places])
    _members_have_what_they_had(before, after)
    _a_week_with_rulings(town, 3)
    held_whole(town.ledger, [place.pc for place in town.places])
    assert town.ledger.run("totals")["all"]["minutes_given"] > totals["all"]["minutes_given"]


def test_what_was_ruled_before_is_ruled_the_same_after(town: Town, tmp_path: Path) -> None:
    backup = tmp_path / "last-week.backup"
    town.ledger.run("backup", str(backup))
    _a_week_with_rulings(town, 1)
    before, totals = all_states(town), town.ledger.run("totals")

    town.ledger.stop()
    town.ledger.run("restore", str(backup), "--over")
    town.ledger.start()
    town.meets(times=4)

    after = all_states(town)
    assert _books(after) == _books(before)
    assert town.ledger.run("totals") == totals
    for name in ("elm", "oak", "door"):
        assert [row[:4] for row in after[name]["rulings"]] == [row[:4] for row in before[name]["rulings"]]


def test_codes_given_before_a_restore_are_dead_after_it(town: Town, tmp_path: Path) -> None:
    code = town.ledger.code("centre", "add", "Ash House")
    backup = tmp_path / "last-week.backup"
    town.ledger.run("backup", str(backup))
    town.ledger.stop()
    town.ledger.run("restore", str(backup), "--over")
    town.ledger.start()

    pc = town.elm.pc.begun(tmp_path / "ash", "Ash House")

    assert pc.enrol(town.ledger.url, code)["problem"] == "expired_code"


def _members_have_what_they_had(before: dict[str, State], after: dict[str, State]) -> None:
    """Nobody lost a minute; what was helped since came on top."""
    for name in ("elm", "oak"):
        had, have = (
            {key: minutes for cls, key, minutes in states[name]["balances"] if cls == AccountClass.MEMBER}
            for states in (before, after)
        )
        assert {key: have.get(key, 0) - minutes for key, minutes in had.items() if have.get(key, 0) < minutes} == {}
