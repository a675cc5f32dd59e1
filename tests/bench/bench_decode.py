"""Whether slips are read off worn paper by a poor webcam, with error correction M and Q, in the real layout.

By hand: ``python -m tests.bench.bench_decode [slips] [--pictures DIR]``. Percent read at the first look, and within
three looks, since a person holds a slip up until it beeps. The table is in docs/decisions/141.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random
from typing import Final

from PIL import Image
from qrcode import constants

from desktop.services.scanning import read_frame
from desktop.views.printing import qr
from desktop.views.printing.jobs import without_screen
from desktop.views.texts import Texts
from tests.views.printing import wear
from tests.views.printing.examples import a_slip
from tests.views.printing.wear import Camera, Wear

LOOKS: Final = 3
LEVELS: Final = {"M": constants.ERROR_CORRECT_M, "Q": constants.ERROR_CORRECT_Q}
CONDITIONS: Final[dict[str, dict[str, tuple[Wear, Camera]]]] = {
    "as printed": {"20 cm": (wear.new, Camera())},
    "blur": {f"{px} px": (wear.new, Camera(blur_px=px)) for px in (1.2, 1.5, 1.8)},
    "noise": {f"± {of}": (wear.new, Camera(noise=of)) for of in (20, 35, 50)},
    "low resolution": {f"{px} px": (wear.new, Camera(px)) for px in (160, 130, 110)},
    "rotation": {f"to {by}°": (wear.new, Camera(turn=by)) for by in (20, 45, 180)},
    "perspective": {f"{by:.0%}": (wear.new, Camera(tilt=by)) for by in (0.2, 0.35, 0.5)},
    "uneven light": {f"{by:.0%} darker": (wear.new, Camera(dim=by)) for by in (0.5, 0.7, 0.85)},
    "folds across the code": {f"{n} deep": (wear.folded(n, 1.0), Camera()) for n in (1, 2, 3)},
    "coffee stain": {f"{n} × {d}": (wear.coffee(n, d), Camera()) for n, d in ((1, 90), (2, 120), (3, 150))},
    "toner streaks": {f"{n} × {mm} mm": (wear.toner_lost(n, mm), Camera()) for n, mm in ((1, 0.5), (2, 0.5), (1, 1.0))},
    "toner specks": {f"{part:.0%}": (wear.toner_specks(part), Camera()) for part in (0.01, 0.02, 0.04)},
    "grey paper": {f"{p} / {i}": (wear.grey_paper(p, i), Camera()) for p, i in ((190, 40), (160, 70), (140, 90))},
    "glossy glare": {f"{of:.0%}": (wear.glossy(of, 230), Camera()) for of in (0.2, 0.3, 0.4)},
    "photo of a screen": {f"{px} px": (wear.new, Camera(px, screen=True)) for px in (220, 180, 150)},
}


@contextmanager
def level(which: int) -> Iterator[None]:
    """Print with this error correction."""
    usual = qr.modules
    qr.modules = partial(usual, level=which)  # type: ignore[assignment]  # what draws it looks it up by this name
    try:
        yield
    finally:
        qr.modules = usual


def is_read(slip: Image.Image, token: str, how: tuple[Wear, Camera], number: int) -> int:
    """At which look it is read, from 1; 0 if at none. The damage stays the same while hand and light move."""
    chance, (damage, camera) = Random(number), how
    worn = damage(slip, chance)
    for look in range(1, LOOKS + 1):
        if token in read_frame(camera.sees(worn, chance).tobytes(), wear.FRAME):
            return look
    return 0


def main(count: int, pictures: Path | None) -> None:
    """Print the table."""
    _application, texts = without_screen(), Texts()
    slips = {}
    for name, which in LEVELS.items():
        with level(which):
            papers = [a_slip(number) for number in range(count)]
            slips[name] = [(paper.token, wear.raster(paper, texts)) for paper in papers]
    sys.stdout.write("| | M first | M in three | Q first | Q in three |\n|---|---|---|---|---|\n")
    for family, cases in CONDITIONS.items():
        for case, how in cases.items():
            if pictures is not None:
                _keep(slips, how, pictures / f"{family} {case}.png".replace(" ", "-").replace("/", "-"))
            found = {
                name: [is_read(slip, token, how, n) for n, (token, slip) in enumerate(some)]
                for name, some in slips.items()
            }
            shares = [_share(looks, most) for looks in found.values() for most in (1, LOOKS)]
            sys.stdout.write(f"| {family}: {case} | {' | '.join(map(str, shares))} |\n")
            sys.stdout.flush()


def _share(looks: list[int], most: int) -> int:
    return 100 * sum(0 < look <= most for look in looks) // len(looks)


def _keep(slips: dict[str, list[tuple[str, Image.Image]]], how: tuple[Wear, Camera], path: Path) -> None:
    chance = Random(0)
    path.parent.mkdir(parents=True, exist_ok=True)
    how[1].sees(how[0](slips["Q"][0][1], chance), chance).save(path)


if __name__ == "__main__":
    given = sys.argv[1:]
    kept = Path(given[given.index("--pictures") + 1]) if "--pictures" in given else None
    main(int(given[0]) if given and given[0].isdigit() else 40, kept)
