"""goodhour itself, the practice day, and the self-test."""

from __future__ import annotations

from argparse import Namespace

from desktop.command.answers import DONE, KNOWN_PROBLEM, Answer
from desktop.command.opened import folder


def open_app(arguments: Namespace) -> int:
    """Open the app; ends when its window closes."""
    from desktop.clock import WallClock  # noqa: PLC0415 - the command line stays quick: the app loads what it needs
    from desktop.views.beginning import begin  # noqa: PLC0415 - as above

    return begin(
        folder(arguments),
        WallClock(),
        practice=arguments.practice,
        in_window=arguments.window,
        door=arguments.door,
    )


def demo(arguments: Namespace) -> Answer:
    """The practice day, with real widgets, tap by tap."""
    from desktop.views.practice_day import run  # noqa: PLC0415 - as above

    summary = run(arguments.out)
    return Answer(summary, DONE if summary["verified"] else KNOWN_PROBLEM)


def self_test(_arguments: Namespace) -> Answer:
    """Whether this installation can do what it is for."""
    from desktop.selftest import run  # noqa: PLC0415 - as above

    checked = run()
    return Answer(checked, DONE if checked["works"] else KNOWN_PROBLEM)
