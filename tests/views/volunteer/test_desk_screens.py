"""Check a slip at a centre: for volunteers, with no PIN and nobody signed in; and a PC that does nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.clock import standing_at
from desktop.services.drafts import OfferDraft
from desktop.views import flow
from desktop.views.doorkeeper import Doorkeeper
from desktop.views.driving import Hand
from desktop.views.house import House
from desktop.views.starting import window_on
from desktop.views.theme import Look
from ledger.domain.week import ActivityWritten, Reach, SessionWritten
from ledger.domain.weeks import week_of
from tests.journeys.at_work import CentreAtWork


@pytest.fixture
def centre(qtbot: QtBot, tmp_path: Path) -> Iterator[CentreAtWork]:
    """A practice centre at work, with a film for a credit and tea for a quarter of one."""
    del qtbot  # it makes the application
    made = CentreAtWork(tmp_path)
    for label, minutes in (("Film", 60), ("Biscuits", 15)):
        made.ask(lambda label=label, minutes=minutes: made.services.offers.write(OfferDraft(label, minutes)))  # type: ignore[misc]
    yield made
    made.close()


def tokens(centre: CentreAtWork, count: int) -> list[str]:
    """Thank-you slips of a credit."""
    return [paper.token for paper in centre.ask(lambda: centre.services.slips.print_thanks(count, 60))]


def test_a_family_pays_for_a_film_with_three_presses(centre: CentreAtWork) -> None:
    centre.press("Check a slip")
    assert "From a file" not in centre.hand.names()  # no way to the desktop at a centre
    for token in tokens(centre, 4):
        centre.scan(token)
    assert centre.says("4 slips are good.")
    centre.presses = 0
    centre.press("Spend here", "Film", "4 people")
    assert centre.presses == 3
    assert centre.says("Welcome. Come in.")
    assert centre.says("4 credits")
    centre.press("Undo")
    assert centre.says("The slip is good again.")


def test_what_is_left_over_comes_out_of_the_printer(centre: CentreAtWork) -> None:
    (token,) = tokens(centre, 1)
    centre.press("Check a slip").scan(token)
    centre.press("Spend here", "Biscuits", "2 people", "A new slip")
    assert centre.says("A new slip comes out of the printer")
    assert centre.papers() == ["slips.pdf"]
    centre.scan(token)
    assert centre.says("This slip is already in.")


def test_what_is_left_over_goes_into_somebodys_credits(centre: CentreAtWork) -> None:
    (token,) = tokens(centre, 1)
    before = centre.credits("Ann").available_minutes
    group = centre.member("Ann").group
    label = {one.number: one.label for one in centre.ask(centre.services.people.groups)}[group]
    centre.press("Check a slip").scan(token)
    centre.press("Spend here", "Biscuits", "1 person", "Into credits", label, "Ann")
    assert centre.says("Welcome. Come in.")
    assert centre.credits("Ann").available_minutes == before + 45
    centre.press("Undo")
    assert centre.credits("Ann").available_minutes == before


def test_a_family_pays_for_a_session_of_today(centre: CentreAtWork) -> None:
    centre.ask(lambda: _priced_session(centre))
    centre.press("Check a slip")
    for token in tokens(centre, 2):
        centre.scan(token)
    centre.press("Spend here")
    assert centre.says("3 o'clock")
    centre.press("Cinema", "3 people", "A new slip")
    assert centre.says("Welcome. Come in.")
    assert centre.says("A new slip comes out of the printer")
    assert centre.papers() == ["slips.pdf"]
    centre.press("Undo")
    assert centre.says("The slip is good again.")


def test_a_changed_slip_taken_back_later_comes_out_whole(centre: CentreAtWork) -> None:
    (token,) = tokens(centre, 1)
    centre.press("Check a slip").scan(token)
    centre.press("Spend here", "Biscuits", "1 person", "A new slip", "Next")
    out = len(centre.ask(centre.services.slips.out))
    centre.press("1 slip today", "10:20", "Undo")
    assert centre.says("The slip is good again.")
    slips = centre.ask(centre.services.slips.out)
    assert (len(slips), max(one.minutes for one in slips)) == (out, 60)  # the rest of it is whole again
    assert centre.papers() == ["slips-2.pdf", "slips.pdf"]


def test_nobody_leaves_the_app_by_the_desk(centre: CentreAtWork) -> None:
    centre.press("Check a slip")
    centre.house.is_practice = False  # a practice centre may be closed by anybody
    assert not Doorkeeper(centre.window, centre.house).may_leave()
    centre.house.is_practice = True
    centre.press("Back")
    assert centre.screen.name == "who_group"


def test_a_new_pc_that_only_checks_slips_asks_for_its_venue(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    house = House(tmp_path / "new", standing_at(2026, 11, 24, 10, 20), checks_slips=True)
    window = window_on(house, Look())
    window.show()
    hand = Hand(window)
    hand.open(flow.FIRST)
    assert hand.screen.name == "new_door"
    window.close()


def test_a_centres_pc_that_only_checks_slips_has_no_way_back(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    house = House(tmp_path / "centre", standing_at(2026, 11, 24, 10, 20), practice=True, checks_slips=True)
    window = window_on(house, Look())
    window.show()
    hand = Hand(window)
    hand.open(flow.FIRST)
    assert hand.screen.name == "door"
    assert "Back" not in hand.names()
    window.close()
    house.close()


def _priced_session(centre: CentreAtWork) -> None:
    """Cinema at three today, half a credit each."""
    with centre.store.writing(centre.store.new_draft()) as facts:
        cinema = facts.add(ActivityWritten(None, "Cinema", "om:1F3AC"))
        week = week_of(centre.store.today())
        day, at, long = 1, 15 * 60, 60  # a Tuesday
        facts.add(SessionWritten(None, week, Reach.FROM_NOW_ON, cinema, day, at, long, 6, price_minutes=30))
