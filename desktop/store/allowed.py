"""What may be written: the rules of the book that only the store can keep, looked at before a fact is."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.problems import NotAllowed, NotEnough, NotFound
from desktop.store.allowed_elsewhere import check_note, check_unprinted, is_enrolled, is_print_here
from desktop.store.allowed_week import check_week
from desktop.store.facts import Facts
from desktop.store.movements import member_minutes
from desktop.store.naming import key_of, number_key
from desktop.store.origins import LEDGER_FACTS, Origins
from desktop.store.purse import has_purse
from desktop.store.sqlcipher import Database
from ledger.domain.access import AccessWritten
from ledger.domain.accounts import Account, AccountClass, slip_account
from ledger.domain.facts import (
    FIRST_UNMOVING_KIND,
    Confirmed,
    Contributed,
    Declined,
    Given,
    PlanCancelled,
    PlanMade,
    PutRight,
    SlipPrinted,
    SlipRedeemed,
    SlipVoided,
)
from ledger.domain.feed import Entry
from ledger.domain.knowing import CardSet, SecretPicturesSet
from ledger.domain.names import FactId
from ledger.domain.pictures import PackFilled, PackWritten
from ledger.domain.postings import Fact, Posting
from ledger.domain.rulings import CreditNoted
from ledger.domain.sheets import IssuerStopped
from ledger.domain.subjects import MemberWritten, OfferWritten, TaskWritten, Unknown, VenueWritten, WorkerWritten

_CAN_BE_PUT_RIGHT = (Contributed, Confirmed, Given, SlipPrinted, SlipRedeemed, SlipVoided, PlanMade, PlanCancelled)
_MAY_BE_BELOW_ZERO = (AccountClass.ISSUE, AccountClass.GOODWILL, AccountClass.BETWEEN)


class SpendingPaused(NotAllowed):
    """A newer Goodhour moved minutes in a way this one does not know; update it before anything is spent."""

    code = "spending_paused"


class NoPurse(NotAllowed):
    """Another PC of this centre takes minutes from members; earning and thank-you slips work here too."""

    code = "no_purse"
    picture = "gh:jar"
    easy_words = "problem.no_purse"


def check(db: Database, entry: Entry, postings: Iterable[Posting], origins: Origins) -> None:
    """Let a fact pass, or say why not; postings: what it moves as it is written.

    Raises:
        NotEnough: a member's balance would go below zero. NoPurse, SpendingPaused: none may be touched here, or now.
        NotAllowed: it was answered before, a slip is not out, or what it takes is not there.
        NotFound: it speaks of something this PC has never heard of.
    """
    if isinstance(entry.fact, Contributed):  # it takes from nobody and answers nothing: the commonest tap
        return
    _check_fact(db, entry)
    if any(minutes < 0 for minutes in member_minutes(postings).values()):
        _check_not_paused(db)
        if not has_purse(db, entry.name, founder=origins.founder):
            raise NoPurse("Credits are spent at another PC of this centre. Please do this there.")
    _check_balances(db, postings)


def _check_balances(db: Database, postings: Iterable[Posting]) -> None:
    for account, minutes in _net(postings).items():
        if minutes >= 0 or account.cls in _MAY_BE_BELOW_ZERO or _minutes(db, account) + minutes >= 0:
            continue
        if account.cls == AccountClass.SLIP and not is_print_here(db, account):
            continue  # its minutes are elsewhere, and the central ledger rules
        if account.cls == AccountClass.MEMBER:
            raise NotEnough(f"This takes {-minutes} minutes and only {_minutes(db, account)} are there.")
        raise NotAllowed(f"This takes {-minutes} minutes from where only {_minutes(db, account)} are.")


def _check_fact(db: Database, entry: Entry) -> None:
    fact = entry.fact
    match fact:
        case Given(giver=giver, receiver=receiver) if giver == receiver:
            raise NotAllowed("Nobody gives credits to themselves.")
        case Confirmed(waiting=waiting) | Declined(waiting=waiting):
            _check_waits(db, waiting)
        case PutRight(fact=undone):
            _check_put_right(db, undone)
        case SlipPrinted():
            _check_number(db, fact)
        case SlipRedeemed() | SlipVoided():
            _check_slip(db, entry, fact)
        case CreditNoted():
            check_note(db, entry, fact)
        case PlanCancelled(plan=plan):
            _check_planned(db, plan)
        case IssuerStopped(issuer=issuer):
            _check_own_key(db, issuer)
        case _:
            _check_ours(fact)
            _check_known(db, fact)
            check_week(db, fact)


def _check_waits(db: Database, waiting: FactId) -> None:
    row = db.execute("SELECT what FROM waiting WHERE fact = ?", [key_of(waiting)]).fetchone()
    if row is None:
        raise NotAllowed("This is not waiting any more: somebody has answered it.")
    _check_is_ours_to_answer(db, row[0])


def _check_is_ours_to_answer(db: Database, what: str) -> None:
    if what == "slip_rest" or (what == "slip_back" and is_enrolled(db)):
        raise NotAllowed("The central ledger answers this by itself, once this PC has met it.")


def _check_put_right(db: Database, undone: FactId) -> None:
    row = db.execute("SELECT what FROM waiting WHERE fact = ?", [key_of(undone)]).fetchone()
    if row is not None:
        _check_is_ours_to_answer(db, row[0])
    if not isinstance(Facts(db).entry(undone).fact, _CAN_BE_PUT_RIGHT):
        raise NotAllowed("Only what moved minutes can be put right, and only once: record it anew instead.")
    sql = (
        "SELECT 1 FROM answers WHERE how <> 'confirmed' AND (fact = :fact OR fact ="
        " (SELECT by_fact FROM answers WHERE fact = :fact AND how = 'confirmed'))"
    )
    if db.execute(sql, {"fact": key_of(undone)}).fetchone() is not None:
        raise NotAllowed("This was put right before.")


def _check_ours(fact: Fact) -> None:
    if isinstance(fact, Unknown):
        raise NotAllowed("Only a newer Goodhour writes facts of this kind.")
    if isinstance(fact, LEDGER_FACTS):
        raise NotAllowed("Only the central ledger writes facts of this kind.")


def _check_number(db: Database, fact: SlipPrinted) -> None:
    if is_print_here(db, slip_account(fact.issuer, fact.number)):
        raise NotAllowed("There is a slip of this number already.")


def _check_slip(db: Database, entry: Entry, fact: SlipRedeemed | SlipVoided) -> None:
    sql = "SELECT state FROM slips WHERE number = ? AND issuer = ?"
    row = db.execute(sql, [number_key(fact.number), fact.issuer]).fetchone()
    if row is None:
        check_unprinted(db, entry, fact)
        return
    if row[0] not in ("out", "waiting_void") or (row[0] == "waiting_void" and isinstance(fact, SlipVoided)):
        raise NotAllowed("This slip is not out any more.")
    if _slip_minutes(fact) != _minutes(db, slip_account(fact.issuer, fact.number)):
        raise NotAllowed("A slip is handed in or made void with all its minutes.")


def _slip_minutes(fact: SlipRedeemed | SlipVoided) -> int:
    if isinstance(fact, SlipVoided):
        return fact.minutes
    return fact.member_minutes + fact.offer_minutes + fact.venue_minutes


def _check_own_key(db: Database, issuer: bytes) -> None:
    if db.execute("SELECT 1 FROM issuer_keys WHERE issuer = ?", [issuer]).fetchone() is None:
        raise NotFound("No PC of this centre signs slips with this key.")


def _check_planned(db: Database, plan: FactId) -> None:
    row = db.execute("SELECT state FROM plans WHERE id = ?", [key_of(plan)]).fetchone()
    if row is None:
        raise NotFound(f"There is no plan {plan.text} here.")
    if row[0] != "planned":
        raise NotAllowed("This plan was cancelled or used before.")


def _check_known(db: Database, fact: Fact) -> None:
    match fact:
        case MemberWritten(member=FactId() as subject):
            table = "members"
        case AccessWritten(member=subject) | SecretPicturesSet(member=subject) | CardSet(member=subject):
            table = "members"
        case WorkerWritten(worker=FactId() as subject):
            table = "workers"
        case TaskWritten(task=FactId() as subject):
            table = "tasks"
        case OfferWritten(offer=FactId() as subject):
            table = "offers"
        case VenueWritten(venue=FactId() as subject):
            table = "venues"
        case PackWritten(pack=FactId() as subject) | PackFilled(pack=subject):
            table = "packs"
        case _:
            return
    if not db.table(table).count_where("id = ?", [key_of(subject)]):
        raise NotFound(f"There is nothing named {subject.text} here to write about.")


def _check_not_paused(db: Database) -> None:
    if db.execute("SELECT 1 FROM unknown WHERE kind < ? LIMIT 1", [FIRST_UNMOVING_KIND]).fetchone() is not None:
        raise SpendingPaused("A newer Goodhour has moved minutes here. Update this PC; until then nothing is spent.")


def _net(postings: Iterable[Posting]) -> dict[Account, int]:
    net: dict[Account, int] = {}
    for account, minutes in postings:
        net[account] = net.get(account, 0) + minutes
    return net


def _minutes(db: Database, account: Account) -> int:
    row = db.execute("SELECT minutes FROM balances WHERE class = ? AND key = ?", [*account]).fetchone()
    return 0 if row is None else int(row[0])
