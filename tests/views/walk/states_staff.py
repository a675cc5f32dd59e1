"""States of the screens of staff: today, people, lists, slips."""

from dataclasses import replace
from typing import Any, Final

from desktop.services.papers import SlipPaper
from desktop.services.seen import MemberSeen, PersonSeen, Pic, SlipOut, WaitingSeen, WorkerSeen
from desktop.services.slips import Outcome, Verdict
from desktop.views.parts.staff_form import Filled
from desktop.views.parts.staff_lists import Note
from desktop.views.staff.staff_check import StaffCheckState
from desktop.views.staff.staff_hand_out import StaffHandOutState
from desktop.views.staff.staff_member import StaffMemberState
from desktop.views.staff.staff_movements import StaffMovementsState
from desktop.views.staff.staff_offer import StaffOfferState
from desktop.views.staff.staff_offers import StaffOffersState
from desktop.views.staff.staff_people import StaffPeopleState
from desktop.views.staff.staff_pin import StaffPinState
from desktop.views.staff.staff_print import StaffPrintState
from desktop.views.staff.staff_record import StaffRecordState
from desktop.views.staff.staff_sheet import StaffSheetState
from desktop.views.staff.staff_slips import StaffSlipsState
from desktop.views.staff.staff_task import StaffTaskState
from desktop.views.staff.staff_tasks import StaffTasksState
from desktop.views.staff.staff_today import StaffTodayState
from desktop.views.staff.staff_venue import StaffVenueState
from desktop.views.staff.staff_why import StaffWhyState
from desktop.views.staff.staff_worker import StaffWorkerState
from tests.views.walk.walked import (
    ALL_SENT,
    ANN,
    BOB,
    LONG,
    LONG_DONE,
    LONG_NAME,
    LONG_OFFER,
    LONG_PLACE,
    LONG_TRIP,
    NOW_MS,
    POOL,
    SWEPT,
    SWIMMING,
    TO_SEND,
    TOWER,
    TUESDAY,
    UNNAMED,
    UNREAD,
    Walked,
    credits_of,
    movement,
    named,
    tasks,
)
from tests.views.walk.weeks import full_week

_WRONG: Final = "17 minutes cannot be recorded. Use steps of 15 minutes, from 15 to 1440."
SAID: Final = Note(words="The printer did not take the sheet: it may be off, out of paper or stopped. Try again.")


FACE: Final = Pic("gh:person-grey-bun")


def _member(person: PersonSeen = ANN, **more: Any) -> MemberSeen:
    return MemberSeen(person.id, person.spoken_name, more.pop("known_as", ""), person.pic, 1, 1, **more)


def _worker(name: str = "Jo", number: int = 0) -> WorkerSeen:
    return WorkerSeen(named(600 + number), name, "", Pic("gh:person-staff-badge"), is_driver=bool(number % 2))


def _waiting(what: str, person: PersonSeen | None = ANN, *, number: int = 0, label: str = "Swept up") -> WaitingSeen:
    giver = BOB if what == "gave" else None
    return WaitingSeen(named(700 + number), what, person, giver, label, Pic("om:1F9F9"), 180, NOW_MS)


def _slip(number: int, **more: Any) -> SlipOut:
    return SlipOut(f"RYB92-7P6H4-6S{number:02}", 60, more.pop("member", None), TUESDAY, **more)


def _paper(number: int) -> SlipPaper:
    return SlipPaper("TC1" + "0123456789ABCDEFGHJKMNPQRSTVWXYZ" * 4, f"RYB92-7P6H4-6S{number:02}", 60)


_MEMBER: Final = Filled(
    {
        "name": "Ann",
        "known_as": "",
        "pic": FACE,
        "group": 1,
        "named_worker": None,
        "is_paused": False,
        "shows_name": True,
        "shows_picture": True,
    }
)
_TASK: Final = Filled(
    {"label": "Swept up", "pic": Pic("om:1F9F9"), "usual_minutes": "30", "for_what": "", "is_kept": True}
)
_OFFER: Final = Filled(
    {
        "label": "Swimming",
        "pic": SWIMMING.pic,
        "minutes": "60",
        "venue": POOL.id,
        "place": "The pool",
        "getting_there": "bus",
        "companion": "needed",
        "is_open_to_all": True,
        "is_step_free": True,
        "is_quiet": False,
        "is_kept": True,
    }
)
_GROUPS: Final = ((1, "Circle"), (2, ""))


def wrong(filled: Filled, where: str = "", words: str = _WRONG) -> Filled:
    return replace(filled, wrong=words, where=where)


