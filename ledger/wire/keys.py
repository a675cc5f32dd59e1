"""Ed25519 keys: of devices, which sign batches, and of issuers, which sign slips."""

from __future__ import annotations

from hashlib import blake2b

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey
from nacl.utils import random as random_bytes

SEED_BYTES = 32
PUBLIC_KEY_BYTES = 32
SIGNATURE_BYTES = 64
ISSUER_BYTES = 16
KEY_ID_BYTES = 4


def new_signing_seed() -> bytes:
    """32 random bytes from which a signing key follows; secret."""
    return random_bytes(SEED_BYTES)


def public_key(seed: bytes) -> bytes:
    """The 32-byte public key of a seed."""
    return bytes(SigningKey(seed).verify_key)


def sign(seed: bytes, message: bytes) -> bytes:
    """A 64-byte signature; the same message signed twice gives the same bytes."""
    return SigningKey(seed).sign(message).signature


def is_signed(message: bytes, signature: bytes, *, public: bytes) -> bool:
    """Whether the holder of a public key signed exactly this message; false for malformed keys and signatures too."""
    if len(public) != PUBLIC_KEY_BYTES or len(signature) != SIGNATURE_BYTES:
        return False
    try:
        VerifyKey(public).verify(message, signature)
    except BadSignatureError:
        return False
    return True


def issuer_of(public: bytes) -> bytes:
    """The 16-byte name of an issuer: BLAKE2b-128 of its public key."""
    return blake2b(public, digest_size=ISSUER_BYTES).digest()


def key_id4(public: bytes) -> bytes:
    """The first 4 bytes of the issuer's name, as a slip's token carries them; several keys may share them."""
    return issuer_of(public)[:KEY_ID_BYTES]
