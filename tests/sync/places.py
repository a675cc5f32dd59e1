"""A centre's PC in memory, the real core of a ledger on SQLite, and a road between the two that a test can spoil."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TypeVar

from sqlalchemy import Engine

from desktop.clock import StandingClock, standing_at
from desktop.store.membership import Membership
from desktop.store.outbox import Outbox
from desktop.store.sqlcipher import connect, transaction
from desktop.store.store import Store
from desktop.store.tables import create_tables
from desktop.sync.exchange import Exchange, Outcome
from desktop.sync.joining import enrol
from desktop.sync.transport import ENROL
from ledger.domain.facts import Contributed
from ledger.domain.names import FactId
from ledger.domain.subjects import CentreFounded, IssuerKeyAdded, MemberWritten, TaskWritten
from ledger.server import centres, enrolling
from ledger.server.database import open_database
from ledger.server.exchange import answer
from ledger.server.problems import LedgerProblem
from ledger.server.tables import batches
from ledger.wire.keys import public_key
from tests.store.a_centre import STORE_KEY

T = TypeVar("T")
ADDRESS = "https://ledger.example.org"
NOON = (2026, 11, 24, 12, 0)


@dataclass
class Pc:
    """A centre's PC. member, task: the first there are."""

    store: Store
    clock: StandingClock
    member: FactId
    task: FactId

    def helps(self, times: int = 1, minutes: int = 60) -> None:
        """So many contributions, each a tap of its own."""
        for _ in range(times):
            self.clock.move(2)
            with self.store.writing(self.store.new_draft()) as facts:
                facts.add(Contributed(self.member, self.task, minutes))

    def helps_much(self, times: int) -> None:
        """The same, all in one commit."""
        with self.store.together():
            chance = Random(times)
            for number in range(times):
                self.clock.move(chance.random() * 30)
                with self.store.writing(f"much-{times}-{number}") as facts:
                    facts.add(Contributed(self.member, self.task, 15 * chance.randint(1, 12)))

    def on_store(self, job: Callable[[Store], T], /) -> T:
        """The store's thread is this one."""
        return job(self.store)


def a_pc(letter: bytes = b"a", file: Path | str = ":memory:") -> Pc:
    """A centre that began just now; letter: what its keys are made of."""
    clock = standing_at(*NOON)
    db = connect(file, STORE_KEY)
    seeds = {"device_seed": letter * 32, "issuer_seed": letter.upper() * 32, "centre_key": letter * 32}
    with transaction(db):
        create_tables(db)
        db.table("secrets").insert_all({"name": name, "value": value} for name, value in seeds.items())
    store = Store(db, clock=clock, folder=Path(), on_close=lambda: None)
    with store.writing("founding") as facts:
        facts.add(CentreFounded(f"House {letter.decode()}", is_practice=False))
        facts.add(IssuerKeyAdded(public_key(seeds["issuer_seed"])))
        member = facts.add(MemberWritten(None, facts.seal(b"Zephyrine Quagmire"), place=1))
        task = facts.add(TaskWritten(None, "Swept up", "om:1F9F9"))
    return Pc(store, clock, member, task)


def bears(pc: Pc, room: int) -> None:
    """The road bore only so many bytes at once when it was last used."""
    with transaction(pc.store.db):
        Membership(pc.store).set(room=room)


@dataclass
class Town:
    """A ledger, and the road to it.

    spoil: what becomes of an answer on the way back; raises to lose it. asked: every body that arrived, with its path.
    """

    engine: Engine
    clock: StandingClock = field(default_factory=lambda: standing_at(*NOON))
    spoil: Callable[[int, bytes], tuple[int, bytes]] = lambda status, body: (status, body)
    asked: list[tuple[str, bytes]] = field(default_factory=list)

    def send(self, path: str, body: bytes) -> tuple[int, bytes]:
        """As over HTTP."""
        self.asked.append((path, body))
        if path == ENROL:
            return self.spoil(*self._enrol(body))
        answered = answer(self.engine, body, now_ms=self.clock.now_ms())
        return self.spoil(answered.status, answered.body)

    def close(self) -> None:
        """The road stays."""

    def road(self, _url: str) -> Town:
        """Every address leads here."""
        return self

    def code(self, name: str = "Elm House") -> str:
        """A code for a new centre's first PC."""
        return centres.add_centre(self.engine, name, now_ms=self.clock.now_ms()).code

    def venue_code(self, name: str = "The Pool") -> str:
        """A code for a venue's door."""
        return centres.add_venue(self.engine, name, now_ms=self.clock.now_ms()).code

    def let_in(self, pc: Pc, name: str = "Elm House") -> Pc:
        """Enrol a centre's first PC."""
        enrol(pc.on_store, ADDRESS, self.code(name), road=self.road)
        return pc

    def meet(self, pc: Pc) -> Outcome:
        """One whole exchange."""
        return Exchange(pc.on_store, self).run()

    def _enrol(self, body: bytes) -> tuple[int, bytes]:
        try:
            return 200, enrolling.enrol(self.engine, body, now_ms=self.clock.now_ms())
        except LedgerProblem as problem:
            told = {"problem": problem.code, "message": str(problem)}
            return enrolling.STATUSES[problem.code], json.dumps(told).encode()


def holds(town: Town, pc: Pc) -> list[tuple[int, int]]:
    """Which facts of a PC the ledger holds: first and last of each batch."""
    with town.engine.connect() as connection:
        rows = connection.execute(batches.select().where(batches.c.device == pc.store.device).order_by(batches.c.first))
        return [(row.first, row.last) for row in rows]


def facts_held(town: Town, pc: Pc) -> int:
    """How many facts of a PC the ledger holds."""
    return sum(last - first + 1 for first, last in holds(town, pc))


def facts_of(pc: Pc) -> int:
    """How many facts a PC wrote."""
    (count,) = pc.store.db.execute("SELECT count(*) FROM facts WHERE device = ?", [pc.store.device]).fetchone()
    return int(count)


def is_all_sent(town: Town, pc: Pc) -> bool:
    """Whether PC and ledger agree that everything is there."""
    is_sent = Outbox(pc.store).to_send().facts == 0 and not Outbox(pc.store).has_unsent()
    return is_sent and facts_held(town, pc) == facts_of(pc)


def a_town(folder: Path) -> Town:
    """A ledger that nobody has joined yet."""
    return Town(open_database(None, folder=folder))
