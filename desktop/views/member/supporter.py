"""Someone is with me: who? Their face then overlaps mine on every screen, until Finish."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.services.seen import PersonSeen
from desktop.views.kit.art import Symbol, picture
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

_NEW: Final = "new"


@dataclass(frozen=True, slots=True)
class SupporterState:
    """people: those who were here before come first."""

    people: tuple[PersonSeen, ...]


class Supporter(Screen):
    """Asks who is here to help at the screen."""

    name: ClassVar[str] = "supporter"

    person = Signal(object)  # PersonSeen
    somebody_new = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        new = Tile(_NEW, texts("me.somebody_new"), Symbol("om:1F464"))
        self._grid = TileGrid(look, texts, pinned=new, faces=True)
        self._grid.pressed.connect(self._pressed)
        self.set_body(self._grid)

    @staticmethod
    def read(services: Any, visit: Visit) -> SupporterState:
        """Who may be with me: not myself."""
        mine = visit.sitting.member
        return SupporterState(tuple(one for one in services.people.supporters() if one.id != mine))

    @staticmethod
    def on_person(services: Any, visit: Visit, person: PersonSeen) -> None:
        """They are here from now on."""
        visit.supporter = person
        visit.sitting = services.sittings.helped_by(visit.sitting, person.id)

    @staticmethod
    def on_somebody_new(services: Any, visit: Visit) -> None:
        """Somebody whom staff will name later."""
        visit.sitting = services.sittings.somebody_new(visit.sitting, services.sittings.new_draft())
        visit.supporter = services.people.person(visit.sitting.assisted_by)

    def fill(self, state: SupporterState) -> None:
        """Show the faces."""
        self.ask(self.texts("me.who_is_here"))
        self._grid.show_tiles(
            [Tile(one, one.spoken_name, picture(one.pic), shown=one.shown_name) for one in state.people]
        )

    def _pressed(self, value: object) -> None:
        if value == _NEW:
            self.somebody_new.emit()
        else:
            self.person.emit(value)
