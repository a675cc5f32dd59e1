"""The network: join it with a coordinator's code, see what is sent, send now, or carry it on a stick."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.services.network import NetworkSeen
from desktop.views.kit.fields import TextField
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.kit.staff_words import StaffWords
from desktop.views.parts import joining, staff_files
from desktop.views.parts.joining import LineSeen
from desktop.views.parts.network_rows import network_rows
from desktop.views.parts.network_words import met
from desktop.views.parts.staff_form import Answers, Filled, Form
from desktop.views.parts.staff_lists import Column, Lines, Note, noted, tell
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

_FORM: Final = "staff_network_form"


@dataclass(frozen=True, slots=True)
class StaffNetworkState:
    """network: how it stands. line: what is under way. filled: address and code, while this PC has not joined."""

    network: NetworkSeen
    line: LineSeen = field(default_factory=LineSeen)
    filled: Filled = field(default_factory=joining.empty)
    note: Note = field(default_factory=Note)


class StaffNetwork(StaffPage):
    """Shows how this PC stands with the network."""

    name: ClassVar[str] = "staff_network"
    nav: ClassVar[str] = "to_settings"
    answers = ("wrong",)
    keeps_up: ClassVar[bool] = True
    follows_line: ClassVar[bool] = True

    join = Signal(object)  # the answers by field
    send_now = Signal()
    stop = Signal()
    write_file = Signal(object)  # a path
    read_file = Signal(object)  # a path
    places = Signal()
    go_back = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._form: Form | None = None

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffNetworkState:
        """How it stands, and what was typed."""
        network = services.network.now()
        if network.is_joined and not network.is_turned_away:
            visit.chosen.pop(_FORM, None)
        return StaffNetworkState(
            network, joining.line_of(visit), visit.chosen.get(_FORM) or joining.empty(), noted(visit)
        )

    @staticmethod
    def on_join(_services: Any, visit: Visit, answers: Answers) -> str | None:
        """Ask the network, on its own thread; what was typed stays until it says yes."""
        wrong = joining.trouble(visit, _FORM, answers)
        if wrong is None and visit.house is not None and visit.house.line is not None:
            visit.house.line.join(answers["address"], answers["code"])
        return wrong

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

    @staticmethod
    def on_write_file(services: Any, visit: Visit, path: Path) -> None:
        """Write what there is to send into a file."""
        tell(visit, lambda: services.network.write_file(path), "staff.network.written", file=path.name)

    @staticmethod
    def on_read_file(services: Any, visit: Visit, path: Path) -> None:
        """Take in the answer to a file."""
        tell(visit, lambda: services.network.read_file(path), "staff.network.answered")

    def fill(self, state: StaffNetworkState) -> None:
        """Show what there is to do: join, wait, or look."""
        self.ask(self.texts("staff.network.title"), state.note.before(self._says(state), self.texts))
        if state.line.what and (state.line.what == "joining" or not state.network.is_joined):
            parts = self._under_way(state)
        elif not state.network.is_joined or state.network.is_turned_away:
            parts = self._to_join(state)
        else:
            parts = self._joined(state)
        self._column = Column(self.look, parts, gap=22)
        self.set_body(self._column, scrolls=True)

    def _says(self, state: StaffNetworkState) -> str:
        if state.network.is_practice:
            return self.texts("staff.network.practice")
        if not state.network.is_joined:
            return ""
        name = self.texts("staff.network.door", name=state.network.name) if state.network.name else ""
        return f"{name} {met(state.network, self.texts)}".strip()

    def _under_way(self, state: StaffNetworkState) -> list[QWidget]:
        self._form = None
        buttons = self._buttons(("staff.network.stop", self.stop.emit))
        return [StaffWords(state.line.words(self.texts), self.look, bold=True), buttons]

    def _to_join(self, state: StaffNetworkState) -> list[QWidget]:
        if state.network.is_practice:
            return [self._buttons()]
        texts, look, filled = self.texts, self.look, state.filled
        if state.line.wrong and not filled.wrong:
            filled = Filled(filled.answers, state.line.wrong)
        self._form = Form(look, joining.fields(look, texts, filled))
        if filled.wrong:
            self._form.say(filled, texts(filled.wrong) if texts.has(filled.wrong) else filled.wrong)
        for part in self._form.findChildren(TextField):
            part.entered.connect(self._join)
        words = StaffWords(f"{texts('staff.network.not_joined')} {texts('staff.network.private')}", look)
        return [words, self._form, self._buttons(("staff.network.join", self._join), strong=True)]

    def _joined(self, state: StaffNetworkState) -> list[QWidget]:
        self._form = None
        rows = Lines(self.look)
        rows.acted.connect(lambda key, _: self._act(key))
        rows.show_rows(network_rows(state.network, state.line, self.texts))
        return [rows, self._buttons()]

    def _act(self, outcome: str) -> None:
        if outcome == "write_file":
            name = self.texts("staff.network.request_file")
            path = staff_files.choose_save(
                self, self.texts("staff.network.write"), name, self.texts("staff.network.requests")
            )
        elif outcome == "read_file":
            path = staff_files.choose_open(self, self.texts("staff.network.read"), self.texts("staff.network.answers"))
        else:
            getattr(self, outcome).emit()
            return
        if path is not None:
            getattr(self, outcome).emit(path)

    def _join(self) -> None:
        if self._form is not None:
            self.join.emit(self._form.answers())

    def _buttons(self, *first: tuple[str, Callable[[], None]], strong: bool = False) -> ButtonRow:
        """A row of buttons by their words and what they do, and Go back at its end."""
        buttons = []
        for words, then in (*first, ("staff.go_back", self.go_back.emit)):
            button = StaffButton(self.texts(words), self.look, strong=strong and words != "staff.go_back")
            button.clicked.connect(lambda _=False, do=then: do())
            buttons.append(button)
        return ButtonRow(self.look, buttons)
