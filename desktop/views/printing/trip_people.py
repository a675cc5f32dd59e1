"""Who goes on a trip: faces with their names, and who comes along."""

from typing import Final

from PySide6.QtCore import QRectF

from desktop.services.papers import TripCardPaper
from desktop.services.seen import Pic
from desktop.views.printing.lettering import LEAST_PT, Lettering, Room, set_words
from desktop.views.printing.paper import CENTRE, Page, tint
from desktop.views.printing.stack import Row
from desktop.views.texts import Texts

_PAD_MM: Final = 2.5
_RADIUS_MM: Final = 4.0
_MOST_CELLS: Final = 5
_MOST_LINES: Final = 2
_CELL_MM: Final = 38.0
_STRIP_MM: Final = 14.0


def people_row(card: TripCardPaper, texts: Texts, width_mm: float, *, is_small: bool) -> list[Row]:
    """The row of people, if anybody is named: names under faces; many people, or long names, stand closer."""
    people = [(person.pic, person.shown_name) for person in card.people]
    if card.companion:
        name = card.companion.shown_name
        people.append((card.companion.pic, texts("paper.with", name=name) if name else ""))
    if not people:
        return []
    inside_mm = width_mm - 2 * _PAD_MM
    cell = min(inside_mm / len(people), _CELL_MM)
    names = [set_words(name, Room(cell - 1.5, (18, 16, LEAST_PT), bold=True)) for _, name in people]
    if len(people) > _MOST_CELLS or any(len(name.lines) > _MOST_LINES for name in names):
        return [_strip(people, inside_mm)]
    return [_cells(people, names, cell, least_face_mm=13.0 if is_small else 16.0)]


def _cells(people: list[tuple[Pic, str]], names: list[Lettering], cell: float, *, least_face_mm: float) -> Row:
    below = max(name.height_mm for name in names)

    def draw(page: Page, rect: QRectF) -> None:
        page.box(rect, fill=tint("helped"), radius_mm=_RADIUS_MM)
        face = rect.height() - below - 2 * _PAD_MM
        for number, (pic, _) in enumerate(people):
            x = rect.center().x() + (number - len(people) / 2) * cell
            page.face(QRectF(x + 1.5, rect.top() + _PAD_MM, cell - 3, face), pic)
            page.words(QRectF(x, rect.bottom() - below - _PAD_MM / 2, cell, below), names[number], align=CENTRE)

    least = least_face_mm + below + 2 * _PAD_MM
    return Row(draw, least, least + 20.0)


def _strip(people: list[tuple[Pic, str]], inside_mm: float) -> Row:
    face = min(_STRIP_MM, inside_mm / len(people) - 1)
    names = _list([name for _, name in people if name], inside_mm)

    def draw(page: Page, rect: QRectF) -> None:
        page.box(rect, fill=tint("helped"), radius_mm=_RADIUS_MM)
        step = inside_mm / len(people)
        for number, (pic, _) in enumerate(people):
            page.face(QRectF(rect.left() + _PAD_MM + number * step, rect.top() + _PAD_MM, step, face), pic)
        below = QRectF(rect.left() + _PAD_MM, rect.top() + face + 2 * _PAD_MM, inside_mm, names.height_mm)
        page.words(below, names, align=CENTRE)

    height = face + names.height_mm + 3 * _PAD_MM
    return Row(draw, height, height)


def _list(names: list[str], width_mm: float) -> Lettering:
    return set_words(", ".join(names), Room(width_mm, (16, LEAST_PT), bold=True))
