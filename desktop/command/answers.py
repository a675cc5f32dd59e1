"""What a command answers: one JSON object, or the same as plain lines, and an exit code."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from desktop.problems import KnownProblem

DONE: Final = 0
KNOWN_PROBLEM: Final = 1
WRONG_USAGE: Final = 2


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command found or did. values: JSON values by name. code: the exit code.

    lines: the same for a person to read, where names and values would not do.
    """

    values: Mapping[str, Any]
    code: int = DONE
    lines: tuple[str, ...] = ()


def problem_answer(problem: KnownProblem) -> Answer:
    """A known problem: what it is called, and what it says to staff."""
    return Answer(
        {"problem": problem.code, "message": str(problem) or (type(problem).__doc__ or "").strip()}, KNOWN_PROBLEM
    )


def wrong_usage(message: str, usage: str, *, as_json: bool) -> int:
    """Say on standard error what would do, with JSON on standard output too; gives back the exit code."""
    sys.stderr.write(f"{usage}{message}\n")
    if as_json:
        tell(Answer({"problem": "wrong_usage", "message": message}), as_json=True)
    return WRONG_USAGE


def stopped() -> Answer:
    """Somebody pressed Ctrl+C."""
    message = "Stopped. What was done before is safe; give the same command again to do the rest."
    return Answer({"problem": "stopped", "message": message}, KNOWN_PROBLEM)


def tell(answer: Answer, *, as_json: bool) -> int:
    """Write an answer to standard output and give back its exit code."""
    # JSON in ASCII alone: whatever letters a terminal or pipe is set to, a name is never lost on the way.
    lines = [json.dumps(answer.values)] if as_json else (answer.lines or _plain(answer.values))
    try:
        sys.stdout.writelines(line + "\n" for line in lines)
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):  # that is only a reader who has seen enough, as `head` has
            sys.stderr.write(f"The command is done; its answer could not be written: {error.strerror}.\n")
            return KNOWN_PROBLEM
    return answer.code


def keep_every_letter() -> None:
    """Let plain lines show a letter the terminal lacks as its number, rather than fail over it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _plain(values: Mapping[str, Any]) -> list[str]:
    lines = [str(values["message"])] if "problem" in values else []
    for name, value in values.items():
        if name in {"problem", "message"}:
            continue
        if isinstance(value, list) and value and isinstance(value[0], dict):
            lines += ["  ".join(str(cell) for cell in row.values() if cell not in (None, "")) for row in value]
        elif isinstance(value, list):
            lines.append(f"{_words(name)}: {' '.join(str(one) for one in value) or 'none'}")
        elif isinstance(value, dict):
            lines.append(f"{_words(name)}: {', '.join(f'{one} {many}' for one, many in value.items()) or 'none'}")
        else:
            lines.append(f"{_words(name)}: {value}")
    return lines


def _words(name: str) -> str:
    return name.replace("_", " ").capitalize()
