"""A photo is turned, cut square and given light, step by step and never further than it goes."""

import io

import pytest
from PIL import Image, ImageDraw

from desktop.services.photo_shape import STEPS, Shape, shaped


@pytest.fixture
def photo() -> bytes:
    """A wide photo: red at the left, green in the middle, blue at the right."""
    out = io.BytesIO()
    wide = Image.new("RGB", (900, 300), "green")
    ImageDraw.Draw(wide).rectangle((0, 0, 299, 299), fill="red")
    ImageDraw.Draw(wide).rectangle((600, 0, 899, 299), fill="blue")
    wide.save(out, "JPEG", quality=95)
    return out.getvalue()


def middle(jpeg: bytes) -> tuple[int, ...]:
    """The colour in the middle."""
    with Image.open(io.BytesIO(jpeg)) as seen:
        assert seen.width == seen.height
        found = seen.getpixel((seen.width // 2, seen.height // 2))
    assert isinstance(found, tuple)
    return found


def after(*steps: str) -> Shape:
    """What some steps come to."""
    shape = Shape()
    for how in steps:
        shape = shape.step(how)
    return shape


def test_the_middle_is_kept_at_first(photo: bytes) -> None:
    red, green, blue = middle(shaped(photo, Shape()))
    assert green > 100 > max(red, blue)


def test_the_square_moves_to_what_matters_and_stops_at_the_edge(photo: bytes) -> None:
    assert middle(shaped(photo, after(*["left"] * 9)))[0] > 200
    assert middle(shaped(photo, after(*["right"] * 9)))[2] > 200
    assert after(*["left"] * 9) == after(*["left"] * 5)


def test_light_and_turns(photo: bytes) -> None:
    assert middle(shaped(photo, after("brighter", "brighter")))[1] > middle(shaped(photo, Shape()))[1]
    assert middle(shaped(photo, after("darker")))[1] < middle(shaped(photo, Shape()))[1]
    assert after("turn", "turn", "turn", "turn") == Shape()
    assert middle(shaped(photo, after("turn", *["up"] * 5)))[0] > 200  # the left is now above


def test_every_step_can_be_done_as_often_as_anybody_likes(photo: bytes) -> None:
    shape = Shape()
    for how in STEPS * 9:
        shape = shape.step(how)
    assert middle(shaped(photo, shape))
    with pytest.raises(ValueError, match="upside"):
        shape.step("upside")
