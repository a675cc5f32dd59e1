"""Which error correction a slip should have: decode rates of real tokens over what happens to paper and webcams.

By hand: ``python -m tests.bench.bench_qr [tokens]``. Prints percent decoded for M and Q, with a fixed mask and with the
best of eight; the table is in docs/decisions/050.
"""

import sys
from collections.abc import Sequence
from random import Random
from typing import Final

import zxingcpp
from PIL import Image
from qrcode import constants

from desktop.views.printing.qr import Modules, modules
from desktop.views.printing.slip_face import SYMBOL_MM
from ledger.domain.slips import Slip
from ledger.wire.token import encode_slip
from tests.views.printing.damage import Damage, folded, printed, seen, speckled, stained, toner_lost, untouched

# Pixels of the symbol in the picture, and blur in pixels. 220 is 40 mm at 20 cm from a webcam of 1280 by 720.
CAMERA: Final = (220, 1.0)
FAMILIES: Final[dict[str, dict[str, tuple[Damage, tuple[int, float]]]]] = {
    "few pixels": {f"{px} px": (untouched, (px, 0.7)) for px in (220, 180, 160, 140, 130, 120)},
    "blur": {f"{px} px, blur {b}": (untouched, (px, b)) for px in (220, 180, 160) for b in (1.0, 1.5)},
    "folds": {f"{n} × {d}": (folded(n, d), CAMERA) for n in (1, 2, 3) for d in (0.6, 1.0)},
    "lost toner": {f"{n} × {mm} mm": (toner_lost(n, mm), CAMERA) for n in (1, 2) for mm in (0.5, 1.0, 1.5)},
    "specks": {f"{part:.0%}": (speckled(part), CAMERA) for part in (0.01, 0.02, 0.04)},
    "stains": {f"{n} × {mm} mm": (stained(n, mm), CAMERA) for n, mm in ((1, 4.0), (2, 3.0), (3, 3.0))},
}
KINDS: Final = {
    "M fixed": (constants.ERROR_CORRECT_M, 0),
    "M best": (constants.ERROR_CORRECT_M, None),
    "Q fixed": (constants.ERROR_CORRECT_Q, 0),
    "Q best": (constants.ERROR_CORRECT_Q, None),
}
FRAMES: Final = 3  # a person holds the slip up: any one of three pictures will do


def tokens(count: int) -> list[str]:
    """Signed tokens as a centre prints them, the same each time."""
    chance = Random(50)
    return [encode_slip(Slip(chance.getrandbits(64), 60, 2519), bytes(range(32))) for _ in range(count)]


def rate(sheets: Sequence[tuple[str, Image.Image]], damage: Damage, camera: tuple[int, float]) -> int:
    """Percent of slips read; the damage stays the same while the hand and the camera move."""
    read = 0
    for number, (token, sheet) in enumerate(sheets):
        chance = Random(number)
        worn = damage(sheet, chance)
        shot = seen(camera[0], SYMBOL_MM, camera[1])
        read += any(_reads(shot(worn, chance), token) for _ in range(FRAMES))
    return 100 * read // len(sheets)


def _reads(picture: Image.Image, token: str) -> bool:
    return any(found.text == token for found in zxingcpp.read_barcodes(picture))


def main(count: int) -> None:
    """Print the table."""
    some = tokens(count)
    sheets = {}
    for kind, (level, mask) in KINDS.items():
        found: list[Modules] = [modules(token, level=level, mask=mask) for token in some]
        sheets[kind] = [(token, printed(one, SYMBOL_MM)) for token, one in zip(some, found, strict=True)]
        sys.stdout.write(f"{kind}: {len(found[0])} modules of {SYMBOL_MM / len(found[0]):.2f} mm\n")
    sys.stdout.write(f"\n| | {' | '.join(KINDS)} |\n|---|{'---|' * len(KINDS)}\n")
    for family, cases in FAMILIES.items():
        rows = {case: [rate(sheets[kind], *how) for kind in KINDS] for case, how in cases.items()}
        for case, row in rows.items():
            _line(f"{family}: {case}", row)
        _line(f"**{family}**", [sum(column) // len(rows) for column in zip(*rows.values(), strict=True)])


def _line(name: str, row: Sequence[int]) -> None:
    sys.stdout.write(f"| {name} | {' | '.join(map(str, row))} |\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
