"""Reads in what the next presses need, once the first screen is seen and while nobody waits."""

from importlib import import_module
from typing import Final

from desktop.problems import KnownProblem
from desktop.views.tasks import Tasks

ROOMS: Final = (
    "desktop.store.recording",
    "desktop.store.guarded",
    "desktop.services.sitting",
    "desktop.services.contributions",
    "desktop.services.credits",
    "desktop.services.company",
    "desktop.services.tasks",
    "desktop.services.spending",
    "desktop.services.slips",
    "desktop.views.member.who_face",
    "desktop.views.member.home",
    "desktop.views.cldr",
    "desktop.views.member.what_helped",
    "desktop.views.member.how_long",
    "desktop.views.member.with_whom",
    "desktop.views.member.thank_you",
    "desktop.views.member.my_credits",
    "desktop.views.member.spend",
    "desktop.views.member.plan",
)
"""What a member comes to first, in the order they may come to it."""


class Warming:
    """Reads one room in after another on the store's thread; a press comes before the next of them."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks
        self._is_begun = False

    def begin(self, _screen: str = "") -> None:
        """Begin, the first time this is called: when a screen has been seen."""
        if not self._is_begun:
            self._is_begun = True
            self._read(0)

    def _read(self, place: int) -> None:
        if place < len(ROOMS):
            self._tasks.run(lambda: import_module(ROOMS[place]), lambda _room: self._read(place + 1), _leave)


def _leave(_problem: KnownProblem) -> None:
    """Whatever cannot be read in is told to whoever needs it."""
