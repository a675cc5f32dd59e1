"""Every shipped picture can be found, drawn, and drawn again in one ink."""

import re
import xml.etree.ElementTree as ET

import pytest

from assets import (
    NoSuchPicture,
    asset,
    has_picture,
    is_photo,
    is_picture_id,
    openmoji_drawings,
    picture_bytes,
    picture_lines,
)
from assets.people import person_pictures

INK = "#FFE500"
OWN = sorted(
    f"gh:{file.name.removesuffix('.svg')}" for file in asset("pictures").iterdir() if file.name.endswith(".svg")
)
SAMPLE = sorted(
    f"om:{file.name.removesuffix('.svg')}" for file in openmoji_drawings().iterdir() if file.name.endswith(".svg")
)[::61]
NEEDED = (
    "tick arrow-left arrow-right undo raised-hand speaker home door jar coin key-pad slip printer "
    "printer-no-paper disk-full hourglass someone-with-me on-my-own dashed-coin staff-lock practice quiet "
    "step-free cross clock-badge wrong-place not-from-here used-slip not-a-slip question camera photo group-circle "
    "group-square group-star group-leaf group-sun group-wave"
)


def test_every_picture_the_screens_name_is_drawn() -> None:
    assert [name for name in NEEDED.split() if not has_picture(f"gh:{name}")] == []


@pytest.mark.parametrize("picture", OWN)
def test_our_own_pictures_have_colour_and_line(picture: str) -> None:
    ids = [group.get("id", "") for group in ET.fromstring(picture_bytes(picture))]  # noqa: S314 - our own file

    assert any(name.startswith("line") for name in ids)


@pytest.mark.parametrize("picture", [*OWN, *SAMPLE])
def test_line_art_has_one_ink_and_nothing_else(picture: str) -> None:
    svg = picture_lines(picture, INK).decode()
    colours = set(re.findall(r'(?:fill|stroke|color)="([^"]+)"', svg))

    assert colours <= {INK, "none"}
    assert f'fill="{INK}"' in svg.split(">", 1)[0], "parts without a colour of their own take the ink"
    assert 'display="none"' not in svg


@pytest.mark.parametrize("picture", [*OWN, *SAMPLE])
def test_line_art_is_not_empty(picture: str) -> None:
    parts = {part.tag.rsplit("}", 1)[1] for part in ET.fromstring(picture_lines(picture, INK)).iter()}  # noqa: S314

    assert parts & {"path", "circle", "line", "rect", "polyline", "polygon", "ellipse"}


@pytest.mark.parametrize(
    "text", ["om:1f9f9", "om:", "gh:../words/en", "gh:Tick", "ph:12", "1F9F9", "", "om:../../1F9F9"]
)
def test_anything_else_is_no_id(text: str) -> None:
    assert not is_picture_id(text)
    assert not has_picture(text)


@pytest.mark.parametrize("picture", ["gh:no-such-thing", "om:ABCDE", "ph:" + "0" * 64])
def test_an_unknown_picture_says_so(picture: str) -> None:
    assert is_picture_id(picture)
    with pytest.raises(NoSuchPicture):
        picture_bytes(picture)


def test_a_photo_is_told_apart_from_a_drawing() -> None:
    assert is_photo("ph:" + "ab" * 32)
    assert not is_photo("gh:photo")


def test_people_are_adults_with_a_skin_tone_and_never_yellow() -> None:
    people = person_pictures()

    assert len(people) >= 40
    assert len({person.picture for person in people}) == len({person.name for person in people}) == len(people)
    for person in people:
        skin = re.search(r'<g id="skin">(.*?)</g>', picture_bytes(person.picture).decode(), re.DOTALL)
        assert skin, person.name
        assert "fcea2b" not in skin[1].lower(), person.name


def test_two_people_differ_in_line_alone() -> None:
    """In themes of two colours hair and skin have no colour, so clothes or things must differ."""
    drawn = {picture_lines(person.picture, INK) for person in person_pictures()}

    assert len(drawn) == len(person_pictures())
