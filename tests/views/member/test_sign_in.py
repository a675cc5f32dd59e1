"""Sign-in on a real practice centre: a face, the practice member, somebody who left in the middle, no centre yet."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.clock import StandingClock, standing_at
from desktop.services.secret_pictures import TWELVE
from desktop.views import flow
from desktop.views.house import House
from desktop.views.kit.screen import Screen
from desktop.views.member.secret_pictures import SecretPictures, SecretPicturesState
from desktop.views.starting import window_on
from desktop.views.texts import texts_in
from desktop.views.theme import Look
from desktop.views.window import Window
from tests.views.checker import names, press, said

WAIT_MS = 60_000


class Pc:
    """A PC with a window on a house."""

    def __init__(self, folder: Path, qtbot: QtBot, *, practice: bool = True) -> None:
        self.clock: StandingClock = standing_at(2026, 11, 24, 10, 20)
        self.house = House(folder, self.clock, practice=practice)
        self.window: Window = window_on(self.house, Look())
        self._qtbot = qtbot
        self.window.show()

    def opens_at(self, name: str) -> None:
        self.window.go(flow.FIRST)
        self.wait(name)

    def press(self, name: str, there: str) -> None:
        press(self.screen, name)
        self.wait(there)

    def wait(self, there: str) -> None:
        self._qtbot.waitUntil(
            lambda: self.window.screen_now is not None and self.window.screen_now.name == there, timeout=WAIT_MS
        )

    @property
    def screen(self) -> Screen:
        now = self.window.screen_now
        assert isinstance(now, Screen)
        return now


@pytest.fixture
def pc(tmp_path: Path, qtbot: QtBot, qapp: object) -> Iterator[Pc]:
    assert qapp is not None
    made = Pc(tmp_path / "centre", qtbot)
    yield made
    made.window.close()


def test_signing_in_by_face_trying_out_and_finishing(pc: Pc) -> None:
    pc.opens_at("who_group")
    pc.press("Circle", "who_face")
    pc.press("Ann", "home")
    assert "Hello Ann" in said(pc.screen)
    assert "Me" in names(pc.screen)
    pc.press("Finish", "who_group")
    assert "Me" not in names(pc.screen)

    pc.press("Try it out", "home")
    assert pc.window.journey.visit.is_practice
    assert "Me" in names(pc.screen)
    pc.press("I helped", "what_helped")
    pc.press("Home", "home")
    pc.press("Finish", "who_group")
    assert not pc.window.journey.visit.is_practice


def test_somebody_who_left_in_the_middle_goes_on_there(pc: Pc) -> None:
    pc.opens_at("who_group")
    pc.press("Circle", "who_face")
    pc.press("Ann", "home")
    pc.press("I helped", "what_helped")
    pc.window.hide_visit()
    pc.wait("still_here")
    assert "Ann" not in " ".join(said(pc.screen))
    pc.press("Somebody else", "who_group")
    pc.press("Circle", "who_face")
    pc.press("Bob", "home")
    pc.press("Finish", "who_group")
    pc.clock.move(15)
    pc.press("Circle", "who_face")
    pc.press("Ann", "what_helped")


def test_a_pc_without_a_centre_begins_at_first_start(tmp_path: Path, qtbot: QtBot, qapp: object) -> None:
    assert qapp is not None
    pc = Pc(tmp_path / "empty", qtbot, practice=False)
    pc.window.go(flow.FIRST)
    qtbot.waitUntil(lambda: pc.window.screen_now is not None, timeout=WAIT_MS)
    assert pc.window.screen_now is not None
    assert pc.window.screen_now.name == "first_start"
    pc.window.close()


@pytest.mark.parametrize("language", ["en", "cy"])
def test_usual_text_shows_all_twelve_secret_pictures_on_one_page_of_a_small_screen(qtbot: QtBot, language: str) -> None:
    words = texts_in(language)
    screen = SecretPictures(Look(width=1024, height=768), words)
    qtbot.addWidget(screen)
    screen.fill(SecretPicturesState())
    screen.show()
    assert {words(f"secret.picture.{word}") for word in TWELVE} <= set(names(screen))
