"""Slips at work: print, check, void, print again; how they are handed in: `redeeming`."""

from __future__ import annotations

from desktop.changes import Changes
from desktop.problems import BadInput, NotAllowed, NotFound
from desktop.services.amounts import check_coins, check_count, check_has
from desktop.services.faces import Faces
from desktop.services.papers import SlipPaper
from desktop.services.redeeming import Outing, Redeemed, Redeeming
from desktop.services.righting import Paper, Righting
from desktop.services.seen import SlipOut
from desktop.services.sitting import Sitting
from desktop.services.slip_facts import SLIPS_A_SHEET, Press
from desktop.services.slip_register import SlipRegister
from desktop.services.verdicts import Outcome, SlipShown, Verdict, Verdicts
from desktop.services.wording import WHY_LETTERS, needed
from desktop.store.rows import SlipRow
from desktop.store.store import Store
from ledger.domain.facts import SlipPrinted
from ledger.domain.names import FactId
from ledger.domain.sheets import SheetPrinted
from ledger.domain.subjects import SlipHandedOut, SlipReprinted
from ledger.wire.code import code_of
from ledger.wire.token import NotASlip, read_token

__all__ = ["Outcome", "Outing", "Redeemed", "SlipShown", "Slips", "Verdict"]


class NotThisSlip(BadInput):
    """What was scanned is not the paper of this slip."""

    where = "scanned"


