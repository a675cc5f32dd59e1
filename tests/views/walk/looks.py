"""The looks a screen is walked in: every combination, or a few in which each pair of choices comes together once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product
from typing import Any, Final

from desktop.views.texts import Texts
from desktop.views.theme import THEMES, Look

_WORD: Final = re.compile(r"[^\W\d_]+")
ENGLISH: Final = "english"
LONGER: Final = "longer"
MIRRORED: Final = "mirrored"
RIGHT: Final = "right"
LEFT: Final = "left"
FACTORS: Final[tuple[tuple[Any, ...], ...]] = (
    tuple(THEMES),
    (100, 150, 200),
    ((1024, 768), (1366, 768), (1920, 1080)),
    (3.4, 3.8, 6.5),
    (ENGLISH, LONGER, MIRRORED),
    (RIGHT, LEFT),
)


@dataclass(frozen=True, slots=True)
class Dress:
    """How a screen is walked: its look, and whose words it speaks."""

    look: Look
    words: str

    def __str__(self) -> str:
        look = self.look
        size, hand = f"{look.width}x{look.height} {look.px_per_mm}/mm", LEFT if look.left_handed else RIGHT
        return f"{look.theme.name} {look.text_percent}% {size} {self.words} {hand}-handed"

    def texts(self) -> Texts:
        """The words: those of English, or of a language 40 % longer."""
        return _longer() if self.words == LONGER else _english()


def dress(*choices: Any) -> Dress:
    """One choice of each factor, in their order."""
    theme, text_percent, (width, height), px_per_mm, words, hand = choices
    look = Look(THEMES[theme], text_percent, width, height, px_per_mm=px_per_mm)
    return Dress(replace(look, right_to_left=words == MIRRORED, left_handed=hand == LEFT), words)


def every_dress() -> Iterator[Dress]:
    """All combinations there are."""
    yield from (dress(*row) for row in product(*FACTORS))


def pairwise(factors: Sequence[Sequence[Any]]) -> list[tuple[Any, ...]]:
    """A few rows in which each two values of different factors stand together at least once; always the same rows."""
    open_pairs = {
        ((one, a), (other, b))
        for one, other in combinations(range(len(factors)), 2)
        for a, b in product(range(len(factors[one])), range(len(factors[other])))
    }
    rows: list[tuple[Any, ...]] = []
    while open_pairs:
        chosen = dict(min(open_pairs))
        for factor in range(len(factors)):
            if factor not in chosen:
                values = range(len(factors[factor]))
                chosen[factor] = max(values, key=lambda v, f=factor, c=chosen: _closes(f, v, c, open_pairs))  # type: ignore[misc]  # bound now
        open_pairs -= set(combinations(sorted(chosen.items()), 2))
        rows.append(tuple(factors[factor][chosen[factor]] for factor in range(len(factors))))
    return rows


def _closes(factor: int, value: int, chosen: dict[int, int], open_pairs: set[Any]) -> int:
    """How many pairs a value would close with what is chosen, and could close with what is not."""
    mine = (factor, value)
    now = sum(tuple(sorted((mine, other))) in open_pairs for other in chosen.items())
    left = sum(mine in pair for pair in open_pairs)
    return now * 1000 + left


def _longer_words(words: str) -> str:
    """Each word grows by 40 %, as German and Welsh words do; what ends a sentence still ends it."""
    return _WORD.sub(lambda word: word[0] + word[0][: round(len(word[0]) * 0.4)].lower(), words)


def _english() -> Texts:
    if ENGLISH not in _TEXTS:
        _TEXTS[ENGLISH] = Texts()
    return _TEXTS[ENGLISH]


def _longer() -> Texts:
    if LONGER not in _TEXTS:
        _TEXTS[LONGER] = _english().changed(_longer_words)
    return _TEXTS[LONGER]


_TEXTS: Final[dict[str, Texts]] = {}
