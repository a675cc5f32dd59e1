"""Somebody is with me, or somebody only tries it out: recorded, or gone without a trace."""

from desktop.views.printing.jobs import FilePrinter
from tests.journeys.at_work import CentreAtWork
from tests.views.printing.paper_tools import Paper


def test_a_supporter_is_here_until_i_am_on_my_own(centre: CentreAtWork) -> None:
    centre.sign_in("Ann").press("Me", "Someone is with me", "Jo")
    assert centre.says("Jo is here")
    assert centre.visit.sitting.assisted_by is not None

    centre.press("Me", "On my own")
    assert not centre.says("Jo is here")
    assert centre.visit.sitting.assisted_by is None


def test_somebody_new_is_named_by_a_worker_later(centre: CentreAtWork) -> None:
    before = {one.id for one in centre.ask(centre.services.people.workers)}
    centre.sign_in("Ann").press("Me", "Someone is with me", "Somebody new")
    new = [one for one in centre.ask(centre.services.people.workers) if one.id not in before]

    assert [one.name for one in new] == [""]
    assert centre.visit.sitting.assisted_by == new[0].id
    centre.press("I helped", "Made tea", "Half an hour", "On my own")
    assert centre.says("Thank you, Ann!")


def test_a_supporter_goes_when_i_finish(centre: CentreAtWork) -> None:
    centre.sign_in("Ann").press("Me", "Someone is with me", "Jo", "Finish")
    centre.sign_in("Bob")
    assert not centre.says("Jo is here")
    assert centre.visit.sitting.assisted_by is None


def test_the_practice_member_prints_practice_and_leaves_no_trace(centre: CentreAtWork) -> None:
    def everything() -> list[object]:
        services = centre.services
        minutes = [services.credits.of(one.id) for one in services.people.members()]
        return [services.centre.verify().facts, services.centre.totals(), services.slips.out(), minutes]

    before = centre.ask(everything)
    centre.hand.open("who_group")
    centre.press("Try it out", "I helped", "Made tea", "One hour", "On my own", "Home")
    centre.press("Spend", "Swimming", "Yes", "Print", "Yes", "Finish")

    assert centre.screen.name == "who_group"
    assert centre.ask(everything) == before
    assert centre.papers() == ["trip-card.pdf"]
    assert isinstance(centre.window.journey.visit.printing.printer, FilePrinter)
    assert "PRACTICE" in Paper(centre.paper_folder / "trip-card.pdf").text()
