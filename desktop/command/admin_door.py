"""admin door check, accept: what a worker at a door does, without a window."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from desktop.command.admin_slips import add_redeem
from desktop.command.answers import DONE, KNOWN_PROBLEM, Answer
from desktop.command.opened import opened
from desktop.command.slip_shown import check_of, no_slip, one_text, verdict_values
from desktop.problems import BadInput


def add(commands: Any, shared: Any) -> None:
    """Add these commands."""
    door = commands.add_parser("door", parents=[shared], help="check a slip, and take it in").add_subparsers(
        title="commands", metavar="COMMAND", required=True
    )
    check = door.add_parser("check", parents=[shared], help="what a slip is worth here; changes nothing")
    check.add_argument("slip", metavar="TEXT|IMAGE")
    check.set_defaults(run=_check)
    add_redeem(door.add_parser("accept", parents=[shared], help="take a slip in; at a venue's door, for the venue"))


def _check(arguments: Namespace) -> Answer:
    with opened(arguments, at_door=True) as parts:
        age_days = parts.services.signing_keys.seen().age_days
        try:
            text = one_text(arguments.slip, parts)
        except BadInput as problem:
            return no_slip(problem)
        verdict = check_of(parts)(text)
    values = verdict_values(verdict) | {"code": verdict.code, "keys_age_days": age_days}
    return Answer(values, DONE if verdict.is_good else KNOWN_PROBLEM)
