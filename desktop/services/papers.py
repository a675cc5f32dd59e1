"""What goes on paper, as plain values: services fill them, `views.printing` draws them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.services.seen import PersonSeen, Pic


@dataclass(frozen=True, slots=True)
class SlipPaper:
    """One slip: what is encoded and what is read.

    token: the text in the QR. code: 14 letters, written 5-5-4. minutes: what it is good for. place: the venue's name
    of a bound slip, else "". centre: only if the centre wants its name on paper. language: of whom it is for, "" for
    the PC's.
    """

    token: str
    code: str
    minutes: int
    credit_minutes: int = 60
    place: str = ""
    centre: str = ""
    pic: Pic | None = None
    is_practice: bool = False
    is_reprint: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class TripCardPaper:
    """What a member takes along (A5, one side); any line a worker blanked is "" or None.

    what, pic: the offer. day, start_minute: when, None and -1 if open. people: who goes. companion: who comes along.
    getting_there: one of `WAYS` (walk, bus, car, minibus, train, taxi, "" for here). place: where. price_minutes: all
    of it together. slip: the slip to bring, printed on the card. phone: the centre's. language: of the member whose
    plan it is, "" for the PC's.
    """

    what: str
    pic: Pic
    day: date | None
    start_minute: int
    people: tuple[PersonSeen, ...]
    companion: PersonSeen | None
    getting_there: str
    place: str
    price_minutes: int
    credit_minutes: int = 60
    slip: SlipPaper | None = None
    phone: str = ""
    is_practice: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class CardPaper:
    """The card a member signs in with.

    token: the secret in its QR, of which nothing is kept that could print it again. pic: their photo or picture as they
    agreed to be shown. name: "" unless they agreed. language: theirs, "" for the PC's.
    """

    token: str
    pic: Pic
    name: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class RecoverySheetPaper:
    """What opens this centre's records again if the PC is lost: keep it locked away.

    words: 12 words. qr: the text that holds the same words. centre: its name. made: the day it was printed. passphrase:
    five words to type when the app starts, "" on a PC with a keyring.
    """

    words: tuple[str, ...]
    qr: str
    centre: str
    made: date
    passphrase: str = ""


WAYS = ("walk", "bus", "car", "minibus", "train", "taxi", "")
"""Ways of getting there that have a picture; "" is here, at the centre."""
