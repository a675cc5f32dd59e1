"""What is walked: a screen, the name of one of its states, and the state itself; and the people and things in them."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from desktop.clock import standing_at
from desktop.services.network import NetworkSeen
from desktop.services.pictures import PictureFound
from desktop.services.seen import (
    CreditsSeen,
    MovementSeen,
    OfferSeen,
    PersonSeen,
    Pic,
    PlanSeen,
    TaskSeen,
    VenueSeen,
)
from desktop.views.kit.art import picture
from desktop.views.kit.person import Person
from desktop.views.parts.language_told import LanguageSeen
from ledger.domain.names import FactId

TUESDAY: Final = date(2026, 11, 24)
NOW_MS: Final = standing_at(2026, 11, 24, 10, 20).now_ms()
LONG_NAME: Final = "Christopher-Bartholomew"
LONG_TASK: Final = "Photographed the wildflower meadows"
LONG_OFFER: Final = "Stratford-upon-Avon playhouse"
LONG_PLACE: Final = "The Royal Pavilion Theatre, Great Yarmouth"
FACES: Final = (
    "gh:person-long-brown-hair",
    "gh:person-short-black-hair",
    "gh:person-grey-bun",
    "gh:person-flat-cap",
    "gh:person-blue-turban",
    "gh:person-red-hair",
    "gh:person-black-beard",
    "gh:person-green-headscarf",
    "gh:person-white-hair",
    "gh:person-wheelchair",
    "gh:person-pink-hair",
    "gh:person-round-glasses",
)
NAMES: Final = (
    "Ann", "Bob", "Cath", "Dev", "Ella", "Finn", "Gwen", "Hari", "Ines", "Jack", "Kofi", "Lakshmi", "Mo",
    "Bronwen", "Haleema", "Jolanta", "Una", "Vic", "Will", "Xena",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Walked:
    """One state of a screen.

    kind: usual, empty, most, longest, waiting or problem, and what sets it apart from others of its kind. state: what
    the screen is filled with. person: who is at it, None before anybody signed in.
    by_alphabet: whether the letters of the keyboard on the screen go from A to Z; it is up for the first field of text.
    None: it is not up.
    """

    screen: str
    kind: str
    state: Any
    person: Person | None = None
    by_alphabet: bool | None = None

    def __str__(self) -> str:
        return f"{self.screen}: {self.kind}"


def named(number: int) -> FactId:
    """The name of a fact."""
    return FactId(bytes(16), number)


def somebody(name: str, number: int = 0, *, is_shown: bool = True) -> PersonSeen:
    """A person as they agreed to be shown."""
    return PersonSeen(named(100 + number), name if is_shown else "", name, Pic(FACES[number % len(FACES)]))


def people(count: int) -> tuple[PersonSeen, ...]:
    """So many people, one of them without a name to show."""
    found = [somebody(NAMES[n % len(NAMES)], n) for n in range(count)]
    if count > 1:
        found[1] = somebody("Grey bun", 1, is_shown=False)
    return tuple(found)


ANN: Final = somebody("Ann")
BOB: Final = somebody("Bob", 1)
LONG: Final = somebody(LONG_NAME, 2)
HIDDEN: Final = somebody("Flat cap", 3, is_shown=False)
JO: Final = PersonSeen(named(99), "Jo", "Jo", Pic("gh:person-staff-badge"))
AT_IT: Final = Person("Ann", picture(ANN.pic))
WITH_JO: Final = Person("Ann", picture(ANN.pic), ("Jo", picture(JO.pic)))
LONG_AT_IT: Final = Person(LONG_NAME, picture(LONG.pic), (LONG_NAME, picture(HIDDEN.pic)))

ALL_SENT: Final = NetworkSeen("https://hours.example.org", met_ms=NOW_MS - 600_000, keys=7, now_ms=NOW_MS)
TO_SEND: Final = ALL_SENT._replace(to_send=12, since_ms=NOW_MS - 3 * 86_400_000, met_ms=NOW_MS - 9 * 86_400_000)

UNREAD: Final = LanguageSeen("Cymraeg", is_read=False, faults=2)

SWEPT: Final = TaskSeen(named(1), "Swept up", Pic("om:1F9F9"), 30, "After baking")
UNNAMED: Final = TaskSeen(named(2), "", Pic("om:1F4E6"))
LONG_DONE: Final = TaskSeen(named(3), LONG_TASK, Pic("gh:camera"), 60, "For the older people's lunch")

POOL: Final = VenueSeen(named(10), "Leisure centre", 1, Pic("om:1F3CA-1F3FD"))
SWIMMING: Final = OfferSeen(
    named(11), "Swimming", Pic("om:1F3CA-1F3FD"), 60, POOL, "The pool", "bus", is_step_free=True, is_quiet=True
)
WALK: Final = OfferSeen(named(12), "Walk in the park", Pic("gh:park-walk"), 0, is_quiet=True)
ART: Final = OfferSeen(named(13), "Art", Pic("gh:brushes"), 30)
MUSEUM: Final = OfferSeen(named(14), "Museum", Pic("gh:museum"), 90, is_step_free=True)
TOWER: Final = OfferSeen(named(15), "Tower of London", Pic("gh:tower"), 240, POOL, "London", "train", short_minutes=150)
LONG_TRIP: Final = TOWER._replace(id=named(16), label=LONG_OFFER, place=LONG_PLACE, short_minutes=0, is_step_free=True)


def tasks(count: int) -> tuple[TaskSeen, ...]:
    """So many tasks, each with its own picture as far as there are some."""
    kinds = {
        "Swept up": "om:1F9F9",
        "Made tea": "gh:made-tea",
        "Watered the plants": "gh:watered-plants",
        "Wrote for the magazine": "om:270F",
        "Kept score": "gh:kept-score",
        "Was there": "gh:kept-company",
    }
    rows = [(label, Pic(pic)) for label, pic in kinds.items()]
    return tuple(TaskSeen(named(200 + n), *rows[n % len(rows)]) for n in range(count))


def offers(count: int) -> tuple[OfferSeen, ...]:
    """So many offers, of every kind."""
    kinds = (SWIMMING, WALK, ART, MUSEUM, TOWER)
    return tuple(kinds[n % len(kinds)]._replace(id=named(300 + n)) for n in range(count))


def found(count: int) -> tuple[PictureFound, ...]:
    """So many pictures with what they show."""
    kinds = {
        "Washed up": "gh:washed-up",
        "Fed the birds": "om:1F426",
        "Fixed a bike": "om:1F6B2",
        "Took photos": "gh:camera",
        "Cheered people on": "om:1F4E3",
    }
    rows = [(pic, label) for label, pic in kinds.items()]
    return tuple(PictureFound(*rows[n % len(rows)]) for n in range(count))


def credits_of(available_minutes: int, waiting_minutes: int = 0) -> CreditsSeen:
    """What somebody has."""
    return CreditsSeen(available_minutes, waiting_minutes)


_OF_MOVEMENTS: Final = {
    "gave": "gh:person-short-black-hair",
    "got": "gh:person-short-black-hair",
    "slip_made": "gh:slip",
    "slip_used": "gh:slip",
    "slip_back": "gh:slip",
    "spent": "om:1F3CA-1F3FD",
    "spent_back": "om:1F3CA-1F3FD",
}


def movement(what: str = "helped", minutes: int = 30, **more: Any) -> MovementSeen:
    """One thing that changed what somebody has."""
    given: dict[str, Any] = {"label": "Swept up", "pic": Pic(_OF_MOVEMENTS.get(what, "om:1F9F9")), **more}
    return MovementSeen(named(400), f"history.{what}", minutes=minutes, at_ms=NOW_MS, **given)


def plan(offer: OfferSeen = SWIMMING, **more: Any) -> PlanSeen:
    """A plan of Ann's."""
    given: dict[str, Any] = {
        "going": (ANN,),
        "companion": JO,
        "getting_there": "bus",
        "day": TUESDAY,
        "start_minute": 600,
        **more,
    }
    cost = offer.minutes * len(given["going"])
    return PlanSeen(named(500), offer, ANN, price_minutes=offer.minutes, total_minutes=cost, **given)
