"""States of the screens of signing in, Home, problems and help."""

from importlib import import_module
from typing import Final

from desktop.problems import KnownProblem
from desktop.services.seen import GroupSeen, Pic
from desktop.services.staff_door import TooManyTries
from desktop.views.kit.art import picture
from desktop.views.member.closing_soon import ClosingSoonState
from desktop.views.member.get_worker import GetWorkerState
from desktop.views.member.help import HelpState
from desktop.views.member.home import HomeState
from desktop.views.member.me import MeState
from desktop.views.member.one_moment import OneMomentState
from desktop.views.member.supporter import SupporterState
from desktop.views.member.together import TogetherState
from desktop.views.member.who_face import WhoFaceState
from desktop.views.member.who_group import WhoGroupState
from desktop.views.visit import Hidden, Trouble
from tests.views.walk.walked import ANN, AT_IT, HIDDEN, JO, LONG, LONG_AT_IT, LONG_NAME, WITH_JO, Walked, people

_WITH_PROBLEMS: Final = (
    "desktop.settings",
    "desktop.services.pictures",
    "desktop.services.staff_door",
    "desktop.store.problems",
    "desktop.views.tasks",
    "desktop.views.printing.jobs",
)
_SHAPES: Final = ("Circle", "Star", "Sun", "Leaf", "Wave", "Square")


def _groups(count: int) -> tuple[GroupSeen, ...]:
    return tuple(GroupSeen(n + 1, label, Pic(f"gh:group-{label.lower()}")) for n, label in enumerate(_SHAPES[:count]))


def _every_problem() -> list[KnownProblem]:
    """One problem for each picture and words they come with."""
    for room in _WITH_PROBLEMS:
        import_module(room)
    every: list[type[KnownProblem]] = [KnownProblem, *_below(KnownProblem)]
    kinds = [kind for kind in every if kind.__module__.startswith("desktop.")]
    known = {(kind.easy_words, kind.picture): kind for kind in kinds}
    return [kind.__new__(kind) for _, kind in sorted(known.items())]


def _below(kind: type[KnownProblem]) -> list[type[KnownProblem]]:
    return [found for below in kind.__subclasses__() for found in (below, *_below(below))]


STATES: Final = [
    Walked("opening", "waiting", None),
    Walked("together", "usual", TogetherState(34 * 60)),
    Walked("together", "empty", TogetherState(20)),
    Walked("together", "usual, a card for somebody", TogetherState(34 * 60, sees_cards=True)),
    Walked("together", "most", TogetherState(1_234 * 60)),
    Walked("closing_soon", "usual", ClosingSoonState()),
    Walked("who_group", "usual", WhoGroupState(_groups(6))),
    Walked("who_group", "usual, a card for somebody", WhoGroupState(_groups(6), sees_cards=True)),
    Walked("who_group", "empty", WhoGroupState(())),
    Walked("who_group", "usual, two groups, nobody to try", WhoGroupState(_groups(2), can_try=False)),
    Walked("who_group", "longest", WhoGroupState((GroupSeen(1, "Monday morning gardeners", Pic("gh:group-sun")),) * 6)),
    Walked("who_face", "usual", WhoFaceState(people(11))),
    Walked("who_face", "usual, a card for somebody", WhoFaceState(people(7), has_my_card=True, sees_cards=True)),
    Walked("who_face", "empty", WhoFaceState((), can_try=False)),
    Walked("who_face", "most", WhoFaceState(people(20), is_only_group=True)),
    Walked("who_face", "longest", WhoFaceState((LONG, HIDDEN, ANN, LONG), is_only_group=True, can_try=False)),
    Walked("home", "usual", HomeState("Ann"), AT_IT),
    Walked("home", "usual, name not shown", HomeState(""), AT_IT),
    Walked("home", "longest", HomeState(LONG_NAME), LONG_AT_IT),
    Walked("me", "usual", MeState("Ann", ANN), AT_IT),
    Walked("me", "usual, with Jo", MeState("Ann", ANN, JO), WITH_JO),
    Walked("me", "longest", MeState(LONG_NAME, LONG, LONG), LONG_AT_IT),
    Walked("supporter", "usual", SupporterState(people(5)), AT_IT),
    Walked("supporter", "empty", SupporterState(()), AT_IT),
    Walked("supporter", "most", SupporterState(people(30)), WITH_JO),
    Walked("supporter", "longest", SupporterState((LONG, HIDDEN, LONG)), LONG_AT_IT),
    Walked("still_here", "usual", Hidden(), AT_IT),
    Walked("still_here", "usual, by pictures", Hidden(asks_for_pictures=True), AT_IT),
    Walked("still_here", "usual, a card for somebody", Hidden(sees_cards=True), AT_IT),
    Walked("one_moment", "waiting", OneMomentState(), AT_IT),
    *(Walked("problem", f"{one.easy_words} {one.picture}", Trouble(one), AT_IT) for one in _every_problem()),
    Walked("problem", "problem, to a worker", Trouble(TooManyTries(30), to_worker=True)),
    Walked("help", "usual", HelpState(can_speak=True), AT_IT),
    Walked("help", "usual, no voice", HelpState(), AT_IT),
    Walked("get_worker", "usual", GetWorkerState("Ann", picture(ANN.pic)), AT_IT),
    Walked("get_worker", "usual, name not shown", GetWorkerState("", picture(HIDDEN.pic)), AT_IT),
    Walked("get_worker", "empty", GetWorkerState("")),
    Walked("get_worker", "longest", GetWorkerState(LONG_NAME, picture(LONG.pic)), LONG_AT_IT),
]
