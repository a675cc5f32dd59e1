"""What somebody has, as one picture beside its words."""

from typing import Final

from desktop.services.seen import CreditsSeen
from desktop.views.kit.art import Art, Coins, Jar, Side, Symbol

MOST_COINS: Final = 20
"""More cannot be counted in one picture: then it shows so many, and that there are others."""


def what_is_had(now: CreditsSeen, step_minutes: int) -> Art:
    """The coins; the jar where there is no whole one. step_minutes: of the jar's marks."""
    if not now.coins:
        return Jar(now.jar_minutes, now.credit_minutes, step_minutes)
    if now.coins <= MOST_COINS:
        return Coins(now.coins)
    return Side((Coins(MOST_COINS), Symbol("gh:plus")))
