"""Staff bring a pack of pictures in by the screen: looked through bit by bit, asked for its licence, all or nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.clock import standing_at
from desktop.views import flow
from desktop.views.driving import Hand
from desktop.views.house import House
from desktop.views.kit.staff_button import StaffButton
from desktop.views.kit.staff_words import StaffWords
from desktop.views.starting import window_on
from desktop.views.theme import Look
from tests.services.a_pack import HEAD, png, zipped


class AtTheDesk:
    """A practice centre with staff at the screen."""

    def __init__(self, folder: Path) -> None:
        self.house = House(folder, standing_at(2026, 11, 24, 10, 20), practice=True)
        self.window = window_on(self.house, Look())
        self.hand = Hand(self.window)
        self.window.show()
        self.hand.open(flow.FIRST)
        self.hand.open("staff_packs")

    def bring(self, path: Path) -> None:
        """Choose a pack, as the system's dialog would answer."""
        self.window.leave("staff_packs", "chosen", path)
        self.hand.settle()
        while self.window.is_busy or getattr(self.hand.screen, "_is_looking", False):
            self.hand.settle()

    def write(self, field: str, words: str) -> None:
        """Type into a field."""
        found = [one for one in self.hand.screen.findChildren(QLineEdit) if one.accessibleName() == field]
        QTest.keyClicks(found[0], words)

    def says(self, words: str) -> bool:
        """Whether these words stand somewhere on the screen."""
        parts = self.hand.screen.findChildren(StaffWords)
        return any(words in part.accessibleName() for part in parts if part.isVisibleTo(self.hand.screen))


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    """Staff at the packs."""
    del qtbot
    at = AtTheDesk(tmp_path / "centre")
    yield at
    at.window.close()
    at.house.close()


def test_a_pack_comes_in_by_the_screen(desk: AtTheDesk, tmp_path: Path) -> None:
    files = {f"thing {number}x.png": png(f"#{number * 30_000:06x}") for number in range(50)}
    desk.bring(zipped(tmp_path / "symbols.zip", {**files, "script.svg": HEAD + b"<script/></svg>"}))
    assert desk.hand.screen.name == "staff_pack"

    desk.hand.press("Bring 50 pictures in")
    assert desk.hand.screen.name == "staff_pack"  # licence and thanks are asked for first
    desk.write("Licence", "cc-by-sa 4.0")
    desk.write("Who made the pictures?", "Drawn by Steve Lee")
    desk.hand.press("The centre has the right to use these pictures", "Bring 50 pictures in")
    assert desk.hand.screen.name == "staff_packs"
    assert desk.house.services is not None
    (pack,) = desk.house.services.packs.all()
    assert (pack.name, pack.pictures) == ("symbols", 50)

    desk.hand.press("Take out")
    assert not desk.house.services.packs.all()[0].is_kept
    desk.hand.press("Put back")
    assert desk.house.services.packs.all()[0].is_kept
    desk.hand.press("About")
    assert desk.says("Drawn by Steve Lee")
    (read,) = [one for one in desk.hand.screen.findChildren(StaffButton) if "symbols" in one.accessibleDescription()]
    read.click()
    desk.hand.settle()
    assert desk.hand.screen.name == "staff_licence"
    (text,) = desk.hand.screen.findChildren(QPlainTextEdit)
    assert "Attribution-ShareAlike 4.0 International" in text.toPlainText()


def test_a_refused_pack_says_why_and_nothing_came_in(desk: AtTheDesk, tmp_path: Path) -> None:
    desk.bring(zipped(tmp_path / "trick.zip", {"../cat.png": png("red")}))
    assert desk.hand.screen.name == "staff_packs"
    assert desk.says("somewhere else")
    assert desk.house.services is not None
    assert desk.house.services.packs.all() == []


def test_a_pack_with_no_good_picture_leads_back(desk: AtTheDesk, tmp_path: Path) -> None:
    desk.bring(zipped(tmp_path / "none.zip", {"letter.png": b"Dear all"}))
    desk.hand.press("Go back")
    assert desk.hand.screen.name == "staff_packs"
