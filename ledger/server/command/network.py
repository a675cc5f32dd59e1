"""centre, device, venue, purse, epoch: who is in the network."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from ledger.server import epochs
from ledger.server import own as own_room
from ledger.server.centres import (
    VALID_DAYS,
    Given,
    add_centre,
    add_device,
    add_venue,
    list_centres,
    list_codes,
    list_devices,
    list_venues,
)
from ledger.server.clock import now_ms
from ledger.server.command.answers import Answer
from ledger.server.command.arguments import a_file, days
from ledger.server.command.opened import opened
from ledger.server.database import reading, writing
from ledger.server.own import Own
from ledger.server.papers import check_place, write_qr
from ledger.server.revoking import move_purse, revoke_device


def add(commands: Any, shared: Any) -> None:
    """Add these commands."""
    centre = _group(commands, shared, "centre", "centres of the network")
    _adding(centre, shared, "NAME", "a code for a new centre's first PC", _add_with(add_centre))
    centre.add_parser("list", parents=[shared], help="centres and doors, and codes that wait").set_defaults(
        run=_centres
    )
    device = _group(commands, shared, "device", "PCs and doors")
    _adding(device, shared, "CENTRE", "a code for a further PC of a centre", _add_with(add_device))
    listing = device.add_parser("list", parents=[shared], help="PCs and doors")
    listing.add_argument("name", nargs="?", metavar="CENTRE", help="of this centre only")
    listing.set_defaults(run=_devices)
    revoking = device.add_parser("revoke", parents=[shared], help="hear a lost PC no longer; cannot be undone")
    revoking.add_argument("device", metavar="DEVICE", help="its id, from `device list`")
    revoking.add_argument("--void-slips", action="store_true", help="none of its slips stays good; staff are asked")
    revoking.add_argument("--last", action="store_true", help="even a centre's last PC: the centre never comes back")
    revoking.set_defaults(run=_revoke)
    venue = _group(commands, shared, "venue", "places that take slips")
    _adding(venue, shared, "NAME", "a venue's number and a code for its door", _add_with(add_venue))
    venue.add_parser("list", parents=[shared], help="venues with their numbers").set_defaults(run=_venues)
    purse = _group(commands, shared, "purse", "which PC takes minutes from members")
    moving = purse.add_parser("move", parents=[shared], help="give the purse of a lost PC to another PC")
    moving.add_argument("name", metavar="CENTRE")
    moving.add_argument("device", metavar="DEVICE", help="the PC that gets it")
    moving.set_defaults(run=_move)
    epoch = _group(commands, shared, "epoch", "after the ledger was put back from a backup")
    epoch.add_parser("show", parents=[shared], help="who has not met since").set_defaults(run=_show)
    epoch.add_parser("close", parents=[shared], help="wait for nobody more; settlements are final").set_defaults(
        run=_close
    )


def _group(commands: Any, shared: Any, name: str, words: str) -> Any:
    one = commands.add_parser(name, parents=[shared], help=words)
    return one.add_subparsers(title="commands", metavar="COMMAND", required=True)


def _adding(group: Any, shared: Any, what: str, words: str, run: Callable[[Namespace], Answer]) -> None:
    one = group.add_parser("add", parents=[shared], help=words)
    one.add_argument("name", metavar=what)
    one.add_argument("--qr", type=a_file, metavar="F", help="write the code as a picture too: .png or .svg")
    one.add_argument(
        "--valid-days",
        type=days,
        default=VALID_DAYS,
        metavar="N",
        help=f"how long the code is good; usually {VALID_DAYS}",
    )
    one.set_defaults(run=run)


def _add_with(make: Callable[..., Given]) -> Callable[[Namespace], Answer]:
    def run(arguments: Namespace) -> Answer:
        if arguments.qr is not None:
            check_place(arguments.qr)
        with opened(arguments) as engine:
            given = make(engine, arguments.name, now_ms=now_ms(), valid_days=arguments.valid_days)
        values: dict[str, Any] = asdict(given)
        if arguments.qr is not None:
            write_qr(given.code, arguments.qr)
            values["file"] = str(arguments.qr)
        return Answer(values)

    return run


def _centres(arguments: Namespace) -> Answer:
    with opened(arguments) as engine:
        return Answer({"centres": list_centres(engine), "codes": list_codes(engine, now_ms=now_ms())})


def _devices(arguments: Namespace) -> Answer:
    with opened(arguments) as engine:
        return Answer({"devices": list_devices(engine, arguments.name)})


def _revoke(arguments: Namespace) -> Answer:
    asked = {"keep_slips": not arguments.void_slips, "is_last_meant": arguments.last}
    with opened(arguments) as engine:
        return Answer(asdict(revoke_device(engine, arguments.device, now_ms=now_ms(), **asked)))


def _venues(arguments: Namespace) -> Answer:
    with opened(arguments) as engine:
        return Answer({"venues": list_venues(engine)})


def _move(arguments: Namespace) -> Answer:
    with opened(arguments) as engine:
        return Answer(move_purse(engine, arguments.name, arguments.device, now_ms=now_ms()))


def _show(arguments: Namespace) -> Answer:
    with opened(arguments) as engine:
        with reading(engine) as connection:
            own = own_room.read(connection)
        waiting = [one for one in list_centres(engine) if one["met_epoch"] < own.epoch]
    shown = ("id", "name", "met_ms")
    return Answer(_epoch(own) | {"waiting": [{name: one[name] for name in shown} for one in waiting]})


def _close(arguments: Namespace) -> Answer:
    with opened(arguments) as engine:
        with writing(engine) as connection:
            epochs.close(connection)
        with reading(engine) as connection:
            own = own_room.read(connection)
    return Answer(_epoch(own))


def _epoch(own: Own) -> dict[str, Any]:
    return {"epoch": own.epoch, "is_open": own.is_open}
