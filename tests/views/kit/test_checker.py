"""The checker is shown to catch planted faults: a checker that finds nothing proves nothing."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.views.kit.art import Symbol
from desktop.views.kit.bar import BarItem
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.lettering import Written, broken
from desktop.views.kit.panel import Panel, Words
from desktop.views.kit.screen import Screen
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.tile import Tile
from desktop.views.texts import Texts
from desktop.views.theme import THEMES, Look
from tests.views.checker import check

THREE = ("Swept up", "Made tea", "Gardening")


class Sample(Screen):
    name = "sample"


def sample(
    texts: Texts, look: Look | None = None, *, labels: tuple[str, ...] = ("Swept up", "Made tea", "Gardening")
) -> Sample:
    """A screen without a fault."""
    screen = Sample(look or Look(), texts)
    screen.ask("What did you do?")
    grid = TileGrid(screen.look, texts)
    screen.set_body(grid)
    grid.show_tiles([Tile(label, label, Symbol("om:1F9F9")) for label in labels])
    return screen


def rules(screen: Screen) -> set[str]:
    return {fault.rule for fault in check(screen)}


def tile(screen: Screen) -> QWidget:
    return screen.focus_order()[0]


def test_a_good_screen_has_no_fault(texts: Texts) -> None:
    assert check(sample(texts)) == []


def test_a_small_target_is_caught(texts: Texts) -> None:
    screen = sample(texts)
    tile(screen).resize(90, 200)
    assert "small target" in rules(screen)


def test_a_small_gap_is_caught(texts: Texts) -> None:
    screen = sample(texts)
    first, second = screen.focus_order()[:2]
    first.resize(second.x() - 8, first.height())
    assert "small gap" in rules(screen)


def test_low_contrast_is_caught_from_the_pixels(texts: Texts) -> None:
    faint = replace(THEMES["calm-light"], ink="#8A8A8A")
    assert "low contrast" in rules(sample(texts, Look(theme=faint)))


def test_a_faint_picture_is_caught_from_the_pixels(texts: Texts) -> None:
    as_dark_as_the_arrow = replace(THEMES["calm-light"], tile="#1C2430")
    screen = Sample(Look(theme=as_dark_as_the_arrow), texts)
    grid = TileGrid(screen.look, texts)
    screen.set_body(grid)
    grid.show_tiles([Tile(1, "Tea", Symbol("gh:arrow-left"))])
    assert "faint picture" in rules(screen)


def test_a_small_picture_is_caught(texts: Texts) -> None:
    screen = sample(texts)
    tile(screen).resize(120, 110)
    assert "small picture" in rules(screen)


def test_a_faint_ring_is_caught_from_the_pixels(texts: Texts) -> None:
    faint = replace(THEMES["calm-light"], ring=("#E8E0D0", "#FFF0C0"))
    assert "faint ring" in rules(sample(texts, Look(theme=faint)))


def test_cut_words_are_caught(texts: Texts) -> None:
    screen = sample(texts)

    class Cut(Words):
        def written(self) -> list[Written]:
            return [Written(QRectF(self.rect()), broken(self.text(), 60, 4000))]

    screen.set_body(QWidget())
    cut = Cut("Everything you helped with", screen.look, screen)
    cut.setGeometry(32, 200, 300, 60)
    cut.show()
    assert "clip" in rules(screen)


def test_words_too_long_for_their_place_shrink_and_are_caught(texts: Texts) -> None:
    look = Look(text_percent=200, width=1024)
    assert "clip" in rules(sample(texts, look, labels=("Llanfairpwllgwyngyllgogerychwyrndrobwll", "Tea")))


def test_a_thing_over_another_is_caught(texts: Texts) -> None:
    screen = sample(texts)
    first, second = screen.focus_order()[:2]
    first.move(second.pos())
    assert "overlap" in rules(screen)


def test_a_missing_name_is_caught(texts: Texts) -> None:
    screen = sample(texts)
    tile(screen).setAccessibleName("")
    tile(screen).setText("")  # type: ignore[attr-defined]  # a tile is a button, and Qt names those by their text
    assert "missing name" in rules(screen)


def test_a_long_sentence_is_caught(texts: Texts) -> None:
    screen = sample(texts)
    words = "This sentence goes on and on and has far more words in it than anybody wants to read."
    screen.set_body(Panel(screen.look, None, words))
    assert "long sentence" in rules(screen)


def test_a_long_message_is_caught(texts: Texts) -> None:
    screen = sample(texts)
    screen.set_body(Panel(screen.look, None, "It is done. It is safe. You can go."))
    assert "long message" in rules(screen)


def test_a_long_label_is_caught(texts: Texts) -> None:
    assert "long label" in rules(sample(texts, labels=("Swept up after all the baking", "Made tea")))


def test_a_forbidden_word_is_caught(texts: Texts) -> None:
    screen = sample(texts)
    screen.set_bar(left=BarItem("Sync now", None, "back"))
    assert "forbidden word" in rules(screen)


def test_a_seventh_choice_is_caught(texts: Texts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Look, "tiles_a_page", 7)
    assert "too many choices" in rules(sample(texts, labels=tuple("ABCDEFG")))


def test_a_jumping_focus_is_caught(texts: Texts, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = sample(texts)
    order = screen.focus_order()
    monkeypatch.setattr(screen, "focus_order", lambda: [order[1], order[0], *order[2:]])
    assert "focus order" in rules(screen)


class Page(StaffPage):
    name = "page"


def test_a_needless_scroll_bar_is_caught(texts: Texts) -> None:
    page = Page(Look(), texts)
    page.ask("Vehicles")
    page.set_body(QWidget(), scrolls=True)
    assert check(page) == []
    area = page.findChildren(QScrollArea)[0]
    area.findChildren(QWidget, "qt_scrollarea_vcontainer")[0].show()
    area.verticalScrollBar().show()
    assert {fault.rule for fault in check(page)} == {"needless scroll bar"}
