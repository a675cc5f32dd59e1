"""What the open facts of a batch do to slips, in the ledger's own words, and whether they say it as facts must."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ledger.domain.accounts import ISSUER_BYTES, NUMBER_BYTES, AccountClass
from ledger.domain.bounds import MOST_SLIP_MINUTES
from ledger.domain.facts import Confirmed, PutRight, SlipPrinted, SlipRedeemed, SlipVoided
from ledger.domain.names import FactId
from ledger.domain.rulings import CreditNoted
from ledger.wire.batch import BadBatch, Refusal
from ledger.wire.cbor import Plain
from ledger.wire.codec import NotAFact
from ledger.wire.open_part import OpenFact, OpenPart
from ledger.wire.shapes import unpack_name

_UNDOING = frozenset({Confirmed.kind, SlipVoided.kind, PutRight.kind})


class SlipKey(NamedTuple):
    """A slip: its issuer, 16 bytes, and its number, 8 bytes, big-endian; they sort as they are locked."""

    issuer: bytes
    number: bytes


@dataclass(frozen=True, slots=True)
class Touch:
    """One fact and the one slip it touches.

    minutes: printed, taken, or given back. named: the fact that it confirms or puts right. venues: numbers of venues
    that gained. venue: a print's, 0 for open.
    """

    centre: bytes
    fact: FactId
    kind: int
    slip: SlipKey
    minutes: int
    named: FactId | None = None
    venue: int = 0
    venues: frozenset[int] = frozenset()
    is_waiting: bool = False
    is_back: bool = False

    @property
    def is_print(self) -> bool:
        """Whether the slip came into being by it."""
        return self.kind == SlipPrinted.kind

    @property
    def is_note(self) -> bool:
        """Whether it is what was left over of a slip."""
        return self.kind == CreditNoted.kind

    @property
    def is_undoing(self) -> bool:
        """Whether it takes the slip out of the world rather than to somebody."""
        return self.kind in _UNDOING


def touches_of(part: OpenPart, *, centre: bytes, device: bytes) -> list[Touch]:
    """What a batch does to slips, in order; kinds this ledger does not know do nothing here, and are kept.

    Raises:
        BadBatch: a fact shows what its kind cannot move; nothing of the batch may be used.
    """
    try:
        touched = [_touch(fact, centre, FactId(device, fact.seq)) for fact in part.facts if fact.kind in _KNOWN]
    except (NotAFact, ValueError, TypeError) as error:
        raise BadBatch(Refusal.WRONG_SUMS, str(error)) from error
    return [touch for touch in touched if touch is not None]


def _touch(fact: OpenFact, centre: bytes, name: FactId) -> Touch | None:
    legs = [(account.key, minutes) for account, minutes in fact.legs if account.cls == AccountClass.SLIP]
    if len(legs) > 1 or any(not 0 < abs(minutes) <= MOST_SLIP_MINUTES for _, minutes in legs):
        raise ValueError("a fact moves one slip, and no more than a slip can be good for")
    moved = legs[0][1] if legs else 0
    slip = SlipKey(legs[0][0][:ISSUER_BYTES], legs[0][0][ISSUER_BYTES:]) if legs else None
    venues = frozenset(
        int.from_bytes(account.key, "big")
        for account, minutes in fact.legs
        if account.cls == AccountClass.VENUE and minutes > 0
    )
    match fact.kind, fact.terms:
        case SlipPrinted.kind, (int(), int(), int(venue)) if slip and moved > 0 and 0 <= venue < 1 << 32:
            return Touch(centre, name, fact.kind, slip, moved, venue=venue)
        case SlipRedeemed.kind, () if moved < 0 and slip:
            return Touch(centre, name, fact.kind, slip, -moved, venues=venues)
        case SlipRedeemed.kind, () if not legs:
            return None
        case SlipVoided.kind, (issuer, number, minutes, 0 | 1, 0 | 1 as waiting):
            meant, amount = _slip_of(issuer, number), _amount_of(minutes)
            if (slip, moved) == ((None, 0) if waiting else (meant, -amount)):
                return Touch(centre, name, fact.kind, meant, amount, is_waiting=bool(waiting))
        case CreditNoted.kind, (issuer, number, minutes) if not legs:
            return Touch(centre, name, fact.kind, _slip_of(issuer, number), _amount_of(minutes), is_waiting=True)
        case ((Confirmed.kind | PutRight.kind), (packed,)):
            named = unpack_name(packed)
            if slip is None:
                return None
            back = moved > 0
            return Touch(centre, name, fact.kind, slip, abs(moved), named=named, venues=venues, is_back=back)
    raise ValueError(f"an open fact of kind {fact.kind} does not look like this")


def _slip_of(issuer: Plain, number: Plain) -> SlipKey:
    if not isinstance(issuer, bytes) or len(issuer) != ISSUER_BYTES or not isinstance(number, int):
        raise ValueError("not the name of a slip")
    if not 0 <= number < 1 << 8 * NUMBER_BYTES:
        raise ValueError("not the number of a slip")
    return SlipKey(issuer, number.to_bytes(NUMBER_BYTES, "big"))


def _amount_of(minutes: Plain) -> int:
    if not isinstance(minutes, int) or not 0 < minutes <= MOST_SLIP_MINUTES:
        raise ValueError("not what a slip is good for")
    return minutes


_KNOWN = frozenset({SlipPrinted.kind, SlipRedeemed.kind, SlipVoided.kind, CreditNoted.kind, *_UNDOING})
