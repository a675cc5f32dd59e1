"""The member side fills the screen and sends away what would lead out of it; staff and practice are left alone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.bootstrap import new_centre
from desktop.clock import StandingClock, standing_at
from desktop.services.drafts import MemberDraft
from desktop.settings import Settings
from desktop.store.opening import PASSPHRASE_VARIABLE
from desktop.views import flow
from desktop.views.doorkeeper import Doorkeeper
from desktop.views.driving import Hand
from desktop.views.house import House
from desktop.views.kiosk import Kiosk
from desktop.views.night import Night
from desktop.views.quiet import rest
from desktop.views.starting import window_on
from desktop.views.theme import Look

PIN = ("2", "4", "6", "8", "Done")


class OnThePc:
    """A real centre with Ann in it, on a PC that is locked."""

    def __init__(self, app: QApplication, folder: Path, *, practice: bool = False, in_window: bool = False) -> None:
        self.app = app
        self.clock: StandingClock = standing_at(2026, 11, 24, 17, 29)
        self.house = House(folder, self.clock, practice=practice)
        self.window = window_on(self.house, Look())
        self.keeper = Doorkeeper(self.window, self.house)
        self.kiosk = Kiosk(app, self.window, self.house, keeper=self.keeper, in_window=in_window)
        self.hand = Hand(self.window)
        self.window.show()
        self.hand.open(flow.FIRST)

    @property
    def is_full(self) -> bool:
        """Whether the window fills the screen now."""
        return bool(self.window.windowState() & Qt.WindowState.WindowFullScreen)

    def to_staff(self) -> None:
        """Go behind the staff door."""
        self.hand.open("staff_pin")
        self.hand.press(*PIN)

    def end(self) -> None:
        """Close for good."""
        self.app.removeEventFilter(self.kiosk)
        self.keeper.let_go()
        self.window.close()
        self.house.close()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a centre with Ann lies."""
    made = new_centre(tmp_path / "centre", standing_at(2026, 11, 24, 10, 20), name="Riverside", staff_pin="2468")
    made.services.people.write_member(MemberDraft("Ann"))
    made.close()
    monkeypatch.setenv(PASSPHRASE_VARIABLE, made.passphrase)
    return tmp_path / "centre"


@pytest.fixture
def pc(qapp: QApplication, qtbot: QtBot, folder: Path) -> Iterator[OnThePc]:
    """A locked PC."""
    del qtbot
    at = OnThePc(qapp, folder)
    yield at
    at.end()


