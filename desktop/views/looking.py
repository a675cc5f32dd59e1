"""Looks at what is drawn, for the self-test: that a screen is painted and that printed slips can be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter, QRawFont

from desktop.clock import Clock
from desktop.services.papers import SlipPaper
from desktop.views import flow
from desktop.views.app import application
from desktop.views.driving import Hand, draw_off_screen
from desktop.views.house import House
from desktop.views.printing.jobs import preview
from desktop.views.printing.slips import slip_sheets
from desktop.views.starting import window_on
from desktop.views.texts import Texts
from desktop.views.theme import FAMILY, Look, font

_SHEET_PX = 2400


def paint_home(folder: Path, clock: Clock) -> None:
    """Open the window on a practice centre, sign somebody in, and look at Home.

    Raises:
        AssertionError: the typeface is not ours, or nothing was painted.
    """
    draw_off_screen()
    _app = application()
    house = House(folder, clock, practice=True)
    window = window_on(house, Look())
    window.show()
    hand = Hand(window)
    hand.open(flow.FIRST)
    hand.press("Circle", "Ann")
    seen = window.grab().toImage()
    window.close()
    house.close()
    if QRawFont.fromFont(font(24)).familyName() != FAMILY:
        raise AssertionError("the typeface is not here")
    if len({seen.pixel(x, y) for x in range(0, seen.width(), 7) for y in range(0, seen.height(), 7)}) < 8:  # noqa: PLR2004 - colours
        raise AssertionError("the screen is empty")


def read_back_slips(slips: Sequence[SlipPaper], read_image: Callable[[bytes], list[str]]) -> set[str]:
    """The texts of all QR codes on a sheet of slips, read from its picture."""
    draw_off_screen()
    _app = application()
    return set(read_image(_png(preview(slip_sheets(slips, Texts()), _SHEET_PX))))


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())
