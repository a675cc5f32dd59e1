"""The token in a slip's QR: read by anyone, changed by nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.crockford import LETTERS
from ledger.domain.slips import Slip
from ledger.wire.keys import is_signed, key_id4, public_key, sign
from ledger.wire.token import NotASlip, encode_slip, is_signed_by, read_token

SEED = b"a key of a practice centre, only"
PUBLIC = public_key(SEED)
SLIP = Slip(number=0x0123456789ABCDEF, minutes=60, issued_day=2519, expires_day=2600, venue=7)
TOKEN = encode_slip(SLIP, SEED)

slips = st.builds(
    Slip,
    number=st.integers(0, 2**64 - 1),
    minutes=st.integers(1, 2**16 - 1),
    issued_day=st.integers(0, 2**16 - 1),
    expires_day=st.integers(0, 2**16 - 1),
    venue=st.integers(0, 2**32 - 1),
    flags=st.integers(0, 15),
)


@given(slips)
def test_a_slip_is_read_as_it_was_printed(slip: Slip) -> None:
    token = read_token(encode_slip(slip, SEED))

    assert token.slip == slip
    assert token.key_id == key_id4(PUBLIC)
    assert is_signed_by(token, PUBLIC)


@given(slips, st.randoms(use_true_random=False))
def test_it_may_be_typed_in_small_letters_with_gaps_and_letters_that_look_alike(slip: Slip, chance: object) -> None:
    text = encode_slip(slip, SEED)
    alike = {"0": "0oO", "1": "1iIlL"}
    choose = chance.choice  # type: ignore[attr-defined]  # Hypothesis gives a Random under another name
    typed = "".join(
        choose(alike.get(letter, letter + letter.lower())) + choose(["", "", " ", "-", "\n"]) for letter in text
    )

    assert read_token(f" {typed}\r\n") == read_token(text)


def test_it_fits_the_letters_of_a_qrs_alphanumeric_mode() -> None:
    assert len(TOKEN) == 144
    assert set(TOKEN) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


def test_anyone_can_check_it_without_our_programs() -> None:
    """Crockford base32 of 24 bytes and a signature over TC1 and those bytes, as ledger.md says."""
    number = 0
    for letter in TOKEN.removeprefix("TC1"):
        number = number * 32 + LETTERS.index(letter)
    raw = (number >> 1).to_bytes(88, "big")

    assert raw[0] == 0x10
    assert raw[1:5] == key_id4(PUBLIC)
    assert raw[5:24].hex() == "0123456789abcdef" + "003c" + "09d7" + "0a28" + "00000007" + "00"
    assert is_signed(b"TC1" + raw[:24], raw[24:], public=PUBLIC)


def test_no_letter_of_it_can_be_changed() -> None:
    for at in range(len(TOKEN)):
        for letter in LETTERS.replace(TOKEN[at], ""):
            assert not verifies(TOKEN[:at] + letter + TOKEN[at + 1 :]), f"letter {at} became {letter}"


@given(st.integers(0, 142))
def test_no_two_letters_of_it_can_change_places_nor_one_be_lost_or_doubled(at: int) -> None:
    one, other = TOKEN[at], TOKEN[at + 1]

    assert one == other or not verifies(TOKEN[:at] + other + one + TOKEN[at + 2 :])
    assert not verifies(TOKEN[:at] + TOKEN[at + 1 :])
    assert not verifies(TOKEN[:at] + one + TOKEN[at:])


def test_another_key_did_not_sign_it() -> None:
    token = read_token(TOKEN)

    assert not token.is_signed_by(public_key(b"x" * 32))
    assert not token.is_signed_by(b"")
    assert not read_token(encode_slip(SLIP, b"x" * 32)).is_signed_by(PUBLIC)


def test_a_batchs_signature_is_no_slips() -> None:
    body = read_token(TOKEN).body

    assert not is_signed(b"TC1" + body, sign(SEED, b"GHB1" + body), public=PUBLIC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "TC1",
        "hello",
        "https://example.org/TC1",
        "https://example.org/" + TOKEN,
        TOKEN[:-1],
        TOKEN[:70],
        TOKEN + "0",
        TOKEN * 2,
        TOKEN.replace("TC1", "TC2"),
        TOKEN[:-1] + "U",
        TOKEN[:-1] + "é",
        TOKEN[:-1] + "\uff10",  # a wide nought
        TOKEN + " " * 400,
        "TC1" + "0" * 141,  # a version that does not exist
        "\0" * 144,
    ],
)
def test_anything_else_is_no_slip(text: str) -> None:
    with pytest.raises(NotASlip):
        read_token(text)


@given(st.text(max_size=200))
def test_chance_text_is_no_slip(text: str) -> None:
    assert not verifies(text)


@pytest.mark.parametrize(
    "slip",
    [
        Slip(number=1, minutes=0, issued_day=2519),
        Slip(number=1, minutes=2**16, issued_day=2519),
        Slip(number=1, minutes=-15, issued_day=2519),
        Slip(number=2**64, minutes=60, issued_day=2519),
        Slip(number=-1, minutes=60, issued_day=2519),
        Slip(number=1, minutes=60, issued_day=-1),
        Slip(number=1, minutes=60, issued_day=2519, expires_day=2**16),
        Slip(number=1, minutes=60, issued_day=2519, venue=2**32),
        Slip(number=1, minutes=60, issued_day=2519, flags=16),
    ],
)
def test_a_slip_that_its_token_cannot_carry_is_not_made(slip: Slip) -> None:
    with pytest.raises(NotASlip):
        encode_slip(slip, SEED)


def verifies(text: str) -> bool:
    try:
        return read_token(text).is_signed_by(PUBLIC)
    except NotASlip:
        return False
