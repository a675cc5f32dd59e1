"""Puts documents on paper: in a PDF file, on the default printer, or as a picture for the screen."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from desktop.views.printing.paper import Document, draw_page

_PDF_DPI: Final = 1016  # 40 dots a millimetre
_MM_A_INCH: Final = 25.4


def write_pdf(document: Document, path: Path) -> None:
    writer = QPdfWriter(str(path))
    writer.setTitle(document.title)
    writer.setCreator("Goodhour")
    writer.setResolution(_PDF_DPI)
    size = QPageSize(QSizeF(document.size.width_mm, document.size.height_mm), QPageSize.Unit.Millimeter)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0,0,0,0)))
    painter = QPainter()
    painter.begin(writer)
    for number, page in enumerate(document.pages):
        if number: writer.newPage()
        draw_page(painter, page, _PDF_DPI / _MM_A_INCH)
    painter.end()
