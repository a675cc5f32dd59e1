"""Words that people keep on paper: the recovery sheet's twelve, and the five of a PC that has no keyring."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from nacl.pwhash import argon2id
from nacl.secret import SecretBox
from nacl.utils import random as random_bytes

from ledger.domain import crockford
from ledger.wire.sealing import KEY_BYTES, CannotUnseal, open_box

if TYPE_CHECKING:
    from mnemonic import Mnemonic

SECRET_BYTES = 16
SHEET_WORDS = 12
PASSPHRASE_WORDS = 5
SHEET_PREFIX = "GHR1"
SHEET_LETTERS = 26
ENOUGH_LETTERS = 4
"""No two words of the list begin with the same four letters, so four are enough to type."""

_BY_SHEET = b"GHW1"
_BY_PASSPHRASE = b"GHP1"
_PAD_BITS = SHEET_LETTERS * crockford.LETTER_BITS - SECRET_BYTES * 8
# About a tenth of a second on a slow PC, and 64 MB, for each guess at a passphrase of 55 bits.
_OPERATIONS = 3
_MEMORY_BYTES = 64 * 2**20


class NotTheWords(ValueError):
    """Not the words of a recovery sheet: one is missing, misspelt or in the wrong place; the message says which."""


def new_secret() -> bytes:
    """16 random bytes for a new recovery sheet."""
    return random_bytes(SECRET_BYTES)


def words_of(secret: bytes) -> tuple[str, ...]:
    """The sheet's twelve words: BIP 39, English, the last one carrying four bits of check."""
    return tuple(_list_of_words().to_mnemonic(secret).split())


def sheet_text(secret: bytes) -> str:
    """The same secret as 30 letters for the sheet's QR."""
    return SHEET_PREFIX + crockford.write(int.from_bytes(secret, "big") << _PAD_BITS, letters=SHEET_LETTERS)


def secret_of(text: str) -> bytes:
    """The secret from the words as typed, or from the text of the sheet's QR.

    Capitals, gaps, hyphens and numbers between the words do not matter, and four letters of a word are enough.

    Raises:
        NotTheWords: it is neither.
    """
    settled = "".join(text.split()).upper()
    if settled.startswith(SHEET_PREFIX):
        return _secret_of_letters(settled.removeprefix(SHEET_PREFIX))
    words = _words_in(text)
    if len(words) != SHEET_WORDS:
        raise NotTheWords(f"the sheet has {SHEET_WORDS} words, these are {len(words)}")
    known = [_whole_word(word, place) for place, word in enumerate(words, start=1)]
    try:
        return bytes(_list_of_words().to_entropy(known))
    except ValueError as error:
        raise NotTheWords("a word is wrong or two have changed places") from error


def wrap(key: bytes, secret: bytes) -> bytes:
    """A 32-byte key that only the sheet's secret opens again."""
    return _BY_SHEET + bytes(SecretBox(_sheet_key(secret)).encrypt(key))


def unwrap(wrapped: bytes, secret: bytes) -> bytes:
    """The key that `wrap` wrapped.

    Raises:
        CannotUnseal: another sheet wrapped it, or it was changed.
    """
    return _opened(_sheet_key(secret), _body(wrapped, _BY_SHEET))


def new_passphrase() -> str:
    """Five random words, 55 bits, for a PC without a keyring."""
    words = _list_of_words().wordlist
    numbers = int.from_bytes(random_bytes(2 * PASSPHRASE_WORDS), "big")
    return " ".join(words[numbers >> 16 * place & 2047] for place in range(PASSPHRASE_WORDS))


def wrap_with_passphrase(key: bytes, text: str) -> bytes:
    """A 32-byte key that only this passphrase opens again; slow on purpose (argon2id), the salt is kept inside."""
    salt = random_bytes(argon2id.SALTBYTES)
    return _BY_PASSPHRASE + salt + bytes(SecretBox(_passphrase_key(text, salt)).encrypt(key))


def unwrap_with_passphrase(wrapped: bytes, text: str) -> bytes:
    """The key that `wrap_with_passphrase` wrapped; capitals, gaps and hyphens between words do not matter.

    Raises:
        CannotUnseal: another passphrase wrapped it, or it was changed.
    """
    body = _body(wrapped, _BY_PASSPHRASE)
    salt, box = body[: argon2id.SALTBYTES], body[argon2id.SALTBYTES :]
    if len(salt) != argon2id.SALTBYTES:
        raise CannotUnseal("too short for a wrapped key")
    return _opened(_passphrase_key(text, salt), box)


@cache
def _list_of_words() -> Mnemonic:
    from mnemonic import Mnemonic  # noqa: PLC0415  for sheets and new passphrases, not for opening

    return Mnemonic("english")


@cache
def _words_by_beginning() -> dict[str, str]:
    return {word[:ENOUGH_LETTERS]: word for word in _list_of_words().wordlist}


def _words_in(text: str) -> list[str]:
    """Only the letters count: the sheet prints '3. abandon', and a person may copy commas too."""
    return "".join(letter if letter.isalpha() else " " for letter in text.casefold()).split()


def _whole_word(typed: str, place: int) -> str:
    word = _words_by_beginning().get(typed[:ENOUGH_LETTERS], "")
    if not word.startswith(typed):
        raise NotTheWords(f"word {place} is not on the list: {typed}")
    return word


def _secret_of_letters(letters: str) -> bytes:
    try:
        settled = crockford.settle(letters)
        number = crockford.read(settled)
    except crockford.NotLetters as error:
        raise NotTheWords(str(error)) from error
    if len(settled) != SHEET_LETTERS or number & (1 << _PAD_BITS) - 1:
        raise NotTheWords("not the whole text of a recovery sheet")
    return (number >> _PAD_BITS).to_bytes(SECRET_BYTES, "big")


def _sheet_key(secret: bytes) -> bytes:
    if len(secret) != SECRET_BYTES:
        raise ValueError(f"a sheet's secret has {SECRET_BYTES} bytes")
    # The secret is 128 random bits: nothing to guess, so a plain digest makes the key.
    return blake2b(secret, digest_size=KEY_BYTES, person=_BY_SHEET).digest()


def _passphrase_key(text: str, salt: bytes) -> bytes:
    settled = " ".join(text.casefold().replace("-", " ").split())
    return argon2id.kdf(KEY_BYTES, settled.encode(), salt, opslimit=_OPERATIONS, memlimit=_MEMORY_BYTES)


def _body(wrapped: bytes, prefix: bytes) -> bytes:
    if not wrapped.startswith(prefix):
        raise CannotUnseal("not wrapped in this way")
    return wrapped.removeprefix(prefix)


def _opened(key: bytes, box: bytes) -> bytes:
    opened = open_box(key, box)
    if len(opened) != KEY_BYTES:
        raise CannotUnseal("not a wrapped key")
    return opened
