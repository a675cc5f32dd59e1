"""Every word on screen, from one file a language in ``assets/words``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final

import assets

_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS: Final = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)  # fmt: skip
_HOUR: Final = 60
_GAP: Final = re.compile(r"\{(\w+)\}")
_PART: Final = re.compile(r"^\[(\w+)", re.MULTILINE)


class NoSuchWords(LookupError):
    """The language has no words under this key: a fault in the program, shown by the tests."""


class Texts:
    """The words of one language. ``texts("helped.how_long")`` answers with the words under a dotted key."""

    def __init__(self, language: str = "en") -> None:
        self.language = language
        # Most parts are for screens that nobody has come to yet: each is read when something in it is first asked for.
        self._unread = _parts(assets.asset("words", f"{language}.toml").read_text(encoding="utf-8"))
        self._words: dict[str, str] = {}

    def __call__(self, key: str, **values: str | int) -> str:
        """Words by their key, with ``{name}`` gaps filled from the values.

        Raises:
            NoSuchWords: the language has no such key.
        """
        if not self.has(key):
            raise NoSuchWords(key)
        return _GAP.sub(lambda gap: str(values[gap[1]]), self._words[key])

    def count(self, key: str, number: int, **values: str | int) -> str:
        """Words for a number of things: the key holds ``one`` and ``other``, and may hold ``zero``."""
        form = "one" if number == 1 else "zero" if number == 0 and self.has(f"{key}.zero") else "other"
        return self(f"{key}.{form}", count=number, **values)

    def has(self, key: str) -> bool:
        """Whether the language has words under a key."""
        self._read(key.partition(".")[0])
        return key in self._words

    def length(self, minutes: int, *, inside: bool = False) -> str:
        """A length of time: 30 is "Half an hour", or "half an hour" inside a sentence."""
        words = self._length(minutes)
        return words[:1].lower() + words[1:] if inside else words

    def _length(self, minutes: int) -> str:
        if self.has(f"length.{minutes}"):
            return self(f"length.{minutes}")
        hours, rest = divmod(minutes, _HOUR)
        parts = [self.count("length.hours", hours)] if hours else []
        if rest or not hours:
            parts.append(self.count("length.minutes", rest))
        return " ".join(parts)

    def day(self, day: date) -> str:
        """A day in full: "Tuesday 24 November"."""
        return self("date.full", day=self.weekday(day), number=day.day, month=self.month(day))

    def weekday(self, day: date) -> str:
        """The name of a day: "Tuesday"."""
        return self(f"date.{_DAYS[day.weekday()]}")

    def short_weekday(self, day: date) -> str:
        """The name of a day where there is little room: "Tue"."""
        return self(f"date.short.{_DAYS[day.weekday()]}")

    def month(self, day: date) -> str:
        """The name of a month: "November"."""
        return self(f"date.{_MONTHS[day.month - 1]}")

    def time(self, hour: int, minute: int = 0) -> str:
        """A time of day as people say it: "10 o'clock", "half past 10", "20 to 11"."""
        this, following = (hour - 1) % 12 + 1, hour % 12 + 1
        if self.has(f"time.at_{minute}"):
            return self(f"time.at_{minute}", hour=this, next=following)
        if minute % 5:
            return f"{this}:{minute:02}"
        if minute < _HOUR // 2:
            return self("time.past", minutes=minute, hour=this)
        return self("time.to", minutes=_HOUR - minute, next=following)

    def all(self) -> Mapping[str, str]:
        """Every key with its words, gaps unfilled."""
        for part in list(self._unread):
            self._read(part)
        return dict(self._words)

    def changed(self, change: Callable[[str], str]) -> Texts:
        """The same words, each changed: how tests make a language with longer words. Gaps stay as they are."""
        other = Texts(self.language)
        other._words = {key: _between_gaps(words, change) for key, words in self.all().items()}
        other._unread = {}
        return other

    def _read(self, part: str) -> None:
        if part in self._unread:
            self._words.update(_flat(tomllib.loads(self._unread[part])))  # known before it is called read: two threads
            self._unread.pop(part, None)


def _parts(file: str) -> dict[str, str]:
    """The tables of a file of words, unread, by the first part of their names."""
    starts = [*_PART.finditer(file)]
    ends = [start.start() for start in starts[1:]] + [len(file)]
    parts: dict[str, str] = {}
    for start, end in zip(starts, ends, strict=True):
        parts[start[1]] = parts.get(start[1], "") + file[start.start() : end]
    return parts


def _between_gaps(words: str, change: Callable[[str], str]) -> str:
    parts = re.split(r"(\{\w+\})", words)
    return "".join(part if part.startswith("{") else change(part) for part in parts)


def _flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", str(value)
