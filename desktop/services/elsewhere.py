"""Slips whose print is not held here, of another centre most of all: how much of them is taken before the next send."""

from __future__ import annotations

from desktop.problems import NotFound
from desktop.services.sitting import Sitting
from desktop.store.rows import RedeemedRow
from desktop.store.store import Store
from ledger.domain.facts import SlipRedeemed
from ledger.domain.names import FactId


class Elsewhere:
    """Counts what was taken in of other centres since the central ledger last heard from this PC.

    Slips bound to one place do not count: nobody can hand them in at two.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def has_room(self, minutes: int, sitting: Sitting | None) -> bool:
        """Whether a slip of so many minutes is still within what one visit, and this PC or door, may take."""
        rules = self._store.rules
        taken = self._store.read.taken_of_others()
        here = sum(map(self._minutes, taken))
        if here + minutes > rules.others_pc_credits * rules.credit_minutes:
            return False
        if sitting is None:
            return True
        visit = sum(self._minutes(row) for row in taken if self._is_theirs(row, sitting))
        return visit + minutes <= rules.others_visit_credits * rules.credit_minutes

    def is_good_number(self, issuer: bytes, number: int) -> bool:
        """Whether a slip is among those that are still good although their key is revoked."""
        return self._store.read.is_still_good(issuer, number)

    def _minutes(self, row: RedeemedRow) -> int:
        """In whole credits, as open slips are: part of it may wait as a credit note."""
        said = self._said(row.fact)
        if said is None or self._store.read.undone_by(row.fact) is not None:
            return 0
        minutes = said.member_minutes + said.offer_minutes + said.venue_minutes
        credit = self._store.rules.credit_minutes
        return -(-minutes // credit) * credit

    def _is_theirs(self, row: RedeemedRow, sitting: Sitting) -> bool:
        if sitting.covers(row.fact, self._store.device):
            return True
        said = self._said(row.fact)
        return said is not None and said.member == sitting.member

    def _said(self, fact: FactId) -> SlipRedeemed | None:
        # After a restore a name may stand for another fact than the one remembered.
        try:
            said = self._store.read.entry(fact).fact
        except NotFound:
            return None
        return said if isinstance(said, SlipRedeemed) else None
