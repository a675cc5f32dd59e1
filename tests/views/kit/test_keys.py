"""Everything by keyboard: Tab in reading order, arrows to the neighbour, Enter and Space, and a ring to see it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views.kit.art import Symbol
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.ring import FocusRing
from desktop.views.kit.screen import Person, Screen
from desktop.views.kit.tile import Tile
from desktop.views.texts import Texts
from desktop.views.theme import Look
from tests.views.checker import find, names

ANN = Person("Ann", Symbol("gh:person-grey-bun"))


class Sample(Screen):
    name = "sample"


@pytest.fixture
def screen(texts: Texts, qtbot: QtBot) -> Sample:
    made = Sample(Look(), texts)
    made.ask("What did you do?")
    made.set_person(ANN)
    grid = TileGrid(made.look, texts)
    made.set_body(grid)
    grid.show_tiles([Tile(label, label, Symbol("om:1F9F9")) for label in "ABCDEF"])
    made.pressed = []  # type: ignore[attr-defined]  # what this test looks at
    grid.pressed.connect(made.pressed.append)  # type: ignore[attr-defined]
    qtbot.addWidget(made)
    made.show()
    made.take_focus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return made


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.accessibleName() if widget is not None else ""


def key(which: Qt.Key) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, which)


def ring(screen: Screen) -> FocusRing:
    return screen.findChildren(FocusRing)[0]


def test_tab_walks_in_reading_order_and_round(screen: Sample) -> None:
    walked = []
    for _ in range(11):
        walked.append(focused())
        key(Qt.Key.Key_Tab)
    assert walked == [*"ABCDEF", "Back", "Home", "Help", "Me", "A"]
    assert names(screen) == walked[:10]


def test_backtab_walks_back(screen: Sample) -> None:
    assert screen.isVisible()
    key(Qt.Key.Key_Backtab)
    assert focused() == "Me"


@pytest.mark.parametrize(
    ("keys", "there"),
    [
        ([Qt.Key.Key_Right], "B"),
        ([Qt.Key.Key_Down], "D"),
        ([Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left], "D"),
        ([Qt.Key.Key_Down, Qt.Key.Key_Down], "Back"),
        ([Qt.Key.Key_Left], "A"),
    ],
)
def test_arrows_go_to_the_neighbour(screen: Sample, keys: list[Qt.Key], there: str) -> None:
    assert screen.isVisible()
    for one in keys:
        key(one)
    assert focused() == there


@pytest.mark.parametrize("which", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_once(screen: Sample, which: Qt.Key) -> None:
    key(Qt.Key.Key_Tab)
    key(which)
    assert screen.pressed == ["B"]  # type: ignore[attr-defined]


def test_the_ring_comes_with_keys_lies_around_the_focus_and_goes_with_touch(screen: Sample) -> None:
    assert not ring(screen).isVisible()
    key(Qt.Key.Key_Tab)
    tile = find(screen, "B")
    inner = ring(screen).geometry().adjusted(10, 10, -10, -10)
    assert ring(screen).isVisible()
    assert inner.size() == tile.size()
    assert inner.topLeft() == tile.mapTo(screen, tile.rect().topLeft())
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert not ring(screen).isVisible()


def test_the_ring_takes_no_touches(screen: Sample) -> None:
    key(Qt.Key.Key_Tab)
    here = ring(screen).geometry().center()
    assert screen.childAt(here) is find(screen, "B")
