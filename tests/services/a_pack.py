"""Packs of pictures to bring in, good and bad."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from PIL import Image, ImageDraw

from desktop.services.packs import PackAbout, PackLook
from desktop.views.parts.pack_drawing import png_of

ABOUT = PackAbout("Our symbols", "CC BY-SA 2.0 UK", "Drawn by Steve Lee", may_use=True)
HEAD = b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10">'
SQUARE = HEAD + b'<rect width="10" height="10" fill="red"/></svg>'


def png(colour: str, size: tuple[int, int] = (90, 60)) -> bytes:
    out = io.BytesIO()
    picture = Image.new("RGBA", size, (0, 0, 0, 0))
    ImageDraw.Draw(picture).ellipse((0, 0, size[0] - 1, size[1] - 1), fill=colour)
    picture.save(out, "PNG")
    return out.getvalue()


def zipped(path: Path, files: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, raw in files.items():
            packed.writestr(name, raw)
    return path


def looked(path: Path) -> PackLook:
    look = PackLook(path, png_of)
    while not look.is_over:
        look.go_on(3)
    look.close()
    return look
