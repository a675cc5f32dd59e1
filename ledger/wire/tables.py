"""What the facts of a batch say again and again, each once: devices, names of facts, byte strings and texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ledger.domain.names import DEVICE_BYTES, MOST_SEQ, FactId
from ledger.wire.cbor import Plain
from ledger.wire.packing import NotPacked, Reader, Writer
from ledger.wire.shapes import NotAFact, pack_name, unpack_name


class Tables:
    """Numbered byte strings and texts.

    strings: empty first, then names of facts in order, then all others as they were first met.
    """

    def __init__(self, strings: Sequence[bytes], texts: Sequence[str]) -> None:
        self.strings = strings
        self.texts = texts
        self.place_of_string = {string: place for place, string in enumerate(strings)}
        self.place_of_text = {text: place for place, text in enumerate(texts)}

    @classmethod
    def of(cls, values: Iterable[Plain]) -> Tables:
        """Tables of everything that stands in some plain values, at any depth."""
        strings: dict[bytes, None] = {}
        texts: dict[str, None] = {}
        for value in values:
            _collect(value, strings, texts)
        names = [(name, string) for string in strings if (name := _name_in(string))]
        others = [string for string in strings if string and not _name_in(string)]
        return cls([b"", *(string for _, string in sorted(names)), *others], list(texts))

    def write(self, writer: Writer) -> None:
        """Put the tables where `read` takes them from."""
        names = [name for string in self.strings if (name := _name_in(string))]
        others = self.strings[1 + len(names) :]
        devices = sorted({name.device for name in names})
        writer.count(len(devices))
        writer.stretch(b"".join(devices))
        writer.count(len(names))
        writer.numbers([devices.index(name.device) for name in names])
        writer.numbers([name.seq for name in names])
        writer.count(len(others))
        writer.strings(others)
        writer.count(len(self.texts))
        writer.strings([text.encode() for text in self.texts])

    @classmethod
    def read(cls, reader: Reader) -> Tables:
        """Take the tables out again.

        Raises:
            NotPacked: they were not written by `write`.
        """
        device_bytes = reader.stretch(reader.count() * DEVICE_BYTES)
        devices = [device_bytes[at : at + DEVICE_BYTES] for at in range(0, len(device_bytes), DEVICE_BYTES)]
        length = reader.count()
        places, seqs = reader.numbers(length), reader.numbers(length)
        names = [_name_bytes(devices, place, seq) for place, seq in zip(places, seqs, strict=True)]
        others = reader.strings(reader.count())
        return cls([b"", *names, *others], [_text(raw) for raw in reader.strings(reader.count())])


def at(table: Sequence[bytes] | Sequence[str], place: int) -> bytes | str:
    """What stands at a place of a table.

    Raises:
        NotPacked: the table has no such place.
    """
    if not 0 <= place < len(table):
        raise NotPacked("a place beyond its table")
    return table[place]


def _collect(value: Plain, strings: dict[bytes, None], texts: dict[str, None]) -> None:
    match value:
        case bytes():
            strings.setdefault(value)
        case str():
            texts.setdefault(value)
        case list():
            for part in value:
                _collect(part, strings, texts)


def _name_in(string: bytes) -> FactId | None:
    try:
        return unpack_name(string)
    except NotAFact:
        return None


def _name_bytes(devices: Sequence[bytes], place: int, seq: int) -> bytes:
    if not 0 <= place < len(devices) or not 0 < seq <= MOST_SEQ:
        raise NotPacked("no name of a fact")
    return pack_name(FactId(devices[place], seq))


def _text(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise NotPacked("not a text") from error
