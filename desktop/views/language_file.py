"""One file of words, read part by part, and what is wrong with it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

import assets

ENGLISH: Final = "en"
GAP: Final = re.compile(r"\{(\w+)(?::(\w+))?\}")
"""``{name}``, or ``{name:small}`` where what fills it is to begin with a small letter there."""

_PART: Final = re.compile(r"^\[(\w+)", re.MULTILINE)


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """The ISO 639 codes of the languages there are words in, in ABC order."""
    return tuple(sorted(file.stem for file in assets.asset("words").glob("*.toml") if "." not in file.stem))


class LanguageFile:
    """The words of ``assets/words/LANGUAGE.toml`` by their dotted keys.

    Most parts are for screens that nobody has come to yet: each is read when something in it is first asked for.
    faults: what was found wrong so far, in English. A part that cannot be read counts as empty, but never in English:
    that is a fault of the program, and goes through as the error it is.
    """

    def __init__(self, language: str) -> None:
        self.name = f"{language}.toml"
        self.faults: list[str] = []
        self._is_english = language == ENGLISH
        self._words: dict[str, str] = {}
        self._unread = self._parts()

    def has(self, key: str) -> bool:
        """Whether there are words under a key."""
        self._read(key.partition(".")[0])
        return key in self._words

    def __getitem__(self, key: str) -> str:
        """The words under a key that there is, gaps unfilled."""
        return self._words[key]

    def all(self) -> Mapping[str, str]:
        """Every key with its words."""
        for part in list(self._unread):
            self._read(part)
        return dict(self._words)

    def note(self, fault: str) -> None:
        """Remember what is wrong, once."""
        if f"{self.name}: {fault}" not in self.faults:
            self.faults.append(f"{self.name}: {fault}")

    def change(self, change: Callable[[str], str]) -> None:
        """Change all words between their gaps: how tests make a language with longer words."""
        for key, words in self.all().items():
            parts = re.split(r"(\{[\w:]+\})", words)
            self._words[key] = "".join(part if part.startswith("{") else change(part) for part in parts)

    def _parts(self) -> dict[str, str]:
        try:
            return _parted(assets.asset("words", self.name).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            if self._is_english:
                raise
            self.note(f"cannot be read: {error}")
            return {}

    def _read(self, part: str) -> None:
        if part in self._unread:
            self._words.update(self._read_in(part))  # known before it is called read: two threads
            self._unread.pop(part, None)

    def _read_in(self, part: str) -> dict[str, str]:
        try:
            return dict(flat(tomllib.loads(self._unread.get(part, ""))))
        except tomllib.TOMLDecodeError as error:
            if self._is_english:
                raise
            self.note(f"[{part}] cannot be read: {error}")
            return {}


def flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    """Each text of a file of words under its dotted key."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", str(value)


def _parted(file: str) -> dict[str, str]:
    """The tables of a file of words, unread, by the first part of their names."""
    starts = [*_PART.finditer(file)]
    ends = [start.start() for start in starts[1:]] + [len(file)]
    parts: dict[str, str] = {}
    for start, end in zip(starts, ends, strict=True):
        parts[start[1]] = parts.get(start[1], "") + file[start.start() : end]
    return parts
