"""Changing a slip: what it is worth beyond a price comes back as a new slip, where the print of the old one is held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.problems import NotAllowed, NotFound
from desktop.services.papers import SlipPaper
from desktop.services.slip_facts import Press, voided
from desktop.services.verdicts import SlipShown
from desktop.store.rows import SlipRow
from desktop.store.store import Store
from desktop.store.writing import Writing
from ledger.domain.facts import SlipPrinted, SlipRedeemed
from ledger.domain.handing import SlipChanged
from ledger.domain.names import FactId


class Changing:
    """Makes two slips of one. Each comes from where the old one came from and ends when it did: nobody is traced."""

    def __init__(self, store: Store, press: Press) -> None:
        self._store = store
        self._press = press

    def change(self, facts: Writing, slip: SlipShown, minutes: int, what: FactId) -> FactId:
        """The old slip is void, one for the price is handed in at once, one for the rest is out.

        Returns the handing in. Raises NotAllowed: its print is not here. NoPurse: it was made of a member's credits.
        """
        row = self._row(slip.issuer, slip.number)
        facts.add(voided(row, has_paper=True))
        facts.add(SlipChanged(row.issuer, row.number))
        paid = self._like(row, minutes)
        facts.add(paid)
        name = facts.add(SlipRedeemed(paid.issuer, paid.number, offer=what, offer_minutes=minutes))
        facts.add(self._like(row, row.minutes - minutes))
        return name

    def is_change(self, handed_in: FactId) -> bool:
        """Whether what was handed in was made of another slip in the same tap, and never was on paper itself."""
        around = (FactId(handed_in.device, handed_in.seq + step) for step in (-2, -1, 1))
        try:
            before, paid, rest = (self._store.read.entry(name).fact for name in around if name.seq > 0)
        except (NotFound, ValueError):  # nothing stands there, or too little
            return False
        said = self._store.read.entry(handed_in).fact
        if (
            not isinstance(before, SlipChanged)
            or not isinstance(paid, SlipPrinted)
            or not isinstance(said, SlipRedeemed)
        ):
            return False
        return isinstance(rest, SlipPrinted) and (paid.issuer, paid.number) == (said.issuer, said.number)

    def back(self, facts: Writing, handed_in: FactId) -> None:
        """Make one slip again of the price and the rest, once the handing in was taken back."""
        read = self._store.read
        paid, rest = read.entry(handed_in).fact, read.entry(FactId(handed_in.device, handed_in.seq + 1)).fact
        if not isinstance(paid, SlipRedeemed) or not isinstance(rest, SlipPrinted):
            raise NotAllowed("This slip was not changed.")
        rows = [self._row(one.issuer, one.number) for one in (paid, rest)]
        for row in rows:
            facts.add(voided(row, has_paper=True))
            facts.add(SlipChanged(row.issuer, row.number))
        facts.add(self._like(rows[0], sum(row.minutes for row in rows)))

    def papers(self, names: Sequence[FactId]) -> tuple[SlipPaper, ...]:
        """The slips that a tap made and that are out."""
        papers = []
        for name in names:
            fact = self._store.read.entry(name).fact
            row = self._store.read.slip(fact.issuer, fact.number) if isinstance(fact, SlipPrinted) else None
            if row is not None and row.state == "out":
                papers.append(self._press.paper(row))
        return tuple(papers)

    def _like(self, row: SlipRow, minutes: int) -> SlipPrinted:
        return replace(self._press.new(minutes, row.member), expires_day=row.expires_day)

    def _row(self, issuer: bytes, number: int) -> SlipRow:
        row = self._store.read.slip(issuer, number)
        if row is None:
            raise NotAllowed("The print of this slip is not here, so it is taken whole, or its rest goes into credits.")
        return row
