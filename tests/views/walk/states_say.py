"""States of the screens of having one's say, and of what staff see of it."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from desktop.services.said_seen import AnswerSeen, CameSeen, CountsSeen
from desktop.services.seen import NeedSeen, Pic
from desktop.services.week_seen import ActivitySeen
from desktop.views.member.say_answer import SayAnswerState
from desktop.views.member.say_done import SayDoneState
from desktop.views.member.say_how import SayHowState
from desktop.views.member.say_what import SayWhatState
from desktop.views.parts.staff_form import Filled
from desktop.views.staff.staff_said import StaffSaidState
from desktop.views.staff.staff_why import StaffWhyState
from ledger.domain.saying import HowItWas
from tests.views.walk.walked import AT_IT, LONG, LONG_AT_IT, TUESDAY, WITH_JO, Walked, named
from tests.views.walk.week import LONG_ACTIVITY, LONG_SESSION, activity, session

_FACES: Final = tuple(reversed(HowItWas))


def _came(number: int, how: HowItWas = HowItWas.NOT_SAID, *, days_ago: int = 1) -> CameSeen:
    return CameSeen(replace(session(number), day=TUESDAY - timedelta(days=days_ago)), how)


_LONG: Final = CameSeen(replace(LONG_SESSION, day=TUESDAY - timedelta(days=13)), HowItWas.NOT_SURE)
_USUAL: Final = (_came(0, days_ago=0), _came(1, HowItWas.GOOD), _came(2, HowItWas.VERY_BAD, days_ago=8))
_MOST: Final = tuple(_came(number, _FACES[number % len(_FACES)], days_ago=number) for number in range(12))
_COUNTS: Final[dict[HowItWas, int]] = {how: 12 - 2 * how for how in _FACES if how is not HowItWas.NOT_SAID}

_TOLD: Final = replace(_came(2, HowItWas.VERY_BAD), answer=AnswerSeen("We start later now.", Pic("om:1F570")))
_READ: Final = replace(_came(0, HowItWas.BAD), answer=AnswerSeen())
_LONG_TOLD: Final = replace(_LONG, how=HowItWas.BAD, answer=AnswerSeen("We asked for a bigger room in the spring."))
_NEED: Final = NeedSeen("said_bad", named(700), 1, person=LONG, sessions=(LONG_ACTIVITY,), day=TUESDAY)

STATES: Final = [
    Walked("say_what", "usual, one is answered", SayWhatState((_USUAL[0], _READ, _TOLD), TUESDAY), AT_IT),
    Walked("say_answer", "usual", SayAnswerState(_TOLD), AT_IT),
    Walked("say_answer", "empty, only read", SayAnswerState(_READ), WITH_JO),
    Walked("say_answer", "longest", SayAnswerState(_LONG_TOLD), LONG_AT_IT),
    Walked("staff_why", "longest, what the member is told", StaffWhyState("answer", _NEED, Filled({"why": ""}))),
    Walked("say_what", "usual", SayWhatState(_USUAL, TUESDAY), AT_IT),
    Walked("say_what", "empty", SayWhatState((), TUESDAY), AT_IT),
    Walked("say_what", "most", SayWhatState(_MOST, TUESDAY), WITH_JO),
    Walked("say_what", "longest", SayWhatState((_LONG, replace(_LONG, how=HowItWas.NOT_SAID)), TUESDAY), LONG_AT_IT),
    Walked("say_how", "usual", SayHowState(_came(0)), AT_IT),
    Walked("say_how", "most, said before", SayHowState(_came(4, HowItWas.VERY_GOOD)), WITH_JO),
    Walked("say_how", "longest", SayHowState(_LONG), LONG_AT_IT),
    *(Walked("say_done", f"usual, {how.name}", SayDoneState(_came(how, how)), AT_IT) for how in _FACES[:-1]),
    Walked("say_done", "usual, the same again", SayDoneState(_came(0, HowItWas.BAD), is_same=True), AT_IT),
    Walked("say_done", "longest", SayDoneState(_LONG), LONG_AT_IT),
    Walked("staff_said", "empty", StaffSaidState(TUESDAY)),
    Walked(
        "staff_said",
        "usual, few",
        StaffSaidState(TUESDAY, (CountsSeen(activity(0), _COUNTS), CountsSeen(activity(1), None))),
    ),
    Walked("staff_said", "most", StaffSaidState(TUESDAY, tuple(CountsSeen(activity(n), _COUNTS) for n in range(30)))),
    Walked(
        "staff_said",
        "longest",
        StaffSaidState(
            TUESDAY,
            (CountsSeen(ActivitySeen(named(590), LONG_ACTIVITY, activity(0).pic), dict.fromkeys(_COUNTS, 999)),),
        ),
    ),
]
