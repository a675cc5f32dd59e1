"""Deciding who a slip belongs to: the facts of one request, in order, over the slips they touch.

The rules are ledger.md's. The first to arrive settles; of two settlements that both were signed, the earlier epoch's
stands. Whoever loses is paid by the network's goodwill, and nobody is accused. `judging` says who has a slip; what
follows for the slip, and who hears of it, is here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import InitVar, dataclass, field
from typing import Any

from ledger.domain.names import FactId
from ledger.domain.rulings import Outcome, Why
from ledger.server import inbox, slips
from ledger.server.judging import Judging, Verdict, goes_on, is_same_pc
from ledger.server.meeting import Meeting
from ledger.server.slips import Claimant, Issuer, Slip
from ledger.server.standing import Rulings, Standing
from ledger.server.touching import SlipKey, Touch


def decide(meeting: Meeting, rulings: Rulings, touches: Sequence[Touch]) -> None:
    """Rule on what new batches did to slips; writes slips, leaves rows for other centres, and says rulings."""
    if not touches:
        return
    issuers = slips.issuers_of(meeting.connection, {touch.slip.issuer for touch in touches})
    may_print = {
        name for name in {t.slip.issuer for t in touches if t.is_print} if _may_print(meeting, issuers.get(name))
    }
    counted = [touch for touch in touches if not touch.is_print or touch.slip.issuer in may_print]
    held = slips.enter(meeting.connection, counted)
    rulings.load(_names_to_know(meeting, counted))
    for slip in {touch.slip for touch in counted if touch.is_note}:
        rulings.load_slip(slip)
    deciding = Deciding(meeting, rulings, issuers, held)
    for touch in counted:
        deciding.take(touch)
    deciding.save()


def _may_print(meeting: Meeting, issuer: Issuer | None) -> bool:
    return meeting.partition.is_centre and (issuer is None or issuer.centre == meeting.centre)


def _names_to_know(meeting: Meeting, touches: Sequence[Touch]) -> list[FactId]:
    # In the first epoch no ruling can be older than its fact, so that new claims need not be looked up.
    named = [touch.named for touch in touches if touch.named is not None]
    return named if meeting.own.epoch == 1 else [*named, *(touch.fact for touch in touches if not touch.is_print)]


@dataclass(slots=True)
class Deciding:
    """The slips of one request, and what it decides about them. issuers: those that the network lists."""

    meeting: Meeting
    rulings: Rulings
    issuers: InitVar[dict[bytes, Issuer]]
    held: dict[SlipKey, Slip]
    judging: Judging = field(init=False)
    left: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self, issuers: dict[bytes, Issuer]) -> None:
        """Judge by the same rulings that are said here."""
        self.judging = Judging(self.meeting, self.rulings, issuers)

    def take(self, touch: Touch) -> None:
        """One fact."""
        slip = self.held.get(touch.slip)
        if slip is None:
            return
        if touch.is_print:
            self._print(touch, slip)
        elif touch.is_back:
            self._give_back(touch, slip)
        else:
            self._claim(touch, slip)

    def settle(self, by: Claimant, slip: Slip, minutes: int, *, epoch: int, venue: int = 0) -> bool:
        """A settlement that was signed in an epoch comes back: it stands unless an earlier one does."""
        if slip.claim is not None and is_same_pc(slip.claim, by):
            slip.claim_minutes = max(slip.claim_minutes, _taken_by(self.meeting, self.rulings, by, slip))
            slip.claim_epoch, slip.has_changed = min(slip.claim_epoch, epoch), True
            return True
        if slip.claim is not None and slip.claim_epoch <= epoch:
            return False
        before, taken = slip.claim, slip.claim_minutes
        slip.take(by, minutes, venue=venue, epoch=epoch)
        if before is not None:
            self.lose(before, slip, taken, Why.EARLIER_EPOCH)
        return True

    def lose(self, by: Claimant, slip: Slip, minutes: int, why: Why) -> None:
        """A fact that had the slip has it no more: goodwill pays what it took."""
        self.left.append(inbox.ruled(by, (Outcome.GOODWILL, why), slip.key, minutes, home=self.judging.home_of(slip)))
        self._untake(by, slip, minutes, why)
        home = self.judging.home_of(slip)
        if home and self.meeting.own.epoch > 1:
            # What else was told of that PC goes too: after a restore its place may hold another fact, and none comes.
            for fact, part in inbox.parts_told(self.meeting.connection, home, by.fact.device, slip.key):
                self._untake(Claimant(by.centre, fact), slip, part, why)

    def tell_home(self, by: Claimant, slip: Slip, minutes: int) -> None:
        """The slip's own centre hears that it was taken elsewhere."""
        home = self.judging.home_of(slip)
        if home and home != by.centre:
            seen = slip.printed is not None
            self.left.append(inbox.taken(home, by, slip.key, minutes, is_issue_seen=seen))

    def save(self) -> None:
        """Write slips and rows for other centres."""
        slips.save(self.meeting.connection, [self.held[key] for key in sorted(self.held)])
        inbox.leave(self.meeting, self.left)

    def _print(self, touch: Touch, slip: Slip) -> None:
        """A print that comes after the slip was claimed: what could not be known then is known now."""
        by = slip.claim
        if by is None or slip.printed != Claimant(touch.centre, touch.fact):
            return
        is_elsewhere = by.centre != self.judging.home_of(slip)
        wrong = Why.TOO_MUCH if slip.claim_minutes > slip.minutes else None
        if slip.venue and is_elsewhere and slip.claim_venue != slip.venue:
            wrong = Why.OTHER_PLACE
        if wrong is not None:
            taken = slip.claim_minutes
            slip.free()
            self.lose(by, slip, taken, wrong)

    def _claim(self, touch: Touch, slip: Slip) -> None:
        by, home = Claimant(touch.centre, touch.fact), self.judging.home_of(slip)
        before = self.rulings.of(touch.fact)
        if before is not None:
            self._come_back(touch, slip, before)
            return
        if self._is_told(touch, by, slip):
            self._say_told(touch, slip)
            return
        if slip.claim is not None and goes_on(touch, slip.claim):
            slip.claim, slip.has_changed = by, True
            return
        verdict = self.judging.judge(touch, slip)
        is_settled = verdict[0] in (Outcome.SETTLED, Outcome.PROVISIONAL)
        if is_settled:
            self._hold(touch, slip)
            self.tell_home(by, slip, touch.minutes)
        # A claim on a key that no list holds yet is ruled when it is listed, and told to its home then (listing.py).
        if is_settled and not touch.is_waiting and home in (b"", touch.centre):
            return
        self.rulings.say(self._standing(touch.fact, slip, touch.minutes, verdict))

    def _is_told(self, touch: Touch, by: Claimant, slip: Slip) -> bool:
        """Whether a restored ledger knows from the slip's own centre that this fact has it, or its rest."""
        if slip.claim is None or not is_same_pc(slip.claim, by) or self.meeting.own.epoch == 1:
            return False
        home = self.judging.home_of(slip)
        return slip.claim == by or (touch.is_note and inbox.is_told(self.meeting.connection, home, touch.fact))

    def _say_told(self, touch: Touch, slip: Slip) -> None:
        """Who wrote it was never told, or has not given that back."""
        verdict = (Outcome.SETTLED, Why.FIRST)
        standing = self._standing(touch.fact, slip, touch.minutes, verdict)
        self.rulings.say(standing._replace(epoch=slip.claim_epoch))

    def _come_back(self, touch: Touch, slip: Slip, before: Standing) -> None:
        """A fact whose ruling was returned to a restored ledger before the fact itself."""
        by = Claimant(touch.centre, touch.fact)
        self.rulings.keep(before._replace(slip=slip.key, minutes=touch.minutes))
        if not before.is_settled:
            return
        venue = min(touch.venues, default=0)
        if self.settle(by, slip, touch.minutes, epoch=before.epoch, venue=venue):
            self.tell_home(by, slip, touch.minutes)
        else:
            self.lose(by, slip, touch.minutes, Why.EARLIER_EPOCH)

    def _hold(self, touch: Touch, slip: Slip) -> None:
        if slip.claim is not None:
            slip.claim_minutes, slip.has_changed = slip.claim_minutes + touch.minutes, True
            return
        venue = slip.venue if slip.venue in touch.venues else min(touch.venues, default=0)
        by = Claimant(touch.centre, touch.fact)
        slip.take(by, touch.minutes, venue=venue, epoch=self.meeting.own.epoch)

    def _give_back(self, touch: Touch, slip: Slip) -> None:
        """What a fact took is put right: the slip is good again, or goodwill has it back."""
        named = touch.named
        if named is None:
            return
        ruled, by = self.rulings.of(named), Claimant(touch.centre, named)
        if slip.claim == by or (slip.claim is not None and ruled is not None and self._is_part(ruled, slip.claim)):
            slip.claim_minutes, slip.has_changed = slip.claim_minutes - touch.minutes, True
            if slip.claim_minutes <= 0:
                slip.free()
            self._untake(by, slip, touch.minutes, Why.GIVEN_BACK)
            if self.meeting.own.epoch > 1:
                # That it was taken may be returned yet, by its own centre or by this one: it is not taken again then.
                self.left.append(inbox.given_back(by, slip.key, touch.minutes))
        if ruled is not None and ruled.slip == slip.key:
            verdict = (ruled.outcome, Why.GIVEN_BACK)
            self.rulings.say(self._standing(touch.fact, slip, -touch.minutes, verdict))

    def _is_part(self, ruled: Standing, claim: Claimant) -> bool:
        """Whether it is settled, of the slip that the same PC has: a credit note."""
        return ruled.is_settled and claim.centre == self.meeting.centre and claim.fact.device == ruled.fact.device

    def _untake(self, by: Claimant, slip: Slip, minutes: int, why: Why) -> None:
        home = self.judging.home_of(slip)
        if home and home != by.centre:
            self.left.append(inbox.untaken(home, by, slip.key, minutes, why=why))

    def _standing(self, fact: FactId, slip: Slip, minutes: int, verdict: Verdict) -> Standing:
        outcome, why = verdict
        return Standing(fact, outcome, why, self.judging.home_of(slip), slip.key, minutes, self.meeting.own.epoch)


def _taken_by(meeting: Meeting, rulings: Rulings, by: Claimant, slip: Slip) -> int:
    """What a PC took of a slip and did not give back, as far as its centre, or the slip's own, has brought it back."""
    if by.centre != meeting.centre:
        return inbox.told_minutes(meeting.connection, meeting.centre, by.fact.device, slip.key)
    rulings.load_slip(slip.key)
    same = [each for each in rulings.about(slip.key) if each.fact.device == by.fact.device]
    took = [each for each in same if each.is_settled and each.minutes > 0]
    return sum(each.minutes for each in took if not inbox.is_given_back(meeting.connection, each.fact))
