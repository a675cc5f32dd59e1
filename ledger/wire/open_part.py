"""What the central ledger may read of a batch: sums, and each fact that touches slips, venues or other centres.

No member, offer, worker or time of day is in it; of a slip put into somebody's credits only the slip shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ledger.domain.accounts import NUMBER_BYTES, SEQ_BYTES, VENUE_BYTES, Account, AccountClass, is_account
from ledger.domain.bounds import (
    MOST_DAY,
    MOST_MINUTES,
    MOST_NAMED,
    Day,
    Issuer,
    SlipMinutes,
    SlipNumber,
    VenueNumber,
    VenueOrOpen,
)
from ledger.domain.facts import Confirmed, Legs, PutRight, SlipPrinted, SlipRedeemed, SlipVoided
from ledger.domain.feed import Entry
from ledger.domain.names import FactId
from ledger.domain.postings import Fact, Posting, account_class_sums, of
from ledger.domain.rulings import CreditNoted
from ledger.domain.slips import FIRST_DAY
from ledger.domain.subjects import VenueWritten
from ledger.wire.cbor import Plain
from ledger.wire.codec import LAYOUTS, MOST_KIND, fact_kind
from ledger.wire.columns import pack_columns, unpack_columns
from ledger.wire.packing import NotPacked
from ledger.wire.shapes import NotAFact, pack_name, shape_of

OPEN_CLASSES = {AccountClass.SLIP: NUMBER_BYTES, AccountClass.VENUE: VENUE_BYTES, AccountClass.BETWEEN: SEQ_BYTES}
"""Classes whose accounts show, and how many bytes at the end of their keys are a number."""

MOST_MINUTES_TOGETHER = 500 * MOST_NAMED * MOST_MINUTES
"""More than the facts of any batch move: sums of many batches still fit into 63 bits."""

MOST_CLASS = 255
"""A newer version may have classes that this one does not know."""

_ALWAYS_OPEN = (SlipRedeemed, SlipVoided, CreditNoted, VenueWritten)
_MS_IN_A_DAY = 86_400_000
_FIRST_DAY_SINCE_1970 = FIRST_DAY.toordinal() - 719_163


class NotOpen(ValueError):
    """Bytes that are no open part, or whose sums contradict its facts."""


@dataclass(frozen=True, slots=True)
class OpenFact:
    """A fact that touches slips, venues or other centres.

    seq: its place in the feed. kind: as in `facts` and `subjects`. day: days since 1 January 2020, by the PC's clock
    in universal time. legs: what it moves in slips, venues and between centres, not the other side. terms: by kind,
    SlipPrinted [issued_day, expires_day, venue], SlipVoided [issuer, number, minutes, has_paper, is_waiting],
    CreditNoted [issuer, number, minutes], VenueWritten [venue or empty, name, number, is_kept], Confirmed and PutRight
    [name of the fact they name]. What a kind shows never changes, or a pack would contradict what it replaces.
    """

    seq: int
    kind: int
    day: int
    legs: Legs
    terms: tuple[Plain, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenPart:
    """Sums of each account class, those of zero left out, and the open facts in order."""

    sums: dict[int, int]
    facts: tuple[OpenFact, ...]


def open_part_of(entries: Sequence[Entry]) -> OpenPart:
    """What a batch of these facts shows."""
    postings = [posting for entry in entries for posting in of(entry.fact)]
    facts = (_open_fact(entry) for entry in entries)
    sums = {int(cls): minutes for cls, minutes in account_class_sums(postings).items()}
    return OpenPart(sums, tuple(fact for fact in facts if fact is not None))


def write_open(part: OpenPart) -> bytes:
    """The bytes of an open part."""
    sums: list[Plain] = [[cls, minutes] for cls, minutes in part.sums.items()]
    facts: list[Plain] = [
        [fact.seq, fact.kind, fact.day, [_leg_out(*leg) for leg in fact.legs], [*fact.terms]] for fact in part.facts
    ]
    return pack_columns([sums, facts])


def read_open(raw: bytes) -> OpenPart:
    """Read what `write_open` wrote.

    Raises:
        NotOpen: it is anything else, its sums are not zero together, or they are not those of its facts.
    """
    try:
        match unpack_columns(raw):
            case [sums, facts]:
                part = OpenPart(dict(map(_sum_in, sums)), tuple(map(_fact_in, facts)))
                _check_sums(part, len(sums))
                return part
    except NotPacked as error:
        raise NotOpen(str(error)) from error
    raise NotOpen("sums and facts, no more and no less")


def _open_fact(entry: Entry) -> OpenFact | None:
    fact = entry.fact
    legs = tuple((account, minutes) for account, minutes in of(fact) if account.cls in OPEN_CLASSES)
    if not legs and not isinstance(fact, _ALWAYS_OPEN):
        return None
    return OpenFact(entry.name.seq, fact_kind(fact), _day_of(entry.at_ms), legs, _terms(fact))


def _terms(fact: Fact) -> tuple[Plain, ...]:
    match fact:
        case SlipPrinted():
            return (fact.issued_day, fact.expires_day, fact.venue)
        case SlipVoided():
            return (fact.issuer, fact.number, fact.minutes, int(fact.has_paper), int(fact.is_waiting))
        case CreditNoted():
            return (fact.issuer, fact.number, fact.minutes)
        case VenueWritten():
            venue = b"" if fact.venue is None else pack_name(fact.venue)
            return (venue, fact.name, fact.number, int(fact.is_kept))
        case Confirmed(waiting=named) | PutRight(fact=named):
            return (pack_name(named),)
    return ()


def _day_of(at_ms: int) -> int:
    # A clock that is years wrong still gives some day; the ledger has its own.
    return min(max(at_ms // _MS_IN_A_DAY - _FIRST_DAY_SINCE_1970, 0), MOST_DAY)


def _sum_in(value: Plain) -> tuple[int, int]:
    match value:
        case [int(cls), int(minutes)] if minutes and abs(minutes) <= MOST_MINUTES_TOGETHER and 0 < cls <= MOST_CLASS:
            return cls, minutes
    raise NotOpen("not the sum of a class of accounts")


def _fact_in(value: Plain) -> OpenFact:
    match value:
        case [int(seq), int(kind), int(day), list(legs), list(terms)] if (
            0 <= kind <= MOST_KIND and 0 <= day <= MOST_DAY
        ):
            _check_terms(kind, terms)
            return OpenFact(seq, kind, day, tuple(map(_leg_in, legs)), tuple(terms))
    raise NotOpen("not an open fact")


def _check_terms(kind: int, terms: list[Plain]) -> None:
    # What a newer version shows is passed on; what this one reads is what it says it is.
    if kind not in LAYOUTS:
        return
    shapes = _TERMS.get(kind, ())
    if len(terms) != len(shapes):
        raise NotOpen("more or fewer terms than such a fact has")
    try:
        for shape, term in zip(shapes, terms, strict=True):
            shape.unpack(term)
    except NotAFact as error:
        raise NotOpen(str(error)) from error


def _leg_out(account: Account, minutes: int) -> Plain:
    # The number at the end of a key stands apart, so that issuers and devices repeat and pack well.
    size = OPEN_CLASSES[account.cls]
    return [int(account.cls), account.key[:-size], int.from_bytes(account.key[-size:], "big"), minutes]


def _leg_in(value: Plain) -> Posting:
    match value:
        case [int(cls), bytes(owner), int(number), int(minutes)] if cls in OPEN_CLASSES and _is_moved(minutes):
            size = OPEN_CLASSES[AccountClass(cls)]
            if 0 <= number < 1 << 8 * size:
                account = Account(AccountClass(cls), owner + number.to_bytes(size, "big"))
                if is_account(account):
                    return Posting(account, minutes)
    raise NotOpen("not a leg that may be open")


def _is_moved(minutes: int) -> bool:
    return minutes != 0 and abs(minutes) <= MOST_MINUTES


def _check_sums(part: OpenPart, sums: int) -> None:
    if sums != len(part.sums) or sum(part.sums.values()) != 0:
        raise NotOpen("the sums of a batch are zero together, each class once")
    seqs = [fact.seq for fact in part.facts]
    if seqs != sorted(set(seqs)):
        raise NotOpen("facts in the wrong order")
    moved = account_class_sums(Posting(*leg) for fact in part.facts for leg in fact.legs)
    if moved != {cls: minutes for cls, minutes in part.sums.items() if cls in OPEN_CLASSES}:
        raise NotOpen("the sums are not those of the facts")


_TERMS = {
    cls.kind: tuple(map(shape_of, shown))
    for cls, shown in (
        (SlipPrinted, (Day, Day, VenueOrOpen)),
        (SlipVoided, (Issuer, SlipNumber, SlipMinutes, bool, bool)),
        (CreditNoted, (Issuer, SlipNumber, SlipMinutes)),
        (VenueWritten, (FactId | None, str, VenueNumber, bool)),
        (Confirmed, (FactId,)),
        (PutRight, (FactId,)),
    )
}
"""What each kind shows besides its legs, as `_terms` writes it."""
