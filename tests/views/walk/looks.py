"""The looks a screen is walked in.

Every combination; all of them but that densities and hands take turns; or a few in which every two choices come
together once.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product
from typing import Any, Final

from desktop.views.language_file import languages
from desktop.views.texts import Texts, texts_in
from desktop.views.theme import THEMES, Look
from tests.views import pseudo

LONGER: Final = "longer"
FROM_RIGHT: Final = "longer-from-right"
RIGHT: Final = "right"
LEFT: Final = "left"
_FEW_WORDS: Final = (*languages(), FROM_RIGHT)
"""A few looks do without the longer words read from the left: from the right they are as long."""

WORDS: Final = (*_FEW_WORDS, LONGER)
FACTORS: Final[tuple[tuple[Any, ...], ...]] = (
    tuple(THEMES),
    (100, 150, 200),
    ((1024, 768), (1366, 768), (1920, 1080)),
    (3.4, 3.8, 6.5),
    WORDS,
    (RIGHT, LEFT),
)
FEW_FACTORS: Final = tuple(_FEW_WORDS if LONGER in factor else factor for factor in FACTORS)


@dataclass(frozen=True, slots=True)
class Dress:
    """How a screen is walked: its look, and whose words it speaks: a language's code, or one made up."""

    look: Look
    words: str

    def __str__(self) -> str:
        look = self.look
        size, hand = f"{look.width}x{look.height} {look.px_per_mm}/mm", LEFT if look.left_handed else RIGHT
        return f"{look.theme.name} {look.text_percent}% {size} {self.words} {hand}-handed"

    def texts(self) -> Texts:
        """The words of a language, or of one made up."""
        return _MADE_UP[self.words]() if self.words in _MADE_UP else texts_in(self.words)


def dress(*choices: Any) -> Dress:
    """One choice of each factor, in their order."""
    theme, text_percent, (width, height), px_per_mm, words, hand = choices
    look = Look(THEMES[theme], text_percent, width, height, px_per_mm=px_per_mm)
    speaks = Dress(look, words)
    return replace(speaks, look=replace(look, right_to_left=speaks.texts().right_to_left, left_handed=hand == LEFT))


def every_dress() -> Iterator[Dress]:
    """All combinations there are."""
    yield from (dress(*row) for row in product(*FACTORS))


def full_dress() -> Iterator[Dress]:
    """Each theme, text, size and words together once; densities and hands take turns.

    Each text, size and words meet every density in one of the themes, and both hands: what fits depends on these, and
    not on colours. No theme, text, size and words come twice.
    """
    *drawn, densities, words, hands = FACTORS
    for places in product(*(range(len(factor)) for factor in (*drawn, words))):
        *at, word = places
        turn = sum(places)
        chosen = [factor[place] for factor, place in zip(drawn, at, strict=True)]
        yield dress(*chosen, densities[turn % len(densities)], words[word], hands[turn % len(hands)])


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


_MADE_UP: Final[dict[str, Callable[[], Texts]]] = {LONGER: pseudo.longer, FROM_RIGHT: pseudo.from_right}
