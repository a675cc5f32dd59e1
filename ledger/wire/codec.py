"""Facts as bytes: one canonical form for the disk, the digest chain and the wire, and nothing else is read.

A fact is the CBOR array `[kind, at_ms, by, assisted_by, *fields in the order of the class]`. Its device and its place
in the feed are not inside: they come from where it stands. How each field is written: docs/decisions/010.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any, NamedTuple, get_args, get_type_hints

from ledger.domain.bounds import Moment
from ledger.domain.facts import Confirmed, MovingFact, PutRight, SlipRedeemed
from ledger.domain.feed import Entry
from ledger.domain.names import FactId
from ledger.domain.postings import Fact, NotBalanced, of
from ledger.domain.subjects import Subject, Unknown
from ledger.wire.cbor import NotPlain, Plain, dump, load
from ledger.wire.shapes import NotAFact, Shape, shape_of

__all__ = ["MOST_FACT_BYTES", "NotAFact", "decode", "decode_value", "encode", "pack", "plain_value", "unpack"]

MOST_FACT_BYTES = 16_384
"""More than the bounds of any kind come to; a reader looks no further."""
MOST_KIND = 2**16 - 1
HEAD_FIELDS = 4


class Layout(NamedTuple):
    """A class of facts, and the names and shapes of its fields in order."""

    cls: type[Any]
    names: tuple[str, ...]
    shapes: tuple[Shape, ...]


def encode(entry: Entry) -> bytes:
    """The canonical bytes of a fact with its circumstances.

    Raises:
        NotAFact: a field is out of bounds, a text is not NFC, or the legs do not balance; it must not be written.
    """
    if isinstance(entry.fact, Unknown):
        return _unknown_bytes(entry, entry.fact)
    try:
        return dump(pack(entry))
    except NotPlain as error:
        raise NotAFact(str(error)) from error


def decode(name: FactId, raw: bytes) -> Entry:
    """Read a fact that stands at this place of a feed; a kind that is not known gives `Unknown`.

    Raises:
        NotAFact: these are not the canonical bytes of any fact.
    """
    return decode_value(name, raw, plain_value(raw))


def plain_value(raw: bytes) -> Plain:
    """What stands in the bytes of a fact.

    Raises:
        NotAFact: they are not in the one form agreed.
    """
    try:
        return load(raw, MOST_FACT_BYTES)
    except NotPlain as error:
        raise NotAFact(str(error)) from error


def decode_value(name: FactId, raw: bytes, value: Plain) -> Entry:
    """As `decode`, for whoever has at hand what stands in the bytes: reading them again takes longest.

    Raises:
        NotAFact: it is not what any fact holds.
    """
    if not isinstance(value, list) or len(value) < HEAD_FIELDS:
        raise NotAFact("not a list that starts with kind, time and who")
    if isinstance(value[0], int) and 0 <= value[0] <= MOST_KIND and value[0] not in LAYOUTS:
        return _entry(name, value, Unknown(value[0], raw))
    return unpack(name, value)


def pack(entry: Entry) -> list[Plain]:
    """A known fact as plain values, without its name.

    Raises:
        NotAFact: a field is out of bounds or the legs do not balance.
    """
    fact = entry.fact
    layout = LAYOUTS.get(getattr(fact, "kind", -1))
    if layout is None or type(fact) is not layout.cls:
        raise NotAFact(f"no fact of a known kind: {fact!r}")
    _check_balance(fact)
    head = [fact_kind(fact), _MOMENT.pack(entry.at_ms), _NAME.pack(entry.by), _NAME.pack(entry.assisted_by)]
    return head + [shape.pack(getattr(fact, name)) for name, shape in zip(layout.names, layout.shapes, strict=True)]


def unpack(name: FactId, value: list[Plain]) -> Entry:
    """A known fact from the plain values that `pack` made.

    Raises:
        NotAFact: the kind is not known, a field is missing, too many or out of bounds, or the legs do not balance.
    """
    kind = value[0]
    layout = LAYOUTS.get(kind) if isinstance(kind, int) else None
    if layout is None or len(value) != HEAD_FIELDS + len(layout.shapes):
        raise NotAFact("a fact with the wrong number of fields")
    fact: Fact = layout.cls(*(s.unpack(v) for s, v in zip(layout.shapes, value[HEAD_FIELDS:], strict=True)))
    _check_balance(fact)
    return _entry(name, value, fact)


def fact_kind(fact: Fact) -> int:
    """The number of a fact's kind, known or not."""
    return fact.number if isinstance(fact, Unknown) else fact.kind


def _entry(name: FactId, value: list[Plain], fact: Fact) -> Entry:
    _, at_ms, by, assisted_by = value[:HEAD_FIELDS]
    return Entry(name, _MOMENT.unpack(at_ms), fact, _NAME.unpack(by), _NAME.unpack(assisted_by))


def _unknown_bytes(entry: Entry, fact: Unknown) -> bytes:
    if decode(entry.name, fact.body) != entry:
        raise NotAFact("an unknown fact is passed on exactly as it came")
    return fact.body


def _check_balance(fact: Fact) -> None:
    # What cannot be posted is not a fact: a book that reads decoded facts never meets an error half-way. The other
    # kinds have one amount, and its bounds see to it.
    if not isinstance(fact, _WITH_SEVERAL_AMOUNTS):
        return
    try:
        of(fact)
    except NotBalanced as error:
        raise NotAFact(str(error)) from error


def _layout(cls: type[Any]) -> Layout:
    hints = get_type_hints(cls, include_extras=True)
    names = tuple(field.name for field in fields(cls))
    return Layout(cls, names, tuple(shape_of(hints[name]) for name in names))


_WITH_SEVERAL_AMOUNTS = (Confirmed, PutRight, SlipRedeemed)
_MOMENT = shape_of(Moment)
_NAME = shape_of(FactId | None)
LAYOUTS = {cls.kind: _layout(cls) for cls in (*get_args(MovingFact), *get_args(Subject))}
