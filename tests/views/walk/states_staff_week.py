"""States of the week's staff screens: the editor, its lists and forms, registers, the fire list."""

from dataclasses import replace
from datetime import date
from typing import Any, Final

from desktop.services import week_on_paper
from desktop.services.closed_days import ClosedDay
from desktop.services.public_events import EventSeen, EventsPreview
from desktop.services.week_seen import (
    AttendeeSeen,
    FireListSeen,
    InHouseSeen,
    RegisterSeen,
)
from desktop.views.parts.session_filled import filled_of
from desktop.views.parts.staff_form import Filled
from desktop.views.parts.staff_lists import Note
from desktop.views.printing.paper import A4, Document, Page
from desktop.views.printing.week_centre import centre_week
from desktop.views.printing.week_sheets import SheetsAsked
from desktop.views.staff.staff_activities import StaffActivitiesState
from desktop.views.staff.staff_activity import StaffActivityState
from desktop.views.staff.staff_calendar import CalendarAsked, StaffCalendarState
from desktop.views.staff.staff_closed_days import StaffClosedDaysState
from desktop.views.staff.staff_fire_list import StaffFireListState
from desktop.views.staff.staff_register import StaffRegisterState
from desktop.views.staff.staff_register_pick import StaffRegisterPickState
from desktop.views.staff.staff_room import StaffRoomState
from desktop.views.staff.staff_rooms import StaffRoomsState
from desktop.views.staff.staff_session import StaffSessionState
from desktop.views.staff.staff_travel import StaffTravelState
from desktop.views.staff.staff_vehicle import StaffVehicleState
from desktop.views.staff.staff_vehicles import StaffVehiclesState
from desktop.views.staff.staff_week import StaffWeekState
from desktop.views.staff.staff_week_lists import StaffWeekListsState
from desktop.views.staff.staff_week_print import StaffWeekPrintState
from desktop.views.texts import Texts
from ledger.domain.coming import Presence
from ledger.domain.week import Attendance, Choice, Reach, Sort
from tests.views.walk.states_staff import SAID, wrong
from tests.views.walk.walked import (
    ANN,
    BOB,
    HIDDEN,
    JO,
    LONG,
    LONG_DONE,
    LONG_NAME,
    LONG_PLACE,
    SWEPT,
    TUESDAY,
    Walked,
    named,
)
from tests.views.walk.weeks import (
    ACTIVITIES,
    CAR,
    LONG_ACTIVITY,
    LONG_ROOM,
    MINIBUS,
    MONDAY,
    ROOMS,
    empty_week,
    full_week,
    long_week,
    members,
    quiet_week,
)

_FULL: Final = full_week()
_SESSION: Final = next(one for one in _FULL.sessions if one.activity.label == "Swimming")
_OFF: Final = next(one for one in _FULL.sessions if not one.is_on)
_LONG: Final = long_week().sessions[0]
_PEOPLE: Final = tuple((one.id, one.spoken_name) for one in (JO, ANN, BOB))
_JOBS: Final = ((named(70), "Editor", ANN.id), (named(71), "Photographer", None))
_ASKED: Final = SheetsAsked("centre", MONDAY, TUESDAY)


def _draw_sheet(page: Page) -> None:
    """The first half of the centre's week; laid out only when it is drawn: letters cannot be measured before that."""
    centre_week(week_on_paper.centre_week(_FULL, "Riverside"), Texts()).pages[0](page)


