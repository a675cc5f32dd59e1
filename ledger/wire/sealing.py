"""Secret boxes: what only the holder of a key can read, padded so that lengths tell little."""

from __future__ import annotations

from hashlib import blake2b

from nacl.bindings import sodium_pad, sodium_unpad
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox
from nacl.utils import random as random_bytes

KEY_BYTES = SecretBox.KEY_SIZE
STEP_BYTES = 64
OVERHEAD_BYTES = SecretBox.NONCE_SIZE + SecretBox.MACBYTES


class CannotUnseal(ValueError):
    """Another key sealed this, or it was changed; which of the two cannot be told."""


def new_key() -> bytes:
    """32 random bytes; secret."""
    return random_bytes(KEY_BYTES)


def seal(key: bytes, plain: bytes) -> bytes:
    """Seal under a 32-byte key: 24 bytes of random nonce, 16 of proof, and the text padded to a multiple of 64."""
    return bytes(SecretBox(key).encrypt(sodium_pad(plain, STEP_BYTES)))


def unseal(key: bytes, sealed: bytes) -> bytes:
    """What was sealed.

    Raises:
        CannotUnseal: another key sealed it, or a bit of it was changed.
    """
    if len(sealed) < OVERHEAD_BYTES + STEP_BYTES or (len(sealed) - OVERHEAD_BYTES) % STEP_BYTES:
        raise CannotUnseal("no sealed box has this length")
    padded = open_box(key, sealed)
    try:
        return bytes(sodium_unpad(padded, STEP_BYTES))
    except CryptoError as error:
        raise CannotUnseal("not padded as a sealed box is") from error


def open_box(key: bytes, box: bytes) -> bytes:
    """What a bare secret box holds, padding and all; for boxes whose length is no secret.

    Raises:
        CannotUnseal: another key sealed it, or it is no whole box.
    """
    try:
        return bytes(SecretBox(key).decrypt(box))
    except (CryptoError, ValueError) as error:
        raise CannotUnseal("sealed with another key, or changed since") from error


def digest(sealed: bytes) -> bytes:
    """The 32-byte name of a sealed blob, as facts hold it: BLAKE2b-256."""
    return blake2b(sealed, digest_size=32).digest()
