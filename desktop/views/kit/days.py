"""A strip of days: one choice among days, with today's marked and the one that is shown told apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.views.kit.leaf import LEAF, draw_leaf
from desktop.views.kit.lettering import Room, Written, draw_written, fit, longest_word
from desktop.views.kit.press import Pressable
from desktop.views.theme import Look

_GAP: Final = 12
_PAD: Final = 12
_STEP: Final = 4
_LEAF_EDGE: Final = 8


@dataclass(frozen=True, slots=True)
class DayButton:
    """One place of the strip. value: what a press answers. name: what a person hears; shown: what is written.

    A day (a date) has its leaf of the calendar beside the words, where all of a strip have room for it.

    is_shown: the day that is looked at; it is filled, and told as chosen.
    """

    value: object
    name: str
    shown: str
    is_shown: bool = False


class DayPress(Pressable):
    """A day to press."""

    def __init__(self, day: DayButton, look: Look, parent: QWidget) -> None:
        super().__init__(day.name, look, parent)
        self.day = day
        self.has_leaf = False
        self.mark_chosen(chosen=day.is_shown)

    @property
    def leaf_height(self) -> float:
        """How high a leaf may be, in pixels."""
        return self.height() - self.look.foot - self.look.outline - 2 * _LEAF_EDGE

    @property
    def is_roomy(self) -> bool:
        """Whether the words are as large beside a leaf as without one."""
        words, room = self.day.shown, self._words(has_leaf=True)
        return fit(words, self._sizes(), self._room(room)).px == self._written(self._words(has_leaf=False)).lines.px

    def written(self) -> list[Written]:
        """The day as it stands."""
        return [self._written(self._words(has_leaf=self.has_leaf))]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it; the day that is shown in the colours turned round."""
        painter, theme = QPainter(self), self.look.theme
        painter.setLayoutDirection(self.layoutDirection())
        self.paint_ground(painter, theme.ink if self.day.is_shown else theme.tile)
        draw_written(painter, self.written(), theme.paper if self.day.is_shown else theme.ink)
        if self.has_leaf and isinstance(self.day.value, date):
            draw_leaf(painter, self._leaf(), self.day.value.day, self.look)

    def _written(self, place: QRectF) -> Written:
        return Written(place, fit(self.day.shown, self._sizes(), self._room(place)))

    def _sizes(self) -> tuple[int, ...]:
        return tuple(range(self.look.tile_px, self.look.least_px - 1, -2))

    def _room(self, place: QRectF) -> Room:
        return Room(place.width(), 2, place.height())

    def _leaf(self) -> QRectF:
        high, edge = self.leaf_height, self.look.outline + _LEAF_EDGE
        left = self.width() - edge - high * LEAF if self.look.right_to_left else edge
        return QRectF(left, edge, high * LEAF, high)

    def _words(self, *, has_leaf: bool) -> QRectF:
        place = QRectF(self.rect()).adjusted(_PAD, _PAD / 2, -_PAD, -self.look.foot)
        if not has_leaf or not isinstance(self.day.value, date):
            return place
        leaf = self._leaf()
        if self.look.right_to_left:
            place.setRight(leaf.left() - _PAD / 2)
        else:
            place.setLeft(leaf.right() + _PAD / 2)
        return place


