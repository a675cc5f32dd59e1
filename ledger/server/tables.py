"""The central ledger's tables: nothing about a person, and every key begins with its partition.

A partition is a centre (or a venue's door, or `NETWORK`), and for slips their issuer. `own`, `codes`, `issuers` and
`venues` are small reference tables that a distributed PostgreSQL keeps everywhere. There are no serial numbers and no
triggers (docs/decisions/080).
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKeyConstraint,
    Index,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from ledger.server import columns, tables_blobs
from ledger.server.columns import a_bytes, a_number, a_small, a_text, a_yes, a_zero

metadata = columns.metadata
blobs, pieces, wanted_blobs = tables_blobs.blobs, tables_blobs.pieces, tables_blobs.wanted_blobs

REFERENCE = frozenset({"own", "codes", "issuers", "venues"})
"""Small tables that every partition may point to."""
CENTRE, DOOR, NETWORK_KIND = "centre", "door", "network"
"""What a row of `centres` is; the one of `NETWORK` holds the lock of the feed that all follow."""
CENTRE_CODE, DEVICE_CODE, VENUE_CODE = "centre", "device", "venue"
"""What a row of `codes` lets in."""


own = Table(
    "own",
    metadata,
    Column("name", Text, nullable=False),  # seed, epoch, closed: see own.py
    a_bytes("value"),
    PrimaryKeyConstraint("name"),
    sqlite_with_rowid=False,
)

# One-time codes: only their digests. One of an earlier epoch is dead. name: of the centre or venue to be; centre: of a
# further PC; venue: of a door, 0 otherwise.
codes = Table(
    "codes",
    metadata,
    a_bytes("digest"),
    a_text("kind"),
    a_text("name"),
    a_bytes("centre", is_optional=True),
    a_number("venue"),
    a_number("epoch"),
    a_number("made_ms"),
    a_number("expires_ms"),
    a_number("used_ms", is_optional=True),
    a_bytes("used_by", is_optional=True),
    PrimaryKeyConstraint("digest"),
    sqlite_with_rowid=False,
)

# Keys that sign slips. device: whose key it is, where known, so that it goes when the device goes. revoked_ms: None
# while good. good: numbers of a revoked key that are still good, 8 bytes each.
issuers = Table(
    "issuers",
    metadata,
    a_bytes("issuer"),
    a_bytes("public_key"),
    a_bytes("centre"),
    a_bytes("device", is_optional=True),
    a_number("revoked_ms", is_optional=True),
    a_bytes("good"),
    PrimaryKeyConstraint("issuer"),
    sqlite_with_rowid=False,
)

# Places of the network, with the number their slips carry; "" as a name: off the list.
venues = Table(
    "venues",
    metadata,
    a_number("number"),
    a_text("name"),
    PrimaryKeyConstraint("number"),
    sqlite_with_rowid=False,
)

# arrivals: how many batches were numbered. purse: the device that takes minutes from members, None for a door.
# met_epoch: the last epoch in which it met and gave back all it had. closed: up to which epoch its provisional
# settlements have become final.
centres = Table(
    "centres",
    metadata,
    a_bytes("centre"),
    a_text("kind"),
    a_text("name"),
    a_number("venue"),
    a_number("added_ms"),
    a_number("met_epoch"),
    a_number("met_ms"),
    a_number("arrivals"),
    a_number("closed"),
    a_bytes("purse", is_optional=True),
    PrimaryKeyConstraint("centre"),
    sqlite_with_rowid=False,
)

# counter: of the last request. met_epoch: the last epoch in which it gave back all it had, and was told anew where
# batches stand. voucher, signature: the device that vouched for it, itself for a founder. split, split_network: a bit
# for each epoch in which its copy of the ledger's feed, for the centre and for all, is another than here (splits.py).
devices = Table(
    "devices",
    metadata,
    a_bytes("centre"),
    a_bytes("device"),
    a_bytes("public_key"),
    a_number("counter"),
    a_number("added_ms"),
    a_number("met_epoch"),
    a_number("met_ms"),
    a_number("revoked_ms", is_optional=True),
    a_bytes("voucher"),
    a_bytes("signature"),
    a_yes("is_successor"),
    a_zero("split"),
    a_zero("split_network"),
    PrimaryKeyConstraint("centre", "device"),
    ForeignKeyConstraint(["centre"], ["centres.centre"]),
    sqlite_with_rowid=False,
)

# How far each device's feed is held.
feeds = Table(
    "feeds",
    metadata,
    a_bytes("centre"),
    a_bytes("device"),
    a_number("seq"),
    a_bytes("head"),
    PrimaryKeyConstraint("centre", "device"),
    ForeignKeyConstraint(["centre", "device"], ["devices.centre", "devices.device"]),
    sqlite_with_rowid=False,
)

# Batches as they came: `bytes(Batch)`. Keyed by their end, so that "what comes after N" is one step in the key.
batches = Table(
    "batches",
    metadata,
    a_bytes("centre"),
    a_bytes("device"),
    a_number("last"),
    a_number("first"),
    a_number("arrival"),
    a_bytes("previous"),
    a_bytes("head"),
    a_bytes("raw"),
    PrimaryKeyConstraint("centre", "device", "last"),
    ForeignKeyConstraint(["centre", "device"], ["devices.centre", "devices.device"]),
    Index("batches_by_arrival", "centre", "arrival", unique=True),
)

# What the open parts of a centre's batches come to, for each class of account.
sums = Table(
    "sums",
    metadata,
    a_bytes("centre"),
    a_small("class"),
    a_number("minutes"),
    PrimaryKeyConstraint("centre", "class"),
    ForeignKeyConstraint(["centre"], ["centres.centre"]),
    sqlite_with_rowid=False,
)

# number: 8 bytes, big-endian. print_*: the fact that printed it, None while unseen; minutes and venue follow from it.
# claim_*: the fact that holds it; claim_minutes: all that device took (a credit note adds); claim_epoch: of its ruling.
slips = Table(
    "slips",
    metadata,
    a_bytes("issuer"),
    a_bytes("number"),
    a_number("minutes"),
    a_number("venue"),
    a_bytes("print_centre", is_optional=True),
    a_bytes("print_device", is_optional=True),
    a_number("print_seq", is_optional=True),
    a_bytes("claim_centre", is_optional=True),
    a_bytes("claim_device", is_optional=True),
    a_number("claim_seq", is_optional=True),
    a_number("claim_minutes"),
    a_number("claim_venue"),
    a_number("claim_epoch"),
    PrimaryKeyConstraint("issuer", "number"),
    sqlite_with_rowid=False,
)

# The ruling in force for a fact of this centre, where one was needed. issuer, number, minutes: what it took (below
# zero: gave back), empty while the fact of a returned ruling has not come back. epoch: in which it was said.
rulings = Table(
    "rulings",
    metadata,
    a_bytes("centre"),
    a_bytes("device"),
    a_number("seq"),
    a_small("outcome"),
    a_small("why"),
    a_bytes("home"),
    a_bytes("issuer"),
    a_bytes("number"),
    a_number("minutes"),
    a_number("epoch"),
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
    a_bytes("centre"),
    a_number("epoch"),
    a_number("seq"),
    a_bytes("head"),
    PrimaryKeyConstraint("centre", "epoch"),
    ForeignKeyConstraint(["centre"], ["centres.centre"]),
    sqlite_with_rowid=False,
)

# Their stretches as they were signed: `bytes(Notice)`.
notices = Table(
    "notices",
    metadata,
    a_bytes("centre"),
    a_number("epoch"),
    a_number("last"),
    a_number("first"),
    a_bytes("raw"),
    PrimaryKeyConstraint("centre", "epoch", "last"),
    ForeignKeyConstraint(["centre", "epoch"], ["ledger_feeds.centre", "ledger_feeds.epoch"]),
)

# What other centres' requests left for a centre: it is numbered into the centre's feed when that next meets. what:
# see inbox.py. epoch, seq: its place in the centre's feed, 0 while it waits. It may wait for a centre that a ledger put
# back does not know yet: its key was returned, and it has not joined again.
inbox = Table(
    "inbox",
    metadata,
    a_bytes("centre"),
    a_bytes("about_device"),
    a_number("about_seq"),
    a_small("what"),
    a_bytes("other"),
    a_bytes("issuer"),
    a_bytes("number"),
    a_number("minutes"),
    a_small("outcome"),
    a_small("why"),
    a_yes("is_issue_seen"),
    a_number("epoch"),
    a_number("seq"),
    PrimaryKeyConstraint("centre", "about_device", "about_seq", "what"),
    Index("inbox_waiting", "centre", "epoch"),
    sqlite_with_rowid=False,
)

# Second versions of feeds: batches that a device signed and that contradict what is held of it (forks.py). head: where
# its chain is after the batch; no two have the same.
forks = Table(
    "forks",
    metadata,
    a_bytes("centre"),
    a_bytes("device"),
    a_bytes("head"),
    a_number("first"),
    a_bytes("raw"),
    PrimaryKeyConstraint("centre", "device", "head"),
    ForeignKeyConstraint(["centre", "device"], ["devices.centre", "devices.device"]),
)
