"""Choosing secret pictures: what was pressed first, until the same is pressed again; and a card until it is printed."""

from typing import Any, Final

from desktop.services.papers import CardPaper
from desktop.services.secret_pictures import Three
from desktop.views.parts.secret import ask_for_pictures, forget_face, press_one, rub_out
from desktop.views.parts.staff_lists import note
from desktop.views.visit import Visit

_FIRST: Final = "secret_first"
_DIFFERS: Final = "secret_differs"
_CARD: Final = "staff_card_made"


def begin_choosing(services: Any, visit: Visit) -> None:
    """Let nothing be pressed yet; the screen is the member's meanwhile, in their look and pressed in their way."""
    ask_for_pictures(visit, services.people.person(visit.chosen["staff_member"]))
    visit.chosen.pop(_FIRST, None)
    visit.chosen.pop(_DIFFERS, None)


def is_second_time(visit: Visit) -> bool:
    """Whether three were pressed, and are to be pressed again."""
    return _FIRST in visit.chosen


def has_differed(visit: Visit) -> bool:
    """Whether the second three were others, so that it begins anew."""
    return bool(visit.chosen.get(_DIFFERS))


def press_to_choose(services: Any, visit: Visit, word: str) -> str | None:
    """Press one; "more" until the same three were pressed twice, and are kept."""
    visit.chosen.pop(_DIFFERS, None)
    three = press_one(visit, word)
    if three is None:
        return "more"
    first: Three | None = visit.chosen.pop(_FIRST, None)
    if first is None:
        visit.chosen[_FIRST] = three
        return "more"
    if first != three:
        visit.chosen[_DIFFERS] = True
        return "more"
    services.secret_pictures.choose(visit.chosen["staff_member"], three)
    forget_face(visit)
    note(visit, "staff.sign_in.kept")
    return None


def go_back(visit: Visit) -> str | None:
    """Rub one out, or begin the first three anew; None once there is nothing to take back."""
    visit.chosen.pop(_DIFFERS, None)
    if rub_out(visit) or visit.chosen.pop(_FIRST, None) is not None:
        return "rubbed_out"
    forget_face(visit)
    return None


def keep_card(visit: Visit, card: CardPaper) -> None:
    """Keep a card that was just made until it has been printed: what stands on it is known nowhere else."""
    visit.chosen[_CARD] = card


def card_kept(visit: Visit) -> CardPaper:
    """The card that was just made."""
    card: CardPaper = visit.chosen[_CARD]
    return card


def forget_card(visit: Visit) -> None:
    """Let the card be on paper alone."""
    visit.chosen.pop(_CARD, None)
