"""One picture of a pack, taken in: square, small, on white, in dots, with nothing else in it."""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Callable
from typing import Final, TypeAlias

from PIL import Image, ImageOps

from desktop.services.pack_files import MOST_FILE_BYTES
from desktop.services.pack_svg import UnsafeDrawing, check_drawing

SIDE_PX: Final = 400
PHOTOS: Final = (".jpg", ".jpeg")
DRAWN: Final = ".svg"
ENDINGS: Final = (*PHOTOS, ".png", ".webp", ".bmp", ".gif", DRAWN)
_KINDS: Final = ("JPEG", "PNG", "WEBP", "BMP", "GIF")
_MOST_PIXELS: Final = 60_000_000
_COLOURS: Final = 128
_QUALITY: Final = 85
_EDGE: Final = 0.02

Drawn: TypeAlias = Callable[[bytes], bytes]
"""Draws an SVG as a PNG, `SIDE_PX` square; empty bytes if it cannot."""


class LeftOut(Exception):
    """This file is no picture we can take; the message says why, after its name."""


def id_of(raw: bytes) -> str:
    """The id of a picture of a pack, by its own bytes: the same one has the same id wherever it comes from."""
    return f"pk:{hashlib.sha256(raw).hexdigest()}"


def taken_in(raw: bytes, ending: str, drawn: Drawn) -> bytes:
    """A file's picture as PNG or JPEG, `SIDE_PX` square.

    Raises:
        LeftOut: too large, damaged, moving, no picture, or a drawing that does more than draw.
    """
    if len(raw) > MOST_FILE_BYTES:
        raise LeftOut("is larger than 20 MB")
    if ending == DRAWN:
        try:
            check_drawing(raw)
        except UnsafeDrawing as error:
            raise LeftOut(str(error)) from error
        raw = drawn(raw)
        if not raw:
            raise LeftOut("cannot be drawn")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(raw), formats=_KINDS) as picture:
                return _squared(picture, is_photo=ending in PHOTOS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
        raise LeftOut("has too many dots") from error
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise LeftOut("is no picture, or it is damaged") from error


def _squared(picture: Image.Image, *, is_photo: bool) -> bytes:
    if picture.width * picture.height > _MOST_PIXELS:
        raise LeftOut("has too many dots")
    if getattr(picture, "is_animated", False):
        raise LeftOut("moves")
    picture.draft("RGB", (2 * SIDE_PX, 2 * SIDE_PX))
    upright = ImageOps.exif_transpose(picture).convert("RGBA")
    inner = SIDE_PX if is_photo else round(SIDE_PX * (1 - 2 * _EDGE))
    upright.thumbnail((inner, inner))
    paper = Image.new("RGB", (SIDE_PX, SIDE_PX), "white")
    place = ((SIDE_PX - upright.width) // 2, (SIDE_PX - upright.height) // 2)
    paper.paste(upright, place, mask=upright.getchannel("A"))
    out = io.BytesIO()
    if is_photo:
        paper.save(out, "JPEG", quality=_QUALITY)
    else:
        paper.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(out, "PNG")
    return out.getvalue()
