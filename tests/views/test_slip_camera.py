"""The camera at a venue's door: a slip that is held before it is read, and told once."""

import io

import pytest
import qrcode
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame
from pytestqt.qtbot import QtBot

from desktop.views.parts.slip_camera import SlipFinder
from desktop.views.theme import Look


def frame_of(text: str) -> QVideoFrame:
    """What a camera would see of a QR code."""
    out = io.BytesIO()
    qrcode.make(text, box_size=5).get_image().convert("RGB").save(out, "PNG")
    image = QImage.fromData(out.getvalue()).convertToFormat(QImage.Format.Format_RGB32)
    return QVideoFrame(image)


# The multimedia library tells of every optional system library it does without.
@pytest.mark.qt_log_ignore("Couldn't (load|resolve)", "No RHI backend", "Using Qt multimedia", "No camera|no camera")
def test_a_slip_held_before_the_camera_is_told_once(qtbot: QtBot) -> None:
    finder = SlipFinder(Look(), "What the camera sees")
    qtbot.addWidget(finder)
    found: list[str] = []
    finder.found.connect(found.append)
    finder.show()
    finder.sink.setVideoFrame(frame_of("TC1SOMETHING"))
    qtbot.waitUntil(lambda: bool(found), timeout=20_000)
    qtbot.wait(700)
    assert found == ["TC1SOMETHING"]

    finder.sink.setVideoFrame(frame_of("TC1ANOTHER"))
    qtbot.waitUntil(lambda: len(found) > 1, timeout=20_000)
    finder.hide()
    assert found == ["TC1SOMETHING", "TC1ANOTHER"]
