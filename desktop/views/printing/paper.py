"""A page in millimetres: words, pictures, coins and QR symbols, the same on a printer, in a file and on the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from desktop.services.seen import Pic
from desktop.views.kit.art import ClockTime, Coins, Jar
from desktop.views.kit.draw import draw, fitted
from desktop.views.printing import drawings, qr
from desktop.views.printing.lettering import Lettering
from desktop.views.printing.letters import UNIT_MM
from desktop.views.theme import CALM_LIGHT, Look

INK: Final = CALM_LIGHT.ink
LEFT: Final = Qt.AlignmentFlag.AlignLeft
CENTRE: Final = Qt.AlignmentFlag.AlignHCenter
RIGHT: Final = Qt.AlignmentFlag.AlignRight
WHITE: Final = CALM_LIGHT.tile
FAINT: Final = "#6B7280"

_ART_UNITS: Final = (
    2.0  # the kit thinks in pixels: on paper one of them is 0.2 mm, so that its outlines come out 0.6 mm
)
_LOOK: Final = Look(theme=CALM_LIGHT)


@dataclass(frozen=True, slots=True)
class PaperSize:
    """A sheet; name: of the paper, however it lies."""

    name: str
    width_mm: float
    height_mm: float

    @property
    def is_landscape(self) -> bool:
        """Whether it lies on its long side."""
        return self.width_mm > self.height_mm

    def turned(self) -> PaperSize:
        """The same paper on its other side."""
        return PaperSize(self.name, self.height_mm, self.width_mm)


A4: Final = PaperSize("A4", 210, 297)
A5: Final = PaperSize("A5", 148, 210)
A3: Final = PaperSize("A3", 297, 420)


@dataclass(frozen=True, slots=True)
class Edge:
    """How a box or a line is drawn; dash: lengths on and off in line widths."""

    width_mm: float = drawings.EDGE_MM
    colour: str = INK
    dash: tuple[float, ...] = ()

    def pen(self) -> QPen:
        """The same for Qt, in units of the painter."""
        pen = QPen(QColor(self.colour), self.width_mm / UNIT_MM)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if self.dash:
            pen.setDashPattern(self.dash)
        return pen


def tint(area: str) -> str:
    """The colour of an area, the same as on screen; nothing depends on it, since printers may have black alone."""
    return CALM_LIGHT.areas[area]


class Page:
    """One page being drawn. All rectangles are in millimetres from its upper left corner."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter

    def words(self, rect: QRectF, words: Lettering, *, align: Qt.AlignmentFlag = LEFT, colour: str = INK) -> None:
        """Lines of words from the top of a rectangle, at its left, right or centre."""
        self._painter.setFont(words.font)
        self._painter.setPen(QColor(colour))
        for number, line in enumerate(words.lines):
            spare = rect.width() - words.widths_mm[number]
            shift = spare if align == RIGHT else spare / 2 if align == CENTRE else 0.0
            start = QPointF(rect.left() + shift, rect.top() + words.baseline_mm(number))
            self._painter.drawText(start / UNIT_MM, line)

    def picture(self, rect: QRectF, pic: Pic) -> None:
        """A drawing or a photo in the middle of a rectangle."""
        drawings.draw_picture(self._painter, _units(rect), pic)

    def face(self, rect: QRectF, pic: Pic) -> None:
        """A person in a circle."""
        drawings.draw_face(self._painter, _units(rect), pic)

    def art(self, rect: QRectF, art: Coins | Jar | ClockTime) -> None:
        """What the kit draws: coins, a jar, the time of day."""
        self._painter.save()
        self._painter.scale(_ART_UNITS, _ART_UNITS)
        small = QRectF(rect.topLeft() / (UNIT_MM * _ART_UNITS), rect.size() / (UNIT_MM * _ART_UNITS))
        draw(self._painter, fitted(art, small), art, _LOOK)
        self._painter.restore()

    def box(self, rect: QRectF, *, edge: Edge | None = None, fill: str = "", radius_mm: float = 0.0) -> None:
        """A panel, its edge inside and outside of the rectangle in equal parts."""
        self._painter.setPen(edge.pen() if edge else Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(fill) if fill else QBrush())
        self._painter.drawRoundedRect(_units(rect), radius_mm / UNIT_MM, radius_mm / UNIT_MM)

    def line(self, start: QPointF, end: QPointF, edge: Edge) -> None:
        """A straight line."""
        self._painter.setPen(edge.pen())
        self._painter.drawLine(QLineF(start / UNIT_MM, end / UNIT_MM))

    def symbol(self, rect: QRectF, text: str) -> None:
        """A QR symbol that fills a square; the quiet zone round it is the caller's to keep."""
        qr.draw_symbol(self._painter, text, rect.topLeft() / UNIT_MM, qr.module_mm(text, rect.width()) / UNIT_MM)


PageDrawing: TypeAlias = Callable[[Page], None]


@dataclass(frozen=True, slots=True)
class Document:
    """Pages of one size, ready to be drawn anywhere.

    name: of its kind, for files. title: what a print queue shows. is_grey: without colours, for black and white.
    """

    name: str
    title: str
    size: PaperSize
    pages: tuple[PageDrawing, ...]
    is_grey: bool = False


def in_grey(document: Document) -> Document:
    """The same without colours: what a black and white printer makes of it, or to spare ink."""
    return replace(document, is_grey=True)


def joined(documents: Sequence[Document], name: str = "", title: str = "") -> Document:
    """Documents of one size as one, each beginning a page; called as the first of them, unless told.

    Raises:
        ValueError: none, or of different sizes.
    """
    if len({(document.size, document.is_grey) for document in documents}) != 1:
        raise ValueError("documents of one size and colour can be joined, and at least one")
    first = documents[0]
    pages = tuple(page for document in documents for page in document.pages)
    return Document(name or first.name, title or first.title, first.size, pages, first.is_grey)


def draw_page(painter: QPainter, drawing: PageDrawing, dots_per_mm: float) -> None:
    """Draw one page with a painter that stands at the paper's upper left corner."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.scale(dots_per_mm * UNIT_MM, dots_per_mm * UNIT_MM)
    try:
        drawing(Page(painter))
    finally:
        painter.restore()


def _units(rect: QRectF) -> QRectF:
    return QRectF(rect.topLeft() / UNIT_MM, rect.size() / UNIT_MM)
