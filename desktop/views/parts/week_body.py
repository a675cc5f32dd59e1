"""The body of the week's editor: tools above, the grid, and beside it what is marked and what does not fit.

Where it is narrow, what stands beside the grid goes below it, and adding takes the grid's place for a moment.
"""

from __future__ import annotations

from math import ceil
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.views.kit.art import Symbol
from desktop.views.kit.lettering import Lines, Written, measure
from desktop.views.kit.order import can_focus, in_reading_order
from desktop.views.kit.scroll import scrolled
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.kit.staff_words import StaffWords
from desktop.views.kit.week_grid import WeekGrid
from desktop.views.parts.week_add import AddPanel
from desktop.views.parts.week_clashes import ClashList
from desktop.views.parts.week_told import SessionPanel
from desktop.views.texts import Texts
from desktop.views.theme import Look

TOOLS: Final = ("before", "now", "after", "add", "undo", "redo", "copy_last", "print", "lists")
_ARROWS: Final = {"before": ("gh:arrow-left", "gh:arrow-right"), "after": ("gh:arrow-right", "gh:arrow-left")}
_GAP: Final = 16
_SIDE: Final = 288
_SIDE_SHARE: Final = 0.22  # of a wide screen: activities stand two in a row there
_LEAST_GRID: Final = 560
_LOW: Final = 88
_LEAST_HIGH: Final = 300  # of the grid, for text of 18 px: its days, a room, and two sessions one below the other
_SPACE: Final = 12
_PICTURE: Final = 30


class IconButton(StaffButton):
    """A picture to press; its words are heard, not read."""

    def sizeHint(self) -> QSize:
        """As large as a finger needs."""
        return QSize(self.look.staff_target, self.look.staff_target)

    def written(self) -> list[Written]:
        """Nothing."""
        return []

    def _left(self, _lines: Lines) -> float:
        return (self.width() - _PICTURE) / 2


