"""From what is asked of the grid to changes of the week, one after another: none is lost while another is under way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.services.week_seen import RoomSeen, SessionSeen, WeekSeen
from desktop.views.kit.week_grid import GridAct
from desktop.views.parts.week_acts import Do
from desktop.views.parts.week_add import Picked
from desktop.views.parts.week_words import by_occurrence, days_of, room_id
from ledger.domain.weeks import Occurrence

_ALL_DAY = 24 * 60


class WeekDesk(QObject):
    """Knows the week that is shown and the session that is held to be put down elsewhere.

    do: a `Do`, when it may be done. opened, registered: an Occurrence. held: the label of what was taken up, "" once it
    was put down. adding: somebody wants to add something. marked: something else is marked.
    """

    do = Signal(object)
    opened = Signal(object)
    registered = Signal(object)
    held = Signal(str)
    adding = Signal()
    marked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._week: WeekSeen | None = None
        self._rooms: Sequence[RoomSeen | None] = ()
        self._held: tuple[Occurrence, bool, str] | None = None
        self._waiting: list[Callable[[], Do | None]] = []
        self._is_under_way = False

    def show_week(self, week: WeekSeen, rooms: Sequence[RoomSeen | None]) -> None:
        """Note what is shown now: the last change is done, and the next may follow."""
        self._week, self._rooms = week, rooms
        self._is_under_way = False
        if self._waiting:
            QTimer.singleShot(0, self, self._go_on)

    def act(self, act: GridAct) -> None:
        """Answer what is asked of the grid."""
        session = self._session(act.value)
        if act.kind == "mark":
            self.marked.emit()
        elif act.kind == "add":
            self.adding.emit()
        elif act.kind == "paste":
            self._paste(act)
        elif session is not None:
            self._act_on(session, act)

    def add(self, picked: Picked, place: tuple[int, int]) -> None:
        """Add an activity to a cell."""
        there = self._do("add", picked.activity.label, None, place)
        self.ask(replace(there, activity=picked.activity.id, start_minute=picked.start_minute))

    def ask(self, what: Do) -> None:
        """Have it done, after what is under way."""
        self._queue(lambda: what)

    def _queue(self, what: Callable[[], Do | None]) -> None:
        self._waiting.append(what)
        self._go_on()

    def _go_on(self) -> None:
        """What comes next is made of the week as it is by then."""
        while self._waiting and not self._is_under_way:
            what = self._waiting.pop(0)()
            if what is not None:
                self._is_under_way = True
                self.do.emit(what)

    def _session(self, value: object) -> SessionSeen | None:
        if self._week is None or not isinstance(value, Occurrence):
            return None
        return by_occurrence(self._week).get(value)

    def _act_on(self, session: SessionSeen, act: GridAct) -> None:
        label = session.activity.label
        match act.kind:
            case "open":
                self.opened.emit(session.at)
            case "register":
                self.registered.emit(session.at)
            case "copy" | "cut":
                self._held = (session.at, act.kind == "cut", label)
                self.held.emit(label)
            case _:
                self._queue(lambda: self._change(session.at, act))

    def _change(self, at: Occurrence, act: GridAct) -> Do | None:
        """What is to be done with a session, as the week is now; None if there is nothing to do."""
        session = self._session(at)
        if session is None or self._week is None:
            return None
        label = session.activity.label
        if act.kind == "shift":
            start = max(0, min(_ALL_DAY - session.minutes, session.start_minute + act.step))
            return Do("shift", label, at, None, session.day, room_id(session.room), start)
        if act.kind in {"call_off", "put_back"}:
            return Do("call_off" if session.is_on else "put_back", label, at)
        place = (act.row, act.column)
        if act.kind == "nudge":
            rooms = [room_id(room) for room in self._rooms]
            here = (rooms.index(room_id(session.room)), days_of(self._week).index(session.day))
            place = (here[0] + act.row, here[1] + act.column)
        is_there = 0 <= place[0] < len(self._rooms) and 0 <= place[1] < len(days_of(self._week))
        return self._do("move", label, at, place) if is_there else None

    def _paste(self, act: GridAct) -> None:
        if self._held is None:
            return
        at, is_cut, label = self._held
        is_here = self._session(at) is not None  # what is of another week stays there, and is copied
        self.ask(self._do("move" if is_cut and is_here else "copy", label, at, (act.row, act.column)))
        if is_cut:
            self._held = None
            self.held.emit("")

    def _do(self, kind: str, label: str, at: Occurrence | None, place: tuple[int, int]) -> Do:
        week = self._week
        day = days_of(week)[place[1]] if week is not None else None
        return Do(kind, label, at, None, day, room_id(self._rooms[place[0]]))
