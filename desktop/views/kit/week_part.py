"""What a week's grid is made of: the chips of sessions, the cells they lie in, and the plain values they show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from desktop.views.kit.art import Art, Symbol
from desktop.views.kit.draw import draw
from desktop.views.kit.lettering import Lines, Written, broken, draw_written, longest_word, measure
from desktop.views.kit.press import Pressable
from desktop.views.theme import Look

PAD: Final = 6
SPACE: Final = 5
_ART: Final = 26
_MARK: Final = 22
_CURVE: Final = 10
_WARNING: Final = Symbol("om:26A0")


@dataclass(frozen=True, slots=True)
class GridChip:
    """A session as a grid shows it. value: what the grid answers; row, column: the cell it lies in.

    marks: what sets it apart, in a word or two each. is_off: it does not take place. is_clash: something does not fit.
    told: all of it for a screen reader.
    """

    value: object
    row: int
    column: int
    name: str
    time: str
    detail: str
    told: str
    art: Art | None = None
    marks: tuple[str, ...] = ()
    is_off: bool = False
    is_clash: bool = False


class GridPart(Pressable):
    """A chip or a cell: the grid walks among them and answers their keys. dragged, dropped: where the mouse is."""

    dragged = Signal(QPoint)
    dropped = Signal(QPoint)

    ring_inset = PAD

    def __init__(self, name: str, look: Look, parent: QWidget) -> None:
        super().__init__(name, look, parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._pressed_at: QPoint | None = None
        self._is_dragged = False
        self.is_current = False

    @property
    def curve(self) -> float:
        """The radius of its corners."""
        return _CURVE

    def mark_current(self, *, yes: bool) -> None:
        """Be the one part of the grid that the Tab key comes to, or no longer."""
        self.is_current = yes
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if yes else Qt.FocusPolicy.ClickFocus)
        self.mark_chosen(chosen=yes)
        self.update()

    def rename(self, name: str) -> None:
        """Be called otherwise from now on."""
        if name != self.accessibleName():
            self.setAccessibleName(name)
            self.setText(name.replace("&", "&&"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the grid."""
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Press nothing when Space is let go: the grid has answered it."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a drag may begin."""
        self._pressed_at, self._is_dragged = event.position().toPoint(), False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where it is dragged to, once the mouse has moved far enough."""
        super().mouseMoveEvent(event)
        if self._pressed_at is None:
            return
        here = event.position().toPoint()
        far = (here - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if self._is_dragged or far:
            self._is_dragged = True
            self.dragged.emit(self.mapToGlobal(here))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop what was dragged; otherwise it was a press."""
        dragged, self._is_dragged, self._pressed_at = self._is_dragged, False, None
        if dragged:
            self.setDown(False)
            self.dropped.emit(self.mapToGlobal(event.position().toPoint()))
        else:
            super().mouseReleaseEvent(event)


class CellButton(GridPart):
    """A room on a day: a place to press where nothing lies yet. It lights up while something is dragged over it."""

    def __init__(self, name: str, look: Look, parent: QWidget) -> None:
        super().__init__(name, look, parent)
        self.is_closed = False
        self._is_over = False

    def mark_closed(self, *, yes: bool) -> None:
        """Show that the centre is closed on that day."""
        if yes != self.is_closed:
            self.is_closed = yes
            self.update()

    def mark_over(self, *, yes: bool) -> None:
        """Show that what is dragged would fall here."""
        if yes != self._is_over:
            self._is_over = yes
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, and hatching on a closed day."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self.look.theme
        inner = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.is_closed:
            faint = QColor(theme.ink)
            faint.setAlphaF(0.25)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(faint, Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(inner, _CURVE, _CURVE)
        strong = self.is_current or self._is_over
        edge = QColor(theme.ink)
        edge.setAlphaF(1.0 if strong else 0.35)
        painter.setPen(QPen(edge, 4 if strong else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = 1 if strong else 0
        painter.drawRoundedRect(inner.adjusted(inset, inset, -inset, -inset), _CURVE, _CURVE)


class ChipButton(GridPart):
    """A session: picture and time, its name, who leads and how many come, and what sets it apart."""

    def __init__(self, chip: GridChip, look: Look, parent: QWidget) -> None:
        super().__init__(chip.told, look, parent)
        self.chip = chip
        self._least_width = 0

    def show_chip(self, chip: GridChip) -> None:
        """Show another state of the same session."""
        if chip != self.chip:
            self.chip = chip
            self._least_width = 0
            self.rename(chip.told)
            self.update()

    def least_width(self) -> int:
        """The width its longest word needs, in pixels."""
        if not self._least_width:
            self._least_width = self._measured()
        return self._least_width

    def _measured(self) -> int:
        chip, px = self.chip, self.look.staff_px
        words = [longest_word(chip.name, px), *(longest_word(w, px, bold=False) for w in (chip.detail, *chip.marks))]
        first = longest_word(chip.time, px) + self._beside()
        return int(max(*words, first)) + 2 * PAD + 2

    def height_for(self, width: int) -> int:
        """The height it takes in a width, in pixels."""
        lines = sum(one.height for one in self._lines(width))
        return max(self.look.staff_target, self._first() + lines + SPACE + 2 * PAD)

    def written(self) -> list[Written]:
        """The words as they stand."""
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        beside, wide = self._beside(), self.width() - 2 * PAD
        art = _ART + SPACE if self.chip.art is not None else 0
        first = broken(self.chip.time, self.look.staff_px, wide - beside)
        left = PAD + (beside - art if right_to_left else art)
        found = [Written(QRectF(left, PAD, wide - beside, self._first()), first, leading=True)]
        top = PAD + self._first() + SPACE
        for lines in self._lines(self.width()):
            found.append(Written(QRectF(PAD, top, wide, lines.height), lines, leading=True))
            top += lines.height
        return found

    def _lines(self, width: int) -> list[Lines]:
        chip, px, wide = self.chip, self.look.staff_px, width - 2 * PAD
        found = [broken(chip.name, px, wide)]
        is_long = measure(chip.detail, px, bold=False) > wide
        rest = (chip.detail.replace(" · ", "\n") if is_long else chip.detail, "\n".join(chip.marks))
        return found + [broken(words, px, wide, bold=False) for words in rest if words]

    def _first(self) -> int:
        return max(_ART, round(self.look.staff_px * 1.2)) if self.chip.art is not None else self.look.staff_px * 5 // 4

    def _beside(self) -> int:
        """The width of what stands beside the time."""
        chip = self.chip
        return (_ART + SPACE if chip.art is not None else 0) + (_MARK + SPACE if chip.is_clash else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint outline, pictures and words."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, right_to_left = self.look.theme, self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        pen = QPen(QColor(theme.ink), 4 if self.is_current or self.isDown() else 2)
        if self.chip.is_off:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(theme.paper if self.chip.is_off else theme.tile))
        half = pen.width() / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), _CURVE, _CURVE)
        top = PAD + (self._first() - _ART) / 2
        ends = (PAD, self.width() - PAD)
        if self.chip.art is not None:
            left = ends[1] - _ART if right_to_left else ends[0]
            draw(painter, QRectF(left, top, _ART, _ART), self.chip.art, self.look)
        if self.chip.is_clash:
            left = ends[0] if right_to_left else ends[1] - _MARK
            draw(painter, QRectF(left, top + (_ART - _MARK) / 2, _MARK, _MARK), _WARNING, self.look)
        draw_written(painter, self.written(), theme.ink)
