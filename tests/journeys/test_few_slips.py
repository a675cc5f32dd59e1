"""A member prints a few slips to take along: as many as the centre says, and the rest stays."""

import pytest

from desktop.services.slips import Outcome
from desktop.views.printing.jobs import PrinterTrouble
from tests.journeys.at_work import CentreAtWork


def test_two_slips_come_out_and_the_rest_stays(centre: CentreAtWork) -> None:
    before = centre.credits("Ann").available_minutes
    assert before >= 3 * 60

    centre.sign_in("Ann").press("My credits", "Print slips", "2 slips")

    assert centre.presses == 3
    assert centre.screen.name == "few_printed"
    assert centre.says("Your slips are at the printer.")
    assert centre.papers() == ["slips.pdf"]
    assert centre.credits("Ann").available_minutes == before - 120
    out = centre.ask(centre.services.slips.out)
    assert [slip.minutes for slip in out] == [60, 60]
    assert centre.closed_and_reopened().credits("Ann").available_minutes == before - 120


def test_undo_brings_them_back(centre: CentreAtWork) -> None:
    before = centre.credits("Ann")
    centre.sign_in("Ann").press("My credits", "Print slips", "1 slip")
    (slip,) = centre.ask(centre.services.slips.out)

    centre.press("Undo")

    assert centre.screen.name == "undone"
    assert centre.credits("Ann") == before
    assert centre.ask(lambda: centre.services.slips.check(slip.code).outcome) == Outcome.VOID


def test_nothing_is_taken_when_the_printer_is_off(centre: CentreAtWork, monkeypatch: pytest.MonkeyPatch) -> None:
    before = centre.credits("Ann")

    def no_paper(*_: object) -> None:
        raise PrinterTrouble

    monkeypatch.setattr(type(centre.visit.printing.printer), "put_on_paper", no_paper)
    centre.sign_in("Ann").press("My credits", "Print slips", "1 slip")

    assert centre.screen.name == "problem"
    assert centre.credits("Ann") == before
    assert centre.ask(centre.services.slips.out) == []


def test_after_todays_slips_the_tile_is_gone(centre: CentreAtWork) -> None:
    centre.ask(lambda: centre.services.centre.set_rule("member_slips_a_day", 1))
    centre.sign_in("Ann").press("My credits", "Print slips", "1 slip", "Home", "My credits")
    assert not centre.says("Print slips")
