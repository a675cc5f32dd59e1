"""This PC and the network of centres and venues: whether it has joined, what is still to send, which places it has."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from desktop.problems import BadInput, NotFound
from desktop.services.seen import ListedVenueSeen, Pic
from desktop.services.wording import same
from desktop.store.membership import Membership
from desktop.store.outbox import Outbox
from desktop.store.store import Store
from ledger.domain.subjects import VenueWritten


class NetworkSeen(NamedTuple):
    """How this PC stands with the network.

    address: where the network is met, "" before this PC has joined. name: of the venue, for a door. to_send: facts the
    network does not hold yet; since_ms: when the first of them was written, 0 for none. met_ms: the last good exchange,
    0 for never; the list of keys is as old. keys: how many keys of others sign slips. now_ms: when this was seen.
    is_turned_away: the network knows this PC no more; it may join again.
    """

    address: str = ""
    name: str = ""
    to_send: int = 0
    since_ms: int = 0
    met_ms: int = 0
    keys: int = 0
    now_ms: int = 0
    is_practice: bool = False
    is_turned_away: bool = False

    @property
    def is_joined(self) -> bool:
        """Whether this PC belongs to a network."""
        return bool(self.address)


class Network:
    """What staff see of the network, and the venues they take from it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def now(self) -> NetworkSeen:
        """How it stands."""
        membership = Membership(self._store)
        ledger = membership.ledger
        if ledger is None:
            return NetworkSeen(is_practice=self._store.is_practice)
        waiting = Outbox(self._store).to_send()
        door, ours = self._store.read.door(), self._store.read.issuer_keys()
        return NetworkSeen(
            address=ledger.url,
            name="" if door is None else door.name,
            to_send=waiting.facts,
            since_ms=waiting.since_ms,
            met_ms=membership.standing().met_ms,
            keys=sum(row.issuer not in ours for row in self._store.read.issuers_of_network()),
            now_ms=self._store.clock.now_ms(),
            is_turned_away=bool(membership.kept("network_trouble")),
        )

    def write_file(self, file: Path) -> int:
        """Write what there is to send into a file for the network; how many facts stay to send until it is answered.

        Raises:
            NotEnrolled: this PC has joined no network. NotFound, ReadOnlyFolder, DiskFull: no file was written.
        """
        from desktop.sync.carrying import write_file  # noqa: PLC0415  where there is no line, now and then

        write_file(self._store, file)
        return Outbox(self._store).to_send().facts

    def read_file(self, file: Path) -> int:
        """Take in the answer to a file; how many slips were ruled on.

        Raises:
            NotAnAnswer, NotFound, BadInput: no answer. NotEnrolled. DiskFull: nothing was changed.
        """
        from desktop.sync.carrying import read_file  # noqa: PLC0415  as above

        return sum(read_file(self._store, file).rulings.values())

    def venues(self) -> list[ListedVenueSeen]:
        """The venues of the network, by their names."""
        here = {row.number for row in self._store.read.venues()}
        listed = sorted(self._store.read.venues_of_network(), key=lambda row: row.name.casefold())
        return [ListedVenueSeen(row.number, row.name, row.number in here) for row in listed]

    def take_venue(self, number: int, pic: Pic | None = None) -> str:
        """Add a venue of the network to the places of this centre; its name comes back.

        Its number is what its slips carry everywhere. A place here of the same name takes it too, unless slips for
        that are out with its old one.

        Raises:
            NotFound: the network has no such venue. BadInput: slips with the old number are out.
        """
        listed = next((row for row in self._store.read.venues_of_network() if row.number == number), None)
        if listed is None:
            raise NotFound("The network has no such place any more.")
        rows = self._store.read.venues(kept_only=False)
        old = next((row for row in rows if row.number == number), None)
        old = old or next((row for row in rows if row.is_kept and same(row.name, listed.name)), None)
        if old is not None and old.number != number and (out := self._out_for(old.number)):
            raise BadInput(
                f"{out} slips for {old.name} are out with the number {old.number} of this centre. Once they are used "
                "or made void, add it again: then its slips carry the number of the network."
            )
        picture = old.picture if old is not None else pic.id if pic is not None else ""
        with self._store.writing(self._store.new_draft()) as facts:
            facts.add(VenueWritten(None if old is None else old.id, listed.name, number, picture))
        return listed.name

    def _out_for(self, venue: int) -> int:
        return sum(slip.venue == venue for slip in self._store.read.slips_out())
