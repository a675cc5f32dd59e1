"""How names, slip numbers and lists of names stand in the tables: as bytes that sort like what they mean."""

from __future__ import annotations

from collections.abc import Iterable

from ledger.domain.accounts import NUMBER_BYTES, SEQ_BYTES
from ledger.domain.names import DEVICE_BYTES, FactId

KEY_BYTES = DEVICE_BYTES + SEQ_BYTES


def key_of(name: FactId) -> bytes:
    """A name as 22 bytes, in the order of feeds; a member's or offer's is also the key of their account."""
    return name.device + name.seq.to_bytes(SEQ_BYTES, "big")


def name_of(key: bytes) -> FactId:
    """The name that `key_of` wrote."""
    return FactId(key[:DEVICE_BYTES], int.from_bytes(key[DEVICE_BYTES:], "big"))


def maybe_key(name: FactId | None) -> bytes | None:
    """A name, or NULL for nobody."""
    return None if name is None else key_of(name)


def maybe_name(key: bytes | None) -> FactId | None:
    """A name, or nobody for NULL."""
    return None if key is None else name_of(key)


def keys_of(names: Iterable[FactId]) -> bytes:
    """Several names, one after the other."""
    return b"".join(map(key_of, names))


def names_of(keys: bytes) -> tuple[FactId, ...]:
    """The names that `keys_of` wrote."""
    return tuple(name_of(keys[start : start + KEY_BYTES]) for start in range(0, len(keys), KEY_BYTES))


def number_key(number: int) -> bytes:
    """A slip's number as 8 bytes: SQLite's own integers have a sign."""
    return number.to_bytes(NUMBER_BYTES, "big")
