"""Whatever is shown gets one answer and changes nothing: no slip passes that was not printed as it is shown."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.services.slips import Outcome
from ledger.domain import crockford
from ledger.domain.slips import Slip
from ledger.wire.code import code_of
from ledger.wire.token import BODY_BYTES, PREFIX, TOKEN_BYTES, encode_slip
from tests.services.at_work import AtWork
from tests.services.joined import Joined

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ONCE = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def a_slip(centre: AtWork, **more: int) -> Slip:
    """A slip as a PC of this centre would print it today."""
    given: dict[str, int] = {"number": 77, "minutes": 60, "issued_day": centre.store.today(), **more}
    return Slip(**given)


def bits_turned(token: str, place: int) -> str:
    """The same token with one bit of its 88 bytes turned."""
    letters = token.removeprefix(PREFIX)
    pad = len(letters) * crockford.LETTER_BITS - TOKEN_BYTES * 8
    number = crockford.read(letters) ^ 1 << (pad + TOKEN_BYTES * 8 - 1 - place)
    return PREFIX + crockford.write(number, letters=len(letters))


def test_no_bit_of_a_slip_can_be_turned(riverside: Joined, door: Joined) -> None:
    (paper,) = riverside.thanks()
    door.meet()
    assert door.do.door.check(paper.token).is_good
    before = door.store.read.last_seq()
    answers = {place: door.do.door.check(bits_turned(paper.token, place)) for place in range(TOKEN_BYTES * 8)}
    assert {answer.outcome for answer in answers.values()} == {Outcome.NOT_A_SLIP, Outcome.FOREIGN}
    foreign = [place for place, answer in answers.items() if answer.outcome == Outcome.FOREIGN]
    assert all(8 <= place < 40 for place in foreign)  # the four bytes that name the key
    assert len(answers) == TOKEN_BYTES * 8 > BODY_BYTES
    assert door.store.read.last_seq() == before


@ONCE
@given(text=st.one_of(st.text(max_size=400), st.text(LETTERS, min_size=1, max_size=160).map(PREFIX.__add__)))
def test_any_text_has_one_answer(centre: AtWork, text: str) -> None:
    assert not centre.do.door.check(text).is_good


@ONCE
@given(number=st.integers(0, 2**64 - 1))
def test_a_code_that_nobody_printed_buys_nothing(riverside: Joined, number: int) -> None:
    assert riverside.do.door.check(code_of(number)).outcome == Outcome.SCAN_IT


@pytest.mark.parametrize("text", ["x" * 10_000, "🙂" * 50, "", "\x00", "TC1", "tc1" * 300, "5000159407236"])
def test_what_is_no_slip_is_none(centre: AtWork, text: str) -> None:
    assert centre.do.door.check(text).outcome == Outcome.NOT_A_SLIP


def test_a_slip_well_signed_by_a_key_nobody_lists_is_not_from_here(riverside: Joined, door: Joined) -> None:
    door.meet()
    token = encode_slip(a_slip(riverside), bytes(range(32)))
    assert door.do.door.check(token).outcome == Outcome.FOREIGN
    assert riverside.do.slips.check(token).outcome == Outcome.FOREIGN


def test_a_slip_of_no_minutes_is_none(riverside: Joined, door: Joined) -> None:
    door.meet()
    whole = encode_slip(a_slip(riverside), riverside.store.secret("issuer_seed"))
    minutes_at = 13 * 8  # of the body: two bytes
    nothing = whole
    for place in range(minutes_at, minutes_at + 16):
        if 60 >> (15 - (place - minutes_at)) & 1:
            nothing = bits_turned(nothing, place)
    assert door.do.door.check(nothing).outcome == Outcome.NOT_A_SLIP


def test_a_slip_of_a_thousand_credits_is_for_a_worker(riverside: Joined, door: Joined) -> None:
    door.meet()
    token = encode_slip(a_slip(riverside, minutes=65_535), riverside.store.secret("issuer_seed"))
    assert door.do.door.check(token).outcome == Outcome.ASK_WORKER
    assert door.do.door.take(token, door.draft()).changes is None


def test_a_slip_of_tomorrow_is_looked_at_and_nobody_refused(riverside: Joined, door: Joined) -> None:
    door.meet()
    seed, today = riverside.store.secret("issuer_seed"), riverside.store.today()
    later = a_slip(riverside, issued_day=today + 9)
    assert door.do.door.check(encode_slip(later, seed)).outcome == Outcome.OK_CHECK
    assert riverside.do.slips.check(encode_slip(later, seed)).outcome == Outcome.OK_CHECK
    bound = replace(later, venue=door.do.door.venue.number)
    assert door.do.door.check(encode_slip(bound, seed)).outcome == Outcome.OK_CHECK
    assert door.do.door.check(encode_slip(replace(bound, issued_day=today), seed)).outcome == Outcome.OK


def test_a_slip_that_is_over_is_over_whatever_day_it_says_it_was_printed(riverside: Joined, door: Joined) -> None:
    door.meet()
    seed, today = riverside.store.secret("issuer_seed"), riverside.store.today()
    over = a_slip(riverside, issued_day=today - 30, expires_day=today - 1)
    assert door.do.door.check(encode_slip(over, seed)).outcome == Outcome.OVER
