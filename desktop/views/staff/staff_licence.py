"""One licence, in full."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit

import assets
from desktop.views.kit.fields import LongField
from desktop.views.kit.rows import Stack
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.visit import Visit

_LINES: Final = 16


@dataclass(frozen=True, slots=True)
class StaffLicenceState:
    """text: all of it."""

    licence: str
    text: str


class StaffLicence(StaffPage):
    """Shows a licence."""

    name: ClassVar[str] = "staff_licence"
    nav: ClassVar[str] = "to_about"

    go_back = Signal()

    @staticmethod
    def read(_services: Any, visit: Visit) -> StaffLicenceState:
        """The text that was asked for."""
        licence, file = visit.chosen["staff_licence"]
        return StaffLicenceState(licence, assets.asset("licences", file).read_text(encoding="utf-8"))

    def fill(self, state: StaffLicenceState) -> None:
        """Show it."""
        self.ask(state.licence)
        back = StaffButton(self.texts("staff.go_back"), self.look)
        back.clicked.connect(self.go_back)
        text = LongField(self.texts("staff.about.text"), self.look, value=state.text, lines=_LINES)
        for area in text.findChildren(QPlainTextEdit):
            area.setReadOnly(True)
        self.set_body(Stack(self.look, [ButtonRow(self.look, [back]), text]), scrolls=True)
