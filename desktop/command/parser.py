"""What can be typed after `goodhour`."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from desktop.command import application
from desktop.command.arguments import a_folder, a_path


class WrongUsage(Exception):
    """What was typed is no command; the message says what is wrong, `usage` what would do."""

    def __init__(self, message: str, usage: str) -> None:
        super().__init__(message)
        self.usage = usage


class Parser(argparse.ArgumentParser):
    """Reads the command line; leaves it to the caller to say what is wrong.

    fill: adds what there is to type, when somebody comes to this part of the line.
    """

    def __init__(self, *, fill: Callable[[Parser], None] | None = None, **usual: Any) -> None:
        super().__init__(**usual)
        self._fill = fill

    def parse_known_args(  # type: ignore[override]  # argparse has three signatures for what this one takes
        self, args: Sequence[str] | None = None, namespace: Any = None
    ) -> Any:
        """Fill first, then read."""
        fill, self._fill = self._fill, None
        if fill is not None:
            fill(self)
        return super().parse_known_args(args, namespace)

    def error(self, message: str) -> NoReturn:
        """Refuse. Raises WrongUsage."""
        raise WrongUsage(message, self.format_usage())


def parser() -> Parser:
    """The whole command line; each command's `run` takes the arguments and answers."""
    top = Parser(prog="goodhour", description="Time Credits by tapping pictures.")
    _place(top)
    top.add_argument("--practice", action="store_true", help="open the practice centre, which counts for nothing")
    top.add_argument("--window", action="store_true", help="for once, do not fill the screen")
    top.add_argument(
        "--door", action="store_true", help="check slips and nothing else; a new PC becomes a venue's door"
    )
    top.set_defaults(run=application.open_app, json=False)
    commands = top.add_subparsers(title="commands", metavar="COMMAND")
    demo = commands.add_parser("demo", help="a practice day, tap by tap, with pictures of every screen")
    demo.add_argument("--out", type=a_path, required=True, metavar="DIR", help="where the pictures and papers go")
    _json(demo)
    demo.set_defaults(run=application.demo)
    check = commands.add_parser("self-test", help="check that this installation works")
    _json(check)
    check.set_defaults(run=application.self_test)
    commands.add_parser("admin", help="what staff and scripts can do without a window", fill=_admin)
    return top


def _admin(admin: Parser) -> None:
    # Read in for those who type it: the app's own start would wait for all of it.
    from desktop.command import (  # noqa: PLC0415
        admin_centre,
        admin_credits,
        admin_door,
        admin_import,
        admin_items,
        admin_keys,
        admin_lists,
        admin_network,
        admin_pictures,
        admin_slips,
        admin_week,
        admin_words,
    )

    # Both may stand before the command's name or after it.
    shared = Parser(add_help=False)
    for to in (admin, shared):
        _place(to)
        _json(to)
    commands: Any = admin.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for room in (
        admin_centre,
        admin_lists,
        admin_import,
        admin_credits,
        admin_slips,
        admin_door,
        admin_keys,
        admin_network,
        admin_pictures,
        admin_items,
        admin_week,
        admin_words,
    ):
        room.add(commands, shared)


def _place(to: argparse.ArgumentParser) -> None:
    to.add_argument(
        "--data", type=a_folder, default=argparse.SUPPRESS, metavar="DIR", help="where the centre's records lie"
    )


def _json(to: argparse.ArgumentParser) -> None:
    to.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="answer with one JSON object")
