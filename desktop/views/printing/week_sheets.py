"""Which sheets of the week there are, and the documents of each, ready to be drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final

from desktop.views.printing.fire_lists import fire_list
from desktop.views.printing.paper import A3, A4, Document, in_grey
from desktop.views.printing.register_sheets import register_sheets
from desktop.views.printing.tomorrow_strips import tomorrow_strips
from desktop.views.printing.transport_lists import transport_lists
from desktop.views.printing.week_centre import centre_week
from desktop.views.printing.week_member import blank_week, member_week, member_weeks
from desktop.views.texts import Texts
from ledger.domain.names import FactId

_DAYS_A_WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class SheetsAsked:
    """Which sheets. member: whose week, None for everybody's. day: of a register, a transport list, a fire list."""

    kind: str
    monday: date
    day: date
    member: FactId | None = None
    is_a3: bool = False
    is_grey: bool = False


_Make = Callable[[Any, SheetsAsked, Texts], tuple[Document, ...]]


def _centre(papers: Any, asked: SheetsAsked, texts: Texts) -> tuple[Document, ...]:
    return (centre_week(papers.centre(asked.monday), texts, A3 if asked.is_a3 else A4),)


def _members(papers: Any, asked: SheetsAsked, texts: Texts) -> tuple[Document, ...]:
    if asked.member is not None:
        return (member_week(papers.member(asked.member, asked.monday), texts),)
    return tuple(member_weeks(papers.members(asked.monday), texts))


def _home_copies(papers: Any, asked: SheetsAsked, texts: Texts) -> tuple[Document, ...]:
    return tuple(member_weeks(papers.home_copies(asked.monday), texts))


def _registers(papers: Any, asked: SheetsAsked, texts: Texts) -> tuple[Document, ...]:
    return tuple(register_sheets(papers.registers(asked.day), texts))


def _transport(papers: Any, asked: SheetsAsked, texts: Texts) -> tuple[Document, ...]:
    return tuple(transport_lists(papers.transport(asked.day), texts))


def _strips(papers: Any, asked: SheetsAsked, texts: Texts) -> tuple[Document, ...]:
    found = papers.strips(asked.day)
    return (tomorrow_strips(found, texts),) if found else ()


def _fire_list(papers: Any, asked: SheetsAsked, texts: Texts) -> tuple[Document, ...]:
    return (fire_list(papers.fire_list(asked.day), texts),)


def _blank(papers: Any, asked: SheetsAsked, texts: Texts) -> tuple[Document, ...]:
    return (blank_week(papers.blank(asked.monday, asked.member), texts),)


def _whole(papers: Any, asked: SheetsAsked, texts: Texts) -> tuple[Document, ...]:
    """What a week needs on its Monday: the wall, every member, copies for home, then each day's registers and rides."""
    found = [*_centre(papers, asked, texts), *member_weeks(papers.members(asked.monday), texts)]
    found += _home_copies(papers, asked, texts)
    for number in range(_DAYS_A_WEEK):
        of_day = replace(asked, day=asked.monday + timedelta(days=number))
        found += [*_registers(papers, of_day, texts), *_transport(papers, of_day, texts)]
    return tuple(found)


KINDS: Final[Mapping[str, _Make]] = {
    "centre": _centre,
    "whole": _whole,
    "members": _members,
    "home_copies": _home_copies,
    "strips": _strips,
    "registers": _registers,
    "transport": _transport,
    "fire_list": _fire_list,
    "blank": _blank,
}
WITH_WALL: Final = frozenset({"centre", "whole"})
OF_A_DAY: Final = frozenset({"registers", "transport", "strips", "fire_list"})
OF_A_MEMBER: Final = frozenset({"members", "blank"})


def documents_of(services: Any, asked: SheetsAsked, texts: Texts) -> tuple[Document, ...]:
    """The documents of what is asked for; none where there is nobody, and nothing, to print."""
    found = KINDS[asked.kind](services.week_papers, asked, texts)
    return tuple(in_grey(one) for one in found) if asked.is_grey else found
