"""States of the screens of Spend."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from desktop.services.papers import WAYS, TripCardPaper
from desktop.services.seen import Pic
from desktop.views.member.at_printer import AtPrinterState
from desktop.views.member.booked import BookedState
from desktop.views.member.came_out import CameOutState
from desktop.views.member.change_time import ChangeTimeState
from desktop.views.member.change_way import ChangeWayState
from desktop.views.member.change_when import ChangeWhenState
from desktop.views.member.change_who import ChangeWhoState
from desktop.views.member.my_plan import MyPlanState
from desktop.views.member.my_plans import MyPlansState
from desktop.views.member.not_yet import NotYetState
from desktop.views.member.plan import PlanState
from desktop.views.member.plan_done import PlanDoneState
from desktop.views.member.spend import SpendState
from desktop.views.member.spend_groups import SpendGroupsState
from desktop.views.member.spend_list import SpendListState
from tests.views.walk.walked import (
    ANN,
    AT_IT,
    HIDDEN,
    JO,
    LONG,
    LONG_AT_IT,
    LONG_TRIP,
    SWIMMING,
    TOWER,
    TUESDAY,
    WALK,
    WITH_JO,
    Walked,
    credits_of,
    offers,
    people,
    plan,
)

_DAYS: Final = tuple(TUESDAY + timedelta(n) for n in range(14))
_CARD: Final = TripCardPaper(
    what="Swimming",
    pic=Pic("om:1F3CA-1F3FD"),
    day=TUESDAY,
    start_minute=600,
    people=(ANN,),
    companion=JO,
    getting_there="bus",
    place="The pool",
    price_minutes=60,
    phone="01234 567890",
)
_LONG_CARD: Final = replace(_CARD, what=LONG_TRIP.label, place=LONG_TRIP.place, people=(LONG, *people(6)))

STATES: Final = [
    Walked("spend", "usual", SpendState(offers(9), has_plans=True), AT_IT),
    Walked("spend", "usual, no plans", SpendState(offers(5)), AT_IT),
    Walked("spend", "empty", SpendState(()), AT_IT),
    Walked("spend", "empty but for plans", SpendState((), has_plans=True), AT_IT),
    Walked("spend", "most", SpendState(offers(40), has_plans=True), WITH_JO),
    Walked("spend", "longest", SpendState((LONG_TRIP, LONG_TRIP._replace(short_minutes=60))), LONG_AT_IT),
    Walked("spend_groups", "usual", SpendGroupsState(("free", "here", "out", "later")), AT_IT),
    Walked("spend_groups", "usual, two kinds", SpendGroupsState(("here", "out")), AT_IT),
    *(Walked("spend_list", f"usual, {kind}", SpendListState(kind, offers(4)), AT_IT) for kind in ("free", "here")),
    *(Walked("spend_list", f"most, {kind}", SpendListState(kind, offers(24)), AT_IT) for kind in ("out", "later")),
    Walked("spend_list", "longest", SpendListState("out", (LONG_TRIP, TOWER)), LONG_AT_IT),
    Walked("not_yet", "usual", NotYetState(TOWER, 1, 3), AT_IT),
    Walked("not_yet", "usual, kept", NotYetState(TOWER._replace(is_kept_for_later=True), 3, 1), AT_IT),
    Walked("not_yet", "empty", NotYetState(SWIMMING, 0, 1), AT_IT),
    Walked("not_yet", "longest", NotYetState(LONG_TRIP, 2, 10), LONG_AT_IT),
    Walked("plan", "usual", PlanState(SWIMMING, (ANN, JO), 60, "minibus", TUESDAY, 600), AT_IT),
    Walked("plan", "usual, half a credit, a day alone", PlanState(SWIMMING, (ANN,), 30, "walk", TUESDAY), AT_IT),
    Walked("plan", "empty", PlanState(WALK, (ANN,), 0), AT_IT),
    Walked("plan", "most", PlanState(TOWER, people(7), 28 * 60, "train", _DAYS[9], 18 * 60), WITH_JO),
    Walked("plan", "longest", PlanState(LONG_TRIP, (LONG, LONG, LONG), 150, "minibus", _DAYS[1], 855), LONG_AT_IT),
    Walked("change_who", "usual", ChangeWhoState(ANN, people(8), people(2)), AT_IT),
    Walked("change_who", "usual, on my own", ChangeWhoState(ANN, people(8)), AT_IT),
    Walked("change_who", "empty", ChangeWhoState(ANN, ()), AT_IT),
    Walked("change_who", "most", ChangeWhoState(ANN, people(40), people(12)), WITH_JO),
    Walked("change_who", "longest", ChangeWhoState(LONG, (LONG, HIDDEN, JO), (LONG, HIDDEN)), LONG_AT_IT),
    Walked("change_way", "usual", ChangeWayState("bus", tuple(way for way in WAYS if way)), AT_IT),
    Walked("change_way", "most", ChangeWayState("", WAYS), WITH_JO),
    Walked("change_when", "usual", ChangeWhenState(_DAYS, TUESDAY), AT_IT),
    Walked("change_when", "usual, any day", ChangeWhenState(_DAYS[:6]), WITH_JO),
    Walked("change_time", "usual", ChangeTimeState(600), AT_IT),
    Walked("change_time", "empty", ChangeTimeState(), WITH_JO),
    Walked("booked", "usual", BookedState(_CARD, credits_of(330)), AT_IT),
    Walked("booked", "empty", BookedState(replace(_CARD, day=None, start_minute=-1, companion=None), credits_of(30))),
    Walked("booked", "most", BookedState(_LONG_CARD, credits_of(37 * 60)), LONG_AT_IT),
    Walked("came_out", "usual", CameOutState(), AT_IT),
    Walked("at_printer", "usual", AtPrinterState(), AT_IT),
    Walked("plan_done", "usual", PlanDoneState(plan()), AT_IT),
    Walked("plan_done", "empty", PlanDoneState(plan(WALK, companion=None, day=None, start_minute=-1)), AT_IT),
    Walked("plan_done", "longest", PlanDoneState(plan(LONG_TRIP, going=people(5))), LONG_AT_IT),
    Walked("my_plans", "usual", MyPlansState((plan(), plan(WALK, day=None, start_minute=-1))), AT_IT),
    Walked("my_plans", "empty", MyPlansState(()), AT_IT),
    Walked("my_plans", "most", MyPlansState((plan(), plan(TOWER)) * 12), WITH_JO),
    Walked("my_plans", "longest", MyPlansState((plan(LONG_TRIP), plan(LONG_TRIP))), LONG_AT_IT),
    Walked("my_plan", "usual", MyPlanState(plan()), AT_IT),
    Walked("my_plan", "usual, over", MyPlanState(plan(slip="redeemed", can_cancel=False)), AT_IT),
    Walked("my_plan", "empty", MyPlanState(plan(WALK, companion=None, day=None, start_minute=-1)), AT_IT),
    Walked("my_plan", "longest", MyPlanState(plan(LONG_TRIP, going=people(5))), LONG_AT_IT),
]
