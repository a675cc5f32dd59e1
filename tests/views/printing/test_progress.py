"""Many sheets in one go: how far they are is told, they can be stopped, and a printer may go away in the middle."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desktop.problems import KnownProblem
from desktop.views.printing import printers
from desktop.views.printing.jobs import NoSuchPaper, PrinterTrouble, write_pdf
from desktop.views.printing.paper import A3, A4, Document, PaperSize, in_grey, joined
from desktop.views.printing.printers import DefaultPrinter, print_on
from desktop.views.printing.progress import Printed, Progress, Stopped, WentAway, followed, print_each
from desktop.views.printing.week_centre import centre_week
from desktop.views.printing.week_member import member_weeks
from desktop.views.texts import Texts
from tests.views.printing import week_examples
from tests.views.printing.paper_tools import Paper


class Tray:
    """A printer that takes so many jobs and then goes away."""

    def __init__(self, takes: int = 99) -> None:
        self.takes = takes
        self.titles: list[str] = []

    def put_on_paper(self, document: Document) -> None:
        if len(self.titles) >= self.takes:
            raise PrinterTrouble("It is gone.")
        self.titles.append(document.title)


@pytest.fixture
def weeks(texts: Texts) -> tuple[Document, ...]:
    """The weeks of three members."""
    papers = [week_examples.member_week(name, number) for number, name in enumerate(("Ann", "Bob", "Li"))]
    return tuple(member_weeks(papers, texts))


TITLES = ["Ann: my week", "Bob: my week", "Li: my week"]


def test_each_is_handed_over_in_turn_and_told(weeks: tuple[Document, ...]) -> None:
    tray, told = Tray(), list[tuple[int, int]]()
    assert print_each(tray, weeks, Progress(lambda done, of: told.append((done, of)))) == Printed(3, 3)
    assert tray.titles == TITLES
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_a_printer_that_goes_away_says_what_went_to_it_and_the_rest_follows(weeks: tuple[Document, ...]) -> None:
    tray = Tray(takes=2)
    with pytest.raises(WentAway, match="stopped after 2 of 3") as found:
        print_each(tray, weeks, Progress())
    assert (found.value.done, found.value.of) == (2, 3)
    tray.takes = 99
    assert print_each(tray, weeks, Progress(), first=found.value.done).is_whole
    assert tray.titles == TITLES


def test_a_printer_that_takes_nothing_is_the_usual_trouble(weeks: tuple[Document, ...]) -> None:
    with pytest.raises(PrinterTrouble) as found:
        print_each(Tray(takes=0), weeks, Progress())
    assert not isinstance(found.value, WentAway)


def test_stopping_lets_the_sheet_under_way_come_out(weeks: tuple[Document, ...]) -> None:
    tray = Tray()
    progress = Progress(lambda done, _of: progress.stop() if done == 1 else None)
    assert print_each(tray, weeks, progress) == Printed(1, 3)
    assert not Printed(1, 3).is_whole
    assert tray.titles == TITLES[:1]


def test_one_file_tells_how_far_it_is_and_holds_everybody(weeks: tuple[Document, ...], tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    write_pdf(followed(weeks, Progress(lambda done, of: told.append((done, of)))), tmp_path / "all.pdf")
    assert told == [(1, 3), (2, 3), (3, 3)]
    words = Paper(tmp_path / "all.pdf").words()
    assert all(title in words for title in TITLES)


def test_a_file_that_is_stopped_is_not_written_and_the_old_one_stays(
    weeks: tuple[Document, ...], tmp_path: Path
) -> None:
    (tmp_path / "all.pdf").write_bytes(b"last week's")
    progress = Progress(lambda done, _of: progress.stop() if done == 2 else None)
    with pytest.raises(Stopped):
        write_pdf(followed(weeks, progress), tmp_path / "all.pdf")
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"last week's"]


@pytest.mark.parametrize("size", [A4, A3], ids=["A4", "A3"])
def test_a_job_lies_on_its_long_side_as_the_file_does(texts: Texts, size: PaperSize, tmp_path: Path) -> None:
    document = in_grey(centre_week(week_examples.centre_week(12), texts, size))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "job.pdf"))
    print_on(printer, document)
    write_pdf(document, tmp_path / "file.pdf")
    job, file = Paper(tmp_path / "job.pdf"), Paper(tmp_path / "file.pdf")
    assert job.sizes_mm() == file.sizes_mm() == [(size.height_mm, size.width_mm)]
    assert job.text() == file.text()


def test_a_printer_without_a3_says_so_before_anything_is_sent(texts: Texts, monkeypatch: pytest.MonkeyPatch) -> None:
    class Small(QPrinterInfo):
        """A printer with one tray of A4."""

        def isNull(self) -> bool:  # noqa: N802  Qt's name
            return False

        def state(self) -> QPrinter.PrinterState:
            return QPrinter.PrinterState.Idle

        def supportedPageSizes(self) -> list[QPageSize]:  # noqa: N802  Qt's name
            return [QPageSize(QPageSize.PageSizeId.A4)]

    monkeypatch.setattr(Small, "defaultPrinter", staticmethod(Small))
    monkeypatch.setattr(printers, "QPrinterInfo", Small)
    with pytest.raises(NoSuchPaper, match="no A3"):
        DefaultPrinter().put_on_paper(centre_week(week_examples.centre_week(12), texts, A3))


def test_a_printer_that_takes_no_second_page_is_a_known_problem(weeks: tuple[Document, ...], tmp_path: Path) -> None:
    class Jammed(QPrinter):
        """A printer that is pulled out after its first page."""

        def newPage(self) -> bool:  # noqa: N802  Qt's name
            return False

    printer = Jammed(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "job.pdf"))
    with pytest.raises(PrinterTrouble):
        print_on(printer, joined(weeks))
    assert issubclass(PrinterTrouble, KnownProblem)
