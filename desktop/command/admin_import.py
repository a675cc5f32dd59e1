"""admin import FILE.csv: a file is known by its header, its lines by the file's digest and their number."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import Any, Final

from desktop.command.answers import KNOWN_PROBLEM, Answer
from desktop.command.arguments import a_path
from desktop.command.opened import opened
from desktop.command.reading import file_bytes
from desktop.services.importing import LineNote

_UNLESS: Final = {"members": " A list of workers has a column drives, which may be empty."}


def add(commands: Any, shared: Any) -> None:
    """Add the command."""
    read = commands.add_parser(
        "import", parents=[shared], help="members, workers, tasks, offers, activities, sessions or contributions"
    )
    read.add_argument("file", type=a_path, metavar="FILE.csv")
    read.set_defaults(run=_import)


def _import(arguments: Namespace) -> Answer:
    raw = file_bytes(arguments.file)
    with opened(arguments) as parts:
        importing = parts.services.importing
        if arguments.json:
            done = importing.apply(raw)
        else:
            _tell(f"Looking through {arguments.file.name}.\n")
            done = importing.apply(raw, progress=_progress)
            _tell(f"It was taken for a list of {done.kind}.{_UNLESS.get(done.kind, '')}\n")
    errors = [_row(note) for note in done.notes if note.is_error]
    values = {
        "kind": done.kind,
        "added": done.added,
        "already": done.already,
        "errors": errors,
        "notes": [_row(note) for note in done.notes if not note.is_error],
    }
    if not errors:
        return Answer(values)
    message = (
        f"{len(errors)} of the file's lines were left out, {done.added} added. Mend them in a file of their own and "
        "import that: this file, changed, would be another list."
    )
    return Answer({"problem": "bad_lines", "message": message, **values}, KNOWN_PROBLEM)


def _row(note: LineNote) -> dict[str, Any]:
    return {"line": note.line, "column": note.column, "message": note.message}


def _progress(done: int, lines: int) -> None:
    """Say how far it is: in a terminal over and over in one line."""
    _tell(f"{done} of {lines} lines are in." + ("\r" if sys.stderr.isatty() and done < lines else "\n"))


def _tell(words: str) -> None:
    sys.stderr.write(words)
    sys.stderr.flush()
