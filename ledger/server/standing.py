"""The rulings in force for the facts of one centre: read when they matter, said once, and kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import Row, bindparam, select

from ledger.domain.names import FactId
from ledger.domain.rulings import Outcome, Ruled, Why
from ledger.server.meeting import Meeting
from ledger.server.slips import AT_A_TIME
from ledger.server.tables import rulings
from ledger.server.touching import SlipKey
from ledger.server.upserts import replacing

NO_SLIP = SlipKey(b"", b"")
_HERE = rulings.c.centre == bindparam("centre")
_NAMED = select(rulings).where(
    _HERE, rulings.c.device == bindparam("device"), rulings.c.seq.in_(bindparam("places", expanding=True))
)
_OF_SLIP = select(rulings).where(
    _HERE, rulings.c.issuer == bindparam("issuer"), rulings.c.number == bindparam("number")
)
_PROVISIONAL = select(rulings).where(
    _HERE, rulings.c.outcome == Outcome.PROVISIONAL, rulings.c.epoch <= bindparam("closed")
)
_KEEP = replacing(rulings)


class Standing(NamedTuple):
    """A ruling in force; see `tables.rulings`."""

    fact: FactId
    outcome: Outcome
    why: Why
    home: bytes
    slip: SlipKey
    minutes: int
    epoch: int

    @property
    def is_settled(self) -> bool:
        """Whether the slip is this fact's, for good or for now."""
        return self.outcome in (Outcome.SETTLED, Outcome.PROVISIONAL)


@dataclass(slots=True)
class Rulings:
    """The rulings of one centre that one request reads or changes."""

    meeting: Meeting
    _known: dict[FactId, Standing] = field(default_factory=dict)
    _changed: set[FactId] = field(default_factory=set)

    def load(self, names: Iterable[FactId]) -> None:
        """Read what is in force for these facts."""
        for device, same in groupby(sorted(set(names)), key=lambda name: name.device):
            places = [name.seq for name in same]
            for at in range(0, len(places), AT_A_TIME):
                asked = {"centre": self.meeting.centre, "device": device, "places": places[at : at + AT_A_TIME]}
                self._hold(self.meeting.connection.execute(_NAMED, asked))

    def load_slip(self, slip: SlipKey) -> None:
        """Read what is in force for all of the centre's facts about a slip."""
        asked = {"centre": self.meeting.centre, "issuer": slip.issuer, "number": slip.number}
        self._hold(self.meeting.connection.execute(_OF_SLIP, asked))

    def of(self, fact: FactId) -> Standing | None:
        """What is in force for a fact, as far as it was read."""
        return self._known.get(fact)

    def about(self, slip: SlipKey) -> list[Standing]:
        """What is in force about a slip, as far as it was read."""
        return [each for each in self._known.values() if each.slip == slip]

    def keep(self, standing: Standing) -> None:
        """Write down a ruling without saying it: it is in the centre's feed already."""
        self._known[standing.fact] = standing
        self._changed.add(standing.fact)

    def say(self, standing: Standing) -> None:
        """Put a ruling in force, and say so unless the same was said before."""
        before = self._known.get(standing.fact)
        if before is not None and (before.outcome, before.home) == (standing.outcome, standing.home):
            self.keep(standing._replace(why=before.why, epoch=before.epoch))
            return
        self.keep(standing)
        home = b"" if standing.home == self.meeting.centre else standing.home
        self.meeting.said.append(Ruled(standing.fact, standing.outcome, standing.why, home))
        word = standing.outcome.name.lower()
        self.meeting.rulings[word] = self.meeting.rulings.get(word, 0) + 1

    def finish_provisional(self) -> None:
        """The window is closed: what was provisional is settled."""
        partition, closed = self.meeting.partition, self.meeting.own.closed
        if partition.closed < closed:
            self._hold(self.meeting.connection.execute(_PROVISIONAL, {"centre": self.meeting.centre, "closed": closed}))
            for each in list(self._known.values()):
                if each.outcome == Outcome.PROVISIONAL and each.epoch <= closed:
                    self.say(each._replace(outcome=Outcome.SETTLED, epoch=self.meeting.own.epoch))
            partition.closed = closed

    def save(self) -> None:
        """Write what changed."""
        _KEEP.run(self.meeting.connection, [self._row(self._known[fact]) for fact in sorted(self._changed)])
        self._changed.clear()

    def _hold(self, rows: Iterable[Row[Any]]) -> None:
        for row in rows:
            fact = FactId(row.device, row.seq)
            if fact not in self._known:
                slip = SlipKey(row.issuer, row.number)
                outcome, why = Outcome(row.outcome), Why(row.why)
                self._known[fact] = Standing(fact, outcome, why, row.home, slip, row.minutes, row.epoch)

    def _row(self, each: Standing) -> dict[str, Any]:
        return {
            "centre": self.meeting.centre,
            "device": each.fact.device,
            "seq": each.fact.seq,
            "outcome": int(each.outcome),
            "why": int(each.why),
            "home": each.home,
            "issuer": each.slip.issuer,
            "number": each.slip.number,
            "minutes": each.minutes,
            "epoch": each.epoch,
        }
