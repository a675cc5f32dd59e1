"""The order of facts: by arrival at the ledger, then what this PC wrote and the ledger does not hold yet.

A ledger that was put back and does not know it may give one number twice: then the devices' names tell.
"""

from __future__ import annotations

from typing import Final

from desktop.store.sqlcipher import Database

EPOCH_SHIFT: Final = 32
"""Above these bits of an arrival stands the ledger's epoch."""


def comes_last(db: Database, device: bytes, arrival: int, *, own: bytes) -> bool:
    """Whether facts of a device that arrive so come after everything that is projected already. own: this PC's feed."""
    later = db.execute("SELECT 1 FROM arrivals WHERE (arrival, device) > (?, ?) LIMIT 1", [arrival, device]).fetchone()
    row = db.execute("SELECT max(seq) FROM facts WHERE device = ?", [own]).fetchone()
    return later is None and (row[0] or 0) <= arrived_up_to(db, own)


def is_out_of_order(db: Database, device: bytes, arrival: int) -> bool:
    """Whether facts of another device that arrived later were projected before those of this one."""
    later = "SELECT 1 FROM arrivals WHERE (arrival, device) > (?1, ?2) AND device <> ?2 LIMIT 1"
    return db.execute(later, [arrival, device]).fetchone() is not None


def arrived_up_to(db: Database, device: bytes) -> int:
    """The last place of a device's feed whose arrival is known, 0 for none."""
    row = db.execute("SELECT max(last_seq) FROM arrivals WHERE device = ?", [device]).fetchone()
    return int(row[0] or 0)


def told_anew(db: Database, device: bytes, first: int, arrival: int) -> bool:
    """A ledger that was put back lost a batch, and numbers it anew in its epoch; whether facts changed places by it.

    first: where the batch begins. It was the end of what the ledger lost of this feed, or what follows is numbered anew
    too, and until then comes right behind: no feed overtakes itself.
    """
    was, behind = _arrival_of(db, device, first), _arrival_of(db, device, first - 1) if first > 1 else None
    if was is None or was >= arrival:
        return False
    if was >> EPOCH_SHIFT == arrival >> EPOCH_SHIFT and was != behind:
        return False  # it was told in this epoch; else it only came right behind what is before it
    before = _turns(db)
    if first > 1:  # what came before it stays where it was
        keep = "INSERT OR IGNORE INTO arrivals (device, last_seq, arrival) VALUES (?, ?, ?)"
        db.execute(keep, [device, first - 1, was])
    later = "UPDATE arrivals SET arrival = ?1 WHERE device = ?2 AND last_seq >= ?3 AND arrival < ?1"
    db.execute(later, [arrival, device, first])
    db.execute(
        "UPDATE batches SET arrival = ?1 WHERE device = ?2 AND first_seq >= ?3 AND arrival < ?1",
        [arrival, device, first],
    )
    return _turns(db) != before


def _arrival_of(db: Database, device: bytes, seq: int) -> int | None:
    """With which arrival a fact came, None while that is not known."""
    sql = "SELECT arrival FROM arrivals WHERE device = ? AND last_seq >= ? ORDER BY last_seq LIMIT 1"
    row = db.execute(sql, [device, seq]).fetchone()
    return None if row is None else int(row[0])


def _turns(db: Database) -> list[tuple[bytes, int]]:
    """Whose facts come after whose, and up to which place each time."""
    turns: list[tuple[bytes, int]] = []
    for device, last in db.execute("SELECT device, last_seq FROM arrivals ORDER BY arrival, device, last_seq"):
        if turns and turns[-1][0] == device:
            turns.pop()
        turns.append((device, last))
    return turns


def keep_arrival(db: Database, device: bytes, last: int, arrival: int) -> bool:
    """Note with which arrival the facts of a device came, up to a place; whether that was not known yet.

    What was told once in an epoch stays: a pack, or a batch that is told again, puts no fact in another place.
    """
    up_to = arrived_up_to(db, device)
    if last <= up_to:
        return False
    # One row for a whole run of batches that nothing of another device came between.
    joined = db.execute(
        "UPDATE arrivals SET last_seq = ?1, arrival = ?2 WHERE device = ?3 AND last_seq = ?4 AND arrival = ?2 - 1"
        " AND NOT EXISTS (SELECT 1 FROM arrivals AS told WHERE told.arrival IN (?2, ?2 - 1) AND told.device <> ?3)",
        [last, arrival, device, up_to],
    )
    if not joined.rowcount:
        db.execute("INSERT INTO arrivals (device, last_seq, arrival) VALUES (?, ?, ?)", [device, last, arrival])
    return True
