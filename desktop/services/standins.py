"""Pictures that stand in until staff choose one: an everyday thing each, so that no two faces on a page are alike."""

from __future__ import annotations

from typing import Final

THINGS: Final = tuple(
    f"om:{code}"
    for code in (
        *("1F333", "26F5", "1F408", "1F41F", "1F33B", "1F511", "1F3B8", "2602", "1F6B2", "1F34E", "1F3E0", "1F56F"),
        *("1F514", "1F388", "1F426", "1F347", "1F98B", "1F345", "2693", "1F30D", "1F4A1", "1F343", "1FA91", "1F9E2"),
    )
)
GROUPS: Final = tuple(f"gh:group-{shape}" for shape in ("circle", "square", "star", "leaf", "sun", "wave"))
CARD: Final = "gh:card"
WORKER: Final = "gh:person-staff-badge"
NEWCOMER: Final = "gh:someone-with-me"
TASK: Final = "gh:raised-hand"
OFFER: Final = "gh:coins"
VENUE: Final = "gh:door"
SLIP: Final = "gh:slip"
MANY: Final = "gh:coins"


def thing(place: int) -> str:
    """The picture of the person at this place of a group, from 1; the same only after 24 places."""
    return THINGS[(place - 1) % len(THINGS)]


def group_picture(number: int) -> str:
    """The picture of a sign-in group, from 1."""
    return GROUPS[(number - 1) % len(GROUPS)]
