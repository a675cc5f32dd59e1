"""The everyday words of each language, and the words of our trade: what labels may be made of, and what never stands.

Both lists are files of ``assets/words``: ``easy.LANGUAGE.txt`` and ``forbidden.LANGUAGE.txt``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import assets
from desktop.views.mutation import radicals

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+")
_OWNS: Final = "s"  # what is Ann's
_MUTATES: Final = "cy"


def words_of(text: str) -> list[str]:
    """The words of a text as they stand, numbers too: "Mae'n dda" has two."""
    return _WORD.findall(text)


@lru_cache(maxsize=8)
def everyday(language: str) -> frozenset[str]:
    """The everyday words of a language, in small letters; none if it has no list."""
    return _listed(f"easy.{language}.txt")


@lru_cache(maxsize=8)
def forbidden(language: str) -> frozenset[str]:
    """The words of our trade that nobody reads, in small letters; none if a language has no list."""
    return _listed(f"forbidden.{language}.txt")


def hard_words(text: str, language: str) -> list[str]:
    """The words of a text that are no everyday words, each once, as they stand. Numbers are easy.

    A language without a list has no hard words.
    """
    easy = everyday(language)
    found = dict.fromkeys(word for word in words_of(text) if easy and not _is_easy(word.lower(), easy, language))
    return list(found)


def _is_easy(word: str, easy: frozenset[str], language: str) -> bool:
    if word.isdigit() or word in easy:
        return True
    first, *rest = re.split("['’]", word)
    forms = radicals(first) if language == _MUTATES else {first}
    return not easy.isdisjoint(forms) and all(piece == _OWNS or piece in easy for piece in rest)


def _listed(name: str) -> frozenset[str]:
    place = assets.asset("words", name)
    if not place.is_file():
        return frozenset()
    lines = place.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
