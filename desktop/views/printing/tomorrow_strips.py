"""Tomorrow strips: what each member does that day, several on a sheet, to cut along the dashes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from desktop.services.papers_week import DayPaper, EntryPaper, StripPaper
from desktop.services.seen import Pic
from desktop.views.printing import week_words
from desktop.views.printing.lettering import LEAST_PT, Room, set_words, shortened
from desktop.views.printing.mirror import mirrored
from desktop.views.printing.paper import A4, CENTRE, FAINT, Document, Edge, Page
from desktop.views.printing.week_coming import coming_block
from desktop.views.printing.week_entry import entry_block, words_block
from desktop.views.printing.week_grid import Block
from desktop.views.printing.week_scale import SCALES, Style
from desktop.views.texts import Texts, spoken

ACROSS: Final = 3

_MARGIN_MM: Final = 10.0
_PAD_MM: Final = 3.0
_WHO_MM: Final = 39.0
_FACE_MM: Final = 20.0
_LEAST_MM: Final = 50.0
_CUT: Final = Edge(0.3, FAINT, (8, 6))
_EDGE: Final = Edge(0.5)
_SCALE: Final = SCALES[-3]
_AT_HOME: Final = Pic("om:1F3E0")
_CLOSED: Final = Pic("om:1F6AA")
_INSIDE_MM: Final = A4.width_mm - 2 * _MARGIN_MM


def tomorrow_strips(papers: Sequence[StripPaper], texts: Texts) -> Document:
    """Strips in their order, as many on a sheet as fit.

    Raises:
        ValueError: no strips.
    """
    if not papers:
        raise ValueError("nothing to print")
    strips = [strip for paper in papers for strip in _strips(paper, Style(_SCALE, spoken(paper.language, texts)))]
    pages: list[list[Block]] = [[]]
    left = A4.height_mm - 2 * _MARGIN_MM
    for strip in strips:
        if pages[-1] and strip.least_mm > left:
            pages.append([])
            left = A4.height_mm - 2 * _MARGIN_MM
        pages[-1].append(strip)
        left -= strip.least_mm
    drawings = mirrored([partial(_draw, strips=some) for some in pages], A4.width_mm, texts)
    return Document("tomorrow", texts("paper.week.tomorrow"), A4, drawings)


def _strips(paper: StripPaper, style: Style) -> Iterator[Block]:
    """One strip, or more for a day with more than fits beside one another."""
    entries = paper.day.entries
    rows: list[Sequence[EntryPaper]] = [entries[at : at + ACROSS] for at in range(0, len(entries), ACROSS)] or [()]
    for number, row in enumerate(rows):
        yield _strip(paper, row, style, is_first=number == 0)


def _strip(paper: StripPaper, entries: Sequence[EntryPaper], style: Style, *, is_first: bool) -> Block:
    who = _who(paper, style, is_first=is_first)
    width = _INSIDE_MM - _WHO_MM
    blocks = [entry_block(entry, width / ACROSS, style) for entry in entries] or [_nothing(paper.day, width, style)]
    least = max(_LEAST_MM, who.least_mm, *(block.least_mm for block in blocks)) + 2 * _PAD_MM + 3

    def draw(page: Page, rect: QRectF, _growth: float) -> None:
        inside = rect.adjusted(0, _PAD_MM, 0, -_PAD_MM)
        page.box(inside, edge=_EDGE, radius_mm=3)
        top = inside.center().y() - who.least_mm / 2
        who.draw(page, QRectF(inside.left(), top, _WHO_MM, who.least_mm), 0.0)
        across = inside.adjusted(_WHO_MM, 0, 0, 0)
        step = across.width() / (ACROSS if entries else 1)
        top = inside.center().y() - max(block.least_mm for block in blocks) / 2
        for number, block in enumerate(blocks):
            x = across.left() + number * step
            page.line(QPointF(x, inside.top()), QPointF(x, inside.bottom()), _EDGE)
            block.draw(page, QRectF(x, top, step, block.least_mm), 0.0)

    return Block(least, draw)


def _who(paper: StripPaper, style: Style, *, is_first: bool) -> Block:
    """Whose strip it is, the day, and how they come."""
    inside, day, texts = _WHO_MM - 4, paper.day, style.texts
    name = paper.member.shown_name
    words = [shortened(set_words(name, Room(inside, (20, 18, 16, LEAST_PT), bold=True)), 3, inside)] if name else []
    if day.day is not None:
        words.append(set_words(texts.weekday(day.day), Room(inside, (18, 16, LEAST_PT), lines=1, bold=True)))
        date = texts("paper.week.date", number=day.day.day, month=texts.month(day.day))
        words.append(set_words(date, Room(inside, (16, LEAST_PT), lines=1)))
    told = sum(some.height_mm for some in words)
    coming = [coming_block(one, _WHO_MM, texts) for one in day.coming] if is_first else []
    least = _FACE_MM + 1 + told + sum(block.least_mm + 1 for block in coming)

    def draw(page: Page, rect: QRectF, _growth: float) -> None:
        page.face(QRectF(rect.center().x() - _FACE_MM / 2, rect.top(), _FACE_MM, _FACE_MM), paper.member.pic)
        y = rect.top() + _FACE_MM + 1
        for some in words:
            page.words(QRectF(rect.left() + 2, y, inside, some.height_mm), some, align=CENTRE)
            y += some.height_mm
        for block in coming:
            block.draw(page, QRectF(rect.left(), y + 1, rect.width(), block.least_mm), 0.0)
            y += block.least_mm + 1

    return Block(least, draw)


def _nothing(day: DayPaper, width_mm: float, style: Style) -> Block:
    if day.is_open:
        return words_block(style.texts("paper.week.at_home"), _AT_HOME, width_mm, style)
    words = week_words.closed(day, style.texts)
    return words_block(words, _CLOSED, width_mm, style)


def _draw(page: Page, *, strips: Sequence[Block]) -> None:
    y = _MARGIN_MM
    for strip in strips:
        strip.draw(page, QRectF(_MARGIN_MM, y, _INSIDE_MM, strip.least_mm), 0.0)
        y += strip.least_mm
        page.line(QPointF(_MARGIN_MM, y), QPointF(A4.width_mm - _MARGIN_MM, y), _CUT)