def asks_for_menu(app: QApplication, part: QLineEdit) -> bool:
    """Whether a press with the right button reaches a field."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5))
    reached: list[object] = []
    part.customContextMenuRequested.connect(reached.append)
    part.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    app.sendEvent(part, event)
    return bool(reached)


def takes_drop(app: QApplication, part: QLineEdit) -> bool:
    """Whether something dragged over a field is welcome."""
    words = QMimeData()
    words.setText("dragged")
    action, button, key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPointF(5, 5).toPoint(), action, words, button, key)
    event.ignore()
    app.sendEvent(part, event)
    return event.isAccepted()


def test_it_fills_the_screen_and_cannot_be_made_small(pc: OnThePc, qtbot: QtBot) -> None:
    assert pc.is_full
    pc.window.showMinimized()
    qtbot.waitUntil(lambda: pc.is_full and not pc.window.isMinimized(), timeout=20_000)
    pc.window.showNormal()
    qtbot.waitUntil(lambda: pc.is_full, timeout=20_000)


def test_nothing_opens_over_the_member_side(pc: OnThePc) -> None:
    field = QLineEdit(pc.window)
    field.show()
    assert not asks_for_menu(pc.app, field)
    assert not takes_drop(pc.app, field)
    pc.to_staff()
    field.show()
    assert asks_for_menu(pc.app, field)
    assert takes_drop(pc.app, field)


def test_staff_may_make_it_small_and_close_it_by_a_button(pc: OnThePc, qtbot: QtBot) -> None:
    pc.to_staff()
    pc.window.showNormal()
    qtbot.waitUntil(lambda: not pc.is_full, timeout=20_000)
    qtbot.wait(50)
    assert not pc.is_full
    pc.hand.press("Settings", "Close Goodhour")
    assert not pc.window.isVisible()


def test_a_pc_may_be_left_unlocked(pc: OnThePc) -> None:
    pc.house.use(replace(pc.house.settings, is_full_screen=False))
    pc.hand.open("who_group")
    assert not pc.is_full
    assert not pc.kiosk.is_locked


def test_for_once_it_stays_a_window(qapp: QApplication, qtbot: QtBot, folder: Path) -> None:
    del qtbot
    at = OnThePc(qapp, folder, in_window=True)
    assert not at.is_full
    assert not at.window.close()  # the PIN is asked for all the same
    at.hand.settle()
    at.end()


def test_a_practice_centre_is_never_locked(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    at = OnThePc(qapp, tmp_path / "practice", practice=True)
    assert not at.is_full
    assert not at.kiosk.is_locked
    at.end()


# ---- rest, and the night ----
def test_a_quiet_sign_in_page_rests_and_a_touch_does_nothing_else(pc: OnThePc) -> None:
    rest(pc.window)
    pc.hand.settle()
    assert pc.hand.screen.name == "together"
    QTest.mouseClick(pc.hand.screen.focus_order()[0], Qt.MouseButton.LeftButton)
    pc.hand.settle()
    assert pc.hand.screen.name == "who_face"
    assert pc.hand.visit.person is None


def test_any_key_ends_the_rest(pc: OnThePc) -> None:
    rest(pc.window)
    pc.hand.settle()
    QTest.keyClick(pc.hand.screen.focus_order()[0], Qt.Key.Key_F7)
    pc.hand.settle()
    assert pc.hand.screen.name == "who_face"


def test_somebodys_screen_never_rests(pc: OnThePc) -> None:
    pc.hand.press("Ann")
    rest(pc.window)
    pc.hand.settle()
    assert pc.hand.screen.name == "home"


class Nights:
    """The night of a PC that closes at half past five; over: how often it was."""

    def __init__(self, pc: OnThePc) -> None:
        pc.house.use(replace(pc.house.settings, closes_at="17:30"))
        self.pc = pc
        self.over = 0
        self.night = Night(pc.window, pc.house, tick_ms=3_600_000, warning_ms=200)
        self.night.over.connect(self._count)

    def after(self, minutes: float) -> str:
        """Let time pass, and look; the screen that is shown then."""
        self.pc.clock.move(minutes)
        self.night.look()
        self.pc.hand.settle()
        return self.pc.hand.screen.name

    def _count(self) -> None:
        self.over += 1


def test_it_warns_at_its_hour_and_then_it_is_over(pc: OnThePc, qtbot: QtBot) -> None:
    nights = Nights(pc)
    assert nights.after(0.5) == "who_face"
    assert nights.after(1) == "closing_soon"
    qtbot.waitUntil(lambda: nights.over == 1, timeout=20_000)


def test_a_press_keeps_it_open_for_half_an_hour(pc: OnThePc, qtbot: QtBot) -> None:
    nights = Nights(pc)
    assert nights.after(2) == "closing_soon"
    QTest.mouseClick(pc.hand.screen.focus_order()[0], Qt.MouseButton.LeftButton)
    pc.hand.settle()
    assert pc.hand.screen.name == "who_face"
    qtbot.wait(400)
    assert nights.over == 0
    assert nights.after(20) == "who_face"
    assert nights.after(15) == "closing_soon"
    qtbot.waitUntil(lambda: nights.over == 1, timeout=20_000)


def test_nobody_is_sent_away_and_no_draft_is_lost(pc: OnThePc) -> None:
    nights = Nights(pc)
    pc.hand.press("Ann", "I helped")
    assert nights.after(2) == "what_helped"
    pc.window.hide_visit()
    pc.hand.press("Somebody else")
    assert nights.after(5) == "who_face"  # what Ann was making waits for her
    assert nights.after(21) == "closing_soon"


def test_a_pc_that_slept_past_its_hour_stays_open_in_the_morning(pc: OnThePc) -> None:
    nights = Nights(pc)
    assert nights.after(15 * 60) == "who_face"


def test_without_an_hour_it_never_closes(pc: OnThePc) -> None:
    nights = Nights(pc)
    pc.house.use(Settings())
    assert nights.after(60) == "who_face"
