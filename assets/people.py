"""The people to be known by: adult portraits, each with a skin tone and a name of everyday words."""

from dataclasses import dataclass
from functools import lru_cache

from assets import asset_table


@dataclass(frozen=True, slots=True)
class PersonPicture:
    """One portrait.

    picture: its id, such as ``gh:person-grey-bun``.
    name: what is seen, such as "Grey bun"; said aloud when the member's own name is not shown.
    """

    picture: str
    name: str


@lru_cache(maxsize=4)
def person_pictures(language: str = "en") -> tuple[PersonPicture, ...]:
    """Every portrait in the order it is offered; the order only ever grows at the end."""
    order = asset_table("words", "pictures.en.toml")["people"]
    names = asset_table("words", f"pictures.{language}.toml")["people"]
    return tuple(PersonPicture(f"gh:person-{file}", names[file]) for file in order)
