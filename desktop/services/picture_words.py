"""Words that find pictures: whole words, their beginnings, other endings, and small slips of typing."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

NAME, OWN_WORD, WORD = 5, 4, 1  # a picture's name, words we or a pack's makers gave it, words of Unicode's list
SAME_STEM: Final = 7  # the word with another ending; the beginning of a word adds nothing
_WHOLE: Final = 9
_SLIPPED: Final = 1
_ENDINGS: Final = ("ing", "ed", "es", "s")
_SHORTEST_STEM: Final = 3
_SHORTEST_PREFIX: Final = 2
_SHORTEST_SLIP: Final = 4
_LAST_LETTER: Final = chr(0x10FFFF)  # sorts after every word that begins the same


class WordIndex:
    """Pictures by their words. Learn everything first; then look words up as often as is liked."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self._words: defaultdict[str, dict[str, int]] = defaultdict(dict)
        self._sorted: list[str] = []
        self._near: defaultdict[str, list[str]] = defaultdict(list)

    def learn(self, picture: str, name: str, *, words: str = "", own: str = "") -> None:
        """Take in a picture: its name, words we gave it, and other words."""
        self.names[picture] = name
        for weight, text in ((WORD, words), (OWN_WORD, own), (NAME, name)):
            for word in split(text):
                self._words[word][picture] = max(weight, self._words[word].get(picture, 0))
        self._sorted, self._near = [], defaultdict(list)

    def matches(self, word: str) -> dict[str, int]:
        """How well each picture fits one word: by what the word is to the picture, and how much of it was written.

        A word that nothing fits is taken for a slip of one letter.
        """
        found: dict[str, int] = {}
        stem = stem_of(word)
        for whole in {*self._beginning_with(word), *self._beginning_with(stem)}:
            fit = _WHOLE if whole == word else SAME_STEM if stem_of(whole) == stem else 0
            for picture, weight in self._words[whole].items():
                found[picture] = max(found.get(picture, 0), weight + fit)
        if not found and len(word) >= _SHORTEST_SLIP:
            for whole in self._slipped(word):
                for picture, weight in self._words[whole].items():
                    found[picture] = max(found.get(picture, 0), weight + _SLIPPED)
        return found

    def _beginning_with(self, stem: str) -> list[str]:
        if len(stem) < _SHORTEST_PREFIX:
            return []
        self._sorted = self._sorted or sorted(self._words)
        start = bisect_left(self._sorted, stem)
        return self._sorted[start : bisect_left(self._sorted, f"{stem}{_LAST_LETTER}")]

    def _slipped(self, word: str) -> set[str]:
        """The words that are one letter away: one too many, one missing, another one, or two that changed places."""
        if not self._near:
            for whole in self._words:
                for short in _without_a_letter(whole):
                    self._near[short].append(whole)
        near = {whole for short in _without_a_letter(word) for whole in self._near.get(short, ())}
        return {whole for whole in near if _is_a_letter_away(word, whole)}


def split(text: str) -> list[str]:
    """The words of a text, small, without signs."""
    return "".join(letter if letter.isalnum() or letter in "’'" else " " for letter in text.lower()).split()


def stem_of(word: str) -> str:
    """A word without its English ending: tidied, tidies → tidi; swimming → swim."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            short = word[: -len(ending)]
            return short[:-1] if short[-1] == short[-2] and ending in {"ing", "ed"} else short
    return word[:-1] if word.endswith(("y", "e")) and len(word) > _SHORTEST_STEM else word


def _without_a_letter(word: str) -> Iterator[str]:
    yield word
    if len(word) >= _SHORTEST_SLIP:
        for place in range(len(word)):
            yield word[:place] + word[place + 1 :]


def _is_a_letter_away(typed: str, word: str) -> bool:
    if len(typed) < len(word):
        typed, word = word, typed
    if len(typed) > len(word) + 1:
        return False
    start = next((at for at, (one, other) in enumerate(zip(typed, word, strict=False)) if one != other), len(word))
    if len(typed) > len(word):
        return typed[start + 1 :] == word[start:]
    swapped = typed[start : start + 2] == word[start : start + 2][::-1] and typed[start + 2 :] == word[start + 2 :]
    return swapped or typed[start + 1 :] == word[start + 1 :]
