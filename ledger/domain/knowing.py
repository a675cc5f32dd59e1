"""How the centre knows that it is the member who signs in, beyond their face."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ledger.domain.bounds import DigestOrNone
from ledger.domain.names import NO_DIGEST, FactId


@dataclass(frozen=True, slots=True)
class SecretPicturesSet:
    """A member signs in with three secret pictures; it takes the place of what was there.

    secret: digest of a sealed blob that only tells whether three pictures are the right ones; empty: their face is
    enough again.
    """

    kind: ClassVar[int] = 127
    member: FactId
    secret: DigestOrNone = NO_DIGEST


@dataclass(frozen=True, slots=True)
class CardSet:
    """A member signs in with a card; the one they had before lets nobody in any more.

    secret: digest of a sealed blob that only tells whether a card is the right one; empty: they have none.
    is_needed: their face is not enough without it.
    """

    kind: ClassVar[int] = 128
    member: FactId
    secret: DigestOrNone = NO_DIGEST
    is_needed: bool = False


KnowingFact = SecretPicturesSet | CardSet