_SHEET: Final = Document("centre-week", "This week", A4, (_draw_sheet,))
_EVENTS: Final = (
    EventSeen("Carol singing", "Town square", date(2026, 12, 20), 17 * 60, "1"),
    EventSeen(LONG_DONE.label, LONG_PLACE, date(2026, 12, 21), -1, "2", "It comes again each year."),
)
_ROOM: Final = Filled({"label": "Hall", "pic": ROOMS[0].pic, "capacity": "40", "is_step_free": True, "is_kept": True})
_VEHICLE: Final = Filled(
    {"label": "Minibus", "pic": MINIBUS.pic, "seats": "12", "wheelchair_places": "2", "is_kept": True}
)
_ACTIVITY: Final = Filled(
    {
        "label": "Magazine",
        "pic": ACTIVITIES[9].pic,
        "sort": Sort.PROJECT,
        "jobs": "Editor\nPhotographer",
        "is_kept": True,
    }
)
_TRAVEL: Final = Filled(
    {
        "vehicle": MINIBUS.id,
        "stop": "The bus stop at the church",
        "time": "9:15",
        "in_wheelchair": True,
        "home_copy": True,
        "help_on_week": False,
    }
)
_REGISTER: Final = RegisterSeen(
    replace(_SESSION, task=SWEPT.id, going=2, places=3),
    (
        AttendeeSeen(ANN, Choice.GOING, Attendance.CAME, job="Editor"),
        AttendeeSeen(BOB, Choice.GOING, Attendance.NOT_KNOWN),
        AttendeeSeen(HIDDEN, Choice.LISTED, Attendance.NOT_TODAY, 5),
        AttendeeSeen(LONG, Choice.NO, Attendance.CAME_LATER),
    ),
    _JOBS,
)
_FIRE: Final = FireListSeen(
    TUESDAY,
    "Riverside",
    (
        InHouseSeen(ANN, "member", Presence.HERE, "Art, Hall"),
        InHouseSeen(JO, "worker", Presence.LEFT),
        InHouseSeen(HIDDEN, "visitor", Presence.NOT_KNOWN),
        InHouseSeen(LONG, "member", Presence.NOT_COMING, LONG_DONE.label),
    ),
)


def _form() -> StaffSessionState:
    filled = filled_of(_SESSION, Reach.FROM_NOW_ON)
    return StaffSessionState(_SESSION, filled, ACTIVITIES, ROOMS, (MINIBUS, CAR), _PEOPLE, (SWEPT,))


def _week(**more: Any) -> StaffWeekState:
    return replace(StaffWeekState(_FULL, TUESDAY, ROOMS, ACTIVITIES), **more)


