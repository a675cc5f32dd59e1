"""I helped, third question: with whom? On my own comes first; one press and it is said."""

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
class WithWhomState:
    """others: members I did something with last come first. me: my own picture, for On my own."""

    others: tuple[PersonSeen, ...]
    me: PersonSeen


class WithWhom(Screen):
    """Asks who did it too, and records the contribution."""

    name: ClassVar[str] = "with_whom"
    answers = ("ask_again",)

    alone = Signal()
    person = Signal(object)  # PersonSeen

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._grid = TileGrid(look, texts, faces=True)
        self._grid.pressed.connect(self._pressed)
        self.set_body(self._grid)

    @staticmethod
    def read(services: Any, visit: Visit) -> WithWhomState:
        """Who else is here."""
        return WithWhomState(tuple(services.people.others(visit.sitting)), visit.person)  # type: ignore[arg-type]  # somebody has signed in

    @staticmethod
    def on_alone(services: Any, visit: Visit) -> str | None:
        """Say it, done alone."""
        visit.helped = replace(visit.helped, with_members=())
        return say(services, visit)

    @staticmethod
    def on_person(services: Any, visit: Visit, person: PersonSeen) -> str | None:
        """Say it, done with somebody."""
        visit.helped = replace(visit.helped, with_members=(person.id,))
        return say(services, visit)

    def fill(self, state: WithWhomState) -> None:
        """Show On my own, then the faces."""
        self.ask(self.texts("helped.with_whom"))
        alone = Tile(_ALONE, self.texts("helped.alone"), picture(state.me.pic))
        faces = [Tile(one, one.spoken_name, picture(one.pic), shown=one.shown_name) for one in state.others]
        self._grid.show_tiles([alone, *faces])

    def _pressed(self, value: object) -> None:
        if value == _ALONE:
            self.alone.emit()
        else:
            self.person.emit(value)


def say(services: Any, visit: Visit) -> str | None:
    """Record it, unless the same was said a moment ago: then the person is asked first."""
    if services.contributions.is_another_time(visit.sitting, visit.helped):
        return "ask_again"
    visit.result = services.contributions.say(visit.sitting, visit.helped)
    return None
