"""Slips at work: print, check, hand in, void and print again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.changes import Changes
from desktop.services.papers import SlipPaper
from desktop.services.seen import CreditsSeen, SlipOut
from desktop.services.sitting import Sitting
from ledger.domain.names import FactId


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
class SlipKey:
    """Which slip: issuer 16 bytes, number 64 bits."""

    issuer: bytes
    number: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """One answer to one slip.

    minutes: what it is good for, 0 if that is unknown. when_ms: when it was handed in, or void; 0 if not. place: the
    venue's name of a bound slip, "" for any. slip: None if it is no slip of this centre. token: its text, "" if typed.
    """

    outcome: Outcome
    minutes: int = 0
    when_ms: int = 0
    place: str = ""
    slip: SlipKey | None = None
    venue: int = 0

    @property
    def is_good(self) -> bool:
        """Whether it can be handed in."""
        return self.outcome in (Outcome.OK, Outcome.OK_CHECK)


@dataclass(frozen=True, slots=True)
class Redeemed:
    """What came of handing a slip in; changes is None when nothing was written. after: the member's credits, if any."""

    verdict: Verdict
    changes: Changes | None = None
    after: CreditsSeen | None = None


class Slips:
    """All slips of the centre, as the SERVICES room sees them."""

    def print_for_member(
        self, member: FactId, count: int, minutes: int, *, draft_id: str = "", sitting: Sitting | None = None
    ) -> list[SlipPaper]:
        """Print slips from a member's credits; whole credits each. The same draft again gives the same slips.

        Raises: NotEnough, NotAStep (no whole credits), BadInput (count), NotFound.
        """
        raise NotImplementedError

    def print_thanks(self, count: int, minutes: int, *, draft_id: str = "") -> list[SlipPaper]:
        """Print thank-you slips, which make new minutes; whole credits each."""
        raise NotImplementedError

    def check(self, text: str, sitting: Sitting | None = None, *, offer: FactId | None = None) -> Verdict:
        """What a scanned token or a typed code is worth here; changes nothing, never raises for what was scanned."""
        raise NotImplementedError

    def redeem_to_member(self, text: str, member: FactId, draft_id: str, *, sitting: Sitting | None = None) -> Redeemed:
        """Hand a slip in, into a member's credits."""
        raise NotImplementedError

    def redeem_for_offer(
        self, text: str, offer: FactId, draft_id: str, *, member: FactId | None = None, sitting: Sitting | None = None
    ) -> Redeemed:
        """Hand a slip in for an offer; what is left over goes to `member`.

        Raises:
            NotEnough: the slip is worth less. NotAllowed: it is worth more and nobody is named for the rest; or free.
        """
        raise NotImplementedError

    def void(self, code: str, why: str, *, has_paper: bool = False, by: FactId | None = None) -> Changes:
        """Make a slip void; its minutes go back where they came from. code: typed code or token.

        Raises: NotFound, NotAllowed (used, or void already), BadInput (no reason).
        """
        raise NotImplementedError

    def reprint(self, code: str, *, by: FactId | None = None) -> SlipPaper:
        """The same slip on paper once more. Raises NotFound, NotAllowed (used or void)."""
        raise NotImplementedError

    def out(self) -> list[SlipOut]:
        """Slips that are out on paper, newest first."""
        raise NotImplementedError

    def read_image(self, picture: bytes) -> list[str]:
        """Every QR text in a PNG or JPEG, in reading order; [] if there is none. Raises BadInput: no picture, or huge."""
        raise NotImplementedError
