"""How things look: the colours of the four themes, and the sizes of one screen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from math import ceil
from types import MappingProxyType
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

import assets

FAMILY: Final = "Atkinson Hyperlegible Next"

_LIGHT_AREAS: Final = {
    "helped": "#FFE3DA",
    "choose": "#DCEBFF",
    "week": "#DFF3E1",
    "credits": "#FFF1CC",
    "spend": "#EBE2FF",
    "say": "#D7F2F0",
    "thank": "#FFE0EE",
    "me": "#FFFFFF",
}


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as ``#RRGGBB``.

    fill: what fills coins, jars and clocks. plate: what lies under a coloured picture, if it needs anything.
    ring: the focus ring's bands from the outside in, 5 px each. areas: tints by area; empty where a theme has none.
    """

    name: str
    paper: str
    ink: str
    tile: str
    fill: str
    rim: str
    plate: str | None
    ring: tuple[str, ...]
    areas: Mapping[str, str]
    tint_is_band: bool = False
    line_art: bool = False

    @property
    def on_fill(self) -> str:
        """What stands out on what fills coins, jars and clocks: the paper where the ink is light too."""
        return self.ink if self.plate is None and not self.line_art else self.paper


CALM_LIGHT: Final = Theme(
    name="calm-light",
    paper="#FAF6EE",
    ink="#1C2430",
    tile="#FFFFFF",
    fill="#FFC93C",
    rim="#FFE08A",
    plate=None,
    ring=("#1C2430", "#FFC93C"),
    areas=MappingProxyType(_LIGHT_AREAS),
)
CALM_DARK: Final = Theme(
    name="calm-dark",
    paper="#16202B",
    ink="#F4EFE4",
    tile="#22303E",
    fill="#FFC93C",
    rim="#FFE08A",
    plate="#F4EFE4",
    ring=("#F4EFE4", "#FFC93C"),
    areas=MappingProxyType(_LIGHT_AREAS),
    tint_is_band=True,
)


def _two_colours(name: str, paper: str, ink: str) -> Theme:
    return Theme(
        name=name,
        paper=paper,
        ink=ink,
        tile=paper,
        fill=ink,
        rim=paper,
        plate=None,
        ring=(ink, paper, ink),
        areas=MappingProxyType({}),
        line_art=True,
    )


BLACK_ON_YELLOW: Final = _two_colours("black-on-yellow", "#FFE500", "#000000")
YELLOW_ON_BLACK: Final = _two_colours("yellow-on-black", "#000000", "#FFE500")

THEMES: Final[Mapping[str, Theme]] = MappingProxyType(
    {theme.name: theme for theme in (CALM_LIGHT, CALM_DARK, BLACK_ON_YELLOW, YELLOW_ON_BLACK)}
)

# By text size in percent: heading, tile, least, words on the bottom bar.
_TEXT_PX: Final = {100: (44, 32, 24, 28), 150: (50, 42, 36, 38), 200: (60, 52, 48, 48)}
_BOTTOM_PX: Final = {100: 128, 150: 140, 200: 152}
_NARROW_PX: Final = 1100
_WIDE_PX: Final = 1800


@dataclass(frozen=True, slots=True)
class Look:
    """What one screen is drawn with; every size on it follows from these values.

    left_handed: what lies at the edges changes sides, so that no arm lies over the screen; what is read stays.
    """

    theme: Theme = field(default=CALM_LIGHT)
    text_percent: int = 100
    width: int = 1366
    height: int = 768
    px_per_mm: float = 3.8
    right_to_left: bool = False
    left_handed: bool = False

    margin = 32
    gap = 24
    bar_gap = 16
    outline = 3
    foot = 10
    radius = 20
    least_picture = 80

    @property
    def edges_turned(self) -> bool:
        """Whether the places at the edges lie on the other side than in a language read from the left."""
        return self.right_to_left != self.left_handed

    @property
    def target_px(self) -> int:
        """The least width and height of anything pressable on a member screen."""
        return max(96, ceil(20 * self.px_per_mm))

    @property
    def heading_px(self) -> int:
        """Text height of the question at the top."""
        return _TEXT_PX[self.text_percent][0]

    @property
    def tile_px(self) -> int:
        """Text height of a tile's label."""
        return _TEXT_PX[self.text_percent][1]

    @property
    def least_px(self) -> int:
        """Text height of the smallest words on a member screen."""
        return _TEXT_PX[self.text_percent][2]

    @property
    def bar_px(self) -> int:
        """Text height of the words on the bottom bar."""
        return _TEXT_PX[self.text_percent][3]

    @property
    def top_bar(self) -> int:
        """Height of the bar with photo, question, Help and speaker."""
        return max(120, self.target_px + 24)

    @property
    def bottom_bar(self) -> int:
        """Height of the bar with Back, Home and the right-hand place."""
        return max(_BOTTOM_PX[self.text_percent], self.target_px + 32)

    @property
    def tiles_a_page(self) -> int:
        """How many tiles one page holds; the rest come by More."""
        if self.text_percent == 200:  # noqa: PLR2004 - the three text sizes are 100, 150 and 200
            return 6 if self.width >= _WIDE_PX else 4
        return 4 if self.text_percent == 150 and self.width < _NARROW_PX else 6  # noqa: PLR2004 - as above

    @property
    def faces_a_page(self) -> int:
        """How many faces, or secret pictures, one page holds."""
        return 12 if self.text_percent == 100 else self.tiles_a_page * 4 // 3  # noqa: PLR2004 - as above

    @property
    def shows_name(self) -> bool:
        """Whether there is room for a name beside the photo."""
        return self.text_percent == 100 and self.width >= _NARROW_PX  # noqa: PLR2004 - as above

    @property
    def staff_px(self) -> int:
        """Text height on staff screens, whose text grows to 150 %."""
        return 18 * min(self.text_percent, 150) // 100

    @property
    def staff_target(self) -> int:
        """The least height of anything pressable on a staff screen."""
        return 64

    def tint(self, area: str | None) -> str:
        """The ground of a tile or panel of an area."""
        if area is None or self.theme.tint_is_band:
            return self.theme.tile
        return self.theme.areas.get(area, self.theme.tile)

    def band(self, area: str | None) -> str | None:
        """The colour of the band at a tile's leading edge, in the theme that marks areas so."""
        return self.theme.areas.get(area) if area and self.theme.tint_is_band else None


@lru_cache(maxsize=64)
def font(px: int, *, bold: bool = True) -> QFont:
    """Our one typeface at a height in pixels."""
    made = QFont(FAMILY)
    made.setPixelSize(px)
    made.setBold(bold)
    return made


def load_fonts() -> None:
    """Make the shipped typeface known to Qt; once, after the application exists."""
    for face in assets.fonts():
        QFontDatabase.addApplicationFontFromData(face)
