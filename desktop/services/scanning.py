"""Reads the QR codes of a photo or scan, for staff and the command line."""

from __future__ import annotations

import io
import warnings
from typing import Final

import zxingcpp
from PIL import Image

from desktop.problems import BadInput

MOST_BYTES: Final = 30_000_000
MOST_PIXELS: Final = 60_000_000
_QR: Final = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
_ANY: Final = zxingcpp.BarcodeFormats(
    [
        zxingcpp.BarcodeFormat.QRCode,
        zxingcpp.BarcodeFormat.EAN13,
        zxingcpp.BarcodeFormat.EAN8,
        zxingcpp.BarcodeFormat.Code128,
        zxingcpp.BarcodeFormat.DataMatrix,
        zxingcpp.BarcodeFormat.PDF417,
    ]
)
_KINDS: Final = ("PNG", "JPEG", "WEBP", "BMP", "TIFF")


def read_codes(picture: bytes) -> list[str]:
    """Every QR text in a picture, top to bottom; [] if there is none.

    Raises:
        BadInput: it is no picture (a PDF neither), damaged, or larger than any scan.
    """
    if len(picture) > MOST_BYTES:
        raise BadInput("This picture is larger than 30 MB. Take a smaller one of the slip.")
    if picture.startswith(b"%PDF"):
        raise BadInput("This is a PDF. Save its page as a picture (PNG or JPEG), or type the code of the slip.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(picture), formats=_KINDS) as opened:
                grey = _grey(opened)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
        raise BadInput("This picture has too many dots. Take a smaller one of the slip.") from error
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise BadInput("This file is no picture, or it is damaged. Use a PNG or JPEG of the slip.") from error
    found = zxingcpp.read_barcodes(grey, formats=_QR)
    return [code.text for code in sorted(found, key=_place) if code.text]


def read_frame(grey: bytes, size: tuple[int, int], *, is_any: bool = False) -> list[str]:
    """Every QR text in what a camera sees just now; grey: a byte for each dot, row by row. size: width and height.

    is_any: whether the bars on a tin or a book count too, which takes twice as long.
    """
    frame = Image.frombuffer("L", size, grey, "raw", "L", 0, 1)
    found = zxingcpp.read_barcodes(frame, formats=_ANY if is_any else _QR)
    return [code.text for code in sorted(found, key=_place) if code.text]


def _grey(opened: Image.Image) -> Image.Image:
    if opened.width * opened.height > MOST_PIXELS:
        raise BadInput("This picture has too many dots. Take a smaller one of the slip.")
    if opened.mode.startswith("I"):  # 16 bits a dot, as some scanners save: else all but black would become white
        return opened.convert("I").point(lambda light: light * (1 / 256)).convert("L")
    if not opened.has_transparency_data:
        return opened.convert("L")
    seen = opened.convert("RGBA")
    paper = Image.new("RGB", seen.size, "white")  # what is see-through is paper, not ink
    paper.paste(seen, mask=seen.getchannel("A"))
    return paper.convert("L")


def _place(code: zxingcpp.Barcode) -> tuple[int, int]:
    corner = code.position.top_left
    return corner.y, corner.x
