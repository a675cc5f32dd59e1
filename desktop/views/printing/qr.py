"""QR symbols as vectors: a text becomes modules, and modules become one rectangle for each horizontal run."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Final

import qrcode
from PySide6.QtCore import QRectF
from qrcode import util

QUIET_MODULES: Final = 4
LEAST_MODULE_MM: Final = 0.7

LEVEL: Final = qrcode.constants.ERROR_CORRECT_Q
"""A fold stays where it is, a blur goes away when the slip comes nearer: decisions/050."""

_MASK: Final = 0
"""Trying all eight masks takes eight times as long and reads no better here: decisions/050."""

Modules = tuple[tuple[bool, ...], ...]


@lru_cache(maxsize=256)
def modules(text: str, *, level: int = LEVEL, mask: int | None = _MASK) -> Modules:
    """The dark (True) and light modules of the smallest symbol that holds a text, rows from the top, no quiet zone.

    A text of upper-case letters and digits, as a slip's token is, goes in alphanumeric mode: 5.5 bits a letter.

    Raises:
        ValueError: no text, or more than one symbol holds.
    """
    if not text:
        raise ValueError("a QR symbol needs a text")
    symbol = qrcode.QRCode(error_correction=level, border=0, mask_pattern=mask)
    symbol.add_data(util.QRData(text.encode(), mode=mode_of(text)), optimize=0)
    try:
        symbol.make(fit=True)
    except qrcode.exceptions.DataOverflowError as found:
        raise ValueError(f"too long for one QR symbol: {len(text)} letters") from found
    return tuple(tuple(bool(dark) for dark in row) for row in symbol.get_matrix())


def mode_of(text: str) -> int:
    """The densest mode that holds a text: alphanumeric if it can, bytes (UTF-8) if not."""
    return int(util.MODE_ALPHA_NUM if util.RE_ALPHA_NUM.fullmatch(text.encode()) else util.MODE_8BIT_BYTE)


def runs(found: Modules) -> Iterator[tuple[int, int, int]]:
    """Each unbroken run of dark modules: row, first column, how many."""
    for y, row in enumerate(found):
        x = 0
        for is_dark, group in groupby(row):
            length = len(list(group))
            if is_dark:
                yield y, x, length
            x += length


def symbol_rects(found: Modules, rect: QRectF) -> list[QRectF]:
    """A symbol as rectangles that fill a square, to be drawn by one call: one path on paper, no hairline between rows.

    The quiet zone is not part of it: keep `quiet(found, rect.width())` free on all sides.

    Raises:
        ValueError: the modules would be smaller than any printer and webcam can be trusted with. Units: millimetres.
    """
    module = rect.width() / len(found)
    if module < LEAST_MODULE_MM:
        raise ValueError(f"modules of {module:.2f} mm are too small to read")
    left, top = rect.left(), rect.top()
    return [QRectF(left + x * module, top + y * module, n * module, module) for y, x, n in runs(found)]


def quiet(found: Sequence[object], symbol_mm: float) -> float:
    """The width of the empty paper a symbol needs on each side, in the unit of its size."""
    return QUIET_MODULES * symbol_mm / len(found)
