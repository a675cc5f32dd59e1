"""What readings of the network return: keys, venues and PCs as the central ledger lists them, and items for staff."""

from __future__ import annotations

from typing import NamedTuple

from ledger.domain.names import FactId


class IssuerRow(NamedTuple):
    """A key of the network that signs slips; centre: whose, 16 bytes. is_revoked: it signs no more."""

    issuer: bytes
    public_key: bytes
    centre: bytes
    is_revoked: bool


class IssuerKeyRow(NamedTuple):
    """A key of this centre; device: the PC that signs with it. since_ms: 0 where nobody knows.

    is_stopped: it signs no more, by the centre's word or the network's. good: how many of its slips are good even so.
    """

    issuer: bytes
    public_key: bytes
    device: bytes
    since_ms: int
    is_stopped: bool
    good: int


class ListedVenueRow(NamedTuple):
    """A venue of the network; number: what its slips carry."""

    number: int
    name: str


class DoorRow(NamedTuple):
    """The venue whose door this PC is; number: what its slips carry."""

    name: str
    number: int


class DeviceRow(NamedTuple):
    """A further PC of this centre.

    device: its name, 16 bytes. by: the device that vouched for it with `signature`. is_successor: a second copy of
    `by` that went on by itself.
    """

    device: bytes
    public_key: bytes
    by: bytes
    signature: bytes
    is_successor: bool
    is_revoked: bool


class ItemRow(NamedTuple):
    """Something that needs a person; `ItemDone(about)` takes it off the list, and one about that puts it back.

    kind, of slips: `taken_before`, `revoked_key`, `other_place`, `too_much`, `earlier_epoch` or `given_back` (handed in
    here, and paid by goodwill), `void_refused` (the paper of a lost slip was used), `note_refused`, `issue_unseen` (of
    ours, taken elsewhere, and nobody has seen its print). Of PCs: `another_copy`, `purse_gone`. Of what came:
    `unreadable`, `newer` (spending is paused), and what `receiving.note_trouble` noted: `batch_refused`, `forked`,
    `bad_batch`. Of what members said of an activity: `said_bad`, `said_very_bad`. about: the fact it came from.
    minutes: 0 where none are in question. issuer, number: the slip.
    """

    kind: str
    about: FactId
    at_ms: int
    minutes: int = 0
    issuer: bytes | None = None
    number: int | None = None
