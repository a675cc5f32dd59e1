"""How soon a slip before the camera is answered on the screen; by hand: `python -m tests.bench.bench_door [SLIPS]`.

A frame of 1280×720 dots is given to the camera's own sink. The time runs until the answer is painted, with its durable
record written; and from Take it until the welcome is painted, with the slip taken in, durably. Beside them stands what
reading the code out of the same frame takes alone, in this run. Then twenty people come, by scanner and Enter.
"""

from __future__ import annotations

import io
import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from random import Random
from time import perf_counter, perf_counter_ns
from typing import TYPE_CHECKING

import qrcode
from PIL import Image

from desktop.services.scanning import read_frame
from tests.bench.bench_app import NS_A_MS
from tests.services.at_work import template_in
from tests.services.joined import a_centre
from tests.sync.places import a_town

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame

    from tests.views.volunteer.at_the_door import AtTheDoor

SLIPS = 60
QUEUE = 20
SIZE = (1280, 720)
FRAME_MS = 33


def main(count: int) -> None:
    """Measure and say."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    from desktop.views.app import application  # noqa: PLC0415 - only once the platform is chosen
    from tests.views.volunteer.at_the_door import at_the_door  # noqa: PLC0415 - as above

    _app = application()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "town").mkdir()
        town = a_town(folder / "town")
        riverside = a_centre(template_in(folder / "template"), folder / "riverside", town, "Riverside")
        with at_the_door(folder / "door", town) as door:
            _frames(door, [paper.token for paper in riverside.thanks(count)])
            _queue(door, [paper.token for paper in riverside.thanks(QUEUE)])
        riverside.store.close()
        town.engine.dispose()


def _frames(door: AtTheDoor, tokens: Sequence[str]) -> None:
    from PySide6.QtTest import QTest  # noqa: PLC0415 - only once the platform is chosen

    from desktop.views.parts.slip_camera import SlipCamera  # noqa: PLC0415 - as above

    camera = SlipCamera()
    door.window.gallery.watching.camera_of = lambda _parent: camera
    door.hand.open("door")
    chance, empty = Random(5), _as_frame(Image.new("RGB", SIZE, (181, 170, 150)))
    answered: list[int] = []
    taken: list[int] = []
    read: list[int] = []
    for token in tokens:
        picture = frame_of(token)
        frame = _as_frame(picture)
        read.append(_reading(picture.convert("L").tobytes(), token))
        camera.sink.setVideoFrame(empty)  # it has been looking all the time, and the slip comes at any moment after
        QTest.qWait(chance.randrange(FRAME_MS))
        answered.append(_until_seen(door, "door_slip", partial(camera.sink.setVideoFrame, frame)))
        if len(taken) < QUEUE:
            taken.append(_until_seen(door, "door_taken", partial(door.touch, "Take it")))
            _until_seen(door, "door", partial(door.touch, "Next slip"))
        else:
            _until_seen(door, "door", partial(door.touch, "Back"))
    _say("frame to verdict painted, its record durable", answered, beside=read)
    _say("Take it to welcome painted, the slip durable", taken, beside=read)
    _say("reading the code alone", read)


def _reading(grey: bytes, token: str) -> int:
    """Nanoseconds that reading the code alone takes."""
    began = perf_counter_ns()
    assert read_frame(grey, SIZE) == [token]
    return perf_counter_ns() - began


def _as_frame(picture: Image.Image) -> QVideoFrame:
    from PySide6.QtGui import QImage  # noqa: PLC0415 - only once the platform is chosen
    from PySide6.QtMultimedia import QVideoFrame  # noqa: PLC0415 - as above

    image = QImage(picture.tobytes(), *SIZE, SIZE[0] * 3, QImage.Format.Format_RGB888)
    return QVideoFrame(image.convertToFormat(QImage.Format.Format_RGB32))


def _until_seen(door: AtTheDoor, screen: str, do: Callable[[], object]) -> int:
    """Nanoseconds from what is done until a screen is painted; nothing spins meanwhile."""
    from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415 - only once the platform is chosen

    loop = QEventLoop()

    def look(name: str) -> None:
        if name == screen:
            loop.quit()

    door.window.shown.connect(look)
    began = perf_counter_ns()
    QTimer.singleShot(0, do)
    loop.exec()
    passed = perf_counter_ns() - began
    door.window.shown.disconnect(look)
    return passed


def _queue(door: AtTheDoor, tokens: Sequence[str]) -> None:
    from tests.views.volunteer.at_the_door import RETURN  # noqa: PLC0415 - as above
    from tests.views.volunteer.test_queue import enter  # noqa: PLC0415 - only once the platform is chosen

    door.meet()
    each = []
    for token in tokens:
        began = perf_counter()
        door.types(token, RETURN)
        door.hand.settle()
        enter(door)
        assert door.says("Welcome. Come in.")
        each.append(perf_counter() - began)
    sys.stdout.write(
        f"a person of {len(each)}, scan and Enter: median {statistics.median(each):.3f} s, most {max(each):.3f} s\n"
    )


def frame_of(token: str) -> Image.Image:
    """A slip held before the camera: its code a third of the height of a frame, on a grey desk."""
    desk = Image.new("RGB", SIZE, (181, 170, 150))
    out = io.BytesIO()
    qrcode.make(token, error_correction=qrcode.constants.ERROR_CORRECT_Q, box_size=6).get_image().save(out, "PNG")
    desk.paste(Image.open(out).convert("RGB"), (420, 180))
    return desk


def _say(what: str, times: Sequence[int], *, beside: Sequence[int] = ()) -> None:
    times = sorted(times)
    half, most = statistics.median(times), times[int(len(times) * 0.95)]
    ratio = f", {half / statistics.median(beside):.1f} times reading the code" if beside else ""
    sys.stdout.write(f"{what}: p50 {half / NS_A_MS:.1f} ms, p95 {most / NS_A_MS:.1f} ms{ratio}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SLIPS)
