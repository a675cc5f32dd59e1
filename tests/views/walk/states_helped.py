"""States of the screens of I helped."""

from typing import Final

from desktop.services.pictures import PictureGroup
from desktop.services.seen import Pic
from desktop.views.member.another_time import AnotherTimeState
from desktop.views.member.group_pictures import GroupPicturesState
from desktop.views.member.how_long import HowLongState, lengths_on_offer
from desktop.views.member.not_here import NotHereState
from desktop.views.member.picture_groups import PictureGroupsState
from desktop.views.member.something_else import SomethingElseState
from desktop.views.member.take_photo import TakePhotoState
from desktop.views.member.thank_you import ThankYouState
from desktop.views.member.undone import UndoneState
from desktop.views.member.what_helped import WhatHelpedState
from desktop.views.member.with_whom import WithWhomState
from ledger.domain.rules import CentreRules
from tests.views.walk.walked import (
    ANN,
    AT_IT,
    HIDDEN,
    LONG,
    LONG_AT_IT,
    LONG_DONE,
    LONG_NAME,
    LONG_TASK,
    SWEPT,
    WITH_JO,
    Walked,
    credits_of,
    found,
    people,
    tasks,
)

_GROUP: Final = PictureGroup("kitchen", "In the kitchen", "gh:baking", found(5))
_LONG_GROUP: Final = PictureGroup("outdoors", "Neighbourhood and countryside", "gh:baking", found(5))
_PIC: Final = Pic("om:1F9F9")


def _lengths(available_minutes: int, rules: CentreRules) -> HowLongState:
    lengths = lengths_on_offer(rules, credits_of(available_minutes))
    return HowLongState(lengths, rules.credit_minutes, rules.step_minutes)


STATES: Final = [
    Walked("what_helped", "usual", WhatHelpedState(tasks(9)), AT_IT),
    Walked("what_helped", "empty", WhatHelpedState(()), AT_IT),
    Walked("what_helped", "most", WhatHelpedState(tasks(22)), WITH_JO),
    Walked("what_helped", "longest", WhatHelpedState((LONG_DONE, SWEPT, LONG_DONE)), LONG_AT_IT),
    Walked("something_else", "usual", SomethingElseState(found(5)), AT_IT),
    Walked("something_else", "empty", SomethingElseState(()), AT_IT),
    Walked("picture_groups", "usual", PictureGroupsState((_GROUP,) * 5), AT_IT),
    Walked("picture_groups", "longest", PictureGroupsState((_LONG_GROUP,) * 6), LONG_AT_IT),
    Walked("group_pictures", "usual", GroupPicturesState("In the kitchen", found(5)), AT_IT),
    Walked("group_pictures", "most", GroupPicturesState("Neighbourhood and countryside", found(12)), WITH_JO),
    Walked("not_here", "usual", NotHereState(), AT_IT),
    Walked("take_photo", "usual", TakePhotoState(), AT_IT),
    Walked("how_long", "usual", _lengths(30, CentreRules()), AT_IT),
    Walked("how_long", "empty", _lengths(0, CentreRules()), AT_IT),
    Walked("how_long", "most", _lengths(45, CentreRules(at_once_minutes=60)), WITH_JO),
    Walked("how_long", "usual, whole hours only", _lengths(0, CentreRules(step_minutes=60)), AT_IT),
    Walked("with_whom", "usual", WithWhomState(people(8)[1:], ANN), AT_IT),
    Walked("with_whom", "empty", WithWhomState((), ANN), AT_IT),
    Walked("with_whom", "most", WithWhomState(people(41)[1:], ANN), WITH_JO),
    Walked("with_whom", "longest", WithWhomState((LONG, HIDDEN, LONG), LONG), LONG_AT_IT),
    Walked("another_time", "usual", AnotherTimeState(_PIC), AT_IT),
    Walked("thank_you", "usual", ThankYouState("Ann", "Swept up", _PIC, 30, "After baking", jar_minutes=30), AT_IT),
    Walked("thank_you", "usual, one new coin", ThankYouState("Ann", "Swept up", _PIC, 60, new_coins=1), WITH_JO),
    Walked("thank_you", "usual, unlisted", ThankYouState("", "", _PIC, 45, jar_minutes=45, new_coins=1), AT_IT),
    Walked(
        "thank_you",
        "most",
        ThankYouState("Ann", "Cooked", _PIC, 225, "For Tuesday's lunch", jar_minutes=45, new_coins=4),
        WITH_JO,
    ),
    Walked("thank_you", "waiting", ThankYouState("Ann", "Gardened", _PIC, 180, is_waiting=True, worker="Jo"), AT_IT),
    Walked("thank_you", "waiting for anybody", ThankYouState("Ann", "", _PIC, 240, is_waiting=True), AT_IT),
    Walked(
        "thank_you",
        "longest",
        ThankYouState(LONG_NAME, LONG_TASK, _PIC, 105, "For the older people's lunch", jar_minutes=15, new_coins=1),
        LONG_AT_IT,
    ),
    Walked(
        "thank_you",
        "waiting, longest",
        ThankYouState(LONG_NAME, LONG_TASK, _PIC, 165, is_waiting=True, worker=LONG_NAME),
        LONG_AT_IT,
    ),
    Walked("undone", "usual", UndoneState(credits_of(390)), AT_IT),
    Walked("undone", "empty", UndoneState(credits_of(0)), AT_IT),
    Walked("undone", "most", UndoneState(credits_of(37 * 60 + 45)), WITH_JO),
]
