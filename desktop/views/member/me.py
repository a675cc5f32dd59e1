"""My photo was pressed: finish, somebody is with me, how I like things, and how I press."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.seen import PersonSeen
from desktop.views.kit.art import Symbol, picture
from desktop.views.kit.choosing import Choosing
from desktop.views.kit.tile import Tile
from desktop.views.parts.pressing import begin_for
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class MeState:
    """name: mine, "" if not shown. me: my picture. supporter: who is here with me."""

    name: str
    me: PersonSeen
    supporter: PersonSeen | None = None


class Me(Choosing):
    """Offers what belongs to me being here."""

    name: ClassVar[str] = "me"

    someone = Signal()
    alone = Signal()
    like = Signal()
    pressing = Signal()
    leave = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._grid = self.choices()

    @staticmethod
    def read(_services: Any, visit: Visit) -> MeState:
        """Who is here, and who is with them."""
        person = visit.person
        assert person is not None, "only a person who signed in has a photo to press"  # noqa: S101 - kept on
        return MeState(person.shown_name, person, visit.supporter)

    @staticmethod
    def on_alone(services: Any, visit: Visit) -> None:
        """Nobody is with me any more."""
        visit.supporter = None
        visit.sitting = services.sittings.helped_by(visit.sitting, None)

    @staticmethod
    def on_pressing(services: Any, visit: Visit) -> None:
        """Try out, with whoever is with me, how I press."""
        begin_for(services, visit, visit.sitting.member)

    def fill(self, state: MeState) -> None:
        """Show what can be done."""
        self.ask(state.name or self.texts("me.me"))
        tiles = [Tile("someone", self.texts("me.someone"), Symbol("gh:someone-with-me"))]
        if state.supporter is not None:
            tiles.append(Tile("alone", self.texts("me.alone"), picture(state.me.pic)))
        tiles.append(Tile("like", self.texts("like.title"), Symbol("om:1F39B")))
        if state.supporter is not None:
            tiles.append(Tile("pressing", self.texts("me.pressing"), Symbol("om:1F446")))
        tiles.append(Tile("leave", self.texts("kit.finish"), Symbol("gh:door")))
        self._grid.show_tiles(tiles)
