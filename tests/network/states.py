"""What a PC and the ledger hold, as values that can be compared: equal states are equal however they came about.

Left out is only what must differ between two runs: the time of the ledger's own facts and what follows from it (their
signatures and heads), counters, keys, and how facts happened to be cut into batches, and photos into pieces.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import create_engine, select

from desktop.store.sqlcipher import Database
from ledger.domain.feed import Entry
from ledger.domain.names import FactId
from ledger.server.tables import metadata
from ledger.server.verify import verify
from ledger.wire.codec import decode
from tests.network.centres import Pc
from tests.network.ledgers import Ledger

State = dict[str, list[tuple[Any, ...]]]

_OTHERWISE = {"secrets", "meta", "drafts", "batches", "arrivals", "notices", "blob_marks", "facts"}
"""Tables of a PC that are compared by what they mean, or hold what two runs never share."""
_OTHERWISE_THERE = {"own", "codes", "batches", "notices", "pieces"}
_NEVER_SHARED = {"counter", "ledger_feeds.head"}


def state_of(pc: Pc) -> State:
    """Everything a PC holds, once its own check finds no fault with it."""
    with pc.opened() as parts:
        verified = parts.store.verify()
        assert verified.ok, verified.problems
        return _of_store(parts.store.db, parts.store.device)


def state_of_ledger(ledger: Ledger) -> State:
    """Everything the ledger holds, once its own check finds no fault with it."""
    engine = create_engine(ledger.address)
    found = verify(engine)
    assert found.problems == []
    with engine.connect() as connection:
        state: State = {}
        for table in metadata.sorted_tables:
            columns = [one for one in table.columns if _is_shared(one.name) and _is_shared(f"{table.name}.{one.name}")]
            if table.name not in _OTHERWISE_THERE:
                state[table.name] = _in_order([tuple(row) for row in connection.execute(select(*columns))])
        held = metadata.tables["batches"].c
        state["held"] = _stretches(
            [tuple(row) for row in connection.execute(select(held.device, held.first, held.last))]
        )
    engine.dispose()
    return state


def difference(one: State, other: State) -> str:
    """In which tables two states differ and how, for people; "" where they are equal."""
    lines = []
    for name in sorted(one.keys() | other.keys()):
        left, right = one.get(name, []), other.get(name, [])
        if left != right:
            lines.append(f"{name}: {len(left)} and {len(right)} rows")
            lines += [f"  only in the one: {row!r:.300}" for row in left if row not in right][:5]
            lines += [f"  only in the other: {row!r:.300}" for row in right if row not in left][:5]
    return "\n".join(lines)


def _of_store(db: Database, device: bytes) -> State:
    state: State = {}
    for name in db.table_names():
        columns = [one.name for one in db.table(name).columns if _is_shared(one.name)]
        if name not in _OTHERWISE:
            state[name] = _in_order(db.execute(f"SELECT {', '.join(columns)} FROM {name}").fetchall())  # noqa: S608
    rows = db.execute("SELECT device, seq, body FROM facts ORDER BY device, seq").fetchall()
    state["facts"] = [_fact(FactId(bytes(one), seq), bytes(body), device) for one, seq, body in rows]
    held = "SELECT device, first_seq, last_seq FROM batches WHERE arrival IS NOT NULL"
    state["held"] = _stretches(db.execute(held).fetchall())
    return state


def _fact(name: FactId, body: bytes, own: bytes) -> tuple[Any, ...]:
    """Of this PC's own feed the very bytes; of the ledger's what they say, without when it said so."""
    if name.device == own:
        return name, body
    entry: Entry = decode(name, body)
    return name, entry.fact


def _stretches(held: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Batches put together to how far each feed goes without a gap: (device, first, last)."""
    found: list[tuple[bytes, int, int]] = []
    for device, first, last in sorted((bytes(device), first, last) for device, first, last in held):
        if found and found[-1][0] == device and first <= found[-1][2] + 1:
            found[-1] = (device, found[-1][1], max(last, found[-1][2]))
        else:
            found.append((device, first, last))
    return list(found)


def _whole(pieces: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Pieces put together to what is held of each blob: (centre, digest, bytes)."""
    found: dict[tuple[bytes, bytes], bytes] = {}
    for centre, name, part in pieces:
        found[centre, name] = found.get((centre, name), b"") + part
    return [(*name, whole) for name, whole in found.items()]


def _is_shared(name: str) -> bool:
    return name not in _NEVER_SHARED and not name.endswith("_ms")


def _in_order(rows: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return sorted((tuple(row) for row in rows), key=repr)
