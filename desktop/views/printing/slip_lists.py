"""The register of slips on paper: sheet by sheet, with the code of each and where to write whom it went to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF

from desktop.clock import local_time
from desktop.services.seen import Pic, SlipOut
from desktop.services.slip_register import RegisterPaper, SheetSeen
from desktop.views.printing.amounts import amount_words
from desktop.views.printing.lettering import LEAST_PT, Room, set_words, shortened
from desktop.views.printing.lists import (
    WIDTH_MM,
    Column,
    Group,
    Line,
    ListTitle,
    PeopleList,
    heading_block,
    list_pages,
    tick_box,
)
from desktop.views.printing.paper import A4, CENTRE, Document, Page
from desktop.views.printing.week_words import time_words
from desktop.views.texts import Texts

_CODE_MM: Final = 56.0
_AMOUNT_MM: Final = 42.0
_OUT_MM: Final = 22.0
_LINE_MM: Final = 11.0
_SLIP: Final = Pic("gh:slip")


def slip_list(paper: RegisterPaper, texts: Texts) -> Document:
    """The register; what has been given out is ticked, and says to whom."""
    count = sum(len(sheet.slips) for sheet in paper.sheets) + len(paper.loose)
    below = (texts.day(paper.day), texts.count("staff.slips.line", count))
    title = ListTitle(texts("paper.out.title", centre=paper.centre), below, _SLIP)
    columns = (
        Column(texts("paper.out.code"), _CODE_MM),
        Column(texts("paper.out.worth"), _AMOUNT_MM),
        Column(texts("paper.out.given"), _OUT_MM, Pic("gh:tick")),
        Column(texts("paper.out.whose"), WIDTH_MM - _CODE_MM - _AMOUNT_MM - _OUT_MM),
    )
    groups = [Group(_lines(sheet.slips, paper, texts), heading_block(_printed(sheet, texts))) for sheet in paper.sheets]
    if paper.loose:
        groups.append(Group(_lines(paper.loose, paper, texts), heading_block(texts("paper.out.alone"))))
    return Document("slip-register", title.words, A4, list_pages(PeopleList(title, columns, groups), texts))


def _printed(sheet: SheetSeen, texts: Texts) -> str:
    at = local_time(sheet.printed_ms)
    when = f"{texts.day(at.date())}, {time_words(at.hour * 60 + at.minute, texts)}"
    return texts("paper.out.sheet", when=when)


def _lines(slips: Sequence[SlipOut], paper: RegisterPaper, texts: Texts) -> list[Line]:
    return [_line(slip, paper, texts) for slip in slips]


def _line(slip: SlipOut, paper: RegisterPaper, texts: Texts) -> Line:
    code = set_words(slip.code, Room(_CODE_MM - 4, (16, LEAST_PT), lines=1, bold=True))
    room = Room(_AMOUNT_MM - 4, lines=2)
    worth = set_words(amount_words(slip.minutes, paper.credit_minutes, texts), room)
    width = WIDTH_MM - _CODE_MM - _AMOUNT_MM - _OUT_MM - 4
    whose = shortened(set_words(_whose(slip, texts), Room(width, lines=2)), 2, width)

    def draw(page: Page, cells: Sequence[QRectF]) -> None:
        for cell, words in ((cells[0], code), (cells[1], worth)):
            top = cell.center().y() - words.height_mm / 2
            page.words(QRectF(cell.left() + 2, top, cell.width() - 4, words.height_mm), words, align=CENTRE)
        if not slip.is_void_waiting:
            tick_box(page, cells[2], is_ticked=slip.is_handed_out)
        last = cells[3]
        top = last.center().y() - whose.height_mm / 2
        page.words(QRectF(last.left() + 2, top, last.width() - 4, whose.height_mm), whose)

    return Line(max(_LINE_MM, worth.height_mm + 2, whose.height_mm + 2), draw)


def _whose(slip: SlipOut, texts: Texts) -> str:
    """Whose it is, or whom it went to; of a thank-you slip in the drawer nothing: there it is written by hand."""
    if slip.is_void_waiting:
        return texts("paper.out.void")
    person = slip.member or slip.handed_to
    name = "" if person is None else person.shown_name or person.spoken_name
    return ", ".join(part for part in (name, slip.place) if part)
