"""What staff fill in for the week before a service records it; see `drafts`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.services.seen import Pic
from ledger.domain.names import FactId
from ledger.domain.week import Sort


@dataclass(frozen=True, slots=True)
class RoomDraft:
    """A room to write; room None for a new one. capacity 0 if nobody counted."""

    label: str
    room: FactId | None = None
    pic: Pic | None = None
    capacity: int = 0
    is_step_free: bool = False
    is_kept: bool = True
    draft_id: str = ""


@dataclass(frozen=True, slots=True)
class VehicleDraft:
    """A vehicle to write; vehicle None for a new one. seats: for riders, beside the places for wheelchairs."""

    label: str
    vehicle: FactId | None = None
    pic: Pic | None = None
    seats: int = 0
    wheelchair_places: int = 0
    is_kept: bool = True
    draft_id: str = ""


@dataclass(frozen=True, slots=True)
class ActivityDraft:
    """Something to do, to write; activity None for a new one. pic None: that from before; a new one needs one."""

    label: str
    activity: FactId | None = None
    pic: Pic | None = None
    sort: Sort = Sort.ACTIVITY
    is_kept: bool = True
    draft_id: str = ""


@dataclass(frozen=True, slots=True)
class SessionDraft:
    """A session to write; session None for a new one.

    monday: the week it is said about, or the first of them. day: in that week. start_minute: minute of the day;
    minutes: how long. places: for how many members. way: a word of `papers.WAYS`. price_minutes: for each member.
    task: what being there counts as. until: the last day it may fall on; with every_weeks it counts from now on only.
    """

    activity: FactId
    monday: date
    day: date
    start_minute: int
    minutes: int
    places: int
    room: FactId | None = None
    leader: FactId | None = None
    assistants: tuple[FactId, ...] = ()
    way: str = ""
    vehicle: FactId | None = None
    driver: FactId | None = None
    companion: FactId | None = None
    is_quiet: bool = False
    is_open_to_all: bool = False
    is_peer_led: bool = False
    price_minutes: int = 0
    task: FactId | None = None
    until: date | None = None
    every_weeks: int = 1
    session: FactId | None = None
    draft_id: str = ""

    @property
    def end_minute(self) -> int:
        """The minute of the day it ends."""
        return self.start_minute + self.minutes
