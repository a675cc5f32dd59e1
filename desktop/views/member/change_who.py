"""Who comes? Pressing a face takes them along, pressing it again leaves them out; the payer always goes or pays."""

from dataclasses import dataclass, replace
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.services.seen import PersonSeen
from desktop.views.kit.art import picture
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

_ALONE: Final = "alone"


@dataclass(frozen=True, slots=True)
class ChangeWhoState:
    """me: the payer. people: who may come, the last companion first. coming: those who come now."""

    me: PersonSeen
    people: tuple[PersonSeen, ...]
    coming: tuple[PersonSeen, ...] = ()


class ChangeWho(Screen):
    """Asks who comes along; the plan then shows them."""

    name: ClassVar[str] = "change_who"

    person = Signal(object)  # PersonSeen
    alone = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._grid = TileGrid(look, texts, faces=True)
        self._grid.pressed.connect(self._pressed)
        self.set_body(self._grid)

    @staticmethod
    def read(services: Any, visit: Visit) -> ChangeWhoState:
        """Who may come, and who comes."""
        draft = visit.spend
        coming = {*draft.going, draft.companion}
        companions = services.people.companions(visit.sitting)
        workers = {worker.id for worker in services.people.workers()}
        people = tuple(sorted(companions, key=lambda one: one.id in workers))  # friends first; each kind in its order
        return ChangeWhoState(visit.person, people, tuple(one for one in people if one.id in coming))  # type: ignore[arg-type]  # signed in

    @staticmethod
    def on_person(services: Any, visit: Visit, person: PersonSeen) -> None:
        """Take them along, or leave them out. Members are paid for; a worker comes free, one at a time."""
        draft = visit.spend
        if any(worker.id == person.id for worker in services.people.workers()):
            companion = None if draft.companion == person.id else person.id
            visit.spend = replace(draft, companion=companion)
        elif person.id in draft.going:
            going = tuple(one for one in draft.going if one != person.id)
            visit.spend = replace(draft, going=going or (visit.sitting.member,))
        else:
            visit.spend = replace(draft, going=(*draft.going, person.id))

    @staticmethod
    def on_alone(_services: Any, visit: Visit) -> None:
        """Only me."""
        visit.spend = replace(visit.spend, going=(visit.sitting.member,), companion=None)

    def fill(self, state: ChangeWhoState) -> None:
        """Show the faces, with those who come chosen."""
        self.ask(self.texts("plan.who"))
        coming = {one.id for one in state.coming}
        alone = Tile(_ALONE, self.texts("helped.alone"), picture(state.me.pic), badge=None if coming else "chosen")
        faces = [
            Tile(
                one,
                one.spoken_name,
                picture(one.pic),
                shown=one.shown_name,
                badge="chosen" if one.id in coming else None,
            )
            for one in state.people
        ]
        self._grid.show_tiles([alone, *faces])

    def _pressed(self, value: object) -> None:
        if value == _ALONE:
            self.alone.emit()
        else:
            self.person.emit(value)
