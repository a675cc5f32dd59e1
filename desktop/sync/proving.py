"""What this PC can prove to a ledger that was put back: the latest receipt that the ledger signed for it."""

from __future__ import annotations

from desktop.store.membership import Ledger, Membership
from ledger.wire.answering import BadReply, read_receipt


def epoch_proved(membership: Membership, ledger: Ledger, device: bytes) -> int:
    """The latest epoch that this PC can prove there was, 0 for none: of any other it would speak in vain."""
    try:
        receipt = membership.kept("receipt")
        return read_receipt(receipt, centre=ledger.centre, device=device, ledger_public=ledger.public).epoch
    except BadReply:
        return 0
