"""Spending: a plan on one page, the sheet, trying again with the same slip, putting it back."""

from desktop.services.papers import SlipPaper
from desktop.store.naming import key_of
from desktop.store.sqlcipher import transaction
from desktop.views.printing.jobs import NoPrinter
from ledger.domain.names import FactId
from tests.journeys.at_work import CentreAtWork


def slip_of_the_plan(centre: CentreAtWork) -> SlipPaper:
    """The slip on the sheet of the plan at the screen."""
    plan = centre.visit.chosen["plan"]
    slip = centre.ask(lambda: centre.services.spending.sheet(plan)).slip
    assert slip is not None
    return slip


def test_swimming_with_a_friend_costs_two_credits_and_prints_one_card(centre: CentreAtWork) -> None:
    before = centre.credits("Ann").available_minutes
    centre.sign_in("Ann").press("Spend", "Swimming", "Who comes?", "Bob", "Yes", "Print", "Yes")

    assert centre.credits("Ann").available_minutes == before - 120
    assert centre.papers() == ["trip-card.pdf"]


def test_trying_again_prints_the_same_slip(centre: CentreAtWork) -> None:
    centre.sign_in("Ann").press("Spend", "Swimming", "Yes", "Print")
    first = slip_of_the_plan(centre)

    centre.press("Try again")

    assert centre.papers() == ["trip-card-2.pdf", "trip-card.pdf"]
    assert slip_of_the_plan(centre).token == first.token


def test_putting_it_back_brings_the_credits_back_and_voids_the_slip(centre: CentreAtWork) -> None:
    before = centre.credits("Ann")
    centre.sign_in("Ann").press("Spend", "Swimming", "Yes", "Print")
    slip = slip_of_the_plan(centre)

    centre.press("Put it back")

    assert centre.credits("Ann") == before
    assert centre.ask(lambda: centre.services.slips.check(slip.token)).outcome == "void"


def test_the_same_sheet_within_ten_minutes_is_at_the_printer(centre: CentreAtWork) -> None:
    centre.sign_in("Ann").press("Spend", "Swimming", "Yes", "Print", "Yes", "Home")
    centre.press("Spend", "My plans", "Swimming", "Print")
    assert centre.says("It is at the printer")
    assert centre.papers() == ["trip-card.pdf"]

    centre.clock.move(minutes=11)
    centre.press("Back", "Print")
    assert centre.papers() == ["trip-card-2.pdf", "trip-card.pdf"]


def test_no_printer_is_told_calmly_and_nothing_is_lost(centre: CentreAtWork) -> None:
    class Unplugged:
        def put_on_paper(self, document: object) -> None:
            raise NoPrinter(str(document))

    before = centre.credits("Ann").available_minutes
    printing = centre.visit.printing
    centre.visit.printing = type(printing)(Unplugged(), printing.texts)
    centre.sign_in("Ann").press("Spend", "Swimming", "Yes", "Print")

    assert centre.screen.name == "problem"
    assert "Get a worker" in centre.hand.names()
    assert centre.credits("Ann").available_minutes == before - 60
    centre.press("Back")
    assert centre.screen.name == "booked"


def test_what_needs_more_coins_is_kept_for_later(centre: CentreAtWork) -> None:
    centre.sign_in("Bob").press("Spend", "Tower of London")
    assert centre.screen.name == "not_yet"
    centre.press("Keep for later")

    offers = centre.ask(lambda: centre.services.spending.offers(centre.visit.sitting))
    assert [one.label for one in offers if one.is_kept_for_later] == ["Tower of London"]


def test_too_few_coins_for_a_friend_are_told_on_the_plan_and_can_be_kept_for_later(centre: CentreAtWork) -> None:
    before = centre.credits("Ann")
    centre.sign_in("Ann").press("Spend", "Tower of London", "Who comes?", "Bob")

    assert centre.screen.name == "plan"
    assert centre.says("more coins")
    assert "Yes" not in centre.hand.names()
    centre.press("Keep for later")
    assert centre.credits("Ann") == before


def test_where_nothing_is_spent_it_says_so_before_anything_is_chosen(centre: CentreAtWork) -> None:
    """Another PC of the centre has the purse: time given counts here, and free things can be planned."""
    store, other = centre.store, bytes(15) + b"x"

    def give_away() -> None:
        row = [key_of(FactId(other, 1)), store.device, other]
        with transaction(store.db) as db:
            db.execute("INSERT INTO purses VALUES (?, ?, 0, ?, 0)", row)

    centre.ask(give_away)
    centre.sign_in("Ann").press("Spend", "Art")
    assert centre.screen.name == "problem"
    assert centre.says("You cannot spend at this PC now. Please ask a worker.")
    centre.press("Back", "Home", "My credits", "Thank someone")
    assert centre.screen.name == "problem"
    centre.press("Back", "Home", "I helped", "Swept up", "Half an hour", "On my own")
    assert centre.screen.name == "thank_you"
