"""What holds of sessions now, as the store has it."""

from __future__ import annotations

from desktop.problems import NotFound
from desktop.services.week_words import by_session, in_force, last_on, usual
from desktop.store.rows_week import WordsRow
from desktop.store.store import Store
from ledger.domain.names import FactId
from ledger.domain.week import Reach
from ledger.domain.weeks import Occurrence


class Holding:
    """The words that hold, of one session or of all in a week."""

    def __init__(self, store: Store) -> None:
        self._read = store.read.week

    def at(self, at: Occurrence) -> WordsRow:
        """What holds for a session in a week. Raises NotFound: it is not there then."""
        row = in_force(self._read.words_of(at.session, from_week=at.week), at.week)
        if row is None:
            raise NotFound("This is no longer in this week. Look at the week again.")
        return row

    def known(self, at: Occurrence) -> WordsRow | None:
        """The same; None for a session that is there in other weeks. Raises NotFound: there is no such session."""
        words = self._read.words_of(at.session)
        if not words:
            raise NotFound("This session is not here. Look at the week again.")
        return in_force(words, at.week)

    def run(self, at: Occurrence) -> WordsRow:
        """What holds, with how long the session runs, which words about one week alone do not tell. Raises NotFound."""
        row = self.at(at)
        found = (
            usual(self._read.words_of(at.session, from_week=at.week), at.week) if row.reach == Reach.THIS_WEEK else None
        )
        return row if found is None else row._replace(until_week=found.until_week, every_weeks=found.every_weeks)

    def last_on(self, at: Occurrence) -> WordsRow | None:
        """What held before it was called off; None if it was never on."""
        return last_on(self._read.words_of(at.session, from_week=at.week), at.week)

    def in_week(self, week: int) -> dict[FactId, WordsRow]:
        """What holds in a week, by session."""
        said = by_session(self._read.words_about(week))
        return {session: row for session, words in said.items() if (row := in_force(words, week)) is not None}
