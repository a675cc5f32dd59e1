"""admin keys list, rotate, revoke."""

from __future__ import annotations

from argparse import Namespace
from typing import Any, Final

from desktop.clock import local_time
from desktop.command.answers import Answer
from desktop.command.opened import opened
from desktop.services.signing_keys import KeySeen, KeysSeen

_SAY: Final = (
    "Tell your network's coordinator to revoke that PC: until then other places may still take slips this key signs."
)


def add(commands: Any, shared: Any) -> None:
    """Add these commands."""
    keys = commands.add_parser("keys", parents=[shared], help="the keys that sign slips here").add_subparsers(
        title="commands", metavar="COMMAND", required=True
    )
    keys.add_parser("list", parents=[shared], help="which there are, and how old the list is").set_defaults(run=_list)
    rotate = keys.add_parser("rotate", parents=[shared], help="sign with a new key; what the old one signed stays good")
    rotate.set_defaults(run=_rotate)
    revoke = keys.add_parser("revoke", parents=[shared], help="trust a key no more; slips known to be out stay good")
    revoke.add_argument("key", metavar="KEY", help="its id, as `list` prints it")
    revoke.set_defaults(run=_revoke)


def _list(arguments: Namespace) -> Answer:
    with opened(arguments, at_door=True) as parts:
        seen = parts.services.signing_keys.seen()
    ours = () if seen.is_practice else seen.ours
    values = {
        "keys": [_key(key) for key in ours],
        "others": seen.others,
        "others_stopped": seen.stopped,
        "age_days": seen.age_days,
    }
    return Answer(values, lines=tuple(_lines(seen, ours)))


def _rotate(arguments: Namespace) -> Answer:
    with opened(arguments) as parts:
        key = parts.services.signing_keys.rotate()
    return Answer({"key": _key(key)}, lines=(f"This PC signs slips with {key.id} from now on.",))


def _revoke(arguments: Namespace) -> Answer:
    with opened(arguments) as parts:
        keys = parts.services.signing_keys
        key = keys.stop(keys.named(arguments.key).issuer)
        is_joined = keys.seen().is_joined
    values: dict[str, Any] = {"key": _key(key), "good": key.good}
    told = [f"{key.id} signs no more. Good still: {key.good} that are out. About any other a worker is asked."]
    if is_joined:
        values["message"] = _SAY
        told.append(_SAY)
    return Answer(values, lines=tuple(told))


def _key(key: KeySeen) -> dict[str, Any]:
    return {
        "id": key.id,
        "issuer": key.issuer.hex(),
        "public_key": key.public_key.hex(),
        "is_here": key.is_here,
        "is_in_use": key.is_in_use,
        "is_stopped": key.is_stopped,
        "since": local_time(key.since_ms).isoformat(timespec="seconds") if key.since_ms else "",
        "out": key.out,
        "good": key.good,
    }


def _lines(seen: KeysSeen, ours: tuple[KeySeen, ...]) -> list[str]:
    told = []
    for key in ours:
        state = "stopped" if key.is_stopped else "in use here" if key.is_in_use else "good"
        whose = "this PC" if key.is_here else "another PC"
        told.append(f"{key.id}  {whose}, {state}, {key.out} slips out  {key.public_key.hex()}")
    if seen.is_joined:
        age = "not met yet" if seen.age_days < 0 else f"{seen.age_days} days old"
        told.append(f"{seen.others} keys of other centres, {seen.stopped} of them stopped; the list is {age}.")
    return told or ["No key signs slips here."]
