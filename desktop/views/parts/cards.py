"""A card that is shown where people sign in: it lets its member in; what is none, or no longer one, is told kindly."""

from typing import Any, Final

from desktop.services.card_text import is_card
from desktop.services.seen import PersonSeen
from desktop.views.kit.art import Symbol
from desktop.views.kit.bar import BarItem
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import ICONS
from desktop.views.kit.stack import Columns
from desktop.views.kit.tile import Tile
from desktop.views.parts.secret import let_in
from desktop.views.visit import Visit

CARD_ANSWERS: Final = ("resumed", "no_card")
"""What showing a card may come to besides signing in."""

_TOLD: Final = "card_told"
_SLIP: Final = "TC1"


def is_shown_here(text: str) -> bool:
    """Whether a camera that looks for cards has seen one, or a slip: what else passes by is nobody's business."""
    return is_card(text) or is_slip(text)


def is_slip(text: str) -> bool:
    """Whether a text begins as every slip does."""
    return text.strip().upper().startswith(_SLIP)


def looks_for_cards(services: Any, visit: Visit) -> bool:
    """Whether anybody here has a card."""
    return bool(_of_house(services, visit).cards.are_used())


def show_card(services: Any, visit: Visit, text: str) -> str | None:
    """Sign in whoever's card it is; "resumed" for somebody who goes on where they left, "no_card" for no card.

    Whoever was at the screen may come back for twenty minutes to what they left.
    """
    here = _of_house(services, visit)
    whose = here.cards.whose(text)
    if visit.person is not None:
        visit.lay_by()
    if whose is None:
        visit.chosen[_TOLD] = "slip" if is_slip(text) else "card"
        return "no_card"
    return let_in(here, visit, here.people.person(whose))


def before_card(services: Any, visit: Visit) -> str | None:
    """Where nobody is signed in, what to go back to: what was asked after a face, the faces, or None, the groups."""
    if visit.signing_in is not None:
        return asks_further(services, visit.signing_in)
    return "faces" if visit.group else None


def told_of_card(visit: Visit) -> str:
    """What the last thing was that was shown and is no card of here: "slip" or "card"."""
    return str(visit.chosen.get(_TOLD, "card"))


def asks_further(services: Any, person: PersonSeen) -> str | None:
    """What somebody whose face was pressed is asked for: "secret", "card", or None for nothing."""
    if services.secret_pictures.has(person.id):
        return "secret"
    return "card" if services.cards.is_needed(person.id) else None


def fill_with_worker(screen: Any, panel: Panel) -> None:
    """Fill a screen with a panel and, beside it, Get a worker; and Staff below, who can let somebody in."""
    texts, look = screen.texts, screen.look
    staff = BarItem(texts("who.staff"), Symbol("gh:staff-lock"), "staff")
    screen.set_bar(left=screen.item("back"), centre=staff)
    call = TileGrid(look, texts)
    call.pressed.connect(lambda _: screen.worker.emit())
    screen.set_body(Columns(look, [panel, call]))
    call.show_tiles([Tile("worker", texts("problem.worker"), Symbol(ICONS["help"]))])


def _of_house(services: Any, visit: Visit) -> Any:
    """The services of the centre itself: a practice member's copy is thrown away."""
    return services if visit.house is None else visit.house.services
