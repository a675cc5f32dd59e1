"""Codes in picture files: read where there are any, refused in plain words where the file is none."""

import io
import struct
import zlib

import pytest
import qrcode
from PIL import Image

from desktop.problems import BadInput
from desktop.services.scanning import read_frame
from tests.services.at_work import AtWork


def picture(*texts: str, kind: str = "PNG", mode: str = "RGB") -> bytes:
    """QR codes beside one another, as a file."""
    codes = [qrcode.make(text, box_size=4).get_image().convert("L") for text in texts]
    sheet = Image.new("L", (sum(code.width for code in codes) + 40, 400), "white")
    left = 20
    for code in codes:
        sheet.paste(code, (left, 20))
        left += code.width
    out = io.BytesIO()
    sheet.convert(mode).save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "RGB"), ("PNG", "1"), ("PNG", "RGBA"), ("JPEG", "L"), ("BMP", "RGB")]
)
def test_a_photo_of_a_slip_gives_its_token(centre: AtWork, kind: str, mode: str) -> None:
    (paper,) = centre.do.slips.print_thanks(1, 60)
    (text,) = centre.do.slips.read_image(picture(paper.token, kind=kind, mode=mode))
    assert text == paper.token
    assert centre.do.slips.check(text).is_good


def test_what_a_camera_sees_is_read_without_a_file(centre: AtWork) -> None:
    (paper,) = centre.do.slips.print_thanks(1, 60)
    with Image.open(io.BytesIO(picture(paper.token))) as seen:
        frame = seen.convert("L")
    assert read_frame(frame.tobytes(), frame.size) == [paper.token]
    assert read_frame(bytes(64 * 48), (64, 48)) == []


def test_every_slip_on_a_sheet_is_read(centre: AtWork) -> None:
    tokens = [paper.token for paper in centre.do.slips.print_thanks(3, 60)]
    assert sorted(centre.do.slips.read_image(picture(*tokens))) == sorted(tokens)


@pytest.mark.parametrize("mode", ["L", "I;16"])
def test_faded_ink_on_grey_paper_is_read(centre: AtWork, mode: str) -> None:
    (paper,) = centre.do.slips.print_thanks(1, 60)
    with Image.open(io.BytesIO(picture(paper.token, mode="L"))) as sharp:
        faded = sharp.point(lambda light: 60 + light * 140 // 255)
    deep = Image.frombytes("I;16", faded.size, b"".join(bytes([7, light]) for light in faded.tobytes()))
    out = io.BytesIO()
    (deep if mode == "I;16" else faded).save(out, "PNG")
    assert centre.do.slips.read_image(out.getvalue()) == [paper.token]


def test_a_picture_without_a_code_gives_nothing(centre: AtWork) -> None:
    out = io.BytesIO()
    Image.new("RGB", (300, 300), "white").save(out, "PNG")
    assert centre.do.slips.read_image(out.getvalue()) == []


def bomb(side: int) -> bytes:
    """A small PNG that says it is huge."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "raw",
    [b"", b"just text", b"%PDF-1.7", picture("TC1")[:200], bomb(200), bomb(9_000), bomb(60_000), b"\0" * 30_000_001],
)
def test_what_is_no_picture_says_so(centre: AtWork, raw: bytes) -> None:
    with pytest.raises(BadInput, match="picture"):
        centre.do.slips.read_image(raw)
