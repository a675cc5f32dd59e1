"""The steps from one version of the schema to the next, as they were released; none is ever changed again."""

TO_VERSION_2 = """
CREATE TABLE batches (
    device BLOB NOT NULL CHECK (length(device) = 16),
    first_seq INTEGER NOT NULL CHECK (first_seq > 0),
    last_seq INTEGER NOT NULL CHECK (last_seq >= first_seq),
    head BLOB NOT NULL CHECK (length(head) = 32),
    raw BLOB NOT NULL,
    arrival INTEGER,
    PRIMARY KEY (device, first_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX batches_not_held ON batches (device, first_seq) WHERE arrival IS NULL;

CREATE TABLE arrivals (
    device BLOB NOT NULL CHECK (length(device) = 16),
    last_seq INTEGER NOT NULL CHECK (last_seq > 0),
    arrival INTEGER NOT NULL,
    PRIMARY KEY (device, last_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX arrivals_order ON arrivals (arrival, device);

CREATE TABLE notices (
    feed BLOB NOT NULL CHECK (length(feed) = 16),
    first_seq INTEGER NOT NULL CHECK (first_seq > 0),
    last_seq INTEGER NOT NULL CHECK (last_seq >= first_seq),
    epoch INTEGER NOT NULL CHECK (epoch > 0),
    is_network INTEGER NOT NULL,
    raw BLOB NOT NULL,
    PRIMARY KEY (feed, first_seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE blob_marks (
    digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
    held INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE wanted_blobs (
    digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
    held INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE blob_pieces (
    digest BLOB NOT NULL REFERENCES wanted_blobs (digest) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    part BLOB NOT NULL,
    PRIMARY KEY (digest, start)
) STRICT, WITHOUT ROWID;

CREATE TABLE troubles (
    about BLOB NOT NULL CHECK (length(about) = 22),
    kind TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (about, kind)
) STRICT, WITHOUT ROWID;
"""
"""Batches, notices of the central ledger and the order in which facts came: what the exchange keeps."""

TO_VERSION_3 = """
CREATE TABLE bound_here (
    fact BLOB NOT NULL PRIMARY KEY CHECK (length(fact) = 22)
) STRICT, WITHOUT ROWID;
"""
"""Bound slips that a door took; the week came too, and its tables are projections, made again anyway."""

TO_VERSION_4 = """
CREATE TABLE verdicts_here (
    at_ms INTEGER NOT NULL PRIMARY KEY,
    number BLOB NOT NULL CHECK (length(number) IN (0, 8)),
    issuer BLOB NOT NULL CHECK (length(issuer) IN (0, 16)),
    outcome TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes >= 0),
    met_ms INTEGER NOT NULL
) STRICT;
"""
"""What was answered to each slip."""
