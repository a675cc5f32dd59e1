"""Which devices of the centre are believed: this PC, and whoever one of them vouched for, told by the ledger."""

from __future__ import annotations

from desktop.store.key_list import add_key, keys_in
from desktop.store.store import Store
from ledger.domain.names import device_name
from ledger.wire.joining import is_vouched
from ledger.wire.keys import public_key

TRUSTED_KEYS = "trusted_keys"
"""The secret that holds public keys this PC knows by itself, one after the other: of its own earlier names."""


def trusted(store: Store) -> dict[bytes, bytes]:
    """The public key of every device whose facts are taken, by its name; the ledger alone can add none."""
    centre = store.secret("centre")
    own = public_key(store.secret("device_seed"))
    found = {device_name(public): public for public in (own, *known_keys(store))}
    listed = store.read.devices()
    # The centre is named by its founder's key: whichever key has that name is the founder's.
    found |= {row.device: row.public_key for row in listed if row.device == centre}
    while added := {
        row.device: row.public_key
        for row in listed
        if row.device not in found
        and row.by in found
        and is_vouched(
            row.signature, centre=centre, by=found[row.by], public=row.public_key, is_successor=row.is_successor
        )
    }:
        found |= added
    return found


def known_keys(store: Store) -> list[bytes]:
    """Public keys this PC knows by itself."""
    return keys_in(store, TRUSTED_KEYS)


def trust(store: Store, public: bytes) -> None:
    """Believe a device from now on: one that this PC was, or whose key a person brought here."""
    add_key(store, TRUSTED_KEYS, public)
