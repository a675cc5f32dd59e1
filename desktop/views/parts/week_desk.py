"""From what is asked of the grid to changes of the week, one after another: none is lost while another is under way."""

from __future__ import annotations

from collections.abc import Sequence
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

    do: a `Do`, when it may be done. opened, registered: an Occurrence. held: the label of what was taken up. adding:
    somebody wants to add something. marked: something else is marked.
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
        self._waiting: list[Do] = []
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
        there = self._do("add", picked.activity.label, None, GridAct("add", None, *place))
        self.ask(replace(there, activity=picked.activity.id, start_minute=picked.start_minute))

    def ask(self, what: Do) -> None:
        """Have it done, after what is under way."""
        self._waiting.append(what)
        self._go_on()

    def _go_on(self) -> None:
        if self._waiting and not self._is_under_way:
            self._is_under_way = True
            self.do.emit(self._waiting.pop(0))

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
            case "move":
                self.ask(self._do("move", label, session.at, act))
            case "shift":
                start = max(0, min(_ALL_DAY - session.minutes, session.start_minute + act.step))
                self.ask(Do("shift", label, session.at, None, session.day, room_id(session.room), start))
            case "call_off" | "put_back":
                kind = "call_off" if session.is_on else "put_back"
                self.ask(Do(kind, label, session.at))

    def _paste(self, act: GridAct) -> None:
        if self._held is None:
            return
        at, is_cut, label = self._held
        self.ask(self._do("move" if is_cut else "copy", label, at, act))
        if is_cut:
            self._held = None

    def _do(self, kind: str, label: str, at: Occurrence | None, act: GridAct) -> Do:
        week = self._week
        day = days_of(week)[act.column] if week is not None else None
        return Do(kind, label, at, None, day, room_id(self._rooms[act.row]))
