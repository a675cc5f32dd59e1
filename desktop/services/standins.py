"""Pictures that stand in until staff choose one, and mean nothing else: things for people, shapes for tasks and offers.

THINGS: everyday things, so that no two faces on a page are alike. SHAPES: what says nothing about a task or an offer.
TAKEN: pictures by which members find their way, and those that look like them; none of them ever stands in.
"""

from __future__ import annotations

from typing import Final

from ledger.domain.names import FactId

THINGS: Final = tuple(
    f"om:{code}"
    for code in (
        *("1F333", "1F408", "1F41F", "1F337", "1F3B8", "2602", "1F6B2", "1F34E", "1F56F", "1F347", "1F98B", "2693"),
        *("2615", "1F9E2", "1F422", "1F989", "1F335", "1F427", "1F350", "1F41E", "1F344", "1F994", "1F34D", "2603"),
    )
)
SHAPES: Final = tuple(f"om:{code}" for code in ("1FA81", "1F537", "1F308", "1FAA2", "1F53A", "1F380"))
TAKEN: Final = frozenset(
    {
        *(f"gh:{name}" for name in ("arrow-left", "arrow-right", "camera", "card", "coins", "cross", "door", "heart")),
        *(f"gh:{name}" for name in ("home", "hourglass", "jar", "keep", "key-pad", "not-a-slip", "photo", "plus")),
        *(f"gh:{name}" for name in ("practice", "printer", "printer-no-paper", "question", "quiet", "raised-hand")),
        *(f"gh:{name}" for name in ("card-unknown", "more-things")),
        *(f"gh:{name}" for name in ("search", "slip", "someone-with-me", "speaker", "staff-lock", "step-free")),
        *(f"gh:{name}" for name in ("tick", "undo", "used-slip", "walking", "wrong-place", "nothing-saved", "stick")),
        *(
            f"om:{code}"
            for code in ("1F9E9", "1F465", "1F3E0", "1F3E1", "1F6AA", "1FA99", "1F4B0", "270B", "1F590", "1F91A")
        ),
        *(f"om:{code}" for code in ("2611", "2714", "2716", "274C", "274E", "2753", "2754", "2139", "2699", "2705")),
        *(f"om:{code}" for code in ("2B05", "27A1", "2B06", "2B07", "21A9", "21AA", "1F519", "1F51A", "1F464")),
    }
)
GROUPS: Final = tuple(f"gh:group-{shape}" for shape in ("circle", "square", "star", "leaf", "sun", "wave"))
CARD: Final = "gh:card"
WORKER: Final = "gh:person-staff-badge"
NEWCOMER: Final = "gh:someone-with-me"
VENUE: Final = "om:1F3E2"
SLIP: Final = "gh:slip"
MANY: Final = "gh:coins"


def thing(place: int) -> str:
    """The picture of the person at this place of a group, from 1; the same only after 24 places."""
    return THINGS[(place - 1) % len(THINGS)]


def group_picture(number: int) -> str:
    """The picture of a sign-in group, from 1."""
    return GROUPS[(number - 1) % len(GROUPS)]


def shape(subject: FactId) -> str:
    """The picture of a task or an offer nobody has chosen one for; those written one after the other differ."""
    return SHAPES[subject.seq % len(SHAPES)]
