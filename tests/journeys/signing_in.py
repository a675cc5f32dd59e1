"""What journeys of signing in share: a card that somebody has, the worker's page, and the page of nobody."""

from __future__ import annotations

from typing import Final

from desktop.services.practice import PRACTICE_PIN
from desktop.views import flow
from tests.journeys.at_work import CentreAtWork

ELSEWHERE: Final = "GH1" + "7" * 26
"""A card of another centre."""


def a_card(centre: CentreAtWork, name: str = "Ann", *, is_needed: bool = False) -> str:
    """A member got a card, some other day."""
    member, cards = centre.member(name).id, centre.services.cards
    token = centre.ask(lambda: cards.make(member)).token
    if is_needed:
        centre.ask(lambda: cards.ask_for(member, is_needed=True))
    return token


def at_staff_page(centre: CentreAtWork, name: str) -> CentreAtWork:
    """A worker, at the page of how a member signs in."""
    centre.hand.open("who_group")
    centre.press("Staff", *PRACTICE_PIN, "Done", "People")
    member = centre.member(name).id
    centre.window.leave("staff_people", "open_member", member)
    centre.hand.settle()
    centre.press("How they sign in")
    assert centre.screen.name == "staff_sign_in"
    return centre


def at_sign_in(centre: CentreAtWork) -> CentreAtWork:
    """Nobody is signed in."""
    centre.hand.open(flow.START)
    return centre
