"""States of the screens about the network: what needs a person, joining, sending, and a venue's door."""

from typing import Any, Final

from desktop.clock import local_day
from desktop.services.desk import PaysFor
from desktop.services.judging import JudgedSeen
from desktop.services.network import NetworkSeen
from desktop.services.seen import GroupSeen, ListedVenueSeen, NeedSeen, PersonSeen, Pic, TakenSeen
from desktop.services.slips import Outcome, Verdict
from desktop.views.parts import joining
from desktop.views.parts.joining import LineSeen
from desktop.views.parts.slip_keys import CodeState
from desktop.views.parts.staff_form import Filled
from desktop.views.parts.staff_lists import Note
from desktop.views.parts.ticked import TickedOff
from desktop.views.parts.verdicts import BadSlip
from desktop.views.staff.new_door import NewDoorState
from desktop.views.staff.staff_needs import StaffNeedsState
from desktop.views.staff.staff_network import StaffNetworkState
from desktop.views.staff.staff_tin import Emptied, StaffTinState
from desktop.views.staff.staff_venues import StaffVenuesState
from desktop.views.volunteer.desk_people import DeskPeopleState
from desktop.views.volunteer.desk_rest import DeskRestState
from desktop.views.volunteer.desk_what import DeskWhatState
from desktop.views.volunteer.desk_whose import DeskWhoseState
from desktop.views.volunteer.door import DoorState
from desktop.views.volunteer.door_answer import DoorAnswerState
from desktop.views.volunteer.door_record import DoorRecordState
from desktop.views.volunteer.door_sent import DoorSentState
from desktop.views.volunteer.door_slip import DoorSlipState
from desktop.views.volunteer.door_taken import DoorTakenState
from desktop.views.volunteer.door_today import DoorTodayState
from desktop.views.volunteer.door_undone import DoorUndoneState
from desktop.views.volunteer.door_ways import DoorWaysState
from tests.views.walk.states_staff import SAID, wrong
from tests.views.walk.walked import (
    ALL_SENT,
    ANN,
    LONG,
    LONG_PLACE,
    NOW_MS,
    POOL,
    TO_SEND,
    TUESDAY,
    Walked,
    named,
    people,
)

_ABOUT_SLIPS: Final = (
    "taken_before",
    "revoked_key",
    "other_place",
    "too_much",
    "earlier_epoch",
    "given_back",
    "void_refused",
    "note_refused",
    "issue_unseen",
)
_OTHERS: Final = ("another_copy", "purse_gone", "unreadable", "newer", "not_taken")
_OF_THE_WEEK: Final = (
    *("overbooked", "place_free", "off_paid", "off_chosen", "twice", "room", "person", "vehicle", "capacity"),
    *("seats", "wheelchairs", "closed", "left", "gone"),
)
_BAD: Final = tuple(outcome for outcome in Outcome if outcome not in (Outcome.OK, Outcome.OK_CHECK))
_NO_CODE: Final = "The code is not right, or it was used before. Ask your coordinator for a new one."
_TYPED: Final = Filled({"address": "hours.example.org", "code": "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01"})


def _need(what: str, number: int = 0, person: PersonSeen | None = None) -> NeedSeen:
    is_slip = what in _ABOUT_SLIPS
    return NeedSeen(
        what, named(800 + number), NOW_MS, 60 if is_slip else 0, person, "RYB92-7P6H4-6S01" if is_slip else ""
    )


def _need_of_week(what: str, person: PersonSeen = ANN) -> NeedSeen:
    return NeedSeen(
        f"week_{what}",
        sessions=("Art", LONG_PLACE),
        day=local_day(NOW_MS),
        start_minute=615,
        who=person.shown_name or LONG_PLACE,
        people=(person,) * 4,
    )


def _need_of_said(what: str, person: PersonSeen = ANN) -> NeedSeen:
    day = local_day(NOW_MS)
    return NeedSeen(what, named(840), NOW_MS, person=person, sessions=(LONG_PLACE,), day=day, start_minute=615)


def _judged(outcome: Outcome, age_ms: int = 600_000) -> JudgedSeen:
    return JudgedSeen(NOW_MS, outcome, 60, "RYB92-7P6H4-6S01", NOW_MS - age_ms)


def _taken(number: int, **more: Any) -> TakenSeen:
    return TakenSeen(
        named(900 + number), "RYB92-7P6H4-6S01", more.pop("minutes", 60), NOW_MS - number * 420_000, **more
    )


_ART_TODAY: Final = PaysFor(named(70), "Art", Pic("gh:brushes"), 60, 630)
_FILM: Final = PaysFor(named(71), "Film", Pic("gh:cinema"), 60)
_TEA: Final = PaysFor(named(72), "Photographed the wildflower meadows", Pic("gh:made-tea"), 15)


