"""The central ledger's tables: nothing about a person, and every key begins with its partition.

A partition is a centre (or a venue's door, or `NETWORK`), and for slips their issuer. `own`, `codes`, `issuers` and
`venues` are small reference tables that a distributed PostgreSQL keeps everywhere. There are no serial numbers and no
triggers (docs/decisions/080).
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)

metadata = MetaData()

REFERENCE = frozenset({"own", "codes", "issuers", "venues"})
"""Small tables that every partition may point to."""
CENTRE, DOOR, NETWORK_KIND = "centre", "door", "network"
"""What a row of `centres` is; the one of `NETWORK` holds the lock of the feed that all follow."""
CENTRE_CODE, DEVICE_CODE, VENUE_CODE = "centre", "device", "venue"
"""What a row of `codes` lets in."""


def _bytes(name: str, *, is_optional: bool = False) -> Column[bytes]:
    return Column(name, LargeBinary, nullable=is_optional)


def _number(name: str, *, is_optional: bool = False) -> Column[int]:
    return Column(name, BigInteger, nullable=is_optional, autoincrement=False)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _yes(name: str) -> Column[bool]:
    return Column(name, Boolean(create_constraint=False), nullable=False)


def _small(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False, autoincrement=False)


own = Table(
    "own",
    metadata,
    Column("name", Text, nullable=False),  # seed, epoch, closed: see own.py
    _bytes("value"),
    PrimaryKeyConstraint("name"),
    sqlite_with_rowid=False,
)

# One-time codes: only their digests. One of an earlier epoch is dead. name: of the centre or venue to be; centre: of a
# further PC; venue: of a door, 0 otherwise.
codes = Table(
    "codes",
    metadata,
    _bytes("digest"),
    _text("kind"),
    _text("name"),
    _bytes("centre", is_optional=True),
    _number("venue"),
    _number("epoch"),
    _number("made_ms"),
    _number("expires_ms"),
    _number("used_ms", is_optional=True),
    _bytes("used_by", is_optional=True),
    PrimaryKeyConstraint("digest"),
    sqlite_with_rowid=False,
)

# Keys that sign slips. device: whose key it is, where known, so that it goes when the device goes. revoked_ms: None
# while good. good: numbers of a revoked key that are still good, 8 bytes each.
issuers = Table(
    "issuers",
    metadata,
    _bytes("issuer"),
    _bytes("public_key"),
    _bytes("centre"),
    _bytes("device", is_optional=True),
    _number("revoked_ms", is_optional=True),
    _bytes("good"),
    PrimaryKeyConstraint("issuer"),
    sqlite_with_rowid=False,
)

# Places of the network, with the number their slips carry; "" as a name: off the list.
venues = Table(
    "venues",
    metadata,
    _number("number"),
    _text("name"),
    PrimaryKeyConstraint("number"),
    sqlite_with_rowid=False,
)

# arrivals: how many batches were numbered. purse: the device that takes minutes from members, None for a door.
# met_epoch: the last epoch in which it met and gave back all it had. closed: up to which epoch its provisional
# settlements have become final.
centres = Table(
    "centres",
    metadata,
    _bytes("centre"),
    _text("kind"),
    _text("name"),
    _number("venue"),
    _number("added_ms"),
    _number("met_epoch"),
    _number("met_ms"),
    _number("arrivals"),
    _number("closed"),
    _bytes("purse", is_optional=True),
    PrimaryKeyConstraint("centre"),
    sqlite_with_rowid=False,
)

# counter: of the last request. met_epoch: the last epoch in which it was told anew where batches stand. voucher,
# signature: the device that vouched for it, itself for a founder.
devices = Table(
    "devices",
    metadata,
    _bytes("centre"),
    _bytes("device"),
    _bytes("public_key"),
    _number("counter"),
    _number("added_ms"),
    _number("met_epoch"),
    _number("met_ms"),
    _number("revoked_ms", is_optional=True),
    _bytes("voucher"),
    _bytes("signature"),
    _yes("is_successor"),
    PrimaryKeyConstraint("centre", "device"),
    ForeignKeyConstraint(["centre"], ["centres.centre"]),
    sqlite_with_rowid=False,
)

# How far each device's feed is held.
feeds = Table(
    "feeds",
    metadata,
    _bytes("centre"),
    _bytes("device"),
    _number("seq"),
    _bytes("head"),
    PrimaryKeyConstraint("centre", "device"),
    ForeignKeyConstraint(["centre", "device"], ["devices.centre", "devices.device"]),
    sqlite_with_rowid=False,
)

# Batches as they came: `bytes(Batch)`. Keyed by their end, so that "what comes after N" is one step in the key.
batches = Table(
    "batches",
    metadata,
    _bytes("centre"),
    _bytes("device"),
    _number("last"),
    _number("first"),
    _number("arrival"),
    _bytes("previous"),
    _bytes("head"),
    _bytes("raw"),
    PrimaryKeyConstraint("centre", "device", "last"),
    ForeignKeyConstraint(["centre", "device"], ["devices.centre", "devices.device"]),
    Index("batches_by_arrival", "centre", "arrival", unique=True),
)

# What the open parts of a centre's batches come to, for each class of account.
sums = Table(
    "sums",
    metadata,
    _bytes("centre"),
    _small("class"),
    _number("minutes"),
    PrimaryKeyConstraint("centre", "class"),
    ForeignKeyConstraint(["centre"], ["centres.centre"]),
    sqlite_with_rowid=False,
)

# number: 8 bytes, big-endian. print_*: the fact that printed it, None while unseen; minutes and venue follow from it.
# claim_*: the fact that holds it; claim_minutes: all that device took (a credit note adds); claim_epoch: of its ruling.
slips = Table(
    "slips",
    metadata,
    _bytes("issuer"),
    _bytes("number"),
    _number("minutes"),
    _number("venue"),
    _bytes("print_centre", is_optional=True),
    _bytes("print_device", is_optional=True),
    _number("print_seq", is_optional=True),
    _bytes("claim_centre", is_optional=True),
    _bytes("claim_device", is_optional=True),
    _number("claim_seq", is_optional=True),
    _number("claim_minutes"),
    _number("claim_venue"),
    _number("claim_epoch"),
    PrimaryKeyConstraint("issuer", "number"),
    sqlite_with_rowid=False,
)

# The ruling in force for a fact of this centre, where one was needed. issuer, number, minutes: what it took (below
# zero: gave back), empty while the fact of a returned ruling has not come back. epoch: in which it was said.
rulings = Table(
    "rulings",
    metadata,
    _bytes("centre"),
    _bytes("device"),
    _number("seq"),
    _small("outcome"),
    _small("why"),
    _bytes("home"),
    _bytes("issuer"),
    _bytes("number"),
    _number("minutes"),
    _number("epoch"),
    PrimaryKeyConstraint("centre", "device", "seq"),
    ForeignKeyConstraint(["centre"], ["centres.centre"]),
    Index("rulings_of_slip", "centre", "issuer", "number"),
    Index("rulings_by_outcome", "centre", "outcome", "epoch"),
    sqlite_with_rowid=False,
)

# The ledger's own feeds, one for each epoch and centre.
ledger_feeds = Table(
    "ledger_feeds",
    metadata,
    _bytes("centre"),
    _number("epoch"),
    _number("seq"),
    _bytes("head"),
    PrimaryKeyConstraint("centre", "epoch"),
    ForeignKeyConstraint(["centre"], ["centres.centre"]),
    sqlite_with_rowid=False,
)

# Their stretches as they were signed: `bytes(Notice)`.
notices = Table(
    "notices",
    metadata,
    _bytes("centre"),
    _number("epoch"),
    _number("last"),
    _number("first"),
    _bytes("raw"),
    PrimaryKeyConstraint("centre", "epoch", "last"),
    ForeignKeyConstraint(["centre", "epoch"], ["ledger_feeds.centre", "ledger_feeds.epoch"]),
)

# What other centres' requests left for a centre: it is numbered into the centre's feed when that next meets. what:
# see inbox.py. epoch, seq: its place in the centre's feed, 0 while it waits.
inbox = Table(
    "inbox",
    metadata,
    _bytes("centre"),
    _bytes("about_device"),
    _number("about_seq"),
    _small("what"),
    _bytes("other"),
    _bytes("issuer"),
    _bytes("number"),
    _number("minutes"),
    _small("outcome"),
    _small("why"),
    _yes("is_issue_seen"),
    _number("epoch"),
    _number("seq"),
    PrimaryKeyConstraint("centre", "about_device", "about_seq", "what"),
    ForeignKeyConstraint(["centre"], ["centres.centre"]),
    Index("inbox_waiting", "centre", "epoch"),
    sqlite_with_rowid=False,
)

# Sealed names, photos and texts on their way between the PCs of one centre.
blobs = Table(
    "blobs",
    metadata,
    _bytes("centre"),
    _bytes("digest"),
    _number("size"),
    _number("held"),
    PrimaryKeyConstraint("centre", "digest"),
    ForeignKeyConstraint(["centre"], ["centres.centre"]),
    sqlite_with_rowid=False,
)
pieces = Table(
    "pieces",
    metadata,
    _bytes("centre"),
    _bytes("digest"),
    _number("start"),
    _bytes("part"),
    PrimaryKeyConstraint("centre", "digest", "start"),
    ForeignKeyConstraint(["centre", "digest"], ["blobs.centre", "blobs.digest"], ondelete="CASCADE"),
)
