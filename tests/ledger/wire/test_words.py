"""Recovery words and passphrases: right ones open, a wrong one is noticed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mnemonic import Mnemonic

from ledger.wire import words
from ledger.wire.sealing import CannotUnseal
from ledger.wire.words import NotTheWords, secret_of, sheet_text, unwrap, words_of, wrap
from tests.ledger.flips import all_flips

KEY = b"the key of the store, 32 bytes.."
SECRET = bytes(range(16))
LIST = Mnemonic("english").wordlist

secrets = st.binary(min_size=16, max_size=16)


@given(secrets)
def test_the_twelve_words_and_the_qr_both_give_the_secret_back(secret: bytes) -> None:
    twelve = words_of(secret)

    assert len(twelve) == 12
    assert secret_of(" ".join(twelve)) == secret
    assert secret_of(sheet_text(secret)) == secret
    assert secret_of(sheet_text(secret).lower()) == secret


@given(secrets)
def test_words_may_be_copied_with_their_numbers_in_capitals_or_shortened_to_four_letters(secret: bytes) -> None:
    copied = "\n".join(f"{place}. {word[:4].upper()}," for place, word in enumerate(words_of(secret), start=1))

    assert secret_of(copied) == secret


def test_the_words_are_those_of_everybody_elses_bip_39() -> None:
    assert " ".join(words_of(bytes(16))) == "abandon " * 11 + "about"


@given(st.integers(0, 11), st.sampled_from(LIST))
def test_every_wrong_word_is_noticed_or_opens_nothing(place: int, wrong: str) -> None:
    typed = list(words_of(SECRET))
    if typed[place] == wrong:
        return
    typed[place] = wrong

    assert not opens(" ".join(typed))


def test_words_in_another_order_open_nothing() -> None:
    typed = words_of(SECRET)
    for place in range(11):
        swapped = [*typed[:place], typed[place + 1], typed[place], *typed[place + 2 :]]
        assert not opens(" ".join(swapped))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "these are 0"),
        ("abandon " * 11, "these are 11"),
        ("abandon " * 13, "these are 13"),
        ("abandon " * 11 + "abandon", "wrong"),
        ("abandon " * 10 + "abandonned about", "word 11 is not on the list"),
        ("aba " + "abandon " * 10 + "about", "word 1 is not on the list"),
        ("GHR1", "not the whole"),
        (sheet_text(SECRET)[:-1], "not the whole"),
        (sheet_text(SECRET) + "0", "not the whole"),
        (sheet_text(SECRET)[:-1] + "1", "not the whole"),
        (sheet_text(SECRET)[:-1] + "U", "no such letter"),
    ],
)
def test_what_is_wrong_is_said(text: str, message: str) -> None:
    with pytest.raises(NotTheWords, match=message):
        secret_of(text)


def test_a_changed_bit_in_a_wrapped_key_is_noticed() -> None:
    wrapped = wrap(KEY, SECRET)

    assert unwrap(wrapped, SECRET) == KEY
    for changed in [*all_flips(wrapped), wrapped[:-1], wrapped[:4], b""]:
        with pytest.raises(CannotUnseal):
            unwrap(changed, SECRET)


def test_a_passphrase_has_five_words_and_never_comes_twice() -> None:
    ten = {words.new_passphrase() for _ in range(10)}

    assert len(ten) == 10
    assert all(len(passphrase.split()) == 5 and set(passphrase.split()) <= set(LIST) for passphrase in ten)


@settings(max_examples=2)
@given(st.sampled_from(LIST))
def test_only_the_right_passphrase_opens(wrong: str) -> None:
    wrapped = words.wrap_with_passphrase(KEY, "swim garden tea bus friend")

    assert words.unwrap_with_passphrase(wrapped, " Swim garden-TEA  bus friend\n") == KEY
    with pytest.raises(CannotUnseal):
        words.unwrap_with_passphrase(wrapped, f"swim garden tea bus {wrong}")


def test_a_changed_bit_in_a_key_wrapped_by_a_passphrase_is_noticed() -> None:
    wrapped = words.wrap_with_passphrase(KEY, "tea")

    assert wrapped != words.wrap_with_passphrase(KEY, "tea")
    for changed in [*all_flips(wrapped, every=211), wrapped[:20], wrapped[:4], b""]:
        with pytest.raises(CannotUnseal):
            words.unwrap_with_passphrase(changed, "tea")


def opens(text: str) -> bool:
    try:
        return unwrap(wrap(KEY, SECRET), secret_of(text)) == KEY
    except (NotTheWords, CannotUnseal):
        return False
