"""A venue's door: show me a slip, to the camera, to the scanner, or as a typed code."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut

from desktop.views.kit.art import Symbol
from desktop.views.kit.bar import BarItem
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.kit.stack import Columns
from desktop.views.parts.camera import has_camera
from desktop.views.parts.doors import check_slip
from desktop.views.parts.slip_camera import SlipFinder
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class DoorState:
    """venue: whose door it is. taken: slips taken today. to_send: what the network has not heard of yet.

    is_well: nothing is in the way of sending. sees: whether a camera is shown; None: the screen looks for one.
    """

    venue: str
    taken: int = 0
    to_send: int = 0
    is_well: bool = True
    sees: bool | None = None


class Door(Screen):
    """Waits for a slip: what a scanner types, or the camera reads, comes as `scanned`."""

    name: ClassVar[str] = "door"
    answers = ("not_good",)
    keeps_up: ClassVar[bool] = True
    follows_line: ClassVar[bool] = True

    scanned = Signal(str)
    type_code = Signal()
    today = Signal()
    what_is_sent = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self.allow_help(yes=False)
        self._panel = Panel(look, Symbol("gh:slip"), "", area="credits")
        self._sees: bool | None = None
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self._paste)

    @staticmethod
    def read(services: Any, visit: Visit) -> DoorState:
        """Whose door it is, and how it stands with the network."""
        taken = sum(not one.is_undone for one in services.door.taken_today())
        network, line = services.network.now(), visit.house.line if visit.house is not None else None
        is_well = line is None or line.now.problem is None
        return DoorState(services.door.venue.name, taken, network.to_send, is_well)

    @staticmethod
    def on_scanned(services: Any, visit: Visit, text: str) -> str | None:
        """Check what was scanned."""
        return check_slip(services, visit, text)

    def fill(self, state: DoorState) -> None:
        """Show what to do, and at the foot how it stands."""
        self.ask(self.texts("door.show"))
        sees = has_camera() if state.sees is None else state.sees
        if sees != self._sees:  # else the camera goes on
            self._sees = sees
            self._begin()
        words = self.texts("door.hold_it" if sees else "door.scanner")
        self._panel.change(Symbol("gh:slip"), words, more=f"{state.venue}. {self._sent(state)}")
        taken = BarItem(self.texts.count("door.taken_today", state.taken), Symbol("gh:used-slip"), "today")
        typing = BarItem(self.texts("slip.type"), Symbol("gh:key-pad"), "type_code")
        sent = BarItem(self.texts("door.what_is_sent"), Symbol("om:1F4E4"), "what_is_sent")
        self.set_bar(left=taken, centre=sent, right=typing)

    def _paste(self) -> None:
        """A slip that came as text, in a message, can be pasted."""
        text = QGuiApplication.clipboard().text().strip()
        if text:
            self.scanned.emit(text)

    def _begin(self) -> None:
        self._panel = Panel(self.look, Symbol("gh:slip"), "", area="credits")
        if not self._sees:
            self.set_body(self._panel)
            return
        finder = SlipFinder(self.look, self.texts("door.camera"))
        finder.found.connect(self.scanned)
        self.set_body(Columns(self.look, [finder, self._panel], [3, 2]))

    def _sent(self, state: DoorState) -> str:
        if not state.is_well:
            return self.texts("door.not_well")
        return self.texts.count("door.to_send", state.to_send) if state.to_send else self.texts("door.all_sent")
