"""Judging a claim on a slip: who has the slip, who is paid by goodwill, and who is refused; nothing is changed here.

The rules are ledger.md's. What it does to the slip, and who hears of it, is `deciding`'s.
"""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.facts import Confirmed
from ledger.domain.rulings import Outcome, Why
from ledger.server.meeting import Meeting
from ledger.server.slips import Claimant, Issuer, Slip
from ledger.server.standing import Rulings, Standing
from ledger.server.touching import Touch

Verdict = tuple[Outcome, Why]


@dataclass(frozen=True, slots=True)
class Judging:
    """What the claims of one request are judged by. issuers: those that the network lists."""

    meeting: Meeting
    rulings: Rulings
    issuers: dict[bytes, Issuer]

    def home_of(self, slip: Slip) -> bytes:
        """The centre whose slip it is; empty while neither its key nor its print is known."""
        issuer = self.issuers.get(slip.key.issuer)
        if issuer is not None:
            return issuer.centre
        return b"" if slip.printed is None else slip.printed.centre

    def judge(self, touch: Touch, slip: Slip) -> Verdict:
        """Whether a claim that is ruled for the first time has the slip, and why."""
        home, issuer = self.home_of(slip), self.issuers.get(slip.key.issuer)
        is_home = home == touch.centre
        if touch.is_note and (like := self._same_pc_lost(touch)) is not None:
            return self._follows(touch, slip, like)
        if issuer is not None and not issuer.is_good(slip.key.number) and not (is_home and slip.printed):
            return _lost(touch, Why.REVOKED)
        if slip.printed and slip.venue and slip.venue not in touch.venues and not (is_home and touch.is_undoing):
            return _lost(touch, Why.OTHER_PLACE)
        if slip.printed and touch.minutes + _noted(touch, slip) > slip.minutes:
            return _lost(touch, Why.TOO_MUCH)
        if slip.claim is not None and not _is_rest(touch, slip.claim):
            return _lost(touch, Why.TAKEN_BEFORE)
        is_provisional = self.meeting.own.is_open and not slip.venue
        return (Outcome.PROVISIONAL if is_provisional else Outcome.SETTLED), Why.FIRST

    def _same_pc_lost(self, touch: Touch) -> Standing | None:
        """The ruling by which the same PC's redemption of the slip was paid by goodwill."""
        for each in self.rulings.about(touch.slip):
            if each.fact.device == touch.fact.device and each.outcome == Outcome.GOODWILL and each.minutes > 0:
                return each
        return None

    def _follows(self, touch: Touch, slip: Slip, like: Standing) -> Verdict:
        same = [each for each in self.rulings.about(touch.slip) if each.fact.device == touch.fact.device]
        paid = sum(each.minutes for each in same if each.outcome == Outcome.GOODWILL)
        if slip.printed and paid + touch.minutes > slip.minutes:
            return Outcome.REFUSED, Why.TOO_MUCH
        return Outcome.GOODWILL, like.why


def is_same_pc(one: Claimant, other: Claimant) -> bool:
    """Whether two facts were written on one PC of one centre."""
    return (one.centre, one.fact.device) == (other.centre, other.fact.device)


def goes_on(touch: Touch, claim: Claimant) -> bool:
    """Whether a worker said yes to the very void that has the slip."""
    return touch.kind == Confirmed.kind and touch.named == claim.fact and claim.centre == touch.centre


def _lost(touch: Touch, why: Why) -> Verdict:
    # What waited for the ruling has not counted for anybody: it need not be paid.
    return (Outcome.REFUSED if touch.is_waiting else Outcome.GOODWILL), why


def _is_rest(touch: Touch, claim: Claimant) -> bool:
    """Whether it is the rest of a slip that the same PC took."""
    return touch.is_note and is_same_pc(claim, Claimant(touch.centre, touch.fact))


def _noted(touch: Touch, slip: Slip) -> int:
    return slip.claim_minutes if slip.claim is not None and _is_rest(touch, slip.claim) else 0
