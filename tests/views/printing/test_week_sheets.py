"""The sheets of a week, read and looked at as those who hang them up and take them home do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import ImageChops
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from desktop.command.paper_week import write_centre_week, write_member_weeks
from desktop.services.papers_week import BlankWeekPaper, CentreWeekPaper, StripPaper
from desktop.services.week_seen import ChangeSeen
from desktop.views.printing.fire_lists import fire_list
from desktop.views.printing.jobs import write_pdf
from desktop.views.printing.paper import A3, A4, Document, in_grey, joined
from desktop.views.printing.register_sheets import register_sheet
from desktop.views.printing.tomorrow_strips import tomorrow_strips
from desktop.views.printing.transport_lists import transport_lists
from desktop.views.printing.week_centre import centre_week
from desktop.views.printing.week_member import blank_week, member_week, member_weeks
from desktop.views.texts import Texts
from tests.views.printing import week_examples
from tests.views.printing.paper_tools import Paper
from tests.views.printing.watched import Seen, watched

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def _strips(texts: Texts) -> Document:
    week = week_examples.member_week()
    strips = [
        StripPaper(week_examples.person(name, n), day)
        for n, (name, day) in enumerate(zip("ABCDE", week.days, strict=True))
    ]
    return tomorrow_strips(strips, texts)


SHEETS: dict[str, Callable[[Texts], Document]] = {
    "quiet": lambda texts: centre_week(week_examples.quiet_week(), texts),
    "full": lambda texts: centre_week(week_examples.centre_week(60), texts),
    "wall": lambda texts: centre_week(week_examples.centre_week(20), texts, A3),
    "member": lambda texts: member_week(week_examples.member_week(), texts),
    "full-member": lambda texts: member_week(week_examples.full_member_week(), texts),
    "blank": lambda texts: blank_week(BlankWeekPaper(week_examples.days([[]] * 5)), texts),
    "register": lambda texts: register_sheet(week_examples.register(), texts),
    "transport": lambda texts: joined(list(transport_lists(week_examples.transport(), texts))),
    "fire": lambda texts: fire_list(week_examples.fire_list(), texts),
    "strips": _strips,
}


@pytest.fixture(params=SHEETS, scope="module")
def made(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Document, Paper, Paper]:
    """A sheet, the same as a file in colour and in grey."""
    assert qapp is not None
    document = SHEETS[request.param](Texts())
    folder = tmp_path_factory.mktemp("paper")
    write_pdf(document, folder / "colour.pdf")
    write_pdf(in_grey(document), folder / "grey.pdf")
    return document, Paper(folder / "colour.pdf"), Paper(folder / "grey.pdf")


def test_a_sheet_is_vectors_in_large_letters_of_its_own_fonts(made: tuple[Document, Paper, Paper]) -> None:
    document, colour, _ = made
    assert colour.least_pt() >= 14
    assert colour.has_only_embedded_fonts()
    assert colour.sizes_mm() == [(document.size.width_mm, document.size.height_mm)] * len(document.pages)


def test_black_and_white_says_the_same_without_a_colour(made: tuple[Document, Paper, Paper]) -> None:
    _, colour, grey = made
    assert grey.text() == colour.text()
    for page in grey.pages(40):
        red, green, blue = page.convert("RGB").split()
        assert ImageChops.difference(red, green).getbbox() is None
        assert ImageChops.difference(green, blue).getbbox() is None


def test_a_usual_week_is_one_sheet_then_halves_then_days(texts: Texts) -> None:
    found = [centre_week(week_examples.centre_week(count), texts) for count in (1, 20, 30, 60)]
    assert [(len(one.pages), one.size.is_landscape) for one in found] == [(1, True), (1, True), (2, False), (5, False)]
    wall = centre_week(week_examples.centre_week(30), texts, A3)
    assert (wall.size, len(wall.pages)) == (A3.turned(), 1)


def test_a_week_with_one_thing_in_it_has_rows_to_write_in_like_any_other(texts: Texts) -> None:
    (page,) = watched(centre_week(week_examples.quiet_week(), texts), is_dry=True)
    morning, lunch, afternoon = (_place(page, words).center().y() for words in ("Morning", "Lunch", "Afternoon"))
    assert afternoon - lunch >= 35
    assert morning < lunch < afternoon


@pytest.mark.usefixtures("qapp")
def test_the_wall_says_when_what_who_where_and_what_changed(tmp_path: Path) -> None:
    assert write_centre_week(week_examples.centre_week(20), tmp_path / "week.pdf", language="en") == 1
    words = Paper(tmp_path / "week.pdf").words()
    for said in (
        *DAYS,
        "Meadow Lane Day Centre",
        "half past 10",
        "Gardening",
        "Jo, Kitchen",
        "Was Art",
        "Not this week",
    ):
        assert said in words


def test_no_member_who_leads_is_named_on_the_wall(texts: Texts) -> None:
    paper = week_examples.centre_week(1)
    led = replace(
        paper.days[0].entries[0],
        people=(week_examples.person("Ann"),),
        is_led_by_member=True,
        changes=(ChangeSeen("leader", "Bob"), ChangeSeen("driver", "Cath")),
    )
    words = _words(centre_week(replace(paper, days=(replace(paper.days[0], entries=(led,)),)), texts))
    assert "A member leads" in words
    assert "Somebody else leads" in words
    assert not {"Ann", "Bob", "Cath"} & set(words.replace(",", " ").split())


@pytest.mark.usefixtures("qapp")
def test_a_members_usual_week_is_one_side_with_every_day_and_what_it_takes_to_go(tmp_path: Path) -> None:
    assert write_member_weeks([week_examples.member_week()], tmp_path / "ann.pdf", language="en", is_grey=True) == 1
    words = Paper(tmp_path / "ann.pdf").words()
    for said in (
        *DAYS,
        "Ann: my week",
        "10 o'clock",
        "Swimming",
        "Minibus with Sam",
        "20 to 2",
        "Was Art",
        "At home",
        "Not today",
        "My job: Makes the tea",
        "This week I helped",
        "Washed up",
        "Elm Road",
    ):
        assert said in words
    assert "For home" not in words


def test_a_days_place_is_the_same_each_week(texts: Texts) -> None:
    """Columns stand where they stood; only what is in them is other."""
    weeks = (week_examples.member_week(), replace(week_examples.member_week(), days=week_examples.days([[]] * 5)))
    first, second = (watched(member_week(week, texts), is_dry=True)[0] for week in weeks)
    for word in ("Morning", "Lunch", "Afternoon", "Monday"):
        assert _place(first, word).center().x() == pytest.approx(_place(second, word).center().x(), abs=0.1)


def test_a_trip_on_a_closed_day_stays_on_the_week(texts: Texts) -> None:
    week = week_examples.member_week()
    monday = replace(week.days[0], is_open=False, closed="Christmas Day")
    words = _words(member_week(replace(week, days=(monday,)), texts))
    assert "Closed: Christmas Day" in words
    assert "Gardening" in words


def test_a_week_without_an_open_day_is_still_a_page(texts: Texts) -> None:
    for document in (
        centre_week(CentreWeekPaper("", ()), texts),
        member_week(replace(week_examples.member_week(), days=(), helped=()), texts),
        blank_week(BlankWeekPaper(()), texts),
    ):
        (page,) = watched(document)
        assert page.letterings


def test_a_home_copy_says_so_and_help_is_there_only_if_it_was_given(texts: Texts) -> None:
    week = replace(week_examples.member_week(), is_home_copy=True, helped=())
    words = _words(member_week(week, texts))
    assert "For home" in words
    assert "This week I helped" not in words


def test_every_member_begins_a_page(texts: Texts) -> None:
    papers = [week_examples.member_week(name, number) for number, name in enumerate(week_examples.NAMES)]
    documents = tuple(member_weeks(papers, texts))
    assert [_words(document).split(":")[0] for document in documents] == list(week_examples.NAMES)
    assert len(joined(documents).pages) == sum(len(document.pages) for document in documents)


def test_long_lists_say_their_columns_and_count_on_every_page(texts: Texts) -> None:
    for document, columns in (
        (register_sheet(week_examples.register(40), texts), {"Came", "Name"}),
        (fire_list(week_examples.fire_list(60), texts), {"Here", "Name"}),
    ):
        pages = watched(document, is_dry=True)
        assert len(pages) > 1
        for number, page in enumerate(pages, start=1):
            words = {ink.what for ink in page.inks}
            assert columns <= words
            assert f"Page {number} of {len(pages)}" in words


def test_a_fire_list_has_boxes_for_each_person_and_for_anybody_else(texts: Texts) -> None:
    paper = week_examples.fire_list(10)
    boxes = [box for page in watched(fire_list(paper, texts), is_dry=True) for box in page.boxes]
    assert len([box for box in boxes if (box.width(), box.height()) == (8, 8)]) == 3 * (len(paper.people) + 4)


def test_a_register_asks_who_leads_where_nobody_does_yet(texts: Texts) -> None:
    paper = week_examples.register()
    assert "Who leads?" not in _words(register_sheet(paper, texts))
    nobody = replace(paper, session=replace(paper.session, people=()))
    assert "Who leads?" in _words(register_sheet(nobody, texts))


def test_whoever_waits_for_a_place_stands_below_a_line_of_their_own(texts: Texts) -> None:
    words = _words(register_sheet(week_examples.register(), texts)).replace("- ", "")
    assert words.index("Tom") < words.index("On the list for a place") < words.index("Wolfeschlegelsteinhausen")


def test_a_ride_says_when_and_where_each_is_met_and_who_needs_room_for_a_wheelchair(texts: Texts) -> None:
    first, second = transport_lists(week_examples.transport(), texts)
    words = _words(first)
    for said in (
        "Blue bus: To the centre",
        "Sam drives",
        "20 past 8, Elm Road",
        "12 Church Street, by the post box",
        "Wheelchair",
    ):
        assert said in words
    assert "Green car: Swimming" in _words(second)
    assert "Who drives?" in _words(second)


def test_lines_for_nobody_yet_take_no_sheet_of_their_own_but_on_the_fire_list(texts: Texts) -> None:
    for count in range(1, 40):
        ride, _ = transport_lists(week_examples.transport(count), texts)
        last = watched(ride, is_dry=True)[-1]
        riders = {one.person.shown_name for one in week_examples.transport(count).rides[0].riders}
        assert riders & {ink.what for ink in last.inks}
    for count in range(10, 40):
        pages = watched(fire_list(week_examples.fire_list(count), texts), is_dry=True)
        assert "Anybody else" in {ink.what for page in pages for ink in page.inks}


def test_a_language_read_from_the_right_is_mirrored(texts: Texts) -> None:
    other = texts.changed(lambda words: words)
    other.right_to_left = True
    width = A4.turned().width_mm
    (usual,), (turned,) = (watched(centre_week(week_examples.centre_week(12), one)) for one in (texts, other))
    for ink, mirrored in zip(usual.inks, turned.inks, strict=True):
        assert ink.what == mirrored.what
        assert mirrored.rect.left() == pytest.approx(width - ink.rect.right(), abs=0.1)
    assert _place(turned, "Monday").left() > _place(turned, "Friday").left()


def _words(document: Document) -> str:
    """What stands on it, each text with single spaces."""
    return " ".join(
        line for page in watched(document, is_dry=True) for words in page.letterings for line in words.lines
    )


def _place(page: Seen, what: str) -> QRectF:
    """Where something is first."""
    return next(ink.rect for ink in page.inks if ink.what == what)
