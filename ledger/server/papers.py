"""A code as a picture, to be scanned by the PC it is for."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Final

import qrcode
from qrcode.image.pil import PilImage
from qrcode.image.svg import SvgPathImage

from ledger.server.problems import BadInput

_KINDS: Final = {".png": PilImage, ".svg": SvgPathImage}


def check_place(file: Path) -> None:
    """Refuse a file that no picture can be written to, before a code is made.

    Raises:
        BadInput: it has another ending than .png or .svg, or its folder is not there.
    """
    if file.suffix.lower() not in _KINDS:
        raise BadInput("The picture of a code is written as .png or .svg.")
    if not file.parent.is_dir() or file.is_dir():
        raise BadInput(f"Nothing can be written to {file}: there is no such folder.")


def write_qr(text: str, file: Path) -> None:
    """Write a picture; capitals, digits and hyphens make a small one.

    Raises:
        BadInput: the file cannot be written.
    """
    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, image_factory=_KINDS[file.suffix.lower()])
    code.add_data(text)
    out = io.BytesIO()
    code.make_image().save(out)
    try:
        file.write_bytes(out.getvalue())
    except OSError as error:
        raise BadInput(f"The picture cannot be written: {error.strerror}. Please ask for a new code.") from error
