"""Session registers: who is expected, boxes for who came, space to write; each session begins a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import QRectF

from desktop.services.papers_week import RegisterLinePaper, RegisterPaper
from desktop.services.seen import PersonSeen, Pic
from desktop.views.printing import week_words
from desktop.views.printing.lists import (
    WIDTH_MM,
    Column,
    Group,
    Line,
    LineDrawing,
    ListTitle,
    Named,
    PeopleList,
    empty_lines,
    heading_block,
    list_pages,
    name_line,
    tick_box,
)
from desktop.views.printing.paper import A4, Document, Page
from desktop.views.printing.week_entry import NOT_TODAY
from desktop.views.texts import Texts
from ledger.domain.week import Attendance

EMPTY_LINES: Final = 3

_BOXES: Final = (Attendance.CAME, Attendance.CAME_LATER, Attendance.NOT_TODAY)
_KEYS: Final = ("came", "came_later", "not_today")
_PICTURES: Final = (Pic("gh:tick"), Pic("gh:clock-badge"), NOT_TODAY)
_WIDTHS: Final = (22.0, 24.0, 24.0)
_NAME_MM: Final = 72.0


def register_sheets(papers: Iterable[RegisterPaper], texts: Texts) -> Iterator[Document]:
    """Registers, each made when it is asked for."""
    return (register_sheet(paper, texts) for paper in papers)


def register_sheet(paper: RegisterPaper, texts: Texts) -> Document:
    """One session's register."""
    session = paper.session
    leader = session.people[0] if session.people else None
    where = [session.room] if session.room else []
    title = ListTitle(
        session.what,
        (
            texts.day(paper.day),
            week_words.from_to(session.start_minute, session.minutes, texts),
            ", ".join([*where, *([texts.count("paper.list.places", paper.places)] if paper.places else [])]),
        ),
        session.pic,
        leader,
        _leads(leader, texts),
    )
    columns = _columns(texts)
    going = [line for line in paper.people if not line.is_listed]
    waiting = [line for line in paper.people if line.is_listed]
    groups = [Group([*_lines(going, columns), *empty_lines(EMPTY_LINES, columns, _boxes(Attendance.NOT_KNOWN))])]
    if waiting:
        groups.append(
            Group(_lines(waiting, columns), heading_block(texts("paper.list.waits"), pic=Pic("gh:hourglass")))
        )
    name = f"{texts('paper.list.register')}: {session.what}"
    return Document("register", name, A4, list_pages(PeopleList(title, columns, groups), texts))


def _leads(leader: PersonSeen | None, texts: Texts) -> str:
    """Who leads it; where nobody does yet, a question to write the answer to."""
    if leader is None:
        return texts("paper.list.who_leads")
    return texts("paper.list.leads", name=leader.shown_name) if leader.shown_name else ""


def _columns(texts: Texts) -> Sequence[Column]:
    boxes = [
        Column(texts(f"paper.list.{key}"), width, pic)
        for key, width, pic in zip(_KEYS, _WIDTHS, _PICTURES, strict=True)
    ]
    rest = WIDTH_MM - _NAME_MM - sum(_WIDTHS)
    return (Column(texts("paper.week.name"), _NAME_MM), *boxes, Column(texts("paper.list.to_write"), rest))


def _lines(people: Iterable[RegisterLinePaper], columns: Sequence[Column]) -> list[Line]:
    return [
        name_line(Named(week_words.name_of(one.person), one.person.pic, (one.note,)), columns, _boxes(one.attendance))
        for one in people
    ]


def _boxes(attendance: Attendance) -> LineDrawing:
    def draw(page: Page, cells: Sequence[QRectF]) -> None:
        for box, cell in zip(_BOXES, cells[1:], strict=False):
            tick_box(page, cell, is_ticked=box == attendance)

    return draw
