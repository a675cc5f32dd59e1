"""What an answer is that no ledger of ours signed."""

from __future__ import annotations

import json
from typing import Final

from desktop.sync.problems import LedgerTrouble, NetworkProblem, NotOurLedger, SignInPage

_OK: Final = 200
_BAD_REQUEST: Final = 400
_MOST_JSON_BYTES: Final = 4_096


def not_ours(status: int, answered: bytes) -> NetworkProblem:
    """The problem with an answer that is not signed by our ledger: somebody stood in between, or it has a fault."""
    if status == _BAD_REQUEST and problem_in(answered):
        return LedgerTrouble()
    is_page = answered[:_MOST_JSON_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
    return SignInPage() if is_page and status == _OK else NotOurLedger()


def problem_in(answered: bytes) -> str:
    """What the ledger calls the problem, in its small JSON; "" if this is none."""
    if len(answered) > _MOST_JSON_BYTES:
        return ""
    try:
        found = json.loads(answered)
    except (ValueError, RecursionError):  # the second: brackets in brackets in brackets
        return ""
    problem = found.get("problem") if isinstance(found, dict) else None
    return problem if isinstance(problem, str) else ""
