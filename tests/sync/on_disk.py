"""A town and a PC in files, for tests that copy them and put them back."""

from __future__ import annotations

import shutil
from itertools import pairwise
from pathlib import Path

from desktop.clock import StandingClock
from desktop.store.outbox import Outbox
from desktop.store.sqlcipher import connect, settle
from desktop.store.store import Store
from ledger.domain.accounts import member_account
from ledger.server import epochs
from ledger.server.database import open_database, writing
from ledger.server.tables import batches, notices
from tests.store.a_centre import STORE_KEY
from tests.sync.places import Pc, Town, a_pc, a_town


class OnDisk:
    """A town and a PC in files, so that both can be put back."""

    def __init__(self, folder: Path, *, joins: bool = True) -> None:
        self.folder = folder
        (folder / "ledger").mkdir()
        self.town = a_town(folder / "ledger")
        self.file = folder / "pc.db"
        self.pc = a_pc(file=self.file)
        if joins:
            self.town.let_in(self.pc)

    def keep_ledger(self) -> None:
        """Last week's backup."""
        self.town.engine.dispose()
        shutil.copytree(self.folder / "ledger", self.folder / "kept ledger")
        self._open()

    def put_ledger_back(self, *, with_new_epoch: bool = True) -> None:
        """As `goodhour-ledger restore` does, or as somebody does who just copies the file back."""
        self.town.engine.dispose()
        shutil.rmtree(self.folder / "ledger")
        shutil.copytree(self.folder / "kept ledger", self.folder / "ledger")
        self._open()
        if with_new_epoch:
            with writing(self.town.engine) as connection:
                epochs.begin(connection)

    def copy_pc(self, name: str = "copy") -> Pc:
        """Another copy of the PC as it is now; name: of its file."""
        settle(self.pc.store.db)
        copy = shutil.copy(self.file, self.folder / f"{name}.db")
        clock = StandingClock(self.pc.clock.now_ms() + 1)
        store = Store(connect(copy, STORE_KEY), clock=clock, folder=Path(), on_close=lambda: None)
        return Pc(store, clock, self.pc.member, self.pc.task)

    def _open(self) -> None:
        self.town.engine = open_database(None, folder=self.folder / "ledger")


def minutes(pc: Pc) -> int:
    return pc.store.read.minutes(member_account(pc.member))


def is_settled(town: Town, pc: Pc) -> bool:
    outcome = town.meet(pc)
    return outcome.requests == 1 and outcome.to_send.facts == 0 and not Outbox(pc.store).has_unsent()


def held_at_ledger(town: Town, pc: Pc) -> tuple[int, bool]:
    """How far the ledger holds a PC's feed, and whether its batches follow one another without a gap."""
    with town.engine.connect() as connection:
        rows = connection.execute(
            batches.select().where(batches.c.device == pc.store.device).order_by(batches.c.first)
        ).all()
    follow = all(after.first == before.last + 1 for before, after in pairwise(rows))
    return rows[-1].last, follow and rows[0].first == 1


def notices_at(pc: Pc) -> set[bytes]:
    """All that the ledger ever told a PC, word for word."""
    return {bytes(raw) for (raw,) in pc.store.db.execute("SELECT raw FROM notices")}


def notices_held(town: Town) -> set[bytes]:
    """All that the ledger knows it said."""
    with town.engine.connect() as connection:
        return {bytes(row.raw) for row in connection.execute(notices.select())}
