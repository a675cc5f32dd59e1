"""What facts do to slips: out, redeemed, void, or waiting to be void; and to the plans that slips pay for.

A slip's state follows from what was done with it, in the order of the facts, under the rulings in force, and from
whether the central ledger says it was taken elsewhere. It is worked out anew whenever one of these changes, so that a
ruling may come before or after what it rules.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from desktop.store.naming import key_of, maybe_key, number_key
from desktop.store.projections_waiting import answer, stop_waiting
from desktop.store.sqlcipher import Database
from ledger.domain.accounts import ISSUER_BYTES, AccountClass
from ledger.domain.facts import SlipPrinted, SlipRedeemed, SlipVoided
from ledger.domain.feed import Entry
from ledger.domain.handing import SlipChanged, SlipsSpent
from ledger.domain.names import MOST_SEQ, FactId
from ledger.domain.postings import Posting
from ledger.domain.rulings import CreditNoted, Outcome
from ledger.domain.sheets import SheetPrinted
from ledger.domain.subjects import SlipHandedOut, SlipReprinted

_SETTLED = (Outcome.SETTLED, Outcome.PROVISIONAL)
_STILL_OUT = (Outcome.GOODWILL, Outcome.REFUSED)
_EVENTS = (
    "SELECT slip_events.fact, what, about, slip_events.at_ms, outcome FROM slip_events"
    " LEFT JOIN rulings ON rulings.fact = slip_events.fact WHERE number = ? AND issuer = ? ORDER BY place"
)
_TAKEN = (
    "SELECT slips_taken.fact, slips_taken.at_ms FROM slips_taken LEFT JOIN rulings ON rulings.fact = slips_taken.fact"
    " WHERE number = ? AND issuer = ? AND outcome IS NOT ? ORDER BY slips_taken.fact DESC LIMIT 1"
)


class Paper(NamedTuple):
    """One slip, as the tables name it."""

    number: bytes
    issuer: bytes


class State(NamedTuple):
    """What became of a slip: out, redeemed, void or waiting_void; by which fact and when."""

    word: str = "out"
    closed_by: bytes | None = None
    closed_at_ms: int | None = None


class Event(NamedTuple):
    """One thing done with a slip; about: the fact that `back` takes back."""

    what: str
    minutes: int
    about: bytes | None = None


def print_slip(db: Database, entry: Entry, fact: SlipPrinted) -> None:
    """A slip is out, and pays for its plan; a number that is taken stays with the first."""
    number, printed, plan = number_key(fact.number), key_of(entry.name), maybe_key(fact.plan)
    db.execute(
        "INSERT OR IGNORE INTO slips (number, issuer, minutes, member, printed, printed_at_ms, issued_day, expires_day,"
        " venue, plan, state, reprints, is_handed_out) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'out', 0, 0)",
        [number, fact.issuer, fact.minutes, maybe_key(fact.member), printed, entry.at_ms, *_print(fact), plan],
    )
    if plan is not None:
        db.execute("UPDATE plans SET issuer = ?, number = ? WHERE id = ?", [fact.issuer, number, plan])
    settle_slip(db, Paper(number, fact.issuer))


def redeem_slip(db: Database, entry: Entry, fact: SlipRedeemed) -> None:
    """A slip was handed in; if its void was waiting, that waits no more, for the paper was found."""
    paper = Paper(number_key(fact.number), fact.issuer)
    before = _done_here(db, paper)
    _note(db, entry, paper, Event("redeemed", fact.member_minutes + fact.offer_minutes + fact.venue_minutes))
    settle_slip(db, paper)
    void = before.closed_by
    if before.word == "waiting_void" and void is not None and _done_here(db, paper).closed_by == key_of(entry.name):
        stop_waiting(db, void)
        answer(db, void, "declined", key_of(entry.name))


def void_slip(db: Database, entry: Entry, fact: SlipVoided) -> None:
    """A slip was made void, or is waiting to be; where its paper was found before, by a copy of a PC, nothing waits."""
    paper = Paper(number_key(fact.number), fact.issuer)
    before = _done_here(db, paper)
    _note(db, entry, paper, Event("waiting_void" if fact.is_waiting else "void", fact.minutes))
    settle_slip(db, paper)
    if fact.is_waiting and before.word == "redeemed" and before.closed_by is not None:
        stop_waiting(db, key_of(entry.name))
        answer(db, key_of(entry.name), "declined", before.closed_by)


def note_credit(db: Database, entry: Entry, fact: CreditNoted) -> None:
    """The rest of a slip waits for its ruling; the slip itself was handed in by a fact of its own."""
    _note(db, entry, Paper(number_key(fact.number), fact.issuer), Event("note", fact.minutes))


def release_slip(db: Database, entry: Entry, void: bytes) -> None:
    """The void that a slip waited for will not come: it is out again."""
    found = "SELECT number, issuer, minutes FROM slip_events WHERE fact = ? AND what = 'waiting_void'"
    for number, issuer, minutes in db.execute(found, [void]).fetchall():
        _note(db, entry, Paper(number, issuer), Event("back", minutes, void))
        settle_slip(db, Paper(number, issuer))


def move_slips(db: Database, entry: Entry, legs: Iterable[Posting], *, about: bytes) -> None:
    """What a confirmation, or putting right, does to slips: those it takes minutes from are void, others are back.

    about: the fact that moved the minutes before.
    """
    for account, minutes in legs:
        if account.cls == AccountClass.SLIP:
            paper = Paper(account.key[ISSUER_BYTES:], account.key[:ISSUER_BYTES])
            what = Event("void", -minutes) if minutes < 0 else Event("back", minutes, about)
            _note(db, entry, paper, what)
            settle_slip(db, paper)


def hand_out_slip(db: Database, fact: SlipHandedOut) -> None:
    """A thank-you slip left the drawer."""
    this = [number_key(fact.number), fact.issuer]
    db.execute(
        "UPDATE slips SET is_handed_out = 1, handed_to = ? WHERE number = ? AND issuer = ?",
        [maybe_key(fact.member), *this],
    )


def print_sheet(db: Database, entry: Entry, fact: SheetPrinted) -> None:
    """The slips that are said next came out on one sheet."""
    name = entry.name
    last = FactId(name.device, min(name.seq + fact.count, MOST_SEQ))
    db.execute("INSERT INTO sheets VALUES (?, ?, ?)", [key_of(name), key_of(last), entry.at_ms])


def change_slip(db: Database, entry: Entry, fact: SlipChanged) -> None:
    """A slip that is void was handed in: others were printed for it."""
    _note(db, entry, Paper(number_key(fact.number), fact.issuer), Event("changed", 0))


def spend_slips(db: Database, entry: Entry, fact: SlipsSpent) -> None:
    """Remember of each slip how many went for it."""
    for handed_in in fact.slips:
        found = "SELECT number, issuer FROM slip_events WHERE fact = ? AND what = 'redeemed'"
        for number, issuer in db.execute(found, [key_of(handed_in)]).fetchall():
            _note(db, entry, Paper(number, issuer), Event("spent", fact.people, key_of(handed_in)))


def reprint_slip(db: Database, fact: SlipReprinted) -> None:
    """The same slip is on paper once more."""
    db.execute(
        "UPDATE slips SET reprints = reprints + 1 WHERE number = ? AND issuer = ?",
        [number_key(fact.number), fact.issuer],
    )


def settle_slips_of(db: Database, fact: bytes) -> None:
    """Work out anew what became of the slips a fact did something with."""
    for number, issuer in db.execute("SELECT number, issuer FROM slip_events WHERE fact = ?", [fact]).fetchall():
        settle_slip(db, Paper(number, issuer))


def settle_slip(db: Database, paper: Paper) -> State:
    """Work out anew what became of a slip, and of the plan it pays for."""
    state = _taken_elsewhere(db, paper) or _done_here(db, paper)
    changed = db.execute(
        "UPDATE slips SET state = ?, closed_by = ?, closed_at_ms = ?"
        " WHERE number = ? AND issuer = ? AND (state <> ? OR closed_by IS NOT ?) RETURNING plan",
        [*state, *paper, state.word, state.closed_by],
    ).fetchone()
    if changed is not None and changed[0] is not None:
        settle_plan(db, changed[0])
    return state


def settle_plan(db: Database, plan: bytes) -> None:
    """A plan is cancelled, or used once its slip was handed in, or planned."""
    db.execute(
        "UPDATE plans SET state = CASE WHEN cancelled_by IS NOT NULL THEN 'cancelled' WHEN EXISTS"
        " (SELECT 1 FROM slips WHERE slips.plan = plans.id AND state = 'redeemed') THEN 'used' ELSE 'planned' END"
        " WHERE id = ?",
        [plan],
    )


def _note(db: Database, entry: Entry, paper: Paper, event: Event) -> None:
    db.execute(
        "INSERT INTO slip_events (number, issuer, place, fact, what, about, minutes, at_ms) SELECT ?1, ?2,"
        " (SELECT coalesce(max(place), 0) + 1 FROM slip_events WHERE number = ?1 AND issuer = ?2), ?3, ?4, ?5, ?6, ?7",
        [*paper, key_of(entry.name), event.what, event.about, event.minutes, entry.at_ms],
    )


def _done_here(db: Database, paper: Paper) -> State:
    """What became of a slip by the facts of this centre alone: the first to close it does, until that is taken back."""
    state = State()
    for fact, what, about, at_ms, outcome in db.execute(_EVENTS, paper):
        if outcome in _STILL_OUT:
            continue
        if what == "back":
            state = State() if state.closed_by == about else state
        elif what in ("redeemed", "void") and state.word in ("out", "waiting_void"):
            state = State(what, fact, at_ms)
        elif what == "waiting_void" and state.word == "out":
            state = State("void" if outcome in _SETTLED else what, fact, at_ms)
    return state


def _taken_elsewhere(db: Database, paper: Paper) -> State | None:
    row = db.execute(_TAKEN, [*paper, Outcome.REFUSED]).fetchone()
    return None if row is None else State("redeemed", *row)


def _print(fact: SlipPrinted) -> tuple[int, int, int]:
    return fact.issued_day, fact.expires_day, fact.venue
