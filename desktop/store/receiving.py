"""Taking in what the central ledger answers: arrivals, batches of the centre's other PCs, notices, pieces of blobs.

Each call is all or nothing, inside the caller's transaction. What is held already, and what does not follow yet, is
passed over: an answer may come twice, late or out of order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from desktop.changes import Changes
from desktop.store.arriving import arrived_up_to, is_out_of_order, keep_arrival, told_anew
from desktop.store.facts import Facts
from desktop.store.independence import is_order_told
from desktop.store.naming import key_of
from desktop.store.received_batches import ReceivedBatches
from desktop.store.received_blobs import take_piece
from desktop.store.received_notices import ReceivedNotices
from desktop.store.sqlcipher import in_transaction
from desktop.store.store import Store
from ledger.domain.names import FactId
from ledger.wire.answering import Accepted, Sent
from ledger.wire.asking import Piece


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken in.

    changes: the facts, and all they name. rulings: how many, by outcome in small letters. problems: what was not taken
    and why, in plain words. not_following: feeds of the ledger of which it has another version than this PC: it was put
    back, and is to be given those notices again.
    """

    changes: Changes = field(default_factory=Changes)
    rulings: dict[str, int] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    not_following: tuple[bytes, ...] = ()


def take_arrivals(store: Store, accepted: Iterable[Accepted]) -> None:
    """Note which batches the ledger holds now, and in which order; before `take_batches` of the same answer."""
    is_rebuild_due = False
    with in_transaction(store.db):
        for one in sorted(accepted, key=lambda one: (one.device, one.first)):
            device = one.device or store.device
            is_rebuild_due |= told_anew(store.db, device, one.first, one.arrival)
            row = store.db.execute(
                "UPDATE batches SET arrival = coalesce(arrival, ?) WHERE device = ? AND first_seq = ?"
                " RETURNING last_seq, arrival",
                [one.arrival, device, one.first],
            ).fetchone()
            if row is not None:
                is_rebuild_due |= _must_make_again(store, device, *row)
        if is_rebuild_due:
            store.rebuild()


def _must_make_again(store: Store, device: bytes, last: int, arrival: int) -> bool:
    """Note an arrival; whether facts that come later were projected before, and it matters."""
    db, facts = store.db, Facts(store.db)
    up_to = arrived_up_to(db, device)
    if not keep_arrival(db, device, last, arrival) or not is_out_of_order(db, device, arrival):
        return False
    new = [entry for fact in facts.of(device, after=up_to, up_to=last) if (entry := facts.read(fact.name))]
    return not is_order_told(db, new, arrival, own=device, device=device)


def take_batches(store: Store, sent: Sequence[Sent]) -> Taken:
    """Take in batches of the centre's other PCs: each proved, opened, and put in its place in the order."""
    if not sent:
        return Taken()
    with in_transaction(store.db):
        received = ReceivedBatches(store)
        for one in sorted(sent):
            received.take(one)
        return Taken(received.finish(), problems=tuple(received.problems))


def take_notices(store: Store, raws: Sequence[bytes]) -> Taken:
    """Take in notices of the ledger, word for word, and let their facts do what they do."""
    if not raws:
        return Taken()
    with in_transaction(store.db):
        received = ReceivedNotices(store)
        for raw in raws:
            received.take(raw)
        return Taken(received.finish(), received.rulings, tuple(received.problems), tuple(received.not_following))


def take_pieces(store: Store, pieces: Iterable[Piece]) -> None:
    """Take in parts of blobs; a whole one that is what its name says is kept, and screens show what it says."""
    with in_transaction(store.db):
        for piece in pieces:
            take_piece(store, piece)


def note_trouble(store: Store, kind: str, about: FactId) -> None:
    """Put something on the list of what needs a person that no fact tells; kind: as in `ItemRow`."""
    with in_transaction(store.db):
        store.db.execute(
            "INSERT OR IGNORE INTO troubles (about, kind, at_ms) VALUES (?, ?, ?)",
            [key_of(about), kind, store.clock.now_ms()],
        )