class ReachSwitch(QWidget):
    """How far changes reach: one of two, always in sight. chosen: True for from now on."""

    chosen = Signal(bool)

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__()
        self._look = look
        self._words = StaffWords(texts("staff.week.reach"), look, self, bold=True)
        self._buttons = [StaffButton(texts(f"staff.week.{words}"), look) for words in ("only_this", "from_now")]
        for number, button in enumerate(self._buttons):
            button.setParent(self)
            button.setAccessibleDescription(texts("staff.week.reach"))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, is_on=bool(number): self.chosen.emit(is_on))

    def show_reach(self, *, from_now_on: bool) -> None:
        """Show which is in force."""
        for number, button in enumerate(self._buttons):
            is_so = bool(number) == from_now_on
            button.strong = is_so
            button.mark_chosen(chosen=is_so)
            button.update()

    def height_for(self, width: int) -> int:
        """The height it takes in a width, in pixels; lays it out: in one row, in two, or all below one another."""
        least, beside = self._sizes()
        half = (width - _SPACE) // 2
        if self.least_width() <= width:
            return self._lay(width, (0, beside, beside + least + _SPACE), least)
        if all(button.fits(half) for button in self._buttons):
            return self._lay(width, (0, 0, half + _SPACE), half)
        return self._lay(width, (0, 0, 0), width)

    def least_width(self) -> int:
        """The width of all of it in one row, in pixels."""
        least, beside = self._sizes()
        return beside + 2 * (least + _SPACE)

    def _sizes(self) -> tuple[int, int]:
        least = max(button.sizeHint().width() for button in self._buttons)
        return least, ceil(measure(self._words.text(), self._look.staff_px)) + _SPACE

    def _lay(self, width: int, lefts: tuple[int, int, int], wide: int) -> int:
        """The words and the two buttons from these left edges on; what begins at 0 begins a row."""
        high = max(button.height_for(wide) for button in self._buttons)
        words = self._words.height_for(lefts[1] or width)
        in_row = lefts[1] > 0
        self._put(self._words, QRect(0, (high - words) // 2 if in_row else 0, lefts[1] or width, words), width)
        top = 0 if in_row else words + 6
        for number, button in enumerate(self._buttons):
            top += high + _SPACE if number and not lefts[2] else 0
            self._put(button, QRect(lefts[number + 1], top, wide, high), width)
        return top + high

    def _put(self, part: QWidget, place: QRect, width: int) -> None:
        if self._look.right_to_left:
            place.moveLeft(width - place.right() - 1)
        part.setGeometry(place)


class WeekBody(QWidget):
    """Holds the parts and places them. tool: the name of a tool that was pressed."""

    tool = Signal(str)

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__()
        self._look = look
        self.buttons = {name: self._button(name, texts) for name in TOOLS}
        self._tools = ButtonRow(look, list(self.buttons.values()))
        self.switch = ReachSwitch(look, texts)
        self.grid = WeekGrid(texts("staff.week.grid"), look)
        self.add, self.about = AddPanel(look, texts), SessionPanel(look, texts)
        self.clashes = ClashList(look)
        self._panels = [scrolled(look, part) for part in (self.add, self.about)]
        self._below = scrolled(look, self.clashes)
        self._is_adding = False
        self._shows_session = False
        self._has_clashes = False
        for part in (self._tools, self.switch, self.grid, *self._panels, self._below):
            part.setParent(self)

    def arrange(self, *, shows_session: bool, has_clashes: bool, is_adding: bool) -> None:
        """Say what is to be seen: a session or a free cell is marked, something does not fit, somebody is adding."""
        self._shows_session, self._has_clashes, self._is_adding = shows_session, has_clashes, is_adding
        self._place()

    @property
    def is_wide(self) -> bool:
        """Whether there is room beside the grid."""
        return self.width() - self._side() - _GAP >= _LEAST_GRID * self._look.staff_px // 18

    def order(self) -> list[QWidget]:
        """What the Tab key walks: tools, grid, what stands beside it, what does not fit."""
        found: list[QWidget] = []
        for part in (self._tools, self.switch, self.grid, *self._panels, self._below):
            if part.isVisibleTo(self):
                found += in_reading_order(can_focus(part), part)
        return found

    def _button(self, name: str, texts: Texts) -> StaffButton:
        words = texts(f"staff.week.{name}")
        if name in _ARROWS:
            art = Symbol(_ARROWS[name][self._look.right_to_left])
            button: StaffButton = IconButton(words, self._look, art=art)
        else:
            button = StaffButton(words, self._look)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a press of the mouse leaves the focus in the grid
        button.clicked.connect(lambda _=False: self.tool.emit(name))
        return button

    def _side(self) -> int:
        return max(_SIDE * self._look.staff_px // 18, round(self.width() * _SIDE_SHARE))

    def _place(self) -> None:
        wide, is_wide = self.width(), self.is_wide
        high = self._tools.height_for(wide)
        self._tools.setGeometry(0, 0, wide, high)
        rest = QRect(0, high + _GAP, wide, self.height() - high - _GAP)
        covers = self._is_adding and not is_wide
        self.grid.setVisible(not covers)
        self.switch.setVisible(not covers)
        self._panels[0].setVisible(covers or (is_wide and not self._shows_session) or (is_wide and self._is_adding))
        self._panels[1].setVisible(is_wide and self._shows_session and not self._is_adding)
        self._below.setVisible(self._has_clashes and not self._is_adding)
        if is_wide or covers:
            self.setMinimumHeight(0)
        if is_wide:
            self._place_wide(rest)
        elif covers:
            self._panels[0].setGeometry(rest)
        else:
            self._place_narrow(rest)

    def _place_wide(self, rest: QRect) -> None:
        side = self._side()
        main = QRect(rest.left(), rest.top(), rest.width() - side - _GAP, rest.height())
        beside = QRect(main.right() + 1 + _GAP, rest.top(), side, rest.height())
        if self._look.right_to_left:
            beside.moveLeft(0)
            main.moveLeft(side + _GAP)
        self.grid.setGeometry(main)
        switch = self.switch.height_for(side)
        self.switch.setGeometry(beside.left(), beside.top(), side, switch)
        top = beside.top() + switch + _GAP
        share = rest.height() // (3 if self._shows_session else 4)
        clashes = 0 if self._below.isHidden() else min(self.clashes.minimumHeight(), share)
        panel = rest.bottom() - top - (clashes + _GAP if clashes else 0)
        for one in self._panels:
            one.setGeometry(beside.left(), top, side, panel)
        self._below.setGeometry(beside.left(), top + panel + _GAP, side, clashes)

    def _place_narrow(self, rest: QRect) -> None:
        top = rest.top() + self._place_switch(rest)
        room = rest.bottom() - top
        self._below.setGeometry(0, top, rest.width(), room)
        least = _LEAST_HIGH * self._look.staff_px // 18
        low = min(self.clashes.minimumHeight(), _LOW * self._look.staff_px // 18) if self._has_clashes else 0
        clashes = min(low, max(room, least) // 3)
        beside = clashes + _GAP if clashes else 0
        self.setMinimumHeight(
            top + least + beside + 1
        )  # lower than this, the page scrolls rather than the grid shrinks
        self.grid.setGeometry(0, top, rest.width(), room - beside)
        self._below.setGeometry(0, rest.bottom() - clashes, rest.width(), clashes)

    def _place_switch(self, rest: QRect) -> int:
        """Beside the last tools, if there is room, otherwise below them; answers with the height it takes there."""
        low = max(button.y() for button in self.buttons.values())
        used = sum(button.width() + _SPACE for button in self.buttons.values() if button.y() == low) + _SPACE
        free = rest.width() - used
        if free >= self.switch.least_width():
            high = self.switch.height_for(free)
            self.switch.setGeometry(0 if self._look.right_to_left else used, low, free, high)
            self.switch.raise_()
            return 0
        high = self.switch.height_for(rest.width())
        self.switch.setGeometry(0, rest.top(), rest.width(), high)
        return high + _GAP

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Place everything anew."""
        self._place()
