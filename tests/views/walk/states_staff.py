"""States of the screens of staff and of the first start."""

from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from desktop.services.importing import LineNote, Preview, PreviewRow
from desktop.services.papers import RecoverySheetPaper, SlipPaper
from desktop.services.seen import GroupSeen, MemberSeen, PersonSeen, Pic, SlipOut, WaitingSeen, WorkerSeen
from desktop.services.slips import Outcome, Verdict
from desktop.store.problems import AlreadyOpen, DamagedStore, SyncedFolder
from desktop.views.parts.staff_form import Filled
from desktop.views.parts.staff_keep import KeepState
from desktop.views.parts.staff_lists import Note
from desktop.views.staff.first_face import FirstFaceState
from desktop.views.staff.first_problem import FirstProblemState
from desktop.views.staff.first_sheet import FirstSheetState
from desktop.views.staff.first_start import FirstStartState
from desktop.views.staff.five_words import FiveWordsState
from desktop.views.staff.from_backup import FromBackupState
from desktop.views.staff.new_centre import NewCentreState
from desktop.views.staff.staff_about import Made, StaffAboutState
from desktop.views.staff.staff_check import StaffCheckState
from desktop.views.staff.staff_group import StaffGroupState
from desktop.views.staff.staff_groups import StaffGroupsState
from desktop.views.staff.staff_hand_out import StaffHandOutState
from desktop.views.staff.staff_import import ImportJob, StaffImportState
from desktop.views.staff.staff_licence import StaffLicenceState
from desktop.views.staff.staff_member import StaffMemberState
from desktop.views.staff.staff_movements import StaffMovementsState
from desktop.views.staff.staff_new_pin import StaffNewPinState
from desktop.views.staff.staff_offer import StaffOfferState
from desktop.views.staff.staff_offers import StaffOffersState
from desktop.views.staff.staff_pc import StaffPcState
from desktop.views.staff.staff_people import StaffPeopleState
from desktop.views.staff.staff_picture import StaffPictureState
from desktop.views.staff.staff_pin import StaffPinState
from desktop.views.staff.staff_print import StaffPrintState
from desktop.views.staff.staff_record import StaffRecordState
from desktop.views.staff.staff_rules import StaffRulesState
from desktop.views.staff.staff_settings import StaffSettingsState
from desktop.views.staff.staff_sheet import StaffSheetState
from desktop.views.staff.staff_slips import StaffSlipsState
from desktop.views.staff.staff_task import StaffTaskState
from desktop.views.staff.staff_tasks import StaffTasksState
from desktop.views.staff.staff_today import StaffTodayState
from desktop.views.staff.staff_venue import StaffVenueState
from desktop.views.staff.staff_why import StaffWhyState
from desktop.views.staff.staff_worker import StaffWorkerState
from tests.views.walk.walked import (
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
    TOWER,
    TUESDAY,
    UNNAMED,
    Walked,
    credits_of,
    found,
    movement,
    named,
    tasks,
)

_WRONG: Final = "17 minutes cannot be recorded. Use steps of 15 minutes, from 15 to 1440."
_SAID: Final = Note(words="The printer did not take the sheet: it may be off, out of paper or stopped. Try again.")
_FACE: Final = Pic("gh:person-grey-bun")


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


def _preview(good: int, notes: int, *, wide: bool = False) -> Preview:
    columns = ("name", "known_as", "picture")
    cells = (LONG_NAME if wide else "Zoe", "", "smile")
    rows: Any = tuple(PreviewRow(n + 2, cells, str(n), None) for n in range(good))  # type: ignore[arg-type]  # drawn only
    message = "Somebody called 'Ann' is here already. This line adds another person." if wide else "already imported"
    said = tuple(LineNote(n + 2, "name", message, is_error=n % 2 == 0) for n in range(notes))
    return Preview("members", columns, rows, said, "00")


