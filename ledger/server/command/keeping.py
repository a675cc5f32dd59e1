"""totals, verify, backup, restore, carry: what the ledger holds, and keeping it."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from ledger.server import backup, carry, totals, verify
from ledger.server.clock import now_ms
from ledger.server.command.answers import DONE, KNOWN_PROBLEM, Answer
from ledger.server.command.arguments import a_file
from ledger.server.command.opened import opened


def add(commands: Any, shared: Any) -> None:
    """Add these commands."""
    for name, run, words in (
        ("totals", _totals, "minutes of the network, of each centre, and what goodwill paid"),
        ("verify", _verify, "check every chain, sum, slip and ruling"),
    ):
        commands.add_parser(name, parents=[shared], help=words).set_defaults(run=run)
    away = commands.add_parser("backup", parents=[shared], help="write everything to one new file; keep it secret")
    away.add_argument("file", type=a_file, metavar="FILE")
    away.set_defaults(run=_backup)
    back = commands.add_parser("restore", parents=[shared], help="put a backup back; a new epoch begins")
    back.add_argument("file", type=a_file, metavar="FILE")
    back.add_argument("--over", action="store_true", help="give up what the database holds now")
    back.set_defaults(run=_restore)
    by_hand = commands.add_parser("carry", parents=[shared], help="answer an exchange that came as a file")
    by_hand.add_argument("--in", dest="request", type=a_file, required=True, metavar="F", help="what the PC wrote")
    by_hand.add_argument("--out", dest="reply", type=a_file, required=True, metavar="F", help="what goes back to it")
    by_hand.set_defaults(run=_carry)


def _totals(arguments: Namespace) -> Answer:
    with opened(arguments) as engine:
        return Answer(totals.totals(engine))


def _verify(arguments: Namespace) -> Answer:
    with opened(arguments) as engine:
        found = verify.verify(engine)
    values: dict[str, Any] = {"verified": not found.problems, **found.counts, "problems": found.problems}
    if found.problems:
        message = "Something is wrong in this ledger. Keep it as it is, and a copy; see docs/ledger.md."
        values = {"problem": "not_verified", "message": message} | values
    return Answer(values, KNOWN_PROBLEM if found.problems else DONE)


def _backup(arguments: Namespace) -> Answer:
    with opened(arguments) as engine:
        return Answer(backup.backup(engine, arguments.file))


def _restore(arguments: Namespace) -> Answer:
    with opened(arguments) as engine:
        return Answer(backup.restore(engine, arguments.file, over=arguments.over))


def _carry(arguments: Namespace) -> Answer:
    with opened(arguments) as engine:
        return Answer(carry.carry(engine, arguments.request, arguments.reply, now_ms=now_ms()))
