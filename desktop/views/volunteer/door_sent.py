"""What a venue's door has sent, and how old its keys of others are; Send now, for whoever looks after the PC."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.network import NetworkSeen
from desktop.views.kit.art import Symbol
from desktop.views.kit.choosing import Choosing
from desktop.views.kit.panel import Panel
from desktop.views.kit.tile import Tile
from desktop.views.parts import joining
from desktop.views.parts.choices import PanelAndTiles, is_roomy
from desktop.views.parts.joining import LineSeen
from desktop.views.parts.network_words import sent_or_not, when
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class DoorSentState:
    """network: how it stands. line: what is under way."""

    network: NetworkSeen
    line: LineSeen = field(default_factory=LineSeen)


class DoorSent(Choosing):
    """Shows how the door stands with the network; nobody's record lies here, so that it asks for no PIN."""

    name: ClassVar[str] = "door_sent"
    for_workers: ClassVar[bool] = True
    keeps_up: ClassVar[bool] = True
    follows_line: ClassVar[bool] = True

    send_now = Signal()
    stop = Signal()

    @staticmethod
    def read(services: Any, visit: Visit) -> DoorSentState:
        """How it stands."""
        return DoorSentState(services.network.now(), joining.line_of(visit))

    @staticmethod
    def on_send_now(_services: Any, visit: Visit) -> None:
        """Send what there is."""
        if visit.house is not None and visit.house.line is not None:
            visit.house.line.send_now()

    @staticmethod
    def on_stop(_services: Any, visit: Visit) -> None:
        """Let it be for now."""
        if visit.house is not None and visit.house.line is not None:
            visit.house.line.cancel()

    def fill(self, state: DoorSentState) -> None:
        """Show it, and one tile."""
        self.ask(f"{sent_or_not(state.network, self.texts)}.")
        self.allow_help(yes=False)
        body = PanelAndTiles(self.look, self.texts, self._panel(state), [self._tile(state.line)])
        body.pressed.connect(self.take)
        self.set_body(body)
        self.set_bar(left=self.item("back"))

    def _panel(self, state: DoorSentState) -> Panel:
        if state.line.what:
            return Panel(self.look, Symbol("gh:hourglass"), state.line.words(self.texts))
        key, keys = Symbol("om:1F511"), self._keys(state.network)
        if state.line.wrong and not is_roomy(self.look):  # no room for both: what is wrong comes first
            return Panel(self.look, key, state.line.wrong)
        return Panel(self.look, key, keys, more=state.line.wrong)

    def _keys(self, network: NetworkSeen) -> str:
        if not network.met_ms:
            return self.texts("door.no_keys")
        return self.texts("door.keys_age", when=when(network.met_ms, network.now_ms, self.texts))

    def _tile(self, line: LineSeen) -> Tile:
        if line.what:
            return Tile("stop", self.texts("staff.network.stop"), Symbol("gh:cross"))
        return Tile("send_now", self.texts("staff.network.send"), Symbol("om:1F4E4"), area="week")
