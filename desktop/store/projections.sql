-- What screens read. All of it follows from facts and blobs: it may be dropped and rebuilt, byte for byte the same.
-- A fact, person or thing is named by 22 bytes: 16 of the device, 6 of the place in its feed (naming.py).

CREATE TABLE centre (
    device BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    is_practice INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
    setting TEXT NOT NULL PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE settings_text (
    setting TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE issuer_keys (
    issuer BLOB NOT NULL PRIMARY KEY,
    public_key BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE members (
    id BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    known_as TEXT NOT NULL,
    picture TEXT NOT NULL,
    photo BLOB NOT NULL,
    group_number INTEGER NOT NULL,
    place INTEGER NOT NULL,
    shows_name INTEGER NOT NULL,
    shows_picture INTEGER NOT NULL,
    named_worker BLOB,
    is_paused INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE workers (
    id BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    known_as TEXT NOT NULL,
    picture TEXT NOT NULL,
    photo BLOB NOT NULL,
    is_driver INTEGER NOT NULL,
    is_kept INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tasks (
    id BLOB NOT NULL PRIMARY KEY,
    label TEXT NOT NULL,
    picture TEXT NOT NULL,
    photo BLOB NOT NULL,
    usual_minutes INTEGER NOT NULL,
    for_what TEXT NOT NULL,
    is_kept INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE offers (
    id BLOB NOT NULL PRIMARY KEY,
    label TEXT NOT NULL,
    picture TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    photo BLOB NOT NULL,
    venue BLOB,
    place TEXT NOT NULL,
    getting_there TEXT NOT NULL,
    companion TEXT NOT NULL,
    is_open_to_all INTEGER NOT NULL,
    is_step_free INTEGER NOT NULL,
    is_quiet INTEGER NOT NULL,
    is_kept INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE venues (
    id BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    number INTEGER NOT NULL,
    picture TEXT NOT NULL,
    is_kept INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE groups (
    number INTEGER NOT NULL PRIMARY KEY,
    picture TEXT NOT NULL,
    label TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE kept_for_later (
    member BLOB NOT NULL,
    offer BLOB NOT NULL,
    fact BLOB NOT NULL,
    PRIMARY KEY (member, offer)
) STRICT, WITHOUT ROWID;

-- Who was the supporter at the screen, and in which fact last.
CREATE TABLE supporters (
    id BLOB NOT NULL PRIMARY KEY,
    last BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- The book: an account that was ever touched keeps its row, at 0 too.
CREATE TABLE balances (
    class INTEGER NOT NULL,
    key BLOB NOT NULL,
    minutes INTEGER NOT NULL,
    PRIMARY KEY (class, key)
) STRICT, WITHOUT ROWID;

-- A member's history: one row for each member a fact touched. Rows that do not wait add up to the member's balance.
CREATE TABLE movements (
    member BLOB NOT NULL,
    fact BLOB NOT NULL,
    what TEXT NOT NULL,
    subject BLOB,
    minutes INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    is_waiting INTEGER NOT NULL,
    PRIMARY KEY (member, fact)
) STRICT, WITHOUT ROWID;

-- What needs a worker's yes; minutes: what `member` would gain. subject: the task, or who gives.
CREATE TABLE waiting (
    fact BLOB NOT NULL PRIMARY KEY,
    what TEXT NOT NULL,
    member BLOB,
    subject BLOB,
    issuer BLOB,
    number BLOB,
    minutes INTEGER NOT NULL,
    at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX waiting_member ON waiting (member);

-- What became of a fact: `how` is confirmed, declined or undone (put right); by_fact says so.
CREATE TABLE answers (
    fact BLOB NOT NULL,
    how TEXT NOT NULL,
    by_fact BLOB NOT NULL,
    PRIMARY KEY (fact, how)
) STRICT, WITHOUT ROWID;

-- Movements, and what put each right or declined it.
CREATE VIEW history AS
    SELECT
        movements.*,
        (SELECT min(by_fact) FROM answers WHERE answers.fact = movements.fact AND how <> 'confirmed') AS undone_by
    FROM movements;

-- state: out, redeemed, void, waiting_void.
CREATE TABLE slips (
    number BLOB NOT NULL,
    issuer BLOB NOT NULL,
    minutes INTEGER NOT NULL,
    member BLOB,
    printed BLOB NOT NULL,
    printed_at_ms INTEGER NOT NULL,
    issued_day INTEGER NOT NULL,
    expires_day INTEGER NOT NULL,
    venue INTEGER NOT NULL,
    plan BLOB,
    state TEXT NOT NULL,
    closed_by BLOB,
    closed_at_ms INTEGER,
    reprints INTEGER NOT NULL,
    is_handed_out INTEGER NOT NULL,
    handed_to BLOB,
    PRIMARY KEY (number, issuer)
) STRICT, WITHOUT ROWID;
CREATE INDEX slips_open ON slips (printed) WHERE state IN ('out', 'waiting_void');
CREATE INDEX slips_waiting ON slips (closed_by) WHERE state = 'waiting_void';

-- state: planned, cancelled, used. going: names one after the other, 22 bytes each.
CREATE TABLE plans (
    id BLOB NOT NULL PRIMARY KEY,
    payer BLOB NOT NULL,
    offer BLOB NOT NULL,
    going BLOB NOT NULL,
    price_minutes INTEGER NOT NULL,
    paid_minutes INTEGER NOT NULL,
    companion BLOB,
    getting_there TEXT NOT NULL,
    day INTEGER NOT NULL,
    start_minute INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    state TEXT NOT NULL,
    cancelled_by BLOB,
    issuer BLOB,
    number BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX plans_payer ON plans (payer, id);
CREATE INDEX plans_cancelled ON plans (cancelled_by) WHERE cancelled_by IS NOT NULL;

-- Facts of kinds this version does not know.
CREATE TABLE unknown (
    fact BLOB NOT NULL PRIMARY KEY,
    kind INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
