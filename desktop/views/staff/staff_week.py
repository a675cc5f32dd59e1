"""The week: what takes place, by day and room; made by keys or mouse, this week alone or from now on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.services.week_seen import ActivitySeen, RoomSeen, WeekSeen
from desktop.views.parts.staff_form import forget_forms
from desktop.views.parts.staff_lists import Note, noted
from desktop.views.parts.week_acts import FOCUS, Do, WeekActs, monday_of, reach_of
from desktop.views.parts.week_add import Picked
from desktop.views.parts.week_body import WeekBody
from desktop.views.parts.week_desk import WeekDesk
from desktop.views.parts.week_words import (
    by_occurrence,
    cell_names,
    chips_of,
    clash_words,
    day_heads,
    days_of,
    room_heads,
    room_name,
    rows_of,
    week_title,
)
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit
from ledger.domain.week import Reach
from ledger.domain.weeks import Occurrence

_WEEK: Final = timedelta(days=7)
_REACHES: Final = {False: Reach.THIS_WEEK, True: Reach.FROM_NOW_ON}
_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_KEYS: Final = {
    (Qt.Key.Key_Z, _CTRL): "undo",
    (Qt.Key.Key_Z, _CTRL | Qt.KeyboardModifier.ShiftModifier): "redo",
    (Qt.Key.Key_Y, _CTRL): "redo",
    (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier): "before",
    (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier): "after",
}


@dataclass(frozen=True, slots=True)
class StaffWeekState:
    """rooms, activities: those that are kept. focus: the session to mark, None for where we were.

    is_adding: somebody is about to add something. reach: how far changes reach.
    """

    week: WeekSeen
    today: date
    rooms: tuple[RoomSeen, ...] = ()
    activities: tuple[ActivitySeen, ...] = ()
    reach: Reach = Reach.FROM_NOW_ON
    focus: Occurrence | None = None
    note: Note = field(default_factory=Note)
    is_adding: bool = False


class StaffWeek(WeekActs):
    """Shows a week as a grid."""

    name: ClassVar[str] = "staff_week"
    keeps_up: ClassVar[bool] = True

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._whole = WeekBody(look, texts)
        self._grid = self._whole.grid
        self._desk = WeekDesk(self)
        self._state: StaffWeekState | None = None
        self._is_adding = False
        self._listen()
        self.set_body(self._whole, scrolls=True)

    def _listen(self) -> None:
        desk, whole = self._desk, self._whole
        self._grid.acted.connect(desk.act)
        desk.do.connect(self.change)
        desk.opened.connect(self.open_session)
        desk.registered.connect(self.register)
        desk.held.connect(self._hold)
        desk.adding.connect(lambda: self._add(is_on=True))
        desk.marked.connect(self._marked)
        whole.tool.connect(self._use)
        whole.switch.chosen.connect(lambda is_on: self.set_reach.emit(_REACHES[is_on]))
        whole.add.picked.connect(self._picked)
        whole.add.another.connect(self.new_activity)
        whole.add.put_here.connect(lambda: self._grid.ask("paste"))
        whole.add.closed.connect(lambda: self._add(is_on=False, focus=True))
        whole.about.did.connect(self._grid.ask)
        whole.clashes.shown.connect(self._show_clash)

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffWeekState:
        """The week that is looked at."""
        forget_forms(visit)
        return StaffWeekState(
            services.week.week(monday_of(services, visit)),
            services.centre.today(),
            tuple(services.rooms.all()),
            tuple(services.activities.all()),
            reach_of(visit),
            visit.chosen.pop(FOCUS, None),
            noted(visit),
        )

    def fill(self, state: StaffWeekState) -> None:
        """Show the week, and go on with what was asked for meanwhile."""
        is_other = self._state is None or self._state.week.monday != state.week.monday
        self._state = state
        if state.is_adding or is_other:
            self._is_adding = state.is_adding
        week, texts, body = state.week, self.texts, self._whole
        self.ask(week_title(week.monday, state.today, texts), state.note.before(self._count(state), texts))
        rooms, days = rows_of(week, state.rooms), days_of(week)
        before = self._grid.value
        self._grid.show_week(
            day_heads(week, state.today, texts),
            room_heads(rooms, texts),
            chips_of(week, rooms, days, texts),
            cell_names(rooms, days, texts),
        )
        if state.focus is not None and not (self._grid.has_focus() and self._grid.has_gone_from(state.focus)):
            self._grid.mark(state.focus, focus=self._grid.has_focus())
        body.switch.show_reach(from_now_on=state.reach == Reach.FROM_NOW_ON)
        for name, is_on in (("undo", week.can_undo), ("redo", week.can_redo)):
            body.buttons[name].setEnabled(is_on)
        sessions = by_occurrence(week)
        same = next((at for at in sessions if isinstance(before, Occurrence) and at.session == before.session), None)
        if is_other and state.focus is None and same is not None:  # the session that was marked, in the other week
            self._grid.mark(same, focus=self._grid.has_focus())
        body.clashes.show_clashes([clash_words(clash, sessions, texts) for clash in week.clashes])
        self._tell()
        self._desk.show_week(week, rooms)

    def focus_order(self) -> list[QWidget]:
        """The places at the left, Lock, then the tools, the grid, and what stands beside it."""
        return [*self._nav, self._lock, *self._whole.order()]

    def take_focus(self) -> None:
        """Stay where we are in the body; begin in the grid."""
        now = self.focusWidget()
        if now in self._whole.order():
            return
        marked = self._grid.current()
        if marked is not None and marked.isVisibleTo(self):
            marked.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self, state: StaffWeekState) -> str:
        line = self.texts.count("staff.week.line", sum(session.is_on for session in state.week.sessions))
        if not state.rooms:
            line = f"{line} {self.texts('staff.week.no_rooms')}"
        clashes = len(state.week.clashes)
        return f"{line} {self.texts.count('staff.clash.line', clashes)}" if clashes else line

    def _tell(self) -> None:
        """Say what is marked, and show what belongs to it."""
        state = self._state
        if state is None:
            return
        sessions = by_occurrence(state.week)
        at = self._grid.value
        session = sessions.get(at) if isinstance(at, Occurrence) else None
        if session is not None:
            self._whole.about.show_session(session)
        row, column = self._grid.at
        day, room = days_of(state.week)[column], rows_of(state.week, state.rooms)[row]
        title = self.texts("staff.week.panel.add_to", day=self.texts.day(day))
        self._whole.add.show_place(title, room_name(room, self.texts), state.activities)
        self._whole.arrange(
            shows_session=session is not None, has_clashes=bool(state.week.clashes), is_adding=self._is_adding
        )

    # ---- what is done ------------------------------------------------------------------------------------------------
    def _add(self, *, is_on: bool, focus: bool = False) -> None:
        """Begin to add something to the cell that is marked, or have done with it."""
        self._is_adding = is_on
        self._tell()
        if is_on:
            self._whole.add.begin()
        marked = self._grid.current()
        if focus and marked is not None:
            marked.setFocus(Qt.FocusReason.OtherFocusReason)

    def _marked(self) -> None:
        """Go on with what is marked now; where nothing stands beside the grid, say how to come to it."""
        self._add(is_on=False)
        at = self._grid.value
        if self._state is None or self._whole.is_wide or not isinstance(at, Occurrence):
            return
        session = by_occurrence(self._state.week)[at]
        self.ask(self.question(), self.texts("staff.week.open_it", name=session.activity.label))

    def _hold(self, label: str) -> None:
        self._whole.add.show_held(label)
        if label:
            self.ask(self.question(), self.texts("staff.week.held", name=label))

    def _picked(self, picked: Picked) -> None:
        self._add(is_on=False, focus=True)
        self._desk.add(picked, self._grid.at)

    def _use(self, tool: str) -> None:
        """Do what a tool is for."""
        monday = self._state.week.monday if self._state is not None else date.min
        today = self._state.today if self._state is not None else date.min
        match tool:
            case "before" | "after":
                self.go.emit(monday + (_WEEK if tool == "after" else -_WEEK))
            case "now":
                self.go.emit(today - timedelta(days=today.weekday()))
            case "add":
                self._add(is_on=True)
            case "print":
                self.print_week.emit()
            case "lists":
                self.lists.emit()
            case _:
                self._desk.ask(Do(tool))

    def _show_clash(self, number: int) -> None:
        """Mark the last of the sessions a clash is about: the one that would have to go elsewhere."""
        if self._state is None:
            return
        here = by_occurrence(self._state.week)
        about = [here[at] for at in self._state.week.clashes[number].about if at in here]
        if about:
            self._is_adding = False
            self._grid.mark(max(about, key=lambda one: one.start_minute).at, focus=True)
            self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo, and turn to another week, wherever the focus is."""
        tool = _KEYS.get((Qt.Key(event.key()), event.modifiers()))
        if tool is None:
            super().keyPressEvent(event)
        elif self._whole.buttons[tool].isEnabled():
            self._use(tool)
