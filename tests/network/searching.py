"""Looking for what the ledger must never have: names, texts, photos and members' ids, in every form bytes can take."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from urllib.parse import quote

from desktop.store.naming import key_of
from ledger.domain.names import FactId
from ledger.wire.cbor import dump
from tests.network.busy import Centre

PART_BYTES = 24
"""Of a photo or a long text a part this long is looked for: nothing else has it by chance."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something that should not be there. where: the name of what was searched. form: how it was written."""

    what: str
    form: str
    where: str
    at: int


def search(places: Mapping[str, bytes], needles: Iterable[tuple[str, str, bytes]]) -> list[Found]:
    """Every needle (what, form, bytes) that stands in one of these places, which are named."""
    return [
        Found(what, form, where, at)
        for what, form, needle in needles
        for where, some in places.items()
        if (at := some.find(needle)) >= 0
    ]


def forms_of_centre(centre: Centre) -> Iterator[tuple[str, str, bytes]]:
    """Everything of a centre that is nobody's business, in every form."""
    for text in centre.secrets:
        for form, some in text_forms(text):
            yield text, form, some
        for word in text.split():
            if len(word) > 8:  # shorter ones may stand anywhere by chance
                yield from ((word, form, some) for form, some in text_forms(word))
    for number, photo in enumerate(centre.photos):
        for form, some in bytes_forms(photo[100 : 100 + PART_BYTES]):
            yield f"photo {number}", form, some
    for person in centre.people:
        for form, some in fact_forms(person):
            yield f"fact {person.seq}", form, some


def text_forms(text: str) -> Iterator[tuple[str, bytes]]:
    """A text as encodings, escapes and wrappings write it."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"):
        yield encoding, text.encode(encoding)
    yield from (
        ("json", json.dumps(text)[1:-1].encode()),
        ("percent", quote(text).encode()),
        ("upper case", text.upper().encode()),
        ("lower case", text.lower().encode()),
        ("digest", blake2b(text.encode(), digest_size=32).digest()),
    )
    yield from wrapped(text.encode())


def fact_forms(name: FactId) -> Iterator[tuple[str, bytes]]:
    """The name of a fact, and so of a person, as it is written anywhere."""
    yield "text", name.text.encode()
    yield "text, capitals", name.text.upper().encode()
    yield "CBOR", dump([name.device, name.seq])
    yield from bytes_forms(key_of(name))


def bytes_forms(some: bytes) -> Iterator[tuple[str, bytes]]:
    """Bytes as they are, and wrapped."""
    yield "bytes", some
    yield from wrapped(some)


def wrapped(some: bytes) -> Iterator[tuple[str, bytes]]:
    """Bytes as hexadecimal in both cases, and as base64 wherever they begin in a longer text."""
    yield "hex", some.hex().encode()
    yield "HEX", some.hex().upper().encode()
    for before in range(3):
        # What stands before and after shares a letter with our first and last byte: only the middle is sure.
        whole = base64.b64encode(bytes(before) + some)
        inner = whole[(before * 8 + 5) // 6 : len(whole) - 4]
        yield f"base64 at {before}", inner
        yield f"base64url at {before}", inner.replace(b"+", b"-").replace(b"/", b"_")
