"""Who comes, for a slip? Pressing a face takes them along, pressing it again leaves them out; I may let others go."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.seen import PersonSeen
from desktop.views.kit.art import picture
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.parts.slips import GOING, going_of, most_going
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit
from ledger.domain.names import FactId


@dataclass(frozen=True, slots=True)
class SlipWhoState:
    """people: who may come, whoever holds the slip first. going: those who do."""

    people: tuple[PersonSeen, ...]
    going: tuple[FactId, ...] = ()


class SlipWho(Screen):
    """Asks who comes; what the slip pays for then shows them. No worker is among them: who comes along goes free."""

    name: ClassVar[str] = "slip_who"

    person = Signal(object)  # PersonSeen

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._grid = TileGrid(look, texts, faces=True)
        self._grid.pressed.connect(self.person)
        self.set_body(self._grid)

    @staticmethod
    def read(services: Any, visit: Visit) -> SlipWhoState:
        """Who may come, and who does."""
        me = services.people.person(visit.sitting.member)
        return SlipWhoState((me, *services.people.others(visit.sitting)), going_of(visit))

    @staticmethod
    def on_person(_services: Any, visit: Visit, person: PersonSeen) -> None:
        """Take them along, or leave them out; where the slip is enough for no more, whoever came first makes room."""
        going = going_of(visit)
        now = tuple(one for one in going if one != person.id) if person.id in going else (*going, person.id)
        visit.chosen[GOING] = now[-most_going(visit) :]

    def fill(self, state: SlipWhoState) -> None:
        """Show the faces, with those who come chosen."""
        self.ask(self.texts("plan.who"))
        self._grid.show_tiles([self._tile(one, is_going=one.id in state.going) for one in state.people])

    def _tile(self, person: PersonSeen, *, is_going: bool) -> Tile:
        return Tile(
            person,
            person.spoken_name,
            picture(person.pic),
            shown=person.shown_name,
            badge="chosen" if is_going else None,
        )
