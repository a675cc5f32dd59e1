"""Languages that nobody speaks, made from English: what a screen must bear in any language that may come."""

import re
from datetime import date
from functools import cache
from typing import Final

from desktop.views.texts import Texts

_WORD: Final = re.compile(r"[^\W\d_]+")
_GROWTH: Final = 0.4
_ACCENTED: Final = str.maketrans("AEIOUYaeiouy", "ÂÊÎÔÛŶâêîôûŷ")
_RIGHT: Final = "\u202e"  # from here on everything is written from the right, whatever its letters
_END: Final = "\u202c"


class _Longer(Texts):
    """Days and months grow as the words of the file do."""

    def weekday(self, day: date | int, *, is_short: bool = False) -> str:
        return self.grown(super().weekday(day, is_short=is_short))

    def month(self, day: date) -> str:
        return self.grown(super().month(day))

    @staticmethod
    def grown(words: str) -> str:
        """What ends a sentence still ends it; one letter stays one."""
        return _WORD.sub(lambda word: _grown(word[0]), words)


class _FromRight(_Longer):
    @staticmethod
    def grown(words: str) -> str:
        return _WORD.sub(lambda word: f"{_RIGHT}{_grown(word[0])}{_END}", words)


@cache
def longer() -> Texts:
    """English with accents, each word 40 % longer, as German and Welsh words are."""
    return _Longer().changed(_Longer.grown)


@cache
def from_right() -> Texts:
    """The same, written from the right as Arabic and Hebrew are."""
    texts = _FromRight().changed(_FromRight.grown)
    texts.right_to_left = True
    return texts


def _grown(word: str) -> str:
    return (word + word[: round(len(word) * _GROWTH)].lower()).translate(_ACCENTED)
