"""Batches for the tests of the door: small ones, packs of them, and what the ledger makes of them."""

from __future__ import annotations

from ledger.domain.facts import Contributed
from ledger.domain.feed import first_head
from ledger.domain.names import FactId
from ledger.wire.asking import Short
from ledger.wire.batch import Batch, Place, cut
from tests.server.pcs import Ledger, Pc


def helped(of: Pc, minutes: int = 60) -> Contributed:
    """So many minutes of one member's for one task."""
    return Contributed(FactId(of.device, 1), FactId(of.device, 2), minutes)


def days(of: Pc, count: int) -> list[Batch]:
    """So many small batches."""
    for _ in range(count):
        of.write(helped(of))
        of.cut()
    return of.batches


def packed(of: Pc, first: int, last: int) -> Batch:
    """A pack of what stands in these places."""
    before = [batch.header for batch in of.batches if batch.header.last == first - 1]
    previous = before[0].head if before else first_head(of.device)
    place = Place(of.centre, of.device, first, previous)
    return cut(of.facts[first - 1 : last], place=place, centre_key=of.centre_key, seed=of.seed)


def only_refused(ledger: Ledger, of: Pc, short: Short) -> str:
    """Why it is refused; that nothing was kept of it."""
    held = ledger.holds()
    reply = of.send(ledger, batches=(short,))
    assert not reply.accepted
    assert ledger.holds() == held
    (refused,) = reply.refused
    assert (refused.device, refused.first) == (b"", short.first)
    return refused.reason


def sums(ledger: Ledger) -> dict[int, int]:
    """The ledger's sums: minutes by class of account."""
    return {row["class"]: row["minutes"] for row in ledger.rows("sums")}
