"""The one answer to a slip that is shown: good, used, void, foreign, no slip at all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum, unique
from typing import Final

from desktop.services.card_text import is_card
from desktop.services.closings import Closings
from desktop.services.elsewhere import Elsewhere
from desktop.services.signers import Signers
from desktop.services.sitting import Sitting
from desktop.store.membership import Membership
from desktop.store.rows import SlipRow
from desktop.store.store import Store
from ledger.domain.slips import Slip
from ledger.wire.code import NotACode, code_of, number_of
from ledger.wire.token import NotASlip, ReadToken, read_token

_CLOCKS_APART_DAYS: Final = 1  # midnight is not the same moment at two PCs


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
    A_CARD = "a_card"
    WRONG_PLACE = "wrong_place"
    SCAN_IT = "scan_it"
    ASK_WORKER = "ask_worker"


@dataclass(frozen=True, slots=True)
class SlipShown:
    """Which slip was shown; issued_day, expires_day: days since 1 January 2020, 0 for never. venue: 0 if open.

    is_ours: signed by a PC of this centre. is_held: its print is recorded here, so that it may be shared out.
    """

    issuer: bytes
    number: int
    minutes: int
    issued_day: int
    expires_day: int = 0
    venue: int = 0
    is_ours: bool = True
    is_held: bool = True


@dataclass(frozen=True, slots=True)
class Verdict:
    """One answer to one slip.

    minutes: what it is good for, 0 if that is not known. when_ms: when it was handed in or made void, 0 if it was not.
    place: the venue's name of a bound slip, "" for any. slip: None if it is of nobody we know. code: as it stands on
    the paper, "" for what is no slip.
    """

    outcome: Outcome
    minutes: int = 0
    when_ms: int = 0
    place: str = ""
    slip: SlipShown | None = None
    code: str = ""

    @property
    def is_good(self) -> bool:
        """Whether it can be handed in."""
        return self.outcome in (Outcome.OK, Outcome.OK_CHECK)

    @property
    def is_later(self) -> bool:
        """Whether it is good and the network checks it later."""
        return self.outcome == Outcome.OK_CHECK and self.slip is not None and not self.slip.is_held


class Verdicts:
    """Judges what was scanned or typed; changes nothing and never raises for what was shown."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._signers = Signers(store)
        self._closings = Closings(store)
        self._elsewhere = Elsewhere(store)

    def of(self, text: str, sitting: Sitting | None = None, *, venue: int = 0) -> Verdict:
        """The answer; venue: the number of the place it is to be spent at, 0 for the centre."""
        known = self._known(text)
        if isinstance(known, Outcome):
            return Verdict(known, code=_code(text))
        shown, is_revoked = known
        verdict = Verdict(Outcome.OK, shown.minutes, 0, self._place(shown), shown, code_of(shown.number))
        closed = self._closings.of(shown.issuer, shown.number, sitting)
        if closed is not None:
            return replace(verdict, outcome=Outcome(closed.how), when_ms=closed.when_ms)
        return replace(verdict, outcome=self._standing(shown, venue, sitting, is_revoked=is_revoked))

    def _standing(self, shown: SlipShown, venue: int, sitting: Sitting | None, *, is_revoked: bool) -> Outcome:
        slip = Slip(shown.number, shown.minutes, shown.issued_day, shown.expires_day, shown.venue)
        today = self._store.today()
        # Printed on a day that is still to come here: one of two clocks is wrong, and nobody is refused for it.
        is_early = shown.issued_day > today + _CLOCKS_APART_DAYS
        is_doubtful = is_early or (bool(shown.expires_day) and self._store.clock_is_doubtful())
        if slip.is_over(today) and not is_doubtful:
            return Outcome.OVER
        if shown.venue not in (0, venue):
            return Outcome.WRONG_PLACE
        if is_revoked and not self._elsewhere.is_good_number(shown.issuer, shown.number):
            return Outcome.ASK_WORKER
        if shown.is_held:
            return Outcome.OK_CHECK if is_doubtful else Outcome.OK
        if shown.venue and self._store.read.door() is not None:  # one venue, one till: nobody else takes it
            return Outcome.OK_CHECK if is_doubtful or is_revoked else Outcome.OK
        if shown.venue or not Membership(self._store).is_enrolled or self._elsewhere.has_room(shown.minutes, sitting):
            return Outcome.OK_CHECK
        return Outcome.ASK_WORKER

    def _known(self, text: str) -> tuple[SlipShown, bool] | Outcome:
        """The slip, and whether its key is revoked."""
        if is_card(text):  # what stands on it is a secret, and goes no further
            return Outcome.A_CARD
        try:
            return self._of_token(read_token(text))
        except NotASlip:
            pass
        try:
            number = number_of(text)
        except NotACode:
            return Outcome.NOT_A_SLIP
        rows = self._store.read.slips_with_number(number)
        if rows:
            return _of_row(rows[0]), self._store.read.is_issuer_stopped(rows[0].issuer)
        return Outcome.SCAN_IT if Membership(self._store).is_enrolled else Outcome.FOREIGN

    def _of_token(self, token: ReadToken) -> tuple[SlipShown, bool] | Outcome:
        likely = self._signers.likely(token)
        if not likely:
            return Outcome.FOREIGN
        signer = next((signer for signer in likely if token.is_signed_by(signer.public_key)), None)
        if signer is None or token.slip.is_practice != self._store.is_practice:
            return Outcome.NOT_A_SLIP
        slip = token.slip
        return SlipShown(
            issuer=signer.issuer,
            number=slip.number,
            minutes=slip.minutes,
            issued_day=slip.issued_day,
            expires_day=slip.expires_day,
            venue=slip.venue,
            is_ours=signer.is_ours,
            is_held=self._store.read.slip(signer.issuer, slip.number) is not None,
        ), signer.is_revoked

    def _place(self, shown: SlipShown) -> str:
        if not shown.venue:
            return ""
        row = self._store.read.venue_by_number(shown.venue) if shown.is_ours else None
        if row is not None:
            return row.name
        listed = self._store.read.venues_of_network()
        return next((venue.name for venue in listed if venue.number == shown.venue), "")


def _code(text: str) -> str:
    """The code of a slip that nobody here knows."""
    try:
        return code_of(read_token(text).slip.number)
    except NotASlip:
        pass
    try:
        return code_of(number_of(text))
    except NotACode:
        return ""


def _of_row(row: SlipRow) -> SlipShown:
    return SlipShown(row.issuer, row.number, row.minutes, row.issued_day, row.expires_day, row.venue)
