"""What members say of what they did, as services hand it to screens: frozen, plain and complete."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from desktop.changes import Changes
from desktop.services.seen import Pic
from desktop.services.week_seen import ActivitySeen, SessionSeen
from ledger.domain.saying import HowItWas


class AnswerSeen(NamedTuple):
    """That a worker has read it; words, pic: what they told the member, "" and None for nothing."""

    words: str = ""
    pic: Pic | None = None


@dataclass(frozen=True, slots=True)
class CameSeen:
    """A time of a session that a member came to, and is over. how: what they said of it. answer: None if unread."""

    session: SessionSeen
    how: HowItWas = HowItWas.NOT_SAID
    answer: AnswerSeen | None = None


@dataclass(frozen=True, slots=True)
class SaidSeen:
    """What a member has just said. changes: none if they had said the same before."""

    came: CameSeen
    changes: Changes


class CountsSeen(NamedTuple):
    """What members said of one activity. counts: how many answers for each face; None: too few members to be told."""

    activity: ActivitySeen
    counts: dict[HowItWas, int] | None


class SaidOfAll(NamedTuple):
    """What members said since a day, activity by activity, in the order of their names; only those with answers."""

    since: date
    activities: tuple[CountsSeen, ...]
