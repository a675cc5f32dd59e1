"""Tiles: a large picture and a few words to press."""

from dataclasses import dataclass, replace
from math import ceil, sqrt
from typing import Final, Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.views.kit.art import Art, ClockTime, Symbol
from desktop.views.kit.draw import draw, shape
from desktop.views.kit.lettering import Lines, Room, Written, draw_lines, draw_written, fit
from desktop.views.kit.press import Pressable
from desktop.views.theme import Look

Badge = Literal["chosen", "next"]

_PAD: Final = 14
_BAND: Final = 12
SPACE: Final = 10
BESIDE_SPACE: Final = 15
_BADGE_EDGE: Final = 8
_MOST_ART: Final = 0.44  # of the screen's height: larger is loud
_BADGE_ART: Final[dict[Badge, Art]] = {"chosen": Symbol("gh:tick"), "next": ClockTime(3)}


@dataclass(frozen=True, slots=True)
class Tile:
    """One choice. value: what a press answers. name: what a person hears; `shown` is what is written, if it differs.

    spoken: what a voice says where that is to be more, or other, than the name; "" for the name and the second line.
    under: a small picture under the words, such as the jar. detail: a short second line. area: see Theme.areas.
    """

    value: object
    name: str
    art: Art | None
    under: Art | None = None
    detail: str = ""
    badge: Badge | None = None
    area: str | None = None
    shown: str | None = None
    spoken: str = ""

    @property
    def label(self) -> str:
        """The words written on it."""
        return self.name if self.shown is None else self.shown


