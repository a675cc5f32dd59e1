"""Quiet time: nobody is asked while they touch; left alone, first the question, then the end."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.settings import Settings
from desktop.views.quiet import Quiet
from ledger.domain.access import IdleMinutes


def test_it_asks_when_quiet_and_ends_when_it_stays_so(qapp: QApplication, qtbot: QtBot) -> None:
    quiet = Quiet(qapp, ask_ms=60, drop_ms=60)
    told: list[str] = []
    quiet.ask.connect(lambda: told.append("ask"))
    quiet.drop.connect(lambda: told.append("drop"))
    qtbot.waitUntil(lambda: told[-2:] == ["ask", "drop"], timeout=20_000)  # a stray touch begins anew
    qapp.removeEventFilter(quiet)


def test_a_touch_begins_the_quiet_anew(qapp: QApplication, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    quiet = Quiet(qapp, ask_ms=1_000, drop_ms=10_000)
    told: list[str] = []
    quiet.ask.connect(lambda: told.append("ask"))
    for _ in range(3):
        qtbot.wait(400)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    assert told == []
    qtbot.waitUntil(lambda: told == ["ask"], timeout=20_000)
    qapp.removeEventFilter(quiet)


def test_who_needs_longer_is_asked_later(qapp: QApplication) -> None:
    quiet = Quiet(qapp)
    for minutes in IdleMinutes:
        if minutes:
            quiet.follow(Settings(idle_minutes=minutes))
            assert quiet.findChildren(QTimer)[0].interval() == minutes * 60_000
    qapp.removeEventFilter(quiet)
