"""The camera where slips are checked: a slip held before it is read at once and told once; no picture is told too."""

from __future__ import annotations

import io

import pytest
import qrcode
import zxingcpp
from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame
from pytestqt.qtbot import QtBot

from desktop.views.parts import slip_camera
from desktop.views.parts.slip_camera import SlipCamera

# The multimedia library tells of every optional system library it does without.
pytestmark = pytest.mark.qt_log_ignore(
    "Couldn't (load|resolve)", "No RHI backend", "Using Qt multimedia", "No camera|no camera"
)


def frame_of(*pictures: Image.Image) -> QVideoFrame:
    """What a camera would see: the pictures beside one another, on a desk, 1280 dots wide."""
    desk = Image.new("RGB", (1280, 720), (181, 170, 150))
    for number, picture in enumerate(pictures):
        desk.paste(picture.convert("RGB"), (60 + 560 * number, 120))
    out = io.BytesIO()
    desk.save(out, "PNG")
    return QVideoFrame(QImage.fromData(out.getvalue()).convertToFormat(QImage.Format.Format_RGB32))


def qr(text: str) -> Image.Image:
    """A QR code of a text."""
    made: Image.Image = qrcode.make(text, box_size=8).get_image().convert("RGB").resize((420, 420))
    return made


def bars(number: str) -> Image.Image:
    """The bars on a tin of beans."""
    made = zxingcpp.create_barcode(number, zxingcpp.BarcodeFormat.EAN13)
    return Image.fromarray(zxingcpp.write_barcode_to_image(made, scale=4)).convert("RGB")


@pytest.fixture
def camera(qtbot: QtBot) -> SlipCamera:
    """A camera that is looked through; the frames come from the test."""
    del qtbot
    made = SlipCamera()
    made.want(yes=True)
    return made


@pytest.fixture
def found(camera: SlipCamera) -> list[str]:
    """What it told."""
    told: list[str] = []
    camera.found.connect(told.append)
    return told


def test_a_slip_is_read_in_the_first_frame_that_shows_it(camera: SlipCamera, found: list[str]) -> None:
    camera.sink.setVideoFrame(frame_of(qr("TC1SOMETHING")))
    assert found == ["TC1SOMETHING"]


def test_a_slip_that_is_held_there_is_told_once(camera: SlipCamera, found: list[str], qtbot: QtBot) -> None:
    for _ in range(6):
        camera.sink.setVideoFrame(frame_of(qr("TC1SOMETHING")))
        qtbot.wait(70)
    assert found == ["TC1SOMETHING"]
    camera.sink.setVideoFrame(frame_of(qr("TC1ANOTHER")))
    qtbot.waitUntil(lambda: len(found) > 1, timeout=20_000)
    assert found == ["TC1SOMETHING", "TC1ANOTHER"]


def test_a_slip_taken_away_and_shown_again_is_told_again(
    camera: SlipCamera, found: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slip_camera, "_GONE_MS", 100)
    for picture in (qr("TC1SOMETHING"), None, None, None, qr("TC1SOMETHING")):
        camera.sink.setVideoFrame(frame_of(*([] if picture is None else [picture])))
        qtbot.wait(80)
    assert found == ["TC1SOMETHING"] * 2


def test_two_slips_in_one_frame_are_both_told(camera: SlipCamera, found: list[str]) -> None:
    camera.sink.setVideoFrame(frame_of(qr("TC1SOMETHING"), qr("TC1ANOTHER")))
    assert sorted(found) == ["TC1ANOTHER", "TC1SOMETHING"]


def test_what_is_no_slip_is_told_once_it_was_read_twice(camera: SlipCamera, found: list[str], qtbot: QtBot) -> None:
    camera.sink.setVideoFrame(frame_of(qr("WIFI:S:Cafe;T:WPA;P:teatime;;")))
    assert found == []
    qtbot.wait(80)
    camera.sink.setVideoFrame(frame_of(qr("WIFI:S:Cafe;T:WPA;P:teatime;;")))
    assert found == ["WIFI:S:Cafe;T:WPA;P:teatime;;"]


def test_the_bars_on_a_tin_are_told_too(camera: SlipCamera, found: list[str], qtbot: QtBot) -> None:
    for _ in range(12):
        camera.sink.setVideoFrame(frame_of(bars("4006381333931")))
        qtbot.wait(70)
    assert found == ["4006381333931"]


def test_half_a_code_is_nothing_yet(camera: SlipCamera, found: list[str], qtbot: QtBot) -> None:
    half = qr("TC1SOMETHING").crop((0, 0, 420, 210))
    for _ in range(6):
        camera.sink.setVideoFrame(frame_of(half))
        qtbot.wait(70)
    assert found == []


def test_a_camera_that_shows_nothing_is_told_and_comes_back(
    camera: SlipCamera, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slip_camera, "has_camera", lambda: False)
    camera.sink.setVideoFrame(frame_of())
    assert camera.is_live
    camera._blind.start(50)  # unplugged, busy or refused: no frame comes any more
    qtbot.waitUntil(lambda: not camera.is_live, timeout=20_000)
    camera.sink.setVideoFrame(frame_of())
    assert camera.is_live


def test_it_looks_only_where_slips_are_checked(camera: SlipCamera, found: list[str]) -> None:
    camera.want(yes=False)
    camera.sink.setVideoFrame(frame_of(qr("TC1SOMETHING")))
    assert found == []
