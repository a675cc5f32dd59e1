"""A card held to the camera where people sign in: read in a moment, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views.parts import slip_camera
from desktop.views.parts.slip_camera import SlipCamera
from desktop.views.quiet import Quiet
from tests.bench.bench_door import SIZE, frame_of
from tests.journeys.at_work import CentreAtWork
from tests.journeys.signing_in import ELSEWHERE, a_card, at_sign_in

# The multimedia library tells of every optional system library it does without.
pytestmark = pytest.mark.qt_log_ignore(
    "Couldn't (load|resolve)", "No RHI backend", "Using Qt multimedia", "No camera|no camera"
)


@pytest.fixture
def camera(centre: CentreAtWork, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlipCamera]:
    """A camera that sees what the test holds before it."""
    monkeypatch.setattr(slip_camera, "has_camera", lambda: False)
    monkeypatch.setattr(slip_camera, "_CALM_MS", 20)
    made = SlipCamera()
    centre.window.gallery.watching.camera_of = lambda _parent: made
    yield made
    made.want(yes=False)


def hold(camera: SlipCamera, text: str, qtbot: QtBot, times: int = 3) -> None:
    """Hold something before it for a moment."""
    image = QImage(frame_of(text).tobytes(), *SIZE, SIZE[0] * 3, QImage.Format.Format_RGB888)
    for _ in range(times):
        camera.sink.setVideoFrame(QVideoFrame(image.convertToFormat(QImage.Format.Format_RGB32)))
        qtbot.wait(40)


def _looks(camera: SlipCamera) -> bool:
    return camera._is_wanted


def test_a_card_held_to_the_camera_signs_in_and_a_poster_says_nothing(
    centre: CentreAtWork, camera: SlipCamera, qtbot: QtBot
) -> None:
    token = a_card(centre)
    at_sign_in(centre)
    hold(camera, "HTTPS://EXAMPLE.ORG/POSTER", qtbot)
    assert centre.screen.name == "who_group"
    hold(camera, token, qtbot)
    qtbot.waitUntil(lambda: centre.screen.name == "home", timeout=20_000)
    assert centre.says("Hello Ann")


def test_a_card_that_hangs_before_the_camera_signs_nobody_in_again(
    centre: CentreAtWork, camera: SlipCamera, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = a_card(centre)
    at_sign_in(centre)
    hold(camera, token, qtbot)
    qtbot.waitUntil(lambda: centre.screen.name == "home", timeout=20_000)
    centre.press("Finish")
    hold(camera, token, qtbot, times=6)
    assert centre.screen.name == "who_group"
    monkeypatch.setattr(slip_camera, "_GONE_MS", 60)
    hold(camera, "NOTHING AT ALL", qtbot, times=5)
    hold(camera, token, qtbot, times=5)
    qtbot.waitUntil(lambda: centre.screen.name == "home", timeout=20_000)


def test_the_camera_rests_where_nobody_has_a_card_and_while_somebody_is_in(
    centre: CentreAtWork, camera: SlipCamera
) -> None:
    at_sign_in(centre)
    assert not _looks(camera)
    token = a_card(centre)
    at_sign_in(centre)
    assert _looks(camera)
    centre.scan(token)
    assert centre.screen.name == "home"
    assert not _looks(camera)


def test_a_card_held_to_the_camera_counts_as_a_touch(centre: CentreAtWork, qapp: QApplication) -> None:
    quiet = Quiet(qapp, ask_ms=60_000)
    centre.window.gallery.watching.found.connect(lambda _: quiet.begin_anew())
    quiet._asking.stop()
    centre.window.gallery.watching.found.emit(ELSEWHERE)
    assert quiet._asking.isActive()
    quiet.deleteLater()
