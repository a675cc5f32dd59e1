"""Entries of a day, one below another: when, what, with whom; each can be pressed, the rest come by More."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.views.kit.art import Art, ClockTime
from desktop.views.kit.draw import draw, shape
from desktop.views.kit.lettering import Lines, Room, Written, draw_lines, draw_written, fit
from desktop.views.kit.press import Pressable
from desktop.views.theme import Look

_PAD: Final = 14
_SPACE: Final = 16
_MOST_ROWS: Final = 4
_TALLEST: Final = 0.23  # of the screen's height
_PICTURE: Final = 0.13  # of it too: the clock and what it is
_BESIDE: Final = 0.083  # faces and ways of getting there
_MOST_SIDE: Final = 3
_PILL: Final = 1.5  # of the least text height


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of a day.

    value: what a press answers. name: what it is. art: its picture. minute: of the day it begins, -1 for any time.
    detail: a second line. note: said in place of the second line, and set off: what has changed. beside: faces and
    ways of getting there. badge: a word in the corner, such as "Next", or "". heard: what a screen reader adds.
    """

    value: object
    name: str
    art: Art
    minute: int = -1
    detail: str = ""
    note: str = ""
    beside: tuple[Art, ...] = ()
    badge: str = ""
    area: str | None = None
    heard: str = ""


