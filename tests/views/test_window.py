"""The window: doors, the way back, waiting, problems, quiet, and what has been seen."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import Any, ClassVar

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.problems import NotEnough
from desktop.services.seen import PersonSeen, Pic
from desktop.settings import Settings
from desktop.views import flow, screens
from desktop.views.journey import History, Journey
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.tasks import Tasks
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Hidden, Instead, Visit
from desktop.views.window import Window
from ledger.domain.names import FactId
from tests.views.checker import find, names, press

WAIT_MS = 20_000
ANN = PersonSeen(FactId(bytes(16), 1), "Ann", "Ann", Pic("gh:person-grey-bun"))


@dataclass(frozen=True)
class Shown:
    """What a room of this test shows."""

    title: str


class Room(Screen):
    """A screen with one tile, On, which leads to the next."""

    on = Signal(object)
    gate: ClassVar[threading.Event | None] = None

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        grid = TileGrid(look, texts)
        grid.pressed.connect(self.on)
        self.set_body(grid)
        grid.show_tiles([Tile("value", "On", None)])

    @staticmethod
    def read(_services: Any, _visit: Visit) -> Any:
        return Shown("")

    def fill(self, _state: Shown) -> None:
        self.ask(self.name)


class First(Room):
    name = "first"
    answers = ("short_cut",)

    @staticmethod
    def on_on(services: Any, visit: Visit, value: object) -> str | None:
        visit.result = value
        services.done.append(value)
        return "short_cut" if services.short else None


class Second(Room):
    name = "second"


class Third(Room):
    name = "third"

    @staticmethod
    def on_on(_services: Any, _visit: Visit, _value: object) -> None:
        raise NotEnough("Two more credits are needed.")


class Passing(Room):
    name = "passing"
    answers = ("pass_by",)

    @staticmethod
    def read(_services: Any, _visit: Visit) -> Any:
        return Instead("pass_by")


class Slow(Room):
    name = "slow"

    @staticmethod
    def read(services: Any, _visit: Visit) -> Any:
        services.gate.wait(10)
        return Shown("")


ROOMS = {kind.name: f"{kind.__module__}:{kind.__name__}" for kind in (First, Second, Third, Passing, Slow)}
DOORS = {
    ("first", "on"): "second",
    ("first", "short_cut"): "third",
    ("second", "on"): "third",
    ("third", "on"): "first",
    ("passing", "on"): "first",
    ("passing", "pass_by"): "second",
    ("slow", "on"): "first",
}


class Walk:
    """A window, somebody pressing, and what was seen."""

    def __init__(self, qtbot: QtBot, texts: Texts) -> None:
        self.qtbot = qtbot
        self.services = SimpleNamespace(done=[], short=False, gate=threading.Event())
        self.visit = Visit()
        self.tasks = Tasks()
        self.window = Window(Look(), texts, Journey(self.visit, self.services), self.tasks)
        self.seen: list[str] = []
        self.window.shown.connect(self.seen.append)
        qtbot.addWidget(self.window)
        self.window.show()

    def go(self, name: str, there: str = "") -> None:
        self.window.go(name)
        self.wait(there or name)

    def press(self, name: str, there: str) -> None:
        press(self.screen, name)
        self.wait(there)

    def wait(self, name: str) -> None:
        before = len(self.seen)
        self.qtbot.waitUntil(lambda: self.screen.name == name and name in self.seen[before:], timeout=WAIT_MS)

    @property
    def screen(self) -> Screen:
        now = self.window.screen_now
        assert isinstance(now, Screen) or now is None
        return now or Second(Look(), self.window.gallery.texts)


@pytest.fixture
def walk(qtbot: QtBot, texts: Texts, monkeypatch: pytest.MonkeyPatch) -> Iterator[Walk]:
    kinds = {kind.name: kind for kind in (First, Second, Third, Passing, Slow)}
    real = screens.find
    monkeypatch.setattr(screens, "find", lambda name: kinds.get(name) or real(name))
    for door, target in DOORS.items():
        monkeypatch.setitem(flow.DOORS, door, target)
    made = Walk(qtbot, texts)
    yield made
    made.services.gate.set()
    made.window.close()


def test_a_door_is_taken_after_what_the_outcome_does(walk: Walk) -> None:
    walk.go("first")
    walk.press("On", "second")
    assert walk.services.done == ["value"]
    assert walk.visit.result == "value"


def test_what_is_done_can_answer_with_another_outcome(walk: Walk) -> None:
    walk.services.short = True
    walk.go("first")
    walk.press("On", "third")


def test_a_screen_with_nothing_to_ask_sends_on(walk: Walk) -> None:
    walk.go("passing", "second")


def test_back_goes_the_way_we_came(walk: Walk) -> None:
    walk.go("first")
    walk.press("On", "second")
    walk.press("On", "third")
    walk.press("Back", "second")
    walk.press("Back", "first")


def test_a_known_problem_lies_over_the_screen_until_back(walk: Walk) -> None:
    walk.go("third")
    press(walk.screen, "On")
    walk.wait("problem")
    assert "Get a worker" in names(walk.screen)
    walk.press("Back", "third")


def test_two_quick_presses_are_one(walk: Walk) -> None:
    walk.go("first")
    press(walk.screen, "On")
    press(walk.screen, "On")
    walk.wait("second")
    assert walk.services.done == ["value"]


def test_what_takes_over_a_second_asks_for_a_moment_and_back_stays(walk: Walk) -> None:
    walk.go("first")
    walk.window.go("slow")
    walk.wait("one_moment")
    assert "Back" in names(walk.screen)
    press(walk.screen, "Back")
    walk.wait("first")
    walk.services.gate.set()
    walk.press("On", "second")
    assert "slow" not in walk.seen


def test_shown_is_told_after_the_paint_and_once(walk: Walk) -> None:
    walk.go("first")
    walk.press("On", "second")
    walk.qtbot.wait(50)
    assert walk.seen == ["first", "second"]


def test_the_ring_stays_with_whoever_uses_keys_and_away_from_whoever_touches(walk: Walk) -> None:
    walk.go("first")
    assert not walk.screen.is_by_keys
    walk.press("On", "second")
    walk.press("On", "third")
    walk.press("Back", "second")
    assert not walk.screen.is_by_keys
    QTest.keyClick(find(walk.screen, "On"), Qt.Key.Key_Return)
    walk.wait("third")
    assert walk.screen.is_by_keys


def test_a_quiet_visit_is_hidden_and_comes_back_with_yes(walk: Walk) -> None:
    walk.visit.person = ANN
    walk.go("first")
    walk.window.hide_visit()
    walk.wait("still_here")
    assert "Me" not in names(walk.screen)
    walk.press("Yes", "first")
    assert "Me" in names(walk.screen)


def test_nobody_is_asked_whether_nobody_is_there(walk: Walk) -> None:
    walk.go("first")
    walk.window.hide_visit()
    walk.qtbot.wait(50)
    assert walk.screen.name == "first"


def test_another_size_keeps_what_is_shown(walk: Walk) -> None:
    walk.go("first")
    walk.press("On", "second")
    walk.window.resize(1024, 768)
    walk.qtbot.waitUntil(lambda: walk.window.look.width == 1024, timeout=WAIT_MS)
    assert walk.screen.name == "second"
    assert walk.screen.look.width == 1024


def test_the_look_follows_the_settings_of_this_pc(walk: Walk) -> None:
    here = Settings(theme="calm-dark", text_percent=150)
    house: Any = SimpleNamespace(here=here, services=walk.services, close=lambda: None)
    walk.visit.house = house
    walk.go("first")
    assert walk.screen.look == replace(Look(), theme=walk.screen.look.theme, text_percent=150)
    assert walk.screen.look.theme.name == "calm-dark"


def test_coming_back_to_a_place_forgets_what_lay_between() -> None:
    history = History()
    for name in ("home", "offers", "plan", "change_who", "plan"):
        history.came_to(name)
    assert history.before("plan") == "offers"


def test_what_hides_a_screen_goes_on_hiding_it_at_another_size(walk: Walk, qtbot: QtBot) -> None:
    window = walk.window
    window.cover("still_here", Hidden(), hides=True)
    window.resize(1100, 800)
    qtbot.waitUntil(lambda: window.look.width == 1100, timeout=20_000)
    assert window.screen_now is not None
    assert window.screen_now.name == "still_here"
