"""Where slips are checked: show me a slip, to the camera, to the scanner, typed, from a file or pasted."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.views.kit.art import Symbol
from desktop.views.kit.bar import BarItem
from desktop.views.kit.panel import Panel
from desktop.views.kit.stack import Columns
from desktop.views.parts.choices import PanelAndTiles, is_roomy
from desktop.views.parts.slip_camera import SlipCamera, SlipView
from desktop.views.parts.slip_ways import SlipWays
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class DoorState:
    """venue: whose door it is. taken: slips taken today. to_send: what the network has not heard of yet.

    is_well: nothing is in the way of sending. sees: whether a camera is shown; None: as it is on this PC.
    is_desk: slips are checked at a centre, where no file may be opened; is_alone: and this PC does nothing else.
    is_blind: there is a camera that shows nothing: it is busy, unplugged or not allowed.
    """

    venue: str
    taken: int = 0
    to_send: int = 0
    is_well: bool = True
    sees: bool | None = None
    is_blind: bool = False
    is_desk: bool = False
    is_alone: bool = False


class Door(SlipWays):
    """Waits for a slip. With a camera it shows what that sees; without, the other ways."""

    name: ClassVar[str] = "door"
    keeps_up: ClassVar[bool] = True
    follows_line: ClassVar[bool] = True

    other_ways = Signal()
    today = Signal()
    what_is_sent = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._camera: SlipCamera | None = None
        self._state = DoorState("")
        self._sees: bool | None = None
        self._panel = Panel(look, Symbol("gh:slip"), "", area="credits")

    @staticmethod
    def read(services: Any, visit: Visit) -> DoorState:
        """Whose door it is, and how it stands with the network."""
        taken = sum(not one.is_undone for one in services.door.taken_today())
        network, line = services.network.now(), visit.house.line if visit.house is not None else None
        is_well = line is None or line.now.problem is None
        is_desk, is_alone = services.door.is_desk, visit.house is not None and visit.house.checks_slips
        return DoorState(services.door.venue.name, taken, network.to_send, is_well, is_desk=is_desk, is_alone=is_alone)

    def fill(self, state: DoorState) -> None:
        """Show what to do, and at the foot how it stands."""
        self._state = state
        self.ask(self.texts("door.show"))
        self.has_files = not state.is_desk
        sees = self._is_seeing()
        if sees != self._sees:  # else the camera's picture stays
            self._sees = sees
            self._begin()
        self._panel.change(
            Symbol("gh:slip"),
            self._words(),
            more=self._more(state),
        )
        taken = BarItem(self.texts.count("door.taken_today", state.taken), Symbol("gh:used-slip"), "today")
        ways = BarItem(self.texts("door.other_ways"), Symbol("gh:key-pad"), "other_ways") if sees else None
        sent = BarItem(self.texts("door.what_is_sent"), Symbol("om:1F4E4"), "what_is_sent")
        if state.is_desk:
            self.set_bar(left=None if state.is_alone else self.item("back"), centre=taken, right=ways)
        else:
            self.set_bar(left=taken, centre=sent, right=ways)

    def see_by(self, camera: SlipCamera | None) -> None:
        """Show what a camera sees; None where there is none."""
        if camera is not self._camera and camera is not None:
            camera.changed.connect(self._again)
            camera.seen.connect(self._show_seen)
        self._camera = camera
        self._again()

    def _again(self) -> None:
        self.fill(self._state)

    def _is_seeing(self) -> bool:
        if self._state.sees is not None:
            return self._state.sees
        return self._camera is not None and self._camera.is_live

    def _begin(self) -> None:
        self._panel = Panel(self.look, Symbol("gh:slip"), "", area="credits")
        if self._sees:
            self._view = SlipView(self.look, self.texts("door.camera"))
            self.set_body(Columns(self.look, [self._view, self._panel], [3, 2]))
            return
        body = PanelAndTiles(self.look, self.texts, self._panel, self.ways())
        body.pressed.connect(self.go)
        self.set_body(body)

    def _show_seen(self, image: Any) -> None:
        if self._sees and self.isVisible():
            self._view.show_seen(image)

    def _words(self) -> str:
        if self._sees:
            return self.texts("door.hold_it")
        is_blind = self._camera is not None if self._state.sees is None else self._state.is_blind
        return self.texts("door.blind" if is_blind else "door.scanner")

    def _more(self, state: DoorState) -> str:
        """Whose door it is and how it stands; where words are large there is room for what is wrong alone."""
        if not is_roomy(self.look):
            return "" if state.is_desk or state.is_well else self._sent(state)
        return state.venue if state.is_desk else f"{state.venue}. {self._sent(state)}"

    def _sent(self, state: DoorState) -> str:
        if not state.is_well:
            return self.texts("door.not_well")
        return self.texts.count("door.to_send", state.to_send) if state.to_send else self.texts("door.all_sent")
