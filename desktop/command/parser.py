"""What can be typed after `goodhour`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from desktop.command import admin_centre, admin_credits, admin_import, admin_lists, admin_slips, application


def parser() -> argparse.ArgumentParser:
    """The whole command line; each command's `run` takes the arguments and answers."""
    top = argparse.ArgumentParser(prog="goodhour", description="Time Credits by tapping pictures.")
    _data(top)
    top.add_argument("--practice", action="store_true", help="open the practice centre, which counts for nothing")
    top.set_defaults(run=application.open_app, json=False)
    commands = top.add_subparsers(title="commands", metavar="COMMAND")
    demo = commands.add_parser("demo", help="a practice day, tap by tap, with pictures of every screen")
    demo.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the pictures and papers go")
    demo.add_argument("--json", action="store_true", help=argparse.SUPPRESS)
    demo.set_defaults(run=application.demo)
    check = commands.add_parser("self-test", help="check that this installation works")
    check.add_argument("--json", action="store_true", help="answer with one JSON object")
    check.set_defaults(run=application.self_test)
    _admin(commands.add_parser("admin", help="what staff and scripts can do without a window"))
    return top


def _admin(admin: argparse.ArgumentParser) -> None:
    shared = argparse.ArgumentParser(add_help=False)
    _data(shared)
    shared.add_argument("--json", action="store_true", help="answer with one JSON object")
    commands: Any = admin.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for room in (admin_centre, admin_lists, admin_import, admin_credits, admin_slips):
        room.add(commands, shared)


def _data(to: argparse.ArgumentParser) -> None:
    to.add_argument(
        "--data", type=Path, default=argparse.SUPPRESS, metavar="DIR", help="where the centre's records lie"
    )
