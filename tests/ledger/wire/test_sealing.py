"""Sealed boxes and signatures: a changed bit never passes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.secret import SecretBox

from ledger.wire.keys import is_signed, issuer_of, key_id4, new_signing_seed, public_key, sign
from ledger.wire.sealing import OVERHEAD_BYTES, CannotUnseal, digest, new_key, seal, unseal
from tests.ledger.flips import all_flips

KEY = b"k" * 32


@given(st.binary(max_size=300))
def test_what_was_sealed_is_unsealed_and_its_length_tells_little(plain: bytes) -> None:
    sealed = seal(KEY, plain)

    assert unseal(KEY, sealed) == plain
    assert (len(sealed) - OVERHEAD_BYTES) % 64 == 0
    assert len(plain) < len(sealed) - OVERHEAD_BYTES <= len(plain) + 64


def test_the_same_name_sealed_twice_cannot_be_recognised() -> None:
    assert seal(KEY, b"Ann") != seal(KEY, b"Ann")
    assert digest(seal(KEY, b"Ann")) != digest(seal(KEY, b"Ann"))


def test_a_changed_bit_anywhere_is_noticed() -> None:
    for changed in all_flips(seal(KEY, b"Ann")):
        with pytest.raises(CannotUnseal):
            unseal(KEY, changed)


@pytest.mark.parametrize(
    "sealed", [b"", b"x", bytes(40), bytes(104), bytes(103), bytes(SecretBox(KEY).encrypt(bytes(64)))]
)
def test_what_was_not_sealed_here_is_not_opened(sealed: bytes) -> None:
    with pytest.raises(CannotUnseal):
        unseal(KEY, sealed)


def test_another_key_opens_nothing() -> None:
    with pytest.raises(CannotUnseal):
        unseal(new_key(), seal(new_key(), b"Ann"))


def test_a_changed_bit_in_message_signature_or_key_is_noticed() -> None:
    seed = new_signing_seed()
    public, message = public_key(seed), b"half an hour"
    signature = sign(seed, message)

    assert is_signed(message, signature, public=public)
    assert not any(is_signed(changed, signature, public=public) for changed in all_flips(message))
    assert not any(is_signed(message, changed, public=public) for changed in all_flips(signature))
    assert not any(is_signed(message, signature, public=changed) for changed in all_flips(public))


def test_an_issuer_is_named_by_its_key() -> None:
    assert len(issuer_of(public_key(KEY))) == 16
    assert issuer_of(public_key(KEY)).startswith(key_id4(public_key(KEY)))
