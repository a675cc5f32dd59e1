"""States of the screens of my credits, thanking someone, and using a slip."""

from typing import Final

from desktop.services.slips import Outcome
from desktop.views.member.movement import MovementState
from desktop.views.member.my_credits import MyCreditsState
from desktop.views.member.slip_into import SlipIntoState
from desktop.views.member.slip_offers import SlipOffersState
from desktop.views.member.slip_ok import SlipOkState
from desktop.views.member.slip_spent import SlipSpentState
from desktop.views.member.slip_who import SlipWhoState
from desktop.views.member.slip_yes import SlipYesState
from desktop.views.member.thank_done import ThankDoneState
from desktop.views.member.thank_how_many import ThankHowManyState
from desktop.views.member.thank_who import ThankWhoState
from desktop.views.member.thank_yes import ThankYesState
from desktop.views.member.use_slip import UseSlipState
from desktop.views.member.where_from import WhereFromState
from desktop.views.parts.slip_keys import CodeState
from desktop.views.parts.slips import Rest
from desktop.views.parts.verdicts import BadSlip
from tests.views.walk.walked import (
    ANN,
    AT_IT,
    BOB,
    HIDDEN,
    LONG,
    LONG_AT_IT,
    LONG_NAME,
    LONG_OFFER,
    LONG_PLACE,
    LONG_TASK,
    LONG_TRIP,
    NOW_MS,
    SWIMMING,
    WITH_JO,
    Walked,
    credits_of,
    movement,
    offers,
    people,
)

WHATS: Final = ("helped", "gave", "got", "slip_made", "slip_used", "slip_back", "spent", "spent_back", "put_right")
_EVERY_MOVEMENT: Final = tuple(movement(what, label="") for what in WHATS)
_BAD: Final = tuple(outcome for outcome in Outcome if outcome not in (Outcome.OK, Outcome.OK_CHECK))

