"""What comes back in the ledger's place is read for the ledger's own words, and never believed or tripped over."""

from __future__ import annotations

import pytest

from desktop.sync.problems import LedgerTrouble, NotOurLedger, SignInPage
from desktop.sync.replies import not_ours, problem_in


def test_the_ledgers_own_word_for_a_problem_is_found() -> None:
    assert problem_in(b'{"problem": "expired_code", "message": "Too old."}') == "expired_code"


@pytest.mark.parametrize(
    "answered",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b'{"problem": 7}',
        b"\xff\xfe",
        b"<html>",
        b'{"problem": "' + bytes(5_000),
        b"[" * 4_000,
        b'{"problem":' * 300,
        b"9" * 4_096,
    ],
)
def test_whatever_else_comes_is_no_word_of_the_ledger(answered: bytes) -> None:
    assert problem_in(answered) == ""
    assert isinstance(not_ours(400, answered), NotOurLedger)


def test_a_page_is_somebody_who_wants_a_sign_in_and_a_problem_is_the_ledgers() -> None:
    assert isinstance(not_ours(200, b"\xef\xbb\xbf \n<html>"), SignInPage)
    assert isinstance(not_ours(400, b'{"problem": "malformed"}'), LedgerTrouble)
