"""Whatever a week holds, on paper each thing is there once, in letters of 14 points or more, and nothing touches."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from desktop.services.papers_week import (
    CentreWeekPaper,
    FireLinePaper,
    FireListPaper,
    MemberWeekPaper,
    RegisterLinePaper,
    RegisterPaper,
    RidePaper,
    RiderPaper,
    StripPaper,
)
from desktop.services.seen import Pic
from desktop.views.printing.fire_lists import fire_list
from desktop.views.printing.paper import A3, A4, Document, PaperSize
from desktop.views.printing.register_sheets import register_sheet
from desktop.views.printing.tomorrow_strips import tomorrow_strips
from desktop.views.printing.transport_lists import transport_list
from desktop.views.printing.week_centre import centre_week
from desktop.views.printing.week_member import member_week
from desktop.views.texts import Texts
from ledger.domain.coming import Presence
from ledger.domain.week import Attendance
from tests.views.printing import week_examples, weeks_made_up
from tests.views.printing.watched import Seen, watched

UNPRINTABLE_MM = 4.5
LEAST_PICTURE_MM = 18

some = settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
sessions = st.sampled_from([0, 1, 5, 15, 30, 60]) | st.integers(1, 60)
chances = st.integers(0, 2**32).map(Random)
numbers = st.integers(1, 70)


def _sound(document: Document) -> list[Seen]:
    """Nothing lies on anything, across a line, or where printers cannot print; no letter is small or a box."""
    pages = watched(document, is_dry=True)
    room = QRectF(0, 0, document.size.width_mm, document.size.height_mm)
    room.adjust(UNPRINTABLE_MM, UNPRINTABLE_MM, -UNPRINTABLE_MM, -UNPRINTABLE_MM)
    for page in pages:
        assert page.overlaps() == []
        assert page.across_lines() == []
        assert page.outside(room) == []
        assert min(words.size_pt for words in page.letterings) >= 14
        assert page.letters_nobody_can_draw() == set()
    return pages


def _marks(pages: list[Seen]) -> Counter[str]:
    """How often each thing to do is named; names broken over lines are one."""
    words = [word for page in pages for words in page.letterings for word in " ".join(words.lines).split()]
    return Counter(word for word in words if word.startswith("No") and word[2:].isdigit())


def _expected(paper: CentreWeekPaper | MemberWeekPaper) -> Counter[str]:
    return Counter(entry.what.split()[0] for day in paper.days for entry in day.entries)


@pytest.mark.parametrize("size", [A4, A3], ids=["A4", "A3"])
@given(chance=chances, count=sessions)
@some
def test_every_session_is_once_on_the_centre_week(texts: Texts, size: PaperSize, chance: Random, count: int) -> None:
    paper = weeks_made_up.centre_week(chance, count)
    pages = _sound(centre_week(paper, texts, size))
    assert _marks(pages) == _expected(paper)
    pictures = [ink.rect for page in pages for ink in page.inks if ink.what == "gh:dancing"]
    assert len(pictures) == _expected(paper).total()
    assert min((min(rect.width(), rect.height()) for rect in pictures), default=99) >= LEAST_PICTURE_MM - 0.01


@given(chance=chances, count=sessions)
@some
def test_everything_a_member_does_is_once_in_their_week(texts: Texts, chance: Random, count: int) -> None:
    paper = weeks_made_up.member_week(chance, count)
    pages = _sound(member_week(paper, texts))
    assert _marks(pages) == _expected(paper)
    inks = Counter(ink.what for page in pages for ink in page.inks)
    assert inks["gh:dancing"] == _expected(paper).total()
    assert inks["gh:made-tea"] == len(paper.helped)


@given(chance=chances, count=sessions)
@some
def test_everything_of_a_day_is_once_on_its_strips(texts: Texts, chance: Random, count: int) -> None:
    paper = weeks_made_up.member_week(chance, count)
    strips = [StripPaper(week_examples.person("Ann"), day) for day in paper.days]
    assert _marks(_sound(tomorrow_strips(strips, texts))) == _expected(paper)


@given(chance=chances, count=numbers, waiting=st.integers(0, 5))
@some
def test_everybody_is_once_in_a_register(texts: Texts, chance: Random, count: int, waiting: int) -> None:
    found = [weeks_made_up.name(chance) for _ in range(count)]
    lines = [
        RegisterLinePaper(
            week_examples.person(f"{weeks_made_up.mark(n)} {name}", n), name, n < waiting, Attendance(n % 4)
        )
        for n, name in enumerate(found)
    ]
    pages = _sound(register_sheet(RegisterPaper(week_examples.entry(0), week_examples.MONDAY, tuple(lines), 8), texts))
    assert _marks(pages) == Counter({weeks_made_up.mark(n): 1 for n in range(len(found))})


@given(chance=chances, count=numbers)
@some
def test_everybody_is_once_on_a_ride(texts: Texts, chance: Random, count: int) -> None:
    found = [weeks_made_up.name(chance) for _ in range(count)]
    where = [weeks_made_up.name(chance) for _ in range(3)]
    riders = [
        RiderPaper(
            week_examples.person(f"{weeks_made_up.mark(n)} {name}", n),
            where[n * len(where) // len(found)],
            500 + n * len(where) // len(found) if n % 7 else -1,
            n % 3 == 0,
        )
        for n, name in enumerate(found)
    ]
    ride = RidePaper(where[0], Pic("om:1F690"), week_examples.person("Sam"), where[-1], 500, tuple(riders), 8, 2)
    pages = _sound(transport_list(ride, week_examples.MONDAY, texts))
    assert _marks(pages) == Counter({weeks_made_up.mark(n): 1 for n in range(len(found))})


@given(chance=chances, count=numbers)
@some
def test_everybody_is_once_on_the_fire_list(texts: Texts, chance: Random, count: int) -> None:
    found = [weeks_made_up.name(chance) for _ in range(count)]
    kinds = ("member", "worker", "visitor", "somebody from the council")
    lines = tuple(
        FireLinePaper(week_examples.person(f"{weeks_made_up.mark(n)} {name}", n), kinds[n % 4], Presence(n % 4), name)
        for n, name in enumerate(found)
    )
    pages = _sound(fire_list(FireListPaper(week_examples.MONDAY, "Meadow Lane", lines, 600), texts))
    assert _marks(pages) == Counter({weeks_made_up.mark(n): 1 for n in range(len(found))})
