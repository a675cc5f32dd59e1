"""A slip read by the text of the design alone, with none of our code: as any venue could."""

import hashlib
from pathlib import Path

import pytest
from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from tests.command.typed import Typist

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def number_of(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 32 + LETTERS.index(letter)
    return number


def parts_of(token: str) -> tuple[bytes, bytes]:
    """Body and signature."""
    assert token.startswith("TC1")
    spare = (len(token) - 3) * 5 - 88 * 8
    assert 0 <= spare < 5
    raw = (number_of(token[3:]) >> spare).to_bytes(88, "big")
    return raw[:24], raw[24:]


def test_anyone_can_read_and_verify_a_slip(desk: Typist, tmp_path: Path) -> None:
    print_two = "slips", "print", "--thanks", "--count", 2, "--minutes", 120, "--out", tmp_path / "s.pdf"
    slips = desk.asks(*print_two)["slips"]
    keys = desk.asks("keys", "list")["keys"]
    assert [{"id", "public_key"} <= set(key) for key in keys] == [True]
    public = bytes.fromhex(keys[0]["public_key"])
    assert keys[0]["id"] == hashlib.blake2b(public, digest_size=16).digest()[:4].hex()

    for slip in slips:
        body, signature = parts_of(slip["token"])
        VerifyKey(public).verify(b"TC1" + body, signature)
        with pytest.raises(BadSignatureError):
            VerifyKey(public).verify(body, signature)
        assert body[0] == 0x10  # version 1, no flags
        assert body[1:5].hex() == keys[0]["id"]
        assert int.from_bytes(body[13:15], "big") == 120
        assert int.from_bytes(body[15:17], "big") > 2_100  # issued after 2025, in days from 2020-01-01
        assert body[17:] == bytes(7)  # never over, for any venue, and a zero
        assert [len(part) for part in slip["code"].split("-")] == [5, 5, 4]
        assert number_of(slip["code"].replace("-", "")) >> 6 == int.from_bytes(body[5:13], "big")
    assert len({slip["code"] for slip in slips}) == 2
