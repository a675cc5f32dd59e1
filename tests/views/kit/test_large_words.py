"""Where words and fingers are largest and the screen is smallest, words keep their least size."""

import pytest
from PySide6.QtWidgets import QWidget

from desktop.views.kit.art import Symbol
from desktop.views.kit.bar import BarButton, BarItem
from desktop.views.kit.entries import Entry, EntryButton, tallest_entry
from desktop.views.kit.heading import Heading
from desktop.views.kit.panel import Panel, Words
from desktop.views.kit.person import Person
from desktop.views.kit.screen import Screen
from desktop.views.texts import Texts
from desktop.views.theme import Look
from tests.views.checker import check, clipping
from tests.views.sight import Sight

LOOK = Look(text_percent=200, width=1024, height=768, px_per_mm=6.5)
LONG = "You chose Photography and storytelling workshop"


class Crowded(Screen):
    name = "crowded"


def crowded(texts: Texts) -> Crowded:
    screen = Crowded(LOOK, texts)
    face = Symbol("gh:person-grey-bun")
    screen.set_person(Person("Ann", face, ("Jo", face)))
    screen.allow_speaking(yes=True)
    return screen


def test_a_question_too_long_for_two_lines_takes_three_at_the_least_size(texts: Texts) -> None:
    screen = crowded(texts)
    screen.ask(LONG)
    screen.grab()
    lines = screen.findChildren(Heading)[0].lines()
    assert (len(lines.lines), lines.px) == (3, LOOK.least_px)
    assert lines.height <= LOOK.top_bar
    assert check(screen) == []


@pytest.mark.parametrize(("question", "count"), [("Who are you?", 1), ("What would you like?", 2)])
def test_a_question_that_fits_stays_as_it_was(texts: Texts, question: str, count: int) -> None:
    screen = crowded(texts)
    screen.ask(question)
    screen.grab()
    lines = screen.findChildren(Heading)[0].lines()
    assert len(lines.lines) == count
    assert lines.px > LOOK.least_px
    assert lines.leading == pytest.approx(1.2)


def test_the_middle_of_the_bar_gives_what_it_does_not_need(texts: Texts) -> None:
    screen = crowded(texts)
    screen.ask("Who are you?")
    item = BarItem("Staff", Symbol("gh:padlock"), "home")
    screen.set_bar(left=BarItem("Rhoi cynnig arni", Symbol("gh:puzzle"), "back"), centre=item)
    screen.grab()
    left, middle = screen.findChildren(BarButton)
    assert LOOK.target_px <= middle.width() < 2 * LOOK.target_px
    assert abs(middle.geometry().center().x() - LOOK.width // 2) <= 1
    assert left.written()[0].lines.px >= LOOK.least_px
    assert check(screen) == []


def test_the_middle_of_the_bar_keeps_its_width_where_all_have_room(texts: Texts) -> None:
    screen = crowded(texts)
    screen.grab()
    assert {button.width() for button in screen.findChildren(BarButton)} == {2 * LOOK.target_px}


def test_words_of_a_panel_go_near_its_edges_before_they_shrink(texts: Texts) -> None:
    screen = crowded(texts)
    panel = Panel(
        LOOK, Symbol("gh:slip"), "You may throw the paper away when you want.", more=" ".join(["A slip."] * 8)
    )
    screen.set_body(_half(panel))
    image = screen.grab()
    assert list(clipping(Sight(screen, image.toImage()))) == []
    assert panel.art_place().height() <= 0  # a speck would tell nobody anything


def test_words_of_a_panel_take_more_lines_before_they_shrink(texts: Texts) -> None:
    screen = crowded(texts)
    panel = Panel(
        LOOK, Symbol("gh:slip"), "Nobodyno didd wrongwr. Pleasepl aska a workerwo, oro presspr youryo facefa."
    )
    screen.set_body(_half(panel))
    image = screen.grab()
    assert list(clipping(Sight(screen, image.toImage()))) == []
    words = panel.findChildren(Words)[0].lines()
    assert (len(words.lines), words.px) == (5, LOOK.least_px)


def _half(panel: Panel) -> QWidget:
    whole = QWidget()
    panel.setParent(whole)
    panel.setGeometry(0, 0, 470, 452)
    return whole


def test_no_entry_is_higher_than_the_tallest(texts: Texts) -> None:
    del texts
    entry = Entry(1, "Photography and storytelling workshop", Symbol("gh:camera"), 600, note="Was Watercolour painting")
    assert EntryButton(entry, LOOK).least_height(960) <= tallest_entry(LOOK)
