"""States of the screens of bringing lists in, of settings, and of the first start."""

import io
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from PIL import Image

from desktop.services.importing import LineNote, Preview, PreviewRow
from desktop.services.packs import PackPicture, PackSeen
from desktop.services.papers import RecoverySheetPaper
from desktop.services.seen import GroupSeen, Pic
from desktop.settings import Settings
from desktop.store.problems import AlreadyOpen, DamagedStore, SyncedFolder
from desktop.views.parts.like_fields import Heard
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
from desktop.views.staff.staff_group import StaffGroupState
from desktop.views.staff.staff_groups import StaffGroupsState
from desktop.views.staff.staff_import import ImportJob, StaffImportState
from desktop.views.staff.staff_kiosk import StaffKioskState
from desktop.views.staff.staff_licence import StaffLicenceState
from desktop.views.staff.staff_like import FIELDS as LIKE_FIELDS
from desktop.views.staff.staff_like import StaffLikeState
from desktop.views.staff.staff_new_pin import StaffNewPinState
from desktop.views.staff.staff_pack import StaffPackState
from desktop.views.staff.staff_packs import StaffPacksState
from desktop.views.staff.staff_pc import FIELDS as PC_FIELDS
from desktop.views.staff.staff_pc import StaffPcState
from desktop.views.staff.staff_rules import StaffRulesState
from desktop.views.staff.staff_settings import StaffSettingsState
from ledger.domain.access import AccessWritten
from tests.views.walk.states_staff import FACE, SAID, wrong
from tests.views.walk.walked import (
    LONG_NAME,
    LONG_PLACE,
    TUESDAY,
    UNREAD,
    Walked,
    found,
    named,
)


def _preview(good: int, notes: int, *, wide: bool = False) -> Preview:
    columns = ("name", "known_as", "picture")
    cells = (LONG_NAME if wide else "Zoe", "", "smile")
    rows: Any = tuple(PreviewRow(n + 2, cells, str(n), None) for n in range(good))  # type: ignore[arg-type]  # drawn only
    message = "Somebody called 'Ann' is here already. This line adds another person." if wide else "already imported"
    said = tuple(LineNote(n + 2, "name", message, is_error=n % 2 == 0) for n in range(notes))
    return Preview("members", columns, rows, said, "00")


def _dots(colour: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 60), colour).save(out, "PNG")
    return out.getvalue()


_GROUP: Final = GroupSeen(1, "Circle", Pic("gh:group-circle"))
_RULES: Final = Filled(
    {
        "step_minutes": 15,
        "at_once_minutes": "120",
        "gift_day_minutes": "300",
        "others_visit_credits": "4",
        "others_pc_credits": "40",
        "member_slips_a_day": "3",
        "centre_phone": "01766 512 345",
        "centre_name_on_paper": False,
    }
)
_PC: Final = Filled({name: getattr(Settings(), name) for name in PC_FIELDS})
_HEARD: Final = Heard((("Anne", "en"), ("English (Great Britain)+Annie", "en")), ("cy", "en"))
_LIKED: Final = Filled({name: getattr(AccessWritten(named(3)), name) for name in LIKE_FIELDS})
_PACKS: Final = (
    PackSeen(named(1), "Symbols for every day", "CC BY-SA 2.0 UK", "Drawn by Steve Lee.", 3_412, is_kept=True),
    PackSeen(named(2), LONG_PLACE, "Our licence, number 12-3456", "Made for us by the Old Mill.", 1, is_kept=False),
)
_PICTURES: Final = tuple(
    PackPicture(f"pk:{n:064x}", name, words, _dots(colour))
    for n, (name, words, colour) in enumerate((("kettle", "hot drink", "blue"), ("a bowl of porridge", "", "brown")))
)
_LEFT_OUT: Final = tuple((f"old/{LONG_PLACE} {n}.svg", "has a script or leads elsewhere") for n in range(30))
_PACK: Final = Filled({"name": "Symbols", "licence": "", "attribution": "", "may_use": False})
_KIOSK: Final = Filled(
    {
        "is_full_screen": True,
        "closes_at": "17:30",
        "shuts_down": False,
        "has_screen_keys": True,
        "has_keys_by_alphabet": True,
    }
)
_NO_PIN: Final = Filled({"old": "", "new": "", "again": ""})
_SHEET: Final = RecoverySheetPaper(("antenna", "soon", "dinosaur") * 4, "GH1" + "A" * 40, "Riverside", TUESDAY)
_THINGS: Final = (("Swept up", "om:1F9F9"), ("Watered the plants", "gh:watered-plants"), ("Baked", "gh:baking")) * 6
_MADE: Final = Made("Pictures", "CC BY-SA 4.0", "All emojis designed by OpenMoji.", "CC-BY-SA-4.0.txt")


