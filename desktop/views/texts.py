"""Every word on screen and on paper, in one language, filled, counted and dated as that language does it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from types import ModuleType
from typing import Final

from desktop.views.language_file import ENGLISH, GAP, LanguageFile
from desktop.views.mutation import small, soft

_HOUR: Final = 60
WAYS_TO_FILL: Final[Mapping[str, Callable[[str], str]]] = {"small": small, "soft": soft}
_VOWELS: Final = "aeiouwyâêîôûŵŷáéíóúàèìòùäëïöü"


class NoSuchWords(LookupError):
    """English has no words under this key: a fault in the program, shown by the tests."""


class Texts:
    """The words of one language. ``texts("helped.how_long")`` answers with the words under a dotted key.

    Where the file of a language is damaged or lacks something, English stands in, and `faults` says so.
    language: an ISO 639 code. right_to_left: whether it is written from the right.
    """

    def __init__(self, language: str = ENGLISH) -> None:
        self.language = language
        self._file = LanguageFile(language)
        self._english = None if language == ENGLISH else texts_in(ENGLISH)
        self.right_to_left = self("language.direction") == "rtl"

    def __call__(self, key: str, **values: str | int) -> str:
        """Words by their key, with ``{name}`` gaps filled from the values.

        Raises:
            NoSuchWords: there is no such key.
        """
        if not self._file.has(key):
            return self._in_english(f"{key} is missing")(key, **values)
        try:
            return GAP.sub(lambda gap: _filled(str(values[gap[1]]), gap[2]), self._file[key])
        except KeyError as gap:
            if self._english is None:
                raise
            return self._in_english(f"{key} has a gap that nothing fills: {gap}")(key, **values)

    def count(self, key: str, number: int, **values: str | int) -> str:
        """Words for a number of things, in the form the language has for it (CLDR's: one, two, few, many, other).

        Words for none may stand under ``zero``, also in a language that has no such form.
        """
        forms = ["zero", _cldr().form(self.language, number)][number != 0 :]
        form = next((form for form in forms if self._file.has(f"{key}.{form}")), None)
        if form is None:
            return self._in_english(f"{key}.{forms[-1]} is missing").count(key, number, **values)
        return self(f"{key}.{form}", count=self.number(number), **values)

    @property
    def faults(self) -> tuple[str, ...]:
        """What was found wrong with the language's file so far, for staff, in English."""
        return tuple(self._file.faults)

    def has(self, key: str) -> bool:
        """Whether there are words under a key."""
        return self._file.has(key) or (self._english is not None and self._english.has(key))

    def number(self, value: int) -> str:
        """A whole number as the language writes it: "1,204"."""
        return str(_cldr().number(self.language, value))

    def length(self, minutes: int, *, inside: bool = False) -> str:
        """A length of time: 30 is "Half an hour", or "half an hour" inside a sentence."""
        words = self._length(minutes)
        return small(words) if inside else words

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

    def weekday(self, day: date | int, *, is_short: bool = False) -> str:
        """The name of a day, or of a day of the week, Monday being 0: "Tuesday", "Tue" where there is little room."""
        number = day if isinstance(day, int) else day.weekday()
        return str(_cldr().weekday(self.language, number, is_short=is_short))

    def month(self, day: date) -> str:
        """The name of a month: "November"."""
        return str(_cldr().month(self.language, day))

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

    def listed(self, things: Sequence[str]) -> str:
        """Several things in a sentence: "Ann, Bob and Cath"."""
        if len(things) < 2:  # noqa: PLR2004 - one thing alone needs no "and"
            return "".join(things)
        joint = "list.before_vowel" if things[-1][:1].lower() in _VOWELS else "list.last"
        return self(joint, first=", ".join(things[:-1]), last=things[-1])

    def all(self) -> Mapping[str, str]:
        """Every key with its words, gaps unfilled."""
        return self._file.all()

    def changed(self, change: Callable[[str], str]) -> Texts:
        """The same words, each changed between its gaps: how tests make a language with longer words."""
        other = type(self)(self.language)
        other._file.change(change)  # noqa: SLF001 - another of its own kind
        return other

    def _in_english(self, why: str) -> Texts:
        if self._english is None:
            raise NoSuchWords(why)
        self._file.note(why)
        return self._english


@lru_cache(maxsize=8)
def texts_in(language: str) -> Texts:
    """The words of a language, read once for all who speak it."""
    return Texts(language)


def spoken(language: str, otherwise: Texts) -> Texts:
    """The words of a language, or these where it is ""."""
    return texts_in(language) if language and language != otherwise.language else otherwise


def _filled(value: str, way: str | None) -> str:
    return value if way is None else WAYS_TO_FILL[way](value)


def _cldr() -> ModuleType:
    from desktop.views import cldr  # noqa: PLC0415  Babel: the first screen comes without it

    return cldr
