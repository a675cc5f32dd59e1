"""Facts that move no minutes, about slips that were handed in: for whom they paid, and which was changed for others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ledger.domain.bounds import Count, Issuer, SlipNumber
from ledger.domain.names import FactId


@dataclass(frozen=True, slots=True)
class SlipsSpent:
    """What slips were handed in for; the fact stands in the same tap, behind them.

    slips: the handings in. people: how many went for them. payer: the member who held them, None if nobody signed in.
    going: members among those who went, as far as anybody said.
    """

    kind: ClassVar[int] = 104
    slips: tuple[FactId, ...]
    people: Count
    payer: FactId | None = None
    going: tuple[FactId, ...] = ()


@dataclass(frozen=True, slots=True)
class SlipChanged:
    """A slip was handed in and is void for it: a new one was printed for what it paid, and one for the rest of it."""

    kind: ClassVar[int] = 105
    issuer: Issuer
    number: SlipNumber


HandingFact = SlipsSpent | SlipChanged
