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
    made.resize(width, made.height_for(width, 600))
    made.grab()
    return made.findChildren(DayPress)


def folded(look: Look, *, count: int = 7, shown: int = 0) -> DayStrip:
    days = [DayButton(MONDAY + timedelta(days=n), f"day {n}", "Mon", n == shown) for n in range(count)]
    made = DayStrip(look, [*days, DayButton("other week", "Next week", "Next week")], others="Other days")
    made.resize(960, made.height_for(960, 150))
    made.grab()
    return made


def seen(made: DayStrip) -> list[str]:
    return [button.accessibleName() for button in made.findChildren(DayPress) if button.isVisibleTo(made)]


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


LARGE = Look(text_percent=200, width=1024, px_per_mm=6.5)


def test_where_one_row_must_do_the_others_come_one_after_another(qtbot: QtBot) -> None:
    del qtbot
    made = folded(LARGE)
    assert made.turns == 2
    first = seen(made)
    assert first == ["day 0", "day 1", "day 2", "day 3", "Other days"]
    others = next(button for button in made.findChildren(DayPress) if button.accessibleName() == "Other days")
    place = others.geometry()
    others.click()
    assert seen(made) == ["day 4", "day 5", "day 6", "Next week", "Other days"]
    assert others.geometry() == place
    others.click()
    assert seen(made) == first


def test_the_day_that_is_shown_is_among_the_first_to_be_seen(qtbot: QtBot) -> None:
    del qtbot
    assert "day 5" in seen(folded(LARGE, shown=5))


def test_with_height_enough_or_one_row_all_days_are_there(qtbot: QtBot) -> None:
    del qtbot
    made = folded(LARGE)
    made.resize(960, made.height_for(960, 400))
    made.grab()
    assert made.turns == 1
    assert len(seen(made)) == 8
    assert "Other days" not in seen(made)
    assert folded(LARGE, count=2).turns == 1


def test_what_shows_other_days_tells_nobody_of_a_day(qtbot: QtBot) -> None:
    made = folded(LARGE)
    others = next(button for button in made.findChildren(DayPress) if button.accessibleName() == "Other days")
    with qtbot.assertNotEmitted(made.pressed):
        others.click()


def test_at_a_leading_edge_on_the_right_what_shows_others_lies_at_the_left(qtbot: QtBot) -> None:
    del qtbot
    made = folded(Look(text_percent=200, width=1024, px_per_mm=6.5, right_to_left=True))
    others = next(button for button in made.findChildren(DayPress) if button.accessibleName() == "Other days")
    assert others.geometry().left() == 0