STATES: Final = [
    # ---- staff ----
    Walked("staff_needs", "empty", StaffNeedsState()),
    Walked(
        "staff_needs",
        "usual",
        StaffNeedsState(
            (NeedSeen("clock"), NeedSeen("stuck_switch"), NeedSeen("no_purse"), _need("taken_before", 1, ANN))
        ),
    ),
    Walked(
        "staff_needs",
        "most",
        StaffNeedsState(
            tuple(_need(what, number) for number, what in enumerate((*_ABOUT_SLIPS, *_OTHERS))),
            tuple(TickedOff(_need("taken_before", number), named(850 + number)) for number in range(3)),
            Note("staff.needs.is_done"),
        ),
    ),
    Walked(
        "staff_needs",
        "longest",
        StaffNeedsState((_need("void_refused", 1, LONG), _need("note_refused", 2, LONG)), note=SAID),
    ),
    Walked("staff_needs", "usual, of the week", StaffNeedsState(tuple(map(_need_of_week, _OF_THE_WEEK)))),
    Walked(
        "staff_needs",
        "longest, of the week",
        StaffNeedsState(tuple(_need_of_week(what, LONG) for what in _OF_THE_WEEK)),
    ),
    Walked("staff_needs", "usual, said", StaffNeedsState((_need_of_said("said_bad"), _need_of_said("said_very_bad")))),
    Walked("staff_needs", "longest, said", StaffNeedsState((_need_of_said("said_very_bad", LONG),))),
    Walked("staff_network", "empty", StaffNetworkState(NetworkSeen())),
    Walked("staff_network", "empty, practice", StaffNetworkState(NetworkSeen(is_practice=True))),
    Walked("staff_network", "waiting, joining", StaffNetworkState(NetworkSeen(), LineSeen("joining"), _TYPED)),
    Walked("staff_network", "problem, joining", StaffNetworkState(NetworkSeen(), LineSeen(wrong=_NO_CODE), _TYPED)),
    Walked(
        "staff_network",
        "problem, the code",
        StaffNetworkState(NetworkSeen(), filled=wrong(_TYPED, "code", "staff.network.code_wrong")),
    ),
    Walked("staff_network", "usual", StaffNetworkState(ALL_SENT)),
    Walked(
        "staff_network", "usual, never met", StaffNetworkState(ALL_SENT._replace(met_ms=0, to_send=3, since_ms=NOW_MS))
    ),
    Walked("staff_network", "usual, a door", StaffNetworkState(ALL_SENT._replace(name=LONG_PLACE))),
    Walked("staff_network", "waiting, sending", StaffNetworkState(TO_SEND, LineSeen("sending", 40))),
    Walked("staff_network", "problem", StaffNetworkState(TO_SEND, LineSeen(wrong=SAID.words), note=SAID)),
    Walked(
        "staff_network",
        "problem, turned away",
        StaffNetworkState(TO_SEND._replace(is_turned_away=True), LineSeen(wrong=_NO_CODE)),
    ),
    Walked("staff_venues", "empty", StaffVenuesState()),
    Walked(
        "staff_venues",
        "usual",
        StaffVenuesState(
            (ListedVenueSeen(1001, "Town Pool"), ListedVenueSeen(1002, LONG_PLACE, is_here=True)),
            Note("staff.venues.added", {"name": LONG_PLACE}),
        ),
    ),
    Walked("new_door", "usual", NewDoorState(joining.empty())),
    Walked("new_door", "waiting", NewDoorState(_TYPED, LineSeen("joining"))),
    Walked("new_door", "problem", NewDoorState(_TYPED, LineSeen(wrong=_NO_CODE))),
    Walked(
        "new_door",
        "problem, the address",
        NewDoorState(wrong(joining.empty(), "address", "staff.network.address_missing")),
    ),
    # ---- a venue's door ----
    Walked("door", "usual", DoorState("Town Pool", 3)),
    Walked("door", "empty", DoorState("Town Pool", sees=True)),
    Walked("door", "waiting", DoorState("Town Pool", 1, to_send=12, sees=False)),
    Walked("door", "problem", DoorState("Town Pool", 31, to_send=1, is_well=False)),
    Walked("door", "problem, no picture", DoorState("Town Pool", 31, sees=False, is_blind=True)),
    Walked("door_ways", "usual", DoorWaysState()),
    Walked("door_ways", "usual, at a centre", DoorWaysState(has_files=False)),
    Walked("door", "usual, at a centre", DoorState("The Old Mill", 3, sees=False, is_desk=True)),
    Walked("door", "usual, a centre's alone", DoorState(LONG_PLACE, 3, sees=True, is_desk=True, is_alone=True)),
    Walked("desk_what", "usual", DeskWhatState((_ART_TODAY, _FILM, _TEA))),
    Walked("desk_what", "most", DeskWhatState((_ART_TODAY, _FILM, _TEA) * 8)),
    Walked("desk_people", "usual", DeskPeopleState(2, 60)),
    Walked("desk_people", "most", DeskPeopleState(6, 75)),
    Walked("desk_rest", "usual", DeskRestState(45)),
    Walked("desk_rest", "most", DeskRestState(15 * 60 + 15, can_change=False)),
    Walked(
        "desk_whose",
        "usual",
        DeskWhoseState(tuple(GroupSeen(n, "Circle", Pic("gh:group-circle")) for n in range(1, 4))),
    ),
    Walked("desk_whose", "most", DeskWhoseState(faces=people(12))),
    Walked("desk_whose", "longest", DeskWhoseState(faces=(LONG, LONG, ANN))),
    Walked("door", "longest", DoorState(LONG_PLACE, 117, to_send=117, sees=True)),
    Walked("door_sent", "usual", DoorSentState(ALL_SENT._replace(name="Town Pool"))),
    Walked("door_sent", "empty", DoorSentState(NetworkSeen("https://hours.example.org", "Town Pool"))),
    Walked("door_sent", "waiting", DoorSentState(TO_SEND, LineSeen("sending", 40))),
    Walked("door_sent", "problem", DoorSentState(TO_SEND._replace(is_turned_away=True), LineSeen(wrong=SAID.words))),
    Walked("door_code", "usual", CodeState()),
    Walked("door_slip", "usual", DoorSlipState(60)),
    Walked("door_slip", "waiting", DoorSlipState(90, is_later=True)),
    Walked("door_slip", "most", DoorSlipState(15 * 60 + 15, is_later=True, count=8)),
    Walked("door_slip", "usual, at a centre", DoorSlipState(60, is_desk=True)),
    Walked(
        "door_slip", "most, at a centre", DoorSlipState(1215, count=21, is_later=True, is_desk=True, can_spend=False)
    ),
    Walked("door_slip", "usual, shown again", DoorSlipState(240, is_later=True, count=4, is_again=True)),
    *(Walked("door_verdict", f"problem, {bad}", BadSlip(str(bad), place="Leisure centre")) for bad in _BAD),
    Walked("door_verdict", "problem, a moment ago", BadSlip("already", NOW_MS, minutes_ago=0)),
    Walked("door_verdict", "longest", BadSlip("wrong_place", NOW_MS, LONG_PLACE)),
    Walked("door_taken", "usual", DoorTakenState((_taken(0),), is_now=True)),
    Walked("door_taken", "waiting", DoorTakenState((_taken(0, minutes=90),), is_now=True, is_later=True)),
    Walked("door_taken", "usual, from the list", DoorTakenState((_taken(1),))),
    Walked("door_taken", "usual, taken back", DoorTakenState((_taken(1, is_undone=True),))),
    Walked("door_taken", "usual, a family", DoorTakenState(tuple(map(_taken, range(4))), is_now=True, is_later=True)),
    Walked("door_taken", "usual, with change", DoorTakenState((_taken(0),), is_now=True, change_minutes=45)),
    Walked("door_taken", "waiting, a rest", DoorTakenState((_taken(0),), is_now=True, is_later=True, can_undo=False)),
    Walked("door_taken", "most", DoorTakenState((_taken(2, minutes=15 * 60 + 15),))),
    Walked("door_undone", "usual", DoorUndoneState()),
    Walked("door_record", "empty", DoorRecordState()),
    Walked("door_record", "usual", DoorRecordState(tuple(map(_judged, tuple(Outcome))))),
    Walked("door_record", "most", DoorRecordState(tuple(map(_judged, (*Outcome, *Outcome, Outcome.OK, Outcome.OK))))),
    *(Walked("door_answer", f"usual, {one}", DoorAnswerState(_judged(one), NOW_MS)) for one in Outcome),
    Walked("door_answer", "longest", DoorAnswerState(_judged(Outcome.OK_CHECK, 9 * 86_400_000), NOW_MS)),
    Walked("door_answer", "empty", DoorAnswerState(JudgedSeen(NOW_MS, Outcome.NOT_A_SLIP, 0, "", 0), NOW_MS)),
    Walked("staff_tin", "empty", StaffTinState()),
    Walked("staff_tin", "usual", StaffTinState((POOL,), TUESDAY)),
    Walked(
        "staff_tin",
        "most",
        StaffTinState(
            (POOL, POOL._replace(name=LONG_PLACE)),
            TUESDAY,
            (
                Emptied("a", Verdict(Outcome.OK_CHECK, 60, code="RYB92-7P6H4-6S01"), named(950)),
                Emptied("b", Verdict(Outcome.OK, 15, code="RYB92-7P6H4-6S01"), named(951), is_back=True),
                *(Emptied("c", Verdict(bad, code="RYB92-7P6H4-6S01")) for bad in _BAD),
                Emptied("d", Verdict(Outcome.NOT_A_SLIP)),
            ),
            note=SAID,
        ),
    ),
    Walked("door_today", "empty", DoorTodayState(())),
    Walked("door_today", "usual", DoorTodayState((_taken(0), _taken(1, is_undone=True), _taken(2, minutes=90)), 2)),
    Walked("door_today", "most", DoorTodayState(tuple(_taken(number) for number in range(24)), 117)),
]
