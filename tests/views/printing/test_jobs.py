"""Paper comes out, or a calm word says why not."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desktop.views.printing import printers
from desktop.views.printing.jobs import FilePrinter, NoPrinter, NotWritten, PrinterTrouble, Printing, preview, write_pdf
from desktop.views.printing.printers import DefaultPrinter, on_big_sheets, print_on
from desktop.views.printing.recovery_sheet import recovery_sheet
from desktop.views.printing.slips import slip_sheets
from desktop.views.printing.trip_card import trip_card
from desktop.views.texts import Texts
from tests.views.printing import examples
from tests.views.printing.paper_tools import Paper


def test_files_are_named_by_what_they_are_and_none_is_lost(texts: Texts, tmp_path: Path) -> None:
    printing = Printing(FilePrinter(tmp_path), texts)
    printing.print_slips([examples.a_slip()])
    printing.print_trip_card(examples.a_card())
    printing.print_recovery_sheet(examples.a_recovery_sheet())
    printing.print_slips([examples.a_slip(2)])
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "recovery-sheet.pdf",
        "slips-2.pdf",
        "slips.pdf",
        "trip-card.pdf",
    ]
    assert Paper(tmp_path / "slips-2.pdf").symbols(150) == [examples.a_slip(2).token]


def test_a_folder_that_is_not_there_is_a_known_problem(texts: Texts, tmp_path: Path) -> None:
    with pytest.raises(NotWritten, match="cannot be written"):
        write_pdf(slip_sheets([examples.a_slip()], texts), tmp_path / "nowhere" / "slips.pdf")


def test_no_printer_is_a_known_problem_with_its_picture_and_easy_words(
    texts: Texts, monkeypatch: pytest.MonkeyPatch
) -> None:
    class NoQueues(QPrinterInfo):
        """A PC where nobody has set a printer up."""

        defaultPrinter = staticmethod(QPrinterInfo)  # noqa: N815 - Qt's name

    monkeypatch.setattr(printers, "QPrinterInfo", NoQueues)
    with pytest.raises(NoPrinter) as found:
        Printing(DefaultPrinter(), texts).print_slips([examples.a_slip()])
    assert found.value.picture == "gh:printer-no-paper"
    assert texts(found.value.easy_words)
    assert texts(PrinterTrouble.easy_words)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_begin_is_a_known_problem(texts: Texts, tmp_path: Path) -> None:
    printer = _printer_into(tmp_path / "nowhere" / "job.pdf")
    with pytest.raises(PrinterTrouble):
        print_on(printer, slip_sheets([examples.a_slip()], texts))


def test_a_real_print_job_has_the_same_millimetres_as_a_file(texts: Texts, tmp_path: Path) -> None:
    slips = [examples.a_slip(number) for number in range(9)]
    document = slip_sheets(slips, texts)
    print_on(_printer_into(tmp_path / "job.pdf"), document)
    write_pdf(document, tmp_path / "file.pdf")
    job, file = Paper(tmp_path / "job.pdf"), Paper(tmp_path / "file.pdf")
    assert job.sizes_mm() == file.sizes_mm() == [(210, 297)] * 2
    assert job.symbols(150) == [slip.token for slip in slips]
    assert job.text() == file.text()


def test_a_card_goes_on_a4_where_trays_hold_nothing_else(texts: Texts, tmp_path: Path) -> None:
    card = examples.a_card()
    print_on(_printer_into(tmp_path / "job.pdf"), on_big_sheets(trip_card(card, texts)))
    job = Paper(tmp_path / "job.pdf")
    assert job.sizes_mm() == [(210, 297)]
    assert card.slip is not None
    assert job.symbols(150) == [card.slip.token]
    assert on_big_sheets(slip_sheets([card.slip], texts)).size.name == "A4"


def test_the_screen_shows_the_sheet_that_will_come_out(texts: Texts) -> None:
    image = preview(recovery_sheet(examples.a_recovery_sheet(), texts), 594)
    assert (image.width(), image.height()) == (420, 594)
    assert _has_ink(image)


def _printer_into(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def _has_ink(image: QImage) -> bool:
    return any(image.pixelColor(x, y).lightness() < 60 for x in range(0, 420, 3) for y in range(0, 594, 3))
