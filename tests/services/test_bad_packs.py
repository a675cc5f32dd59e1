"""Tricks refuse a pack whole; a file that is no good picture is named and left out; a drawing only draws."""

import io
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from desktop.services.pack_files import BadPack
from desktop.services.pack_pictures import SIDE_PX
from desktop.services.pack_svg import UnsafeDrawing, check_drawing
from desktop.services.pack_words import name_of_file
from desktop.services.packs import PackLook
from desktop.views.parts.pack_drawing import png_of
from tests.services.a_pack import HEAD, SQUARE, looked, png, zipped


# ---- bad packs -------------------------------------------------------------------------------------------------------
def _linked(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as packed:
        one = zipfile.ZipInfo("cat.png")
        one.external_attr = (stat.S_IFLNK | 0o777) << 16
        packed.writestr(one, "/etc/passwd")
    return path


def _locked(path: Path) -> Path:
    zipped(path, {"cat.png": png("red")})
    raw = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(mark) + at] |= 1
    path.write_bytes(bytes(raw))
    return path


def _bomb(path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(3):
            packed.writestr(f"{number}.png", bytes(400_000_000))
    return path


def _huge(path: Path) -> Path:
    with path.open("wb") as file:
        file.truncate(2 * 2**30)
    return path


def _cut(path: Path) -> Path:
    zipped(path, {"cat.png": png("red")})
    path.write_bytes(path.read_bytes()[:-30])
    return path


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: zipped(path, {"../../cat.png": png("red")}), "somewhere else"),
        (lambda path: zipped(path, {"/cat.png": png("red")}), "somewhere else"),
        (lambda path: zipped(path, {"..\\cat.png": png("red")}), "somewhere else"),
        (lambda path: zipped(path, {"C:/cat.png": png("red")}), "somewhere else"),
        (_linked, "somewhere else"),
        (_locked, "password"),
        (_bomb, "larger than 1 GB"),
        (_huge, "larger than 1 GB"),
        (_cut, "damaged"),
        (lambda path: zipped(path, {"letter.txt": b"Dear all"}), "no picture"),
        (lambda path: path, "cannot be opened"),
    ],
)
def test_a_pack_with_tricks_is_refused_whole(tmp_path: Path, make: Callable[[Path], Path], says: str) -> None:
    with pytest.raises(BadPack, match=says):
        PackLook(make(tmp_path / "pack.zip"), png_of)


def test_a_folder_with_a_shortcut_is_refused_whole(tmp_path: Path) -> None:
    tmp_path.joinpath("cat.png").write_bytes(png("red"))
    tmp_path.joinpath("home").symlink_to(Path.home())
    with pytest.raises(BadPack, match="home leads to somewhere else"):
        PackLook(tmp_path, png_of)


def test_names_in_other_scripts_are_read(tmp_path: Path) -> None:
    path = tmp_path / "pack.zip"
    zipped(path, {"ŵyr â tŷ.png": png("red"), "चाय.png": png("green"), "شاي.png": png("blue")})
    assert {one.name for one in looked(path).pictures.values()} == {"ŵyr â tŷ", "चाय", "شاي"}
    said_nothing = path.read_bytes().replace("चाय".encode(), "चाय".encode())
    raw = bytearray(said_nothing)
    for mark, at in ((b"PK\x03\x04", 7), (b"PK\x01\x02", 9)):
        start = 0
        while (start := raw.find(mark, start)) >= 0:
            raw[start + at] &= 0xF7
            start += 4
    path.write_bytes(bytes(raw))
    assert {one.name for one in looked(path).pictures.values()} == {"ŵyr â tŷ", "चाय", "شاي"}


def test_files_that_are_no_good_pictures_are_named_and_left_out(tmp_path: Path) -> None:
    moving = io.BytesIO()
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    frames[0].save(moving, "GIF", save_all=True, append_images=frames[1:])
    bomb = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(bomb, "PNG")
    files = {
        "bomb.png": bomb.getvalue(),
        "broken.png": png("red")[:50],
        "cat.png": png("red"),
        "letter.png": b"Dear all",
        "moving.gif": moving.getvalue(),
        "program.exe": b"MZ",
        "script.svg": HEAD + b"<script>alert(1)</script></svg>",
    }
    look = looked(zipped(tmp_path / "pack.zip", files))
    assert [one.name for one in look.pictures.values()] == ["cat"]
    assert dict(look.left_out) == {
        "bomb.png": "has too many dots",
        "broken.png": "is no picture, or it is damaged",
        "letter.png": "is no picture, or it is damaged",
        "moving.gif": "moves",
        "program.exe": "is no picture",
        "script.svg": "has a script",
    }


def test_a_picture_lies_upright_and_says_nothing_of_where_it_was_taken(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned
    exif[0x010F] = "A telephone"
    out = io.BytesIO()
    photo = Image.new("RGB", (400, 200), "white")
    ImageDraw.Draw(photo).rectangle((0, 0, 199, 199), fill="red")
    photo.save(out, "JPEG", exif=exif)
    (taken,) = looked(zipped(tmp_path / "p.zip", {"us.jpg": out.getvalue()})).pictures.values()
    shown = Image.open(io.BytesIO(taken.dots))
    assert len(shown.getexif()) == 0
    red, _, blue = shown.convert("RGB").getpixel((SIDE_PX // 2, SIDE_PX // 5))  # type: ignore[misc]
    assert red > 200
    assert blue < 60


@pytest.mark.parametrize(
    "inside",
    [
        b"<script>1</script>",
        b'<rect onload="alert(1)"/>',
        b'<image xlink:href="https://example.org/a.png"/>',
        b'<image href="file:///etc/passwd"/>',
        b'<use href="other.svg#a"/>',
        b"<style>@import 'a.css';</style>",
        b'<rect style="fill:url(https://example.org/#a)"/>',
        b'<a xlink:href="javascript:alert(1)"><rect/></a>',
        b"<foreignObject><p>Hello</p></foreignObject>",
        b'<g id="a"><use href="#a"/></g>',
        b'<g id="b"><rect/></g><g id="c"><use href="#b"/></g><use href="#c"/>',
        b"<rect/>" * 60_000,
    ],
)
def test_a_drawing_that_does_more_than_draw_is_refused(inside: bytes) -> None:
    with pytest.raises(UnsafeDrawing):
        check_drawing(HEAD + inside + b"</svg>")


@pytest.mark.parametrize(
    "raw",
    [
        b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SQUARE,
        b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + SQUARE,
        b'<?xml-stylesheet href="a.css"?>' + SQUARE,
        b"<html></html>",
        b"no drawing at all",
        SQUARE + b" " * 2_000_001,
    ],
)
def test_what_hides_around_a_drawing_is_refused(raw: bytes) -> None:
    with pytest.raises(UnsafeDrawing):
        check_drawing(raw)


def test_ordinary_drawings_pass() -> None:
    check_drawing(
        b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">' + SQUARE
    )
    check_drawing(HEAD + b'<defs><g id="a"><rect/></g></defs><use xlink:href="#a"/><rect fill="url(#b)"/></svg>')


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("kitchen/cup_of_tea.png", "cup of tea"),
        ("2351_apple.png", "apple"),
        ("apple_2.svg", "apple"),
        ("eat_,_to.svg", "to eat"),
        ("2351.png", "2351"),
        ("Café.jpg", "Café"),
    ],
)
def test_a_file_name_says_what_a_picture_shows(path: str, name: str) -> None:
    assert name_of_file(path) == name
