"""Papers as services hand them over: usual, longest, emptiest; the same in all tests of printing."""

from dataclasses import replace
from datetime import date
from random import Random

from desktop.services.papers import CardPaper, RecoverySheetPaper, SlipPaper, TripCardPaper
from desktop.services.seen import PersonSeen, Pic
from ledger.domain.names import FactId
from ledger.domain.slips import PRACTICE_FLAG, Slip
from ledger.wire.code import code_of
from ledger.wire.token import encode_slip
from ledger.wire.words import sheet_text, words_of

SEED = bytes(range(32))
TUESDAY = date(2026, 11, 24)
LONG_PLACE = "The Royal Pavilion Theatre and Opera House, Great Yarmouth"
LONG_WHAT = "The Royal Pavilion Theatre pantomime: Jack and the Beanstalk"
LONG_NAME = "Wolfeschlegelsteinhausenbergerdorff"
SWIMMING = Pic("om:1F3CA-1F3FD")
FACES = ("gh:person-long-brown-hair", "gh:person-black-beard", "gh:person-grey-bun", "gh:person-flat-cap")


def a_slip(number: int = 1, minutes: int = 60, *, is_practice: bool = False) -> SlipPaper:
    """A signed slip, the same each time for the same number."""
    wide = Random(number).getrandbits(64)
    slip = Slip(wide, minutes, 2519, flags=PRACTICE_FLAG if is_practice else 0)
    return SlipPaper(encode_slip(slip, SEED), code_of(wide), minutes, is_practice=is_practice)


def every_slip() -> list[SlipPaper]:
    """Each way a slip can look."""
    spent = replace(a_slip(3, 90), place="Sandford Pool", pic=SWIMMING)
    longest = replace(a_slip(5, 330), place=LONG_PLACE, centre="Meadow Lane Day Centre", pic=SWIMMING, is_reprint=True)
    return [
        a_slip(1),
        a_slip(2, 120),
        spent,
        replace(a_slip(4), centre="Meadow Lane Day Centre"),
        longest,
        a_slip(6, 45, is_practice=True),
        replace(a_slip(7, is_practice=True), token=""),
        replace(a_slip(8, 15 * 60), is_reprint=True),
        replace(a_slip(9, 37 * 60 + 15), centre="Meadow Centre", is_reprint=True),
        replace(a_slip(10, 100), credit_minutes=50, is_reprint=True, place="Sandford Pool"),
        replace(a_slip(11), centre=LONG_PLACE, place=LONG_PLACE, is_reprint=True, is_practice=True),
    ]


def a_person(name: str, number: int = 0) -> PersonSeen:
    """Somebody, shown as they agreed."""
    return PersonSeen(FactId(bytes(16), number + 1), name, name or "Grey bun", Pic(FACES[number % len(FACES)]))


def every_sign_in_card() -> list[CardPaper]:
    """Each way a card to sign in with can look."""
    usual = CardPaper("GH1" + "0123456789ABCDEFGHJKMNPQRS", Pic(FACES[2]), "Ann")
    return [
        usual,
        replace(usual, name="", pic=Pic("gh:card")),
        replace(usual, name=f"{LONG_NAME} Montgomery-Featherstonehaugh", language="cy"),
    ]


def a_card() -> TripCardPaper:
    """Swimming on Tuesday at ten, with a friend and a supporter, by bus, and a slip to bring."""
    return TripCardPaper(
        what="Swimming",
        pic=SWIMMING,
        day=TUESDAY,
        start_minute=600,
        people=(a_person("Ann"), a_person("Delroy", 1)),
        companion=a_person("Jo", 2),
        getting_there="bus",
        place="Sandford Pool",
        price_minutes=120,
        slip=replace(a_slip(20, 120), place="Sandford Pool", pic=SWIMMING),
        phone="01234 567890",
    )


def every_card() -> list[TripCardPaper]:
    """Each way a trip card can look."""
    many = tuple(a_person(name, n) for n, name in enumerate(("Ann", "", LONG_NAME, "Siân", "Bob", "Mary Jane", "Li")))
    return [
        a_card(),
        replace(a_card(), slip=None, price_minutes=90, getting_there="minibus", start_minute=13 * 60 + 30),
        replace(a_card(), slip=None, price_minutes=0, phone="", day=None, start_minute=-1, companion=None, place=""),
        replace(a_card(), people=(), companion=None, getting_there="", start_minute=-1, slip=None, is_practice=True),
        replace(a_card(), people=many[:4], what=LONG_WHAT, place=LONG_PLACE, is_practice=True),
        replace(a_card(), people=many, what=LONG_WHAT, place=LONG_PLACE, companion=a_person(LONG_NAME)),
        replace(a_card(), people=many, slip=None, price_minutes=12 * 60, what=LONG_NAME, phone="0" * 60),
    ]


def a_recovery_sheet(passphrase: str = "") -> RecoverySheetPaper:
    """A sheet with real words."""
    secret = Random(1).randbytes(16)
    return RecoverySheetPaper(words_of(secret), sheet_text(secret), "Meadow Lane Day Centre", TUESDAY, passphrase)
