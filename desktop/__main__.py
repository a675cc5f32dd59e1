"""goodhour: arguments and exit codes."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from desktop.command.answers import Answer, keep_every_letter, problem_answer, stopped, tell, wrong_usage
from desktop.command.parser import WrongUsage, parser
from desktop.problems import KnownProblem


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 a known problem, 2 wrong usage."""
    typed = sys.argv[1:] if arguments is None else arguments
    keep_every_letter()
    if typed[:1] == ["--voice"]:  # started by the app itself, and by nobody else
        from desktop.views.voice import speak  # noqa: PLC0415  the app does without

        return speak(typed[1:])
    try:
        given = parser().parse_args(typed)
    except WrongUsage as wrong:
        return wrong_usage(str(wrong), wrong.usage, as_json="--json" in typed)
    try:
        answer: Answer | int = given.run(given)
    except KnownProblem as problem:
        answer = problem_answer(problem)
    except KeyboardInterrupt:
        answer = stopped()
    return answer if isinstance(answer, int) else tell(answer, as_json=given.json)


if __name__ == "__main__":
    sys.exit(main())
