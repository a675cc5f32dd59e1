"""Measuring a screen with a bank card: a rectangle that is made as large as the card that is held to it."""

from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.settings import LEAST_PX_PER_MM, MOST_PX_PER_MM
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.kit.staff_words import StaffWords
from desktop.views.texts import Texts
from desktop.views.theme import Look

CARD_WIDE_MM: Final = 85.6
CARD_HIGH_MM: Final = 53.98
_STEP_PX: Final = 2
_GAP: Final = 12


class CardField(QWidget):
    """The card, with buttons that make it smaller and larger. grew: it needs another height now."""

    grew = Signal()

    def __init__(self, look: Look, texts: Texts, *, value: float) -> None:
        super().__init__()
        self._look = look
        self._texts = texts
        self._wide_px = round(value * CARD_WIDE_MM)
        self._label = StaffWords(texts("staff.card.label"), look, self, bold=True)
        self._line = StaffWords(texts("staff.card.line"), look, self)
        smaller = self._button("smaller", -_STEP_PX)
        larger = self._button("larger", _STEP_PX)
        self._buttons = ButtonRow(look, [smaller, larger])
        self._buttons.setParent(self)
        self._top = 0

    def value(self) -> float:
        """Pixels to a millimetre."""
        return round(self._wide_px / CARD_WIDE_MM, 3)

    def height_for(self, width: int) -> int:
        """The height it takes in a width, in pixels; lays it out."""
        top = 0
        for words in (self._label, self._line):
            high = words.height_for(width)
            words.setGeometry(0, top, width, high)
            top += high + _GAP // 2
        high = self._buttons.height_for(width)
        self._buttons.setGeometry(0, top, width, high)
        self._top = top + high + _GAP
        return self._top + self._high_px() + _GAP

    def _high_px(self) -> int:
        return round(self._wide_px * CARD_HIGH_MM / CARD_WIDE_MM)

    def _button(self, words: str, step_px: int) -> StaffButton:
        button = StaffButton(self._texts(f"staff.card.{words}"), self._look)
        button.setAutoRepeat(True)
        button.clicked.connect(lambda _=False: self._grow(step_px))
        return button

    def _grow(self, step_px: int) -> None:
        least, most = LEAST_PX_PER_MM * CARD_WIDE_MM, MOST_PX_PER_MM * CARD_WIDE_MM
        self._wide_px = round(min(most - 1, max(least + 1, self._wide_px + step_px)))
        self.update()
        self.grew.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = self.width() - self._wide_px - 2 if self._look.right_to_left else 2
        card = QRectF(left, self._top, self._wide_px, self._high_px())
        radius = card.width() * 3.18 / CARD_WIDE_MM
        painter.setPen(QPen(QColor(self._look.theme.ink), 2))
        painter.setBrush(QColor(self._look.theme.tile))
        painter.drawRoundedRect(card, radius, radius)
        chip = QRectF(card.left() + card.width() * 0.12, card.top() + card.height() * 0.35, card.width() * 0.15, 0)
        chip.setHeight(chip.width() * 0.8)
        painter.setBrush(QColor(self._look.theme.fill))
        painter.drawRoundedRect(chip, 4, 4)