STATES: Final = [
    # ---- today ----
    Walked("staff_pin", "usual", StaffPinState()),
    Walked("staff_pin", "problem", StaffPinState(is_practice=True, tries_left=2)),
    Walked("staff_pin", "waiting", StaffPinState(wait_s=25)),
    Walked("staff_pin", "waiting long", StaffPinState(wait_s=900)),
    Walked("staff_today", "empty", StaffTodayState(TUESDAY)),
    Walked("staff_today", "empty, a new centre", StaffTodayState(TUESDAY, is_empty=True, has_tasks=False)),
    Walked("staff_today", "usual", StaffTodayState(TUESDAY, (_waiting("helped"),), (UNNAMED,), (_worker(""),))),
    Walked(
        "staff_today",
        "most",
        StaffTodayState(
            TUESDAY,
            tuple(_waiting(what, number=n) for n, what in enumerate(("helped", "gave") * 6)),
            (UNNAMED,) * 3,
            note=Note("staff.today.confirmed"),
        ),
    ),
    Walked("staff_today", "usual, joined", StaffTodayState(TUESDAY, needs=3, network=ALL_SENT)),
    Walked(
        "staff_today",
        "usual, with sessions",
        StaffTodayState(TUESDAY, sessions=tuple(one for one in full_week().sessions if one.day == TUESDAY)),
    ),
    Walked("staff_today", "waiting", StaffTodayState(TUESDAY, needs=1, network=TO_SEND)),
    Walked("staff_today", "usual, a language nobody has read", StaffTodayState(TUESDAY, needs=1, language=UNREAD)),
    Walked("staff_today", "longest", StaffTodayState(TUESDAY, (_waiting("helped", LONG, label=LONG_DONE.label),))),
    Walked("staff_why", "usual", StaffWhyState("put_aside", _waiting("helped"), Filled({"why": ""}))),
    Walked("staff_why", "problem", StaffWhyState("put_right", movement(), wrong(Filled({"why": ""}), "why"))),
    Walked("staff_why", "a slip", StaffWhyState("void", _slip(1), Filled({"why": "torn", "scanned": ""}))),
    # ---- people ----
    Walked("staff_people", "empty", StaffPeopleState()),
    Walked(
        "staff_people",
        "usual",
        StaffPeopleState((_member(), _member(BOB, known_as="Bobby", is_paused=True)), groups={1: "Circle"}),
    ),
    Walked("staff_people", "most", StaffPeopleState(tuple(_member() for _ in range(75)))),
    Walked(
        "staff_people", "most, typed by touch", StaffPeopleState(tuple(_member() for _ in range(75))), by_alphabet=False
    ),
    Walked("staff_people", "longest", StaffPeopleState((_member(LONG, known_as=LONG_NAME, is_paused=True),))),
    Walked(
        "staff_people", "workers", StaffPeopleState((), (_worker(""), _worker("Jo", 1)), shows_workers=True, note=SAID)
    ),
    Walked("staff_member", "usual", StaffMemberState(_member(), _MEMBER, _GROUPS, (_worker(),), credits_of(390, 60))),
    Walked(
        "staff_member",
        "usual, typed by touch",
        StaffMemberState(_member(), _MEMBER, _GROUPS, (_worker(),), credits_of(390, 60)),
        by_alphabet=True,
    ),
    Walked("staff_member", "empty", StaffMemberState(None, _MEMBER.changed(name="", group=None), _GROUPS[:1])),
    Walked(
        "staff_member",
        "longest",
        StaffMemberState(
            _member(LONG), _MEMBER.changed(name=LONG_NAME, known_as=LONG_NAME), _GROUPS, (), credits_of(0)
        ),
    ),
    Walked(
        "staff_member",
        "problem",
        StaffMemberState(None, wrong(_MEMBER, "name", "The name is missing. Type it in."), _GROUPS),
    ),
    Walked(
        "staff_worker",
        "usual",
        StaffWorkerState(
            False,  # noqa: FBT003 - is_new
            Filled({"name": "Jo", "known_as": "", "pic": FACE, "is_driver": True, "is_kept": True}),
        ),
    ),
    Walked(
        "staff_worker",
        "problem",
        StaffWorkerState(
            True,  # noqa: FBT003 - is_new
            wrong(Filled({"name": "", "known_as": "", "pic": FACE, "is_driver": False, "is_kept": True}), "name"),
        ),
    ),
    Walked("staff_movements", "empty", StaffMovementsState("Ann")),
    Walked(
        "staff_movements",
        "usual",
        StaffMovementsState(
            "Ann", (movement(), movement("gave", -60), movement(is_undone=True), movement(is_waiting=True))
        ),
    ),
    Walked("staff_movements", "longest", StaffMovementsState(LONG_NAME, (movement(label=LONG_DONE.label),))),
    Walked(
        "staff_record",
        "usual",
        StaffRecordState(
            "Ann", (SWEPT, LONG_DONE), (_member(BOB),), Filled({"task": None, "minutes": "", "with_member": None})
        ),
    ),
    Walked(
        "staff_record",
        "problem",
        StaffRecordState(
            LONG_NAME,
            (SWEPT,),
            (),
            wrong(Filled({"task": SWEPT.id, "minutes": "17", "with_member": None}), "minutes"),
        ),
    ),
    # ---- tasks, pictures, offers ----
    Walked("staff_tasks", "empty", StaffTasksState(())),
    Walked("staff_tasks", "usual", StaffTasksState((UNNAMED, SWEPT, LONG_DONE))),
    Walked("staff_tasks", "most", StaffTasksState(tasks(40), Note("staff.saved", {"name": "Swept up"}))),
    Walked("staff_task", "usual", StaffTaskState(False, _TASK)),  # noqa: FBT003 - is_new
    Walked("staff_task", "empty", StaffTaskState(True, _TASK.changed(label="", usual_minutes=""))),  # noqa: FBT003
    Walked("staff_task", "problem", StaffTaskState(False, wrong(_TASK, "usual_minutes"))),  # noqa: FBT003
    Walked("staff_task", "longest", StaffTaskState(False, _TASK.changed(label=LONG_DONE.label))),  # noqa: FBT003
    Walked("staff_offers", "empty", StaffOffersState()),
    Walked("staff_offers", "usual", StaffOffersState((SWIMMING, TOWER, LONG_TRIP), (POOL,))),
    Walked("staff_offers", "places of the network", StaffOffersState((), (POOL,), shows_venues=True, has_listed=True)),
    Walked("staff_offers", "places", StaffOffersState((), (POOL, POOL._replace(name=LONG_PLACE)), shows_venues=True)),
    Walked("staff_offer", "usual", StaffOfferState(False, _OFFER, (POOL,))),  # noqa: FBT003 - is_new
    Walked(
        "staff_offer",
        "longest",
        StaffOfferState(False, _OFFER.changed(label=LONG_OFFER, place=LONG_PLACE), (POOL,)),  # noqa: FBT003 - as above
    ),
    Walked("staff_offer", "problem", StaffOfferState(True, wrong(_OFFER, "minutes"), ())),  # noqa: FBT003
    Walked("staff_venue", "usual", StaffVenueState(POOL, Filled({"name": "Pool", "pic": POOL.pic, "is_kept": True}))),
    Walked(
        "staff_venue",
        "problem",
        StaffVenueState(None, wrong(Filled({"name": "", "pic": POOL.pic, "is_kept": True}), "name")),
    ),
    # ---- slips ----
    Walked("staff_slips", "empty", StaffSlipsState()),
    Walked(
        "staff_slips",
        "usual",
        StaffSlipsState(
            (
                _slip(1),
                _slip(2, member=ANN, place="Leisure centre", reprints=2, expires=TUESDAY),
                _slip(3, is_handed_out=True, can_reprint=False),
                _slip(4, member=BOB, is_void_waiting=True),
            )
        ),
    ),
    Walked("staff_slips", "most", StaffSlipsState(tuple(_slip(n) for n in range(80)), note=SAID)),
    Walked("staff_slips", "longest", StaffSlipsState((_slip(1, member=LONG, place=LONG_PLACE),))),
    Walked("staff_print", "usual", StaffPrintState((_member(),), Filled({"member": None, "count": "8", "coins": "1"}))),
    Walked(
        "staff_print",
        "problem",
        StaffPrintState((), wrong(Filled({"member": None, "count": "900", "coins": "1"}), "count")),
    ),
    Walked("staff_sheet", "usual", StaffSheetState((_paper(1),))),
    Walked("staff_sheet", "most", StaffSheetState(tuple(_paper(n) for n in range(20)), SAID)),
    Walked("staff_hand_out", "usual", StaffHandOutState(_slip(1), (_member(),), Filled({"member": None}))),
    Walked("staff_hand_out", "problem", StaffHandOutState(_slip(1), (), wrong(Filled({"member": None})))),
    Walked("staff_check", "empty", StaffCheckState()),
    Walked(
        "staff_check",
        "usual",
        StaffCheckState(
            tuple((f"RYB92-7P6H4-6S{n:02}", Verdict(one, 60, NOW_MS)) for n, one in enumerate(list(Outcome)))
        ),
    ),
    Walked("staff_check", "problem", StaffCheckState((), "staff.check.none")),
]
