"""The default printer of this PC, without a system dialog."""

from functools import partial

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desktop.problems import KnownProblem
from desktop.views.printing.jobs import NoPrinter, NoSuchPaper, PrinterTrouble, layout_of
from desktop.views.printing.paper import A3, A4, A5, FAINT, Document, Edge, Page, PageDrawing, PaperSize, draw_page

_NONE = "This PC has no default printer. Switch one on, and make it the default in the PC's settings."
_TROUBLED = "The printer did not take the sheet: it may be off, out of paper or stopped. Look at it, then try again."
_NO_A3 = "This printer takes no A3 paper. Print the A4 sheet, or save the A3 sheet as a file for a print shop."
_CUT = Edge(0.25, FAINT, (8, 6))
_TROUBLE = (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error)


class DefaultPrinter:
    """Whatever printer the PC's settings name first; looked up for each job, since they come and go."""

    def put_on_paper(self, document: Document) -> None:
        """Print every page.

        Raises:
            NoPrinter: there is none. NoSuchPaper: the sheet is larger than it takes. PrinterTrouble: it does not
                take the job.
        """
        queue = QPrinterInfo.defaultPrinter()
        if queue.isNull():
            raise NoPrinter(_NONE)
        if queue.state() in _TROUBLE:
            raise PrinterTrouble(_TROUBLED)
        if document.size.name == A3.name and not _takes_a3(queue):
            raise NoSuchPaper(_NO_A3)
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
    if document.is_grey:
        printer.setColorMode(QPrinter.ColorMode.GrayScale)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterTrouble(_TROUBLED)
    try:
        for number, page in enumerate(document.pages):
            if number and not printer.newPage():
                raise PrinterTrouble(_TROUBLED)
            draw_page(painter, page, printer.resolution() / 25.4)
    except KnownProblem:
        printer.abort()
        painter.end()
        raise
    if not painter.end() or printer.printerState() in _TROUBLE:
        raise PrinterTrouble(_TROUBLED)


def _takes_a3(queue: QPrinterInfo) -> bool:
    """Whether it does; a queue that names no sizes is asked by printing."""
    sizes = [size.id() for size in queue.supportedPageSizes()]
    return not sizes or QPageSize.PageSizeId.A3 in sizes


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
