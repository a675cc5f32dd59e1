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
from ledger.server.inbox import What
from ledger.server.tables import inbox, issuers, rulings, slips
from ledger.server.touching import SlipKey, Touch

_COUNTS = frozenset({int(Outcome.SETTLED), int(Outcome.PROVISIONAL)})


@dataclass(slots=True)
class _Slip:
    """What the facts say of one slip."""

    prints: list[Touch] = field(default_factory=list)
    others: list[Touch] = field(default_factory=list)

    def gives_back(self, fact: FactId) -> bool:
        """Whether what a fact took was put right."""
        return any(other.is_back and other.named == fact for other in self.others)


@dataclass(frozen=True, slots=True)
class _Known:
    """Rulings by fact; keys on the list; outcomes that wait to be told; takings that were left for the slip's home."""

    ruled: dict[FactId, Any]
    listed: set[bytes]
    outcomes: dict[FactId, int]
    taken: set[FactId]


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
    listed = set(connection.execute(select(issuers.c.issuer)).scalars())
    known = _Known(ruled, listed, *_left(connection))
    noted: set[SlipKey] = set()
    for row in connection.execute(select(slips)).all():
        found.counts["slips"] += 1
        key = SlipKey(row.issuer, row.number)
        noted.add(key)
        _check_slip(row, told.get(key, _Slip()), known, found)
    for key, slip in told.items():
        # A print by somebody whose key it is not makes no slip.
        if slip.others and key not in noted:
            found.wrong(f"{_called(key)}: facts touch it, and it is not noted.")


def _left(connection: Connection) -> tuple[dict[FactId, int], set[FactId]]:
    """What requests left for other centres: outcomes still to be told, and takings that the slip's home is told."""
    outcomes: dict[FactId, int] = {}
    taken: set[FactId] = set()
    for row in connection.execute(select(inbox)).all():
        name = FactId(row.about_device, row.about_seq)
        if row.what == What.RULED:
            outcomes[name] = row.outcome
        elif row.what == What.TAKEN and row.outcome != Outcome.REFUSED:
            taken.add(name)
    return outcomes, taken


def _check_ruling(row: Any, touch: Touch | None, found: Found) -> None:
    if not row.number:
        return  # said in an earlier epoch, and its fact has not come back yet
    of = FactId(row.device, row.seq)
    if touch is None:
        found.wrong(f"The ruling of fact {of.text}: no batch that is held has this fact.")
    elif (touch.centre, touch.slip, touch.minutes) != (row.centre, SlipKey(row.issuer, row.number), abs(row.minutes)):
        found.wrong(f"The ruling of fact {of.text}: it speaks of another slip or other minutes than the fact.")


def _check_slip(row: Any, slip: _Slip, known: _Known, found: Found) -> None:
    key = SlipKey(row.issuer, row.number)
    if row.print_seq is not None:
        printed = FactId(row.print_device, row.print_seq)
        if not any((one.fact, one.minutes, one.venue) == (printed, row.minutes, row.venue) for one in slip.prints):
            found.wrong(f"{_called(key)}: no fact printed it as it is noted.")
    claim = None if row.claim_seq is None else FactId(row.claim_device, row.claim_seq)
    # A restored ledger hears from the slip's own centre what others took before they come back themselves.
    is_known = claim in known.ruled or claim in known.taken
    if claim is not None and not is_known and all(one.fact != claim for one in slip.others):
        found.wrong(f"{_called(key)}: no fact took it as it is noted.")
    # While no list holds a key, nobody can say who pays for its slips.
    for touch in slip.others if row.issuer in known.listed else ():
        if touch.fact not in known.ruled and touch.fact != claim and not _is_settled_by_another(touch, slip):
            found.wrong(f"{_called(key)}: fact {touch.fact.text} touched it and was never ruled.")
    _check_settled(row, slip, known, found)


def _check_settled(row: Any, slip: _Slip, known: _Known, found: Found) -> None:
    """What is settled of a slip: no more than it was printed with, and told to its home."""
    key, taken = SlipKey(row.issuer, row.number), 0
    for touch in slip.others:
        ruling = known.ruled.get(touch.fact)
        if ruling is None or known.outcomes.get(touch.fact, ruling.outcome) not in _COUNTS:
            continue
        taken += ruling.minutes
        is_elsewhere = ruling.home and ruling.home != touch.centre
        if is_elsewhere and ruling.minutes > 0 and touch.fact not in known.taken and not slip.gives_back(touch.fact):
            found.wrong(f"{_called(key)}: that fact {touch.fact.text} took it was never left for its centre.")
    if row.print_seq is not None and taken > row.minutes:
        found.wrong(f"{_called(key)}: {taken} minutes of it are settled, and it was printed with {row.minutes}.")


def _is_settled_by_another(touch: Touch, slip: _Slip) -> bool:
    """Whether its fact was put right or confirmed since, or does that itself to one of this slip's facts."""
    return touch.named is not None or any(other.named == touch.fact for other in slip.others)


def _called(key: SlipKey) -> str:
    return f"Slip {int.from_bytes(key.number, 'big')} of key {text_of(key.issuer)}"
