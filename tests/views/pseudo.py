"""Languages that nobody speaks, made from English: what a screen must bear in any language that may come."""

import re
from functools import cache
from typing import Final

from desktop.views.texts import Texts

_WORD: Final = re.compile(r"[^\W\d_]+")
_GROWTH: Final = 0.4
_ACCENTED: Final = str.maketrans("AEIOUYaeiouy", "ÂÊÎÔÛŶâêîôûŷ")
_FROM_RIGHT: Final = "\u202e"  # from here on everything is written from the right, whatever its letters
_END: Final = "\u202c"


@cache
def longer() -> Texts:
    """English with accents, each word 40 % longer, as German and Welsh words are."""
    return Texts().changed(lambda words: _WORD.sub(lambda word: _grown(word[0]), words))


@cache
def from_right() -> Texts:
    """The same, written from the right as Arabic and Hebrew are."""
    texts = Texts().changed(lambda words: _WORD.sub(lambda word: f"{_FROM_RIGHT}{_grown(word[0])}{_END}", words))
    texts.right_to_left = True
    return texts


def _grown(word: str) -> str:
    """What ends a sentence still ends it; one letter stays one."""
    return (word + word[: round(len(word) * _GROWTH)].lower()).translate(_ACCENTED)
