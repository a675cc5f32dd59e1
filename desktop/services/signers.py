"""Whose key signed a slip: this centre's, or that of another centre on the network's list."""

from __future__ import annotations

from typing import NamedTuple

from desktop.store.store import Store
from ledger.wire.token import ReadToken


class Signer(NamedTuple):
    """A key that signs slips; issuer: its 16-byte name. is_revoked: it signs no more, and not all it signed is good."""

    issuer: bytes
    public_key: bytes
    is_ours: bool
    is_revoked: bool = False


class Signers:
    """Every key this PC knows."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def likely(self, token: ReadToken) -> list[Signer]:
        """The keys a slip may be signed with, by the four bytes it names its key with; ours first."""
        ours = [
            Signer(issuer, public, is_ours=True, is_revoked=self._store.read.is_issuer_stopped(issuer))
            for issuer, public in self._store.read.issuer_keys().items()
        ]
        others = [
            Signer(row.issuer, row.public_key, is_ours=False, is_revoked=row.is_revoked)
            for row in self._store.read.issuers_of_network()
        ]
        return [signer for signer in ours + others if signer.issuer.startswith(token.key_id)]
