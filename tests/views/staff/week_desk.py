"""The week's editor in a test: real keys and presses on real widgets, each of them counted."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.services.drafts_week import ActivityDraft, RoomDraft
from desktop.services.seen import Pic
from desktop.services.week_seen import SessionSeen, WeekSeen
from desktop.views.kit.week_part import CellButton, ChipButton
from tests.views.staff.pc import StaffPc
from tests.views.walk.weeks import ACTIVITIES, ROOMS

_KEYS: Final = {
    "Enter": Qt.Key.Key_Return,
    "Left": Qt.Key.Key_Left,
    "Right": Qt.Key.Key_Right,
    "Up": Qt.Key.Key_Up,
    "Down": Qt.Key.Key_Down,
    "Delete": Qt.Key.Key_Delete,
    "Escape": Qt.Key.Key_Escape,
    "PageDown": Qt.Key.Key_PageDown,
}
_WITH: Final = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}


class WeekDesk:
    """Plays the editor of a PC. pressed: how many keys and clicks so far, a key with Ctrl counting once."""

    def __init__(self, pc: StaffPc, *, activities: int = len(ACTIVITIES)) -> None:
        self.pc = pc
        self.pressed = 0
        services = pc.services
        for room in ROOMS:
            draft = RoomDraft(room.label, None, room.pic, room.capacity, room.is_step_free)
            pc.ask(partial(services.rooms.write, draft))
        for one in ACTIVITIES[:activities]:
            made = ActivityDraft(one.label, None, Pic("om:1F9F9"), one.sort)
            pc.ask(partial(services.activities.write, made))

    def open(self) -> None:
        """Come to the week, by the mouse."""
        self.click("The week")
        self.pc.arrive("staff_week")

    def click(self, name: str) -> None:
        """Press a button by its name."""
        self.pressed += 1
        found = [
            one
            for one in self.pc.screen.findChildren(QAbstractButton)
            if one.accessibleName() == name and one.isVisibleTo(self.pc.screen) and one.isEnabled()
        ]
        assert len(found) == 1, f"{name!r} is there {len(found)} times"
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)

    def click_cell(self, name: str) -> None:
        """Press an empty place of the grid."""
        self.click(name)

    def type(self, *keys: str) -> None:
        """Type keys: letters, names of keys, or such as "Ctrl+C"."""
        for key in keys:
            self.pressed += 1
            *held, last = key.split("+") if len(key) > 1 else [key]
            with_keys = Qt.KeyboardModifier.NoModifier
            for one in held:
                with_keys |= _WITH[one]
            at = self._focus()
            if last in _KEYS:
                QTest.keyClick(at, _KEYS[last], with_keys)
            elif held:
                QTest.keyClick(at, Qt.Key[f"Key_{last}"], with_keys)
            else:
                QTest.keyClicks(at, last)

    def settle(self, sessions: int) -> WeekSeen:
        """Wait until there are so many sessions."""
        self.pc.wait_for(lambda: len(self.chips()) == sessions)
        return self.week()

    def comes_to(self, *wanted: tuple[str, int, int, str]) -> bool:
        """Wait until this takes place and is shown: activity, weekday, minute, room."""
        self.pc.wait_for(lambda: placed(self._shown().sessions) == sorted(wanted))
        return placed(self.week().sessions) == sorted(wanted)

    def _shown(self) -> WeekSeen:
        arrival = self.pc.window.arrival
        assert arrival is not None
        week: WeekSeen = arrival.state.week
        return week

    def week(self) -> WeekSeen:
        """The week that is shown, as it is kept."""
        self.pc.wait_for(lambda: not self.pc.window.is_busy)
        monday = self._shown().monday
        found: WeekSeen = self.pc.ask(lambda: self.pc.services.week.week(monday))
        return found

    def chips(self) -> list[ChipButton]:
        """The sessions as they are shown."""
        return [one for one in self.pc.screen.findChildren(ChipButton) if one.isVisibleTo(self.pc.screen)]

    def chip(self, name: str) -> ChipButton:
        """One session as it is shown."""
        return next(one for one in self.chips() if one.chip.name == name)

    def cell(self, name: str) -> CellButton:
        """A place of the grid."""
        return next(one for one in self.pc.screen.findChildren(CellButton) if one.accessibleName() == name)

    def drag(self, chip: ChipButton, cell: CellButton) -> None:
        """Drag a session to another place with the mouse."""
        self.pressed += 1
        start = QPoint(20, 12)
        there = chip.mapFromGlobal(cell.mapToGlobal(QPoint(cell.width() // 2, cell.height() // 2)))
        QTest.mousePress(chip, Qt.MouseButton.LeftButton, pos=start)
        for step in (QPoint(20, 30), there / 2, there):
            QTest.mouseMove(chip, step)
        QTest.mouseRelease(chip, Qt.MouseButton.LeftButton, pos=there)

    def _focus(self) -> QWidget:
        found = self.pc.screen.focusWidget()
        assert found is not None
        return found


def placed(sessions: Sequence[SessionSeen]) -> list[tuple[str, int, int, str]]:
    """What takes place: activity, weekday, minute, room."""
    return sorted(
        (one.activity.label, one.day.weekday(), one.start_minute, one.room.label if one.room else "")
        for one in sessions
        if one.is_on
    )
