"""The starting content of the week: activities a new centre may keep, and the practice centre's rooms and sessions."""

from dataclasses import dataclass
from datetime import time
from typing import Any, Final

from assets import asset_table
from ledger.domain.week import Sort

_SORTS: Final = {sort.name.lower(): sort for sort in Sort}
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class RoomSeed:
    """A room; capacity: how many people."""

    label: str
    picture: str
    capacity: int
    is_step_free: bool


@dataclass(frozen=True, slots=True)
class VehicleSeed:
    """A vehicle; seats: for riders, beside the places for wheelchairs."""

    label: str
    picture: str
    seats: int
    wheelchair_places: int


@dataclass(frozen=True, slots=True)
class ActivitySeed:
    """Something to do."""

    label: str
    picture: str
    sort: Sort


@dataclass(frozen=True, slots=True)
class JobSeed:
    """A job of a group project; activity: a label."""

    activity: str
    label: str
    picture: str


@dataclass(frozen=True, slots=True)
class SessionSeed:
    """A session of every week; day: 0 for Monday. Room, people and so on by label or first name, "" for none."""

    activity: str
    day: int
    start_minute: int
    minutes: int
    places: int
    room: str
    leader: str
    way: str
    vehicle: str
    driver: str
    companion: str
    is_quiet: bool
    is_open_to_all: bool
    is_peer_led: bool
    price_minutes: int
    task: str


def rooms() -> tuple[RoomSeed, ...]:
    """The practice centre's rooms."""
    return tuple(RoomSeed(row["label"], row["picture"], row["capacity"], row["step_free"]) for row in _rows("room"))


def vehicles() -> tuple[VehicleSeed, ...]:
    """The practice centre's vehicles."""
    return tuple(
        VehicleSeed(row["label"], row["picture"], row["seats"], row["wheelchairs"]) for row in _rows("vehicle")
    )


def activities() -> tuple[ActivitySeed, ...]:
    """The activities on offer at first start."""
    return tuple(ActivitySeed(row["label"], row["picture"], _SORTS[row["sort"]]) for row in _rows("activity"))


def jobs() -> tuple[JobSeed, ...]:
    """The practice centre's jobs."""
    return tuple(JobSeed(row["activity"], row["label"], row["picture"]) for row in _rows("job"))


def sessions() -> tuple[SessionSeed, ...]:
    """The practice centre's week."""
    return tuple(_session(row) for row in _rows("session"))


def _session(row: dict[str, Any]) -> SessionSeed:
    start: time = row["start"]
    return SessionSeed(
        activity=row["activity"],
        day=_WEEKDAYS.index(row["day"]),
        start_minute=start.hour * 60 + start.minute,
        minutes=row["minutes"],
        places=row["places"],
        room=row.get("room", ""),
        leader=row.get("leader", ""),
        way=row.get("way", ""),
        vehicle=row.get("vehicle", ""),
        driver=row.get("driver", ""),
        companion=row.get("companion", ""),
        is_quiet=row.get("quiet", False),
        is_open_to_all=row.get("open_to_all", False),
        is_peer_led=row.get("peer_led", False),
        price_minutes=row.get("price", 0),
        task=row.get("task", ""),
    )


def _rows(kind: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = asset_table("content", "week.toml")[kind]
    return rows
