"""How this PC and the network stand with each other, feed by feed; read without touching the network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from desktop.store.membership import Membership
from desktop.store.outbox import Outbox
from desktop.store.own_feed import OwnFeed
from desktop.store.relay import Relay
from desktop.store.store import Store
from ledger.domain.names import FactId

Whose = Literal["own", "sibling", "centre", "network"]
MS_IN_A_DAY: Final = 86_400_000


@dataclass(frozen=True, slots=True)
class FeedStatus:
    """One feed. name: of a device, "" for those of the ledger. here, there: places; there: as the ledger last said."""

    whose: Whose
    name: str
    here: int
    there: int
    epoch: int = 0


@dataclass(frozen=True, slots=True)
class Status:
    """How it stands.

    url: "" before this PC has joined. to_send: facts; since_ms: when the oldest of them was written. met_ms: the last
    good exchange, by this PC's clock, 0 for never. keys_age_days: since the list of keys was last brought up to date,
    None for never. trouble: what the ledger said, "" or `revoked`, `unknown_device`. is_behind: another copy of this
    PC has written; it is being put right.
    """

    url: str = ""
    epoch: int = 0
    to_send: int = 0
    since_ms: int = 0
    met_ms: int = 0
    keys_age_days: int | None = None
    trouble: str = ""
    is_behind: bool = False
    feeds: tuple[FeedStatus, ...] = ()

    @property
    def is_joined(self) -> bool:
        """Whether this PC has joined a network."""
        return self.url != ""


def status(store: Store) -> Status:
    """How it stands now; on the store's thread."""
    membership = Membership(store)
    ledger, standing = membership.ledger, membership.standing()
    if ledger is None:
        return Status()
    to_send = Outbox(store).to_send()
    age_ms = store.clock.now_ms() - standing.met_ms
    return Status(
        ledger.url,
        standing.epoch,
        to_send.facts,
        to_send.since_ms,
        standing.met_ms,
        max(0, age_ms // MS_IN_A_DAY) if standing.met_ms else None,
        membership.kept("network_trouble").decode(),
        bool(standing.is_behind),
        _feeds(store),
    )


def _feeds(store: Store) -> tuple[FeedStatus, ...]:
    standing, relay = Membership(store).standing(), Relay(store)
    own = FeedStatus("own", _name(store.device), OwnFeed(store).end, standing.held_seq)
    siblings = [FeedStatus("sibling", _name(device), seq, seq) for device, seq in relay.siblings()]
    seen = {(one.epoch, one.is_network): one.seq for one in relay.seen()}
    epoch = standing.epoch
    centre = FeedStatus("centre", "", seen.get((epoch, False), 0), standing.centre_feed, epoch)
    network = FeedStatus("network", "", seen.get((epoch, True), 0), standing.network_feed, epoch)
    return (own, *siblings, centre, network)


def _name(device: bytes) -> str:
    return FactId(device, 1).text.rpartition("-")[0]
