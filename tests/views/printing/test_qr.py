"""A slip's symbol: what it holds, how large its modules are, and what it survives."""

from random import Random

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from qrcode import util

from desktop.views.printing import qr
from desktop.views.printing.slip_face import SYMBOL_MM
from tests.views.printing.damage import Damage, folded, printed, seen, stained, toner_lost, untouched
from tests.views.printing.examples import a_slip

MODULES_OF_A_TOKEN = 49  # version 8 at level Q


def test_a_token_goes_in_letter_by_letter_and_its_modules_are_large_enough() -> None:
    token = a_slip().token
    assert qr.mode_of(token) == util.MODE_ALPHA_NUM
    assert len(qr.modules(token)) == MODULES_OF_A_TOKEN
    assert qr.module_mm(token, SYMBOL_MM) >= qr.LEAST_MODULE_MM


def test_lower_case_goes_in_as_bytes_and_still_reads() -> None:
    assert qr.mode_of("tc1 ŵ") == util.MODE_8BIT_BYTE
    assert [found.text for found in zxingcpp.read_barcodes(printed(qr.modules("tc1 ŵ"), 40))] == ["tc1 ŵ"]


@given(st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=1, max_size=200))
def test_any_text_reads_back(text: str) -> None:
    assert [found.text for found in zxingcpp.read_barcodes(printed(qr.modules(text), 40, px_per_mm=6))] == [text]


def test_runs_cover_the_dark_modules_and_no_others() -> None:
    found = qr.modules(a_slip().token)
    dark = {(x + step, y) for x, y, length in qr.runs(found) for step in range(length)}
    assert dark == {(x, y) for y, row in enumerate(found) for x, module in enumerate(row) if module}


def test_no_text_too_much_text_and_too_small_a_symbol_are_faults() -> None:
    with pytest.raises(ValueError, match="needs a text"):
        qr.modules("")
    with pytest.raises(ValueError, match="too long"):
        qr.modules("A" * 5000)
    with pytest.raises(ValueError, match="too small"):
        qr.module_mm(a_slip().token, 30)


@pytest.mark.parametrize(
    ("damage", "least"),
    [(untouched, 6), (folded(1, 0.6), 6), (folded(2, 0.6), 6), (toner_lost(1, 0.5), 5), (stained(2, 3.0), 6)],
    ids=["fresh", "folded", "folded twice", "toner lost", "stained"],
)
def test_a_slip_that_lived_in_a_pocket_still_reads_at_twenty_centimetres(damage: Damage, least: int) -> None:
    """It is 220 pixels wide for a webcam of 1280 by 720; six slips with three looks each.

    A white streak through one of the three large corner squares blinds every reader, whatever the level: the code on
    the slip is for that.
    """
    shot = seen(220, SYMBOL_MM, 1.0)
    assert sum(_is_read(damage, shot, number) for number in range(6)) >= least


def _is_read(damage: Damage, shot: Damage, number: int) -> bool:
    token, chance = a_slip(number).token, Random(number)
    worn = damage(printed(qr.modules(token), SYMBOL_MM), chance)
    return any(found.text == token for _ in range(3) for found in zxingcpp.read_barcodes(shot(worn, chance)))
