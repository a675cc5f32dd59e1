"""Choosing activities: what I can do next, yes, not today, another one; changed any time until it starts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop.changes import Changes
from desktop.services.choice_taps import Tap
from desktop.services.choices_by_staff import StaffChoices
from desktop.services.choosing_board import Board
from desktop.services.sitting import Sitting
from desktop.services.week_now import monday_of
from desktop.services.week_seen import ActivitySeen, ChoosingSeen, PlaceSeen
from desktop.store.store import Store
from ledger.domain.names import FactId
from ledger.domain.week import Wished
from ledger.domain.weeks import Occurrence

if TYPE_CHECKING:
    from desktop.services.activities import Activities
    from desktop.services.week import Weeks


class Choices(StaffChoices):
    """What members choose, and staff for them. A choice is for one time of a session, wherever that is moved.

    A press that changes nothing, such as choosing what is chosen, answers with no facts.
    """

    def __init__(self, store: Store, weeks: Weeks, activities: Activities) -> None:
        super().__init__(store, weeks)
        self._activities = activities
        self._board = Board(store, weeks)

    def next_place(self, sitting: Sitting) -> PlaceSeen | None:
        """The next part of a day for which the member has said nothing yet; None if there is none in three weeks."""
        return self._board.next_place(sitting.member)

    def days(self, sitting: Sitting) -> list[date]:  # noqa: ARG002  all members have the same days, as yet
        """The days on which something is to begin, this week and the next two."""
        return self._board.days()

    def places(self, sitting: Sitting, monday: date) -> list[PlaceSeen]:  # noqa: ARG002  the same
        """The parts of days of a week in which something is to begin."""
        return self._board.places(monday)

    def parts(self, sitting: Sitting, day: date) -> list[PlaceSeen]:
        """The parts of one day in which something is to begin."""
        return [place for place in self.places(sitting, monday_of(day)) if place.day == day]

    def choosing(self, sitting: Sitting, place: PlaceSeen, most: int = 4, skip: int = 0) -> ChoosingSeen:
        """What can be chosen for a part of a day: at most so many, after the first so many."""
        return self._board.choosing(sitting.member, place, most, skip)

    def choose(self, sitting: Sitting, draft_id: str, at: Occurrence) -> Changes:
        """Go to a session, and let go what was chosen for the same time; chosen already, it stays.

        Raises:
            Full, TooLate, CalledOff. NotEnough: they have less than its price. NoPurse: nothing is paid at this PC.
            NotFound: there is no such session that week.
        """
        return self._taps.go(Tap.of(sitting, draft_id), at)

    def put_on_list(self, sitting: Sitting, draft_id: str, at: Occurrence) -> Changes:
        """Wait for a place; what else is chosen for that time stays until there is one.

        Raises:
            TooLate, CalledOff, NotFound.
        """
        return self._taps.wait(Tap.of(sitting, draft_id), at)

    def let_go(self, sitting: Sitting, draft_id: str, at: Occurrence) -> Changes:
        """Let a session, or a place on its list, go; what it cost comes back. Raises TooLate."""
        return self._taps.let_go(Tap.of(sitting, draft_id), at)

    def not_today(self, sitting: Sitting, draft_id: str, place: PlaceSeen) -> Changes:
        """Do nothing in a part of a day: what is chosen there and has not begun is let go. Raises TooLate."""
        return self._taps.do_nothing(Tap.of(sitting, draft_id), place)

    def undo(self, sitting: Sitting, draft_id: str, changes: Changes) -> Changes:  # noqa: ARG002  one press, one undo
        """Take back all that one press of this visit did: what was before holds again, what was paid comes back.

        Raises:
            NotAllowed: it was not done in this visit. Full: somebody else has the place by now. NotEnough.
        """
        return self._taps.undo(sitting, changes)

    def wishes(self, sitting: Sitting) -> list[tuple[ActivitySeen, bool]]:
        """Every activity that is kept, in one order, and whether the member would like to try it."""
        wished = set(self._store.read.week.wishes(sitting.member))
        return [(activity, activity.id in wished) for activity in self._activities.all()]

    def wish(self, sitting: Sitting, draft_id: str, activity: FactId, *, is_wished: bool) -> Changes:
        """Say that the member would like to try an activity, or no longer. Raises NotFound."""
        is_so = (activity in self._store.read.week.wishes(sitting.member)) == is_wished
        if is_so and not self._store.count(draft_id):
            return Changes()
        with self._store.writing(draft_id, assisted_by=sitting.assisted_by) as facts:
            if not facts.is_repeat:
                facts.add(Wished(sitting.member, activity, is_wished))
        return facts.changes
