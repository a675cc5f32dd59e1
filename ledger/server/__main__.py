"""goodhour-ledger: arguments and exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from sqlalchemy.exc import DBAPIError

from ledger.server.command.answers import Answer, keep_every_letter, problem_answer, stopped, tell, wrong_usage
from ledger.server.command.parser import WrongUsage, parser
from ledger.server.problems import CannotOpen, LedgerProblem


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 a known problem, 2 wrong usage."""
    os.umask(0o077)  # its files hold the ledger's key: they are its owner's alone
    typed = sys.argv[1:] if arguments is None else arguments
    keep_every_letter()
    try:
        given = parser().parse_args(typed)
    except WrongUsage as wrong:
        return wrong_usage(str(wrong), wrong.usage, as_json="--json" in typed)
    try:
        answer: Answer | int = given.run(given)
    except LedgerProblem as problem:
        answer = problem_answer(problem)
    except DBAPIError as error:
        # Away, locked, or out of room: its transaction was taken back.
        answer = problem_answer(CannotOpen(f"The database did not do this, and nothing was changed: {error.orig}"))
    except KeyboardInterrupt:
        answer = stopped()
    return answer if isinstance(answer, int) else tell(answer, as_json=given.json)


if __name__ == "__main__":
    sys.exit(main())
