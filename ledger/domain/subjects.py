"""Facts that move no minutes: the people, tasks, offers, venues, keys and settings of a centre.

A `…Written` fact with no subject introduces one, and its own name becomes the subject's name; with a subject it
replaces all that was written about it before. Names, photos and free texts are sealed blobs (a digest here), so they
can be erased while the chain still verifies; labels of tasks and offers are plain text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ledger.domain.access import AccessWritten
from ledger.domain.bounds import (
    DigestOrNone,
    GroupNumber,
    Issuer,
    MinutesOrNone,
    Place,
    PublicKey,
    SettingText,
    SettingValue,
    SlipNumber,
    VenueNumber,
)
from ledger.domain.facts import FIRST_UNMOVING_KIND
from ledger.domain.handing import HandingFact
from ledger.domain.knowing import KnowingFact
from ledger.domain.names import NO_DIGEST, FactId
from ledger.domain.network import (
    DeviceListed,
    DeviceRevoked,
    DoorOpened,
    IssuerListed,
    IssuerRevoked,
    ItemDone,
    VenueListed,
)
from ledger.domain.pictures import PictureFact
from ledger.domain.saying import SayingFact
from ledger.domain.sheets import SheetFact
from ledger.domain.week import WeekFact


@dataclass(frozen=True, slots=True)
class CentreFounded:
    """A centre began on this PC. is_practice: never enrolled, signs with a key no list holds."""

    kind: ClassVar[int] = 64
    name: str
    is_practice: bool


@dataclass(frozen=True, slots=True)
class IssuerKeyAdded:
    """A key that signs slips; public_key: 32 bytes, Ed25519."""

    kind: ClassVar[int] = 65
    public_key: PublicKey


@dataclass(frozen=True, slots=True)
class SettingSet:
    """A setting of the centre has a new value; which exist: `rules.CentreRules` and desktop settings."""

    kind: ClassVar[int] = 66
    setting: str
    value: SettingValue


@dataclass(frozen=True, slots=True)
class MemberWritten:
    """Who a member is, as they agreed to be shown.

    name, known_as, photo: digests of blobs, empty for none. picture: id of a picture. group: number of a sign-in
    group, from 1. place: their place in it, from 1; it never moves.
    """

    kind: ClassVar[int] = 67
    member: FactId | None
    name: DigestOrNone
    known_as: DigestOrNone = NO_DIGEST
    picture: str = ""
    photo: DigestOrNone = NO_DIGEST
    group: GroupNumber = 1
    place: Place = 1
    shows_name: bool = True
    shows_picture: bool = True
    named_worker: FactId | None = None
    is_paused: bool = False


@dataclass(frozen=True, slots=True)
class WorkerWritten:
    """Who a worker or supporter is; an empty name is 'somebody new', to be named by staff."""

    kind: ClassVar[int] = 68
    worker: FactId | None
    name: DigestOrNone
    known_as: DigestOrNone = NO_DIGEST
    picture: str = ""
    photo: DigestOrNone = NO_DIGEST
    is_driver: bool = False
    is_kept: bool = True


@dataclass(frozen=True, slots=True)
class TaskWritten:
    """A kind of contribution. An empty label waits for a worker to name it. for_what: 'For Tuesday's lunch'."""

    kind: ClassVar[int] = 69
    task: FactId | None
    label: str
    picture: str
    photo: DigestOrNone = NO_DIGEST
    usual_minutes: MinutesOrNone = 0
    for_what: str = ""
    is_kept: bool = True


@dataclass(frozen=True, slots=True)
class OfferWritten:
    """What credits can be spent on; minutes 0 is free. venue: None at the centre itself."""

    kind: ClassVar[int] = 70
    offer: FactId | None
    label: str
    picture: str
    minutes: MinutesOrNone
    photo: DigestOrNone = NO_DIGEST
    venue: FactId | None = None
    place: str = ""
    getting_there: str = ""
    companion: str = ""
    is_open_to_all: bool = False
    is_step_free: bool = False
    is_quiet: bool = False
    is_kept: bool = True


@dataclass(frozen=True, slots=True)
class VenueWritten:
    """A place outside the centre that takes slips; number: what its slips carry, 1 to 2**32 - 1."""

    kind: ClassVar[int] = 71
    venue: FactId | None
    name: str
    number: VenueNumber
    picture: str = ""
    is_kept: bool = True


@dataclass(frozen=True, slots=True)
class GroupWritten:
    """A sign-in group: its number, 1 to 6, its picture, and the words said for it."""

    kind: ClassVar[int] = 72
    group: GroupNumber
    picture: str
    label: str


@dataclass(frozen=True, slots=True)
class KeptForLater:
    """A member keeps an offer to save for, or lets it go."""

    kind: ClassVar[int] = 73
    member: FactId
    offer: FactId
    is_kept: bool


@dataclass(frozen=True, slots=True)
class SlipHandedOut:
    """A thank-you slip went from the drawer to somebody; member: None for somebody who is no member."""

    kind: ClassVar[int] = 74
    issuer: Issuer
    number: SlipNumber
    member: FactId | None = None


@dataclass(frozen=True, slots=True)
class SlipReprinted:
    """The same slip was printed on paper once more."""

    kind: ClassVar[int] = 75
    issuer: Issuer
    number: SlipNumber


@dataclass(frozen=True, slots=True)
class TextSet:
    """A setting of the centre that is a text, such as its telephone number; "" takes it away."""

    kind: ClassVar[int] = 76
    setting: str
    text: SettingText


@dataclass(frozen=True, slots=True)
class Unknown:
    """A fact of a kind this version does not know; kept, relayed and counted in the chain.

    body: its canonical bytes, as received.
    """

    number: int
    body: bytes

    @property
    def is_moving(self) -> bool:
        """Whether it may move minutes: then nobody's credits are sure until this PC is updated."""
        return self.number < FIRST_UNMOVING_KIND


Subject = (
    CentreFounded
    | IssuerKeyAdded
    | SettingSet
    | MemberWritten
    | WorkerWritten
    | TaskWritten
    | OfferWritten
    | VenueWritten
    | GroupWritten
    | KeptForLater
    | SlipHandedOut
    | SlipReprinted
    | TextSet
    | IssuerListed
    | IssuerRevoked
    | VenueListed
    | DeviceListed
    | DeviceRevoked
    | ItemDone
    | DoorOpened
    | AccessWritten
    | KnowingFact
    | SayingFact
    | PictureFact
    | WeekFact
    | SheetFact
    | HandingFact
)
