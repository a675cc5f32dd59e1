"""How somebody presses, as it is tried out: what there is to set, what each step makes of it, and whose it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Final

from desktop.settings import Settings
from desktop.views.visit import Visit
from ledger.domain.access import AccessWritten, PressOn, ScanOrder, ScanWay, Way
from ledger.domain.names import FactId

Trying = Settings | AccessWritten
"""Of this PC, or of a member: what is about pressing has the same names in both."""

STEPS: Final = MappingProxyType(
    {
        "scan_ms": (500, 750, 1_000, 1_500, 2_000, 3_000, 4_000, 5_000),
        "first_item_ms": (500, 1_000, 2_000, 3_000, 4_000, 5_000, 7_500, 10_000),
        "rounds": (1, 2, 3, 4, 5, 10),
        "acceptance_ms": (0, 200, 500, 1_000, 2_000, 5_000),
        "repeat_ms": (500, 1_000, 2_000, 3_000, 5_000, 10_000),
        "hold_ms": (0, 200, 400, 600, 800, 1_000),
        "dwell_ms": (500, 1_000, 1_500, 2_000, 3_000, 5_000),
    }
)
EITHER: Final[MappingProxyType[str, tuple[Any, Any]]] = MappingProxyType(
    {
        "scan_way": (ScanWay.BY_ITSELF, ScanWay.BY_STEP),
        "scan_order": (ScanOrder.ROWS, ScanOrder.ONE_BY_ONE),
        "press_on": (PressOn.DOWN, PressOn.UP),
        "has_beep": (False, True),
        "has_spoken_scan": (False, True),
    }
)
_OF_SWITCHES: Final = (
    "scan_ms",
    "first_item_ms",
    "scan_way",
    "scan_order",
    "rounds",
    "acceptance_ms",
    "repeat_ms",
    "press_on",
    "has_beep",
    "has_spoken_scan",
)
_OF_FINGERS: Final = ("press_on", "hold_ms", "repeat_ms")
_OF_DWELL: Final = ("dwell_ms", "repeat_ms")
_BEFORE: Final = "pressing_before"


@dataclass(frozen=True, slots=True)
class Change:
    """One press of a worker. field: what it is about. step: 1 for more, -1 for less; value: what it is to be."""

    field: str
    step: int = 0
    value: Any = None


def fields_of(way: Way) -> tuple[str, ...]:
    """What can be set for a way of pressing; nothing where it is as the PC is set."""
    if way is Way.AS_HERE:
        return ()
    if way in (Way.ONE_SWITCH, Way.TWO_SWITCHES):
        return _OF_SWITCHES
    return _OF_DWELL if way is Way.DWELL else _OF_FINGERS


def ways_for(trying: Trying) -> Sequence[Way]:
    """What can be pressed with; a PC has nothing to be set as."""
    return tuple(way for way in Way if way or isinstance(trying, AccessWritten))


def begin_trying(visit: Visit, trying: Trying) -> None:
    """From now on presses go by what is tried out; what was there before can be put back."""
    visit.chosen["trying"] = visit.chosen[_BEFORE] = trying


def begin_for(services: Any, visit: Visit, member: FactId) -> None:
    """Try out how a member presses."""
    begin_trying(visit, services.access.of(member))


def change(visit: Visit, asked: Change) -> None:
    """Let it be so, for the one who tries; nothing is kept yet."""
    trying: Any = visit.chosen["trying"]
    if asked.field in STEPS:
        steps = STEPS[asked.field]
        now = min(range(len(steps)), key=lambda number: abs(steps[number] - getattr(trying, asked.field)))
        value: Any = steps[min(max(now + asked.step, 0), len(steps) - 1)]
    else:
        value = asked.value
    new = {asked.field: value}
    if asked.field == "way":  # a switch counts when it closes, a finger when it is lifted, until somebody wants it else
        new["press_on"] = PressOn.DOWN if value in (Way.ONE_SWITCH, Way.TWO_SWITCHES) else PressOn.UP
    visit.chosen["trying"] = replace(trying, **new)


def keep(services: Any, visit: Visit) -> None:
    """Let it be so from now on. Raises problems of the store, and SettingsNotSaved."""
    trying = visit.chosen["trying"]
    house: Any = visit.house
    if isinstance(trying, Settings):
        house.use(trying)
    else:
        services.access.write(trying)
    put_back(visit)


def put_back(visit: Visit) -> None:
    """Press as before."""
    for name in ("trying", _BEFORE):
        visit.chosen.pop(name, None)


def is_changed(visit: Visit) -> bool:
    """Whether there is something to keep."""
    return bool(visit.chosen["trying"] != visit.chosen[_BEFORE])
