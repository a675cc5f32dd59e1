"""Having one's say, as several screens do it: the five faces in their order, and a day in few words."""

from datetime import date
from typing import Final

from desktop.views.kit.art import Symbol
from desktop.views.texts import Texts
from ledger.domain.saying import HowItWas

HOW_ART: Final = {
    HowItWas.VERY_GOOD: Symbol("gh:say-very-good"),
    HowItWas.GOOD: Symbol("gh:say-good"),
    HowItWas.NOT_SURE: Symbol("gh:say-not-sure"),
    HowItWas.BAD: Symbol("gh:say-bad"),
    HowItWas.VERY_BAD: Symbol("gh:say-very-bad"),
}
"""From the best to the worst: always so, in the direction of reading."""

_DAYS_A_WEEK: Final = 7


def how_words(how: HowItWas, texts: Texts) -> str:
    """What a face means."""
    return texts(f"say.{how.name.lower()}")


def day_words(day: date, today: date, texts: Texts) -> str:
    """A day that is over: by its name alone while no other of that name is meant."""
    if (today - day).days < _DAYS_A_WEEK:
        return texts.weekday(day)
    return texts("say.on_date", number=day.day, month=texts.month(day))
