"""What members say of what they did: one of five faces for one time of a session."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, unique
from typing import ClassVar

from ledger.domain.bounds import DigestOrNone, Week
from ledger.domain.names import NO_DIGEST, FactId


@unique
class HowItWas(IntEnum):
    """A face; the numbers stand on disk."""

    NOT_SAID = 0  # taken back
    VERY_BAD = 1
    BAD = 2
    NOT_SURE = 3
    GOOD = 4
    VERY_GOOD = 5


@dataclass(frozen=True, slots=True)
class SaidHowItWas:
    """A member said how one time of a session was; it takes the place of what they said of it before."""

    kind: ClassVar[int] = 129
    member: FactId
    session: FactId
    week: Week
    how: HowItWas


@dataclass(frozen=True, slots=True)
class SaidAnswered:
    """What a worker tells a member who said how it was.

    done: the `ItemDone` it goes with; taken back with it. words: digest of a text, picture: what stands beside it.
    """

    kind: ClassVar[int] = 130
    done: FactId
    words: DigestOrNone = NO_DIGEST
    picture: str = ""


SayingFact = SaidHowItWas | SaidAnswered