class DayStrip(QWidget):
    """Days beside one another, in as few rows as fingers allow. pressed: the value of the day.

    others: what the thing to press is called that shows other days, where one row must do; "" where all rows may lie.
    """

    pressed = Signal(object)

    def __init__(self, look: Look, days: Sequence[DayButton], *, others: str = "") -> None:
        super().__init__()
        self._look = look
        self._buttons = [DayPress(day, look, self) for day in days]
        for button, day in zip(self._buttons, days, strict=True):
            button.clicked.connect(lambda _=False, value=day.value: self.pressed.emit(value))
        self._others = DayPress(DayButton(None, others, others), look, self) if others else None
        if self._others is not None:
            self._others.hide()
            self._others.clicked.connect(self._turn)
        shown = (number for number, day in enumerate(days) if day.is_shown)
        self._first = next(shown, 0)

    @property
    def turns(self) -> int:
        """In how many parts the days are shown, one after another."""
        return len(self._parts(self.width())) if self._is_folded() else 1

    def height_for(self, width: int, room: int) -> int:
        """The height it takes in a width, in pixels; a row alone where all rows are higher than there is room."""
        whole = self._high(len(self._rows(width)))
        return self._height if whole > room and self._others is not None else whole

    def _high(self, rows: int) -> int:
        return rows * self._height + max(0, rows - 1) * _GAP

    def _is_folded(self) -> bool:
        return self._others is not None and self.height() < self._high(len(self._rows(self.width())))

    @property
    def _height(self) -> int:
        every = [*self._buttons, *([self._others] if self._others else ())]
        two = any(" " in button.day.shown for button in every)  # words may stand in two lines
        words = round(self._look.least_px * 1.2 * 2 if two else self._look.tile_px * 1.2)
        return max(self._look.target_px, words + self._look.foot + _PAD)

    def _rows(self, width: int) -> list[list[tuple[DayPress, float]]]:
        """The days of each row with their widths: as few rows as fingers and words allow, as even as can be."""
        count = len(self._buttons)
        for rows in range(1, count + 1):
            most = -(-count // rows)
            chunks = [self._buttons[first : first + most] for first in range(0, count, most)]
            widths = [self._shared([self._least(button) for button in chunk], most, width) for chunk in chunks]
            if all(widths) or most == 1:
                return [list(zip(chunk, wide, strict=True)) for chunk, wide in zip(chunks, widths, strict=True)]
        return []

    def _parts(self, width: int) -> list[list[tuple[DayPress, float]]]:
        """The days of each part where one row is shown, with their widths; what shows the others lies at the end."""
        if self._others is None:
            return []
        wide = self._least(self._others)
        return [[*part, (self._others, wide)] for part in self._rows(width - wide - _GAP)]

    def _shared(self, least: Sequence[int], most: int, width: int) -> list[float]:
        """The widths of a row: all the same, or long words take what short ones leave; none where it is too little."""
        same = (width - _GAP * (most - 1)) / most
        if max(least) <= same or most == 1:
            return [same] * len(least)
        spare = width - _GAP * (len(least) - 1) - sum(least)
        return [one + spare / len(least) for one in least] if spare >= 0 else []

    def _least(self, button: DayPress) -> int:
        """The width its words need in two lines: "Yr wythnos nesaf" is three words."""
        words, px = button.day.shown, self._look.least_px
        wide = longest_word(words, px)
        while fit(words, (px,), Room(wide, 2)).px < px:
            wide += _STEP
        return max(self._look.target_px, round(wide) + 2 * _PAD + 1)

    def _turn(self) -> None:
        """Show the next part of the days; after the last one the first."""
        parts = self._parts(self.width())
        now = self._part(parts)
        self._first = self._buttons.index(parts[(now + 1) % len(parts)][0][0])
        self._lay()

    def _part(self, parts: Sequence[Sequence[tuple[DayPress, float]]]) -> int:
        button = self._buttons[self._first]
        return next(number for number, part in enumerate(parts) if any(one is button for one, _ in part))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Hand out the room."""
        self._lay()

    def _lay(self) -> None:
        rows = self._rows(self.width())
        if self._is_folded():
            parts = self._parts(self.width())
            rows = [parts[self._part(parts)]]
        shown = [button for row in rows for button, _ in row]
        for button in self.findChildren(DayPress):
            button.setVisible(button in shown)
        for number, row in enumerate(rows):
            self._put(row, number * (self._height + _GAP))
        has_leaf = all(button.is_roomy for button in shown)
        for button in shown:
            button.has_leaf = has_leaf
            button.update()

    def _put(self, row: Sequence[tuple[DayPress, float]], top: int) -> None:
        left = 0.0
        for button, wide in row:
            if button is self._others:  # it keeps its place, also where the last part has fewer days
                left = self.width() - wide
            place = QRect(round(left), top, round(left + wide) - round(left), self._height)
            if self._look.right_to_left:
                place.moveLeft(self.width() - place.right() - 1)
            button.setGeometry(place)
            left += wide + _GAP


class UnderDays(QWidget):
    """A strip of days, and under it what belongs to the day that is shown.

    least: the height, in pixels, that is kept for what is below where the strip can do with one row.
    """

    def __init__(self, look: Look, strip: DayStrip, below: QWidget, *, least: int = 0) -> None:
        super().__init__()
        self._look = look
        self._strip = strip
        self._below = below
        self._least = least
        for part in (strip, below):
            part.setParent(self)
            part.show()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """The strip as high as it needs, the rest below it."""
        height = self._strip.height_for(self.width(), self.height() - self._look.gap - self._least)
        self._strip.setGeometry(0, 0, self.width(), height)
        top = height + self._look.gap
        self._below.setGeometry(0, top, self.width(), max(0, self.height() - top))
