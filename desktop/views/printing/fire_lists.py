"""The fire list: everybody who may be in the house, to be counted outside; nobody is left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QRectF

from desktop.services.papers_week import FireLinePaper, FireListPaper
from desktop.services.seen import Pic
from desktop.views.printing import week_words
from desktop.views.printing.lists import (
    WIDTH_MM,
    Column,
    Group,
    Line,
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
from desktop.views.texts import Texts
from ledger.domain.coming import Presence

EMPTY_LINES: Final = 4

_WHO: Final = ("member", "worker", "visitor")
_SAID: Final = {Presence.HERE: "signed_in", Presence.LEFT: "went", Presence.NOT_COMING: "not_coming"}
_BOXES: Final = ("here", "not_here", "not_known")
_PICTURES: Final = (Pic("gh:tick"), Pic("gh:cross"), Pic("gh:question"))
_WIDTHS: Final = (20.0, 22.0, 23.0)
_NAME_MM: Final = 80.0


def fire_list(paper: FireListPaper, texts: Texts) -> Document:
    """Everybody by what they are here, in their order, with boxes; then lines for anybody else."""
    at = [texts("paper.list.printed_at", time=week_words.time_words(paper.minute, texts))] if paper.minute >= 0 else []
    title = ListTitle(
        texts("paper.list.fire"),
        (
            ", ".join(part for part in (paper.centre, texts.day(paper.day)) if part),
            ", ".join([*at, texts.count("paper.list.people", len(paper.people))]),
            texts("paper.list.fire_line"),
        ),
        Pic("om:1F525"),
    )
    columns = _columns(texts)
    groups = []
    for who in _WHO:
        people = [one for one in paper.people if _kind(one) == who]
        if people:
            count = texts.count("paper.list.people", len(people))
            heading = heading_block(f"{texts(f'paper.list.{who}s')}: {count}")
            groups.append(Group(_lines(people, columns, texts), heading))
    groups.append(Group(empty_lines(EMPTY_LINES, columns, _boxes), heading_block(texts("paper.list.others"))))
    return Document("fire-list", title.words, A4, list_pages(PeopleList(title, columns, groups), texts))


def _kind(one: FireLinePaper) -> str:
    """What somebody is here; whoever is neither member nor worker is a visitor."""
    return one.who if one.who in _WHO else _WHO[-1]


def _columns(texts: Texts) -> Sequence[Column]:
    boxes = [
        Column(texts(f"paper.list.{key}"), width, pic)
        for key, width, pic in zip(_BOXES, _WIDTHS, _PICTURES, strict=True)
    ]
    rest = WIDTH_MM - _NAME_MM - sum(_WIDTHS)
    return (Column(texts("paper.week.name"), _NAME_MM), *boxes, Column(texts("paper.list.to_write"), rest))


def _lines(people: Iterable[FireLinePaper], columns: Sequence[Column], texts: Texts) -> list[Line]:
    """What is known of somebody stands below the name: signed in, or where they are expected."""
    return [name_line(_named(one, texts), columns, _boxes) for one in people]


def _named(one: FireLinePaper, texts: Texts) -> Named:
    note = ", ".join(part for part in (_said(one.presence, texts), one.expected) if part)
    return Named(week_words.name_of(one.person), one.person.pic, (note,))


def _said(presence: Presence, texts: Texts) -> str:
    return texts(f"paper.list.{_SAID[presence]}") if presence in _SAID else ""


def _boxes(page: Page, cells: Sequence[QRectF]) -> None:
    for cell in cells[1:4]:
        tick_box(page, cell)
