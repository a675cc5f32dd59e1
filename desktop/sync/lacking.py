"""What the ledger said it lacks, kept between a reply and the request that gives it back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop.store.membership import Membership
from desktop.store.relay import Relay
from desktop.store.store import Store
from ledger.domain.accounts import SEQ_BYTES
from ledger.domain.names import DEVICE_BYTES
from ledger.wire.asking import Held, Request
from ledger.wire.notices import ledger_feed, read_notice

_NAME: Final = "lacks"
_ROW: Final = DEVICE_BYTES + SEQ_BYTES


def keep_lacking(store: Store, lacks: Sequence[Held]) -> None:
    """Remember of which feeds the ledger holds less than this PC, and how far it does."""
    rows = (feed + seq.to_bytes(SEQ_BYTES, "big") for feed, seq in lacks)
    Membership(store).keep(_NAME, b"".join(rows))


def keep_all_lacking(store: Store) -> None:
    """It may lack anything it ever said: a PC that joins again is asked for nothing, for it seems to be new there."""
    feeds = store.db.execute("SELECT DISTINCT feed FROM notices ORDER BY epoch, feed").fetchall()
    keep_lacking(store, [Held(feed, 0) for (feed,) in feeds])


def lacking(store: Store) -> list[Held]:
    """What it lacked when it last spoke."""
    kept = Membership(store).kept(_NAME)
    return [
        Held(kept[at : at + DEVICE_BYTES], int.from_bytes(kept[at + DEVICE_BYTES : at + _ROW], "big"))
        for at in range(0, len(kept), _ROW)
    ]


def not_given(store: Store, request: Request) -> list[Held]:
    """What it lacked and a request did not give back: a proof does not, one that asks for the own feed, a hand-over.

    A ledger that was put back without a word asks once for what it had said, and then takes it that this is all.
    """
    lacks = lacking(store)
    if request.receipt or request.joins or any(held.feed == request.device for held in request.siblings):
        return lacks
    ledger, relay = Membership(store).ledger, Relay(store)
    if ledger is None:
        return []
    given = set()
    for raw in request.returned:
        header = read_notice(raw, ledger_public=ledger.public)[0].header
        given.add(ledger_feed(ledger.public, centre=header.centre, epoch=header.epoch))
    return [held for held in lacks if held.feed not in given and relay.returned([held], 0)]
