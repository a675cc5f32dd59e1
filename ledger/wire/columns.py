"""Facts as columns: what stands under one another is alike, and packs to a fraction of the rows.

It works on the plain values of facts and not on their classes, so that facts of a newer version travel just as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from itertools import accumulate, pairwise

from ledger.wire.cbor import DEEPEST, NotPlain, Plain, dump, load
from ledger.wire.codec import HEAD_FIELDS, MOST_FACT_BYTES
from ledger.wire.packing import NotPacked, Reader, Writer
from ledger.wire.tables import Tables, at

FORMAT = 1
PLAIN_FORMAT = 2
"""Too little to be worth splitting: all columns as one plain value."""
MOST_PLAIN_BYTES = 1024
MOST_VALUES = 1 << 18
RAW_KIND = 0
"""Stands where the kind would, for bytes that are no list of plain values: they travel as they are."""


class _Holds(IntEnum):
    """What a column holds."""

    NUMBERS = 0
    STRINGS = 1
    TEXTS = 2
    ROWS = 3  # lists of one length: so many columns beside each other
    LISTS = 4  # lists of any length: their lengths, and one column of all that stands in them
    MIXED = 5


def pack_columns(columns: Sequence[list[Plain]]) -> bytes:
    """Columns of plain values, packed small."""
    split = pack_split(columns)
    if len(split) > MOST_PLAIN_BYTES:
        return split
    try:
        return min(split, pack_plain(columns), key=len)
    except NotPlain:  # a fact of a newer version may lie so deep that it is too deep inside columns
        return split


def pack_plain(columns: Sequence[list[Plain]]) -> bytes:
    """All columns in one piece: how few facts pack best.

    Raises:
        NotPlain: they are too many, or lie too deep.
    """
    raw, writer = dump([*columns]), Writer()
    if len(raw) > MOST_PLAIN_BYTES:
        raise NotPlain("too much to be read in one piece")
    writer.count(PLAIN_FORMAT)
    writer.count(len(raw))
    writer.stretch(raw)
    return bytes(writer)


def pack_split(columns: Sequence[list[Plain]]) -> bytes:
    """Each column by itself, with what repeats in tables: how many facts pack best."""
    writer = Writer()
    writer.count(FORMAT)
    tables = Tables.of([value for column in columns for value in column])
    tables.write(writer)
    writer.count(len(columns))
    packing = _ColumnWriter(writer, tables)
    for column in columns:
        writer.count(len(column))
        packing.write(column)
    return bytes(writer)


def unpack_columns(raw: bytes) -> list[list[Plain]]:
    """The columns that `pack_columns` packed.

    Raises:
        NotPacked: these bytes are no packed columns, or hold more than a batch may.
    """
    reader = Reader(raw, most_values=MOST_VALUES)
    form = reader.count()
    if form not in (FORMAT, PLAIN_FORMAT):
        raise NotPacked("packed by a newer Goodhour")
    columns = _read_split(reader) if form == FORMAT else _read_plain(reader)
    reader.finish()
    return columns


def _read_split(reader: Reader) -> list[list[Plain]]:
    packed = _ColumnReader(reader, Tables.read(reader))
    return [packed.read(reader.count()) for _ in range(reader.count())]


def _read_plain(reader: Reader) -> list[list[Plain]]:
    value = _loaded(reader.stretch(reader.count()), MOST_PLAIN_BYTES)
    if not isinstance(value, list):
        raise NotPacked("columns are lists")
    columns = [column for column in value if isinstance(column, list)]
    if len(columns) != len(value):
        raise NotPacked("columns are lists")
    return columns


def pack_facts(facts: Sequence[bytes], values: Sequence[Plain] | None = None) -> bytes:
    """Facts, each in its canonical bytes, as columns: kinds, heads, and the fields of each kind.

    values: what stands in these bytes, from whoever has it at hand.
    """
    if values is None:
        values = [_value_of(fact) for fact in facts]
    rows = [_row_of(fact, value) for fact, value in zip(facts, values, strict=True)]
    kinds = _kinds([row[0] for row in rows])
    heads: list[Plain] = [row[1:HEAD_FIELDS] for row in rows if row[0] != RAW_KIND]
    return pack_columns([[*kinds], heads, *(_fields(rows, kind) for kind in sorted(set(kinds)))])


def unpack_facts(raw: bytes) -> list[bytes]:
    """The canonical bytes of the facts that `pack_facts` packed.

    Raises:
        NotPacked: as `unpack_with_values`.
    """
    return [fact for fact, _ in unpack_with_values(raw)]


def unpack_with_values(raw: bytes) -> list[tuple[bytes, Plain]]:
    """The same, each with what stands in it; for a fact that travelled as bytes these bytes again.

    Raises:
        NotPacked: these bytes are no packed facts, or hold more than a batch may.
    """
    match unpack_columns(raw):
        case [first, heads, *rest]:
            kinds = _kinds(first)
        case _:
            raise NotPacked("columns are missing")
    known = [kind for kind in kinds if kind != RAW_KIND]
    in_order = sorted(set(kinds))
    if len(heads) != len(known) or [len(column) for column in rest] != [kinds.count(kind) for kind in in_order]:
        raise NotPacked("columns of the wrong length")
    head, fields = iter(heads), {kind: iter(column) for kind, column in zip(in_order, rest, strict=True)}
    return [_fact_of(kind, [] if kind == RAW_KIND else next(head), next(fields[kind])) for kind in kinds]


def _fields(rows: list[list[Plain]], kind: int) -> list[Plain]:
    return [row[1:] if kind == RAW_KIND else row[HEAD_FIELDS:] for row in rows if row[0] == kind]


def _kinds(values: list[Plain]) -> list[int]:
    kinds = [value for value in values if isinstance(value, int)]
    if len(kinds) != len(values):
        raise NotPacked("kinds are numbers")
    return kinds


def _value_of(fact: bytes) -> Plain:
    try:
        return load(fact, MOST_FACT_BYTES)
    except NotPlain:
        return fact


def _row_of(fact: bytes, value: Plain) -> list[Plain]:
    if isinstance(value, list) and len(value) >= HEAD_FIELDS and isinstance(value[0], int) and value[0] > RAW_KIND:
        return value
    return [RAW_KIND, fact]


def _fact_of(kind: Plain, head: Plain, fields: Plain) -> tuple[bytes, Plain]:
    if not isinstance(head, list) or not isinstance(fields, list):
        raise NotPacked("a fact is a list")
    if kind == RAW_KIND:
        fact = _raw_fact(fields)
        return fact, fact
    value: Plain = [kind, *head, *fields]
    try:
        fact = dump(value)
    except NotPlain as error:
        raise NotPacked(str(error)) from error
    if len(fact) > MOST_FACT_BYTES:
        raise NotPacked("a fact beyond all bounds")
    return fact, value


def _raw_fact(fields: list[Plain]) -> bytes:
    match fields:
        case [bytes(fact)]:
            return fact
    raise NotPacked("unreadable facts travel as bytes")


class _ColumnWriter:
    """Writes columns of plain values."""

    def __init__(self, writer: Writer, tables: Tables) -> None:
        self._writer = writer
        self._tables = tables

    def write(self, values: list[Plain]) -> None:
        holds = _what_stands_in(values)
        self._writer.count(holds)
        match holds:
            case _Holds.NUMBERS:
                self._writer.numbers([value for value in values if isinstance(value, int)])
            case _Holds.STRINGS:
                self._writer.numbers([self._tables.place_of_string[v] for v in values if isinstance(v, bytes)])
            case _Holds.TEXTS:
                self._writer.numbers([self._tables.place_of_text[v] for v in values if isinstance(v, str)])
            case _Holds.MIXED:
                self._writer.strings([dump(value) for value in values])
            case _:
                self._write_lists([value for value in values if isinstance(value, list)], holds)

    def _write_lists(self, lists: list[list[Plain]], holds: _Holds) -> None:
        if holds == _Holds.ROWS:
            self._writer.count(len(lists[0]))
            for column in zip(*lists, strict=True):
                self.write(list(column))
        else:
            self._writer.numbers([len(values) for values in lists])
            self.write([value for values in lists for value in values])


def _what_stands_in(values: list[Plain]) -> _Holds:
    types: set[type] = {type(value) for value in values}
    if types == {list}:
        lengths = {len(value) for value in values if isinstance(value, list)}
        return _Holds.LISTS if len(lengths) > 1 or lengths == {0} else _Holds.ROWS
    if types <= {int}:
        return _Holds.NUMBERS
    if types == {bytes}:
        return _Holds.STRINGS
    return _Holds.TEXTS if types == {str} else _Holds.MIXED


class _ColumnReader:
    """Reads columns of plain values."""

    def __init__(self, reader: Reader, tables: Tables) -> None:
        self._reader = reader
        self._tables = tables

    def read(self, length: int, depth: int = DEEPEST) -> list[Plain]:
        if not depth:
            raise NotPacked("deeper than any fact")
        match self._reader.count():
            case _Holds.NUMBERS:
                return [*self._reader.numbers(length)]
            case _Holds.STRINGS:
                return self._read_repeated(self._tables.strings, length)
            case _Holds.TEXTS:
                return self._read_repeated(self._tables.texts, length)
            case _Holds.ROWS:
                return self._read_rows(length, depth)
            case _Holds.LISTS:
                return self._read_lists(length, depth)
            case _Holds.MIXED:
                return self._read_mixed(length)
        raise NotPacked("a column of an unknown kind")

    def _read_repeated(self, table: Sequence[bytes] | Sequence[str], length: int) -> list[Plain]:
        values = [at(table, place) for place in self._reader.numbers(length)]
        self._reader.spend(size=sum(map(len, values)))
        return [*values]

    def _read_mixed(self, length: int) -> list[Plain]:
        raws = self._reader.strings(length)
        self._reader.spend(values=sum(map(len, raws)))  # each byte may be a list
        return [_loaded(raw) for raw in raws]

    def _read_rows(self, length: int, depth: int) -> list[Plain]:
        columns = [self.read(length, depth - 1) for _ in range(self._reader.count())]
        self._reader.spend(values=length)
        rows: list[Plain] = [list(row) for row in zip(*columns, strict=True)]
        if len(rows) != length:
            raise NotPacked("rows without columns")
        return rows

    def _read_lists(self, length: int, depth: int) -> list[Plain]:
        lengths = self._reader.numbers(length)
        self._reader.spend(values=length)
        if any(length < 0 for length in lengths):
            raise NotPacked("less than nothing")
        ends = [0, *accumulate(lengths)]
        values = self.read(ends[-1], depth - 1)
        return [values[start:end] for start, end in pairwise(ends)]


def _loaded(raw: bytes, most_bytes: int = MOST_FACT_BYTES) -> Plain:
    try:
        return load(raw, most_bytes)
    except NotPlain as error:
        raise NotPacked(str(error)) from error
