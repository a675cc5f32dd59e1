"""The five faces: all on one page in the largest words, in one order, mirrored where reading goes from the right."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.views.kit.grid import TileGrid
from desktop.views.kit.tile import TileButton
from desktop.views.language_file import languages
from desktop.views.member.say_how import SayHow
from desktop.views.parts.saying import HOW_ART
from desktop.views.texts import texts_in
from desktop.views.theme import THEMES, Look
from ledger.domain.saying import HowItWas
from tests.views.walk.walked import AT_IT
from tests.views.walk.walking import states_of

LARGEST = 200
SMALLEST = (1024, 768)


def shown(qtbot: QtBot, look: Look, language: str = "en", state: int = 0) -> SayHow:
    screen = SayHow(look, texts_in(language))
    qtbot.addWidget(screen)
    screen.set_person(AT_IT)
    screen.fill(states_of("say_how")[state].state)
    screen.grab()
    return screen


def places(screen: SayHow) -> list[tuple[int, int]]:
    """Where each face lies, from the best to the worst: row and place from the left, in pixels."""
    buttons = {one.accessibleName(): one for one in screen.findChildren(TileButton)}
    words = [screen.texts(f"say.{how.name.lower()}") for how in HOW_ART]
    found = [next(button for name, button in buttons.items() if name.startswith(word)) for word in words]
    return [(button.y(), button.x()) for button in found]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("px_per_mm", [3.4, 3.8, 6.5])
@pytest.mark.parametrize("state", range(3))
def test_no_face_hides_behind_more(qtbot: QtBot, language: str, px_per_mm: float, state: int) -> None:
    look = Look(THEMES["calm-light"], LARGEST, *SMALLEST, px_per_mm=px_per_mm)
    grid = shown(qtbot, look, language, state).findChild(TileGrid)
    assert grid is not None
    assert (grid.pages, len(grid.shown())) == (1, len(HOW_ART))


def test_every_face_but_none_has_its_own_drawing() -> None:
    assert list(HOW_ART) == [how for how in reversed(HowItWas) if how is not HowItWas.NOT_SAID]
    assert len(set(HOW_ART.values())) == len(HOW_ART)


def test_the_order_is_that_of_reading(qtbot: QtBot) -> None:
    from_left, from_right = (
        places(shown(qtbot, Look(width=SMALLEST[0], height=SMALLEST[1], right_to_left=mirrored)))
        for mirrored in (False, True)
    )
    assert from_left == sorted(from_left)
    assert from_right == sorted(from_right, key=lambda place: (place[0], -place[1]))