class EntryButton(Pressable):
    """An entry to press."""

    def __init__(self, entry: Entry, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(entry.name, look, parent)
        self.entry = entry
        self.setAccessibleDescription(entry.heard or ", ".join(filter(None, (entry.badge, entry.note, entry.detail))))

    def least_height(self, width: int) -> int:
        """The height its words and pictures need in a width, in pixels."""
        look, words = self.look, self._words_width(width)
        label = fit(self.entry.name, (look.tile_px,), Room(words, 2))
        second = self._second(words)
        text = label.height + (second.height + _SPACE // 2 if self._second_text() else 0)
        return max(look.target_px, max(text, round(self._side())) + self._edges)

    def written(self) -> list[Written]:
        """Its words as they stand."""
        inner, look = self._inner(), self.look
        words = self._words_place(inner)
        label = fit(self.entry.name, (look.tile_px,), Room(words.width(), 2))
        second = self._second(words.width())
        both = label.height + (second.height + _SPACE // 2 if self._second_text() else 0)
        top = inner.center().y() - both / 2
        found = [Written(QRectF(words.left(), top, words.width(), label.height), label, leading=True)]
        if self._second_text():
            place = QRectF(words.left(), top + label.height + _SPACE // 2, words.width(), second.height)
            found.append(Written(place, second, leading=True))
        if self.entry.badge:
            found.append(Written(self._badge_place(), self._badge_lines()))
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint clock, picture, words, faces and badge."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        theme = self.look.theme
        self.paint_ground(painter, self.look.tint(self.entry.area))
        places = self._art_places()
        for place, art in zip(places, self._arts(), strict=True):
            draw(painter, place, art, self.look)
        for place, art in self._beside_places():
            draw(painter, place, art, self.look)
        badge = [self._badge_place()] if self.entry.badge else []
        draw_written(painter, self.written()[: len(self.written()) - len(badge)], theme.ink)
        for pill in badge:
            painter.setBrush(QColor(theme.ink))
            painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
            draw_lines(painter, pill, self._badge_lines(), theme.paper)

    # ---- where things lie --------------------------------------------------------------------------------------------
    @property
    def _edges(self) -> int:
        return self.look.outline + self.look.foot + _PAD

    def _inner(self) -> QRectF:
        top = self.look.outline + _PAD / 2
        return QRectF(_PAD + 3, top, self.width() - 2 * (_PAD + 3), self.height() - self._edges)

    def _arts(self) -> list[Art]:
        clock = [ClockTime(*divmod(self.entry.minute, 60))] if self.entry.minute >= 0 else []
        return [*clock, self.entry.art]

    def _side(self) -> float:
        return max(self.look.least_picture, self.look.height * _PICTURE)

    def _art_places(self) -> list[QRectF]:
        inner, side = self._inner(), self._side()
        lefts = [inner.left() + number * (side + _SPACE) for number in range(len(self._arts()))]
        return [self._mirrored(QRectF(left, inner.center().y() - side / 2, side, side)) for left in lefts]

    def _beside_places(self) -> list[tuple[QRectF, Art]]:
        inner = self._inner()
        right = inner.right() - self._badge_width()
        found = []
        for art in reversed(self._shown_beside()):
            wide = self._wide(art)
            place = QRectF(right - wide, inner.center().y() - self._beside_px / 2, wide, self._beside_px)
            found.append((self._mirrored(place), art))
            right = right - wide - _SPACE
        return found

    def _shown_beside(self) -> tuple[Art, ...]:
        return self.entry.beside[:_MOST_SIDE] if self.look.text_percent == 100 or self.look.width >= 1800 else ()  # noqa: PLR2004  the usual size, a wide screen

    @property
    def _beside_px(self) -> float:
        return self.look.height * _BESIDE

    def _wide(self, art: Art) -> float:
        return min(self._beside_px * shape(art), 1.5 * self._beside_px)

    def _words_place(self, inner: QRectF) -> QRectF:
        taken = len(self._arts()) * (self._side() + _SPACE)
        return self._mirrored(QRectF(inner.left() + taken, 0, self._words_width(self.width()), 0))

    def _words_width(self, width: int) -> float:
        inner = width - 2 * (_PAD + 3)
        beside = sum(self._wide(art) + _SPACE for art in self._shown_beside())
        return inner - len(self._arts()) * (self._side() + _SPACE) - beside - self._badge_width()

    def _second_text(self) -> str:
        return self.entry.note or self.entry.detail

    def _second(self, width: float) -> Lines:
        return fit(self._second_text(), (self.look.least_px,), Room(width, 2), bold=bool(self.entry.note))

    def _badge_lines(self) -> Lines:
        return fit(self.entry.badge, (self.look.least_px,), Room(self.look.width / 3, 1))

    def _badge_width(self) -> float:
        return self._badge_lines().width + self.look.least_px * _PILL + _SPACE if self.entry.badge else 0

    def _badge_place(self) -> QRectF:
        wide, high = self._badge_width() - _SPACE, self.look.least_px * _PILL
        inner = self._inner()
        return self._mirrored(QRectF(inner.right() - wide, inner.center().y() - high / 2, wide, high))

    def _mirrored(self, place: QRectF) -> QRectF:
        if self.look.right_to_left:
            place.moveLeft(self.width() - place.right())
        return place


class EntryList(QWidget):
    """Entries below one another, at most four a page. pressed: the value of one."""

    pressed = Signal(object)
    pages_changed = Signal()

    def __init__(self, look: Look, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._look = look
        self._buttons = [EntryButton(entry, look, self) for entry in entries]
        for button in self._buttons:
            button.clicked.connect(lambda _=False, value=button.entry.value: self.pressed.emit(value))
        self._a_page = min(_MOST_ROWS, max(1, len(self._buttons)))
        self.page = 0

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, ceil(len(self._buttons) / self._a_page))

    @property
    def has_more(self) -> bool:
        """Whether there is more than one page."""
        return self.pages > 1

    def next_page(self) -> None:
        """Show the next page; after the last comes the first."""
        had_focus = any(button.hasFocus() for button in self._buttons)
        self.page = (self.page + 1) % self.pages
        self._lay()
        if had_focus:
            self._buttons[self.page * self._a_page].setFocus()
        self.pages_changed.emit()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """As many a page as have room."""
        fitting = (self.height() + self._look.bar_gap) // (self._tallest() + self._look.bar_gap)
        self._a_page = max(1, min(_MOST_ROWS, len(self._buttons), fitting))
        self.page = min(self.page, self.pages - 1)
        self._lay()
        self.pages_changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Begin at the first page again when the screen is shown next."""
        if not event.spontaneous() and self.page:
            self.page = 0
            self._lay()

    def _tallest(self) -> int:
        return max((button.least_height(self.width()) for button in self._buttons), default=1)

    def _lay(self) -> None:
        gap, first = self._look.bar_gap, self.page * self._a_page
        high = (self.height() - gap * (self._a_page - 1)) // self._a_page
        high = max(self._tallest(), min(high, round(self._look.height * _TALLEST)))
        for number, button in enumerate(self._buttons):
            button.setVisible(first <= number < first + self._a_page)
            button.setGeometry(QRect(0, (number - first) * (high + gap), self.width(), high))
