"""One thing to do as a block of a week's sheet: picture, clock, words, people, how to get there, what changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF

from desktop.services.papers_week import EntryPaper
from desktop.services.seen import Pic
from desktop.views.kit.art import ClockTime
from desktop.views.printing import week_words
from desktop.views.printing.lettering import LEAST_PT, Lettering, Room, set_words, shortened
from desktop.views.printing.paper import CENTRE, WHITE, Edge, Page
from desktop.views.printing.week_grid import PAD_MM, Block
from desktop.views.printing.week_people import people_line, way_line
from desktop.views.printing.week_scale import LEAST_PICTURE_MM, Style

NOT_TODAY: Final = Pic("om:1F6CF")
"""The same as on screen."""

_GAP_MM: Final = 0.8
_MOST_MM: Final = 195.0  # a page of A4 has a little more
_FEWER_LINES: Final = (14, 8, 5, 3, 2)
_HOUR: Final = 60
_SIGN_MM: Final = 6.0
_CROSS: Final = Pic("gh:cross")
_CHANGE: Final = Pic("om:1F504")
_EXTRA: Final = Pic("gh:plus")
_LIST: Final = Pic("gh:hourglass")
_SIGNS: Final = {"off": _CROSS, "extra": _EXTRA, "listed": _LIST}
_TAG: Final = Edge(0.7)
_YELLOW: Final = "#FFE9A8"


def entry_block(entry: EntryPaper, width_mm: float, style: Style) -> Block:
    """A session or trip, as wide as its cell; only words that would fill a page by themselves are shortened."""
    blocks = (_block(entry, width_mm, replace(style, most_lines=most)) for most in _FEWER_LINES)
    return next((block for block in blocks if block.least_mm <= _MOST_MM), None) or _block(
        entry, width_mm, replace(style, most_lines=1)
    )


def _block(entry: EntryPaper, width_mm: float, style: Style) -> Block:
    inside = width_mm - 2 * PAD_MM
    lines: list[Block] = [*_top(entry, inside, style), _label(entry.what, inside, style)]
    lines += _said(entry, inside, style)
    lines += [_tag(sign, words, inside, style) for sign, words in week_words.changes(entry, style)]
    least = sum(line.least_mm for line in lines) + _GAP_MM * (len(lines) - 1) + 2 * PAD_MM
    return Block(least, partial(_draw, lines=lines))


def words_block(words: str, pic: Pic, width_mm: float, style: Style) -> Block:
    """A picture and a few words beside it, such as "At home"."""
    size = style.scale.picture_mm * 0.75
    room = width_mm - size - 6 - 2 * PAD_MM
    told = shortened(set_words(words, Room(room, style.scale.label_pts, lines=3, bold=True)), style.most_lines, room)

    def draw(page: Page, rect: QRectF, _growth: float) -> None:
        left = rect.left() + (rect.width() - size - 4 - told.width_mm) / 2
        page.picture(QRectF(left, rect.center().y() - size / 2, size, size), pic)
        top = rect.center().y() - told.height_mm / 2
        page.words(QRectF(left + size + 4, top, told.width_mm, told.height_mm), told)

    return Block(max(size, told.height_mm) + 2 * PAD_MM, draw)


def centred_words(words: Lettering) -> Block:
    """Words in the middle of their width."""

    def draw(page: Page, rect: QRectF, _growth: float) -> None:
        page.words(QRectF(rect.left(), rect.top(), rect.width(), words.height_mm), words, align=CENTRE)

    return Block(words.height_mm, draw)


def _draw(page: Page, rect: QRectF, growth: float, *, lines: Sequence[Block]) -> None:
    """Line by line; the first, the pictures, takes what there is to grow."""
    y = rect.top() + PAD_MM
    for number, line in enumerate(lines):
        grown = growth if number == 0 else 0.0
        height = line.least_mm + grown
        line.draw(page, QRectF(rect.left() + PAD_MM, y, rect.width() - 2 * PAD_MM, height), grown)
        y += height + _GAP_MM


def _top(entry: EntryPaper, inside: float, style: Style) -> list[Block]:
    """The picture, and beside or below it the clock with the time in words."""
    picture = style.scale.picture_mm
    alone = Block(picture, lambda page, rect, _growth: page.picture(rect, entry.pic))
    if entry.start_minute < 0:
        return [alone]
    if style.scale.is_tall:
        return [alone, _time_below(entry.start_minute, inside, style)]
    return [_time_beside(entry, inside, style)]


def _time_beside(entry: EntryPaper, inside: float, style: Style) -> Block:
    hour, minute = divmod(entry.start_minute, _HOUR)
    picture = style.scale.picture_mm
    room = Room(inside - LEAST_PICTURE_MM - 1, (style.scale.words_pt, LEAST_PT), lines=1, bold=True)
    words = set_words(style.texts.time(hour, minute), room)
    beside = max(words.width_mm, inside * 0.46, style.scale.clock_mm)

    def draw(page: Page, rect: QRectF, growth: float) -> None:
        page.picture(QRectF(rect.left(), rect.top(), rect.width() - beside - 1, rect.height()), entry.pic)
        clock = min(style.scale.clock_mm + growth / 2, rect.height() - words.height_mm)
        top = rect.top() + (rect.height() - clock - words.height_mm) / 2
        page.art(QRectF(rect.right() - beside, top, beside, clock), ClockTime(hour, minute))
        told = QRectF(rect.right() - beside, top + clock, beside, words.height_mm)
        page.words(told, words, align=CENTRE)

    return Block(max(picture, style.scale.clock_mm + words.height_mm), draw)


def _time_below(start_minute: int, inside: float, style: Style) -> Block:
    hour, minute = divmod(start_minute, _HOUR)
    clock = style.scale.clock_mm
    room = Room(inside - clock - 2, (style.scale.words_pt, 16, LEAST_PT), lines=1, bold=True)
    words = set_words(style.texts.time(hour, minute), room)

    def draw(page: Page, rect: QRectF, _growth: float) -> None:
        left = rect.left() + (rect.width() - clock - 2 - words.width_mm) / 2
        page.art(QRectF(left, rect.center().y() - clock / 2, clock, clock), ClockTime(hour, minute))
        top = rect.center().y() - words.height_mm / 2
        page.words(QRectF(left + clock + 2, top, words.width_mm, words.height_mm), words)

    return Block(max(clock, words.height_mm), draw)


def _label(what: str, inside: float, style: Style) -> Block:
    words = set_words(what, Room(inside, style.scale.label_pts, lines=2, bold=True))
    return centred_words(shortened(words, style.most_lines, inside))


def _said(entry: EntryPaper, inside: float, style: Style) -> list[Block]:
    """Who and where; on a member's own sheet also their job and how they get there."""
    scale, texts = style.scale, style.texts
    room = Room(inside, (scale.words_pt,), lines=2)
    found = []
    if style.is_for_all:
        if words := week_words.leader_and_room(entry, texts):
            found.append(centred_words(shortened(set_words(words, room), style.most_lines, inside)))
        return found
    if entry.people or entry.room:
        found.append(people_line(entry.people, entry.room, inside, style))
    if entry.job:
        found.append(
            centred_words(shortened(set_words(texts("paper.week.job", job=entry.job), room), style.most_lines, inside))
        )
    if entry.way:
        found.append(way_line(entry, inside, style))
        told = set_words(week_words.getting_there(entry, texts), Room(inside, (scale.words_pt, LEAST_PT)))
        found.append(centred_words(shortened(told, style.most_lines, inside)))
    return found


def _tag(sign: str, words: str, inside: float, style: Style) -> Block:
    """What is other than usual: a thick frame, a sign and words, so that it is seen without colour too."""
    told = set_words(words, Room(inside - _SIGN_MM - 5, (style.scale.words_pt, LEAST_PT), lines=2, bold=True))
    told = shortened(told, style.most_lines, inside - _SIGN_MM - 5)
    height = max(told.height_mm, _SIGN_MM) + 1.6

    def draw(page: Page, rect: QRectF, _growth: float) -> None:
        width = told.width_mm + _SIGN_MM + 5
        box = QRectF(rect.center().x() - width / 2, rect.top() + 0.35, width, height - 0.7)
        page.box(box, edge=_TAG, fill=WHITE if sign == "off" else _YELLOW, radius_mm=1.5)
        page.picture(
            QRectF(box.left() + 1.5, box.center().y() - _SIGN_MM / 2, _SIGN_MM, _SIGN_MM), _SIGNS.get(sign, _CHANGE)
        )
        top = box.center().y() - told.height_mm / 2
        page.words(QRectF(box.left() + _SIGN_MM + 3, top, told.width_mm, told.height_mm), told)

    return Block(height, draw)
