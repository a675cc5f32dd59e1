"""The whole screen calls a worker, readable across a room, until it is pressed."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.views.kit.art import Art, Side, Symbol, picture
from desktop.views.kit.screen import ICONS, Screen
from desktop.views.parts.calling import Calling
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class GetWorkerState:
    """name: who would like help, "" if not shown. face: their picture, None if nobody signed in."""

    name: str
    face: Art | None = None


class GetWorker(Screen):
    """One thing to press, as large as the screen; a soft sound, once."""

    name: ClassVar[str] = "get_worker"
    has_edges: ClassVar[bool] = False

    here = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self.set_bar()
        self.allow_help(yes=False)

    @staticmethod
    def read(_services: Any, visit: Visit) -> GetWorkerState:
        """Who asks."""
        person = visit.person
        return GetWorkerState("") if person is None else GetWorkerState(person.shown_name, picture(person.pic))

    def fill(self, state: GetWorkerState) -> None:
        """Show who would like help."""
        key = "help.would_like" if state.name else "help.somebody_would_like"
        words = self.texts(key, name=state.name)
        hand = Symbol(ICONS["help"])
        call = Calling(words, Side((hand, state.face)) if state.face else hand, self.look)
        call.clicked.connect(self.here)
        self.set_body(call)

    def sound(self, _state: GetWorkerState) -> str:
        """A soft bell, once."""
        return "worker"
