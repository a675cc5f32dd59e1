"""What the week's editor does to the week: every change as a plain value, done on the store's thread and told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.services.week_days import date_in, week_number
from desktop.services.week_editing import Put
from desktop.views.kit.staff import StaffPage
from desktop.views.parts.staff_lists import note, tell
from desktop.views.visit import Visit
from ledger.domain.names import FactId
from ledger.domain.week import Reach
from ledger.domain.weeks import Occurrence

MONDAY: Final = "week_monday"
REACH: Final = "week_reach"
FOCUS: Final = "week_focus"
SESSION: Final = "week_session"
_WEEK: Final = timedelta(days=7)
_DID_COPY_LAST: Final = "staff.week.did_copy_last"


@dataclass(frozen=True, slots=True)
class Do:
    """A change of the week.

    kind: `add`, `move`, `shift`, `copy`, `call_off`, `put_back`, `copy_last`, `undo` or `redo`. name: the activity, to
    tell of it. at: the session it is about. activity: what to add. start_minute: when, None for as it is or the next
    free time.
    """

    kind: str
    name: str = ""
    at: Occurrence | None = None
    activity: FactId | None = None
    day: date | None = None
    room: FactId | None = None
    start_minute: int | None = None


def monday_of(services: Any, visit: Visit) -> date:
    """The week that is looked at: this one, until another is chosen."""
    today: date = services.centre.today()
    found: Any = visit.chosen.setdefault(MONDAY, today - timedelta(days=today.weekday()))
    return found if isinstance(found, date) else today


def reach_of(visit: Visit) -> Reach:
    """How far changes reach: from now on, until something else is chosen."""
    found: Any = visit.chosen.get(REACH, Reach.FROM_NOW_ON)
    return Reach(found)


def look_at(visit: Visit, at: Occurrence) -> None:
    """Let the next screen of the week be about this session, and the editor be in its week."""
    visit.chosen[SESSION] = visit.chosen[FOCUS] = at
    visit.chosen[MONDAY] = date_in(at.week, 0)


class WeekActs(StaffPage):
    """The outcomes of the editor."""

    nav: ClassVar[str] = "to_week"

    change = Signal(object)  # Do
    go = Signal(object)  # the Monday of a week
    set_reach = Signal(object)  # a Reach
    open_session = Signal(object)  # Occurrence
    register = Signal(object)  # Occurrence
    new_activity = Signal(object)  # what was typed of its name
    print_week = Signal()
    lists = Signal()

    @staticmethod
    def on_change(services: Any, visit: Visit, what: Do) -> None:
        """Do it; what cannot be is told in a line, and nothing has changed."""
        if what.kind == "copy_last":
            _copy_last(services, visit)
            return
        tell(visit, lambda: _do(services, visit, what), f"staff.week.did_{what.kind}", name=what.name)

    @staticmethod
    def on_go(_services: Any, visit: Visit, monday: date) -> None:
        """Look at another week."""
        visit.chosen[MONDAY] = monday

    @staticmethod
    def on_set_reach(_services: Any, visit: Visit, reach: Reach) -> None:
        """Let changes reach so far from now."""
        visit.chosen[REACH] = reach

    @staticmethod
    def on_open_session(services: Any, visit: Visit, at: Occurrence) -> None:
        """Open one with all its fields."""
        visit.chosen[SESSION] = visit.chosen[FOCUS] = at
        visit.chosen["staff_draft"] = services.sittings.new_draft()

    @staticmethod
    def on_register(_services: Any, visit: Visit, at: Occurrence) -> None:
        """See who came."""
        visit.chosen[SESSION] = visit.chosen[FOCUS] = at

    @staticmethod
    def on_new_activity(services: Any, visit: Visit, typed: str) -> None:
        """Begin a new activity with the letters that were typed."""
        visit.chosen["staff_activity"] = None
        visit.chosen["staff_activity_label"] = typed
        visit.chosen["staff_activity_from"] = "week"
        visit.chosen["staff_draft"] = services.sittings.new_draft()


def _do(services: Any, visit: Visit, what: Do) -> None:
    editing, monday, reach = services.week_editing, monday_of(services, visit), reach_of(visit)
    if what.kind == "add":
        made = editing.write(_suggested(services, what, monday), reach)
        visit.chosen[FOCUS] = Occurrence(made.first, week_number(monday))
    elif what.kind in {"move", "shift"}:
        _move(editing, what, monday, reach)
    elif what.kind == "copy":
        made = _copy(editing, what, monday, reach)
        visit.chosen[FOCUS] = Occurrence(made.first, week_number(monday))
    elif what.kind == "call_off":
        editing.call_off(what.at, reach)
    elif what.kind == "put_back":
        editing.put_back(what.at, reach)
    else:
        getattr(editing, what.kind)()


def _copy_last(services: Any, visit: Visit) -> None:
    """Copy the week before into this one, and say so only if there was something to copy."""
    monday = monday_of(services, visit)
    copied: list[Any] = []
    tell(visit, lambda: copied.append(services.week_editing.copy_week(monday - _WEEK, monday)), _DID_COPY_LAST)
    if copied and not copied[0].facts:
        note(visit, "staff.week.nothing_to_copy")


def _move(editing: Any, what: Do, monday: date, reach: Reach) -> None:
    """Into a room, or out of all of them: an outing."""
    if what.room is not None:
        editing.move(what.at, Put(what.day or monday, what.start_minute, what.room), reach)
        return
    draft = editing.draft(what.at)
    start = draft.start_minute if what.start_minute is None else what.start_minute
    editing.write(replace(draft, day=what.day, start_minute=start, room=None), reach)


def _copy(editing: Any, what: Do, monday: date, reach: Reach) -> Any:
    if what.room is not None:
        return editing.copy(what.at, Put(what.day or monday, None, what.room), reach)
    draft = replace(editing.draft(what.at), monday=monday, day=what.day, room=None, session=None, until=None)
    return editing.write(draft, reach)


def _suggested(services: Any, what: Do, monday: date) -> Any:
    """As this activity was last, in the cell that was meant, at the time that was typed."""
    draft = services.week_editing.suggest(what.activity, monday, what.day, what.room)
    start = draft.start_minute if what.start_minute is None else what.start_minute
    return replace(draft, room=what.room, start_minute=start, draft_id=services.sittings.new_draft())
