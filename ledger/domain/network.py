"""Facts about the network that move no minutes: keys, venues and PCs as the ledger lists them; what staff saw to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ledger.domain.bounds import CentreName, Device, Issuer, PublicKey, Signature, SlipNumber, VenueNumber
from ledger.domain.names import FactId
from ledger.domain.rulings import PurseTaken, Ruled, SlipTaken

NETWORK = bytes(16)
"""Stands for the centre in the one feed of the ledger that every PC and door follows: keys and venues."""


@dataclass(frozen=True, slots=True)
class IssuerListed:
    """A key of the network that signs slips; centre: whose, 16 bytes."""

    kind: ClassVar[int] = 77
    public_key: PublicKey
    centre: CentreName


@dataclass(frozen=True, slots=True)
class IssuerRevoked:
    """A key signs no more slips. good: numbers that are still good; of many, several facts say 200 each."""

    kind: ClassVar[int] = 78
    issuer: Issuer
    good: tuple[SlipNumber, ...] = ()


@dataclass(frozen=True, slots=True)
class VenueListed:
    """A venue of the network, with the number its slips carry; "" as a name takes it off the list."""

    kind: ClassVar[int] = 79
    number: VenueNumber
    name: str


@dataclass(frozen=True, slots=True)
class DeviceListed:
    """A further PC of this centre.

    by: the device that vouched for it; signature: what that device signed (`wire.joining`). is_successor: a second copy
    of `by` that went on by itself, or one brought back from a backup.
    """

    kind: ClassVar[int] = 80
    public_key: PublicKey
    by: Device
    signature: Signature
    is_successor: bool


@dataclass(frozen=True, slots=True)
class DeviceRevoked:
    """A PC of this centre is no longer heard."""

    kind: ClassVar[int] = 81
    device: Device


@dataclass(frozen=True, slots=True)
class ItemDone:
    """A worker saw to something that needed a person; about: the fact the item came from."""

    kind: ClassVar[int] = 82
    about: FactId


@dataclass(frozen=True, slots=True)
class DoorOpened:
    """A venue's door began on this PC; number: what the venue's slips carry."""

    kind: ClassVar[int] = 83
    name: str
    number: VenueNumber


_BY_THE_LEDGER = (
    Ruled,
    SlipTaken,
    PurseTaken,
    IssuerListed,
    IssuerRevoked,
    VenueListed,
    DeviceListed,
    DeviceRevoked,
)
LEDGER_ONLY: frozenset[type[object]] = frozenset(_BY_THE_LEDGER)
"""Facts that only the central ledger writes, and it writes no others: no PC cuts or takes a batch with one."""
LEDGER_ONLY_KINDS = frozenset(fact.kind for fact in _BY_THE_LEDGER)
