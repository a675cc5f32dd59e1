"""A slip is read off worn paper by a poor webcam: a few of each wear here, many by `tests.bench.bench_decode`."""

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication
from qrcode import constants

from desktop.views.texts import Texts
from tests.bench.bench_decode import LOOKS, is_read, level
from tests.views.printing import wear
from tests.views.printing.examples import a_slip
from tests.views.printing.wear import Camera, Wear

MILD = {
    "fresh": (wear.new, Camera(), 6),
    "blur": (wear.new, Camera(blur_px=1.5), 6),
    "noise": (wear.new, Camera(noise=20), 6),
    "few pixels": (wear.new, Camera(160), 6),
    "upside down": (wear.new, Camera(turn=180), 6),
    "held aslant": (wear.new, Camera(tilt=0.35), 6),
    "a window on one side": (wear.new, Camera(dim=0.7), 6),
    "folded twice": (wear.folded(2, 1.0), Camera(), 5),
    "coffee": (wear.coffee(1, 90), Camera(), 5),
    "a streak of lost toner": (wear.toner_lost(1, 0.5), Camera(), 4),
    "specks of lost toner": (wear.toner_specks(0.01), Camera(), 4),
    "grey paper": (wear.grey_paper(160, 70), Camera(), 6),
    "a lamp in the gloss": (wear.glossy(0.3, 230), Camera(), 4),
    "on a telephone": (wear.new, Camera(180, screen=True), 6),
    "dark and noisy, brought nearer": (wear.new, Camera(300, noise=50), 6),
}
"""Damage, camera, and how many of six must be read within three looks."""


Slips = list[tuple[str, Image.Image]]


@pytest.fixture(scope="module")
def slips(qapp: QApplication) -> Slips:
    """Token and look of a few slips, as they are printed."""
    del qapp
    papers = [a_slip(number) for number in range(6)]
    return [(paper.token, wear.raster(paper, Texts())) for paper in papers]


@pytest.mark.parametrize("how", MILD, ids=lambda how: how.replace(" ", "-"))
def test_worn_slips_are_read(how: str, slips: Slips) -> None:
    damage, camera, least = MILD[how]
    assert _read(damage, camera, slips) >= least


def test_what_cannot_be_read_is_not_read(slips: Slips) -> None:
    """The measure can fail: a symbol of sixty pixels has not two for a module."""
    assert _read(wear.new, Camera(60), slips) == 0


def test_the_bench_prints_with_the_error_correction_it_names(slips: Slips) -> None:
    paper, usual = a_slip(0), slips[0][1]
    with level(constants.ERROR_CORRECT_M):
        other = wear.raster(paper, Texts())
    assert usual.size == other.size
    assert usual.tobytes() != other.tobytes()
    assert wear.raster(paper, Texts()).tobytes() == usual.tobytes()


def _read(damage: Wear, camera: Camera, slips: Slips) -> int:
    looks = [is_read(slip, token, (damage, camera), number) for number, (token, slip) in enumerate(slips)]
    return sum(0 < look <= LOOKS for look in looks)
