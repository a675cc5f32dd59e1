"""Many at once, and cut off anywhere: one slip settles once, nobody waits for ever, and nothing is half done."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import event

from ledger.domain.facts import SlipVoided
from ledger.domain.rulings import Outcome, Why
from ledger.server.database import open_database
from ledger.server.exchange import Answered, answer
from ledger.wire.asking import Joining, Piece
from ledger.wire.joining import vouch
from ledger.wire.sealing import digest
from tests.server.pcs import Ledger, Pc, pc, sibling_of

SLIPS = 40
CENTRES = 6


@pytest.fixture
def postgres_ledger(postgres_url: str) -> Iterator[Ledger]:
    engine = open_database(postgres_url)
    try:
        yield Ledger(engine)
    finally:
        engine.dispose()


@pytest.mark.parametrize("is_printed_first", [True, False])
def test_of_several_centres_that_fight_over_slips_each_slip_settles_once(
    postgres_ledger: Ledger, *, is_printed_first: bool
) -> None:
    ledger = postgres_ledger
    home, others = pc(1), [pc(letter) for letter in range(2, 2 + CENTRES)]
    for one in (home, *others):
        ledger.admit(one)
    for number in range(SLIPS):
        home.print_slip(number)
    if is_printed_first:
        home.meet(ledger)
    for at, one in enumerate(others):
        for number in range(SLIPS) if at % 2 else reversed(range(SLIPS)):
            one.redeem(home, number)
    at_once = others if is_printed_first else [home, *others]
    raws = [(one, one.raw()) for one in at_once]

    with ThreadPoolExecutor(len(raws)) as threads:
        answers = list(threads.map(lambda each: (*each, _answered(ledger, each[1])), raws))
    for one, raw, answered in answers:
        assert answered.status == 200
        one.hear(raw, answered)
    home.meet(ledger)

    ruled = [one.rulings()[fact.fact].outcome for one in others for fact in one.rulings().values()]
    assert ruled.count(Outcome.SETTLED) == SLIPS
    assert ruled.count(Outcome.GOODWILL) == SLIPS * (CENTRES - 1)
    assert len(home.slips_taken()) == SLIPS
    assert len({told.number for told in home.slips_taken()}) == SLIPS


def test_two_requests_of_one_device_at_once_are_taken_one_after_the_other(postgres_ledger: Ledger) -> None:
    ledger, centre = postgres_ledger, pc(1)
    ledger.admit(centre)
    for number in range(50):
        centre.print_slip(number)
    raws = [centre.raw() for _ in range(6)]

    with ThreadPoolExecutor(6) as threads:
        answers = list(threads.map(lambda raw: _answered(ledger, raw), raws))

    assert {answered.status for answered in answers} <= {200, 409}
    assert len(ledger.rows("batches")) == 1
    assert len(ledger.rows("slips")) == 50


def _answered(ledger: Ledger, raw: bytes) -> Answered:
    return answer(ledger.engine, raw, now_ms=ledger.now_ms)


class CutOff(Exception):
    """The power went."""


def a_busy_request(of: Pc, other: Pc) -> bytes:
    """A request with something of everything."""
    of.print_slip(5)
    of.redeem(other, 1)
    of.redeem(other, 2)
    of.write(SlipVoided(of.issuer, 5, 60, None, has_paper=False, is_waiting=True))
    new, photo = sibling_of(of, 9), b"a photo"
    signature = vouch(of.seed, centre=of.centre, public=new.public, is_successor=True)
    joins = (Joining(new.public, signature, is_successor=True, takes_purse=False),)
    return of.raw(joins=joins, pieces=(Piece(digest(photo), 7, 0, photo),), issuers=(pc(77).public,))


class Cutting:
    """Cuts the power before one statement of those that follow."""

    def __init__(self, ledger: Ledger) -> None:
        self._seen = 0
        self._stop = -1
        event.listen(ledger.engine, "before_cursor_execute", self._statement)

    def _statement(self, *_: object) -> None:
        self._seen += 1
        if self._seen == self._stop:
            raise CutOff

    def at(self, statement: int) -> None:
        """Before this one, from 1; 0: not at all."""
        self._seen, self._stop = 0, statement or -1


def cut_off_everywhere(ledger: Ledger, raw: bytes) -> tuple[Answered, int]:
    """Send a request cut off before its first statement, its second, and so on, until it gets through."""
    held, cutting = ledger.holds(), Cutting(ledger)
    for statement in count(1):
        cutting.at(statement)
        try:
            answered = ledger.answer(raw)
        except CutOff:
            cutting.at(0)
            assert ledger.holds() == held, f"something was kept of a request cut off at statement {statement}"
        else:
            cutting.at(0)
            return answered, statement
    raise AssertionError


def test_cut_off_before_any_statement_nothing_is_kept_and_sent_again_all_is(ledger: Ledger) -> None:
    home, other, third = pc(1), pc(2), pc(3)
    for one in (home, other, third):
        ledger.admit(one)
    other.print_slip(1)
    other.print_slip(2)
    third.redeem(other, 2)
    other.meet(ledger)
    third.meet(ledger)
    raw = a_busy_request(home, other)

    answered, statements = cut_off_everywhere(ledger, raw)

    assert statements > 15
    home.hear(raw, answered)
    assert sorted((ruling.outcome, ruling.why) for ruling in home.rulings().values()) == [
        (Outcome.SETTLED, Why.FIRST),
        (Outcome.SETTLED, Why.FIRST),
        (Outcome.GOODWILL, Why.TAKEN_BEFORE),
    ]


def test_a_commit_that_fails_leaves_nothing(tmp_path: Path) -> None:
    ledger = Ledger(open_database(None, folder=tmp_path))
    home, other = pc(1), pc(2)
    for one in (home, other):
        ledger.admit(one)
    held, raw = ledger.holds(), a_busy_request(home, other)

    @event.listens_for(ledger.engine, "commit")
    def fail(_: object) -> None:
        raise CutOff

    with pytest.raises(CutOff):
        ledger.answer(raw)
    event.remove(ledger.engine, "commit", fail)

    assert ledger.holds() == held
    ledger.engine.dispose()
