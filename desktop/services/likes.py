"""What a member likes to do at a time of the week: what they chose there most often."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Final

from desktop.services.week_days import week_number
from desktop.services.week_seen import PlaceSeen
from desktop.services.week_words import in_force
from desktop.store.store import Store
from ledger.domain.names import FactId
from ledger.domain.week import Choice
from ledger.domain.weeks import part_of

WEEKS_BACK: Final = 26
"""Half a year: long enough for a habit, short enough for a change of mind."""


class Likes:
    """Counts choices of the weeks before."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def at(self, member: FactId, place: PlaceSeen) -> Counter[FactId]:
        """How often a member chose each activity at this weekday and part of the day, in the half year before."""
        week = week_number(place.day)
        chosen: defaultdict[FactId, list[int]] = defaultdict(list)
        for row in self._store.read.week.choices_of(member, max(0, week - WEEKS_BACK), week - 1):
            if row.choice == Choice.GOING:
                chosen[row.session].append(row.week)
        found: Counter[FactId] = Counter()
        for session, weeks in chosen.items():
            words = self._store.read.week.words_of(session, from_week=week - WEEKS_BACK)
            for of_week in weeks:
                said = in_force(words, of_week)
                if said and said.day == place.day.weekday() and part_of(said.start_minute) == place.part:
                    found[said.activity] += 1
        return found
