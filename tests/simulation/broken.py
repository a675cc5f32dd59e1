"""Goodhour broken on purpose, one known mistake at a time: the simulation must see each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace
from typing import Any
from unittest.mock import patch

from desktop.store import allowed, receiving
from desktop.store.outbox import Outbox
from desktop.store.projections_book import BookRows
from desktop.store.readings_credits import CreditReadings
from desktop.store.recording import Recording
from desktop.store.sqlcipher import Database, in_transaction, transaction
from desktop.store.store import Store
from desktop.sync import incoming
from ledger.domain.accounts import Account, AccountClass
from ledger.server import slips
from ledger.server.sending import Sending
from ledger.wire.answering import Accepted

Mistake = Callable[[], AbstractContextManager[None]]


@contextmanager
def no_unique_key() -> Iterator[None]:
    """A slip is free for everybody who claims it."""
    read = slips._slip

    def always_free(row: Any) -> slips.Slip:
        return replace(read(row), claim=None, claim_minutes=0)

    with patch.object(slips, "_slip", always_free):
        yield


@contextmanager
def cut_again() -> Iterator[None]:
    """A batch whose reply was lost is cut anew, with what was written since."""
    cut = Outbox.cut

    def cut_anew(self: Outbox, most: int = 10) -> bool:
        with in_transaction(self._db):
            self._db.execute("DELETE FROM batches WHERE device = ? AND arrival IS NULL", [self._feed.device])
        return cut(self, most)

    with patch.object(Outbox, "cut", cut_anew):
        yield


@contextmanager
def dropped_when_acknowledged() -> Iterator[None]:
    """What the ledger holds of this PC's own facts is taken for sent and done with."""
    take = receiving.take_arrivals

    def take_and_drop(store: Store, accepted: Iterable[Accepted]) -> None:
        every = [*accepted]
        take(store, every)
        if any(not one.device for one in every):
            own = {"own": store.device}
            held = "(SELECT max(last_seq) FROM batches WHERE device = :own AND arrival IS NOT NULL)"
            store.db.execute(f"DELETE FROM drafts WHERE device = :own AND last_seq <= {held}", own)  # noqa: S608
            store.db.execute(f"DELETE FROM facts WHERE device = :own AND seq < {held}", own)  # noqa: S608

    with patch.object(receiving, "take_arrivals", take_and_drop), patch.object(incoming, "receiving", receiving):
        yield


@contextmanager
def global_cursor() -> Iterator[None]:
    """A PC is sent what came after the latest that it has itself, whosesoever that was."""
    add = Sending.add_batches

    def add_later(self: Sending) -> None:
        add(self)
        held = {held.feed: held.seq for held in self.meeting.request.siblings}
        if held:  # it has met before: its cursor is the centre's count when it last sent
            latest = self.meeting.partition.arrivals
            self.batches = [sent for sent in self.batches if sent.arrival & 0xFFFFFFFF >= latest]

    with patch.object(Sending, "add_batches", add_later):
        yield


@contextmanager
def counted_outside() -> Iterator[None]:
    """Balances are counters that are brought up to date once the tap is written."""
    waiting: list[tuple[Database, Account, int]] = []
    post, writing = BookRows.post, Recording.writing

    def post_later(self: BookRows, account: Account, minutes: int) -> None:
        waiting.append((self._db, account, minutes))

    @contextmanager
    def writing_first(self: Recording, *arguments: Any, **named: Any) -> Iterator[Any]:
        waiting.clear()
        with patch.object(BookRows, "post", post_later), writing(self, *arguments, **named) as tap:
            yield tap
        with transaction(self._db):
            for db, account, minutes in waiting:
                post(BookRows(db), account, minutes)

    with patch.object(Recording, "writing", writing_first):
        yield


@contextmanager
def clamped() -> Iterator[None]:
    """Nobody is refused, and whoever is below zero is shown as having nothing."""
    read = CreditReadings.minutes

    def at_least_nothing(self: CreditReadings, account: Account) -> int:
        return max(0, read(self, account))

    def let_pass(_db: Database, postings: Iterable[Any]) -> None:
        for account, _ in postings:
            if account.cls == AccountClass.MEMBER:
                return

    with ExitStack() as stack:
        stack.enter_context(patch.object(CreditReadings, "minutes", at_least_nothing))
        stack.enter_context(patch.object(allowed, "_check_balances", let_pass))
        stack.enter_context(patch("desktop.services.slips.check_has", lambda *_: None))
        stack.enter_context(patch("desktop.services.spending.check_has", lambda *_: None))
        stack.enter_context(patch("desktop.services.credits.check_has", lambda *_: None))
        yield


MISTAKES: dict[str, Mistake] = {
    "no unique key on who claims a slip": no_unique_key,
    "a batch cut again after a lost reply": cut_again,
    "own facts dropped once they are acknowledged": dropped_when_acknowledged,
    "a cursor by one global sequence": global_cursor,
    "counters updated outside the transaction": counted_outside,
    "a balance clamped at reading": clamped,
}
