"""Slips as the ledger holds them: entered and locked in sorted order, changed in memory, written back at the end."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, bindparam, case, func, select, update

from ledger.domain.names import FactId
from ledger.server.tables import issuers, slips
from ledger.server.touching import SlipKey, Touch
from ledger.server.upserts import New, Upsert
from ledger.server.writes import Write

AT_A_TIME = 500
"""How many names one statement asks for."""


class Claimant(NamedTuple):
    """A fact, and the centre or door whose it is."""

    centre: bytes
    fact: FactId


@dataclass(slots=True)
class Slip:
    """One slip; see `tables.slips`. has_changed: it is to be written."""

    key: SlipKey
    minutes: int
    venue: int
    printed: Claimant | None
    claim: Claimant | None
    claim_minutes: int
    claim_venue: int
    claim_epoch: int
    has_changed: bool = False

    def take(self, by: Claimant, minutes: int, *, venue: int, epoch: int) -> None:
        """It is this fact's now."""
        self.claim, self.claim_minutes, self.claim_venue, self.claim_epoch = by, minutes, venue, epoch
        self.has_changed = True

    def free(self) -> None:
        """It is nobody's again."""
        self.claim, self.claim_minutes, self.claim_venue, self.claim_epoch = None, 0, 0, 0
        self.has_changed = True


class Issuer(NamedTuple):
    """A key of the network: whose it is, and the numbers that are still good once it is revoked."""

    centre: bytes
    is_revoked: bool
    good: frozenset[bytes]

    def is_good(self, number: bytes) -> bool:
        """Whether its slip of this number is taken."""
        return not self.is_revoked or number in self.good


def _kept(new: New) -> dict[str, Any]:
    """A print joins what was claimed before; a second print of a slip changes nothing; both lock the row."""
    first = {name: func.coalesce(slips.c[name], new[name]) for name in ("print_centre", "print_device", "print_seq")}
    unseen = slips.c.print_centre.is_(None)
    return first | {name: case((unseen, new[name]), else_=slips.c[name]) for name in ("minutes", "venue")}


_ENTER = Upsert(slips, _kept)
_OF = (slips.c.issuer == bindparam("issuer"), slips.c.number.in_(bindparam("numbers", expanding=True)))
_READ = select(slips).where(*_OF)
_READ_CLAIMED = select(slips).where(*_OF, slips.c.claim_centre.is_not(None))
_CLAIM = ("claim_centre", "claim_device", "claim_seq", "claim_minutes", "claim_venue", "claim_epoch")
_SAVE = Write(
    update(slips)
    .where(slips.c.issuer == bindparam("key"), slips.c.number == bindparam("which"))
    .values({name: bindparam(name) for name in _CLAIM})
)
_ISSUERS = select(issuers).where(issuers.c.issuer.in_(bindparam("names", expanding=True)))
_UNTOUCHED: dict[str, Any] = {"claim_centre": None, "claim_device": None, "claim_seq": None}
_UNTOUCHED |= {"claim_minutes": 0, "claim_venue": 0, "claim_epoch": 0}


def enter(connection: Connection, touches: Iterable[Touch], more: Iterable[SlipKey] = ()) -> dict[SlipKey, Slip]:
    """Lock all slips that these facts touch, make those that are new, and read those that are or may be claimed.

    touches: prints among them must be of whom may print. more: slips that are claimed otherwise.
    """
    prints: dict[SlipKey, Touch] = {}
    claimed: set[SlipKey] = set(more)
    for touch in touches:
        if touch.is_print:
            prints.setdefault(touch.slip, touch)
        else:
            claimed.add(touch.slip)
    keys = sorted(claimed | prints.keys())
    _ENTER.run(connection, [_row(key, prints.get(key)) for key in keys])
    found = [*_read(connection, _READ, claimed), *_read(connection, _READ_CLAIMED, prints.keys() - claimed)]
    return {slip.key: slip for slip in found}


def save(connection: Connection, held: Iterable[Slip]) -> None:
    """Write the claims that changed."""
    _SAVE.run(connection, [_claim(slip) for slip in held if slip.has_changed])


def issuers_of(connection: Connection, names: Collection[bytes]) -> dict[bytes, Issuer]:
    """Those of these keys that the network lists."""
    rows = connection.execute(_ISSUERS, {"names": sorted(names)}) if names else ()
    return {row.issuer: Issuer(row.centre, row.revoked_ms is not None, _numbers(row.good)) for row in rows}


def pieces_of(keys: Collection[SlipKey]) -> Iterator[tuple[bytes, list[bytes]]]:
    """Numbers by their issuer, some at a time."""
    for issuer, same in groupby(sorted(keys), key=lambda key: key.issuer):
        numbers = [key.number for key in same]
        for at in range(0, len(numbers), AT_A_TIME):
            yield issuer, numbers[at : at + AT_A_TIME]


def _read(connection: Connection, statement: Any, keys: Collection[SlipKey]) -> Iterator[Slip]:
    for issuer, numbers in pieces_of(keys):
        for row in connection.execute(statement, {"issuer": issuer, "numbers": numbers}):
            yield _slip(row)


def _slip(row: Row[Any]) -> Slip:
    printed = None if row.print_centre is None else _claimant(row.print_centre, row.print_device, row.print_seq)
    claim = None if row.claim_centre is None else _claimant(row.claim_centre, row.claim_device, row.claim_seq)
    key = SlipKey(row.issuer, row.number)
    return Slip(key, row.minutes, row.venue, printed, claim, row.claim_minutes, row.claim_venue, row.claim_epoch)


def _claimant(centre: bytes, device: bytes, seq: int) -> Claimant:
    return Claimant(centre, FactId(device, seq))


def _row(key: SlipKey, touch: Touch | None) -> dict[str, Any]:
    printed: dict[str, Any]
    if touch is None:
        printed = {"minutes": 0, "venue": 0, "print_centre": None, "print_device": None, "print_seq": None}
    else:
        printed = {"minutes": touch.minutes, "venue": touch.venue, "print_centre": touch.centre}
        printed |= {"print_device": touch.fact.device, "print_seq": touch.fact.seq}
    return {"issuer": key.issuer, "number": key.number} | printed | _UNTOUCHED


def _claim(slip: Slip) -> dict[str, Any]:
    by = slip.claim
    named = (None, None, None) if by is None else (by.centre, by.fact.device, by.fact.seq)
    values = (*named, slip.claim_minutes, slip.claim_venue, slip.claim_epoch)
    return {"key": slip.key.issuer, "which": slip.key.number} | dict(zip(_CLAIM, values, strict=True))


def _numbers(raw: bytes) -> frozenset[bytes]:
    return frozenset(raw[at : at + 8] for at in range(0, len(raw), 8))
