"""Amounts on paper: whole credits as coins to count, the rest as marks on the jar, and the same in words."""

from collections.abc import Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import QRectF

from desktop.services.seen import Pic
from desktop.views.kit import draw as kit
from desktop.views.kit.art import ClockTime, Coins, Jar
from desktop.views.printing.drawings import picture_shape
from desktop.views.printing.paper import Page
from desktop.views.texts import Texts

Thing: TypeAlias = Coins | Jar | ClockTime | Pic

MOST_COINS: Final = 15
_MANY: Final = Pic("gh:coins")
_GAP: Final = 0.18  # between things side by side, of their height


def amount_words(minutes: int, credit_minutes: int, texts: Texts) -> str:
    """What an amount is called: "2 Time Credits and 30 minutes"."""
    whole, rest = divmod(minutes, credit_minutes)
    credits_words = texts.count("paper.credits", whole)
    if not rest:
        return credits_words
    minutes_words = texts.count("length.minutes", rest)
    return texts("paper.credits_and", credits=credits_words, minutes=minutes_words) if whole else minutes_words


def amount_things(minutes: int, credit_minutes: int) -> tuple[Thing, ...]:
    """An amount as it is counted out; more coins than can be counted at a glance are a heap, and the words say it."""
    whole, rest = divmod(minutes, credit_minutes)
    coins: tuple[Thing, ...] = (Coins(whole) if whole <= MOST_COINS else _MANY,) if whole else ()
    return (*coins, Jar(rest, credit_minutes)) if rest else coins


def side_by_side(things: Sequence[Thing], width_mm: float, height_mm: float) -> list[QRectF]:
    """Where things lie in a row, as high as the room allows, from its upper left corner; centred both ways."""
    shapes = [picture_shape(thing) if isinstance(thing, Pic) else kit.shape(thing) for thing in things]
    whole = sum(shapes) + _GAP * (len(shapes) - 1)
    height = min(height_mm, width_mm / whole)
    x, places = (width_mm - height * whole) / 2, []
    for shape in shapes:
        places.append(QRectF(x, (height_mm - height) / 2, height * shape, height))
        x += height * (shape + _GAP)
    return places


def draw_things(page: Page, rect: QRectF, things: Sequence[Thing]) -> None:
    """Coins, jars and pictures beside one another, as large as a rectangle allows."""
    for thing, place in zip(things, side_by_side(things, rect.width(), rect.height()), strict=True):
        here = place.translated(rect.topLeft())
        if isinstance(thing, Pic):
            page.picture(here, thing)
        else:
            page.art(here, thing)
