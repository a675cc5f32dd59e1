"""Facts that move no minutes, about slips on paper: what came out on one sheet, and which key signs no more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ledger.domain.bounds import Count, Issuer, SlipNumber


@dataclass(frozen=True, slots=True)
class SheetPrinted:
    """The slips whose facts stand next behind this one in the feed came out on one sheet; count: how many, 2 to 8."""

    kind: ClassVar[int] = 109
    count: Count


@dataclass(frozen=True, slots=True)
class IssuerStopped:
    """A centre trusts a key of its own no more: its PC was stolen, say. What the ledger says of it comes besides.

    good: numbers that are still good; of many, several facts say 200 each. Of any other a worker is asked.
    """

    kind: ClassVar[int] = 110
    issuer: Issuer
    good: tuple[SlipNumber, ...] = ()


SheetFact = SheetPrinted | IssuerStopped
