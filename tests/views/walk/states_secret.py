"""States of the screens of secret pictures: pressing them, choosing them, and how a member signs in."""

from dataclasses import replace
from typing import Final

from desktop.services.papers import CardPaper
from desktop.services.seen import Pic
from desktop.views.member.card_told import CardToldState
from desktop.views.member.secret_pictures import SecretPicturesState
from desktop.views.member.show_card import ShowCardState
from desktop.views.parts.staff_lists import Note
from desktop.views.staff.staff_secret import StaffSecretState
from desktop.views.staff.staff_sign_in import StaffSignInState
from desktop.views.staff.staff_sign_in_card import StaffSignInCardState
from tests.views.walk.walked import LONG_NAME, Walked

CARD: Final = CardPaper("GH1" + "0123456789ABCDEFGHJKMNPQRS", Pic("gh:person-grey-bun"), "Ann")

STATES: Final = [
    Walked("secret_pictures", "usual", SecretPicturesState()),
    Walked("secret_pictures", "usual, or a card", SecretPicturesState(sees_cards=True)),
    Walked("secret_pictures", "usual, one pressed", SecretPicturesState(1)),
    Walked("secret_pictures", "most, two pressed", SecretPicturesState(2)),
    Walked("secret_pictures", "problem, others pressed", SecretPicturesState(is_again=True)),
    Walked("secret_pictures", "problem, three times", SecretPicturesState(may_try=False)),
    Walked("show_card", "usual", ShowCardState()),
    Walked("card_told", "problem, no card of here", CardToldState()),
    Walked("card_told", "problem, a slip", CardToldState("slip")),
    Walked("staff_secret", "usual", StaffSecretState()),
    Walked("staff_secret", "usual, one pressed", StaffSecretState(1)),
    Walked("staff_secret", "most, two pressed", StaffSecretState(2)),
    Walked("staff_secret", "usual, once more", StaffSecretState(1, is_second=True)),
    Walked("staff_secret", "problem, not the same", StaffSecretState(has_differed=True)),
    Walked("staff_sign_in", "empty", StaffSignInState("Ann", has_pictures=False)),
    Walked("staff_sign_in", "usual", StaffSignInState("Ann", has_pictures=True, note=Note("staff.sign_in.kept"))),
    Walked("staff_sign_in", "usual, a card", StaffSignInState("Ann", has_pictures=False, has_card=True)),
    Walked(
        "staff_sign_in",
        "usual, a card that is needed",
        StaffSignInState("Ann", has_pictures=False, has_card=True, needs_card=True),
    ),
    Walked(
        "staff_sign_in",
        "longest, problem",
        StaffSignInState(LONG_NAME, has_pictures=True, is_stopped=True, has_card=True, needs_card=True),
    ),
    Walked("staff_sign_in_card", "usual", StaffSignInCardState("Ann", CARD)),
    Walked("staff_sign_in_card", "empty, no name", StaffSignInCardState("Bob", replace(CARD, name=""))),
    Walked(
        "staff_sign_in_card",
        "longest",
        StaffSignInCardState(LONG_NAME, replace(CARD, name=LONG_NAME), Note("staff.sheet.printed")),
    ),
]
