"""Projections: what each fact does to the tables that screens read.

Every fact that can be read can be projected: rules about what may be written are in `allowed`, not here, because
facts of other PCs arrive as they are. Only projections and blobs are read, so the same facts always give the same rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from desktop.store.movements import movements_of
from desktop.store.naming import key_of
from desktop.store.projections_answers import confirm, decline, put_right
from desktop.store.projections_book import BookRows
from desktop.store.projections_plans import cancel_plan, make_plan
from desktop.store.projections_slips import hand_out_slip, print_slip, redeem_slip, reprint_slip, void_slip
from desktop.store.projections_subjects import write_subject
from desktop.store.projections_waiting import wait
from desktop.store.sqlcipher import Database
from ledger.domain.facts import (
    Confirmed,
    Contributed,
    Declined,
    Given,
    PlanCancelled,
    PlanMade,
    PutRight,
    SlipPrinted,
    SlipRedeemed,
    SlipVoided,
)
from ledger.domain.feed import Entry
from ledger.domain.postings import Posting
from ledger.domain.subjects import SlipHandedOut, SlipReprinted, Unknown


class Projections:
    """Lets facts do what they do.

    text_of: the text of a blob by its digest, "" if it is not here. book: how balances and movements are written.
    """

    def __init__(self, db: Database, text_of: Callable[[bytes], str], book: BookRows | None = None) -> None:
        self._db = db
        self._text_of = text_of
        self._book = book or BookRows(db)

    def project(self, entry: Entry, postings: Iterable[Posting]) -> None:
        """Let one fact do what it does, inside the open transaction; postings: what it moves."""
        if entry.assisted_by is not None:
            self._see_supporter(key_of(entry.assisted_by), key_of(entry.name))
        for account, minutes in postings:
            self._book.post(account, minutes)
        if isinstance(entry.fact, Confirmed):
            confirm(self._db, self._book, entry, entry.fact)
            return
        for movement in movements_of(entry, postings):
            self._book.move(movement)
        self._follow(entry)

    def _follow(self, entry: Entry) -> None:
        db, fact = self._db, entry.fact
        match fact:
            case Contributed(is_waiting=is_waiting) | Given(is_waiting=is_waiting):
                if is_waiting:
                    wait(db, entry)
            case SlipPrinted() | SlipRedeemed() | SlipVoided() | SlipHandedOut() | SlipReprinted():
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
                wait(db, entry)
            case SlipHandedOut():
                hand_out_slip(db, fact)
            case SlipReprinted():
                reprint_slip(db, fact)

    def _see_supporter(self, supporter: bytes, fact: bytes) -> None:
        self._db.execute(
            "INSERT INTO supporters (id, last) VALUES (?, ?) "
            "ON CONFLICT (id) DO UPDATE SET last = max(last, excluded.last)",
            [supporter, fact],
        )