STATES: Final = [
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
    Walked("staff_settings", "problem", StaffSettingsState(TUESDAY, has_pc=False, note=SAID)),
    Walked("staff_rules", "usual", StaffRulesState(_RULES)),
    Walked("staff_rules", "problem", StaffRulesState(wrong(_RULES, "gift_day_minutes", "This can be 0 to 6000."))),
    Walked("staff_groups", "usual", StaffGroupsState((_GROUP, _GROUP._replace(number=2, label="")))),
    Walked("staff_group", "usual", StaffGroupState(1, Filled({"label": "Circle", "pic": _GROUP.pic}))),
    Walked("staff_group", "problem", StaffGroupState(1, wrong(Filled({"label": "", "pic": _GROUP.pic}), "label"))),
    Walked("staff_new_pin", "usual", StaffNewPinState(_NO_PIN)),
    Walked("staff_new_pin", "problem", StaffNewPinState(wrong(_NO_PIN, "again", "staff.new_pin.not_same"))),
    Walked("staff_packs", "empty", StaffPacksState()),
    Walked("staff_packs", "usual", StaffPacksState(_PACKS, note=SAID)),
    Walked("staff_pack", "waiting", StaffPackState(3_400, 1_200, 1_180)),
    Walked("staff_pack", "usual", StaffPackState(2, 2, 2, _PICTURES, filled=_PACK)),
    Walked("staff_pack", "empty", StaffPackState(1, 1, left_out=(("letter.png", "is no picture, or it is damaged"),))),
    Walked(
        "staff_pack",
        "problem, most left out",
        StaffPackState(60, 60, 9, _PICTURES * 4, _LEFT_OUT, wrong(_PACK, "may_use", "Ask who gave them to you.")),
    ),
    Walked("staff_kiosk", "usual", StaffKioskState(_KIOSK)),
    Walked("staff_kiosk", "problem", StaffKioskState(wrong(_KIOSK, "closes_at", "staff.kiosk.bad_time"))),
    Walked("staff_pc", "usual", StaffPcState(_PC, _HEARD)),
    Walked("staff_pc", "usual, a language nobody has read", StaffPcState(_PC, _HEARD, UNREAD)),
    Walked("staff_pc", "problem", StaffPcState(wrong(_PC))),
    Walked("staff_pc", "problem, both switches on one key", StaffPcState(_PC.changed(second_switch="space"), _HEARD)),
    Walked("staff_pc", "empty, no voice", StaffPcState(_PC, Heard((), system="mac"))),
    Walked("staff_like", "usual", StaffLikeState("Ann", _LIKED, _HEARD)),
    Walked("staff_like", "empty, no voice", StaffLikeState("Ann", _LIKED, Heard((), system="windows"))),
    Walked(
        "staff_like",
        "longest, no voice for the language",
        StaffLikeState(LONG_NAME, wrong(_LIKED.changed(language="cy", voice="V" * 60), "voice"), _HEARD),
    ),
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
        NewCentreState(wrong(Filled({"name": LONG_PLACE, "pin": "12", "again": "13"}), "again", "first.pin_not_same")),
    ),
    Walked("five_words", "usual", FiveWordsState(Filled({"words": ""}))),
    Walked("five_words", "usual, typed by touch", FiveWordsState(Filled({"words": ""})), by_alphabet=False),
    Walked(
        "five_words",
        "problem",
        FiveWordsState(wrong(Filled({"words": "tag kitchen hard room"}), "words", "The records here did not open.")),
    ),
    Walked("from_backup", "usual", FromBackupState(Filled({"words": "", "file": None}))),
    Walked(
        "from_backup",
        "problem",
        FromBackupState(wrong(Filled({"words": "antenna soon", "file": Path("stick/mine.goodhour")}))),
    ),
    Walked("first_sheet", "usual", FirstSheetState(_SHEET)),
    Walked("first_sheet", "longest", FirstSheetState(replace(_SHEET, passphrase="manual inhale tired"), SAID)),
    Walked("keep_tasks", "usual", KeepState(_THINGS, frozenset({1, 3}))),
    Walked("keep_offers", "usual", KeepState(_THINGS)),
    Walked("keep_activities", "usual", KeepState(_THINGS, frozenset({0}))),
    Walked(
        "first_face",
        "usual, typed by touch",
        FirstFaceState(Filled({"name": "", "pic": FACE}), found(20)),
        by_alphabet=True,
    ),
    Walked("first_face", "usual", FirstFaceState(Filled({"name": "", "pic": FACE}), found(20))),
    Walked(
        "first_face",
        "problem",
        FirstFaceState(
            wrong(Filled({"name": "", "pic": FACE}), "name", "The name is missing. Type it in."),
            found(6),
            Note("first.face_saved", {"name": LONG_NAME}),
        ),
    ),
]
