"""The words of a pack's pictures: from their file names, and from the lists that come with them (CSV)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from desktop.services.pack_files import PackFile

LIST_ENDINGS: Final = (".csv", ".tsv")
_MOST_LIST_BYTES: Final = 10_000_000
_MOST_NAME: Final = 60
_MOST_WORDS: Final = 400
_FILE_COLUMNS: Final = ("file", "filename", "file_name", "path", "image", "symbol", "symbol_en", "id", "name", "word")
_NAME_COLUMNS: Final = ("name", "word", "label", "title", "gloss")
_WORD_COLUMNS: Final = ("keyword", "keywords", "tag", "tags", "words", "synonyms", "plural", "category", "categories")
_NUMBERS: Final = re.compile(r"^\d+[ _-]+(?=\D)|[ _-]+\d+$")
_TO: Final = re.compile(r"^(.*?)\s*,\s*(to|an?|the)$", re.IGNORECASE)


class Said(NamedTuple):
    """What a list says of a file: its name, "" if it says none, and further words."""

    name: str
    words: str


def name_of_file(path: str) -> str:
    """What a picture shows, by its file's name: "2351_eat_,_to.svg" shows "to eat"."""
    stem = PurePosixPath(path).stem.replace("_", " ")
    bare = _NUMBERS.sub("", " ".join(stem.split())) or stem
    turned = _TO.match(bare)
    said = f"{turned[2]} {turned[1]}" if turned else bare
    return said.strip(" ,-")[:_MOST_NAME] or stem[:_MOST_NAME]


def lists_of(files: Iterable[PackFile]) -> dict[str, Said]:
    """What the lists of a pack say, by the stem of a file's name in small letters."""
    found: dict[str, Said] = {}
    for file in files:
        if file.ending in LIST_ENDINGS:
            found |= _read_list(file.read())
    return found


def _read_list(raw: bytes) -> dict[str, Said]:
    text = raw[:_MOST_LIST_BYTES].decode("utf-8-sig", errors="replace")
    try:
        form = csv.Sniffer().sniff(text[:10_000], delimiters=",;\t")
        rows = list(csv.reader(io.StringIO(text), form))
    except csv.Error:  # a text that is no list says nothing about pictures
        return {}
    if not rows:
        return {}
    columns = [cell.strip().lower().replace("-", "_").replace(" ", "_") for cell in rows[0]]
    by = next((columns.index(one) for one in _FILE_COLUMNS if one in columns), None)
    if by is None:
        return {}
    names = [columns.index(one) for one in _NAME_COLUMNS if one in columns and columns.index(one) != by]
    words = [number for number, one in enumerate(columns) if one in _WORD_COLUMNS]
    return {
        PurePosixPath(row[by].strip()).stem.lower(): Said(_cells(row, names[:1])[:_MOST_NAME], _cells(row, words))
        for row in rows[1:]
        if len(row) > by and row[by].strip()
    }


def _cells(row: list[str], columns: list[int]) -> str:
    return " ".join(" ".join(row[one] for one in columns if one < len(row)).split())[:_MOST_WORDS]
