"""Walks screens: fills each with each of its states, in few looks or in all, and has every page judged."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desktop.views import screens
from desktop.views.kit.above import Above
from desktop.views.kit.days import DayStrip
from desktop.views.kit.frame import Frame
from desktop.views.kit.grid import MOST_PAGES, TileGrid
from desktop.views.kit.keyboard import Keyboard
from tests.views.checker import Fault, check, press
from tests.views.walk.looks import FEW_FACTORS, Dress, dress, pairwise
from tests.views.walk.walked import Walked

_ROOMS: Final = (
    "states_home",
    "states_helped",
    "states_credits",
    "states_spend",
    "states_week",
    "states_staff",
    "states_office",
    "states_pictures",
    "states_slips",
    "states_staff_week",
    "states_network",
    "states_like",
    "states_pressing",
    "states_secret",
    "states_say",
)
EVERY_PAGE: Final = 1000
_STAFF: Final = "desktop.views.staff."


@dataclass(frozen=True, slots=True)
class Step:
    """One state, dressed one way."""

    walked: Walked
    dress: Dress

    def __str__(self) -> str:
        return f"{self.walked} in {self.dress}"


@cache
def states() -> tuple[Walked, ...]:
    """Every state there is to walk. Those of staff are in `states_staff.py`, once it is there."""
    modules = [f"tests.views.walk.{room}" for room in _ROOMS if find_spec(f"tests.views.walk.{room}") is not None]
    return tuple(one for module in modules for one in import_module(module).STATES)


def states_of(screen: str) -> list[Walked]:
    """The states of one screen."""
    return [one for one in states() if one.screen == screen]


def to_walk() -> list[str]:
    """The screens that must be walked: all there are; staff's as soon as one of them is."""
    has_staff = any(screens.ROOMS[one.screen].startswith(_STAFF) for one in states())
    return [name for name, room in screens.ROOMS.items() if has_staff or not room.startswith(_STAFF)]


def few_steps(screen: str) -> list[Step]:
    """Each state and each look of a screen, paired with one another but not all together."""
    rows = pairwise((states_of(screen), *FEW_FACTORS))
    return [Step(walked, dress(*how)) for walked, *how in rows]


def steps_in(looks: Iterable[Dress], wanted: Iterable[str]) -> list[Step]:
    """Each state of the screens wanted in each of the looks, one look after another."""
    screens_wanted = frozenset(wanted)
    walked = [one for one in states() if one.screen in screens_wanted]
    return [Step(one, how) for how in looks for one in walked]


def clear_away() -> None:
    """Free the screens that were walked: no event loop turns in a walk that would do it."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def walk(step: Step, *, most_pages: int = EVERY_PAGE) -> list[Fault]:
    """The faults of one state in one look, on each of its pages, or only on the first ones."""
    kind = screens.find(step.walked.screen)
    screen = kind(step.dress.look, step.dress.texts())
    try:
        screen.set_person(step.walked.person)
        screen.allow_speaking(yes=True)
        screen.fill(step.walked.state)
        if step.walked.by_alphabet is not None:
            type_by_touch(screen, by_alphabet=step.walked.by_alphabet)
        return [*_too_long(screen), *(fault for _page in _pages(screen, most_pages) for fault in check(screen))]
    finally:
        screen.deleteLater()


def type_by_touch(screen: Frame, *, by_alphabet: bool) -> Keyboard:
    """Bring the keyboard up for the first field of text of a screen."""
    screen.grab()  # it lies as it will
    field = next(one for one in screen.focus_order() if isinstance(one, QLineEdit | QPlainTextEdit))
    keyboard = Keyboard(screen.look, screen.texts, screen, by_alphabet=by_alphabet)
    Above(screen, keyboard, field)
    keyboard.type_into(field)
    keyboard.show()
    return keyboard


def _pages(screen: Frame, most: int) -> Iterator[int]:
    """Each page of a screen, turned to by its own More, and each part of its days."""
    yield 1
    pages = max((part.pages for part in screen.findChildren(QWidget) if hasattr(part, "pages")), default=1)
    for number in range(2, min(pages, most) + 1):
        press(screen, screen.texts("kit.more"))
        yield number
    turns = max((strip.turns for strip in screen.findChildren(DayStrip)), default=1)
    for number in range(2, min(turns, most) + 1):
        press(screen, screen.texts("week.other_days"))
        yield number


def _too_long(screen: Frame) -> Iterator[Fault]:
    for grid in screen.findChildren(TileGrid):
        if grid.pages > MOST_PAGES:
            yield Fault("too many pages", screen.name, f"{grid.pages}")
