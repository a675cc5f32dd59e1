"""Projections: what each fact does to the tables that screens read.

Every fact that can be read can be projected: rules about what may be written are in `allowed`, not here, because
facts of other PCs arrive as they are. Only projections and blobs are read, so the same facts in the same order always
give the same rows; facts of the central ledger may come anywhere among the others.
"""

from __future__ import annotations

from collections.abc import Callable

from desktop.store.movements import movements_of, waits
from desktop.store.naming import key_of, number_key
from desktop.store.origins import LEDGER_FACTS, Origins
from desktop.store.projections_answers import confirm, decline, is_said_before, put_right
from desktop.store.projections_book import BookRows
from desktop.store.projections_network import write_network
from desktop.store.projections_plans import cancel_plan, make_plan
from desktop.store.projections_rulings import Postings, Rulings, note_refusal, still_waits
from desktop.store.projections_slips import (
    Paper,
    change_slip,
    hand_out_slip,
    note_credit,
    print_sheet,
    print_slip,
    redeem_slip,
    reprint_slip,
    settle_slip,
    spend_slips,
    void_slip,
)
from desktop.store.projections_subjects import write_subject
from desktop.store.projections_waiting import wait
from desktop.store.sqlcipher import Database
from ledger.domain.facts import (
    Confirmed,
    Declined,
    PlanCancelled,
    PlanMade,
    PutRight,
    SlipPrinted,
    SlipRedeemed,
    SlipVoided,
)
from ledger.domain.feed import Entry
from ledger.domain.handing import SlipChanged, SlipsSpent
from ledger.domain.names import FactId
from ledger.domain.rulings import CreditNoted, PurseTaken, Ruled, Ruling, SlipTaken
from ledger.domain.sheets import SheetPrinted
from ledger.domain.subjects import SlipHandedOut, SlipReprinted, Unknown


class Projections:
    """Lets facts do what they do.

    is_rebuild_due: what came last cannot be told from the rows alone; nothing here is sure until it is all made again.
    """

    def __init__(
        self,
        db: Database,
        text_of: Callable[[bytes], str],
        origins: Origins,
        *,
        book: BookRows | None = None,
        projected: Callable[[FactId], Entry | None] = lambda _: None,
    ) -> None:
        """text_of: the text of a blob by its digest, "" if it is not here. book: how the book's rows are written.

        projected: a fact that was projected already; where all rulings come first, there is none.
        """
        self._db = db
        self._text_of = text_of
        self._origins = origins
        self._book = book or BookRows(db)
        self._rulings = Rulings(db, origins, self._book, projected)
        self.is_rebuild_due = False

    def project(self, entry: Entry, written: Postings | None = None) -> Postings:
        """Let one fact do what it does, inside the open transaction; returns what it moved.

        written: what it moves as it is written, where the caller knows that already.
        """
        if not self._origins.may_write(entry.name.device, entry.fact):
            self.pass_over(entry.name)
            return ()
        if isinstance(entry.fact, Ruled):
            self.is_rebuild_due |= self._rulings.rule(entry, entry.fact)
            return ()
        ruling = self._rulings.of(entry)
        postings = self._rulings.postings(entry, ruling, written)
        for account, minutes in postings:
            self._book.post(account, minutes)
        if isinstance(entry.fact, LEDGER_FACTS):
            self._write_network(entry)
            return postings
        if entry.assisted_by is not None:
            self._see_supporter(key_of(entry.assisted_by), key_of(entry.name))
        if is_said_before(self._db, entry):
            return postings
        if isinstance(entry.fact, Confirmed):
            confirm(self._db, self._book, entry, entry.fact, postings)
        else:
            self._move(entry, postings, ruling)
            self._follow(entry)
        return postings

    def pass_over(self, name: FactId) -> None:
        """Note a fact that cannot be read, or that its writer had no business to write: it does nothing."""
        self._db.execute("INSERT INTO unreadable (fact) VALUES (?)", [key_of(name)])

    def _move(self, entry: Entry, postings: Postings, ruling: Ruling) -> None:
        for movement in movements_of(entry, postings):
            self._book.move(movement)
        if still_waits(entry, postings, ruling):
            wait(self._db, entry)
        elif waits(entry.fact) and ruling.outcome is not None:
            note_refusal(self._db, entry.name, ruling)

    def _write_network(self, entry: Entry) -> None:
        write_network(self._db, entry, epoch=self._origins.epoch(entry.name.device))
        if isinstance(entry.fact, SlipTaken):
            settle_slip(self._db, Paper(number_key(entry.fact.number), entry.fact.issuer))
        elif isinstance(entry.fact, PurseTaken):
            self.is_rebuild_due = True  # what giver and taker wrote may move something else now

    def _follow(self, entry: Entry) -> None:
        db, fact = self._db, entry.fact
        match fact:
            case SlipPrinted() | SlipRedeemed() | SlipVoided() | CreditNoted():
                self._follow_slip(entry)
            case SlipHandedOut() | SlipReprinted() | SheetPrinted() | SlipChanged() | SlipsSpent():
                self._follow_slip(entry)
            case PlanMade():
                make_plan(db, entry, fact)
            case PlanCancelled():
                cancel_plan(db, entry, fact)
            case Declined():
                decline(db, entry, fact)
            case PutRight():
                put_right(db, entry, fact)
            case Unknown():
                db.execute("INSERT INTO unknown (fact, kind) VALUES (?, ?)", [key_of(entry.name), fact.number])
            case _:
                write_subject(db, entry, self._text_of)

    def _follow_slip(self, entry: Entry) -> None:
        db, fact = self._db, entry.fact
        match fact:
            case SlipPrinted():
                print_slip(db, entry, fact)
            case SlipRedeemed():
                redeem_slip(db, entry, fact)
            case SlipVoided():
                void_slip(db, entry, fact)
            case CreditNoted():
                note_credit(db, entry, fact)
            case SlipHandedOut():
                hand_out_slip(db, fact)
            case SlipReprinted():
                reprint_slip(db, fact)
            case SheetPrinted():
                print_sheet(db, entry, fact)
            case SlipChanged():
                change_slip(db, entry, fact)
            case SlipsSpent():
                spend_slips(db, entry, fact)

    def _see_supporter(self, supporter: bytes, fact: bytes) -> None:
        self._db.execute(
            "INSERT INTO supporters (id, last) VALUES (?, ?) "
            "ON CONFLICT (id) DO UPDATE SET last = max(last, excluded.last)",
            [supporter, fact],
        )
