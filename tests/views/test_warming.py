"""What the next presses need is read in behind the first screen, and nothing of it is misspelt."""

from importlib import import_module

from pytestqt.qtbot import QtBot

from desktop.views.tasks import Tasks
from desktop.views.warming import ROOMS, Warming


def test_every_room_is_there() -> None:
    assert [import_module(room).__name__ for room in ROOMS] == list(ROOMS)


def test_a_press_comes_before_the_rooms_that_are_left(qtbot: QtBot) -> None:
    tasks = Tasks()
    ended: list[object] = []
    Warming(tasks).begin()
    tasks.run(lambda: "pressed", ended.append, ended.append)

    qtbot.waitUntil(lambda: ended == ["pressed"])
    tasks.close()
