"""The default printer of this PC, without a system dialog."""

from functools import partial

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desktop.views.printing.jobs import NoPrinter, PrinterTrouble, layout_of
from desktop.views.printing.paper import A4, A5, FAINT, Document, Edge, Page, PageDrawing, PaperSize, draw_page

_NONE = "This PC has no default printer. Switch one on, and make it the default in the PC's settings."
_TROUBLED = "The printer did not take the sheet: it may be off, out of paper or stopped. Look at it, then try again."
_CUT = Edge(0.25, FAINT, (8, 6))
_TROUBLE = (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error)


class DefaultPrinter:
    """Whatever printer the PC's settings name first; looked up for each job, since they come and go."""

    def put_on_paper(self, document: Document) -> None:
        """Print every page.

        Raises:
            NoPrinter: there is none. PrinterTrouble: it does not take the job.
        """
        queue = QPrinterInfo.defaultPrinter()
        if queue.isNull():
            raise NoPrinter(_NONE)
        if queue.state() in _TROUBLE:
            raise PrinterTrouble(_TROUBLED)
        printer = QPrinter(queue, QPrinter.PrinterMode.HighResolution)
        has_small = queue.defaultPageSize().id() == QPageSize.PageSizeId.A5
        print_on(printer, document if has_small else on_big_sheets(document))


def print_on(printer: QPrinter, document: Document) -> None:
    """Print every page of a document from the paper's corner on.

    Raises:
        PrinterTrouble: the printer does not take it.
    """
    printer.setDocName(document.title)
    printer.setFullPage(True)
    printer.setPageLayout(layout_of(document.size))
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterTrouble(_TROUBLED)
    for number, page in enumerate(document.pages):
        if number and not printer.newPage():
            printer.abort()
            raise PrinterTrouble(_TROUBLED)
        draw_page(painter, page, printer.resolution() / 25.4)
    if not painter.end() or printer.printerState() in _TROUBLE:
        raise PrinterTrouble(_TROUBLED)


def on_big_sheets(document: Document) -> Document:
    """A small document on A4, marked where to cut: most trays hold A4 alone, and would ask for paper they never get."""
    if document.size != A5:
        return document
    return Document(document.name, document.title, A4, tuple(partial(_cornered, page, A5) for page in document.pages))


def _cornered(drawing: PageDrawing, size: PaperSize, page: Page) -> None:
    drawing(page)
    right, below = QPointF(size.width_mm, 0), QPointF(0, size.height_mm)
    page.line(right, right + below, _CUT)
    page.line(below, right + below, _CUT)
