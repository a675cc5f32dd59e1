"""goodhour: arguments and exit codes."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from desktop.command.answers import Answer, problem_answer, tell
from desktop.command.parser import parser
from desktop.problems import KnownProblem


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 a known problem, 2 wrong usage."""
    given = parser().parse_args(arguments)
    try:
        answer: Answer | int = given.run(given)
    except KnownProblem as problem:
        answer = problem_answer(problem)
    return answer if isinstance(answer, int) else tell(answer, as_json=given.json)


if __name__ == "__main__":
    sys.exit(main())
