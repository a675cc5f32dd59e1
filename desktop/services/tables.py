"""Reads a list saved by any spreadsheet: which letters, which separator, which columns, and line by line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from desktop.problems import BadInput
from desktop.services.wording import one_line

MOST_BYTES: Final = 50_000_000
MOST_LINES: Final = 200_000
MOST_CELL: Final = 1_000
_SEPARATORS: Final = (",", ";", "\t")
_SPREADSHEET_HINT: Final = "sep="

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "contributions": ("member", "task", "minutes", "at"),
    "offers": (
        *("offer", "picture", "minutes", "venue", "place", "getting_there", "companion", "open_to_all"),
        *("step_free", "quiet"),
    ),
    "sessions": (
        *("activity", "date", "start", "minutes", "room", "places", "leader", "transport", "companion"),
        *("open_to_all", "price_minutes", "repeats"),
    ),
    "activities": ("activity", "picture", "kind"),
    "workers": ("name", "known_as", "picture", "drives"),
    "tasks": ("task", "picture", "usual_minutes", "for_what"),
    "members": ("name", "known_as", "picture"),
}
"""The columns of each kind of list, in the order in which a header is tried."""
_MUST_HAVE: Final[Mapping[str, frozenset[str]]] = {
    "contributions": frozenset({"member", "task"}),
    "offers": frozenset({"offer"}),
    "sessions": frozenset({"activity", "date", "start"}),
    "activities": frozenset({"activity"}),
    "workers": frozenset({"name", "drives"}),
    "tasks": frozenset({"task"}),
    "members": frozenset({"name"}),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number as an editor counts (the header is 1), and its cells by column, every column filled in."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that cannot be taken apart, and why."""

    number: int
    message: str


@dataclass(frozen=True, slots=True)
class Table:
    """A list that was recognised; columns: those the file has, in its order. lines: those that hold something."""

    kind: str
    columns: tuple[str, ...]
    lines: tuple[Line | BadLine, ...]


def read_table(raw: bytes) -> Table:
    """Read a file and recognise by its header what kind of list it is.

    Raises:
        BadInput: too large, no text, no header, or columns that fit no list; the message says what would fit.
    """
    if len(raw) > MOST_BYTES:
        raise BadInput("This file is larger than 50 MB. Split it into smaller files.")
    text = _text(raw)
    first = next((line for line in text.splitlines() if line.strip()), "")
    if not first:
        raise BadInput(f"This file is empty. {_what_fits()}")
    if first.lower().startswith(_SPREADSHEET_HINT):
        separator, offset = first[len(_SPREADSHEET_HINT) :][:1] or ",", 1
        text = text.split("\n", 1)[1] if "\n" in text else ""
    else:
        separator, offset = _separator(first), 0
    return _table(_records(text, separator), offset)


def _text(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text.replace("\r\n", "\n").replace("\r", "\n")
    raise BadInput("This file is no list. Save it from the spreadsheet as CSV (UTF-8) and try again.")


def _separator(header: str) -> str:
    known = {column for columns in COLUMNS.values() for column in columns}

    def fits(separator: str) -> int:
        return sum(_column(cell) in known for cell in next(csv.reader([header], delimiter=separator), []))

    return max(_SEPARATORS, key=fits)


def _records(text: str, separator: str) -> Iterator[tuple[int, list[str] | str]]:
    """Each record with the number of its first line, or in place of it what is wrong."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        number = reader.line_num + 1
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, _quotes(error)
            continue
        yield number, record


def _quotes(error: csv.Error) -> str:
    if "end of data" in str(error):
        return 'A " opens in this line and never closes, so nothing from here on could be read. Take it out.'
    return f'The quotes in this line do not match ({error}). Look for a single " and take it out.'


def _table(records: Iterator[tuple[int, list[str] | str]], offset: int) -> Table:
    header: list[str] = []
    for _, record in records:
        if isinstance(record, str):
            raise BadInput(f"The first line cannot be read. {record} {_what_fits()}")
        if any(cell.strip() for cell in record):
            header = [_column(cell) for cell in record]
            break
    while header and not header[-1]:
        header.pop()
    kind = _kind(tuple(header))
    lines = []
    for number, record in records:
        line = _line(kind, header, number + offset, record)
        if line is not None:
            lines.append(line)
        if len(lines) > MOST_LINES:
            raise BadInput(f"This file has more than {MOST_LINES} lines. Split it into smaller files.")
    return Table(kind, tuple(header), tuple(lines))


def _line(kind: str, header: list[str], number: int, record: list[str] | str) -> Line | BadLine | None:
    if isinstance(record, str):
        return BadLine(number, record)
    if not any(cell.strip() for cell in record):
        return None
    if any(cell.strip() for cell in record[len(header) :]):
        return BadLine(
            number,
            f"This line has {len(record)} cells and the header {len(header)}. Put text that has a comma in quotes.",
        )
    if any(len(cell) > MOST_CELL for cell in record):
        return BadLine(number, f"A cell of this line is longer than {MOST_CELL} letters. Are the quotes right?")
    cells = dict.fromkeys(COLUMNS[kind], "")
    cells.update(zip(header, (one_line(cell, "A cell", most=MOST_CELL) for cell in record), strict=False))
    return Line(number, cells)


def _column(cell: str) -> str:
    return "_".join(cell.replace("\ufeff", "").replace('"', " ").replace("-", " ").replace("_", " ").lower().split())


def _kind(header: tuple[str, ...]) -> str:
    there = frozenset(header)
    if len(there) < len(header):
        twice = next(column for column in header if header.count(column) > 1)
        raise BadInput(f"The column {twice or 'without a name'} stands twice in the first line. {_what_fits()}")
    for kind, columns in COLUMNS.items():
        if there >= _MUST_HAVE[kind] and there <= frozenset(columns):
            return kind
    near = next((kind for kind in COLUMNS if there >= _MUST_HAVE[kind]), None)
    if near is not None:
        strange = ", ".join(column or "without a name" for column in header if column not in COLUMNS[near])
        raise BadInput(f"This looks like {near}, with a column {strange} too many. Take it out. {_what_fits()}")
    raise BadInput(f"The first line does not name the columns of any list. {_what_fits()}")


def _what_fits() -> str:
    return "The first line must be one of: " + " · ".join(",".join(columns) for columns in COLUMNS.values()) + "."
