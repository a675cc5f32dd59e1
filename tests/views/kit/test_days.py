"""A strip of days shows the leaf of each day where there is room for it, and words alone where there is not."""

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from desktop.views.kit.days import DayButton, DayPress, DayStrip
from desktop.views.theme import Look

MONDAY = date(2026, 11, 23)


def strip(look: Look, width: int, *, words: str = "Mon") -> list[DayPress]:
    days = [DayButton(MONDAY + timedelta(days=number), "a day", words) for number in range(5)]
    made = DayStrip(look, [*days, DayButton("other week", "Next week", "Next week")])
    made.resize(width, made.height_for(width))
    made.grab()
    return made.findChildren(DayPress)


def test_with_room_every_day_has_its_leaf_beside_words_as_large_as_before(qtbot: QtBot) -> None:
    del qtbot
    buttons = strip(Look(), 1300)
    assert all(button.has_leaf for button in buttons)
    assert {button.written()[0].lines.px for button in buttons[:5]} == {Look().tile_px}
    assert all(button.written()[0].place.left() > button.leaf_height * 0.9 for button in buttons[:5])


@pytest.mark.parametrize("words", ["Dydd Mawrth", "Wednesday"])
def test_without_room_none_has_one_and_no_word_shrinks_for_it(qtbot: QtBot, words: str) -> None:
    del qtbot
    look = Look(text_percent=150, width=1024)
    buttons = strip(look, 960, words=words)
    assert not any(button.has_leaf for button in buttons)


def test_what_is_no_day_has_no_leaf(qtbot: QtBot) -> None:
    del qtbot
    other = strip(Look(), 1300)[-1]
    assert other.written()[0].place.left() < other.leaf_height / 2
