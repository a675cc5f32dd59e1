"""What was ticked off the list of what needs a person in this visit, by whichever screen it was."""

from dataclasses import dataclass
from typing import Final

from desktop.services.seen import NeedSeen
from desktop.views.visit import Visit
from ledger.domain.names import FactId

_DONE: Final = "staff_needs_done"


@dataclass(frozen=True, slots=True)
class TickedOff:
    """Something that was ticked off in this visit. done: what takes that back."""

    need: NeedSeen
    done: FactId


def tick_off(visit: Visit, need: NeedSeen, done: FactId) -> None:
    """Note that it was ticked off. done: what takes that back."""
    visit.chosen[_DONE] = [TickedOff(need, done), *visit.chosen.get(_DONE, ())]


def put_back(visit: Visit, ticked: TickedOff) -> None:
    """Forget it again."""
    visit.chosen[_DONE] = [one for one in visit.chosen.get(_DONE, ()) if one != ticked]


def ticked_off(visit: Visit) -> tuple[TickedOff, ...]:
    """The latest first."""
    return tuple(visit.chosen.get(_DONE, ()))