STATES: Final = [
    Walked("my_credits", "usual", MyCreditsState(credits_of(390)), AT_IT),
    Walked("my_credits", "usual, may print", MyCreditsState(credits_of(390), can_print=True), AT_IT),
    Walked("my_credits", "usual, one", MyCreditsState(credits_of(60)), AT_IT),
    Walked("my_credits", "empty", MyCreditsState(credits_of(0)), AT_IT),
    Walked("my_credits", "empty, a part jar", MyCreditsState(credits_of(45)), AT_IT),
    Walked("my_credits", "waiting", MyCreditsState(credits_of(105, 150)), WITH_JO),
    Walked("my_credits", "waiting, nothing else", MyCreditsState(credits_of(0, 180)), AT_IT),
    Walked("my_credits", "most", MyCreditsState(credits_of(37 * 60 + 15, 45), can_print=True), AT_IT),
    Walked("my_credits", "longest", MyCreditsState(credits_of(99 * 60 + 45, 600)), LONG_AT_IT),
    Walked("where_from", "usual", WhereFromState((movement(), movement("got", 60, label="Bob"))), AT_IT),
    Walked("where_from", "empty", WhereFromState(()), AT_IT),
    Walked("where_from", "usual, each kind", WhereFromState(_EVERY_MOVEMENT), AT_IT),
    Walked("where_from", "most", WhereFromState((movement(), movement("spent", -60, label="Swimming")) * 12), WITH_JO),
    Walked(
        "where_from",
        "longest",
        WhereFromState(
            (
                movement(minutes=225, label=LONG_TASK),
                movement("spent", -195, label=LONG_OFFER, is_undone=True),
                movement("gave", -165, label=LONG_NAME, is_waiting=True),
            )
        ),
        LONG_AT_IT,
    ),
    *(
        Walked("movement", f"usual, {what}", MovementState(movement(what, minutes, label="")), AT_IT)
        for what, minutes in zip(WHATS, (30, -60, 60, -60, 60, 60, -120, 120, -30), strict=True)
    ),
    Walked("movement", "usual, can be undone", MovementState(movement(can_undo=True)), WITH_JO),
    Walked("movement", "usual, taken back", MovementState(movement("spent", -60, is_undone=True)), AT_IT),
    Walked("movement", "waiting", MovementState(movement(minutes=180, is_waiting=True)), AT_IT),
    Walked("movement", "longest", MovementState(movement(minutes=225, label=LONG_TASK, can_undo=True)), LONG_AT_IT),
    Walked("thank_who", "usual", ThankWhoState(people(8), 3), AT_IT),
    Walked("thank_who", "empty", ThankWhoState(people(8), 0), AT_IT),
    Walked("thank_who", "empty, nobody there", ThankWhoState((), 2), AT_IT),
    Walked("thank_who", "most", ThankWhoState(people(40), 3), WITH_JO),
    Walked("thank_who", "longest", ThankWhoState((LONG, HIDDEN, LONG), 3), LONG_AT_IT),
    Walked("thank_how_many", "usual", ThankHowManyState(4), AT_IT),
    Walked("thank_how_many", "usual, one", ThankHowManyState(1), AT_IT),
    Walked("thank_how_many", "most", ThankHowManyState(10), WITH_JO),
    Walked("thank_yes", "usual", ThankYesState(ANN, BOB, 1), AT_IT),
    Walked("thank_yes", "usual, name not shown", ThankYesState(ANN, HIDDEN, 3), AT_IT),
    Walked("thank_yes", "most", ThankYesState(ANN, BOB, 10), WITH_JO),
    Walked("thank_yes", "longest", ThankYesState(LONG, LONG, 5), LONG_AT_IT),
    Walked("thank_done", "usual", ThankDoneState(BOB, 1, credits_of(330)), AT_IT),
    Walked("thank_done", "usual, name not shown", ThankDoneState(HIDDEN, 1, credits_of(60)), AT_IT),
    Walked("thank_done", "empty", ThankDoneState(BOB, 2, credits_of(30)), AT_IT),
    Walked("thank_done", "waiting", ThankDoneState(BOB, 6, credits_of(390), is_waiting=True), AT_IT),
    Walked("thank_done", "most", ThankDoneState(BOB, 10, credits_of(37 * 60)), WITH_JO),
    Walked("thank_done", "longest", ThankDoneState(LONG, 5, credits_of(20 * 60)), LONG_AT_IT),
    Walked("use_slip", "usual", UseSlipState(), AT_IT),
    Walked("slip_code", "usual", CodeState(), AT_IT),
    Walked("slip_ok", "usual", SlipOkState(60), AT_IT),
    Walked("slip_ok", "usual, nothing to spend it on", SlipOkState(45, can_spend=False), AT_IT),
    Walked("slip_ok", "usual, for one place", SlipOkState(120, can_keep=False), AT_IT),
    Walked("slip_ok", "waiting", SlipOkState(60, is_later=True), AT_IT),
    Walked("slip_ok", "empty", SlipOkState(60, can_keep=False, can_spend=False), AT_IT),
    Walked("slip_ok", "most", SlipOkState(15 * 60 + 15), WITH_JO),
    Walked("slip_into", "usual", SlipIntoState(credits_of(450)), AT_IT),
    Walked("slip_into", "waiting", SlipIntoState(credits_of(450, 60), is_later=True), AT_IT),
    Walked("slip_into", "empty", SlipIntoState(credits_of(45)), AT_IT),
    Walked("slip_into", "most", SlipIntoState(credits_of(38 * 60)), WITH_JO),
    Walked("slip_offers", "usual", SlipOffersState(offers(4)), AT_IT),
    Walked("slip_offers", "empty", SlipOffersState(()), AT_IT),
    Walked("slip_offers", "most", SlipOffersState(offers(24)), WITH_JO),
    Walked("slip_offers", "longest", SlipOffersState((LONG_TRIP, SWIMMING)), LONG_AT_IT),
    Walked("slip_yes", "usual", SlipYesState(SWIMMING), AT_IT),
    Walked("slip_yes", "usual, with a rest", SlipYesState(SWIMMING, Rest(45)), AT_IT),
    Walked("slip_yes", "usual, somebody else", SlipYesState(SWIMMING, people=(BOB,), can_ask=True), AT_IT),
    Walked("slip_yes", "most", SlipYesState(SWIMMING, Rest(15), people=people(5), can_ask=True), WITH_JO),
    Walked(
        "slip_yes",
        "longest, who comes",
        SlipYesState(LONG_TRIP, Rest(75, waits=True), people=(LONG,), can_ask=True),
        LONG_AT_IT,
    ),
    Walked("slip_who", "usual", SlipWhoState((ANN, *people(8)), (ANN.id,)), AT_IT),
    Walked("slip_who", "usual, two", SlipWhoState((ANN, BOB), (ANN.id, BOB.id)), AT_IT),
    Walked("slip_who", "most", SlipWhoState(people(40), tuple(one.id for one in people(12))), WITH_JO),
    Walked("slip_who", "longest", SlipWhoState((LONG, HIDDEN), (HIDDEN.id,)), LONG_AT_IT),
    Walked("slip_yes", "longest", SlipYesState(LONG_TRIP, Rest(75, waits=True)), LONG_AT_IT),
    Walked("slip_spent", "usual", SlipSpentState(SWIMMING), AT_IT),
    Walked("slip_spent", "usual, for others", SlipSpentState(SWIMMING, people=people(2)), AT_IT),
    Walked("slip_spent", "waiting", SlipSpentState(LONG_TRIP, Rest(75, waits=True), is_later=True), WITH_JO),
    Walked("slip_spent", "longest", SlipSpentState(LONG_TRIP, Rest(135)), LONG_AT_IT),
    *(Walked("slip_verdict", f"problem, {bad}", BadSlip(str(bad), place="Leisure centre")) for bad in _BAD),
    Walked("slip_verdict", "problem, used on a day", BadSlip("used", NOW_MS), AT_IT),
    Walked("slip_verdict", "problem, a place nobody names", BadSlip("wrong_place"), AT_IT),
    Walked("slip_verdict", "longest", BadSlip("wrong_place", NOW_MS, LONG_PLACE), LONG_AT_IT),
]
