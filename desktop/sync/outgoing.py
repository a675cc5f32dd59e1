"""What this PC asks: one signed request, made in one transaction on the store's thread, counted before it is sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from desktop.store.blob_outbox import MOST_WANTS, BlobOutbox
from desktop.store.doubts import Doubts
from desktop.store.forks import Forks
from desktop.store.membership import Ledger, Membership, PutBy, Standing
from desktop.store.outbox import Outbox
from desktop.store.relay import Relay
from desktop.store.sqlcipher import in_transaction
from desktop.store.store import Store
from desktop.sync.lacking import lacking
from desktop.sync.problems import NotEnrolled
from desktop.sync.successors import is_told_again, joining_kept
from ledger.domain.names import device_name
from ledger.wire.asking import ROOM_BYTES, Held, Joining, Mark, Piece, Request, Short, shorten, write_request
from ledger.wire.batch import read
from ledger.wire.fields import MOST_LISTED
from ledger.wire.keys import public_key


@dataclass(frozen=True, slots=True)
class _Load:
    """What a request brings besides places in feeds."""

    batches: tuple[Short, ...] = field(default=(), repr=False)
    offered: tuple[bytes, ...] = field(default=(), repr=False)
    returned: tuple[bytes, ...] = field(default=(), repr=False)
    pieces: tuple[Piece, ...] = field(default=(), repr=False)
    joins: tuple[Joining, ...] = ()
    forks: tuple[bytes, ...] = ()
    marks: tuple[Mark, ...] = ()


def prepare(store: Store, *, room: int = ROOM_BYTES) -> bytes:
    """The next request: facts first, then blobs, as much as fits; its counter is on the disk when this returns.

    room: bytes for batches, notices and pieces together; one batch goes in any case.

    Raises:
        NotEnrolled: this PC has joined no network. DiskFull, ReadOnlyFolder, DiskTrouble: nothing was changed.
    """
    with in_transaction(store.db):
        membership = Membership(store)
        ledger = membership.ledger
        if ledger is None:
            raise NotEnrolled
        counter = membership.next_counter()
        standing = membership.standing()
        if membership.kept("old_device_seed"):
            return _handing_on(store, ledger, standing)
        siblings = Relay(store).asked()
        load = _Load()
        if standing.is_behind:
            siblings.append(Held(store.device, _own_feed_held(store, standing)))
        elif standing.must_prove:
            load = _Load(returned=Relay(store).introduction())
        else:
            load = _load(store, room)
        request = Request(
            ledger.centre,
            store.device,
            standing.epoch,
            counter,
            own=standing.held_seq,
            seen=tuple(Relay(store).seen()),
            siblings=tuple(siblings),
            batches=load.batches,
            offered=load.offered,
            returned=load.returned,
            pieces=load.pieces,
            wants=tuple(BlobOutbox(store).wants(counter, most=max(1, MOST_WANTS * room // ROOM_BYTES))),
            issuers=_issuers_to_list(store),
            joins=load.joins,
            forks=load.forks,
            marks=load.marks,
            receipt=membership.kept("receipt") if standing.must_prove else b"",
        )
        return write_request(request, store.secret("device_seed"))


def cut_more(store: Store) -> bool:
    """Put a few more facts into batches ahead of `prepare`; whether there are more to come for one request.

    Cutting a year's facts takes seconds, and taps wait for the same thread: so it is done in short goes.
    """
    outbox = Outbox(store)
    return Membership(store).ledger is not None and outbox.unsent_bytes() < ROOM_BYTES and outbox.cut()


def _load(store: Store, room: int) -> _Load:
    relay, outbox = Relay(store), Outbox(store)
    lacks, doubts, again = lacking(store), Doubts(store), Forks(store).to_say()
    returned = relay.returned(lacks, room)
    room -= sum(map(len, returned))
    outbox.cut()
    outbox.pack()
    batches = outbox.unsent(room, is_alone=not returned)
    room -= sum(len(one.raw) for one in batches)
    offered = relay.offered([*lacks, *doubts.lacks()], room, is_alone=not (returned or batches))
    offered += [raw for raw in (*again.offered, *doubts.to_offer(lacks)) if raw not in offered]
    offered = _fitting(offered, room, is_alone=not (returned or batches))
    room -= sum(map(len, offered))
    has_all = not outbox.has_unsent(beyond=batches)
    return _Load(
        tuple(shorten(read(one.raw)) for one in batches),
        tuple(offered),
        tuple(returned),
        tuple(BlobOutbox(store).pieces(room)) if has_all else (),
        tuple(again.joins),
        tuple(again.done[:MOST_LISTED]),
        tuple(relay.marks(lacks)),
    )


def _fitting(raws: Sequence[bytes], room: int, *, is_alone: bool) -> list[bytes]:
    """The first of them that fit; is_alone: nothing else is in the request, and one goes in any case."""
    fitting: list[bytes] = []
    for raw in raws:
        room -= len(raw)
        if (fitting or not is_alone) and (room < 0 or len(fitting) == MOST_LISTED):
            break
        fitting.append(raw)
    return fitting


def _handing_on(store: Store, ledger: Ledger, standing: Standing) -> bytes:
    """A request of the device this PC was, that tells of the one it is now, and nothing else."""
    membership, relay = Membership(store), Relay(store)
    seed = membership.kept("old_device_seed")
    device = device_name(public_key(seed))
    request = Request(ledger.centre, device, standing.epoch, standing.counter, joins=(joining_kept(membership),))
    if not is_told_again(membership):
        held = dict(relay.asked())
        request = replace(
            request,
            own=held.pop(device, 0),
            seen=tuple(relay.seen()),
            siblings=tuple(Held(*one) for one in held.items()),
            receipt=membership.kept("receipt") if standing.must_prove else b"",
        )
    return write_request(request, seed)


def _own_feed_held(store: Store, standing: Standing) -> int:
    put_by = PutBy(store).own_feed()
    return read(put_by[-1][1]).header.last if put_by else standing.held_seq


def _issuers_to_list(store: Store) -> tuple[bytes, ...]:
    listed = {one.public_key for one in store.read.issuers_of_network()}
    return tuple(public for public in store.read.issuer_keys().values() if public not in listed)
