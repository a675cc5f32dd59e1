"""What happens to a whole printed slip, and how a webcam of 1280 by 720 sees it: the real layout, in grey."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Final, TypeAlias

from PIL import Image, ImageChops, ImageDraw, ImageFilter
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from desktop.services.papers import SlipPaper
from desktop.views.printing.jobs import preview
from desktop.views.printing.slip_face import SLIP_HEIGHT_MM, SLIP_WIDTH_MM, SYMBOL_MM
from desktop.views.printing.slips import slip_place, slip_sheets
from desktop.views.texts import Texts

Wear: TypeAlias = Callable[[Image.Image, Random], Image.Image]

PX_A_MM: Final = 12  # about 300 dots an inch
FRAME: Final = (1280, 720)

_A4_MM: Final = 297
_WHITE: Final = 255
_DESK: Final = 96
_SYMBOL_MM: Final = (6.2, 6.2, 6.2 + SYMBOL_MM, 6.2 + SYMBOL_MM)  # where it lies on the slip


@dataclass(frozen=True, slots=True)
class Camera:
    """How a slip is held up. symbol_px: how wide its symbol is in the picture; 220 is 20 cm away.

    turn, tilt: at most so many degrees, and so large a part of its width by which one side is further away. blur_px,
    noise: of the lens and the sensor. dim: how dark the darker side is, 0 to 1. screen: it is shown on a telephone.
    """

    symbol_px: int = 220
    turn: float = 8
    tilt: float = 0.06
    blur_px: float = 0.8
    noise: float = 8
    dim: float = 0.25
    screen: bool = False

    def sees(self, slip: Image.Image, chance: Random) -> Image.Image:
        """One picture; the hand moves from one to the next."""
        shown = _on_screen(slip, chance) if self.screen else slip
        wide = round(SLIP_WIDTH_MM * self.symbol_px / SYMBOL_MM)
        size = wide, round(wide * SLIP_HEIGHT_MM / SLIP_WIDTH_MM)
        small = _leaning(shown, self.tilt, chance).resize(size, Image.Resampling.BOX)
        turned = small.rotate(
            chance.uniform(-self.turn, self.turn), Image.Resampling.BICUBIC, expand=True, fillcolor=_DESK
        )
        frame = Image.new("L", FRAME, _DESK)
        left, top = ((whole - part) // 2 for whole, part in zip(FRAME, turned.size, strict=True))
        frame.paste(turned, (left + chance.randint(-30, 30), top + chance.randint(-30, 30)))
        lit = _lit(frame, self.dim, chance).filter(ImageFilter.GaussianBlur(self.blur_px))
        return ImageChops.add(lit, Image.effect_noise(FRAME, self.noise), offset=-128)


def raster(slip: SlipPaper, texts: Texts) -> Image.Image:
    """The slip as it is printed, cut out of its sheet."""
    sheet = preview(slip_sheets([slip], texts), _A4_MM * PX_A_MM)
    place = slip_place(0)
    cut = QRect(*(round(mm * PX_A_MM) for mm in (place.left(), place.top(), place.width(), place.height())))
    grey = sheet.copy(cut).convertToFormat(QImage.Format.Format_Grayscale8)
    return Image.frombytes("L", (grey.width(), grey.height()), bytes(grey.constBits()), "raw", "L", grey.bytesPerLine())


def new(slip: Image.Image, _chance: Random) -> Image.Image:
    """Fresh from the printer."""
    return slip


def folded(folds: int, depth: float) -> Wear:
    """Creases across the code, upright and level in turn: ink cracks off along them, the paper beside lies in shade."""

    def fold(slip: Image.Image, chance: Random) -> Image.Image:
        left, top, right, bottom = _symbol_px()
        for number in range(folds):
            at, slope = chance.uniform(0.25, 0.75), chance.uniform(-60, 60)
            if (number + chance.randint(0, 1)) % 2:
                x = left + at * (right - left)
                ends = ((x - slope, 0.0), (x + slope, float(slip.height)))
            else:
                y = top + at * (bottom - top)
                ends = ((0.0, y - slope), (float(slip.width), y + slope))
            shade = Image.new("L", slip.size, _WHITE)
            ImageDraw.Draw(shade).line(ends, fill=_WHITE - round(130 * depth), width=round(30 * depth))
            slip = ImageChops.multiply(slip, shade.filter(ImageFilter.GaussianBlur(8)))
            ImageDraw.Draw(slip).line(ends, fill=_WHITE, width=round(12 * depth))
        return slip

    return fold


def coffee(rings: int, darkness: int) -> Wear:
    """Rings of a cup over the code, and what ran down inside them: darker paper, and ink still darker."""

    def spill(slip: Image.Image, chance: Random) -> Image.Image:
        left, top, right, bottom = _symbol_px()
        stain = Image.new("L", slip.size, _WHITE)
        drawing = ImageDraw.Draw(stain)
        for _ in range(rings):
            x, y, r = chance.uniform(left, right), chance.uniform(top, bottom), chance.uniform(170, 260)
            box = (x - r, y - r, x + r, y + r)
            drawing.ellipse(box, fill=_WHITE - darkness // 2, outline=_WHITE - darkness, width=26)
        return ImageChops.multiply(slip, stain.filter(ImageFilter.GaussianBlur(3)))

    return spill


def toner_lost(streaks: int, width_mm: float) -> Wear:
    """White streaks down the slip: a worn drum, or a cartridge that is nearly empty."""

    def lose(slip: Image.Image, chance: Random) -> Image.Image:
        left, _, right, _ = _symbol_px()
        drawing = ImageDraw.Draw(slip := slip.copy())
        for _ in range(streaks):
            x, half = chance.uniform(left, right), width_mm * PX_A_MM / 2
            drawing.rectangle((x - half, 0, x + half, slip.height), fill=_WHITE)
        return slip

    return lose


def toner_specks(part: float) -> Wear:
    """Toner that did not stick: small round holes over a part (0 to 1) of the slip."""

    def speckle(slip: Image.Image, chance: Random) -> Image.Image:
        drawing, lost = ImageDraw.Draw(slip := slip.copy()), 0.0
        while lost < part * slip.width * slip.height:
            r, x, y = chance.uniform(2, 9), chance.uniform(0, slip.width), chance.uniform(0, slip.height)
            drawing.ellipse((x - r, y - r, x + r, y + r), fill=_WHITE)
            lost += 3.14 * r * r
        return slip

    return speckle


def grey_paper(light: int, ink: int) -> Wear:
    """Recycled paper and thin ink: so light the paper, so dark the ink, of 255."""
    table = [ink + level * (light - ink) // _WHITE for level in range(256)]

    def print_grey(slip: Image.Image, chance: Random) -> Image.Image:
        flecks = Image.effect_noise(slip.size, 14).filter(ImageFilter.GaussianBlur(2))
        return ImageChops.add(slip.point(table), flecks, offset=-128 + chance.randint(-2, 2))

    return print_grey


def glossy(part: float, brightness: int) -> Wear:
    """A lamp in a shiny slip: a soft bright spot over the code, so large a part of its width."""

    def shine(slip: Image.Image, chance: Random) -> Image.Image:
        left, top, right, bottom = _symbol_px()
        x, y, r = chance.uniform(left, right), chance.uniform(top, bottom), part * (right - left) / 2
        glare = Image.new("L", slip.size, 0)
        ImageDraw.Draw(glare).ellipse((x - r, y - r * 0.6, x + r, y + r * 0.6), fill=brightness)
        return ImageChops.add(slip, glare.filter(ImageFilter.GaussianBlur(r / 3)))

    return shine


def _symbol_px() -> tuple[float, ...]:
    return tuple(mm * PX_A_MM for mm in _SYMBOL_MM)


def _leaning(slip: Image.Image, tilt: float, chance: Random) -> Image.Image:
    """One side further away than the other: a projection, as through a lens."""
    across, down = chance.uniform(-tilt, tilt) / slip.width, chance.uniform(-tilt, tilt) / slip.height
    # So that the middle stays in the middle, whichever side leans back.
    middle = 1 + across * slip.width / 2 + down * slip.height / 2
    terms = (middle, 0, 0, 0, middle, 0, across, down)
    return slip.transform(slip.size, Image.Transform.PERSPECTIVE, terms, Image.Resampling.BICUBIC, fillcolor=_DESK)


def _lit(frame: Image.Image, dim: float, chance: Random) -> Image.Image:
    light = Image.linear_gradient("L").rotate(chance.choice((0, 90, 180, 270))).resize(frame.size)
    darkest = round(_WHITE * (1 - dim))
    return ImageChops.multiply(
        frame, light.point([darkest + level * (235 - darkest) // _WHITE for level in range(256)])
    )


def _on_screen(slip: Image.Image, chance: Random) -> Image.Image:
    """A telephone's picture of it: black that glows, a grid of dots, and a band of the lamp above."""
    glowing = slip.point([28 + level * 212 // _WHITE for level in range(256)])
    step = chance.choice((3, 4, 5))
    dots = Image.new("L", (step, step), _WHITE)
    dots.paste(205, (0, 0, 1, step))
    dots.paste(205, (0, 0, step, 1))
    grid = Image.new("L", slip.size)
    for y in range(0, slip.height, step):
        for x in range(0, slip.width, step):
            grid.paste(dots, (x, y))
    seen = ImageChops.multiply(glowing, grid)
    band = Image.new("L", slip.size, 0)
    at = chance.uniform(0.1, 0.9) * slip.width
    ImageDraw.Draw(band).line(((at, 0), (at + chance.uniform(-200, 200), slip.height)), fill=60, width=90)
    return ImageChops.add(seen, band.filter(ImageFilter.GaussianBlur(25)))
