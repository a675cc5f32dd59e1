"""Verifying: whether everything the store holds agrees with everything else, told in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from desktop.store.blobs import Blobs
from desktop.store.facts import Facts, Place
from desktop.store.naming import key_of, name_of, number_key
from desktop.store.origins import Origins
from desktop.store.projections import Projections
from desktop.store.projections_book import HeldBookRows
from desktop.store.projections_rulings import Postings
from desktop.store.rebuild import projected
from desktop.store.rows import Verified
from desktop.store.sqlcipher import KEY_BYTES, Database, connect, in_plain_words, transaction
from desktop.store.tables import PROJECTIONS, create_projections
from ledger.domain.accounts import Account, AccountClass, entity_of
from ledger.domain.book import Book
from ledger.domain.facts import SlipRedeemed, SlipVoided
from ledger.domain.feed import Entry, first_head, next_head
from ledger.domain.names import FactId
from ledger.domain.postings import Posting
from ledger.wire.codec import NotAFact

Redeemed = tuple[bytes, bytes, bytes, int]


def verify(db: Database, blobs: Blobs, origins: Origins) -> Verified:
    """Check chain, facts, book, projections, blobs, drafts and redemptions; finds all problems, changes nothing.

    Raises:
        DamagedStore: the file itself cannot be read to its end.
    """
    scratch = connect(":memory:", bytes(KEY_BYTES))
    try:
        with in_plain_words(), transaction(scratch):
            create_projections(scratch)
            return _Verification(db, scratch, blobs, origins).run()
    finally:
        scratch.close()


class _Verification:
    """One run: facts are read once, and everything else is held against what they say."""

    def __init__(self, db: Database, scratch: Database, blobs: Blobs, origins: Origins) -> None:
        self._db = db
        self._scratch = scratch
        self._blobs = blobs
        self._device = origins.device
        self._origins = origins
        self._problems: list[str] = []
        self._book = Book()
        self._rows = HeldBookRows(scratch)
        self._projections = Projections(scratch, blobs.text, origins, book=self._rows)
        self._redeemed: set[Redeemed] = set()

    def run(self) -> Verified:
        """Everything, in the order in which one fault explains the next."""
        self._check_file()
        self._check_blobs()
        facts = self._check_facts()
        self._rows.finish()
        self._check_book()
        for table in PROJECTIONS:
            self._check_table(table)
        self._check_history()
        self._check_drafts()
        self._check_redeemed()
        return Verified(facts, self._problems)

    def _check_file(self) -> None:
        for (line,) in self._db.execute("PRAGMA integrity_check"):
            if line != "ok":
                self._problems.append(f"The database itself is damaged: {line}.")

    def _check_blobs(self) -> None:
        self._problems.extend(f"The text or photo {name.hex()} {why}." for name, why in self._blobs.faults())

    def _check_facts(self) -> int:
        count = 0
        ends: dict[bytes, Place] = {}
        for fact, entry, postings in projected(Facts(self._db), self._projections):
            count += 1
            device, seq = fact.name
            end = ends.get(device) or Place(0, first_head(device))
            if seq != end.seq + 1:
                self._problems.append(f"Before the fact {fact.name.text} {seq - end.seq - 1} are missing.")
            if next_head(end.head, fact.body) != fact.head:
                self._problems.append(f"The chain breaks at the fact {fact.name.text}: it or its head was changed.")
            ends[device] = Place(seq, fact.head)
            self._check_fact(fact.name, entry, postings)
        return count

    def _check_fact(self, name: FactId, entry: Entry | NotAFact, postings: Postings) -> None:
        if isinstance(entry, NotAFact):
            if name.device == self._device:  # of another PC it is kept as it came, and a person is told
                self._problems.append(f"The fact {name.text} cannot be read: {entry}.")
            return
        if sum(minutes for _, minutes in postings) != 0:
            self._problems.append(f"What the fact {name.text} moves does not sum to zero.")
        self._book.post(postings)
        self._note_redeemed(entry)

    def _note_redeemed(self, entry: Entry) -> None:
        fact = entry.fact
        if isinstance(fact, SlipRedeemed | SlipVoided) and entry.name.device == self._device:
            self._redeemed.add((number_key(fact.number), fact.issuer, key_of(entry.name), entry.at_ms))

    def _check_book(self) -> None:
        if self._book.total() != 0:
            self._problems.append(f"All accounts together hold {self._book.total()} minutes: it must be none.")
        for account in self._book.overdrawn():
            if account.cls != AccountClass.MEMBER and self._is_network_told:
                continue  # a slip before its print or its ruling came, a plan that two copies of this PC gave up
            self._problems.append(f"{_owner(account)} is below zero: {self._book.minutes(account)} minutes.")
        kept = Book()
        kept.post(Posting(Account(AccountClass(cls), key), minutes) for cls, key, minutes in self._all("balances"))
        if kept != self._book:
            self._problems.append("The balances are not what the facts add up to.")

    @property
    def _is_network_told(self) -> bool:
        return self._db.execute("SELECT 1 FROM secrets WHERE name = 'ledger_public'").fetchone() is not None

    def _check_table(self, table: str) -> None:
        if all(kept == made for kept, made in zip_longest(self._all(table), self._all(table, self._scratch))):
            return
        kept, made = set(self._all(table)), set(self._all(table, self._scratch))
        self._problems.append(
            f"The table {table} is not what a rebuild makes: {len(made - kept)} rows are missing or were changed, "
            f"{len(kept - made)} should not be as they are. Run rebuild."
        )

    def _check_history(self) -> None:
        rows = self._db.execute(
            "SELECT key, minutes, (SELECT coalesce(sum(movements.minutes), 0) FROM movements"
            " WHERE member = key AND NOT is_waiting) AS added FROM balances WHERE class = ? AND minutes <> added",
            [AccountClass.MEMBER],
        )
        for key, minutes, added in rows:
            self._problems.append(
                f"{_owner(Account(AccountClass.MEMBER, key))} has {minutes} minutes; their history adds up to {added}."
            )

    def _check_drafts(self) -> None:
        rows = self._db.execute(
            "SELECT draft FROM drafts WHERE (SELECT count(*) FROM facts WHERE facts.device = drafts.device"
            " AND seq BETWEEN first_seq AND last_seq) <> last_seq - first_seq + 1 ORDER BY draft"
        )
        self._problems.extend(f"The tap {draft} names facts that are not here." for (draft,) in rows)

    def _check_redeemed(self) -> None:
        # Records of other facts are no fault: a restore carries over those of facts that came after the backup.
        kept = set(self._all("redeemed_here"))
        for number, _, fact, _ in sorted(self._redeemed - kept):
            self._problems.append(f"The slip {number.hex()} of fact {name_of(fact).text} has no lasting record here.")

    def _all(self, table: str, db: Database | None = None) -> Iterator[tuple[Any, ...]]:
        keys = self._scratch.execute("SELECT name FROM pragma_table_info(?) WHERE pk ORDER BY pk", [table]).fetchall()
        order = ", ".join(str(key) for (key,) in keys) or "1, 2"
        yield from (db or self._db).execute(f"SELECT * FROM {table} ORDER BY {order}")  # noqa: S608  our own tables


def _owner(account: Account) -> str:
    if account.cls in (AccountClass.MEMBER, AccountClass.OFFER):
        return f"The {account.cls.name.lower()} {entity_of(account).text}"
    return f"The {account.cls.name.lower()} account {account.key.hex()}"
