"""The few values that cross the wire: whole numbers, bytes, settled text, and lists of these, in one form only."""

from __future__ import annotations

import unicodedata
from typing import Never, TypeAlias

import cbor2

Plain: TypeAlias = "int | bytes | str | list[Plain]"

DEEPEST = 8
LEAST_INT = -(2**63)
MOST_INT = 2**64 - 1
_TAGS_THAT_CBOR2_READS = (*range(6), 25, 28, 29, 30, 35, 36, 37, 100, 256, 258, 260, 261, 1004, 43000, 55799)


class NotPlain(ValueError):
    """Bytes or a value that no other program would write in the same way; nothing of it is used."""


def dump(value: Plain) -> bytes:
    """The one byte form of a value.

    Raises:
        NotPlain: it holds something else than whole numbers of 64 bits, bytes, NFC text and lists.
    """
    _check(value, DEEPEST)
    return cbor2.dumps(value)


def load(raw: bytes, most_bytes: int) -> Plain:
    """Read what `dump` wrote, and nothing else.

    Raises:
        NotPlain: too long, damaged, followed by more, or written in any other form than `dump` would.
    """
    if len(raw) > most_bytes:
        raise NotPlain(f"{len(raw)} bytes are more than the {most_bytes} allowed")
    try:
        value: Plain = cbor2.loads(
            raw,
            tag_hook=_refuse,
            object_hook=_refuse,
            semantic_decoders=_REFUSALS,
            max_depth=DEEPEST,
            allow_indefinite=False,
        )
    except cbor2.CBORError as error:
        raise NotPlain(f"not readable: {error}") from error
    # cbor2 reads numbers in longer forms than needed and does not mind what follows: only writing it again tells.
    if dump(value) != raw:
        raise NotPlain("written in another form than the one agreed")
    return value


def _check(value: object, depth: int) -> None:
    # In the order of how often they come: a rebuild has some ten of them in each fact.
    if isinstance(value, bytes):
        return
    if isinstance(value, int) and not isinstance(value, bool):
        if not LEAST_INT <= value <= MOST_INT:
            raise NotPlain("a number of more than 64 bits")
    elif isinstance(value, str):
        _check_text(value)
    elif isinstance(value, list) and depth:
        for part in value:
            if type(part) is not bytes and not (type(part) is int and LEAST_INT <= part <= MOST_INT):
                _check(part, depth - 1)
    else:
        raise NotPlain(f"no place for {type(value).__name__}")


def _check_text(text: str) -> None:
    if text.isascii():
        return
    if not unicodedata.is_normalized("NFC", text):
        raise NotPlain("text that is not in Unicode's composed form (NFC)")
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise NotPlain("text with half a character")


def _refuse(*_: object) -> Never:
    raise cbor2.CBORDecodeError("tags and maps have no place here")


_REFUSALS = dict.fromkeys(_TAGS_THAT_CBOR2_READS, _refuse)
