-- What the store keeps for good. Nothing here can be rebuilt; projections.sql has all that can.

-- Every fact of every feed on this PC, as its canonical bytes; head: the chain's digest after this fact.
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

-- Numbers of this PC itself; `runs` counts how often the app started, for draft ids that no two runs share.
CREATE TABLE meta (
    name TEXT NOT NULL PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
