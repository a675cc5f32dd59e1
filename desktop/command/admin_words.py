"""admin words check: whether a file of words can be used, before it goes into Goodhour. Needs no centre."""

from __future__ import annotations

from argparse import Namespace
from typing import Any, Final

from desktop.command.answers import DONE, KNOWN_PROBLEM, Answer
from desktop.command.arguments import a_path

_WELL: Final = "All is well: every text is there, and every rule for reading is kept."


def add(commands: Any, shared: Any) -> None:
    """Add the command."""
    words = commands.add_parser("words", help="the words of a language")
    parts: Any = words.add_subparsers(title="commands", metavar="COMMAND", required=True)
    check = parts.add_parser("check", parents=[shared], help="whether a file of words says all that English says")
    check.add_argument("file", type=a_path, metavar="FILE", help="such as cy.toml, called by its ISO 639 code")
    check.set_defaults(run=_check)


def _check(arguments: Namespace) -> Answer:
    from desktop.views.words_check import faults_in, rules_broken_in  # noqa: PLC0415  Babel, for this command alone

    faults = faults_in(arguments.file)
    rules = rules_broken_in(arguments.file) if not faults else []
    found = [*faults, *rules]
    values = {"language": arguments.file.name.partition(".")[0], "faults": found}
    return Answer(values, KNOWN_PROBLEM if found else DONE, tuple(found) or (_WELL,))
