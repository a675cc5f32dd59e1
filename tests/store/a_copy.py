"""Copies of a PC, as the tests of succession use them."""

from __future__ import annotations

import shutil
from pathlib import Path

from desktop.store.facts import Facts
from desktop.store.sqlcipher import connect
from desktop.store.store import Store
from desktop.store.succession import succeed
from ledger.domain.accounts import GOODWILL
from ledger.domain.names import device_name
from ledger.domain.network import DeviceListed
from ledger.domain.rulings import PurseTaken
from ledger.wire.asking import Joining
from tests.store.a_centre import STORE_KEY
from tests.store.a_network import CENTRE, Pc


def copy_of(pc: Pc, file: Path) -> Pc:
    """Another PC with a copy of the data folder."""
    pc.store.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(file.with_name("a.db"), file)
    db = connect(file, STORE_KEY)
    copy = Store(db, clock=pc.store.clock, folder=file.parent, on_close=lambda: None)
    return Pc(copy, pc.post, taps=1000)


def go_on(pc: Pc, since: int = 1) -> Joining:
    """The ledger's version of the own feed comes, from a batch on, and the PC goes on as another."""
    return succeed(pc.store, pc.post.sent[since:])


def join(joining: Joining, *pcs: Pc, by: bytes = CENTRE) -> None:
    """The ledger lists the new device that another one vouched for, and tells the PCs."""
    told = [pcs[0].post.tell(DeviceListed(joining.public, by, joining.signature, is_successor=joining.is_successor))]
    if joining.takes_purse:
        last = Facts(pcs[0].store.db).end(CENTRE).seq
        told.append(pcs[0].post.tell(PurseTaken(CENTRE, last, device_name(joining.public))))
    for pc in pcs:
        pc.hear(*told)


def goodwill(pc: Pc) -> int:
    return pc.store.read.minutes(GOODWILL)
