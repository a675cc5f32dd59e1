"""How large things on a week's sheet are drawn: the largest that fits on the fewest pages, never under 14 points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desktop.views.printing.lettering import LEAST_PT
from desktop.views.texts import Texts

LEAST_PICTURE_MM: Final = 18.0
MOST_LINES: Final = 14

_NEEDS: Final = 2.4
_TALL_NEEDS: Final = 1.25
_ABREAST: Final = 1.08


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes. label_pts: of what it is, largest first; words_pt: of all else; the rest in millimetres.

    is_tall: the clock stands below the picture, not beside it.
    """

    picture_mm: float
    clock_mm: float
    label_pts: tuple[int, ...]
    words_pt: int
    face_mm: float
    heading_pts: tuple[int, ...]
    is_tall: bool = False

    @property
    def least_column_mm(self) -> float:
        """The narrowest column in which a picture and its clock have room."""
        return self.picture_mm * (_TALL_NEEDS if self.is_tall else _NEEDS)


SCALES: Final = (
    Scale(52, 22, (30, 28, 26, 24), 22, 17, (26, 24, 22, 20, 18, 16, LEAST_PT), is_tall=True),
    Scale(38, 15, (22, 20, 18), 16, 13, (22, 20, 18, 16, LEAST_PT), is_tall=True),
    Scale(34, 20, (26, 24, 22, 20), 20, 15, (24, 22, 20, 18, 16, LEAST_PT)),
    Scale(28, 17, (22, 20, 18), 18, 13, (22, 20, 18, 16, LEAST_PT)),
    Scale(23, 14, (18, 16), 16, 11, (20, 18, 16, LEAST_PT)),
    Scale(20, 12, (16, LEAST_PT), LEAST_PT, 9, (18, 16, LEAST_PT)),
    Scale(LEAST_PICTURE_MM, 10, (LEAST_PT,), LEAST_PT, 8, (16, LEAST_PT)),
    Scale(LEAST_PICTURE_MM, 10, (LEAST_PT,), LEAST_PT, 8, (LEAST_PT,), is_tall=True),
)


@dataclass(frozen=True, slots=True)
class Style:
    """How a sheet shows what there is to do.

    is_for_all: on a wall, where nobody who comes is named. most_lines: of any one text, then an ellipsis.
    """

    scale: Scale
    texts: Texts
    is_for_all: bool = False
    most_lines: int = MOST_LINES


def scales_for(column_mm: float) -> tuple[Scale, ...]:
    """The scales at which a picture and its clock have room in so wide a column, largest first; the last always."""
    return tuple(scale for scale in SCALES[:-1] if scale.least_column_mm <= column_mm) or SCALES[-1:]


def abreast(column_mm: float, scale: Scale) -> int:
    """How many things go beside one another in so wide a column."""
    return max(1, int(column_mm / (scale.least_column_mm * _ABREAST)))


def most_growth_mm(column_mm: float, scale: Scale) -> float:
    """How much larger a picture may become where there is room to spare, before it is too wide for its column."""
    return max(0.0, column_mm * (0.85 if scale.is_tall else 0.48) - scale.picture_mm)
