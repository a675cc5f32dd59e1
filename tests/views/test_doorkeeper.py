"""Leaving the app: members are asked for the staff PIN; staff, and whoever begins a centre, may close it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.bootstrap import new_centre
from desktop.clock import standing_at
from desktop.services.drafts import MemberDraft
from desktop.store.opening import PASSPHRASE_VARIABLE
from desktop.views import flow
from desktop.views.doorkeeper import Doorkeeper
from desktop.views.driving import Hand
from desktop.views.house import House
from desktop.views.starting import window_on
from desktop.views.theme import Look


class AtTheDoor:
    """A real centre with Ann in it, its window, and who keeps the door."""

    def __init__(self, folder: Path, *, practice: bool) -> None:
        self.house = House(folder, standing_at(2026, 11, 24, 10, 20), practice=practice)
        self.window = window_on(self.house, Look())
        self.keeper = Doorkeeper(self.window, self.house)
        self.hand = Hand(self.window)
        self.window.show()
        self.hand.open(flow.FIRST)

    def end(self) -> None:
        """Close for good."""
        self.keeper.let_go()
        self.window.close()
        self.house.close()


@pytest.fixture
def real(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AtTheDoor]:
    """A centre that counts."""
    del qtbot
    made = new_centre(tmp_path / "centre", standing_at(2026, 11, 24, 10, 20), name="Riverside", staff_pin="2468")
    made.services.people.write_member(MemberDraft("Ann"))
    made.close()
    monkeypatch.setenv(PASSPHRASE_VARIABLE, made.passphrase)
    at = AtTheDoor(tmp_path / "centre", practice=False)
    yield at
    at.end()


def test_a_member_who_closes_the_window_is_asked_for_the_pin(real: AtTheDoor) -> None:
    assert not real.window.close()
    real.hand.settle()
    assert real.hand.screen.name == "staff_pin"
    assert not real.window.close()  # the question itself is no way out


def test_staff_may_close_it(real: AtTheDoor) -> None:
    real.window.close()
    real.hand.settle()
    real.hand.press("2", "4", "6", "8", "Done")
    assert real.hand.screen.name == "staff_today"
    assert real.window.close()


def test_a_practice_centre_may_be_closed_by_anybody(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    at = AtTheDoor(tmp_path / "practice", practice=True)
    assert at.keeper.may_leave()
    assert at.window.close()
    at.end()
