"""A photo as staff want it: turned, cut to what matters, lighter or darker."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from PIL import Image, ImageEnhance

from desktop.services.pictures import PHOTO_SIDE_PX

SHAPE_SIDE_PX: Final = 1024  # kept larger until it is cut
STEPS: Final = ("larger", "smaller", "left", "right", "up", "down", "turn", "brighter", "darker")
_MOST_ZOOM: Final = 6
_MOST_LIGHT: Final = 4
_ZOOM: Final = 1.2
_LIGHT: Final = 0.15
_MOVE: Final = 0.2
_QUALITY: Final = 85
N = TypeVar("N", int, float)


@dataclass(frozen=True, slots=True)
class Shape:
    """What was done to a photo. turn: quarter turns, 0 to 3. zoom: steps in, 0 to 6. light: steps, -4 to 4.

    across, down: where the square lies in the photo, from -1 (left, top) to 1.
    """

    turn: int = 0
    zoom: int = 0
    light: int = 0
    across: float = 0.0
    down: float = 0.0

    def step(self, how: str) -> Shape:
        """One of `STEPS` further, as far as it goes. left: the square moves left, and shows what lies there."""
        match how:
            case "larger" | "smaller":
                return replace(self, zoom=_within(self.zoom + (1 if how == "larger" else -1), 0, _MOST_ZOOM))
            case "left" | "right":
                return replace(self, across=_within(self.across + (_MOVE if how == "right" else -_MOVE), -1.0, 1.0))
            case "up" | "down":
                return replace(self, down=_within(self.down + (_MOVE if how == "down" else -_MOVE), -1.0, 1.0))
            case "turn":
                return Shape(turn=(self.turn + 1) % 4, light=self.light)
            case "brighter" | "darker":
                light = self.light + (1 if how == "brighter" else -1)
                return replace(self, light=_within(light, -_MOST_LIGHT, _MOST_LIGHT))
            case _:
                msg = f"a photo cannot be made {how}"
                raise ValueError(msg)


def shaped(photo: bytes, shape: Shape) -> bytes:
    """A square JPEG of a photo that came in clean, at most 512 pixels a side."""
    with Image.open(io.BytesIO(photo), formats=("JPEG",)) as whole:
        turned = whole.convert("RGB").rotate(-90 * shape.turn, expand=True)
    side = max(1, round(min(turned.size) / _ZOOM**shape.zoom))
    left = round((turned.width - side) / 2 * (1 + shape.across))
    top = round((turned.height - side) / 2 * (1 + shape.down))
    square = turned.crop((left, top, left + side, top + side))
    square.thumbnail((PHOTO_SIDE_PX, PHOTO_SIDE_PX))
    out = io.BytesIO()
    ImageEnhance.Brightness(square).enhance(1 + _LIGHT * shape.light).save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()


def _within(value: N, least: N, most: N) -> N:
    return max(least, min(most, value))
