"""What Unicode's CLDR knows of a language, by Babel: how it counts, names days and months, and writes numbers.

Read in when something is first counted or dated: the first screen comes without it.
"""

from datetime import date
from functools import lru_cache
from typing import Any, Final

from babel.core import Locale, UnknownLocaleError
from babel.localedata import exists
from babel.numbers import format_decimal

_HOME: Final = "GB"  # English here writes 24 November and Sept
_PLAIN: Final = 1000  # below it a number is its digits, where these are ours


class UnknownLanguage(LookupError):
    """CLDR knows no such language, or the bundle was made without it."""


@lru_cache(maxsize=8)
def locale_of(language: str) -> Locale:
    """The customs of a language (an ISO 639 code), as in Britain where they differ.

    Raises:
        UnknownLanguage: CLDR does not know it.
    """
    at_home = f"{language}_{_HOME}"
    try:
        return Locale.parse(at_home if exists(at_home) else language)
    except (UnknownLocaleError, ValueError) as error:
        raise UnknownLanguage(language) from error


def form(language: str, number: int) -> str:
    """The plural form for so many things: "one", "two", "few", "many" or "other", "zero" only where a language asks."""
    return str(locale_of(language).plural_form(number))


def forms(language: str) -> frozenset[str]:
    """Every plural form a language has."""
    return frozenset(locale_of(language).plural_form.tags) | {"other"}


def weekday(language: str, number: int, *, is_short: bool = False) -> str:
    """The name of a day of the week, Monday being 0: "Tuesday", "Tue"."""
    return _name(locale_of(language).days["format"]["abbreviated" if is_short else "wide"][number])


def month(language: str, day: date) -> str:
    """The name of a month as it stands in a date: "November"."""
    return _name(locale_of(language).months["format"]["wide"][day.month])


def number(language: str, value: int) -> str:
    """A whole number as it is written: "1,204"."""
    locale = locale_of(language)
    if 0 <= value < _PLAIN and locale.default_numbering_system == "latn":
        return str(value)
    return format_decimal(value, locale=locale)


def is_from_right(language: str) -> bool:
    """Whether a language is written from the right."""
    return locale_of(language).text_direction == "rtl"


def _name(word: Any) -> str:
    return str(word)
