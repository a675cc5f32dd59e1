"""Credits for being there: what a session counts as, given once to each who came."""

from __future__ import annotations

from typing import Final, NamedTuple

from desktop.problems import NotAllowed
from desktop.services.week_now import moment_ms
from desktop.services.week_seen import SessionSeen
from desktop.store.store import Store
from ledger.domain.facts import Contributed
from ledger.domain.names import FactId
from ledger.domain.rules import CentreRules

MINUTES_A_DAY: Final = 24 * 60
_LOOKED_BACK: Final = 200
"""How many of a member's latest movements tell whether it was given already, at this PC or another."""


class Earned(NamedTuple):
    """What came of it. minutes: for each. given: who got them now; already: who had them, or had said it themselves."""

    minutes: int
    given: tuple[FactId, ...] = ()
    already: tuple[FactId, ...] = ()
    facts: tuple[FactId, ...] = ()


class Earning:
    """Gives credits for sessions."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def give(self, session: SessionSeen, came: list[FactId]) -> Earned:
        """Give each who came the length of the session, as a worker's own entry of that time.

        Somebody who helped with the same on that day already, said by themselves or given at another PC, has had it.

        Raises:
            NotAllowed: it earns nothing, or has not begun.
        """
        if session.task is None:
            raise NotAllowed(f"{session.activity.label} earns no credits. Say so in the week if it should.")
        begins_ms = moment_ms(session.day, session.start_minute)
        if begins_ms > self._store.clock.now_ms():
            raise NotAllowed(f"{session.activity.label} has not begun yet. Give the credits when people came.")
        minutes = in_steps(self._store.rules, session.minutes)
        given, already, written = [], [], []
        with self._store.together():
            for member in dict.fromkeys(came):
                draft = f"attended:{session.at.session.text}:{session.at.week}:{member.text}"
                if self._store.count(draft) or self._has_it(member, session):
                    already.append(member)
                    continue
                with self._store.writing(draft, at_ms=begins_ms) as facts:
                    written.append(facts.add(Contributed(member, session.task, minutes)))
                given.append(member)
        return Earned(minutes, tuple(given), tuple(already), tuple(written))

    def _has_it(self, member: FactId, session: SessionSeen) -> bool:
        first_ms, end_ms = moment_ms(session.day), moment_ms(session.day, MINUTES_A_DAY)
        rows = self._store.read.movements(member, _LOOKED_BACK)
        return any(
            row.what == "helped"
            and row.subject == session.task
            and first_ms <= row.at_ms < end_ms
            and not row.undone_by
            for row in rows
        )


def in_steps(rules: CentreRules, minutes: int) -> int:
    """The nearest time that can be given: whole steps of the centre, one at least."""
    steps = max(1, round(minutes / rules.step_minutes))
    return steps * rules.step_minutes
