"""A page that remembers what was put where, so that a test can see what overlaps, leaves the paper or is a box."""

from dataclasses import dataclass, field
from itertools import combinations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QRawFont

from desktop.services.seen import Pic
from desktop.views.kit.art import ClockTime, Coins, Jar
from desktop.views.printing.lettering import Lettering
from desktop.views.printing.paper import CENTRE, INK, LEFT, RIGHT, Document, Edge, Page
from desktop.views.printing.qr import QUIET_MODULES, module_mm

_TOUCH_MM = 0.05


@dataclass(frozen=True)
class Placed:
    """One thing on a page; rectangles in millimetres."""

    what: str
    rect: QRectF


@dataclass
class Seen:
    """Everything on one page.

    inks: things that must not touch. lines: that nothing may lie across. boxes: panels.
    """

    inks: list[Placed] = field(default_factory=list)
    lines: list[QRectF] = field(default_factory=list)
    boxes: list[QRectF] = field(default_factory=list)
    letterings: list[Lettering] = field(default_factory=list)

    def overlaps(self) -> list[tuple[str, str]]:
        """Pairs of things that lie on one another."""
        return [
            (a.what, b.what)
            for a, b in combinations(self.inks, 2)
            if (both := a.rect.intersected(b.rect)).width() > _TOUCH_MM and both.height() > _TOUCH_MM
        ]

    def outside(self, room: QRectF) -> list[str]:
        """What leaves a rectangle."""
        return [placed.what for placed in self.inks if not room.contains(placed.rect)]

    def across_edges(self) -> list[tuple[str, QRectF]]:
        """What lies partly on a panel and partly beside it."""
        return [
            (placed.what, box)
            for placed in self.inks
            for box in self.boxes
            if (both := placed.rect.intersected(box)).width() > _TOUCH_MM
            and both.height() > _TOUCH_MM
            and not box.adjusted(-_TOUCH_MM, -_TOUCH_MM, _TOUCH_MM, _TOUCH_MM).contains(placed.rect)
        ]

    def across_lines(self) -> list[str]:
        """What a line goes through: it has left its cell."""
        inner = ((placed, placed.rect.adjusted(_TOUCH_MM, _TOUCH_MM, -_TOUCH_MM, -_TOUCH_MM)) for placed in self.inks)
        return [placed.what for placed, rect in inner for line in self.lines if line.intersects(rect)]

    def letters_nobody_can_draw(self) -> set[str]:
        """Letters that come out as boxes."""
        return {
            letter
            for words in self.letterings
            for letter in "".join(words.lines)
            if not letter.isspace() and not QRawFont.fromFont(QFont(words.family)).supportsCharacter(ord(letter))
        }


class WatchedPage(Page):
    """Draws, and remembers."""

    def __init__(self, painter: QPainter, *, is_dry: bool = False) -> None:
        """is_dry: remember without drawing, which is quicker."""
        super().__init__(painter)
        self.is_dry = is_dry
        self.seen = Seen()

    def words(self, rect: QRectF, words: Lettering, *, align: Qt.AlignmentFlag = LEFT, colour: str = INK) -> None:
        if not self.is_dry:
            super().words(rect, words, align=align, colour=colour)
        self.seen.letterings.append(words)
        for number, (line, width) in enumerate(zip(words.lines, words.widths_mm, strict=True)):
            shift = {RIGHT: rect.width() - width, CENTRE: (rect.width() - width) / 2}.get(align, 0.0)
            base = rect.top() + words.baseline_mm(number)
            capital, tail = words.size_mm * 0.67, words.size_mm * 0.2
            self.seen.inks.append(Placed(line, QRectF(rect.left() + shift, base - capital, width, capital + tail)))

    def picture(self, rect: QRectF, pic: Pic) -> None:
        if not self.is_dry:
            super().picture(rect, pic)
        self.seen.inks.append(Placed(pic.id, rect))

    def face(self, rect: QRectF, pic: Pic) -> None:
        if not self.is_dry:
            super().face(rect, pic)
        self.seen.inks.append(Placed(pic.id, rect))

    def art(self, rect: QRectF, art: Coins | Jar | ClockTime) -> None:
        if not self.is_dry:
            super().art(rect, art)
        self.seen.inks.append(Placed(str(art), rect))

    def symbol(self, rect: QRectF, text: str) -> None:
        super().symbol(rect, text)
        quiet = QUIET_MODULES * module_mm(text, rect.width())
        self.seen.inks.append(Placed("QR with its quiet zone", rect.adjusted(-quiet, -quiet, quiet, quiet)))

    def box(self, rect: QRectF, *, edge: Edge | None = None, fill: str = "", radius_mm: float = 0.0) -> None:
        if not self.is_dry:
            super().box(rect, edge=edge, fill=fill, radius_mm=radius_mm)
        self.seen.boxes.append(rect)

    def line(self, start: QPointF, end: QPointF, edge: Edge) -> None:
        if not self.is_dry:
            super().line(start, end, edge)
        thick = edge.width_mm / 2
        self.seen.lines.append(QRectF(start, end).normalized().adjusted(-thick, -thick, thick, thick))


def watched(document: Document, *, is_dry: bool = False) -> list[Seen]:
    """What lies where on each page of a document; is_dry: without drawing it."""
    found = []
    for drawing in document.pages:
        image = QImage(400, 600, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        page = WatchedPage(painter, is_dry=is_dry)
        drawing(page)
        painter.end()
        found.append(page.seen)
    return found
