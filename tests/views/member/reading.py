"""How hard words are to read: sentences, syllables, and the Flesch-Kincaid grade, for English."""

import re
from collections.abc import Iterable
from typing import Final

NAME: Final = "Ann"  # one syllable, as easy-read.md counts names
_WORD: Final = re.compile(r"[A-Za-z][A-Za-z']*|\d+")
_END: Final = re.compile(r"(?<=[.!?:])\s+")
_VOWELS: Final = re.compile(r"[aeiouy]+")
_SAID: Final = {"credit": 2, "people": 2, "something": 2, "someone": 2, "somebody": 3, "o'clock": 2, "minutes": 2}


def sentences_of(message: str) -> list[str]:
    """The sentences of a message; a label is one."""
    return [part for part in _END.split(message.strip()) if _WORD.search(part)]


def words_of(text: str) -> list[str]:
    """The words of a text, numbers too."""
    return _WORD.findall(text)


def syllables_of(word: str) -> int:
    """How many syllables a word is spoken with, near enough: groups of vowels, without a silent e."""
    word = word.lower().removesuffix("'s")
    if word in _SAID:
        return _SAID[word]
    if word.isdigit():
        return 1
    if word.endswith("e") and not re.search(r"([^aeiouy]le|[aeiouy]e)$", word):
        word = word[:-1]
    if word.endswith(("ed", "es")) and not re.search(r"(ted|ded|ses|zes|ches|shes|xes|ges|ces)$", word):
        word = word[:-2] + "d"
    return max(1, len(_VOWELS.findall(word)))


def grade_of(messages: Iterable[str]) -> float:
    """The Flesch-Kincaid grade of messages taken together: the school year in which they are easy."""
    sentences = [sentence for message in messages for sentence in sentences_of(message)]
    words = [word for sentence in sentences for word in words_of(sentence)]
    syllables = sum(map(syllables_of, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59
