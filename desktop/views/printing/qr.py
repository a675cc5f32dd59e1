"""QR symbols as vectors: a text becomes modules, and each row of modules its dark runs."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, TypeAlias

import qrcode
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from qrcode import util

QUIET_MODULES: Final = 4
LEAST_MODULE_MM: Final = 0.7

LEVEL: Final = qrcode.constants.ERROR_CORRECT_Q
"""A fold stays where it is, a blur goes away when the slip comes nearer: decisions/050."""

_MASK: Final = 0
"""Trying all eight masks takes eight times as long and reads no better here: decisions/050."""

_DARK: Final = re.compile(rb"\x01+")

Modules: TypeAlias = tuple[bytes, ...]
"""Rows from the top, a byte for each module: 1 is dark, 0 is light."""


@lru_cache(maxsize=256)
def modules(text: str, *, level: int = LEVEL, mask: int | None = _MASK) -> Modules:
    """The modules of the smallest symbol that holds a text, without its quiet zone.

    A text of upper-case letters and digits, as a slip's token is, goes in alphanumeric mode: 5.5 bits a letter.

    Raises:
        ValueError: no text, or more than one symbol holds.
    """
    if not text:
        raise ValueError("a QR symbol needs a text")
    raw, mode = text.encode(), mode_of(text)
    symbol = qrcode.QRCode(_version(len(raw), mode, level), level, border=0, mask_pattern=mask)
    symbol.add_data(util.QRData(raw, mode=mode), optimize=0)
    symbol.make(fit=False)
    return tuple(bytes(map(bool, row)) for row in symbol.get_matrix())


@lru_cache(maxsize=64)
def _version(length: int, mode: int, level: int) -> int:
    """The smallest version that holds so many letters or bytes; found once, since all tokens are equally long."""
    trial = qrcode.QRCode(error_correction=level)
    trial.add_data(util.QRData(b"A" * length, mode=mode), optimize=0)
    try:
        return int(trial.best_fit())
    except (qrcode.exceptions.DataOverflowError, ValueError) as found:
        raise ValueError(f"too long for one QR symbol: {length} letters") from found


def mode_of(text: str) -> int:
    """The densest mode that holds a text: alphanumeric if it can, bytes (UTF-8) if not."""
    return int(util.MODE_ALPHA_NUM if util.RE_ALPHA_NUM.fullmatch(text.encode()) else util.MODE_8BIT_BYTE)


def runs(found: Modules) -> Iterator[tuple[int, int, int]]:
    """Each unbroken run of dark modules: column, row, how many."""
    for y, row in enumerate(found):
        for dark in _DARK.finditer(row):
            yield dark.start(), y, dark.end() - dark.start()


def draw_symbol(painter: QPainter, text: str, corner: QPointF, module: float) -> None:
    """Fill the dark modules of a text's symbol by one call: one path on paper, so no hairline shows between rows.

    corner, module: where the symbol begins, and how wide a module is, in units of the painter. The quiet zone is not
    part of it: the caller keeps `QUIET_MODULES` free on all sides.
    """
    painter.save()
    painter.translate(corner)
    painter.scale(module, module)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(Qt.GlobalColor.black))
    painter.drawRects([QRect(x, y, length, 1) for x, y, length in runs(modules(text))])
    painter.restore()


def module_mm(text: str, symbol_mm: float) -> float:
    """How wide a module of a text's symbol is when the symbol is this wide.

    Raises:
        ValueError: less than any printer and webcam can be trusted with.
    """
    width = symbol_mm / len(modules(text))
    if width < LEAST_MODULE_MM:
        raise ValueError(f"modules of {width:.2f} mm are too small to read")
    return width
