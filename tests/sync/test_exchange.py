"""The exchange with the real core of a ledger: everything arrives once, whatever is lost on the way."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from desktop.problems import KnownProblem
from desktop.store.membership import Membership
from desktop.store.outbox import Outbox
from desktop.store.problems import DiskFull
from desktop.sync.exchange import Exchange, Outcome, apply, prepare
from desktop.sync.problems import (
    LedgerTrouble,
    NotEnrolled,
    NotOurLedger,
    SignInPage,
    SlowLine,
    UnknownHere,
)
from ledger.wire import batch
from ledger.wire.asking import read_request
from tests.store.a_centre import everything
from tests.sync.places import Pc, Town, a_pc, bears, facts_held, facts_of, holds, is_all_sent

HTML = b"<!DOCTYPE html><title>Welcome to the guest network</title>"


def lose(_status: int, _body: bytes) -> tuple[int, bytes]:
    raise SlowLine


def test_everything_written_before_is_sent_once(town: Town, pc: Pc) -> None:
    pc.helps(3)
    facts = facts_of(pc)
    outcome = town.meet(pc)
    assert outcome.sent == facts
    assert outcome.to_send == (0, 0)
    assert is_all_sent(town, pc)


def test_nothing_new_is_one_small_request(town: Town, pc: Pc) -> None:
    town.meet(pc)
    outcome = town.meet(pc)
    assert (outcome.requests, outcome.sent, outcome.received) == (1, 0, 0)
    assert outcome.bytes_up + outcome.bytes_down < 300


def test_one_new_fact_is_one_request(town: Town, pc: Pc) -> None:
    town.meet(pc)
    pc.helps()
    outcome = town.meet(pc)
    assert (outcome.requests, outcome.sent) == (1, 1)
    assert outcome.bytes_up + outcome.bytes_down < 550


def test_before_joining_there_is_nobody_to_ask(town: Town) -> None:
    with pytest.raises(NotEnrolled):
        town.meet(a_pc())


def test_a_year_goes_in_batches_that_fill_requests(town: Town, pc: Pc) -> None:
    pc.helps_much(2_600)
    outcome = town.meet(pc)
    assert outcome.sent == facts_of(pc)
    assert outcome.requests == 1
    assert [last - first + 1 for first, last in holds(town, pc)][:-1] == [500] * 5


def test_a_lost_answer_sends_the_same_bytes_again(town: Town, pc: Pc) -> None:
    pc.helps(4)
    town.spoil = lose
    with pytest.raises(SlowLine):
        town.meet(pc)
    assert Outbox(pc.store).to_send().facts == facts_of(pc)
    pc.helps(2)
    town.spoil = lambda status, body: (status, body)
    town.meet(pc)
    first, again = (read_request(body).request for path, body in town.asked[-2:] if path == "/1/x")
    assert again.batches[: len(first.batches)] == first.batches
    assert again.counter > first.counter
    assert is_all_sent(town, pc)


def test_an_answer_that_comes_twice_changes_nothing(town: Town, pc: Pc) -> None:
    asked = prepare(pc.store)
    status, body = town.send("/1/x", asked)
    apply(pc.store, asked, status, body)
    before = everything(pc.store)
    apply(pc.store, asked, status, body)
    assert everything(pc.store) == before


def test_a_late_answer_takes_nothing_back(town: Town, pc: Pc) -> None:
    early = prepare(pc.store)
    late_answer = town.send("/1/x", early)
    pc.helps(3)
    town.meet(pc)
    before = everything(pc.store)
    apply(pc.store, early, *late_answer)
    assert everything(pc.store) == before


def test_a_request_that_arrives_twice_is_held_once(town: Town, pc: Pc) -> None:
    asked = prepare(pc.store)
    town.send("/1/x", asked)
    status, body = town.send("/1/x", asked)
    step = apply(pc.store, asked, status, body)
    assert step.is_turned_down
    town.meet(pc)
    assert is_all_sent(town, pc)


@pytest.mark.parametrize("at", range(0, 60, 3))
def test_killed_between_any_two_statements_of_taking_in(
    town: Town, pc: Pc, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    pc.helps(2)
    asked = prepare(pc.store)
    answered = town.send("/1/x", asked)
    before = everything(pc.store)
    statements, real = iter(range(1_000)), type(pc.store.db).execute

    def execute(*arguments: object) -> object:
        if next(statements) == at:
            raise KeyboardInterrupt
        return real(*arguments)  # type: ignore[arg-type]  # as it is called

    with monkeypatch.context() as patch:
        patch.setattr(type(pc.store.db), "execute", execute)
        try:
            apply(pc.store, asked, *answered)
        except KeyboardInterrupt:
            killed = True
        else:
            killed = False
    assert not killed or everything(pc.store) == before
    town.meet(pc)
    assert is_all_sent(town, pc)


def test_a_full_disk_leaves_everything_as_before_and_the_next_exchange_does_it_again(town: Town, pc: Pc) -> None:
    pc.helps_much(1_000)
    asked = prepare(pc.store)
    answered = town.send("/1/x", asked)
    before = everything(pc.store)
    (pages,) = pc.store.db.execute("PRAGMA page_count").fetchone()
    pc.store.db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull):
        apply(pc.store, asked, *answered)
    assert everything(pc.store) == before
    pc.store.db.execute("PRAGMA max_page_count = 1000000")
    town.meet(pc)
    assert is_all_sent(town, pc)


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (lambda _status, _body: (200, HTML), SignInPage),
        (lambda _status, _body: (403, HTML), NotOurLedger),
        (lambda _status, _body: (200, b""), NotOurLedger),
        (lambda status, body: (status, body[:-1]), NotOurLedger),
        (lambda status, body: (status, body[:40] + bytes([body[40] ^ 1]) + body[41:]), NotOurLedger),
        (lambda _status, _body: (400, json.dumps({"problem": "malformed", "message": "x"}).encode()), LedgerTrouble),
        (lambda _status, _body: (404, b"{}"), NotOurLedger),
    ],
)
def test_an_answer_our_ledger_did_not_sign_is_not_used(
    town: Town, pc: Pc, spoil: Callable[[int, bytes], tuple[int, bytes]], problem: type[KnownProblem]
) -> None:
    town.spoil = spoil
    with pytest.raises(problem) as raised:
        town.meet(pc)
    assert type(raised.value) is problem
    assert Membership(pc.store).standing().met_ms == 0
    town.spoil = lambda status, body: (status, body)
    town.meet(pc)
    assert is_all_sent(town, pc)


def test_the_answer_to_another_request_is_not_used(town: Town, pc: Pc) -> None:
    first, second = prepare(pc.store), prepare(pc.store)
    status, body = town.send("/1/x", first)
    with pytest.raises(NotOurLedger):
        apply(pc.store, second, status, body)


def test_a_counter_that_went_back_is_found_again(town: Town, pc: Pc) -> None:
    for _ in range(5):
        town.meet(pc)
    with pc.store.together():
        Membership(pc.store).set(counter=1)
    pc.helps()
    assert town.meet(pc).sent == 1


def test_a_pc_the_ledger_never_heard_of_says_so_and_keeps_everything(town: Town, pc: Pc) -> None:
    stranger = a_pc(b"s")
    ledger = Membership(pc.store).ledger
    assert ledger is not None
    with stranger.store.together():
        ours = type(ledger)(ledger.url, ledger.public, stranger.store.device)
        Membership(stranger.store).join(ours, epoch=1, ledger_ms=0)
    with pytest.raises(UnknownHere):
        town.meet(stranger)
    assert Membership(stranger.store).kept("network_trouble") == b"unknown_device"
    assert Outbox(stranger.store).to_send().facts == facts_of(stranger)


def test_many_small_exchanges_end_in_packs_at_both_sides(town: Town, pc: Pc) -> None:
    for _ in range(85):
        pc.helps(6)
        town.meet(pc)
    before = facts_held(town, pc)
    pc.helps(6)
    town.meet(pc)
    town.meet(pc)
    assert facts_held(town, pc) == before + 6 == facts_of(pc)
    assert len(holds(town, pc)) < 10
    assert is_all_sent(town, pc)


def test_the_outcome_adds_up(town: Town, pc: Pc) -> None:
    told: list[Outcome] = []
    pc.helps_much(2_000)
    bears(pc, 8_192)
    outcome = Exchange(pc.on_store, town, told=told.append).run()
    assert told[-1] == outcome
    assert outcome.requests == len(told)
    assert outcome.sent == facts_of(pc)
    assert outcome.sent > batch.MOST_FACTS


def test_no_request_is_made_once_it_is_to_stop(town: Town, pc: Pc) -> None:
    asked = len(town.asked)
    assert Exchange(pc.on_store, town, is_stopping=lambda: True).run() == Outcome()
    assert len(town.asked) == asked
