"""Joining a network by a one-time code: a centre's first PC, whose records are open, or a venue's door, new."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from desktop.clock import Clock, WallClock
from desktop.problems import BadInput, NotAllowed
from desktop.store.blob_outbox import BlobOutbox
from desktop.store.door_founding import DoorFounding, place_for_door
from desktop.store.founding import NewCentre
from desktop.store.membership import Ledger, Membership
from desktop.store.sqlcipher import in_transaction
from desktop.store.store import Store
from desktop.sync.address import address as checked
from desktop.sync.lacking import keep_all_lacking
from desktop.sync.outcome import OnStore
from desktop.sync.problems import BadCode, ExpiredCode, LedgerTrouble, NoConnection, NotForThisPC, UsedCode
from desktop.sync.proving import epoch_proved
from desktop.sync.replies import not_ours, problem_in
from desktop.sync.transport import ENROL, Transport
from ledger.domain.names import device_name
from ledger.wire.joining import (
    Asking,
    BadEnrolment,
    Code,
    Enrolled,
    NotACode,
    read_enrolled,
    write_asking,
)
from ledger.wire.keys import public_key

Road = Callable[[str], Transport]

_OK: Final = 200
_REFUSALS: Final[Mapping[str, type[BadCode]]] = {
    kind.code: kind for kind in (BadCode, UsedCode, ExpiredCode, NotForThisPC)
}


@dataclass(frozen=True, slots=True)
class DoorWish:
    """How a door is to begin. staff_pin_hash: as the staff door made it, empty for none. is_sheet_due: see `Founding`.

    clock: of the new records.
    """

    staff_pin_hash: bytes = field(default=b"", repr=False)
    is_sheet_due: bool = False
    clock: Clock = field(default_factory=WallClock)


def enrol(on_store: OnStore, address: str, typed: str, *, road: Road) -> Enrolled:
    """Let the centre that is open join; everything written before is sent with the exchanges that follow.

    typed: the code. The same code may be used again by this PC if the answer was lost.

    Raises:
        BadInput: no address, or no code. NotAllowed: a practice centre, or it has joined already.
        BadCode, UsedCode, ExpiredCode, NotForThisPC: the ledger says no. NetworkProblem: it was not reached.
    """
    url, code = checked(address), _code(typed)
    seed, asking = on_store(lambda store: _asking_of(store, code))
    enrolled = _ask(road, url, code, asking, seed)
    ledger = Ledger(url, enrolled.ledger_public, asking.founder)
    on_store(lambda store: keep_enrolled(store, ledger, enrolled))
    return enrolled


def found_door(folder: Path, address: str, typed: str, *, road: Road, wish: DoorWish | None = None) -> NewCentre:
    """Make a venue's door in an empty folder, enrolled and open. Killed at any moment, there is the whole door or none.

    Raises:
        BadInput, BadCode, …, NetworkProblem: as `enrol`; there is no door, and the code may be used again here.
        CentreHereAlready, AlreadyOpen, SyncedFolder, …, DiskFull: not in this folder.
    """
    url, code = checked(address), _code(typed)
    wish = wish or DoorWish(is_sheet_due=True)
    with place_for_door(folder) as place:
        seed = place.seed(code.secret)
        device = device_name(public_key(seed))
        enrolled = _ask(road, url, code, Asking(code.secret, public_key(seed), device), seed)
        if not enrolled.venue:
            raise NotForThisPC(
                "This code is for a centre, and a centre is begun first. A place needs a code of its own."
            )
        founding = DoorFounding(
            enrolled.name,
            enrolled.venue,
            Ledger(url, enrolled.ledger_public, device),
            enrolled.epoch,
            enrolled.now_ms,
            wish.staff_pin_hash,
            wish.is_sheet_due,
        )
        return place.found(founding, seed, clock=wish.clock)


def _code(typed: str) -> Code:
    try:
        return Code.from_text(typed)
    except NotACode as error:
        raise BadInput("A code has 24 letters and numbers, in six groups of four. Check each of them.") from error


def _asking_of(store: Store, code: Code) -> tuple[bytes, Asking]:
    membership = Membership(store)
    ledger = membership.ledger
    if store.is_practice:
        raise NotAllowed("A practice centre counts for nothing and joins no network.")
    if ledger is not None and not (membership.kept("network_trouble") and code.is_of(ledger.public)):
        raise NotAllowed("This PC has joined a network already.")
    # Where the ledger has not heard yet that this PC goes on as another device, the one it was is let in again.
    seed = membership.kept("old_device_seed") or store.secret("device_seed")
    issuers = tuple(store.read.issuer_keys().values())
    founder = store.device if ledger is None else ledger.centre
    return seed, Asking(code.secret, public_key(seed), founder, issuers)


def _ask(road: Road, url: str, code: Code, asking: Asking, seed: bytes) -> Enrolled:
    asked = write_asking(asking, seed)
    transport = road(url)
    try:
        status, answered = transport.send(ENROL, asked)
    except NoConnection as gone:
        if str(gone) != gone.what_to_do:
            raise
        # Nothing joins by itself, as the rest is sent by itself: the person at the screen has to try again.
        raise type(gone)(gone.when_joining) from gone
    finally:
        transport.close()
    problem = "" if status == _OK else problem_in(answered)
    if problem:
        raise _REFUSALS.get(problem, LedgerTrouble)
    try:
        return read_enrolled(answered, asked=asked, code=code)
    except BadEnrolment as error:
        raise not_ours(status, answered) from error


def keep_enrolled(store: Store, ledger: Ledger, enrolled: Enrolled) -> None:
    """The ledger let this PC in. Where it joins again, the ledger was set back to before it first did."""
    with in_transaction(store.db):
        BlobOutbox(store).forget_held()
        keep_all_lacking(store)
        membership = Membership(store)
        epoch = max(enrolled.epoch, epoch_proved(membership, ledger, store.device))
        membership.join(ledger, epoch=epoch, ledger_ms=enrolled.now_ms)
