"""A PC in a test: its window, driven by the names a person hears, and what is kept behind it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.clock import StandingClock, standing_at
from desktop.services.seen import MemberSeen
from desktop.views import flow
from desktop.views.house import House
from desktop.views.kit.frame import Frame
from desktop.views.parts import staff_files
from desktop.views.printing.jobs import FilePrinter, Printing
from desktop.views.starting import window_on
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.window import Window
from tests.views import checker

WAIT_MS = 60_000
T = TypeVar("T")


class StaffPc:
    """A window on a house. What is printed lies in `paper`."""

    def __init__(self, folder: Path, qtbot: QtBot, *, is_practice: bool) -> None:
        self.clock: StandingClock = standing_at(2026, 11, 24, 10, 20)
        self.paper = folder.parent / "paper"
        self.paper.mkdir(parents=True, exist_ok=True)
        self.house = House(folder, self.clock, practice=is_practice)
        printing = Printing(FilePrinter(self.paper), Texts())
        self.window: Window = window_on(self.house, Look(), printing=printing)
        self._qtbot = qtbot

    def start(self, there: str) -> None:
        self.window.show()
        self.window.go(flow.FIRST)
        self.arrive(there)

    def close(self) -> None:
        if self.house.services is not None or self.window.isVisible():
            self.window.close()

    def go_in(self, pin: str) -> None:
        self.press("Staff", "staff_pin")
        for digit in pin:
            self.press(digit)
        self.press("Done", "staff_today")

    @property
    def screen(self) -> Frame:
        now = self.window.screen_now
        assert now is not None
        return now

    @property
    def services(self) -> Any:
        services = self.house.services
        assert services is not None
        return services

    def says(self, words: str) -> bool:
        """Whether this can be read somewhere on the screen."""
        return words in " ".join(self.said())

    def said(self) -> list[str]:
        """Everything that can be read on the screen."""
        return checker.said(self.screen)

    def press(self, name: str, there: str = "", *, beside: str = "") -> None:
        """Press a thing by its name; there: the screen it must lead to; beside: the row it stands in."""
        here = self.screen.name
        self.click(name, beside=beside)
        self.arrive(there or here)

    def click(self, name: str, *, beside: str = "") -> None:
        """Press a thing, and wait for nothing."""
        found = [
            button
            for button in self.screen.findChildren(QAbstractButton)
            if button.isVisibleTo(self.screen) and button.isEnabled() and button.accessibleName() == name
        ]
        if beside:
            found = [button for button in found if button.accessibleDescription() == beside]
        assert found, f"no {name!r} {beside!r} on {self.screen.name}; there are {checker.names(self.screen)}"
        found[0].click()

    def write(self, label: str, text: str) -> None:
        """Type into a field by its label, in place of what stands there."""
        line = self._named(QLineEdit, label)
        line.selectAll()
        line.setFocus()
        QTest.keyClicks(line, text) if text else line.clear()

    def enter(self, label: str) -> None:
        """Press Enter in a field, and wait for what comes of it."""
        QTest.keyClick(self._named(QLineEdit, label), Qt.Key.Key_Return)
        self.arrive(self.screen.name)

    def typed(self, label: str) -> str:
        return str(self._named(QLineEdit, label).text())

    def choose(self, label: str, words: str) -> None:
        """Choose from a list by its label."""
        box = self._named(QComboBox, label)
        index = box.findText(words)
        assert index >= 0, f"no {words!r} in {label!r}"
        box.setCurrentIndex(index)
        box.activated.emit(index)

    def arrive(self, there: str) -> None:
        """Wait until what was pressed is done, and this screen is shown."""
        self._qtbot.waitUntil(lambda: not self.window.is_busy and self.window.screen_now is not None, timeout=WAIT_MS)
        self._qtbot.waitUntil(lambda: self.screen.name == there, timeout=WAIT_MS)

    def wait_for(self, is_so: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(is_so, timeout=WAIT_MS)

    def ask(self, job: Callable[[], T]) -> T:
        """Have something answered on the store's own thread."""
        answers: list[T] = []
        self.window.tasks.run(job, answers.append, lambda problem: pytest.fail(str(problem)))
        self.wait_for(lambda: bool(answers))
        return answers[0]

    def member(self, name: str) -> MemberSeen:
        """A member by name."""
        everybody: list[MemberSeen] = self.ask(self.services.people.members)
        return next(one for one in everybody if one.name == name)

    def minutes(self, name: str) -> int:
        """What somebody has."""
        member = self.member(name).id
        return int(self.ask(lambda: self.services.credits.of(member)).available_minutes)

    def _named(self, kind: type[Any], label: str) -> Any:
        found = [
            one
            for one in self.screen.findChildren(kind)
            if one.accessibleName() == label and one.isVisibleTo(self.screen)
        ]
        labels = [one.accessibleName() for one in self.screen.findChildren(kind)]
        assert len(found) == 1, f"{label!r} is there {len(found)} times on {self.screen.name}; there are {labels}"
        return found[0]


def hand_over(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    """Let the system's file dialog answer with this file."""

    def answer(_parent: QWidget, *_words: str) -> Path | None:
        return path

    monkeypatch.setattr(staff_files, "choose_open", answer)
    monkeypatch.setattr(staff_files, "choose_save", answer)
