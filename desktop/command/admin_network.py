"""admin enrol, exchange, status."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from desktop.bootstrap import Parts
from desktop.clock import WallClock
from desktop.command.answers import Answer, problem_answer
from desktop.command.arguments import a_path
from desktop.command.opened import folder, opened
from desktop.command.standing import plain
from desktop.problems import KnownProblem
from desktop.store.store import Store
from desktop.sync.outcome import Outcome
from desktop.sync.problems import NotEnrolled
from desktop.sync.status import Status, status


def add(commands: Any, shared: Any) -> None:
    """Add these commands."""
    enrol = commands.add_parser("enrol", parents=[shared], help="join a network, with a code of its coordinator")
    enrol.add_argument("--ledger", required=True, metavar="URL", help="where the network's ledger is")
    enrol.add_argument("--code", required=True, help="24 letters and numbers; it works once")
    enrol.add_argument("--staff-pin", metavar="P", help="of a new door: 4 to 12 digits")
    enrol.set_defaults(run=_enrol)
    exchange = commands.add_parser("exchange", parents=[shared], help="send what there is to send, fetch what is new")
    way = exchange.add_mutually_exclusive_group()
    way.add_argument("--write", type=a_path, metavar="F", help="write it to a file, to be carried")
    way.add_argument("--read", type=a_path, metavar="F", help="take in the answer to a file")
    exchange.set_defaults(run=_exchange)
    standing = commands.add_parser("status", parents=[shared], help="what is sent, and what is not")
    standing.set_defaults(run=_status)


def _enrol(arguments: Namespace) -> Answer:
    from desktop.store.opening import DATABASE_FILE  # noqa: PLC0415  as below

    if not (folder(arguments) / DATABASE_FILE).exists():
        return _enrol_door(arguments)
    from desktop.sync.https import Https  # noqa: PLC0415  httpx is read in where it is used
    from desktop.sync.joining import enrol  # noqa: PLC0415  as above

    with opened(arguments, at_door=True) as parts:
        joined = enrol(lambda job: job(parts.store), arguments.ledger, arguments.code, road=Https)
        return _first_exchange(parts.store, {"joined": joined.name})


def _enrol_door(arguments: Namespace) -> Answer:
    """An empty folder and a venue's code make a door."""
    from desktop.services.staff_door import pin_hash  # noqa: PLC0415  as below
    from desktop.sync.https import Https  # noqa: PLC0415  httpx is read in where it is used
    from desktop.sync.joining import DoorWish, found_door  # noqa: PLC0415  as above

    clock = WallClock()
    wish = DoorWish(pin_hash(arguments.staff_pin) if arguments.staff_pin else b"", clock=clock)
    made = found_door(folder(arguments), arguments.ledger, arguments.code, road=Https, wish=wish)
    try:
        door = made.store.read.door()
        values: dict[str, Any] = {"joined": door.name, "venue": door.number} if door else {}
        values["words"] = list(made.words)
        if made.passphrase:
            values["passphrase"] = made.passphrase
        return _first_exchange(made.store, values)
    finally:
        made.store.close()


def _first_exchange(store: Store, joined: Mapping[str, Any]) -> Answer:
    """Send everything earlier; joined it has in any case."""
    try:
        return Answer({**joined, **_outcome(_run(store))})
    except KnownProblem as problem:
        told = problem_answer(problem)
        return Answer({**told.values, **joined}, told.code)


def _exchange(arguments: Namespace) -> Answer:
    with opened(arguments, at_door=True) as parts:
        if arguments.write is not None:
            return _write(parts, arguments)
        if arguments.read is not None:
            return _read(parts, arguments)
        return Answer(_outcome(_run(parts.store)))


def _run(store: Store) -> Outcome:
    from desktop.store.membership import Membership  # noqa: PLC0415  as below
    from desktop.sync.exchange import Exchange  # noqa: PLC0415  as below
    from desktop.sync.https import Https  # noqa: PLC0415  httpx is read in where it is used

    ledger = Membership(store).ledger
    if ledger is None:
        raise NotEnrolled
    road = Https(ledger.url)
    try:
        return Exchange(lambda job: job(store), road).run()
    finally:
        road.close()


def _write(parts: Parts, arguments: Namespace) -> Answer:
    from desktop.command.reading import refuse_place  # noqa: PLC0415  as below
    from desktop.sync.carrying import write_file  # noqa: PLC0415  where it is used

    refuse_place(arguments.write, parts.store.folder)
    size = write_file(parts.store, arguments.write)
    return Answer({"file": str(arguments.write), "bytes": size, "to_send": status(parts.store).to_send})


def _read(parts: Parts, arguments: Namespace) -> Answer:
    from desktop.sync.carrying import read_file  # noqa: PLC0415  where it is used

    step = read_file(parts.store, arguments.read)
    return Answer(_outcome(Outcome().with_step(step, up=0, down=0)))


def _status(arguments: Namespace) -> Answer:
    with opened(arguments, at_door=True) as parts:
        found = status(parts.store)
        return Answer(_standing(found), lines=plain(found))


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return {
        "sent": outcome.sent,
        "received": outcome.received,
        "rulings": outcome.rulings,
        "to_send": outcome.to_send.facts,
        "bytes_up": outcome.bytes_up,
        "bytes_down": outcome.bytes_down,
        "requests": outcome.requests,
    }


def _standing(found: Status) -> dict[str, Any]:
    return {
        "enrolled": found.is_joined,
        "ledger": found.url,
        "epoch": found.epoch,
        "to_send": found.to_send,
        "to_send_since_ms": found.since_ms,
        "last_met_ms": found.met_ms,
        "keys_age_days": found.keys_age_days,
        "trouble": found.trouble,
        "feeds": [asdict(feed) for feed in found.feeds],
    }
