"""The starting content: tasks, offers and venues a new centre may keep, and the practice centre's people."""

from dataclasses import dataclass
from typing import Any

from assets import asset_table


@dataclass(frozen=True, slots=True)
class TaskSeed:
    """A kind of contribution. usual_minutes: a multiple of 15. for_what: what it was for, "" if nothing."""

    label: str
    picture: str
    usual_minutes: int
    for_what: str


@dataclass(frozen=True, slots=True)
class VenueSeed:
    """A place outside the centre where credits can be spent."""

    name: str
    picture: str


@dataclass(frozen=True, slots=True)
class OfferSeed:
    """Something to spend credits on.

    minutes: the price, 0 is free. venue: a venue's name, "" at the centre itself. getting_there: walk, bus, car,
    minibus, train, taxi, or "" for here. companion: "needed" when nobody should go alone, otherwise "".
    """

    label: str
    picture: str
    minutes: int
    venue: str
    place: str
    getting_there: str
    companion: str
    is_open_to_all: bool
    is_step_free: bool
    is_quiet: bool


@dataclass(frozen=True, slots=True)
class TrialSeed:
    """The practice member, who signs in to try things out."""

    name: str
    picture: str


@dataclass(frozen=True, slots=True)
class GroupSeed:
    """A sign-in group; number from 1."""

    number: int
    label: str
    picture: str


@dataclass(frozen=True, slots=True)
class PersonSeed:
    """A practice member, first name only.

    picture: "" if they have none yet. minutes: counted credits, in minutes. waiting_minutes: what a worker still has
    to look at. named_worker: a worker's name.
    """

    name: str
    picture: str
    group: int
    place: int
    minutes: int
    waiting_minutes: int
    named_worker: str
    is_paused: bool
    shows_name: bool
    shows_picture: bool


@dataclass(frozen=True, slots=True)
class WorkerSeed:
    """A practice worker."""

    name: str
    picture: str
    is_driver: bool


def tasks() -> tuple[TaskSeed, ...]:
    """The tasks on offer at first start, most usual first."""
    return tuple(
        TaskSeed(row["label"], row["picture"], row["minutes"], row["for_what"]) for row in _rows("tasks", "task")
    )


def venues() -> tuple[VenueSeed, ...]:
    """The venues the offers name."""
    return tuple(VenueSeed(row["name"], row["picture"]) for row in _rows("offers", "venue"))


def offers() -> tuple[OfferSeed, ...]:
    """The offers at first start."""
    return tuple(
        OfferSeed(
            label=row["label"],
            picture=row["picture"],
            minutes=row["minutes"],
            venue=row["venue"],
            place=row["place"],
            getting_there=row["getting_there"],
            companion=row["companion"],
            is_open_to_all=row["open_to_all"],
            is_step_free=row["step_free"],
            is_quiet=row["quiet"],
        )
        for row in _rows("offers", "offer")
    )


def groups() -> tuple[GroupSeed, ...]:
    """The six sign-in groups."""
    return tuple(GroupSeed(row["number"], row["label"], row["picture"]) for row in _rows("people", "group"))


def people() -> tuple[PersonSeed, ...]:
    """The practice members, by group and place."""
    return tuple(
        PersonSeed(
            name=row["name"],
            picture=row["picture"],
            group=row["group"],
            place=row["place"],
            minutes=row["minutes"],
            waiting_minutes=row["waiting"],
            named_worker=row["named_worker"],
            is_paused=row.get("paused", False),
            shows_name=row.get("shows_name", True),
            shows_picture=row.get("shows_picture", True),
        )
        for row in _rows("people", "person")
    )


def practice_member() -> TrialSeed:
    """Who signs in to try things out."""
    row: dict[str, str] = asset_table("content", "people.toml")["practice_member"]
    return TrialSeed(row["name"], row["picture"])


def workers() -> tuple[WorkerSeed, ...]:
    """The practice workers; some drive."""
    return tuple(WorkerSeed(row["name"], row["picture"], row["drives"]) for row in _rows("people", "worker"))


def _rows(file: str, kind: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = asset_table("content", f"{file}.toml")[kind]
    return rows
