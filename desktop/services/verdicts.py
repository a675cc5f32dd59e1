"""The one answer to a slip that is shown: good, used, void, foreign, no slip at all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum, unique
from typing import Final

from desktop.clock import MS, local_day
from desktop.problems import NotFound
from desktop.services.sitting import Sitting
from desktop.store.rows import SlipRow
from desktop.store.store import Store
from ledger.domain.facts import SlipRedeemed, SlipVoided
from ledger.domain.names import FactId
from ledger.domain.slips import Slip, day_number
from ledger.wire.code import NotACode, number_of
from ledger.wire.token import NotASlip, ReadToken, read_token

JUST_NOW_MS: Final = 10 * 60 * MS
"""How long a slip that is shown again counts as the same hand, not as used before."""


@unique
class Outcome(StrEnum):
    """What the door answers to a slip."""

    OK = "ok"
    OK_CHECK = "ok_check"
    ALREADY = "already"
    USED = "used"
    VOID = "void"
    OVER = "over"
    FOREIGN = "foreign"
    NOT_A_SLIP = "not_a_slip"
    WRONG_PLACE = "wrong_place"


@dataclass(frozen=True, slots=True)
class SlipShown:
    """Which slip was shown; issued_day, expires_day: days since 1 January 2020, 0 for never. venue: 0 if open."""

    issuer: bytes
    number: int
    minutes: int
    issued_day: int
    expires_day: int = 0
    venue: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """One answer to one slip.

    minutes: what it is good for, 0 if that is not known. when_ms: when it was handed in or made void, 0 if it was not.
    place: the venue's name of a bound slip, "" for any. slip: None if it is no slip of this centre.
    """

    outcome: Outcome
    minutes: int = 0
    when_ms: int = 0
    place: str = ""
    slip: SlipShown | None = None

    @property
    def is_good(self) -> bool:
        """Whether it can be handed in."""
        return self.outcome in (Outcome.OK, Outcome.OK_CHECK)


class Verdicts:
    """Judges what was scanned or typed; changes nothing and never raises for what was shown."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, text: str, sitting: Sitting | None = None, *, venue: int = 0) -> Verdict:
        """The answer; venue: the number of the place it is to be spent at, 0 for the centre."""
        shown = self._shown(text)
        if isinstance(shown, Outcome):
            return Verdict(shown)
        verdict = Verdict(Outcome.OK, shown.minutes, 0, self._place(shown.venue), shown)
        closed = self._closed(shown, sitting)
        if closed is not None:
            outcome, when_ms = closed
            return replace(verdict, outcome=outcome, when_ms=when_ms)
        return replace(verdict, outcome=self._standing(shown, venue))

    def _standing(self, shown: SlipShown, venue: int) -> Outcome:
        today = day_number(local_day(self._store.clock.now_ms()))
        slip = Slip(shown.number, shown.minutes, shown.issued_day, shown.expires_day, shown.venue)
        if slip.is_over(today):
            return Outcome.OVER
        if shown.venue not in (0, venue):
            return Outcome.WRONG_PLACE
        # Signed here, but its print was lost with an older PC's latest records: good, and somebody should look.
        is_known = self._store.read.slip(shown.issuer, shown.number) is not None
        return Outcome.OK if is_known else Outcome.OK_CHECK

    def _closed(self, shown: SlipShown, sitting: Sitting | None) -> tuple[Outcome, int] | None:
        row = self._store.read.slip(shown.issuer, shown.number)
        if row is not None and row.state in {"void", "waiting_void"}:
            return Outcome.VOID, row.closed_at_ms or 0
        if row is not None and row.state == "redeemed":
            return self._used(row, sitting)
        for record in self._store.read.redeemed_here(shown.issuer, shown.number):
            if not self._is_put_right(shown, record.fact):
                return Outcome.USED, record.at_ms
        return None

    def _used(self, row: SlipRow, sitting: Sitting | None) -> tuple[Outcome, int]:
        when_ms = row.closed_at_ms or 0
        is_mine = (
            sitting is not None and row.closed_by is not None and sitting.covers(row.closed_by, self._store.device)
        )
        is_fresh = 0 <= self._store.clock.now_ms() - when_ms < JUST_NOW_MS
        return (Outcome.ALREADY if is_mine or is_fresh else Outcome.USED), when_ms

    def _is_put_right(self, shown: SlipShown, fact: FactId) -> bool:
        # After a restore a name may stand for another fact than the one remembered: then the memory is right.
        try:
            said = self._store.read.entry(fact).fact
        except NotFound:
            return False
        if not isinstance(said, SlipRedeemed | SlipVoided) or (said.issuer, said.number) != (
            shown.issuer,
            shown.number,
        ):
            return False
        return self._store.read.undone_by(fact) is not None

    def _shown(self, text: str) -> SlipShown | Outcome:
        try:
            return self._of_token(read_token(text))
        except NotASlip:
            pass
        try:
            number = number_of(text)
        except NotACode:
            return Outcome.NOT_A_SLIP
        rows = self._store.read.slips_with_number(number)
        return _of_row(rows[0]) if rows else Outcome.FOREIGN

    def _of_token(self, token: ReadToken) -> SlipShown | Outcome:
        keys = self._store.read.issuer_keys()
        likely = {issuer: public for issuer, public in keys.items() if issuer.startswith(token.key_id)}
        if not likely:
            return Outcome.FOREIGN
        issuer = next((issuer for issuer, public in likely.items() if token.is_signed_by(public)), None)
        if issuer is None or token.slip.is_practice != self._store.is_practice:
            return Outcome.NOT_A_SLIP
        slip = token.slip
        return SlipShown(issuer, slip.number, slip.minutes, slip.issued_day, slip.expires_day, slip.venue)

    def _place(self, venue: int) -> str:
        row = self._store.read.venue_by_number(venue) if venue else None
        return row.name if row else ""


def _of_row(row: SlipRow) -> SlipShown:
    return SlipShown(row.issuer, row.number, row.minutes, row.issued_day, row.expires_day, row.venue)