class Slips:
    """All slips of the centre."""

    def __init__(self, store: Store, faces: Faces, press: Press) -> None:
        self._store = store
        self._faces = faces
        self._press = press
        self._verdicts = Verdicts(store)
        self._redeeming = Redeeming(store, faces)
        self._righting = Righting(store)
        self._register = SlipRegister(store, faces, press)

    def print_for_member(
        self, member: FactId, count: int, minutes: int, *, draft_id: str = "", sitting: Sitting | None = None
    ) -> list[SlipPaper]:
        """Print slips from a member's credits; whole credits each. The same draft again gives the same slips.

        Raises:
            NotEnough: they have less. NotAStep: no whole credits. BadInput: the count. NotFound: no such member.
        """
        return self._print(member, count, minutes, draft_id=draft_id, sitting=sitting)

    def print_thanks(self, count: int, minutes: int, *, draft_id: str = "") -> list[SlipPaper]:
        """Print thank-you slips, which make new minutes; whole credits each. Raises NotAStep, BadInput."""
        return self._print(None, count, minutes, draft_id=draft_id)

    def check(self, text: str, sitting: Sitting | None = None, *, offer: FactId | None = None) -> Verdict:
        """What a scanned token or a typed code is worth here; changes nothing, never raises for what was shown."""
        return self._verdicts.of(text, sitting, venue=self._redeeming.venue_number(offer))

    def redeem_to_member(self, text: str, member: FactId, draft_id: str, *, sitting: Sitting | None = None) -> Redeemed:
        """Hand a slip in, into a member's credits. Raises NotFound: no such member."""
        return self._redeeming.to_member(text, member, draft_id, sitting)

    def redeem_for_offer(
        self,
        text: str,
        offer: FactId | Outing,
        draft_id: str,
        *,
        member: FactId | None = None,
        sitting: Sitting | None = None,
    ) -> Redeemed:
        """Hand a slip in for an offer, or for an outing of several; the rest goes to `member`, or to who sits here.

        Raises:
            NotEnough: the slip is worth less. NotAllowed: it is worth more and nobody is named for the rest; or free.
        """
        rest_to = member or (sitting.member if sitting else None)
        outing = offer if isinstance(offer, Outing) else Outing(offer)
        return self._redeeming.for_offer(text, outing, draft_id, rest_to=rest_to, sitting=sitting)

    def void(
        self, code: str, why: str, *, has_paper: bool = False, scanned: str = "", by: FactId | None = None
    ) -> Changes:
        """Make a slip void; its minutes go back where they came from. code: typed code or token.

        scanned: the text of its QR, which proves that the paper is here. has_paper: somebody says so. Without the paper
        the minutes wait until the network has ruled, where this centre has joined one.

        Raises:
            NotFound: not a slip of this centre. NotAllowed: used, or void already. BadInput: no reason, or what was
                scanned is another slip.
        """
        reason = needed(why, "The reason", most=WHY_LETTERS)
        slip = self._out(code)
        if scanned.strip() and not self._is_paper_of(scanned, slip):
            raise NotThisSlip("This is not the QR of the slip. Scan its paper, or leave this empty if it is lost.")
        paper = Paper.IN_HAND if has_paper or scanned.strip() else Paper.LOST
        with self._store.writing(self._store.new_draft(), by=by) as facts:
            digest = facts.seal(reason.encode())
            if slip.plan is not None:
                self._righting.cancel(facts, self._store.read.plan(slip.plan), paper=paper, why=digest)
            else:
                self._righting.void(facts, slip, paper=paper, why=digest)
        return facts.changes

    def reprint(self, code: str, *, by: FactId | None = None) -> SlipPaper:
        """The same slip on paper once more. Raises NotFound, NotAllowed: used, void, or printed at another PC."""
        slip = self._out(code)
        paper = self._press.paper(slip, is_reprint=True)
        with self._store.writing(self._store.new_draft(), by=by) as facts:
            facts.add(SlipReprinted(slip.issuer, slip.number))
        return paper

    def hand_out(self, code: str, member: FactId | None, *, by: FactId | None = None) -> Changes:
        """A thank-you slip leaves the drawer; member None for no member of ours. Raises NotFound, NotAllowed."""
        slip = self._out(code)
        if slip.member is not None:
            raise NotAllowed("This slip was printed from a member's own credits: it is theirs.")
        if member is not None:
            self._store.read.member(member)
        with self._store.writing(self._store.new_draft(), by=by) as facts:
            facts.add(SlipHandedOut(slip.issuer, slip.number, member))
        return facts.changes

    def paper(self, code: str) -> SlipPaper:
        """A slip that is out as it is drawn, without counting as printed again. Raises NotFound, NotAllowed."""
        return self._press.paper(self._out(code))

    def out(self) -> list[SlipOut]:
        """Slips that are out on paper, newest first."""
        return self._register.out()

    def read_image(self, picture: bytes) -> list[str]:
        """Every QR text in a picture file, top to bottom; [] if there is none. Raises BadInput: no picture, or huge."""
        from desktop.services.scanning import read_codes  # noqa: PLC0415  for staff, now and then

        return read_codes(picture)

    def _print(
        self, member: FactId | None, count: int, minutes: int, *, draft_id: str, sitting: Sitting | None = None
    ) -> list[SlipPaper]:
        check_count(count)
        check_coins(self._store.rules, minutes)
        assisted_by = sitting.assisted_by if sitting else None
        with self._store.writing(draft_id or self._store.new_draft(), assisted_by=assisted_by) as facts:
            if not facts.is_repeat:
                if member is not None:
                    check_has(self._store, member, count * minutes)
                for number in range(count):
                    together = min(SLIPS_A_SHEET, count - number)
                    if number % SLIPS_A_SHEET == 0 and together > 1:
                        facts.add(SheetPrinted(together))
                    facts.add(self._press.new(minutes, member))
        made = (self._store.read.entry(name).fact for name in facts.changes.facts)
        rows = (self._store.read.slip(fact.issuer, fact.number) for fact in made if isinstance(fact, SlipPrinted))
        return [self._press.paper(row) for row in rows if row is not None]

    def _is_paper_of(self, scanned: str, slip: SlipRow) -> bool:
        """Whether a scanned text is the signed one of a slip: its code alone stands in the register too."""
        shown = self._verdicts.of(scanned).slip
        return is_token(scanned) and shown is not None and (shown.issuer, shown.number) == (slip.issuer, slip.number)

    def _out(self, code: str) -> SlipRow:
        shown = self._verdicts.of(code).slip
        row = self._store.read.slip(shown.issuer, shown.number) if shown else None
        if row is None:
            raise NotFound("No slip of this centre has this code. Check each letter, or scan the slip.")
        if row.state != "out":
            done = "was handed in already" if row.state == "redeemed" else "is void already"
            raise NotAllowed(f"The slip {code_of(row.number)} {done}.")
        return row


def is_token(text: str) -> bool:
    """Whether a text is written as the QR of a slip is."""
    try:
        read_token(text)
    except NotASlip:
        return False
    return True
