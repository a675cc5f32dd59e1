"""A ledger in a file that is put back to how it was, and PCs that meet it as PCs do."""

from __future__ import annotations

import shutil
from pathlib import Path

from ledger.server import epochs
from ledger.server.database import FILE, open_database, writing
from ledger.wire.answering import Trouble
from tests.server.pcs import Ledger, Pc, pc


class Backups:
    """A ledger in a file, that can be put back to how it was."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.ledger = Ledger(open_database(None, folder=folder))
        self.home, self.here, self.there = pc(1), pc(2), pc(3)
        for one in (self.home, self.here, self.there):
            self.ledger.admit(one)
            one.meet(self.ledger)

    def meet(self, *pcs: Pc) -> None:
        for one in pcs:
            meet(one, self.ledger)

    def take(self) -> None:
        with self.ledger.engine.begin() as connection:
            connection.exec_driver_sql("SELECT 1")
        self.ledger.engine.dispose()
        shutil.copy(self._folder / FILE, self._folder / "backup")
        self.ledger.engine = open_database(None, folder=self._folder)

    def put_back(self, *, is_told: bool = True) -> None:
        """As it was; is_told: by the command, which enters a new epoch at once."""
        self.ledger.engine.dispose()
        for name in (f"{FILE}-wal", f"{FILE}-shm"):
            (self._folder / name).unlink(missing_ok=True)
        shutil.copy(self._folder / "backup", self._folder / FILE)
        self.ledger.engine = open_database(None, folder=self._folder)
        if is_told:
            with writing(self.ledger.engine) as connection:
                epochs.begin(connection)


def meet(one: Pc, ledger: Ledger) -> None:
    """Meet as a PC does: prove when asked, and give back what is lacking."""
    reply = one.send(ledger)
    if reply.trouble == Trouble.PROVE:
        reply = one.send(ledger, receipt=one.receipt, batches=())
    while reply.lacks or reply.has_more or one.acknowledged < len(one.facts):
        lacking = {lack.feed for lack in reply.lacks}
        offered = tuple(raw for device in one.siblings if device in lacking for _, raw in one.siblings[device])
        before = (one.acknowledged, reply.lacks)
        reply = one.send(ledger, returned=tuple(one.notices) if lacking else (), offered=offered)
        if (one.acknowledged, reply.lacks) == before and not reply.has_more:
            break
    one.meet(ledger)
