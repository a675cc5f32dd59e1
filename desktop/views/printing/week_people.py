"""People in a week's cell: their faces, the names of those who let them be written, and who drives."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF

from desktop.services.papers_week import EntryPaper
from desktop.services.seen import PersonSeen, Pic
from desktop.views.parts.trips import way_picture
from desktop.views.printing import week_words
from desktop.views.printing.lettering import LEAST_PT, Lettering, Room, set_words, shortened
from desktop.views.printing.paper import CENTRE, Page
from desktop.views.printing.week_grid import Block
from desktop.views.printing.week_scale import Style

_GAP_MM: Final = 1.5
_LEAST_NAME_MM: Final = 22.0
_MOST_BESIDE: Final = 2
_MOST_FACES: Final = 12
_WAY_SHAPE: Final = 1.8
_LEAST_WAY_MM: Final = 5.0


def people_line(people: Sequence[PersonSeen], room: str, inside_mm: float, style: Style) -> Block:
    """Faces in rows, the names and the room beside a few, below many; of a crowd only the first faces."""
    scale, face = style.scale, style.scale.face_mm
    told = ", ".join([*(person.shown_name for person in people if person.shown_name), *([room] if room else [])])
    people = people[:_MOST_FACES]
    row_mm = len(people) * (face + _GAP_MM)
    beside = set_words(told, Room(max(_LEAST_NAME_MM, inside_mm - row_mm), (scale.words_pt, LEAST_PT), lines=2))
    if inside_mm - row_mm >= _LEAST_NAME_MM and len(beside.lines) <= _MOST_BESIDE:
        return Block(max(face, beside.height_mm), partial(_draw_beside, people=people, words=beside, face=face))
    below = set_words(told, Room(inside_mm, (scale.words_pt, LEAST_PT), lines=3))
    below = shortened(below, style.most_lines, inside_mm)
    in_row = max(1, int((inside_mm + _GAP_MM) // (face + _GAP_MM)))
    rows = [people[first : first + in_row] for first in range(0, len(people), in_row)]
    height = len(rows) * (face + _GAP_MM) + below.height_mm
    return Block(height, partial(_draw_below, rows=rows, words=below, face=face))


def way_line(entry: EntryPaper, inside_mm: float, style: Style) -> Block:
    """How they get there in pictures: the vehicle, who drives it, and when they are met."""
    height, has_time = style.scale.face_mm, entry.ride_minute >= 0
    if has_time:  # its words want room beside the pictures
        height = min(height, max(_LEAST_WAY_MM, (inside_mm - 2 * _GAP_MM - _LEAST_NAME_MM) / (_WAY_SHAPE + 1)))
    driver, width = entry.driver, height * _WAY_SHAPE
    faces = width + (height + _GAP_MM if driver else 0)
    time = week_words.time_words(entry.ride_minute, style.texts) if has_time else ""
    room = Room(inside_mm - faces - _GAP_MM, (style.scale.words_pt, LEAST_PT), lines=1, bold=True)
    words = set_words(time, room)

    def draw(page: Page, rect: QRectF, _growth: float) -> None:
        x = rect.left() + (rect.width() - faces - (words.width_mm + _GAP_MM if time else 0)) / 2
        middle = rect.center().y()
        page.picture(QRectF(x, middle - height / 2, width, height), Pic(way_picture(entry.way)))
        if driver:
            page.face(QRectF(x + width + _GAP_MM, middle - height / 2, height, height), driver.pic)
        if time:
            told = QRectF(x + faces + _GAP_MM, middle - words.height_mm / 2, words.width_mm, words.height_mm)
            page.words(told, words)

    return Block(max(height, words.height_mm), draw)


def _draw_beside(
    page: Page, rect: QRectF, _growth: float, *, people: Sequence[PersonSeen], words: Lettering, face: float
) -> None:
    row_mm = len(people) * (face + _GAP_MM)
    left = rect.left() + (rect.width() - row_mm - words.width_mm) / 2
    for number, person in enumerate(people):
        page.face(QRectF(left + number * (face + _GAP_MM), rect.center().y() - face / 2, face, face), person.pic)
    top = rect.center().y() - words.height_mm / 2
    page.words(QRectF(left + row_mm, top, words.width_mm, words.height_mm), words)


def _draw_below(
    page: Page, rect: QRectF, _growth: float, *, rows: Sequence[Sequence[PersonSeen]], words: Lettering, face: float
) -> None:
    for number, row in enumerate(rows):
        left = rect.left() + (rect.width() - len(row) * (face + _GAP_MM) + _GAP_MM) / 2
        for place, person in enumerate(row):
            spot = QRectF(left + place * (face + _GAP_MM), rect.top() + number * (face + _GAP_MM), face, face)
            page.face(spot, person.pic)
    top = rect.top() + len(rows) * (face + _GAP_MM)
    page.words(QRectF(rect.left(), top, rect.width(), words.height_mm), words, align=CENTRE)
