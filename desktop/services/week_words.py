"""Which words hold for a session in a week: the rule of `ledger.domain.week`, over rows of the store.

The last words about the week alone hold; else those from now on that began last before it, unless they have ended or
it is a week they leave out. Words from now on that were said later than words about the same week alone replace them.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter

from desktop.store.rows_week import WordsRow
from ledger.domain.names import FactId
from ledger.domain.week import Reach


def in_force(words: Iterable[WordsRow], week: int) -> WordsRow | None:
    """What holds for one session in a week; None if it is not there. words: all that was said of it, or may hold."""
    once = about(words := tuple(words), week, Reach.THIS_WEEK)
    usual = _from_now_on(words, week)
    if once is not None and (usual is None or usual.week != week or usual.place < once.place):
        return once
    return usual if usual is not None and _is_there(usual, week) else None


def usual(words: Iterable[WordsRow], week: int) -> WordsRow | None:
    """What would hold if nothing were said of this week alone."""
    found = _from_now_on(words, week)
    return found if found is not None and _is_there(found, week) else None


def last_on(words: Iterable[WordsRow], week: int) -> WordsRow | None:
    """What would hold if it had never been called off."""
    return in_force((row for row in words if row.is_on), week)


def about(words: Iterable[WordsRow], week: int, reach: Reach) -> WordsRow | None:
    """The last words of this reach that name just this week, and were not taken back."""
    said = (row for row in words if row.back_by is None and row.reach == reach and row.week == week)
    return max(said, key=attrgetter("place"), default=None)


def by_session(words: Iterable[WordsRow]) -> dict[FactId, list[WordsRow]]:
    """Words of many sessions, session by session."""
    ordered = sorted(words, key=attrgetter("session", "place"))
    return {session: list(rows) for session, rows in groupby(ordered, key=attrgetter("session"))}


def _from_now_on(words: Iterable[WordsRow], week: int) -> WordsRow | None:
    said = (row for row in words if row.back_by is None and row.reach == Reach.FROM_NOW_ON and row.week <= week)
    return max(said, key=attrgetter("week", "place"), default=None)


def _is_there(row: WordsRow, week: int) -> bool:
    is_over = row.until_week and week > row.until_week
    return not is_over and (week - row.week) % row.every_weeks == 0