_MEMBER: Final = Filled(
    {
        "name": "Ann",
        "known_as": "",
        "pic": _FACE,
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
_GROUP: Final = GroupSeen(1, "Circle", Pic("gh:group-circle"))
_GROUPS: Final = ((1, "Circle"), (2, ""))
_RULES: Final = Filled(
    {
        "step_minutes": 15,
        "at_once_minutes": "120",
        "gift_day_minutes": "300",
        "centre_phone": "01766 512 345",
        "centre_name_on_paper": False,
    }
)
_PC: Final = Filled({"theme": "calm-light", "text_percent": 100, "language": "en", "px_per_mm": 3.8})
_NO_PIN: Final = Filled({"old": "", "new": "", "again": ""})
_SHEET: Final = RecoverySheetPaper(("antenna", "soon", "dinosaur") * 4, "GH1" + "A" * 40, "Riverside", TUESDAY)
_THINGS: Final = (("Swept up", "om:1F9F9"), ("Watered the plants", "gh:watered-plants"), ("Baked", "gh:baking")) * 6
_MADE: Final = Made("Pictures", "CC BY-SA 4.0", "All emojis designed by OpenMoji.", "CC-BY-SA-4.0.txt")


def _wrong(filled: Filled, where: str = "", words: str = _WRONG) -> Filled:
    return replace(filled, wrong=words, where=where)


STATES: Final = [
    # ---- today ----
    Walked("staff_pin", "usual", StaffPinState()),
    Walked("staff_pin", "problem", StaffPinState(is_practice=True, tries_left=2)),
    Walked("staff_pin", "waiting", StaffPinState(wait_s=25)),
    Walked("staff_pin", "waiting long", StaffPinState(wait_s=900)),
    Walked("staff_today", "empty", StaffTodayState(TUESDAY)),
    Walked("staff_today", "usual", StaffTodayState(TUESDAY, (_waiting("helped"),), (UNNAMED,), (_worker(""),))),
    Walked(
        "staff_today",
        "most",
        StaffTodayState(
            TUESDAY,
            tuple(_waiting(what, number=n) for n, what in enumerate(("helped", "gave", "voided") * 4)),
            (UNNAMED,) * 3,
            note=Note("staff.today.confirmed"),
        ),
    ),
    Walked("staff_today", "longest", StaffTodayState(TUESDAY, (_waiting("helped", LONG, label=LONG_DONE.label),))),
    Walked("staff_why", "usual", StaffWhyState("put_aside", _waiting("helped"), Filled({"why": ""}))),
    Walked("staff_why", "problem", StaffWhyState("put_right", movement(), _wrong(Filled({"why": ""}), "why"))),
    Walked("staff_why", "a slip", StaffWhyState("void", _slip(1), Filled({"why": "torn", "has_paper": False}))),
    # ---- people ----
    Walked("staff_people", "empty", StaffPeopleState()),
    Walked(
        "staff_people",
        "usual",
        StaffPeopleState((_member(), _member(BOB, known_as="Bobby", is_paused=True)), groups={1: "Circle"}),
    ),
    Walked("staff_people", "most", StaffPeopleState(tuple(_member() for _ in range(75)))),
    Walked("staff_people", "longest", StaffPeopleState((_member(LONG, known_as=LONG_NAME, is_paused=True),))),
    Walked(
        "staff_people", "workers", StaffPeopleState((), (_worker(""), _worker("Jo", 1)), shows_workers=True, note=_SAID)
    ),
    Walked("staff_member", "usual", StaffMemberState(_member(), _MEMBER, _GROUPS, (_worker(),), credits_of(390, 60))),
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
        StaffMemberState(None, _wrong(_MEMBER, "name", "The name is missing. Type it in."), _GROUPS),
    ),
    Walked(
        "staff_worker",
        "usual",
        StaffWorkerState(
            False,  # noqa: FBT003 - is_new
            Filled({"name": "Jo", "known_as": "", "pic": _FACE, "is_driver": True, "is_kept": True}),
        ),
    ),
    Walked(
        "staff_worker",
        "problem",
        StaffWorkerState(
            True,  # noqa: FBT003 - is_new
            _wrong(Filled({"name": "", "known_as": "", "pic": _FACE, "is_driver": False, "is_kept": True}), "name"),
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
            _wrong(Filled({"task": SWEPT.id, "minutes": "17", "with_member": None}), "minutes"),
        ),
    ),
    # ---- tasks, pictures, offers ----
    Walked("staff_tasks", "empty", StaffTasksState(())),
    Walked("staff_tasks", "usual", StaffTasksState((UNNAMED, SWEPT, LONG_DONE))),
    Walked("staff_tasks", "most", StaffTasksState(tasks(40), Note("staff.saved", {"name": "Swept up"}))),
    Walked("staff_task", "usual", StaffTaskState(False, _TASK)),  # noqa: FBT003 - is_new
    Walked("staff_task", "empty", StaffTaskState(True, _TASK.changed(label="", usual_minutes=""))),  # noqa: FBT003
    Walked("staff_task", "problem", StaffTaskState(False, _wrong(_TASK, "usual_minutes"))),  # noqa: FBT003
    Walked("staff_task", "longest", StaffTaskState(False, _TASK.changed(label=LONG_DONE.label))),  # noqa: FBT003
    Walked("staff_picture", "usual", StaffPictureState("sweep", found(9))),
    Walked("staff_picture", "empty", StaffPictureState("xyz", ())),
    Walked(
        "staff_picture",
        "problem",
        StaffPictureState("", found(3), "This file is no photo, or it is damaged. Use a JPEG or PNG photo."),
    ),
    Walked("staff_offers", "empty", StaffOffersState()),
    Walked("staff_offers", "usual", StaffOffersState((SWIMMING, TOWER, LONG_TRIP), (POOL,))),
    Walked("staff_offers", "places", StaffOffersState((), (POOL, POOL._replace(name=LONG_PLACE)), shows_venues=True)),
    Walked("staff_offer", "usual", StaffOfferState(False, _OFFER, (POOL,))),  # noqa: FBT003 - is_new
    Walked(
        "staff_offer",
        "longest",
        StaffOfferState(False, _OFFER.changed(label=LONG_OFFER, place=LONG_PLACE), (POOL,)),  # noqa: FBT003 - as above
    ),
    Walked("staff_offer", "problem", StaffOfferState(True, _wrong(_OFFER, "minutes"), ())),  # noqa: FBT003
    Walked("staff_venue", "usual", StaffVenueState(POOL, Filled({"name": "Pool", "pic": POOL.pic, "is_kept": True}))),
    Walked(
        "staff_venue",
        "problem",
        StaffVenueState(None, _wrong(Filled({"name": "", "pic": POOL.pic, "is_kept": True}), "name")),
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
                _slip(3, is_handed_out=True),
            )
        ),
    ),
    Walked("staff_slips", "most", StaffSlipsState(tuple(_slip(n) for n in range(80)), note=_SAID)),
    Walked("staff_slips", "longest", StaffSlipsState((_slip(1, member=LONG, place=LONG_PLACE),))),
    Walked("staff_print", "usual", StaffPrintState((_member(),), Filled({"member": None, "count": "8", "coins": "1"}))),
    Walked(
        "staff_print",
        "problem",
        StaffPrintState((), _wrong(Filled({"member": None, "count": "900", "coins": "1"}), "count")),
    ),
    Walked("staff_sheet", "usual", StaffSheetState((_paper(1),))),
    Walked("staff_sheet", "most", StaffSheetState(tuple(_paper(n) for n in range(20)), _SAID)),
    Walked("staff_hand_out", "usual", StaffHandOutState(_slip(1), (_member(),), Filled({"member": None}))),
    Walked("staff_hand_out", "problem", StaffHandOutState(_slip(1), (), _wrong(Filled({"member": None})))),
    Walked("staff_check", "empty", StaffCheckState()),
    Walked(
        "staff_check",
        "usual",
        StaffCheckState(
            tuple((f"RYB92-7P6H4-6S{n:02}", Verdict(one, 60, NOW_MS)) for n, one in enumerate(list(Outcome)))
        ),
    ),
    Walked("staff_check", "problem", StaffCheckState((), "staff.check.none")),
    # ---- import ----
    Walked("staff_import", "empty", StaffImportState()),
    Walked(
        "staff_import",
        "problem",
        StaffImportState(None, "The first line must be one of: member,task,minutes,at · offer,picture,minutes,venue."),
    ),
    Walked("staff_import", "usual", StaffImportState(ImportJob("members.csv", _preview(3, 2)))),
    Walked(
        "staff_import",
        "longest",
        StaffImportState(ImportJob("a very long name of a list.csv", _preview(9, 9, wide=True))),
    ),
    Walked("staff_import", "most", StaffImportState(ImportJob("members.csv", _preview(900, 90)))),
    Walked("staff_import", "done", StaffImportState(ImportJob("members.csv", _preview(3, 1), done=3, added=2))),
    Walked(
        "staff_import", "waiting", StaffImportState(ImportJob("members.csv", _preview(900, 0), done=400, is_going=True))
    ),
    # ---- settings, about ----
    Walked("staff_settings", "usual", StaffSettingsState(TUESDAY)),
    Walked("staff_settings", "problem", StaffSettingsState(TUESDAY, has_pc=False, note=_SAID)),
    Walked("staff_rules", "usual", StaffRulesState(_RULES)),
    Walked("staff_rules", "problem", StaffRulesState(_wrong(_RULES, "gift_day_minutes", "This can be 0 to 6000."))),
    Walked("staff_groups", "usual", StaffGroupsState((_GROUP, _GROUP._replace(number=2, label="")))),
    Walked("staff_group", "usual", StaffGroupState(1, Filled({"label": "Circle", "pic": _GROUP.pic}))),
    Walked("staff_group", "problem", StaffGroupState(1, _wrong(Filled({"label": "", "pic": _GROUP.pic}), "label"))),
    Walked("staff_new_pin", "usual", StaffNewPinState(_NO_PIN)),
    Walked("staff_new_pin", "problem", StaffNewPinState(_wrong(_NO_PIN, "again", "staff.new_pin.not_same"))),
    Walked("staff_pc", "usual", StaffPcState(_PC, ("cy", "en"))),
    Walked("staff_pc", "problem", StaffPcState(_wrong(_PC), ("en",))),
    Walked(
        "staff_about",
        "usual",
        StaffAboutState((_MADE,) * 3, (("Qt", "6.11.3", "LGPL 3.0"),) * 6, ("0.1.0", "3.11.7", "Linux")),
    ),
    Walked("staff_licence", "usual", StaffLicenceState("CC BY-SA 4.0", "Words.\n\n" * 200)),
    # ---- first start ----
    Walked("first_problem", "usual", FirstProblemState(AlreadyOpen())),
    Walked("first_problem", "longest", FirstProblemState(DamagedStore())),
    Walked("first_problem", "a folder", FirstProblemState(SyncedFolder("C:/OneDrive/Goodhour is kept in step."))),
    Walked("first_start", "usual", FirstStartState()),
    Walked("new_centre", "usual", NewCentreState(Filled({"name": "", "pin": "", "again": ""}))),
    Walked(
        "new_centre",
        "problem",
        NewCentreState(_wrong(Filled({"name": LONG_PLACE, "pin": "12", "again": "13"}), "again", "first.pin_not_same")),
    ),
    Walked("five_words", "usual", FiveWordsState(Filled({"words": ""}))),
    Walked(
        "five_words",
        "problem",
        FiveWordsState(_wrong(Filled({"words": "tag kitchen hard room"}), "words", "The records here did not open.")),
    ),
    Walked("from_backup", "usual", FromBackupState(Filled({"words": "", "file": None}))),
    Walked(
        "from_backup",
        "problem",
        FromBackupState(_wrong(Filled({"words": "antenna soon", "file": Path("stick/mine.goodhour")}))),
    ),
    Walked("first_sheet", "usual", FirstSheetState(_SHEET)),
    Walked("first_sheet", "longest", FirstSheetState(replace(_SHEET, passphrase="manual inhale tired"), _SAID)),
    Walked("keep_tasks", "usual", KeepState(_THINGS, frozenset({1, 3}))),
    Walked("keep_offers", "usual", KeepState(_THINGS)),
    Walked("first_face", "usual", FirstFaceState(Filled({"name": "", "pic": _FACE}), found(20))),
    Walked(
        "first_face",
        "problem",
        FirstFaceState(
            _wrong(Filled({"name": "", "pic": _FACE}), "name", "The name is missing. Type it in."),
            found(6),
            Note("first.face_saved", {"name": LONG_NAME}),
        ),
    ),
]
