"""Which facts may change places: what each one's rows hang on besides the book, where order never matters.

Facts that hang on nothing together give the same rows in either order, so most of what another PC wrote can be
projected after what came later; only where they meet is everything made again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from desktop.store.facts import Facts, StoredFact
from desktop.store.independence_week import week_keys
from desktop.store.sqlcipher import Database
from ledger.domain.access import AccessWritten
from ledger.domain.accounts import AccountClass, slip_account
from ledger.domain.facts import (
    Confirmed,
    Contributed,
    Declined,
    Given,
    Legs,
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
from ledger.domain.pictures import PackFilled, PackWritten, PictureLiked
from ledger.domain.postings import Fact
from ledger.domain.rulings import CreditNoted
from ledger.domain.subjects import (
    GroupWritten,
    KeptForLater,
    MemberWritten,
    OfferWritten,
    SettingSet,
    SlipHandedOut,
    SlipReprinted,
    TaskWritten,
    TextSet,
    VenueWritten,
    WorkerWritten,
)
from ledger.wire.codec import NotAFact, decode

MOST_COMPARED = 2_000
"""Beyond so many facts it is quicker to make everything again."""

Read = Callable[[FactId], Entry | None]


def is_order_told(db: Database, new: Iterable[Entry], arrival: int, *, own: bytes, device: bytes) -> bool:
    """Whether facts that arrived so may be projected now, after all that comes later in the order.

    own: this PC's feed. device: the feed of the new facts.
    """
    facts = Facts(db)
    later = list(islice(_later(db, facts, arrival, own=own, device=device), MOST_COMPARED + 1))
    if len(later) > MOST_COMPARED:
        return False
    hung_on = {key for fact in later for key in _stored_keys(fact, facts.read)}
    return not any(key in hung_on for entry in new for key in keys(entry, facts.read))


def keys(entry: Entry, read: Read) -> Iterator[object]:
    """What the rows of a fact hang on: its own name, the slip, the plan, whom or what it is the last word on.

    read: a fact by its name.
    """
    yield entry.name
    fact = entry.fact
    match fact:
        case Contributed() | Given() | PlanMade():
            return
        case Confirmed(waiting=named, legs=legs) | PutRight(fact=named, legs=legs):
            yield from _of_named(named, legs, read)
        case Declined(waiting=named):
            yield from _of_named(named, (), read)
        case PlanCancelled(plan=plan):
            yield plan
        case _:
            yield from _of_slip(fact)
            yield from _of_subject(fact)


def _of_named(named: FactId, legs: Legs, read: Read) -> Iterator[object]:
    yield from (account for account, _ in legs if account.cls == AccountClass.SLIP)
    yield named
    entry = read(named)
    if entry is not None and not isinstance(entry.fact, Confirmed | PutRight | Declined):
        yield from keys(entry, read)
    elif entry is not None and isinstance(entry.fact, Confirmed):  # a confirmed thing that is put right
        yield from _of_named(entry.fact.waiting, entry.fact.legs, read)


def _of_slip(fact: Fact) -> Iterator[object]:
    if isinstance(fact, SlipPrinted | SlipRedeemed | SlipVoided | CreditNoted | SlipHandedOut | SlipReprinted):
        yield slip_account(fact.issuer, fact.number)
    if isinstance(fact, SlipPrinted) and fact.plan is not None:
        yield fact.plan


def _of_subject(fact: Fact) -> Iterator[object]:
    match fact:
        case MemberWritten(member=FactId() as subject) | WorkerWritten(worker=FactId() as subject):
            yield subject
        case TaskWritten(task=FactId() as subject) | OfferWritten(offer=FactId() as subject):
            yield subject
        case VenueWritten(venue=FactId() as subject):
            yield subject
        case SettingSet(setting=setting) | TextSet(setting=setting):
            yield setting
        case GroupWritten(group=group):
            yield group
        case KeptForLater(member=member, offer=offer):
            yield member, offer
        case AccessWritten(member=member) | SecretPicturesSet(member=member) | CardSet(member=member):
            yield type(fact), member
        case PackWritten(pack=FactId() as subject) | PackFilled(pack=subject):
            yield subject
        case PictureLiked(picture=picture):
            yield PictureLiked, picture
        case _:
            yield from week_keys(fact)


def _stored_keys(fact: StoredFact, read: Read) -> Iterator[object]:
    try:
        yield from keys(decode(fact.name, fact.body), read)
    except NotAFact:
        yield fact.name


def _later(db: Database, facts: Facts, arrival: int, *, own: bytes, device: bytes) -> Iterator[StoredFact]:
    """Facts of other feeds than `device` that come later in the order, and are projected."""
    rows = db.execute(
        "SELECT device, last_seq, (SELECT max(last_seq) FROM arrivals AS before WHERE before.device = arrivals.device"
        " AND before.last_seq < arrivals.last_seq) FROM arrivals"
        " WHERE (arrival, device) > (?1, ?2) AND device <> ?2 ORDER BY arrival",
        [arrival, device],
    ).fetchall()
    for feed, last, before in rows:
        yield from facts.of(feed, after=before or 0, up_to=last)
    if own != device:
        (up_to,) = db.execute("SELECT coalesce(max(last_seq), 0) FROM arrivals WHERE device = ?", [own]).fetchone()
        yield from facts.of(own, after=up_to)
