"""A few slips a member prints for themselves, as many a day as the centre says; the rest stays safe in the book."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop.problems import NotAllowed
from desktop.services.amounts import check_purse
from desktop.services.centre_settings import MEMBER_SLIPS, USUAL_MEMBER_SLIPS
from desktop.services.papers import SlipPaper
from desktop.services.righting import Paper, Righting
from desktop.services.sitting import Sitting
from desktop.services.slips import Slips
from desktop.store.store import Store
from ledger.domain.accounts import member_account
from ledger.domain.names import FactId
from ledger.wire.code import number_of


class FewSeen(NamedTuple):
    """What a member may print now. most: how many slips. coins: how many whole credits they have. a_day: the limit."""

    most: int
    coins: int
    a_day: int
    credit_minutes: int = 60


class FewSlips:
    """Printing a few."""

    def __init__(self, store: Store, slips: Slips) -> None:
        self._store = store
        self._slips = slips
        self._righting = Righting(store)

    def is_offered(self) -> bool:
        """Whether members print slips here at all."""
        return self._a_day() > 0

    def seen(self, member: FactId) -> FewSeen:
        """How many slips a member may print now. Raises NotFound."""
        self._store.read.member(member)
        rules, a_day = self._store.rules, self._a_day()
        coins = rules.whole_credits(self._store.read.minutes(member_account(member)))
        left = a_day - self._printed_today(member) if self._store.read.is_purse_here() else 0
        return FewSeen(max(0, min(left, coins)), coins, a_day, rules.credit_minutes)

    def print(self, sitting: Sitting, count: int, draft_id: str) -> list[SlipPaper]:
        """Make slips of one credit each; the same draft again gives the same slips.

        Raises:
            NotAllowed: more than the centre lets them print in a day. NotEnough: they have less. NoPurse. BadInput.
        """
        check_purse(self._store)
        left = max(0, self._a_day() - self._printed_today(sitting.member))
        if count > left and not self._store.count(draft_id):
            raise NotAllowed(f"{left} more slips can be printed today. The rest stays safe here.")
        minutes = self._store.rules.credit_minutes
        return self._slips.print_for_member(sitting.member, count, minutes, draft_id=draft_id, sitting=sitting)

    def take_back(self, sitting: Sitting, papers: Sequence[SlipPaper], *, was_printed: bool) -> None:
        """Let slips that were just made come back into the member's credits; pressed twice it is one.

        What may be on paper comes back when the network has ruled, where this centre has joined one.
        """
        paper = Paper.LOST if was_printed else Paper.NEVER_PRINTED
        numbers = [number_of(slip.code) for slip in papers]
        rows = [row for number in numbers for row in self._store.read.slips_with_number(number)]
        with self._store.writing(f"undo-few:{papers[0].code}", assisted_by=sitting.assisted_by) as facts:
            if facts.is_repeat:
                return
            for row in rows:
                if row.state == "out" and row.member == sitting.member:
                    self._righting.void(facts, row, paper=paper)

    def _a_day(self) -> int:
        said = self._store.read.setting(MEMBER_SLIPS)
        return USUAL_MEMBER_SLIPS if said is None else said

    def _printed_today(self, member: FactId) -> int:
        return self._store.read.slips_of_day(member, self._store.today())
