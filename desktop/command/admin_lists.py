"""admin list: members, workers, tasks, offers, venues, activities, rooms, vehicles."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from typing import Any

from desktop.command.answers import Answer
from desktop.command.opened import opened
from desktop.services.all import Services
from desktop.services.seen import MemberSeen, OfferSeen, TaskSeen, VenueSeen, WorkerSeen
from desktop.services.week_seen import ActivitySeen, RoomSeen, VehicleSeen

Row = dict[str, Any]


def add(commands: Any, shared: Any) -> None:
    """Add the command."""
    rows = commands.add_parser("list", parents=[shared], help="who and what there is, with ids")
    rows.add_argument("what", choices=sorted(_LISTS))
    rows.set_defaults(run=_list)


def _list(arguments: Namespace) -> Answer:
    with opened(arguments) as parts:
        return Answer({arguments.what: _LISTS[arguments.what](parts.services)})


def _member(one: MemberSeen) -> Row:
    return {
        "id": one.id.text,
        "name": one.name,
        "known_as": one.known_as,
        "picture": one.pic.id,
        "group": one.group,
        "place": one.place,
        "is_paused": one.is_paused,
    }


def _worker(one: WorkerSeen) -> Row:
    return {
        "id": one.id.text,
        "name": one.name,
        "known_as": one.known_as,
        "picture": one.pic.id,
        "drives": one.is_driver,
    }


def _task(one: TaskSeen) -> Row:
    return {"id": one.id.text, "task": one.label, "picture": one.pic.id, "usual_minutes": one.usual_minutes}


def _offer(one: OfferSeen) -> Row:
    return {
        "id": one.id.text,
        "offer": one.label,
        "picture": one.pic.id,
        "minutes": one.minutes,
        "venue": one.venue.name if one.venue else "",
        "place": one.place,
        "getting_there": one.getting_there,
        "companion": one.companion,
        "open_to_all": one.is_open_to_all,
        "step_free": one.is_step_free,
        "quiet": one.is_quiet,
    }


def _venue(one: VenueSeen) -> Row:
    return {"id": one.id.text, "venue": one.name, "number": one.number, "picture": one.pic.id}


def _activity(one: ActivitySeen) -> Row:
    return {"id": one.id.text, "activity": one.label, "picture": one.pic.id, "kind": one.sort.name.lower()}


def _room(one: RoomSeen) -> Row:
    return {"id": one.id.text, "room": one.label, "capacity": one.capacity, "step_free": one.is_step_free}


def _vehicle(one: VehicleSeen) -> Row:
    seats = {"seats": one.seats, "wheelchair_places": one.wheelchair_places}
    return {"id": one.id.text, "vehicle": one.label, **seats}


_LISTS: dict[str, Callable[[Services], list[Row]]] = {
    "members": lambda services: [_member(one) for one in services.people.members()],
    "workers": lambda services: [_worker(one) for one in services.people.workers()],
    "tasks": lambda services: [_task(one) for one in services.tasks.all()],
    "offers": lambda services: [_offer(one) for one in services.offers.all()],
    "activities": lambda services: [_activity(one) for one in services.activities.all()],
    "rooms": lambda services: [_room(one) for one in services.rooms.all()],
    "vehicles": lambda services: [_vehicle(one) for one in services.vehicles.all()],
    "venues": lambda services: [_venue(one) for one in services.offers.venues()],
}
