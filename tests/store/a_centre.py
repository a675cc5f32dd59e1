"""A small centre to write facts in, on an encrypted file or in memory."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.clock import Clock, standing_at
from desktop.store.sqlcipher import KEY_BYTES, connect, transaction
from desktop.store.store import Store
from desktop.store.tables import create_tables
from ledger.domain.accounts import Account, member_account
from ledger.domain.facts import Legs, PutRight, Reason
from ledger.domain.names import FactId
from ledger.domain.postings import Fact, of, reversed_legs
from ledger.domain.subjects import CentreFounded, IssuerKeyAdded, MemberWritten, OfferWritten, TaskWritten
from ledger.wire.keys import issuer_of, public_key

STORE_KEY = bytes(range(KEY_BYTES))
SEEDS = {"device_seed": b"d" * 32, "issuer_seed": b"i" * 32, "centre_key": b"c" * 32}
ISSUER = issuer_of(public_key(SEEDS["issuer_seed"]))


def nothing() -> None:
    """No folder is held."""


def open_again(file: Path | str, clock: Clock | None = None) -> Store:
    """The store in a file that `new_store` made."""
    db = connect(file, STORE_KEY)
    return Store(db, clock=clock or standing_at(2026, 11, 24, 10, 20), folder=Path(), on_close=nothing)


def new_store(file: Path | str = ":memory:", clock: Clock | None = None) -> Store:
    """A store with its tables and secrets, and no fact yet."""
    db = connect(file, STORE_KEY)
    with transaction(db):
        create_tables(db)
        db.table("secrets").insert_all({"name": name, "value": value} for name, value in SEEDS.items())
    return Store(db, clock=clock or standing_at(2026, 11, 24, 10, 20), folder=Path(), on_close=nothing)


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    return {table: [tuple(row.values()) for row in store.db.table(table).rows] for table in store.db.table_names()}


@dataclass
class ACentre:
    """A store with three members, a task and two offers."""

    store: Store
    ann: FactId
    bob: FactId
    cai: FactId
    task: FactId
    swim: FactId
    park: FactId

    def add(self, *facts: Fact, assisted_by: FactId | None = None) -> FactId:
        """One tap of these facts; the name of the last."""
        with self.store.writing(self.store.new_draft(), assisted_by=assisted_by) as writing:
            names = [writing.add(fact) for fact in facts]
        return names[-1]

    def minutes(self, member: FactId) -> int:
        """What a member has."""
        return self.store.read.minutes(member_account(member))

    def whats(self, member: FactId) -> list[str]:
        """A member's history in words, newest first."""
        return [row.what for row in self.store.read.movements(member)]


def a_centre(file: Path | str = ":memory:", clock: Clock | None = None) -> ACentre:
    """A centre that began just now."""
    store = new_store(file, clock)
    with store.writing("founding") as facts:
        facts.add(CentreFounded("Elm House", is_practice=True))
        facts.add(IssuerKeyAdded(public_key(SEEDS["issuer_seed"])))
        ann, bob, cai = (
            facts.add(MemberWritten(None, facts.seal(name.encode()), place=place))
            for place, name in enumerate(("Ann", "Bob", "Cai"), start=1)
        )
        task = facts.add(TaskWritten(None, "Swept up", "om:1F9F9"))
        swim = facts.add(OfferWritten(None, "Swimming", "om:1F3CA", 60))
        park = facts.add(OfferWritten(None, "The park", "om:1F333", 0))
    return ACentre(store, ann, bob, cai, task, swim, park)


def legs(source: Account, target: Account, minutes: int) -> Legs:
    """Minutes from one account to another."""
    return ((source, -minutes), (target, minutes))


def undo(centre: ACentre, fact: FactId) -> FactId:
    """Put a fact right by moving all of it back."""
    moved = of(centre.store.read.entry(fact).fact)
    return centre.add(PutRight(fact, reversed_legs(moved), Reason.UNDO))
