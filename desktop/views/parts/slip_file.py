"""The slips in a photo or a PDF file; off the screen's thread, and without a widget."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from desktop.problems import BadInput

_MOST_BYTES: Final = 30_000_000
_MOST_PAGES: Final = 20
_DOTS_A_POINT: Final = 200 / 72
_MOST_DOTS: Final = 4000  # across: a poster is read smaller


def texts_of(path: Path) -> list[str]:
    """Every QR text in it, each once; [] if it shows none, or is neither photo nor PDF.

    Raises:
        BadInput: it cannot be opened, or is larger than 30 MB.
    """
    from desktop.services.scanning import read_codes  # noqa: PLC0415 - a tenth of a second a start must not pay

    raw = _bytes_of(path)
    if raw.startswith(b"%PDF"):
        return list(dict.fromkeys(text for page in _pages(raw) for text in read_codes(page)))
    try:
        return list(dict.fromkeys(read_codes(raw)))
    except BadInput:
        return []


def _pages(raw: bytes) -> list[bytes]:
    """The pages of a PDF as pictures; [] of one that is damaged or locked."""
    from PySide6.QtPdf import QPdfDocument  # noqa: PLC0415 - only for those who have a PDF

    buffer = QBuffer()
    buffer.setData(QByteArray(raw))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    pages = []
    for number in range(min(document.pageCount(), _MOST_PAGES)):
        points = document.pagePointSize(number)
        scale = min(_DOTS_A_POINT, _MOST_DOTS / max(points.width(), points.height(), 1))
        size = QSize(round(points.width() * scale), round(points.height() * scale))
        pages.append(_on_paper(document.render(number, size)))
    document.close()
    return [page for page in pages if page]


def _on_paper(drawn: QImage) -> bytes:
    """A page as a picture: what is not printed is white."""
    if drawn.isNull():
        return b""
    page = QImage(drawn.size(), QImage.Format.Format_Grayscale8)
    page.fill(QColor("white"))
    painter = QPainter(page)
    painter.drawImage(0, 0, drawn)
    painter.end()
    out = QBuffer()
    out.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(out, QByteArray(b"BMP")).write(page)
    return bytes(out.data().data())


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            raw = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise BadInput(f"{path.name} cannot be opened. Try copying it to this PC first.") from error
    if len(raw) > _MOST_BYTES:
        raise BadInput("This file is larger than 30 MB. Take a smaller one of the slip.")
    return raw
