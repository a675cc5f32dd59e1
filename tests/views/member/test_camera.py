"""A photo of what somebody did: taken from the camera's own frames, and never a crash without one."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtMultimedia import QVideoFrame
from pytestqt.qtbot import QtBot

from desktop.services.pictures import clean_photo
from desktop.views.parts.camera import Viewfinder
from desktop.views.theme import Look


# The multimedia library tells of every optional system library it does without.
@pytest.mark.qt_log_ignore("Couldn't (load|resolve)", "No RHI backend")
def test_a_frame_of_the_camera_becomes_a_photo(qtbot: QtBot) -> None:
    finder = Viewfinder(Look(), "What the camera sees")
    qtbot.addWidget(finder)
    assert finder.still() == b""

    frame = QImage(640, 480, QImage.Format.Format_RGB32)
    frame.fill(QColor("#336699"))
    finder.sink.setVideoFrame(QVideoFrame(frame))

    assert finder.sees
    assert clean_photo(finder.still())[:2] == b"\xff\xd8"
