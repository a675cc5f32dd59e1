"""Transport lists: each ride begins a page; who is met where and when, for the driver to tick off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from PySide6.QtCore import QRectF

from desktop.services.papers_week import RidePaper, RiderPaper, TransportPaper
from desktop.services.seen import Pic
from desktop.views.printing import week_words
from desktop.views.printing.lists import (
    WIDTH_MM,
    Column,
    Group,
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

EMPTY_LINES: Final = 2

_WHEELCHAIR: Final = Pic("om:267F")
_STOP: Final = Pic("om:1F68F")
_NAME_MM: Final = 104.0
_IN_MM: Final = 20.0


def transport_lists(paper: TransportPaper, texts: Texts) -> Iterator[Document]:
    """The rides of a day, each made when it is asked for."""
    return (transport_list(ride, paper.day, texts) for ride in paper.rides)


def transport_list(ride: RidePaper, day: date, texts: Texts) -> Document:
    """One ride."""
    driver = ride.driver
    where = ride.what or texts("paper.list.to_centre")
    room = [texts.count("paper.list.seats", ride.seats)] if ride.seats else []
    room += [texts.count("paper.list.wheelchairs", ride.wheelchair_places)] if ride.wheelchair_places else []
    when = [texts.day(day), *([week_words.time_words(ride.start_minute, texts)] if ride.start_minute >= 0 else [])]
    who = driver.shown_name if driver else ""
    drives = texts("paper.list.drives", name=who) if who else "" if driver else texts("paper.list.who_drives")
    title = ListTitle(f"{ride.vehicle}: {where}", (", ".join(when), ", ".join(room)), ride.pic, driver, drives)
    columns = (
        Column(texts("paper.list.who"), _NAME_MM),
        Column(texts("paper.list.in"), _IN_MM, Pic("gh:tick")),
        Column(texts("paper.list.to_write"), WIDTH_MM - _NAME_MM - _IN_MM),
    )
    groups = [_group(met, tuple(riders), columns, texts) for met, riders in groupby(ride.riders, key=_met)]
    others = heading_block(texts("paper.list.others"))
    groups.append(Group(empty_lines(EMPTY_LINES, columns, _box), others, is_spare=True))
    return Document("transport", title.words, A4, list_pages(PeopleList(title, columns, groups), texts))


def _met(rider: RiderPaper) -> tuple[int, str]:
    return rider.minute, rider.stop


def _group(met: tuple[int, str], riders: Sequence[RiderPaper], columns: Sequence[Column], texts: Texts) -> Group:
    """Whoever is met at one stop at one time."""
    minute, stop = met
    time = week_words.time_words(minute, texts) if minute >= 0 else texts("paper.list.no_time")
    words = f"{time}, {stop or texts('paper.list.no_stop')}"
    heading = heading_block(words, pic=None if minute >= 0 else _STOP, minute=minute)
    lines = [name_line(_named(rider, texts), columns, _box) for rider in riders]
    return Group(lines, heading)


def _named(rider: RiderPaper, texts: Texts) -> Named:
    name, face = week_words.name_of(rider.person), rider.person.pic
    if not rider.in_wheelchair:
        return Named(name, face)
    return Named(name, face, (texts("paper.list.wheelchair"),), _WHEELCHAIR)


def _box(page: Page, cells: Sequence[QRectF]) -> None:
    tick_box(page, cells[1])
