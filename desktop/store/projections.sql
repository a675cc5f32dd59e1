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

-- The centre's own keys; device: which PC signs with it. since_ms: when it was made.
CREATE TABLE issuer_keys (
    issuer BLOB NOT NULL PRIMARY KEY,
    public_key BLOB NOT NULL,
    device BLOB NOT NULL,
    since_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A venue's door that is on this PC; number: what the venue's slips carry.
CREATE TABLE doors (
    device BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    number INTEGER NOT NULL
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
    is_paused INTEGER NOT NULL,
    name_digest BLOB NOT NULL,
    known_as_digest BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE workers (
    id BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    known_as TEXT NOT NULL,
    picture TEXT NOT NULL,
    photo BLOB NOT NULL,
    is_driver INTEGER NOT NULL,
    is_kept INTEGER NOT NULL,
    name_digest BLOB NOT NULL,
    known_as_digest BLOB NOT NULL
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

-- The book: an account that comes to 0 has no row.
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

-- What needs a worker's yes, or a ruling; minutes: what `member` would gain. subject: the task, or who gives.
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

-- What became of a fact: `how` is confirmed, declined, undone (put right) or refused (by a ruling); by_fact says so.
CREATE TABLE answers (
    fact BLOB NOT NULL,
    how TEXT NOT NULL,
    by_fact BLOB NOT NULL,
    PRIMARY KEY (fact, how)
) STRICT, WITHOUT ROWID;

CREATE INDEX answers_by ON answers (by_fact) WHERE how = 'declined';

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
CREATE INDEX slips_of_plan ON slips (plan) WHERE plan IS NOT NULL;
CREATE INDEX slips_open ON slips (printed) WHERE state IN ('out', 'waiting_void');

-- Slips that came out on one sheet: those whose print stands behind `fact`, up to `last`.
CREATE TABLE sheets (
    fact BLOB NOT NULL PRIMARY KEY,
    last BLOB NOT NULL,
    at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What was done with each slip here and at the centre's other PCs, in the order of the facts: its state follows.
-- what: redeemed, void, waiting_void, note (a credit note), back. about: what `back` takes back.
CREATE TABLE slip_events (
    number BLOB NOT NULL,
    issuer BLOB NOT NULL,
    place INTEGER NOT NULL,
    fact BLOB NOT NULL,
    what TEXT NOT NULL,
    about BLOB,
    minutes INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (number, issuer, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX slip_events_fact ON slip_events (fact);

-- Slips of this centre that were taken at another one, or at a venue, as the central ledger says.
CREATE TABLE slips_taken (
    fact BLOB NOT NULL PRIMARY KEY,
    issuer BLOB NOT NULL,
    number BLOB NOT NULL,
    minutes INTEGER NOT NULL,
    centre BLOB NOT NULL,
    is_issue_seen INTEGER NOT NULL,
    at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX slips_taken_number ON slips_taken (number, issuer);

-- The ruling in force for each fact that has one; ruled: the fact of the ledger that says so, and its epoch.
CREATE TABLE rulings (
    fact BLOB NOT NULL PRIMARY KEY,
    outcome INTEGER NOT NULL,
    why INTEGER NOT NULL,
    centre BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    ruled BLOB NOT NULL,
    at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX rulings_bad ON rulings (ruled) WHERE outcome IN (3, 4);

-- Where the purse went: from whom, after which of their facts, to whom.
CREATE TABLE purses (
    fact BLOB NOT NULL PRIMARY KEY,
    giver BLOB NOT NULL,
    last INTEGER NOT NULL,
    taker BLOB NOT NULL,
    at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Further PCs of this centre as the ledger lists them, and those no longer heard.
CREATE TABLE devices (
    fact BLOB NOT NULL PRIMARY KEY,
    device BLOB NOT NULL,
    public_key BLOB NOT NULL,
    by_device BLOB NOT NULL,
    signature BLOB NOT NULL,
    is_successor INTEGER NOT NULL,
    at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE devices_revoked (
    device BLOB NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- The network's keys and venues.
CREATE TABLE issuers_listed (
    issuer BLOB NOT NULL PRIMARY KEY,
    public_key BLOB NOT NULL,
    centre BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE issuers_revoked (
    issuer BLOB NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
CREATE TABLE still_good (
    issuer BLOB NOT NULL,
    number BLOB NOT NULL,
    PRIMARY KEY (issuer, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE venues_listed (
    number INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    fact BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- What a worker saw to; about may name another row's fact, which is taken back by it.
CREATE TABLE items_done (
    fact BLOB NOT NULL PRIMARY KEY,
    about BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX items_done_about ON items_done (about);

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

-- The week. What staff keep for it: the last word on each.
CREATE TABLE rooms (
    id BLOB NOT NULL PRIMARY KEY,
    label TEXT NOT NULL,
    picture TEXT NOT NULL,
    capacity INTEGER NOT NULL,
    is_step_free INTEGER NOT NULL,
    is_kept INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE vehicles (
    id BLOB NOT NULL PRIMARY KEY,
    label TEXT NOT NULL,
    picture TEXT NOT NULL,
    seats INTEGER NOT NULL,
    wheelchair_places INTEGER NOT NULL,
    is_kept INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE activities (
    id BLOB NOT NULL PRIMARY KEY,
    label TEXT NOT NULL,
    picture TEXT NOT NULL,
    photo BLOB NOT NULL,
    sort INTEGER NOT NULL,
    is_kept INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A job of a group project.
CREATE TABLE jobs (
    id BLOB NOT NULL PRIMARY KEY,
    activity BLOB NOT NULL,
    label TEXT NOT NULL,
    picture TEXT NOT NULL,
    is_kept INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- All that was ever said of each session, in the order of the facts; back_by: what took it back.
CREATE TABLE session_words (
    session BLOB NOT NULL,
    place INTEGER NOT NULL,
    fact BLOB NOT NULL,
    at_ms INTEGER NOT NULL,
    week INTEGER NOT NULL,
    reach INTEGER NOT NULL,
    activity BLOB NOT NULL,
    day INTEGER NOT NULL,
    start_minute INTEGER NOT NULL,
    minutes INTEGER NOT NULL,
    places INTEGER NOT NULL,
    until_week INTEGER NOT NULL,
    every_weeks INTEGER NOT NULL,
    room BLOB,
    leader BLOB,
    assistants BLOB NOT NULL,
    way TEXT NOT NULL,
    vehicle BLOB,
    driver BLOB,
    companion BLOB,
    is_quiet INTEGER NOT NULL,
    is_open_to_all INTEGER NOT NULL,
    is_peer_led INTEGER NOT NULL,
    price_minutes INTEGER NOT NULL,
    task BLOB,
    is_on INTEGER NOT NULL,
    back_by BLOB,
    PRIMARY KEY (session, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX session_words_fact ON session_words (fact);
CREATE INDEX session_words_activity ON session_words (activity, fact);
CREATE INDEX session_words_once ON session_words (week, session, place) WHERE reach = 1 AND back_by IS NULL;
CREATE INDEX session_words_usual ON session_words (session, week, place) WHERE reach = 2 AND back_by IS NULL;

-- Days that are closed, or open, otherwise than they would be.
CREATE TABLE days (
    day INTEGER NOT NULL PRIMARY KEY,
    is_open INTEGER NOT NULL,
    label TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What each member last said of one time of a session. asked: the fact since which they have not let it go.
CREATE TABLE choices (
    member BLOB NOT NULL,
    session BLOB NOT NULL,
    week INTEGER NOT NULL,
    choice INTEGER NOT NULL,
    plan BLOB,
    asked BLOB NOT NULL,
    asked_ms INTEGER NOT NULL,
    PRIMARY KEY (member, session, week)
) STRICT, WITHOUT ROWID;
CREATE INDEX choices_of_week ON choices (week, session) WHERE choice <> 0;

CREATE TABLE not_today (
    member BLOB NOT NULL,
    day INTEGER NOT NULL,
    part INTEGER NOT NULL,
    PRIMARY KEY (member, day, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE wishes (
    member BLOB NOT NULL,
    activity BLOB NOT NULL,
    fact BLOB NOT NULL,
    PRIMARY KEY (member, activity)
) STRICT, WITHOUT ROWID;

CREATE TABLE attendance (
    member BLOB NOT NULL,
    session BLOB NOT NULL,
    week INTEGER NOT NULL,
    attendance INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (member, session, week)
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_of_week ON attendance (week, session);

-- How a member said that one time of a session was: the last they said, and none that was taken back.
CREATE TABLE said (
    member BLOB NOT NULL,
    session BLOB NOT NULL,
    week INTEGER NOT NULL,
    how INTEGER NOT NULL,
    fact BLOB NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (member, session, week)
) STRICT, WITHOUT ROWID;
CREATE INDEX said_of_week ON said (week, session);
CREATE INDEX said_low ON said (fact) WHERE how <= 2;

-- What workers told members who said how it was; done: the row of items_done it goes with.
CREATE TABLE said_answers (
    done BLOB NOT NULL PRIMARY KEY,
    answer TEXT NOT NULL,
    answer_digest BLOB NOT NULL,
    picture TEXT NOT NULL,
    at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE presence (
    day INTEGER NOT NULL,
    person BLOB NOT NULL,
    presence INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (day, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE visitors (
    id BLOB NOT NULL PRIMARY KEY,
    day INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_digest BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX visitors_day ON visitors (day);

CREATE TABLE travel (
    member BLOB NOT NULL PRIMARY KEY,
    vehicle BLOB,
    stop TEXT NOT NULL,
    minute INTEGER NOT NULL,
    in_wheelchair INTEGER NOT NULL,
    stop_digest BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE agreements (
    member BLOB NOT NULL,
    agreement INTEGER NOT NULL,
    PRIMARY KEY (member, agreement)
) STRICT, WITHOUT ROWID;

-- A member's week as it was last shown to them; words: the facts, 22 bytes each, that said what their sessions were.
CREATE TABLE weeks_shown (
    member BLOB NOT NULL,
    week INTEGER NOT NULL,
    words BLOB NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (member, week)
) STRICT, WITHOUT ROWID;

CREATE TABLE jobs_given (
    session BLOB NOT NULL,
    week INTEGER NOT NULL,
    job BLOB NOT NULL,
    member BLOB NOT NULL,
    PRIMARY KEY (session, week, job)
) STRICT, WITHOUT ROWID;

-- Facts that cannot be read, or that only somebody else may write: kept, they do nothing.
CREATE TABLE unreadable (
    fact BLOB NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Facts of kinds this version does not know.
CREATE TABLE unknown (
    fact BLOB NOT NULL PRIMARY KEY,
    kind INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX unknown_kind ON unknown (kind);

-- How a member likes to see, hear and press; 0, or an empty text, is as the PC is set.
CREATE TABLE access (
    member BLOB NOT NULL PRIMARY KEY,
    colours INTEGER NOT NULL,
    text_size INTEGER NOT NULL,
    hand INTEGER NOT NULL,
    language TEXT NOT NULL,
    motion INTEGER NOT NULL,
    idle_minutes INTEGER NOT NULL,
    speech INTEGER NOT NULL,
    voice TEXT NOT NULL,
    speed_percent INTEGER NOT NULL,
    volume_percent INTEGER NOT NULL,
    sounds INTEGER NOT NULL,
    way INTEGER NOT NULL,
    scan_way INTEGER NOT NULL,
    scan_order INTEGER NOT NULL,
    scan_ms INTEGER NOT NULL,
    first_item_ms INTEGER NOT NULL,
    rounds INTEGER NOT NULL,
    acceptance_ms INTEGER NOT NULL,
    repeat_ms INTEGER NOT NULL,
    hold_ms INTEGER NOT NULL,
    press_on INTEGER NOT NULL,
    dwell_ms INTEGER NOT NULL,
    has_beep INTEGER NOT NULL,
    has_spoken_scan INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What tells whether three pictures are a member's own: a blob's digest, empty where their face is enough again.
CREATE TABLE secret_pictures (
    member BLOB NOT NULL PRIMARY KEY,
    secret BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- What tells whether a card is a member's own: a blob's digest, empty where they have none.
CREATE TABLE cards (
    member BLOB NOT NULL PRIMARY KEY,
    secret BLOB NOT NULL,
    is_needed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Packs of pictures that the centre brought in; what was taken out stays known, for its licence and its ids.
CREATE TABLE packs (
    id BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    licence TEXT NOT NULL,
    attribution TEXT NOT NULL,
    is_kept INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What lies in them; found, pictures: digests of the list and of the pictures themselves.
CREATE TABLE pack_volumes (
    fact BLOB NOT NULL PRIMARY KEY,
    pack BLOB NOT NULL,
    found BLOB NOT NULL,
    pictures BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- The pictures of things, each with when something was last written with it, and that fact's number.
CREATE TABLE pictures_chosen (
    picture TEXT NOT NULL PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The pictures the centre likes to use; is_so = 0: it did.
CREATE TABLE pictures_liked (
    picture TEXT NOT NULL PRIMARY KEY,
    is_so INTEGER NOT NULL,
    at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
