"""The camera at a door answers at once and goes on over the verdicts; where it is blind, the other ways are there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame
from pytestqt.qtbot import QtBot

from desktop.views.parts import slip_camera
from desktop.views.parts.slip_camera import SlipCamera
from tests.bench.bench_door import SIZE, frame_of
from tests.services.joined import Joined
from tests.views.volunteer.at_the_door import AtTheDoor, printed

# The multimedia library tells of every optional system library it does without.
pytestmark = pytest.mark.qt_log_ignore(
    "Couldn't (load|resolve)", "No RHI backend", "Using Qt multimedia", "No camera|no camera"
)


@pytest.fixture
def camera(door: AtTheDoor, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlipCamera]:
    """A camera that sees what the test holds before it."""
    monkeypatch.setattr(slip_camera, "has_camera", lambda: False)
    made = SlipCamera()
    door.window.gallery.watching.camera_of = lambda _parent: made
    door.hand.open("door")
    yield made
    made.want(yes=False)


def hold(camera: SlipCamera, token: str) -> None:
    """Hold a slip before it."""
    image = QImage(frame_of(token).tobytes(), *SIZE, SIZE[0] * 3, QImage.Format.Format_RGB888)
    camera.sink.setVideoFrame(QVideoFrame(image.convertToFormat(QImage.Format.Format_RGB32)))


def test_a_slip_after_another_needs_no_way_back(
    door: AtTheDoor, riverside: Joined, camera: SlipCamera, qtbot: QtBot
) -> None:
    one, other = printed(riverside, 2)
    assert door.says("Hold it to the camera.")
    hold(camera, one.token)
    qtbot.waitUntil(lambda: door.at == "door_slip", timeout=20_000)
    door.press("Take it")
    assert door.says("Welcome. Come in.")
    hold(camera, other.token)
    qtbot.waitUntil(lambda: door.at == "door_slip", timeout=20_000)
    door.press("Take it")
    assert door.taken() == 2


def test_a_blind_camera_gives_way_to_a_plain_screen_and_back(
    door: AtTheDoor, riverside: Joined, camera: SlipCamera, qtbot: QtBot
) -> None:
    (paper,) = printed(riverside, 1)
    camera._blind.start(20)  # unplugged, busy or refused: no frame comes any more
    qtbot.waitUntil(lambda: door.says("The camera does not work now."), timeout=20_000)
    assert {"Type it in", "From a file", "Paste it"} <= set(door.hand.names())
    door.scan(paper.token)  # the scanner works on
    assert door.says("This slip is good.")
    door.press("Back")
    hold(camera, paper.token)
    qtbot.waitUntil(lambda: door.at == "door_slip", timeout=20_000)


def test_without_a_camera_the_other_ways_are_there(door: AtTheDoor) -> None:
    assert door.says("Hold it under the red light.")
    assert {"Type it in", "From a file", "Paste it"} <= set(door.hand.names())