STATES: Final = [
    # ---- the editor ----
    Walked("staff_week", "usual", _week()),
    Walked("staff_week", "usual, marked", _week(focus=_SESSION.at, note=Note("staff.week.did_move", {"name": "Art"}))),
    Walked("staff_week", "usual, adding", _week(is_adding=True, reach=Reach.THIS_WEEK)),
    Walked("staff_week", "usual, a quiet week", _week(week=quiet_week())),
    Walked("staff_week", "empty", StaffWeekState(empty_week(), TUESDAY)),
    Walked("staff_week", "most", _week(week=full_week(date(2027, 3, 1)), activities=ACTIVITIES * 3)),
    Walked("staff_week", "longest", StaffWeekState(long_week(), TUESDAY, (LONG_ROOM,), (LONG_ACTIVITY,))),
    Walked("staff_week", "problem", _week(note=SAID)),
    Walked("staff_session", "usual", _form()),
    Walked(
        "staff_session",
        "empty",
        StaffSessionState(_OFF, filled_of(_OFF, Reach.THIS_WEEK), ACTIVITIES[:1], (), (), (), ()),
    ),
    Walked(
        "staff_session",
        "longest",
        replace(_form(), session=_LONG, filled=filled_of(_LONG, Reach.THIS_WEEK), rooms=(LONG_ROOM,)),
    ),
    Walked(
        "staff_session",
        "problem",
        replace(_form(), filled=wrong(_form().filled, "start_minute", "staff.session.bad_time")),
    ),
    # ---- lists and forms ----
    Walked("staff_week_lists", "usual", StaffWeekListsState()),
    Walked("staff_activities", "empty", StaffActivitiesState()),
    Walked("staff_activities", "usual", StaffActivitiesState(ACTIVITIES, Note("staff.saved", {"name": "Art"}))),
    Walked("staff_activities", "longest", StaffActivitiesState((LONG_ACTIVITY,))),
    Walked("staff_activity", "usual", StaffActivityState(False, _ACTIVITY)),  # noqa: FBT003 - is_new
    Walked("staff_activity", "problem", StaffActivityState(True, wrong(_ACTIVITY, "pic"))),  # noqa: FBT003
    Walked("staff_rooms", "empty", StaffRoomsState()),
    Walked("staff_rooms", "usual", StaffRoomsState(ROOMS)),
    Walked("staff_rooms", "longest", StaffRoomsState((LONG_ROOM,), SAID)),
    Walked("staff_room", "usual", StaffRoomState(False, _ROOM)),  # noqa: FBT003 - is_new
    Walked("staff_room", "problem", StaffRoomState(True, wrong(_ROOM.changed(capacity=""), "label"))),  # noqa: FBT003
    Walked("staff_vehicles", "empty", StaffVehiclesState()),
    Walked("staff_vehicles", "usual", StaffVehiclesState((MINIBUS, CAR))),
    Walked("staff_vehicle", "usual", StaffVehicleState(False, _VEHICLE)),  # noqa: FBT003 - is_new
    Walked("staff_vehicle", "problem", StaffVehicleState(True, wrong(_VEHICLE, "label"))),  # noqa: FBT003
    Walked("staff_closed_days", "empty", StaffClosedDaysState()),
    Walked(
        "staff_closed_days",
        "usual",
        StaffClosedDaysState(
            0b111,
            2,
            (ClosedDay(date(2026, 12, 25), "Christmas Day", is_bank_holiday=True), ClosedDay(date(2026, 12, 29), "")),
            note=Note("staff.closed.saved"),
        ),
    ),
    Walked(
        "staff_closed_days",
        "problem",
        StaffClosedDaysState(filled=wrong(Filled({"day": "soon", "why": ""}), "day", "staff.session.bad_date")),
    ),
    # ---- on the day ----
    Walked("staff_register", "usual", StaffRegisterState(_REGISTER)),
    Walked("staff_register", "empty", StaffRegisterState(RegisterSeen(_OFF, ()))),
    Walked(
        "staff_register",
        "most",
        StaffRegisterState(
            RegisterSeen(
                _REGISTER.session,
                tuple(AttendeeSeen(one, Choice.GOING, Attendance.NOT_KNOWN) for one in members(30)),
            ),
            Note("staff.register.marked"),
        ),
    ),
    Walked("staff_register", "longest", StaffRegisterState(RegisterSeen(_LONG, _REGISTER.people[3:]), SAID)),
    Walked("staff_register_pick", "usual", StaffRegisterPickState("add", "", members(30))),
    Walked(
        "staff_register_pick", "usual, another session", StaffRegisterPickState("swap", "Ann", (), _FULL.sessions[:4])
    ),
    Walked("staff_register_pick", "usual, a job", StaffRegisterPickState("job", "Editor", members(4))),
    Walked("staff_register_pick", "longest", StaffRegisterPickState("swap", LONG_NAME, (LONG,), (_LONG,))),
    Walked("staff_register_pick", "empty", StaffRegisterPickState("add")),
    Walked("staff_fire_list", "usual", StaffFireListState(_FIRE)),
    Walked("staff_fire_list", "empty", StaffFireListState(FireListSeen(TUESDAY, "Riverside", ()))),
    Walked(
        "staff_fire_list",
        "most",
        StaffFireListState(
            FireListSeen(
                TUESDAY, "Riverside", tuple(InHouseSeen(one, "member", Presence.NOT_KNOWN) for one in members(60))
            ),
            SAID,
        ),
    ),
    # ---- on paper, and in other calendars ----
    Walked("staff_calendar", "empty", StaffCalendarState()),
    Walked("staff_calendar", "usual", StaffCalendarState(CalendarAsked(ANN.id), _PEOPLE, EventsPreview(_EVENTS), SAID)),
    Walked(
        "staff_calendar",
        "longest",
        StaffCalendarState(preview=EventsPreview(_EVENTS[1:], ((LONG_DONE.label, "It is over."),), 3)),
    ),
    Walked("staff_week_print", "usual", StaffWeekPrintState(_ASKED, TUESDAY, (_SHEET,), _PEOPLE)),
    Walked(
        "staff_week_print",
        "usual, everything",
        StaffWeekPrintState(replace(_ASKED, kind="whole"), TUESDAY, (_SHEET, replace(_SHEET, size=A4)), _PEOPLE),
    ),
    Walked("staff_week_print", "usual, of a day", StaffWeekPrintState(replace(_ASKED, kind="registers"), TUESDAY)),
    Walked(
        "staff_week_print",
        "problem",
        StaffWeekPrintState(
            replace(_ASKED, kind="members"), TUESDAY, (_SHEET, _SHEET), _PEOPLE[:1], first=1, note=SAID
        ),
    ),
    Walked("staff_travel", "usual", StaffTravelState("Ann", _TRAVEL, (MINIBUS, CAR))),
    Walked(
        "staff_travel",
        "longest",
        StaffTravelState(LONG_NAME, wrong(_TRAVEL.changed(stop=LONG_PLACE, time="soon"), "time"), (MINIBUS,)),
    ),
    Walked("staff_travel", "empty", StaffTravelState("Ann", _TRAVEL.changed(vehicle=None, stop="", time=""))),
]
