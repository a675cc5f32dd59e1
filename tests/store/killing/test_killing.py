"""What was said to be done survives kill -9 at any moment: there, once, and the book balances."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.clock import WallClock
from desktop.store.founding import Founding, create
from tests.store.killing.killing import Told, check
from tests.store.killing.run import run
from tests.store.killing.tapping import FACTS, Tapper, people


def test_nothing_done_is_lost_or_doubled_by_five_kills(tmp_path: Path) -> None:
    outcome = run(tmp_path / "centre", kills=5, seed=2026)
    assert outcome.done > 5


@pytest.mark.long
def test_nothing_done_is_lost_or_doubled_by_two_hundred_kills(tmp_path: Path) -> None:
    outcome = run(tmp_path / "centre", kills=200, seed=1)
    assert outcome.done > 200
    assert outcome.cut_off > 0


def test_the_check_notices_a_lost_a_doubled_and_an_unheard_of_tap(tmp_path: Path) -> None:
    store = create(tmp_path / "centre", Founding("Test"), clock=WallClock()).store
    people(store)
    Tapper(store).tap("1-1", "help")
    check(store, Told(done={"1-1": "help"}, begun={"1-1": "help"}), FACTS.__getitem__)

    with pytest.raises(AssertionError, match="lost"):
        check(store, Told(done={"1-2": "help"}, begun={"1-1": "help", "1-2": "help"}), FACTS.__getitem__)
    with pytest.raises(AssertionError, match="by half"):
        check(store, Told(begun={"1-1": "slip"}), FACTS.__getitem__)
    with pytest.raises(AssertionError, match="no tap wrote"):
        check(store, Told(), FACTS.__getitem__)
    store.close()
