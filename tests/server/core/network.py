"""A small network for the tests of slips: three centres and a door, and who has a slip."""

from __future__ import annotations

from ledger.domain.names import FactId
from ledger.domain.rulings import Outcome, Why
from tests.server.pcs import Ledger, Pc, pc

SETTLED = (Outcome.SETTLED, Why.FIRST)
TAKEN_BEFORE = (Outcome.GOODWILL, Why.TAKEN_BEFORE)


class Network:
    """Three centres and a door, enrolled; `home` prints."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.home, self.here, self.there = pc(1), pc(2), pc(3)
        self.door = pc(4, venue=1007)
        for one in (self.home, self.here, self.there, self.door):
            ledger.admit(one)

    def meet(self, *pcs: Pc) -> None:
        """Each sends what it has and hears what there is, in this order."""
        for one in pcs:
            one.meet(self.ledger)

    def slip(self, number: int) -> dict[str, object]:
        """The ledger's row of a slip that `home` printed."""
        return next(row for row in self.ledger.rows("slips") if row["number"] == number.to_bytes(8, "big"))

    def holder(self, number: int) -> FactId | None:
        """The fact that has it."""
        row = self.slip(number)
        return None if row["claim_device"] is None else FactId(row["claim_device"], row["claim_seq"])  # type: ignore[arg-type]
