-- What the store keeps for good. Nothing here can be rebuilt; projections.sql has all that can.

-- Every fact of every feed on this PC, as its canonical bytes; head: the chain's digest after this fact.
-- device: the name of a device, or of one of the central ledger's own feeds, which `notices` has.
CREATE TABLE facts (
    device BLOB NOT NULL CHECK (length(device) = 16),
    seq INTEGER NOT NULL CHECK (seq > 0),
    body BLOB NOT NULL,
    head BLOB NOT NULL CHECK (length(head) = 32),
    PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID;

-- What each tap wrote, so that the same tap again writes nothing.
CREATE TABLE drafts (
    draft TEXT NOT NULL PRIMARY KEY,
    device BLOB NOT NULL,
    first_seq INTEGER NOT NULL,
    last_seq INTEGER NOT NULL CHECK (last_seq >= first_seq),
    FOREIGN KEY (device, first_seq) REFERENCES facts (device, seq),
    FOREIGN KEY (device, last_seq) REFERENCES facts (device, seq)
) STRICT, WITHOUT ROWID;

-- Names, photos and free texts, sealed with the centre's key; facts hold their digests.
CREATE TABLE blobs (
    digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
    sealed BLOB NOT NULL
) STRICT;

CREATE TABLE secrets (
    name TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Slips handed in or made void on this PC, for ever: a restore carries these over, whatever the facts say.
CREATE TABLE redeemed_here (
    number BLOB NOT NULL CHECK (length(number) = 8),
    issuer BLOB NOT NULL CHECK (length(issuer) = 16),
    fact BLOB NOT NULL CHECK (length(fact) = 22),
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (number, issuer, fact)
) STRICT, WITHOUT ROWID;

-- Those of them that were bound to the door this PC is.
CREATE TABLE bound_here (
    fact BLOB NOT NULL PRIMARY KEY CHECK (length(fact) = 22)
) STRICT, WITHOUT ROWID;

-- What was answered to each slip shown on this PC; a restore carries these over too. number, issuer: empty for what was
-- no slip. met_ms: when the network was met last, which is how old the list of keys was; 0 for never.
CREATE TABLE verdicts_here (
    at_ms INTEGER NOT NULL PRIMARY KEY,
    number BLOB NOT NULL CHECK (length(number) IN (0, 8)),
    issuer BLOB NOT NULL CHECK (length(issuer) IN (0, 16)),
    outcome TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes >= 0),
    met_ms INTEGER NOT NULL
) STRICT;

-- Numbers of this PC itself; `runs` counts how often the app started, for draft ids that no two runs share.
CREATE TABLE meta (
    name TEXT NOT NULL PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Stretches of feeds as they travel, cut once and kept word for word: own ones, and those of the centre's other PCs.
-- arrival: in the ledger's order of the centre, the epoch in the upper 32 bits; NULL: own, and not known to be held.
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

-- Up to which place the facts of a device came with which arrival; packs that replace batches change nothing here.
CREATE TABLE arrivals (
    device BLOB NOT NULL CHECK (length(device) = 16),
    last_seq INTEGER NOT NULL CHECK (last_seq > 0),
    arrival INTEGER NOT NULL,
    PRIMARY KEY (device, last_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX arrivals_order ON arrivals (arrival, device);

-- Stretches of the ledger's own feeds, word for word; given back to a ledger that lost them.
CREATE TABLE notices (
    feed BLOB NOT NULL CHECK (length(feed) = 16),
    first_seq INTEGER NOT NULL CHECK (first_seq > 0),
    last_seq INTEGER NOT NULL CHECK (last_seq >= first_seq),
    epoch INTEGER NOT NULL CHECK (epoch > 0),
    is_network INTEGER NOT NULL,
    raw BLOB NOT NULL,
    PRIMARY KEY (feed, first_seq)
) STRICT, WITHOUT ROWID;

-- How many bytes of a blob the ledger holds; without a row, none.
CREATE TABLE blob_marks (
    digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
    held INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Blobs that facts of other PCs name and that are not here yet; held: how many bytes of one are.
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

-- What a person has to look at that no fact tells: a batch that was refused, a feed that forked. about: a fact's name.
CREATE TABLE troubles (
    about BLOB NOT NULL CHECK (length(about) = 22),
    kind TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (about, kind)
) STRICT, WITHOUT ROWID;
