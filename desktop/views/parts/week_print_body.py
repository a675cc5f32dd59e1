"""The page of printing: what is asked for at one side, the sheet as it will come out at the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Protocol

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.views.kit.order import can_focus, in_reading_order
from desktop.views.kit.scroll import scrolled
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.kit.staff_words import StaffWords
from desktop.views.parts.sheets import SheetPreview
from desktop.views.parts.staff_lists import Column
from desktop.views.texts import Texts
from desktop.views.theme import Look

_GAP: Final = 20
_ASKING: Final = 330
_SHARPER: Final = 1.5
_LEAST_HIGH: Final = 200


class Sheets(Protocol):
    """Pages that can be drawn, such as `printing.paper.Document`."""

    @property
    def title(self) -> str:
        """What they are called."""

    @property
    def pages(self) -> Sequence[object]:
        """The pages."""


class Draw(Protocol):
    """Draws a page as a picture."""

    def __call__(self, document: Any, height_px: int, *, page: int = 0) -> QImage:
        """One page, so many pixels high."""


class PrintBody(QWidget):
    """Two columns. draw: `printing.jobs.preview`."""

    def __init__(self, look: Look, texts: Texts, draw: Draw) -> None:
        super().__init__()
        self._draw = draw
        self._look = look
        self._texts = texts
        self._column = Column(look, [], gap=14)
        self._asking = scrolled(look, self._column)
        self._asking.setParent(self)
        self._words = StaffWords("", look, self)
        self._turns = [self._turn("page_before", -1), self._turn("page_after", 1)]
        self._row = ButtonRow(look, self._turns)
        self._row.setParent(self)
        self._documents: Sequence[Sheets] = ()
        self._page = 0
        self._sheet: SheetPreview | None = None

    def show_parts(self, parts: Sequence[QWidget]) -> None:
        """Show these below one another at the leading side."""
        self._column.put(parts)

    def show_sheets(self, documents: Sequence[Sheets]) -> None:
        """Show these sheets, from the first."""
        if tuple(documents) != tuple(self._documents):
            self._page = 0
        self._documents = documents
        self._show_page()

    def order(self) -> list[QWidget]:
        """What the Tab key walks."""
        return [
            *in_reading_order(can_focus(self._asking), self._asking),
            *in_reading_order(can_focus(self._row), self._row),
        ]

    @property
    def _pages(self) -> list[tuple[Sheets, int]]:
        return [(one, number) for one in self._documents for number in range(len(one.pages))]

    def _turn(self, words: str, step: int) -> StaffButton:
        button = StaffButton(self._texts(f"staff.sheets.{words}"), self._look)
        button.clicked.connect(lambda _=False: self._go(step))
        return button

    def _go(self, step: int) -> None:
        self._page = max(0, min(len(self._pages) - 1, self._page + step))
        self._show_page()

    def _show_page(self) -> None:
        if self._sheet is not None:
            self._sheet.hide()
            self._sheet.setParent(None)
            self._sheet.deleteLater()
            self._sheet = None
        pages = self._pages
        for button, is_on in zip(self._turns, (self._page > 0, self._page < len(pages) - 1), strict=True):
            button.setEnabled(is_on)
        self._row.setVisible(len(pages) > 1)
        many = self._texts("staff.sheets.page", page=self._page + 1, pages=len(pages))
        self._words.say(many if pages else self._texts("staff.sheets.nothing"))
        if pages:
            document, number = pages[self._page]
            high = max(_LEAST_HIGH, round(self.height() * _SHARPER))
            self._sheet = SheetPreview(self._look, self._draw(document, high, page=number), document.title)
            self._sheet.setParent(self)
            self._sheet.show()
        self._place()

    def _place(self) -> None:
        wide = min(_ASKING * self._look.staff_px // 18, self.width() // 2)
        rest = QRect(wide + _GAP, 0, self.width() - wide - _GAP, self.height())
        if self._look.right_to_left:
            rest.moveLeft(0)
        self._asking.setGeometry(self.width() - wide if self._look.right_to_left else 0, 0, wide, self.height())
        words = self._words.height_for(rest.width())
        row = self._row.height_for(rest.width()) + _GAP if not self._row.isHidden() else 0
        self._words.setGeometry(rest.left(), 0, rest.width(), words)
        self._row.setGeometry(rest.left(), self.height() - row + _GAP, rest.width(), max(0, row - _GAP))
        if self._sheet is not None:
            self._sheet.setGeometry(rest.left(), words + 8, rest.width(), max(0, self.height() - words - 8 - row))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Place everything anew."""
        self._place()
