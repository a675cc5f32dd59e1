"""Ways of getting there, and people who go, as pictures and words."""

from collections.abc import Sequence
from typing import Final

from desktop.services.seen import PersonSeen
from desktop.views.kit.art import Art, Side, Symbol, picture
from desktop.views.texts import Texts

_WAYS: Final = {
    "walk": "gh:walking",
    "bus": "om:1F68C",
    "car": "om:1F697",
    "minibus": "om:1F690",
    "train": "om:1F686",
    "taxi": "om:1F695",
    "": "gh:home",
}
_MOST_FACES: Final = 3
MOST_LETTERS: Final = 24  # of names: beyond, their faces say more


def way_picture(way: str) -> str:
    """The picture of a way of getting there, one of `papers.WAYS`."""
    return _WAYS[way]


def people_art(people: Sequence[PersonSeen]) -> Art:
    """The faces of those who go, at most three; then a plus."""
    faces = [picture(one.pic) for one in people[:_MOST_FACES]]
    more = [Symbol("gh:plus")] if len(people) > _MOST_FACES else []
    return Side((*faces, *more)) if len(faces) != 1 else faces[0]


def people_words(people: Sequence[PersonSeen], texts: Texts, *, most_letters: int = MOST_LETTERS) -> str:
    """Their names, as far as they are shown and there is room for so many letters; else how many."""
    names = [one.shown_name for one in people]
    words = texts.listed(names)
    if all(names) and len(names) <= _MOST_FACES and len(words) <= most_letters:
        return words
    return texts.count("plan.people", len(people))
