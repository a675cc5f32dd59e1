"""Puts documents on paper: through a printer, into a PDF file, or as a picture for the screen.

All of it may run on any one thread at a time: nothing here touches a widget or a pixmap.
"""

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Final, Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from desktop.problems import KnownProblem
from desktop.services.papers import CardPaper, RecoverySheetPaper, SlipPaper, TripCardPaper
from desktop.services.papers_week import MemberWeekPaper
from desktop.views.printing.paper import Document, PaperSize, draw_page
from desktop.views.printing.recovery_sheet import recovery_sheet
from desktop.views.printing.sign_in_card import sign_in_card
from desktop.views.printing.slips import slip_sheets
from desktop.views.printing.trip_card import trip_card
from desktop.views.printing.week_member import member_week
from desktop.views.texts import Texts
from desktop.views.theme import load_fonts

MM_AN_INCH: Final = 25.4

_PDF_DPI: Final = 1016  # 40 dots a millimetre: whole numbers for whole tenths


class NotWritten(KnownProblem):
    """The PDF file cannot be written there. Choose another folder, or make room on the disk."""

    code = "not_written"
    picture = "gh:disk-full"
    easy_words = "problem.not_saved"


class PrinterTrouble(KnownProblem):
    """The printer did not take the sheet: it may be off, without paper, or stopped. Look at it, then try again."""

    code = "printer_trouble"
    picture: ClassVar[str] = "gh:printer-no-paper"
    easy_words = "problem.printer_trouble"


class NoPrinter(PrinterTrouble):
    """This PC has no default printer. Switch one on, and make it the default in the PC's settings."""

    code = "no_printer"
    easy_words = "problem.no_printer"


class NoSuchPaper(PrinterTrouble):
    """The printer takes no sheets of this size. Print a smaller one, or save it as a file for another printer."""

    code = "no_such_paper"


class Printer(Protocol):
    """Takes documents and gives them back on paper, or as near as it can."""

    def put_on_paper(self, document: Document) -> None:
        """Print every page. Returns once the job is handed over.

        Raises:
            PrinterTrouble: it cannot; nothing came out.
        """


@dataclass(frozen=True, slots=True)
class Printing:
    """What people print, by its values."""

    printer: Printer
    texts: Texts

    def print_slips(self, slips: Sequence[SlipPaper]) -> None:
        """Slips, eight to a sheet."""
        self.printer.put_on_paper(slip_sheets(slips, self.texts))

    def print_trip_card(self, card: TripCardPaper) -> None:
        """One trip card."""
        self.printer.put_on_paper(trip_card(card, self.texts))

    def print_my_week(self, paper: MemberWeekPaper) -> None:
        """A member's week."""
        self.printer.put_on_paper(member_week(paper, self.texts))

    def print_sign_in_card(self, card: CardPaper) -> None:
        """The card a member signs in with."""
        self.printer.put_on_paper(sign_in_card(card, self.texts))

    def print_recovery_sheet(self, sheet: RecoverySheetPaper) -> None:
        """The sheet to be locked away."""
        self.printer.put_on_paper(recovery_sheet(sheet, self.texts))


class FilePrinter:
    """Prints into a folder: ``slips.pdf``, ``trip-card.pdf``, the next of a kind ``slips-2.pdf``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count: Counter[str] = Counter()

    def put_on_paper(self, document: Document) -> None:
        """Write a document as the next file of its kind.

        Raises:
            NotWritten: the folder takes no file.
        """
        self._count[document.name] += 1
        number = self._count[document.name]
        write_pdf(document, self._folder / (f"{document.name}.pdf" if number == 1 else f"{document.name}-{number}.pdf"))


def write_pdf(document: Document, path: Path) -> None:
    """Write a document as a PDF file, whole or not at all, fonts inside, everything but photos as vectors.

    Raises:
        NotWritten: no such folder, no right to write, or no room.
    """
    made = pdf_of(document)
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(made)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):  # the first trouble is the one to tell
            beside.unlink(missing_ok=True)
        raise NotWritten(f"{path} cannot be written: {error.strerror}. Choose another place, or make room.") from error


def pdf_of(document: Document) -> bytes:
    """A document as the bytes of a PDF file."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(document.title)
    writer.setCreator("Goodhour")
    writer.setResolution(_PDF_DPI)
    writer.setPageLayout(layout_of(document.size))
    if document.is_grey:
        writer.setColorModel(QPdfWriter.ColorModel.Grayscale)
    painter = QPainter(writer)
    try:
        for number, page in enumerate(document.pages):
            if number:
                writer.newPage()
            draw_page(painter, page, _PDF_DPI / MM_AN_INCH)
    finally:
        painter.end()  # also when a page stops the job: Qt cannot go on while a painter is open
    return bytes(held.data())


def preview(document: Document, height_px: int, *, page: int = 0) -> QImage:
    """One page as a picture so many pixels high, as it will come out of the printer."""
    dots_per_mm = height_px / document.size.height_mm
    image = QImage(round(document.size.width_mm * dots_per_mm), height_px, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_page(painter, document.pages[page], dots_per_mm)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8) if document.is_grey else image


def layout_of(size: PaperSize) -> QPageLayout:
    """A sheet of paper without margins: every page keeps its own."""
    upright = size.turned() if size.is_landscape else size
    page = QPageSize(QSizeF(upright.width_mm, upright.height_mm), QPageSize.Unit.Millimeter, size.name)
    lies = QPageLayout.Orientation.Landscape if size.is_landscape else QPageLayout.Orientation.Portrait
    return QPageLayout(page, lies, QMarginsF())


def without_screen() -> QGuiApplication:
    """What drawing needs where no window is ever opened, such as the command line; keep it until the last page.

    Call it once, and only where there is no application yet.
    """
    app = QGuiApplication(["goodhour", "-platform", "offscreen"])
    load_fonts()
    return app
