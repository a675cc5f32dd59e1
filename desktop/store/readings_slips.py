"""Readings of slips and of plans."""

from __future__ import annotations

from desktop.problems import NotFound
from desktop.store.naming import key_of, number_key
from desktop.store.rows import PlanRow, RedeemedRow, SheetRow, SlipRow
from desktop.store.selecting import Selected
from desktop.store.sqlcipher import Database
from ledger.domain.names import FactId

_SLIPS = Selected(SlipRow, "slips")
_REDEEMED = Selected(RedeemedRow, "redeemed_here")
_SHEETS = Selected(SheetRow, "sheets")
_PLANS = Selected(PlanRow, "plans")


class SlipReadings:
    """What became of every slip and plan."""

    _db: Database

    def slip(self, issuer: bytes, number: int) -> SlipRow | None:
        """A slip whose print is recorded here; None if it is not."""
        return _SLIPS.first(self._db, "WHERE number = ? AND issuer = ?", [number_key(number), issuer])

    def slips_with_number(self, number: int) -> list[SlipRow]:
        """The slips a typed code may mean, of any issuer."""
        return _SLIPS.all(self._db, "WHERE number = ? ORDER BY issuer", [number_key(number)])

    def slips_out(self) -> list[SlipRow]:
        """Slips that may still be handed in, lost ones whose void waits too, first printed first."""
        return _SLIPS.all(self._db, "WHERE state IN ('out', 'waiting_void') ORDER BY printed_at_ms, printed")

    def sheets(self) -> list[SheetRow]:
        """Every sheet of slips, in the order of feeds."""
        return _SHEETS.all(self._db, "ORDER BY fact")

    def slips_out_of(self, sheet: SheetRow) -> list[SlipRow]:
        """The slips of one sheet that may still be handed in, as they lie on it."""
        where = "WHERE state IN ('out', 'waiting_void') AND printed > ? AND printed <= ? ORDER BY printed"
        return _SLIPS.all(self._db, where, [key_of(sheet.fact), key_of(sheet.last)])

    def slips_of_day(self, member: FactId, day: int) -> int:
        """How many slips were printed on a day from a member's own credits, no plan's and none that is void again."""
        sql = (
            "SELECT count(*) FROM slips WHERE member = ? AND issued_day = ? AND plan IS NULL"
            " AND state NOT IN ('void', 'waiting_void')"
        )
        (count,) = self._db.execute(sql, [key_of(member), day]).fetchone()
        return int(count)

    def redeemed_here(self, issuer: bytes, number: int) -> list[RedeemedRow]:
        """Every time a slip was handed in or made void on this PC, latest first, through every restore.

        One that was put right since is here too: `undone_by` of its fact tells.
        """
        where = "WHERE number = ? AND issuer = ? ORDER BY at_ms DESC, fact DESC"
        return _REDEEMED.all(self._db, where, [number_key(number), issuer])

    def plans(self, member: FactId) -> list[PlanRow]:
        """The plans a member pays for, newest first, cancelled and used ones too."""
        return _PLANS.all(self._db, "WHERE payer = ? ORDER BY at_ms DESC, id DESC", [key_of(member)])

    def plans_on(self, first_day: int, last_day: int) -> list[PlanRow]:
        """Everybody's plans for these days that were not cancelled, by time."""
        where = "WHERE day BETWEEN ? AND ? AND state <> 'cancelled' ORDER BY day, start_minute, id"
        return _PLANS.all(self._db, where, [first_day, last_day])

    def plan(self, plan: FactId) -> PlanRow:
        """One plan.

        Raises:
            NotFound: there is none of this name.
        """
        row = _PLANS.first(self._db, "WHERE id = ?", [key_of(plan)])
        if row is None:
            raise NotFound(f"There is no plan {plan.text} here.")
        return row

    def last_plan(self, member: FactId, offer: FactId) -> PlanRow | None:
        """The latest plan a member made for an offer, whatever became of it."""
        return _PLANS.first(
            self._db, "WHERE payer = ? AND offer = ? ORDER BY at_ms DESC, id DESC", [key_of(member), key_of(offer)]
        )
