"""admin items: what needs a person, and ticking it off."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from desktop.clock import local_time
from desktop.command.answers import Answer
from desktop.command.opened import opened
from desktop.command.reading import fact_id
from desktop.services.seen import NeedSeen


def add(commands: Any, shared: Any) -> None:
    """Add the command."""
    items = commands.add_parser("items", parents=[shared], help="what needs a person")
    items.add_argument("--done", metavar="ID", help="tick one off; its id may be given here to put it back")
    items.set_defaults(run=_items)


def _items(arguments: Namespace) -> Answer:
    with opened(arguments, at_door=True) as parts:
        attention = parts.services.attention
        if arguments.done is None:
            return Answer({"items": [_row(need) for need in attention.all()]})
        return Answer({"done": attention.done_or_again(fact_id(arguments.done)).text})


def _row(need: NeedSeen) -> dict[str, Any]:
    return {
        "id": "" if need.about is None else need.about.text,
        "what": need.what,
        "minutes": need.minutes,
        "slip": need.code,
        "member": "" if need.person is None else need.person.id.text,
        "at": local_time(need.at_ms).isoformat(timespec="seconds") if need.at_ms else "",
    }
