"""Tiles in pages: the same tiles in the same places, one pinned, the rest by More."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from desktop.views.kit.art import ClockTime, Side, Symbol
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile, TileButton
from desktop.views.texts import Texts
from desktop.views.theme import Look
from tests.views.checker import find, names, press

ELSE = Tile("else", "Something else", Symbol("om:2753"))
NAMES = tuple(f"Task {letter}" for letter in "ABCDEFGHIJKLM")


class Sample(Screen):
    name = "sample"


class Page:
    """A screen with a grid, and what was pressed on it."""

    def __init__(self, look: Look, texts: Texts, *, pinned: Tile | None = None, faces: bool = False) -> None:
        self.screen = Sample(look, texts)
        self.screen.ask("What did you do?")
        self.grid = TileGrid(look, texts, pinned=pinned, faces=faces)
        self.pressed: list[object] = []
        self.grid.pressed.connect(self.pressed.append)
        self.screen.set_body(self.grid)

    def show(self, labels: Sequence[str]) -> None:
        self.grid.show_tiles([Tile(label, label, Symbol("om:1F9F9")) for label in labels])

    def labels(self) -> list[str]:
        return [name for name in names(self.screen) if name not in ("Back", "Home", "More", "Help")]

    def place(self, name: str) -> QPoint:
        return find(self.screen, name).pos()


def test_pressing_answers_with_the_value(texts: Texts) -> None:
    page = Page(Look(), texts)
    page.show(NAMES[:3])
    press(page.screen, "Task B")
    assert page.pressed == ["Task B"]


@pytest.mark.parametrize(
    ("look", "first"),
    [
        (Look(), 6),
        (Look(text_percent=200), 4),
        (Look(text_percent=150, width=1024), 4),
        (Look(text_percent=200, width=1920, height=1080), 6),
    ],
)
def test_a_page_holds_what_its_text_size_allows(look: Look, first: int, texts: Texts) -> None:
    page = Page(look, texts)
    page.show(NAMES)
    assert page.labels() == list(NAMES[:first])


def test_more_goes_through_all_pages_and_round(texts: Texts) -> None:
    page = Page(Look(), texts)
    page.show(NAMES)
    press(page.screen, "More")
    assert page.labels() == list(NAMES[6:12])
    press(page.screen, "More")
    assert page.labels() == list(NAMES[12:])
    press(page.screen, "More")
    assert page.labels() == list(NAMES[:6])


def test_more_is_there_only_when_there_is_more(texts: Texts) -> None:
    page = Page(Look(), texts)
    page.show(NAMES[:6])
    assert "More" not in names(page.screen)
    page.show(NAMES[:7])
    assert "More" in names(page.screen)
    page.show(NAMES[:5])
    assert "More" not in names(page.screen)


def test_the_pinned_tile_keeps_the_last_place_of_every_page(texts: Texts) -> None:
    page = Page(Look(), texts, pinned=ELSE)
    page.show(NAMES[:7])
    assert page.labels() == [*NAMES[:5], "Something else"]
    first = page.place("Something else")
    press(page.screen, "More")
    assert page.labels() == [*NAMES[5:7], "Something else"]
    assert page.place("Something else") == first


def test_tiles_of_a_later_page_lie_where_those_of_the_first_did(texts: Texts) -> None:
    page = Page(Look(), texts)
    page.show(NAMES[:8])
    before = [page.place("Task A"), page.place("Task B")]
    press(page.screen, "More")
    assert [page.place("Task G"), page.place("Task H")] == before


def test_one_more_face_moves_nobody(texts: Texts) -> None:
    page = Page(Look(), texts, faces=True)
    page.show(NAMES[:7])
    before = [page.place(name) for name in NAMES[:7]]
    page.show(NAMES[:8])
    assert [page.place(name) for name in NAMES[:7]] == before


def test_an_empty_place_is_empty_paper_and_moves_nobody(texts: Texts) -> None:
    page = Page(Look(), texts)
    page.show(NAMES[:6])
    before = page.place("Task F")
    tiles = [Tile(label, label, Symbol("om:1F9F9")) for label in NAMES[:6]]
    page.grid.show_tiles([tiles[0], None, None, tiles[3], tiles[4], tiles[5]])
    assert page.labels() == ["Task A", "Task D", "Task E", "Task F"]
    assert page.place("Task F") == before


def test_long_words_get_fewer_tiles_rather_than_small_letters(texts: Texts) -> None:
    page = Page(Look(), texts, faces=True)
    page.show([f"Maximilianawilhelmina{letter}" for letter in "ABCDEFGHIJKL"])
    assert "More" in names(page.screen)
    assert min(tile.written()[0].lines.px for tile in page.screen.findChildren(TileButton)) >= Look().least_px


def test_the_layout_mirrors(texts: Texts) -> None:
    page = Page(Look(right_to_left=True), texts)
    page.show(NAMES[:6])
    assert page.place("Task A").x() > page.place("Task B").x()
    assert find(page.screen, "Back").mapTo(page.screen, QPoint(0, 0)).x() > 1000


def test_a_tile_without_a_name_cannot_be_made(texts: Texts) -> None:
    page = Page(Look(), texts)
    with pytest.raises(ValueError, match="needs a name"):
        page.show([""])


def test_what_is_chosen_is_said_and_shown(texts: Texts, qtbot: QtBot) -> None:
    assert qtbot is not None
    page = Page(Look(), texts)
    page.grid.show_tiles([Tile(1, "Art", Symbol("om:1F3A8"), badge="chosen"), Tile(2, "Music", Symbol("om:1F3B5"))])
    chosen, other = find(page.screen, "Art"), find(page.screen, "Music")
    assert chosen.isChecked()
    assert chosen.accessibleDescription() == "Chosen"
    assert not other.isCheckable()
    press(page.screen, "Art")
    assert chosen.isChecked(), "pressing leaves it chosen until the screen says otherwise"


def test_tiles_of_a_page_share_their_letters(texts: Texts) -> None:
    page = Page(Look(), texts)
    page.show(["Tea", "Washed and dried everything up", "Swept up"])
    sizes = {tile.written()[0].lines.px for tile in page.screen.findChildren(TileButton)}
    assert len(sizes) == 1


@pytest.mark.parametrize("detail", ["with Jo", "2 hours 30 minutes", ""])
def test_a_clock_and_a_face_are_large_enough_to_be_known_on_the_smallest_screen(texts: Texts, detail: str) -> None:
    """They tell those who do not read when it is and with whom; of six tiles at 1024 × 768 they were 24 pixels high."""
    under = Side((ClockTime(10, 0), Symbol("gh:person-grey-bun")))
    tiles = [Tile(n, f"Art {n}", Symbol("om:1F3A8"), under=under, detail=detail) for n in range(4)]
    tiles += [Tile("not", "Not today", Symbol("om:1F6CF")), Tile("else", "Something else", Symbol("gh:plus"))]
    grid = TileGrid(Look(width=1024, height=768), texts)
    grid.resize(960, 520)
    grid.show_tiles(tiles)
    buttons = grid.findChildren(TileButton)
    assert len(buttons) == 6
    for button in buttons[:4]:
        where = button.places()
        assert where.under.height() >= 40
        assert not where.under.intersects(where.label)
        assert not where.under.intersects(where.detail)
        inside = button.rect().toRectF()
        assert all(inside.contains(part) for part in (where.under, where.label, where.art))
        assert all(words.lines.px >= 24 for words in button.written())
