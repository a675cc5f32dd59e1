"""Entries of a day, one below another: when, what, with whom; each can be pressed, the rest come by More."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.views.kit.art import Art, ClockTime
from desktop.views.kit.draw import draw, shape
from desktop.views.kit.lettering import Lines, Room, Written, draw_lines, draw_written, fit, lines_height
from desktop.views.kit.press import Pressable
from desktop.views.theme import Look

_PAD: Final = 14
_SPACE: Final = 16
_MOST_ROWS: Final = 4
_TALLEST: Final = 0.23  # of the screen's height
_PICTURE: Final = 0.115  # of it too, the clock and what it is: a morning, a lunch and an afternoon fit on any page
_BESIDE: Final = 0.083  # faces and ways of getting there
_MOST_SIDE: Final = 3
_PILL: Final = 1.5  # of the least text height
_PILL_ENDS: Final = 1.0  # of it too: what its rounded ends add to the width of its word


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

    @property
    def second(self) -> str:
        """What is said below the name: what has changed, else the detail."""
        return self.note or self.detail


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the parts of an entry lie: pictures at the leading edge, then words, then faces, and a badge at the end."""

    entry: Entry
    look: Look
    width: float
    height: float = 0

    @property
    def edges(self) -> int:
        """Height that outline, foot and padding take."""
        return self.look.outline + self.look.foot + _PAD

    @property
    def inner(self) -> QRectF:
        """What is left between the edges."""
        side = _PAD + self.look.outline
        return QRectF(side, self.look.outline + _PAD / 2, self.width - 2 * side, self.height - self.edges)

    @property
    def side(self) -> float:
        """Width and height of the clock, and of the picture: as large as leaves the words their least size."""
        least, large = float(self.look.least_picture), self.look.height * _PICTURE
        free = self.inner.width() - self._badge_width()
        room = Room(free - len(self._leading()) * (large + _SPACE), 2)
        px, words = self.look.least_px, ((self.entry.name, True), (self.entry.second, bool(self.entry.note)))
        is_whole = all(fit(some, (px,), room, bold=bold).px == px for some, bold in words if some)
        return max(least, large) if is_whole else least

    def arts(self) -> list[tuple[QRectF, Art]]:
        """The clock, the picture, then the faces and the way."""
        inner, found = self.inner, []
        for number, art in enumerate(self._leading()):
            left = inner.left() + number * (self.side + _SPACE)
            found.append((self._mirrored(QRectF(left, inner.center().y() - self.side / 2, self.side, self.side)), art))
        right, high = inner.right() - self._badge_width(), self.look.height * _BESIDE
        for art in reversed(self._beside()):
            wide = self._wide(art)
            found.append((self._mirrored(QRectF(right - wide, inner.center().y() - high / 2, wide, high)), art))
            right -= wide + _SPACE
        return found

    def words(self) -> QRectF:
        """The room for words; its height says nothing."""
        left = self.inner.left() + len(self._leading()) * (self.side + _SPACE)
        beside = sum(self._wide(art) + _SPACE for art in self._beside())
        return self._mirrored(QRectF(left, 0, self.inner.right() - left - beside - self._badge_width(), 0))

    def badge(self) -> QRectF:
        """The pill at the trailing edge."""
        wide, high = self._badge_width() - _SPACE, self.look.least_px * _PILL
        return self._mirrored(QRectF(self.inner.right() - wide, self.inner.center().y() - high / 2, wide, high))

    def badge_lines(self) -> Lines:
        """What stands in the pill."""
        return fit(self.entry.badge, (self.look.least_px,), Room(self.look.width / 3, 1))

    def _leading(self) -> list[Art]:
        clock = [ClockTime(*divmod(self.entry.minute, 60))] if self.entry.minute >= 0 else []
        return [*clock, self.entry.art]

    def _beside(self) -> tuple[Art, ...]:
        """As many as leave the words whole: faces say who to those who do not read."""
        every, look = self.entry.beside[:_MOST_SIDE], self.look
        free = self.inner.width() - len(self._leading()) * (self.side + _SPACE) - self._badge_width()
        said = ((self.entry.name, look.tile_px, True), (self.entry.second, look.least_px, bool(self.entry.note)))
        while every:
            room = Room(free - sum(self._wide(art) + _SPACE for art in every), 2)
            if all(fit(words, (px,), room, bold=bold).px == px for words, px, bold in said if words):
                break
            every = every[:-1]
        return every

    def _wide(self, art: Art) -> float:
        high = self.look.height * _BESIDE
        return min(high * shape(art), 1.5 * high)

    def _badge_width(self) -> float:
        return self.badge_lines().width + self.look.least_px * _PILL_ENDS + _SPACE if self.entry.badge else 0

    def _mirrored(self, place: QRectF) -> QRectF:
        if self.look.right_to_left:
            place.moveLeft(self.width - place.right())
        return place


class EntryButton(Pressable):
    """An entry to press."""

    def __init__(self, entry: Entry, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(entry.name, look, parent)
        self.entry = entry
        self.setAccessibleDescription(entry.heard or ", ".join(filter(None, (entry.badge, entry.note, entry.detail))))

    def least_height(self, width: int) -> int:
        """The height its words and pictures need in a width, in pixels."""
        places = _Places(self.entry, self.look, width)
        text = sum(lines.height for lines in self._lines(places.words().width())) + _SPACE // 2
        return max(self.look.target_px, max(text, round(places.side)) + places.edges)

    def written(self) -> list[Written]:
        """Its words as they stand."""
        places = _Places(self.entry, self.look, self.width(), self.height())
        room = places.words()
        lines = self._lines(room.width())
        top = places.inner.center().y() - (sum(one.height for one in lines) + _SPACE // 2 * (len(lines) - 1)) / 2
        found = []
        for one in lines:
            found.append(Written(QRectF(room.left(), top, room.width(), one.height), one, leading=True))
            top += one.height + _SPACE // 2
        return [*found, Written(places.badge(), places.badge_lines())] if self.entry.badge else found

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint clock, picture, words, faces and badge."""
        painter, theme = QPainter(self), self.look.theme
        painter.setLayoutDirection(self.layoutDirection())
        self.paint_ground(painter, self.look.tint(self.entry.area))
        places = _Places(self.entry, self.look, self.width(), self.height())
        for place, art in places.arts():
            draw(painter, place, art, self.look)
        written = self.written()
        draw_written(painter, written[:-1] if self.entry.badge else written, theme.ink)
        if self.entry.badge:
            pill = places.badge()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.ink))
            painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
            draw_lines(painter, pill, places.badge_lines(), theme.paper)

    def _lines(self, width: float) -> list[Lines]:
        second = self.entry.second
        lines = [fit(self.entry.name, (self.look.tile_px,), Room(width, 2))]
        if second:
            lines.append(fit(second, (self.look.least_px,), Room(width, 2), bold=bool(self.entry.note)))
        return lines


def tallest_entry(look: Look) -> int:
    """The height of an entry whose name and second line both take two lines, in pixels."""
    words = sum(lines_height(2, px) for px in (look.tile_px, look.least_px))
    return words + _SPACE // 2 + look.outline + look.foot + _PAD


class EntryList(QWidget):
    """Entries below one another, at most four a page. pressed: the value of one.

    The last page gives the place of More back: what else the screen offers there must be within reach on a full day.
    """

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
        """Whether there is a page after this one."""
        return self.page + 1 < self.pages

    def next_page(self) -> None:
        """Show the next page."""
        had_focus = any(button.hasFocus() for button in self._buttons)
        self.page = min(self.page + 1, self.pages - 1)
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
