"""What can be typed after `goodhour-ledger`."""

from __future__ import annotations

import argparse
import os
from typing import Any, Final, NoReturn

from ledger.server.command import keeping, network, serve

DATABASE: Final = "GOODHOUR_LEDGER_DATABASE"
"""Names the database in the surroundings, where a password in it is not seen in the list of processes."""


class WrongUsage(Exception):
    """What was typed is no command; the message says what is wrong, `usage` what would do."""

    def __init__(self, message: str, usage: str) -> None:
        super().__init__(message)
        self.usage = usage


class Parser(argparse.ArgumentParser):
    """Reads the command line; leaves it to the caller to say what is wrong."""

    def error(self, message: str) -> NoReturn:
        """Refuse. Raises WrongUsage."""
        raise WrongUsage(message, self.format_usage())


def parser() -> Parser:
    """The whole command line; each command's `run` takes the arguments and answers."""
    top = Parser(prog="goodhour-ledger", description="The central ledger of a network of Time Credits centres.")
    top.set_defaults(json=False, database=os.environ.get(DATABASE) or None)
    # Both may stand before the command's name or after it.
    shared = Parser(add_help=False)
    for to in (top, shared):
        to.add_argument(
            "--database",
            default=argparse.SUPPRESS,
            metavar="URL",
            help=f"sqlite:///FILE or postgresql://USER@HOST/NAME; else from {DATABASE}; else ledger.db in this folder",
        )
        to.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="answer with one JSON object")
    commands: Any = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for room in (serve, network, keeping):
        room.add(commands, shared)
    return top
