"""What a command answers: one JSON object, or the same as plain lines, and an exit code."""

from __future__ import annotations

import json
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
    """What a command found or did. values: JSON values by name. code: the exit code."""

    values: Mapping[str, Any]
    code: int = DONE


def problem_answer(problem: KnownProblem) -> Answer:
    """A known problem: what it is called, and what it says to staff."""
    return Answer(
        {"problem": problem.code, "message": str(problem) or (type(problem).__doc__ or "").strip()}, KNOWN_PROBLEM
    )


def tell(answer: Answer, *, as_json: bool) -> int:
    """Write an answer to standard output and give back its exit code."""
    if as_json:
        sys.stdout.write(json.dumps(answer.values, ensure_ascii=False) + "\n")
    else:
        sys.stdout.writelines(line + "\n" for line in _plain(answer.values))
    return answer.code


def _plain(values: Mapping[str, Any]) -> list[str]:
    if "problem" in values:
        return [str(values["message"])]
    lines = []
    for name, value in values.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            lines += ["  ".join(str(cell) for cell in row.values() if cell not in (None, "")) for row in value]
        elif isinstance(value, list):
            lines.append(f"{_words(name)}: {' '.join(str(one) for one in value) or 'none'}")
        else:
            lines.append(f"{_words(name)}: {value}")
    return lines


def _words(name: str) -> str:
    return name.replace("_", " ").capitalize()
