"""What the ledger said it lacks, kept between a reply and the request that gives it back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop.store.membership import Membership
from desktop.store.store import Store
from ledger.domain.accounts import SEQ_BYTES
from ledger.domain.names import DEVICE_BYTES
from ledger.wire.asking import Held

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