@dataclass(frozen=True, slots=True)
class Style:
    """What the tiles of one grid share, so that words and pictures stand in line.

    label_px and detail_px: text heights. label_room and detail_room: heights kept for words. under: height kept for
    the small picture. beside: the width of a picture that stands beside the words; 0: it stands above them. in_row: the
    second line stands beside the small picture, so that both have the height of the rest.
    """

    label_px: int
    label_room: int
    detail_px: int = 0
    detail_room: int = 0
    under: int = 0
    beside: int = 0
    in_row: bool = False

    @property
    def text_height(self) -> float:
        """The height of everything but a picture above it, in pixels."""
        return self.label_room + _with_space(self.under) + _with_space(self.detail_room)


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of one tile lie."""

    art: QRectF
    label: QRectF
    under: QRectF
    detail: QRectF


def content_box(width: float, height: float, look: Look) -> QRectF:
    """The part of a tile inside its outline, foot and padding, and beside the band at its leading edge."""
    side, band = look.outline + _PAD, _BAND if look.theme.tint_is_band else 0
    left = side if look.right_to_left else side + band
    return QRectF(left, look.outline + _PAD, width - 2 * side - band, height - look.outline - look.foot - 1.6 * _PAD)


def places(box: QRectF, style: Style) -> Places:
    """Lay picture, words, small picture and second line into a box."""
    text = style.text_height
    if style.beside:
        art = QRectF(box.left(), box.top(), style.beside, box.height())
        words = QRectF(art.right() + BESIDE_SPACE, 0, box.width() - style.beside - BESIDE_SPACE, 0)
        top = box.center().y() - text / 2
    else:
        art = box.adjusted(0, 0, 0, -_with_space(text))
        words = QRectF(box.left(), 0, box.width(), 0)
        top = box.bottom() - text
    label = QRectF(words.left(), top, words.width(), style.label_room)
    under = QRectF(words.left(), label.bottom() + SPACE, words.width(), style.under)
    below = under.bottom() if style.under else label.bottom()
    detail = QRectF(words.left(), below + SPACE, words.width(), style.detail_room)
    return Places(art, label, under, detail)


def _with_space(height: float) -> float:
    return height + SPACE if height else 0


class TileButton(Pressable):
    """A tile that can be pressed."""

    def __init__(self, tile: Tile, style: Style, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(tile.name, look, parent)
        self.tile = tile
        self._style = style
        self.spoken = tile.spoken
        self._badge_words = ""
        self.setAccessibleDescription(tile.detail)

    def badge_with(self, words: str) -> None:
        """Give the badge its words, "Chosen" or "Next"; screen readers hear them too."""
        self._badge_words = words
        self.mark_chosen(chosen=self.tile.badge == "chosen")
        self.setAccessibleDescription(", ".join(filter(None, (words, self.tile.detail))))

    def places(self) -> Places:
        """Where the parts lie, in the widget's pixels."""
        box = content_box(self.width(), self.height(), self.look)
        style = self._style if self.tile.art is not None else replace(self._style, beside=0)
        if style.beside:  # words beside a picture stand in its middle
            detail = style.detail_room if self.tile.detail else 0
            has_row = self.tile.under is not None or (style.in_row and self.tile.detail)
            style = replace(style, detail_room=0 if style.in_row else detail, under=style.under if has_row else 0)
        found = places(box, style)
        if style.in_row:
            return self._in_row(found)
        if self.tile.art is None:
            return replace(found, label=found.label.united(found.art))
        return found

    def _in_row(self, found: Places) -> Places:
        """The small picture and the second line beside one another, in the middle under the label."""
        row, tile = found.under, self.tile
        wide = row.height() * shape(tile.under) if tile.under is not None else 0.0
        room = row.width() - _with_space(wide)
        words = ceil(second_line(tile, room, self.look).width) if tile.detail else 0
        left = row.left() + (row.width() - wide - words - (SPACE if wide and words else 0)) / 2
        under = QRectF(left, row.top(), wide, row.height())
        detail = QRectF(left + _with_space(wide), row.top(), words, row.height())
        return replace(found, under=under, detail=detail)

    def written(self) -> list[Written]:
        """The words of the label and of the second line, as they stand."""
        where, style = self.places(), self._style
        label = fit(self.tile.label, (style.label_px,), Room(where.label.width(), 2))
        detail = fit(
            self.tile.detail, (style.detail_px or self.look.least_px,), Room(where.detail.width(), 2), bold=False
        )
        both = (Written(where.label, label), Written(where.detail, detail))
        return [words for words, text in zip(both, (self.tile.label, self.tile.detail), strict=True) if text]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, picture, words and badge."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        inner = self.paint_ground(painter, self.look.tint(self.tile.area))
        band = self.look.band(self.tile.area)
        if band is not None:
            self._paint_band(painter, inner, band)
        where = self.places()
        if self.tile.art is not None:
            draw(painter, self._art_place(where.art), self.tile.art, self.look)
        draw_written(painter, self.written(), self.look.theme.ink)
        if self.tile.under is not None:
            draw(painter, where.under, self.tile.under, self.look)
        if self.tile.badge is not None:
            self._paint_badge(painter)

    def _art_place(self, room: QRectF) -> QRectF:
        if self.tile.badge is not None and self.badge_place().width() > self._badge_height():
            pill = self.look.outline + _BADGE_EDGE + self._badge_height()
            room = room.adjusted(0, max(0.0, pill + SPACE - room.top()), 0, 0)
        spare = max(0.0, room.height() - _MOST_ART * self.look.height)
        return room.adjusted(0, spare / 2, 0, -spare / 2)

    def badge_place(self) -> QRectF:
        """Where the badge lies: with its words, or its mark alone where they would hide the tile's own."""
        height, said = self._badge_height(), self._badge_said()
        places = [self._corner(height), self._corner(height, leading=True)]
        left_for_art = self.places().art.bottom() - self._corner(height).bottom() - SPACE
        if said.px >= self.look.least_px and (self.tile.art is None or left_for_art >= self.look.least_picture):
            places.insert(0, self._corner(said.width + height * 1.5))
        free = (place for place in places if not any(words.ink.intersects(place) for words in self.written()))
        return next(free, places[-1])

    def _corner(self, width: float, *, leading: bool = False) -> QRectF:
        edge = self.look.outline + _BADGE_EDGE
        is_left = leading != self.look.right_to_left
        return QRectF(edge if is_left else self.width() - edge - width, edge, width, self._badge_height())

    def _badge_said(self) -> Lines:
        room = Room(self.width() - 2 * self._badge_height(), 1)
        return fit(self._badge_words, (self.look.least_px,), room)

    def _badge_height(self) -> float:
        return self.look.least_px * 1.5

    def _paint_band(self, painter: QPainter, inner: QRectF, colour: str) -> None:
        edge = QPainterPath()
        edge.addRoundedRect(inner, self.look.radius - self.look.outline, self.look.radius - self.look.outline)
        painter.save()
        painter.setClipPath(edge)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = inner.right() - _BAND if rtl else inner.left()
        painter.fillRect(QRectF(left, inner.top(), _BAND, inner.height()), QColor(colour))
        painter.restore()

    def _paint_badge(self, painter: QPainter) -> None:
        if self.tile.badge is None:
            return
        look, height, pill = self.look, self._badge_height(), self.badge_place()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.theme.ink))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        rtl = look.right_to_left
        mark = QRectF(pill.right() - height if rtl else pill.left(), pill.top(), height, height)
        inset = height * 0.2
        inverse = replace(
            look, theme=replace(look.theme, ink=look.theme.paper, tile=look.theme.ink, plate=None, line_art=True)
        )
        draw(painter, mark.adjusted(inset, inset, -inset, -inset), _BADGE_ART[self.tile.badge], inverse)
        if pill.width() > height:
            said = self._badge_said()
            left = pill.left() + height * 0.4 if rtl else mark.right()
            draw_lines(painter, QRectF(left, pill.top(), said.width, height), said, look.theme.paper)


def second_line(tile: Tile, width: float, look: Look) -> Lines:
    """The second line of a tile, broken for a width in pixels; smaller than it may be where it does not fit."""
    return fit(tile.detail, (look.least_px,), Room(width, 2), bold=False)


def picture_side(tile: Tile, width: float, height: float, *, style: Style, look: Look) -> float:
    """The side, in pixels, of a square as large as a tile's picture: what a grid wants as large as can be."""
    if tile.art is None:
        return 0
    room = places(content_box(width, height, look), style).art
    wide = shape(tile.art)
    drawn = min(room.width(), room.height() * wide)
    return sqrt(drawn * drawn / wide)
