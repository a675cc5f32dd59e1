"""States of the screens about slips on paper: the register, a lost sheet, the keys, and the few a member prints."""

from typing import Any, Final

from desktop.services.seen import PersonSeen, SlipOut
from desktop.services.signing_keys import KeySeen, KeysSeen
from desktop.services.slip_register import Heap, RegisterSeen, SheetSeen
from desktop.views.member.few_printed import FewPrintedState
from desktop.views.member.print_few import PrintFewState
from desktop.views.parts.staff_form import Filled
from desktop.views.staff.staff_keys import StaffKeysState
from desktop.views.staff.staff_out import StaffOutState
from desktop.views.staff.staff_stop_key import StaffStopKeyState
from desktop.views.staff.staff_why import StaffWhyState
from ledger.wire.keys import issuer_of, public_key
from tests.views.walk.states_staff import SAID, wrong
from tests.views.walk.walked import (
    ANN,
    AT_IT,
    LONG,
    LONG_AT_IT,
    LONG_PLACE,
    NOW_MS,
    TUESDAY,
    WITH_JO,
    Walked,
    credits_of,
    named,
)

_TOLD: Final = Filled({})


def _slip(number: int, member: PersonSeen | None = None, **more: Any) -> SlipOut:
    return SlipOut(f"RYB92-7P6H4-6S{number:02}", 60, member, TUESDAY, **more)


def _sheet(number: int, count: int, member: PersonSeen | None = None, **more: Any) -> SheetSeen:
    return SheetSeen(named(700 + number), NOW_MS, tuple(_slip(n, member, **more) for n in range(count)))


def _register(slips: int, waiting: int = 0) -> RegisterSeen:
    heaps = (Heap(7, slips, slips * 60), Heap(90, 4, 240), Heap(365, 12, 720), Heap(0, 3, 180))
    values = (Heap(60, slips + 17, (slips + 17) * 60), Heap(120, 2, 240))
    return RegisterSeen(tuple(_slip(n) for n in range(slips)), values, heaps, waiting)


def _key(number: int, *, out: int = 0, good: int = 0, **more: bool) -> KeySeen:
    public = public_key(bytes([number]) * 32)
    how = {"is_here": True, "is_in_use": False, "is_stopped": False, **more}
    return KeySeen(issuer_of(public), public, **how, since_ms=NOW_MS if number != 4 else 0, out=out, good=good)


_OLD: Final = _key(1, out=12)
_NEW: Final = _key(2, out=1, is_in_use=True)
_THEIRS: Final = _key(3, out=40, is_here=False)
_STOLEN: Final = _key(4, out=5, good=5, is_here=False, is_stopped=True)

STATES: Final = [
    Walked("staff_out", "empty", StaffOutState()),
    Walked("staff_out", "usual", StaffOutState(_register(12), (_sheet(1, 8), _sheet(2, 3, ANN)))),
    Walked(
        "staff_out",
        "waiting",
        StaffOutState(_register(3, waiting=8), (_sheet(1, 8, is_void_waiting=True),), note=SAID),
    ),
    Walked("staff_out", "most", StaffOutState(_register(300, waiting=1), tuple(_sheet(n, 8) for n in range(40)))),
    Walked("staff_out", "longest", StaffOutState(_register(1), (_sheet(1, 8, LONG, place=LONG_PLACE),))),
    Walked(
        "staff_why",
        "a sheet",
        StaffWhyState("void_sheet", _sheet(1, 8), Filled({"why": "Left on the bus", "has_paper": False})),
    ),
    Walked("staff_keys", "empty", StaffKeysState(KeysSeen((), is_practice=True))),
    Walked("staff_keys", "usual, alone", StaffKeysState(KeysSeen((_NEW,)))),
    Walked("staff_keys", "usual", StaffKeysState(KeysSeen((_OLD, _NEW, _THEIRS), 14, 0, 0, is_joined=True))),
    Walked(
        "staff_keys",
        "most",
        StaffKeysState(KeysSeen((_OLD, _STOLEN, _THEIRS, _NEW), 14, 2, 9, is_joined=True), SAID),
    ),
    Walked("staff_keys", "waiting", StaffKeysState(KeysSeen((_NEW,), 0, 0, -1, is_joined=True))),
    Walked("staff_stop_key", "usual", StaffStopKeyState(_THEIRS, is_joined=True, filled=_TOLD)),
    Walked("staff_stop_key", "usual, alone", StaffStopKeyState(_NEW, is_joined=False, filled=_TOLD)),
    Walked("staff_stop_key", "problem", StaffStopKeyState(_THEIRS, is_joined=True, filled=wrong(_TOLD))),
    Walked("print_few", "usual", PrintFewState(3), AT_IT),
    Walked("print_few", "usual, one", PrintFewState(1), AT_IT),
    Walked("print_few", "most", PrintFewState(20), WITH_JO),
    Walked("few_printed", "usual", FewPrintedState(2, credits_of(390)), AT_IT),
    Walked("few_printed", "empty", FewPrintedState(1, credits_of(30)), AT_IT),
    Walked("few_printed", "most", FewPrintedState(20, credits_of(37 * 60)), WITH_JO),
    Walked("few_printed", "longest", FewPrintedState(3, credits_of(20 * 60)), LONG_AT_IT),
]
