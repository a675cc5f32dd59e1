"""How choices are put before a member: what stands first, what is new this week, who has the next free place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import Final

from desktop.services.week_seen import OptionSeen, PlaceSeen, SessionSeen
from ledger.domain.names import FactId
from ledger.domain.week import Choice
from ledger.domain.weeks import Occurrence, part_of

FIRST_PAGE: Final = 4
"""How many activities a page shows."""
_OWN_FIRST: Final = {Choice.GOING: 0, Choice.LISTED: 1, Choice.NO: 2}


def place_of(session: SessionSeen) -> PlaceSeen:
    """The part of a day a session lies in."""
    return PlaceSeen(session.day, part_of(session.start_minute))


def overlap(one: SessionSeen, other: SessionSeen) -> bool:
    """Whether nobody can be at both from beginning to end."""
    is_same_day = one.day == other.day
    return is_same_day and one.start_minute < other.end_minute and other.start_minute < one.end_minute


def in_order(options: Iterable[OptionSeen], likes: Mapping[FactId, int]) -> list[OptionSeen]:
    """What the member chose themselves first, then what they chose most often at this time of the week, then the rest.

    likes: how often they chose an activity at this time of the week. What is new this week is the last on the first
    page, so that it is seen without turning one. The rest keeps one order every week.
    """
    order = sorted(
        options,
        key=lambda option: (
            _OWN_FIRST[option.choice],
            -likes.get(option.session.activity.id, 0),
            option.session.start_minute,
            option.session.at.session,
        ),
    )
    at = next((place for place, option in enumerate(order) if option.is_new), 0)
    if at >= FIRST_PAGE:
        order.insert(FIRST_PAGE - 1, order.pop(at))
    return order


def something_new(
    member: FactId, week: int, sessions: Iterable[SessionSeen], known: Collection[FactId]
) -> Occurrence | None:
    """The one session of a week that is shown as something new; None if there is nothing new for this member.

    known: activities they chose or came to in other weeks. Every session draws a number from the member, the week and
    itself, and the highest is it: the same whenever it is asked for, another for each member and each week, and other
    sessions coming or going seldom move it.
    """
    fitting = [one.at for one in sessions if one.is_on and not one.is_closed and one.activity.id not in known]
    return max(fitting, key=lambda at: (_drawn(member, week, at.session), at.session), default=None)


def _drawn(member: FactId, week: int, session: FactId) -> bytes:
    return blake2b(f"{member.text} {week} {session.text}".encode(), digest_size=8).digest()


def has_place(places: int, asked: Sequence[tuple[FactId, Choice]], member: FactId) -> bool:
    """Whether a member may have a place now.

    asked: who is going or waits, in the order of asking. A place that comes free is kept for those who wait, in their
    order: nobody who is quicker at the screen goes before them.
    """
    if (member, Choice.GOING) in asked:
        return True
    free = places - sum(choice == Choice.GOING for _, choice in asked)
    waiting = [one for one, choice in asked if choice == Choice.LISTED]
    ahead = waiting.index(member) if member in waiting else len(waiting)
    return ahead < free


def marked_new(options: Iterable[OptionSeen], new: Occurrence | None) -> list[OptionSeen]:
    """The same options, the new one marked."""
    return [replace(option, is_new=True) if option.session.at == new else option for option in options]
