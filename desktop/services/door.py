"""A venue's door: slips are checked and taken in for the venue; there are no members here and no credits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time
from typing import Final, NamedTuple

from desktop.changes import Changes
from desktop.clock import MS
from desktop.problems import NotFound
from desktop.services.elsewhere import Elsewhere
from desktop.services.faces import Faces
from desktop.services.redeeming import Redeemed, Redeeming
from desktop.services.righting import Righting
from desktop.services.seen import TakenSeen
from desktop.services.verdicts import Outcome, Verdict, Verdicts
from desktop.store.rows import RedeemedRow
from desktop.store.store import Store
from ledger.domain.facts import Reason, SlipRedeemed
from ledger.domain.names import FactId
from ledger.domain.slips import day_of
from ledger.wire.code import code_of
from ledger.wire.token import PREFIX, TOKEN_LETTERS

_TOKEN: Final = re.compile(rf"{PREFIX}[0-9A-Z]{{{TOKEN_LETTERS}}}", re.IGNORECASE)


class Venue(NamedTuple):
    """The venue whose door this is; number: what its slips carry."""

    name: str
    number: int


class Held(NamedTuple):
    """One good slip of those somebody holds; draft: of taking it in."""

    text: str
    verdict: Verdict
    draft: str


class Taking(NamedTuple):
    """What came of taking slips in: those that are in, and the answer to the first that is not, None if all are."""

    taken: tuple[Redeemed, ...]
    refused: Verdict | None = None


class Door:
    """What can be done at a door. A visit there is what somebody holds out at once, a family of four its four slips."""

    def __init__(self, store: Store, faces: Faces) -> None:
        self._store = store
        self._verdicts = Verdicts(store)
        self._redeeming = Redeeming(store, faces)
        self._righting = Righting(store)
        self._elsewhere = Elsewhere(store)

    @property
    def venue(self) -> Venue:
        """Whose door it is; at a centre its own name, and number 0."""
        door = self._store.read.door()
        return Venue(self._store.centre_name, 0) if door is None else Venue(door.name, door.number)

    @property
    def is_desk(self) -> bool:
        """Whether slips are checked at a centre, and pay for what there is; a venue's door takes them for its venue."""
        return self._store.read.door() is None

    def check(self, text: str, hand: Sequence[Held] = ()) -> Verdict:
        """What a scanned token or a typed code is worth here; changes nothing, never raises for what was shown.

        hand: good slips of the same visit that are not taken in yet; they count against its limits.
        """
        verdict = self._verdicts.of(text, venue=self.venue.number)
        if not _counts(verdict):
            return verdict
        credit = self._store.rules.credit_minutes
        minutes = sum(
            -(-one.minutes // credit) * credit for one in (*(held.verdict for held in hand), verdict) if _counts(one)
        )
        is_within = minutes <= self._store.rules.others_visit_credits * credit
        if is_within and self._elsewhere.has_room(minutes, None):
            return verdict
        return replace(verdict, outcome=Outcome.ASK_WORKER)

    def take(self, text: str, draft_id: str) -> Redeemed:
        """Take a slip in, whole, for the venue; the same draft twice is one."""
        return self._redeeming.to_venue(text, self.venue.number, draft_id)

    def take_all(self, hand: Sequence[Held]) -> Taking:
        """Take in what somebody holds, in one commit; each slip with its own draft, so that twice is once."""
        done: list[Redeemed] = []
        refused: Verdict | None = None
        with self._store.together():
            for held in hand:
                redeemed = self.take(held.text, held.draft)
                if redeemed.changes is not None:
                    done.append(redeemed)
                else:
                    refused = refused or redeemed.verdict
        return Taking(tuple(done), refused)

    def undo_all(self, facts: Sequence[FactId]) -> None:
        """Take back what was taken in together, in one commit. Raises NotAllowed, NotFound: nothing was taken back."""
        with self._store.together():
            for fact in facts:
                self.undo(fact)

    def undo(self, fact: FactId) -> Changes:
        """Take back that a slip was taken; pressed twice it is one. Raises NotAllowed, NotFound."""
        with self._store.writing(f"undo:{fact.text}") as facts:
            if not facts.is_repeat:
                self._righting.write(facts, self._righting.target(fact), Reason.UNDO)
        return facts.changes

    def taken_today(self) -> list[TakenSeen]:
        """What was taken since midnight, latest first, what was taken back since too."""
        midnight = datetime.combine(day_of(self._store.today()), time()).astimezone()
        rows = self._store.read.taken_since(round(midnight.timestamp() * MS))
        return [seen for row in rows if (seen := self._seen(row)) is not None]

    def _seen(self, row: RedeemedRow) -> TakenSeen | None:
        # After a restore a name may stand for another fact than the one remembered.
        try:
            said = self._store.read.entry(row.fact).fact
        except NotFound:
            return None
        if not isinstance(said, SlipRedeemed):
            return None
        is_undone = self._store.read.undone_by(row.fact) is not None
        minutes = said.member_minutes + said.offer_minutes + said.venue_minutes
        return TakenSeen(row.fact, code_of(row.number), minutes, row.at_ms, is_undone)


def slips_in(text: str) -> list[str]:
    """The slips that a message has in it, each once; the text itself where it has none."""
    return list(dict.fromkeys(_TOKEN.findall(text))) or [text]


def _counts(verdict: Verdict) -> bool:
    """Whether a slip counts against the limits: open, good, and of another centre as far as is known here."""
    return verdict.is_later and verdict.slip is not None and not verdict.slip.venue
