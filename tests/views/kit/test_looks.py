"""The kit in every theme, text size, window size and screen density: nothing clipped, nothing too small."""

import pytest

from desktop.views.kit.art import ClockFace, Coins, Face, Jar, Side, Symbol
from desktop.views.kit.coins_panel import CoinsPanel
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.keypad import CROCKFORD, Keypad
from desktop.views.kit.panel import Panel
from desktop.views.kit.person import Person
from desktop.views.kit.screen import Screen
from desktop.views.kit.stack import Columns
from desktop.views.kit.tile import Tile
from desktop.views.member.home import Home, HomeState
from desktop.views.texts import Texts
from desktop.views.theme import THEMES, Look
from tests.views.checker import check

ANN = Person("Ann", Symbol("gh:person-long-brown-hair"), ("Jo", Symbol("gh:person-grey-bun")))
EVERY = [
    Look(THEMES["calm-light"], 100, 1024, 768, px_per_mm=6.5),
    Look(THEMES["calm-dark"], 100, 1366, 768, px_per_mm=3.8),
    Look(THEMES["yellow-on-black"], 100, 1920, 1080, px_per_mm=3.4, right_to_left=True),
    Look(THEMES["black-on-yellow"], 150, 1024, 768, px_per_mm=3.4),
    Look(THEMES["calm-light"], 150, 1366, 768, px_per_mm=3.8, right_to_left=True),
    Look(THEMES["calm-dark"], 150, 1920, 1080, px_per_mm=6.5),
    Look(THEMES["calm-dark"], 200, 1024, 768, px_per_mm=3.8, right_to_left=True),
    Look(THEMES["black-on-yellow"], 200, 1024, 768, px_per_mm=6.5),
    Look(THEMES["yellow-on-black"], 200, 1366, 768, px_per_mm=6.5),
    Look(THEMES["calm-light"], 200, 1920, 1080, px_per_mm=3.4),
]


def named(look: Look) -> str:
    turned = "-rtl" if look.right_to_left else ""
    return f"{look.theme.name}-{look.text_percent}-{look.width}-{look.px_per_mm}{turned}"


class Sample(Screen):
    name = "sample"


class Workers(Screen):
    name = "workers"
    for_workers = True


def stretched(words: str) -> str:
    """A language 40 % longer: each word grows, as German and Welsh words do."""
    return " ".join(word + word[: round(len(word) * 0.4)].lower() for word in words.split(" "))


@pytest.mark.parametrize("look", EVERY, ids=named)
def test_tiles_with_pictures_and_two_line_labels(look: Look, texts: Texts) -> None:
    screen = Sample(look, texts)
    screen.set_person(ANN)
    screen.ask("What did you do?")
    grid = TileGrid(look, texts, pinned=Tile("else", "Something else", Symbol("om:2753"), badge="next"))
    screen.set_body(grid)
    words = ("Swept up", "Washed and dried", "Made tea", "Gardening", "Kept the score", "Cooked", "Was there")
    grid.show_tiles([Tile(word, word, Symbol("om:1F9F9"), area="helped") for word in words])
    assert check(screen) == []
    grid.next_page()
    assert check(screen) == []


@pytest.mark.parametrize("look", EVERY, ids=named)
def test_clocks_with_jars_under_them(look: Look, texts: Texts) -> None:
    screen = Sample(look, texts)
    screen.ask("How long did it take?")
    grid = TileGrid(look, texts)
    screen.set_body(grid)
    grid.show_tiles(
        [Tile(m, texts.length(m), ClockFace(m), under=Jar(m % 60, coins=m // 60)) for m in (15, 30, 60, 120)]
    )
    assert check(screen) == []


@pytest.mark.parametrize("look", EVERY, ids=named)
def test_faces(look: Look, texts: Texts) -> None:
    screen = Sample(look, texts)
    screen.ask("Who are you?")
    grid = TileGrid(look, texts, faces=True)
    screen.set_body(grid)
    people = ("Ann", "Bob", "Cath", "Dev", "Ella", "Finn", "Gwen", "Hari", "Bartholomew", "Ola", "Maximiliana", "Jo")
    grid.show_tiles([Tile(name, name, Symbol("gh:person-grey-bun")) for name in people])
    assert check(screen) == []


@pytest.mark.parametrize("look", EVERY, ids=named)
def test_home_in_longer_words(look: Look, texts: Texts) -> None:
    home = Home(look, texts.changed(stretched))
    home.set_person(ANN)
    home.fill(HomeState("Bartholomew"))
    assert check(home) == []


@pytest.mark.parametrize("look", EVERY, ids=named)
def test_a_result_with_two_panels(look: Look, texts: Texts) -> None:
    screen = Sample(look, texts)
    screen.set_person(ANN)
    screen.ask("Thank you, Ann!")
    left = Panel(look, Face(Symbol("om:1F9F9")), "You swept up for half an hour", more="For Tuesday's lunch")
    right = Panel(look, Side((Jar(30), Coins(1))), "You have a new coin.", area="credits")
    screen.set_body(Columns(look, [left, right]))
    screen.set_bar(left=screen.item("undo"), centre=screen.item("home"), right=screen.item("finish"))
    assert check(screen) == []


@pytest.mark.parametrize("look", EVERY, ids=named)
@pytest.mark.parametrize("whole", [0, 3, 37])
def test_coins_to_count(look: Look, texts: Texts, whole: int) -> None:
    screen = Sample(look, texts)
    screen.ask("My credits")
    coins = CoinsPanel(look, texts)
    screen.set_body(Columns(look, [coins, Panel(look, Jar(30), "Half way")], [2, 1]))
    coins.show_coins(whole, f"You have {whole} credits", dashed=2, more="2 more are waiting")
    assert check(screen) == []


@pytest.mark.parametrize("look", EVERY, ids=named)
@pytest.mark.parametrize("letters", ["1234567890", CROCKFORD], ids=["pin", "code"])
def test_keypads(look: Look, texts: Texts, letters: str) -> None:
    screen = Workers(look, texts)
    screen.ask("What is the code?")
    screen.set_body(Keypad(look, texts, letters=letters, most=14))
    assert check(screen) == []
