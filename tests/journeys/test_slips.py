"""Slips in a member's hand: two and three one after the other, and one that pays for somebody else."""

from __future__ import annotations

from desktop.services.drafts import OfferDraft
from ledger.domain.handing import SlipsSpent
from ledger.domain.names import FactId
from tests.journeys.at_work import CentreAtWork


def tokens(centre: CentreAtWork, count: int, minutes: int = 60) -> list[str]:
    """Thank-you slips."""
    return [paper.token for paper in centre.ask(lambda: centre.services.slips.print_thanks(count, minutes))]


def spent(centre: CentreAtWork) -> SlipsSpent:
    """What the last tap said of who went."""
    read = centre.store.read
    said = centre.ask(lambda: read.entry(FactId(centre.store.device, read.last_seq())).fact)
    assert isinstance(said, SlipsSpent)
    return said


def test_three_slips_go_in_one_after_the_other(centre: CentreAtWork) -> None:
    first, second, third = tokens(centre, 3)
    before = centre.credits("Ann").available_minutes
    centre.sign_in("Ann").press("My credits", "Use a slip").scan(first).press("Into my credits")
    centre.scan(second)  # with the answer to the first still shown
    assert centre.screen.name == "slip_ok"
    centre.press("Into my credits", "Another slip")
    assert centre.screen.name == "use_slip"
    centre.scan(third).press("Into my credits")
    assert centre.screen.name == "slip_into"
    assert centre.credits("Ann").available_minutes == before + 180


def test_a_slip_that_is_in_already_keeps_nobody_from_the_next(centre: CentreAtWork) -> None:
    first, second = tokens(centre, 2)
    centre.sign_in("Ann").press("My credits", "Use a slip").scan(first).press("Into my credits")
    centre.clock.move(1)
    centre.scan(first)
    assert centre.screen.name == "slip_verdict"
    centre.scan(second)
    assert centre.screen.name == "slip_ok"


def test_a_slip_that_is_enough_for_one_may_be_for_a_friend(centre: CentreAtWork) -> None:
    (token,) = tokens(centre, 1)
    centre.ask(lambda: centre.services.offers.write(OfferDraft("Film", 60)))
    ann, bob = centre.member("Ann").id, centre.member("Bob").id
    centre.sign_in("Ann").press("My credits", "Use a slip").scan(token)
    centre.press("Spend here", "Film", "Who comes?", "Bob", "Yes")
    assert centre.screen.name == "slip_spent"
    said = spent(centre)
    assert (said.payer, said.going, said.people) == (ann, (bob,), 1)


def test_a_slip_takes_a_friend_along_or_lets_others_go(centre: CentreAtWork) -> None:
    first, second = tokens(centre, 2)
    centre.ask(lambda: centre.services.offers.write(OfferDraft("Cake", 15)))
    before = centre.credits("Ann").available_minutes
    ann, bob = centre.member("Ann").id, centre.member("Bob").id
    centre.sign_in("Ann").press("My credits", "Use a slip").scan(first)
    centre.press("Spend here", "Cake", "Who comes?", "Bob")
    assert centre.screen.name == "slip_yes"
    centre.press("Yes")
    assert spent(centre).going == (ann, bob)
    assert centre.credits("Ann").available_minutes == before + 30
    centre.scan(second).press("Spend here", "Cake")
    assert centre.screen.name == "slip_yes"  # asked anew: it begins with whoever holds the slip
    centre.press("Who comes?", "Bob", "Who comes?", "Ann", "Yes")
    assert spent(centre).going == (bob,)
    assert centre.credits("Ann").available_minutes == before + 75
