"""What happens to a slip between the printer and the webcam: folds, lost toner, blur, too few pixels."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Final, TypeAlias

from PIL import Image, ImageChops, ImageDraw, ImageFilter

Damage: TypeAlias = Callable[[Image.Image, Random], Image.Image]

_WHITE: Final = 255
_NOISE: Final = 17  # grey values up and down; an even spread as wide as a sigma of 10
_MARGIN_MM: Final = 6.0  # paper round the symbol; more than the quiet zone of four modules


def printed(modules: Sequence[bytes], symbol_mm: float, px_per_mm: float = 12.0) -> Image.Image:
    """A symbol as ink on white paper, grey values 0 to 255, with its quiet zone and a little more."""
    margin, side = round(_MARGIN_MM * px_per_mm), round(symbol_mm * px_per_mm)
    small = Image.new("L", (len(modules), len(modules)), _WHITE)
    small.putdata([0 if dark else _WHITE for row in modules for dark in row])
    sheet = Image.new("L", (side + 2 * margin, side + 2 * margin), _WHITE)
    sheet.paste(small.resize((side, side), Image.Resampling.NEAREST), (margin, margin))
    return sheet


def seen(symbol_px: int, symbol_mm: float, blur_px: float) -> Damage:
    """A webcam's picture: the symbol so many pixels wide, a little turned, dim on one side, noisy, out of focus."""

    def shot(sheet: Image.Image, chance: Random) -> Image.Image:
        scale = symbol_px / symbol_mm * (symbol_mm + 2 * _MARGIN_MM) / sheet.width
        size = round(sheet.width * scale)
        turned = sheet.rotate(chance.uniform(-12, 12), Image.Resampling.BICUBIC, fillcolor=_WHITE)
        tilted = turned.transform(turned.size, Image.Transform.QUAD, _corners(turned.width, chance, 0.03), 3)
        small = tilted.resize((size, size), Image.Resampling.BOX)
        return _noisy(_dimmed(small, chance).filter(ImageFilter.GaussianBlur(blur_px)), chance)

    return shot


def untouched(sheet: Image.Image, _chance: Random) -> Image.Image:
    """Paper fresh from the printer."""
    return sheet


def folded(folds: int, depth: float) -> Damage:
    """Creases through the symbol: the ink cracks off along them and the paper beside them lies in shade."""

    def fold(sheet: Image.Image, chance: Random) -> Image.Image:
        for _ in range(folds):
            sheet = _creased(sheet, chance, depth)
        return sheet

    return fold


def toner_lost(bands: int, width_mm: float, px_per_mm: float = 12.0) -> Damage:
    """White streaks down the page, as a worn drum or a nearly empty cartridge leaves them."""

    def lose(sheet: Image.Image, chance: Random) -> Image.Image:
        drawing = ImageDraw.Draw(sheet := sheet.copy())
        for _ in range(bands):
            x = chance.uniform(0.15, 0.85) * sheet.width
            half = width_mm * px_per_mm / 2
            drawing.rectangle((x - half, 0, x + half, sheet.height), fill=_WHITE)
        return sheet

    return lose


def speckled(part: float) -> Damage:
    """Toner that did not stick: small round holes over a part (0 to 1) of the paper."""

    def speckle(sheet: Image.Image, chance: Random) -> Image.Image:
        drawing = ImageDraw.Draw(sheet := sheet.copy())
        lost = 0.0
        while lost < part * sheet.width * sheet.height:
            r = chance.uniform(2, 9)
            x, y = chance.uniform(0, sheet.width), chance.uniform(0, sheet.height)
            drawing.ellipse((x - r, y - r, x + r, y + r), fill=_WHITE)
            lost += 3.14 * r * r
        return sheet

    return speckle


def stained(blots: int, radius_mm: float, px_per_mm: float = 12.0) -> Damage:
    """Dark blots: tea, ink, a thumb."""

    def stain(sheet: Image.Image, chance: Random) -> Image.Image:
        drawing = ImageDraw.Draw(sheet := sheet.copy())
        for _ in range(blots):
            r = radius_mm * px_per_mm * chance.uniform(0.7, 1.0)
            x, y = (chance.uniform(0.3, 0.8) * sheet.width for _ in "xy")
            drawing.ellipse((x - r, y - r, x + r, y + r), fill=30)
        return sheet

    return stain


def _creased(sheet: Image.Image, chance: Random, depth: float) -> Image.Image:
    size = sheet.width
    at, slope = chance.uniform(0.3, 0.7) * size, chance.uniform(-0.15, 0.15) * size
    ends = ((at - slope, -1), (at + slope, size)) if chance.random() < 0.5 else ((-1, at - slope), (size, at + slope))
    shade = Image.new("L", sheet.size, _WHITE)
    ImageDraw.Draw(shade).line(ends, fill=_WHITE - round(140 * depth), width=round(size * 0.05 * depth))
    shaded = ImageChops.multiply(sheet, shade.filter(ImageFilter.GaussianBlur(size * 0.01)))
    crack = ImageDraw.Draw(shaded)
    crack.line(ends, fill=_WHITE, width=max(1, round(size * 0.022 * depth)))
    return shaded


def _corners(size: int, chance: Random, most: float) -> tuple[float, ...]:
    """The four corners of a square, each moved a little: a slip that is not held flat before the camera."""
    corners = ((0, 0), (0, size), (size, size), (size, 0))
    return tuple(value + chance.uniform(-most, most) * size for corner in corners for value in corner)


def _dimmed(sheet: Image.Image, chance: Random) -> Image.Image:
    light = Image.linear_gradient("L").rotate(chance.choice((0, 90, 180, 270))).resize(sheet.size)
    return ImageChops.multiply(sheet, light.point([150 + level * 90 // 255 for level in range(256)]))


def _noisy(sheet: Image.Image, chance: Random) -> Image.Image:
    grains = Image.frombytes("L", sheet.size, chance.randbytes(sheet.width * sheet.height))
    return ImageChops.add(
        sheet, grains.point([128 + (level - 128) * _NOISE // 128 for level in range(256)]), offset=-128
    )
