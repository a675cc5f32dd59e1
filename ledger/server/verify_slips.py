"""Checks slips and rulings against the facts that touched them: printed once, taken once, everything ruled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from ledger.domain.names import FactId
from ledger.domain.rulings import Outcome
from ledger.server.finding import text_of
from ledger.server.found import Found
from ledger.server.tables import rulings, slips
from ledger.server.touching import SlipKey, Touch

_COUNTS = frozenset({int(Outcome.SETTLED), int(Outcome.PROVISIONAL)})


@dataclass(slots=True)
class _Slip:
    """What the facts say of one slip."""

    prints: list[Touch] = field(default_factory=list)
    others: list[Touch] = field(default_factory=list)


def check_slips(connection: Connection, touches: Iterable[Touch], found: Found) -> None:
    """Hold the tables of slips and rulings against what the batches did to slips."""
    told: dict[SlipKey, _Slip] = {}
    by_fact: dict[FactId, Touch] = {}
    for touch in touches:
        slip = told.setdefault(touch.slip, _Slip())
        (slip.prints if touch.is_print else slip.others).append(touch)
        by_fact[touch.fact] = touch
    ruled = {FactId(row.device, row.seq): row for row in connection.execute(select(rulings)).all()}
    for name, row in ruled.items():
        found.counts["rulings"] += 1
        _check_ruling(row, by_fact.get(name), found)
    noted: set[SlipKey] = set()
    for row in connection.execute(select(slips)).all():
        found.counts["slips"] += 1
        key = SlipKey(row.issuer, row.number)
        noted.add(key)
        _check_slip(row, told.get(key, _Slip()), ruled, found)
    for key in told.keys() - noted:
        found.wrong(f"{_called(key)}: facts touch it, and it is not noted.")


def _check_ruling(row: Any, touch: Touch | None, found: Found) -> None:
    name = f"The ruling of fact {FactId(row.device, row.seq).text}"
    if not row.number:
        return  # said in an earlier epoch, and its fact has not come back yet
    if touch is None:
        found.wrong(f"{name}: no batch that is held has this fact.")
    elif (touch.centre, touch.slip, touch.minutes) != (row.centre, SlipKey(row.issuer, row.number), abs(row.minutes)):
        found.wrong(f"{name}: it speaks of another slip or other minutes than the fact.")


def _check_slip(row: Any, slip: _Slip, ruled: dict[FactId, Any], found: Found) -> None:
    called = _called(SlipKey(row.issuer, row.number))
    if row.print_seq is not None:
        printed = FactId(row.print_device, row.print_seq)
        if not any((one.fact, one.minutes, one.venue) == (printed, row.minutes, row.venue) for one in slip.prints):
            found.wrong(f"{called}: no fact printed it as it is noted.")
    claim = None if row.claim_seq is None else FactId(row.claim_device, row.claim_seq)
    if claim is not None and claim not in ruled and all(one.fact != claim for one in slip.others):
        found.wrong(f"{called}: no fact took it as it is noted.")
    taken = 0
    for touch in slip.others:
        ruling = ruled.get(touch.fact)
        if ruling is None and touch.fact != claim and not _is_settled_by_another(touch, slip):
            found.wrong(f"{called}: fact {touch.fact.text} touched it and was never ruled.")
        if ruling is not None and ruling.outcome in _COUNTS and not touch.is_back and touch.minutes:
            taken += touch.minutes if touch.centre != row.print_centre else 0
    if row.print_seq is not None and taken > row.minutes:
        found.wrong(f"{called}: {taken} minutes of it are settled, and it was printed with {row.minutes}.")


def _is_settled_by_another(touch: Touch, slip: _Slip) -> bool:
    """Whether its fact was put right or confirmed since, or does that itself to one of this slip's facts."""
    return touch.named is not None or any(other.named == touch.fact for other in slip.others)


def _called(key: SlipKey) -> str:
    return f"Slip {int.from_bytes(key.number, 'big')} of key {text_of(key.issuer)}"
