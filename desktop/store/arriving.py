"""The order of facts: by arrival at the ledger, then what this PC wrote and the ledger does not hold yet.

A ledger that was put back and does not know it may give one number twice: then the devices' names tell.
"""

from __future__ import annotations

from desktop.store.sqlcipher import Database


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


def keep_arrival(db: Database, device: bytes, last: int, arrival: int) -> bool:
    """Note with which arrival the facts of a device came, up to a place; whether that was not known yet.

    What was told once stays: a pack, or a batch that is told again, puts no fact in another place.
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
