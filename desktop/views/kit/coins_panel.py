"""Coins to count: in rows of five, twenty a page; each press marks the next one and shows its number."""

from math import ceil
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.views.kit.coins import coin_places, draw_coin
from desktop.views.kit.lettering import Lines, Room, Written, draw_lines, draw_written, fit
from desktop.views.kit.press import Pressable
from desktop.views.kit.telling import say
from desktop.views.texts import Texts
from desktop.views.theme import Look

A_PAGE: Final = 20
_PAD: Final = 18
_SPACE: Final = 8


class CoinsPanel(Pressable):
    """A member's coins. Press to count them, one press a coin; after the last it begins again.

    counted: the number just reached, to be spoken. The name says how many there are, and how far one has counted.
    """

    counted = Signal(int)
    pages_changed = Signal()

    def __init__(self, look: Look, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(texts.count("kit.coins", 0), look, parent)
        self._texts = texts
        self._whole = self._dashed = 0
        self._words = self._more = ""
        self._page = 0
        self._reached = 0
        self._area: str | None = None
        self.clicked.connect(self._count)

    def show_coins(self, whole: int, words: str, *, dashed: int = 0, more: str = "", area: str = "credits") -> None:
        """Show coins, and dashed ones that are waiting. words: written under them; more: a second, smaller line."""
        self._whole, self._dashed, self._words, self._more, self._area = whole, dashed, words, more, area
        self._page = self._reached = 0
        self.setAccessibleName(words)
        self.setText(words)
        self.setAccessibleDescription(more)
        self.pages_changed.emit()
        self.update()

    @property
    def has_more(self) -> bool:
        """Whether there are more coins than one page holds."""
        return self.pages > 1

    @property
    def pages(self) -> int:
        """How many pages of coins there are."""
        return max(1, ceil((self._whole + self._dashed) / A_PAGE))

    @property
    def reached(self) -> int:
        """How many coins have been counted."""
        return self._reached

    def next_page(self) -> None:
        """Show the next twenty; after the last the first."""
        self._page = (self._page + 1) % self.pages
        self.pages_changed.emit()
        self.update()

    def written(self) -> list[Written]:
        """The words under the coins, as they stand."""
        words, more = self._lines()
        wide, bottom = self.width() - 2 * _PAD, self.height() - _PAD - self.look.foot
        lower = more.height + _SPACE if self._more else 0
        first = Written(QRectF(_PAD, bottom - lower - words.height, wide, words.height), words)
        second = Written(QRectF(_PAD, bottom - more.height, wide, more.height), more)
        return [first, second] if self._more else [first]

    def _lines(self) -> tuple[Lines, Lines]:
        room = Room(self.width() - 2 * _PAD, 2)
        sizes = range(self.look.tile_px, self.look.least_px - 1, -2)
        return fit(self._words, sizes, room), fit(self._more, (self.look.least_px,), room, bold=False)

    def coins_place(self) -> QRectF:
        """Where the coins lie."""
        words, more = self._lines()
        text = words.height + (more.height + _SPACE if self._more else 0)
        return QRectF(self.rect()).adjusted(_PAD, _PAD, -_PAD, -_PAD - self.look.foot - text - 12)

    def _count(self) -> None:
        if not self._whole:
            return
        self._reached = self._reached % self._whole + 1
        self._page = (self._reached - 1) // A_PAGE
        self.setAccessibleDescription(self._texts.count("kit.coins", self._reached))
        self.counted.emit(self._reached)
        say(self, str(self._reached))
        self.pages_changed.emit()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the coins of this page, the counted ones marked with their numbers."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        self.paint_ground(painter, self.look.tint(self._area))
        first = self._page * A_PAGE
        count = min(A_PAGE, self._whole + self._dashed - first)
        for number, place in enumerate(self._places(count), start=first + 1):
            draw_coin(painter, place, self.look, dashed=number > self._whole)
            if number <= self._reached:
                self._mark(painter, place, number)
        draw_written(painter, self.written(), self.look.theme.ink)

    def _places(self, count: int) -> list[QRectF]:
        """At least as small as a full row would be, so that few coins are no giants."""
        room = self.coins_place()
        most = min(room.width() / 5.7, room.height() / 2.2) if count <= 10 else room.height()  # noqa: PLR2004 - two rows
        rows = ceil(count / 5)
        spare = max(0.0, room.height() - rows * most * 1.18)
        return coin_places(room.adjusted(0, spare / 2, 0, -spare / 2), count) if count > 0 else []

    def _mark(self, painter: QPainter, place: QRectF, number: int) -> None:
        theme = self.look.theme
        inset = place.width() * 0.2
        painter.setPen(QPen(QColor(theme.ink), self.look.outline))
        painter.setBrush(QColor(theme.ink))
        painter.drawEllipse(place.adjusted(inset, inset, -inset, -inset))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        sizes = range(int(place.height() * 0.4), 8, -1)
        draw_lines(painter, place, fit(str(number), sizes, Room(place.width() * 0.5, 1)), theme.paper)
