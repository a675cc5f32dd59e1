"""Facts about pictures: packs that a centre brought in, what lies in them, and which pictures it likes to use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ledger.domain.bounds import DigestOrNone
from ledger.domain.names import NO_DIGEST, FactId


@dataclass(frozen=True, slots=True)
class PackWritten:
    """A pack of pictures the centre has the right to use: whose it is, and the words its licence asks us to show.

    is_kept: false once it was taken out; what was chosen from it stays where it is.
    """

    kind: ClassVar[int] = 121
    pack: FactId | None
    name: str
    licence: str
    attribution: str
    is_kept: bool = True


@dataclass(frozen=True, slots=True)
class PackFilled:
    """Some pictures of a pack. index: their ids, names and words, and where each lies in `pictures`; both are blobs."""

    kind: ClassVar[int] = 122
    pack: FactId
    index: DigestOrNone = NO_DIGEST
    pictures: DigestOrNone = NO_DIGEST


@dataclass(frozen=True, slots=True)
class PictureLiked:
    """Whether a picture, by its id, is among those the centre likes to use."""

    kind: ClassVar[int] = 123
    picture: str
    is_so: bool = True


PictureFact = PackWritten | PackFilled | PictureLiked
