"""Every sheet that can be printed, looked at as pixels, as text and as rectangles."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from desktop.services.papers import SlipPaper
from desktop.services.slip_facts import SLIPS_A_SHEET
from desktop.views.printing.jobs import pdf_of, preview, write_pdf
from desktop.views.printing.paper import Document
from desktop.views.printing.recovery_sheet import recovery_sheet
from desktop.views.printing.sign_in_card import sign_in_card
from desktop.views.printing.slip_face import SLIP_HEIGHT_MM, SLIP_WIDTH_MM, SYMBOL_MM
from desktop.views.printing.slips import slip_place, slip_sheets
from desktop.views.printing.trip_card import trip_card
from desktop.views.texts import Texts
from tests.views.printing import examples
from tests.views.printing.paper_tools import Paper
from tests.views.printing.watched import watched

UNPRINTABLE_MM = 4.5  # what the worst of common printers leaves white at each edge


def _documents() -> dict[str, tuple[Callable[[Texts], Document], list[str]]]:
    """Each kind of document with the texts its symbols must hold."""
    slips = examples.every_slip()
    found: dict[str, tuple[Callable[[Texts], Document], list[str]]] = {
        "slips": (lambda texts: slip_sheets(slips, texts), [slip.token for slip in slips if slip.token]),
        "one-slip": (lambda texts: slip_sheets(slips[:1], texts), [slips[0].token]),
    }
    for number, card in enumerate(examples.every_card()):
        tokens = [card.slip.token] if card.slip else []
        found[f"card-{number}"] = (lambda texts, card=card: trip_card(card, texts), tokens)  # type: ignore[misc]
    for number, own in enumerate(examples.every_sign_in_card()):
        found[f"sign-in-card-{number}"] = (lambda texts, own=own: sign_in_card(own, texts), [own.token])  # type: ignore[misc]
    for name, passphrase in (("sheet", ""), ("sheet-with-passphrase", "correct horse battery staple lamp")):
        sheet = examples.a_recovery_sheet(passphrase)
        found[name] = (lambda texts, sheet=sheet: recovery_sheet(sheet, texts), [sheet.qr])  # type: ignore[misc]
    return found


DOCUMENTS = _documents()


@pytest.fixture(params=DOCUMENTS, scope="module")
def made(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Document, Paper, list[str]]:
    """A document, the same as a file, and what its symbols must say."""
    assert qapp is not None
    make, tokens = DOCUMENTS[request.param]
    document = make(Texts())
    path = tmp_path_factory.mktemp("paper") / f"{request.param}.pdf"
    write_pdf(document, path)
    return document, Paper(path), tokens


def test_every_symbol_reads_at_150_dpi_in_colour_and_300_in_grey(made: tuple[Document, Paper, list[str]]) -> None:
    _, paper, tokens = made
    assert paper.symbols(150) == tokens
    assert paper.symbols(300, grey=True) == tokens


def test_letters_are_never_small_never_boxes_and_travel_with_the_file(made: tuple[Document, Paper, list[str]]) -> None:
    document, paper, _ = made
    assert paper.least_pt() >= 14
    assert paper.has_only_embedded_fonts()
    for page in watched(document):
        assert page.letterings
        assert page.letters_nobody_can_draw() == set()


def test_nothing_overlaps_or_leaves_its_panel(made: tuple[Document, Paper, list[str]]) -> None:
    document, _, _ = made
    for page in watched(document):
        assert page.overlaps() == []
        assert page.across_edges() == []


def test_nothing_lies_where_printers_cannot_print(made: tuple[Document, Paper, list[str]]) -> None:
    document, paper, _ = made
    room = QRectF(0, 0, document.size.width_mm, document.size.height_mm).adjusted(*_inset(UNPRINTABLE_MM))
    assert [page.outside(room) for page in watched(document)] == [[] for _ in document.pages]
    for page in paper.pages(150):
        edge = round(UNPRINTABLE_MM / 25.4 * 150)
        middle = Image.new("RGB", page.size, "white")
        middle.paste(page.crop((edge, edge, page.width - edge, page.height - edge)), (edge, edge))
        assert ImageChops.difference(page.convert("RGB"), middle).getbbox() is None


def test_pages_have_the_size_of_their_paper(made: tuple[Document, Paper, list[str]]) -> None:
    document, paper, _ = made
    size = (document.size.width_mm, document.size.height_mm)
    assert paper.sizes_mm() == [size] * len(document.pages)


def test_another_thread_draws_the_same(made: tuple[Document, Paper, list[str]]) -> None:
    document, paper, _ = made
    with ThreadPoolExecutor(1) as other:
        file = other.submit(pdf_of, document).result()
        image = other.submit(preview, document, 700).result()
    assert _undated(file) == _undated(paper.path.read_bytes())
    assert image == preview(document, 700)


def _undated(file: bytes) -> bytes:
    """A PDF without the moment it was made, which stands in it three times."""
    return re.sub(rb"\d{4}-\d\d-\d\dT[^<]*|\(D:[^)]*\)|uuid:[^<]*|<[0-9a-f-]{32,}>", b"", file)


def _inset(mm: float) -> tuple[float, float, float, float]:
    return mm, mm, -mm, -mm


# ---- slips ---------------------------------------------------------------------------------------------------------


def test_a_sheet_holds_eight_slips_of_95_by_69_mm_in_the_middle_of_a4() -> None:
    places = [slip_place(number) for number in range(SLIPS_A_SHEET)]
    assert SLIPS_A_SHEET == 8
    assert {(place.width(), place.height()) for place in places} == {(95, 69)}
    assert (places[0].left(), places[0].top()) == (10, 10.5)
    assert (places[-1].right(), places[-1].bottom()) == (200, 286.5)


def test_each_slip_stays_inside_its_cuts(texts: Texts) -> None:
    slips = examples.every_slip()
    for slip in slips:
        (page,) = watched(slip_sheets([slip], texts))
        assert page.outside(slip_place(0).adjusted(*_inset(2.5))) == []


def test_the_symbol_is_38_to_40_mm_with_modules_of_at_least_07_mm() -> None:
    assert 38 <= SYMBOL_MM <= 40
    assert (SLIP_WIDTH_MM, SLIP_HEIGHT_MM) == (95, 69)


def test_every_code_is_alone_on_its_line(texts: Texts, tmp_path: Path) -> None:
    for slip in examples.every_slip():
        paper = _paper_of([slip], texts, tmp_path)
        assert slip.code in [line.strip() for line in paper.text().splitlines()]


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (60, "1 Time Credit"),
        (120, "2 Time Credits"),
        (30, "30 minutes"),
        (90, "1 Time Credit and 30 minutes"),
        (37 * 60, "37 Time Credits"),
    ],
)
def test_a_slip_says_what_it_is_good_for(minutes: int, words: str, texts: Texts, tmp_path: Path) -> None:
    assert words in _paper_of([examples.a_slip(1, minutes)], texts, tmp_path).words()


def test_the_centre_is_named_only_if_it_wants_to_be(texts: Texts, tmp_path: Path) -> None:
    plain = examples.a_slip(1)
    assert "Thank you for your time" in _paper_of([plain], texts, tmp_path).words()
    named = replace(plain, centre="Meadow Centre")
    assert "Thank you from Meadow Centre" in _paper_of([named], texts, tmp_path).words()


def test_a_bound_slip_names_its_place_however_long(texts: Texts, tmp_path: Path) -> None:
    bound = replace(examples.a_slip(1, 90), place=examples.LONG_PLACE, pic=examples.SWIMMING)
    assert f"For {examples.LONG_PLACE}" in _paper_of([bound], texts, tmp_path).words()


def test_a_practice_slip_says_so_and_has_no_symbol_without_a_token(texts: Texts, tmp_path: Path) -> None:
    practice = replace(examples.a_slip(1, is_practice=True), token="")
    paper = _paper_of([practice], texts, tmp_path)
    assert "PRACTICE" in paper.text()
    assert paper.symbols(300) == []
    assert "PRACTICE" not in _paper_of([examples.a_slip(1)], texts, tmp_path).text()


def test_a_slip_printed_again_says_so(texts: Texts, tmp_path: Path) -> None:
    again = replace(examples.a_slip(1), is_reprint=True)
    assert "Printed again" in _paper_of([again], texts, tmp_path).words()
    assert "Printed again" not in _paper_of([examples.a_slip(1)], texts, tmp_path).words()


def test_slips_go_on_to_further_sheets_in_their_order(texts: Texts, tmp_path: Path) -> None:
    slips = [examples.a_slip(number) for number in range(19)]
    paper = _paper_of(slips, texts, tmp_path)
    assert len(paper.sizes_mm()) == 3
    assert paper.symbols(150) == [slip.token for slip in slips]


def test_printing_nothing_is_a_fault(texts: Texts) -> None:
    with pytest.raises(ValueError, match="nothing"):
        slip_sheets([], texts)


def _paper_of(slips: list[SlipPaper], texts: Texts, folder: Path) -> Paper:
    path = folder / f"{slips[0].code}-{len(slips)}.pdf"
    write_pdf(slip_sheets(slips, texts), path)
    return Paper(path)


# ---- trip card and recovery sheet ----------------------------------------------------------------------------------


def test_a_trip_card_says_what_when_who_how_and_whom_to_call(texts: Texts, tmp_path: Path) -> None:
    write_pdf(trip_card(examples.a_card(), texts), tmp_path / "card.pdf")
    words = Paper(tmp_path / "card.pdf").words()
    for said in (
        "Swimming",
        "Sandford Pool",
        "Tuesday 24 November",
        "10 o'clock",
        "Ann",
        "Delroy",
        "with Jo",
        "01234 567890",
        "Bring this slip",
        "2 Time Credits",
    ):
        assert said in words
    assert "there" in words
    assert "back" in words


def test_a_usual_trip_card_is_one_side(texts: Texts) -> None:
    assert [len(trip_card(card, texts).pages) for card in examples.every_card()[:4]] == [1, 1, 1, 1]


def test_blanked_lines_leave_no_gap(texts: Texts) -> None:
    card = replace(examples.a_card(), slip=None)
    blank = replace(card, people=(), companion=None, getting_there="", phone="")
    (full,), (short,) = watched(trip_card(card, texts)), watched(trip_card(blank, texts))
    assert _gaps(full.boxes) == _gaps(short.boxes)
    assert len(short.boxes) == len(full.boxes) - 3


def test_long_names_are_whole_on_the_card(texts: Texts, tmp_path: Path) -> None:
    card = replace(examples.a_card(), what=examples.LONG_WHAT, place=examples.LONG_PLACE, companion=None, slip=None)
    card = replace(card, people=(examples.a_person(examples.LONG_NAME), examples.a_person("Mary Jane")))
    write_pdf(trip_card(card, texts), tmp_path / "card.pdf")
    words = Paper(tmp_path / "card.pdf").words()
    for name in (examples.LONG_WHAT, examples.LONG_PLACE, "Mary Jane"):
        assert name in words
    assert examples.LONG_NAME in words.replace(" ", "").replace("MaryJane", "")


def test_the_recovery_sheet_has_its_words_in_order_with_numbers(texts: Texts, tmp_path: Path) -> None:
    sheet = examples.a_recovery_sheet("correct horse battery staple lamp")
    write_pdf(recovery_sheet(sheet, texts), tmp_path / "sheet.pdf")
    words = Paper(tmp_path / "sheet.pdf").text()
    flat = " ".join(words.split())
    assert " ".join(f"{number} {word}" for number, word in enumerate(sheet.words, start=1)) in flat
    assert sheet.passphrase in flat
    assert sheet.centre in flat
    assert "Tuesday 24 November 2026" in flat


def _gaps(boxes: list[QRectF]) -> set[float]:
    ordered = sorted(boxes, key=QRectF.top)
    return {round(below.top() - above.bottom(), 3) for above, below in pairwise(ordered)}
