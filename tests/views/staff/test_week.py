"""The week's editor: twenty sessions in few presses, by keys or by mouse; moved, copied, called off, and taken back."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.bootstrap import new_centre
from desktop.clock import standing_at
from desktop.views.kit.week_grid import WeekGrid
from desktop.views.staff.staff_week import StaffWeek
from desktop.views.texts import Texts
from desktop.views.theme import Look
from ledger.domain.week import Reach
from tests.views.staff.pc import StaffPc
from tests.views.staff.week_desk import WeekDesk

MOST_PRESSES = 120
LEAST_GRID = 450
"""Pixels: the days, and two sessions one below the other in text of 27 pixels."""


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[WeekDesk]:
    """The editor of a centre with rooms and activities, and nothing in its week yet."""
    assert qapp is not None
    made = new_centre(tmp_path / "centre", standing_at(2026, 11, 24, 10, 20), name="Riverside", staff_pin="4711")
    made.close()
    monkeypatch.setenv("GOODHOUR_PASSPHRASE", made.passphrase)
    pc = StaffPc(tmp_path / "centre", qtbot, is_practice=False)
    pc.start("who_group")
    pc.go_in("4711")
    found = WeekDesk(pc)
    found.open()
    yield found
    pc.close()


def test_twenty_sessions_by_keys(desk: WeekDesk) -> None:
    """N, two letters, Enter, and an arrow to the next day: an empty week of twenty, in four rows of rooms."""
    rows = (("lu", "lu", "lu", "lu", "lu"), ("ba", "mu", "ba", "ci", "sk"), ("ar", "ma", "ar", "ma", "ar"), ("ga",) * 5)
    desk.pressed = 0
    desk.click("The week")
    desk.pc.arrive("staff_week")
    for number, row in enumerate(rows):
        if number:
            desk.type("Down")
        for place, letters in enumerate(row):
            if place:
                desk.type("Right" if number % 2 == 0 else "Left")
            desk.type("n", *letters, "Enter")
    week = desk.settle(20)
    assert len([one for one in week.sessions if one.is_on]) == 20
    assert {one.room.label for one in week.sessions if one.room} == {"Hall", "Kitchen", "Art room", "Garden"}
    assert desk.pressed <= MOST_PRESSES
    print_count("keys", desk.pressed)


def test_twenty_sessions_by_the_mouse(desk: WeekDesk) -> None:
    desk.pressed = 0
    desk.click("The week")
    desk.pc.arrive("staff_week")
    days = ["Monday 23", "Tuesday 24", "Wednesday 25", "Thursday 26", "Friday 27"]
    for room, names in (
        ("Hall", ["Lunch"] * 5),
        ("Kitchen", ["Baking", "Music", "Baking", "Cinema", "Skittles"]),
        ("Art room", ["Art", "Magazine", "Art", "Magazine", "Art"]),
        ("Garden", ["Gardening"] * 5),
    ):
        for day, activity in zip(days, names, strict=True):
            desk.click(f"{room}, {day} November: free")
            desk.click(activity)
    week = desk.settle(20)
    assert len(week.sessions) == 20
    assert desk.pressed <= MOST_PRESSES
    print_count("clicks", desk.pressed)


def test_a_time_is_typed_with_the_letters(desk: WeekDesk) -> None:
    desk.type("n", *"ar", " ", "2", "Enter")
    assert desk.comes_to(("Art", 0, 14 * 60, "Hall"))


def test_moved_by_keys_and_taken_back(desk: WeekDesk) -> None:
    desk.type("n", *"ar", "Enter")
    desk.settle(1)
    desk.type("Ctrl+Right", "Ctrl+Down", "Alt+Down", "Alt+Down")
    assert desk.comes_to(("Art", 1, 10 * 60 + 30, "Kitchen"))
    desk.type("Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert desk.comes_to(("Art", 0, 10 * 60, "Hall"))
    desk.type("Ctrl+Shift+Z")
    assert desk.comes_to(("Art", 1, 10 * 60, "Hall"))


def test_copied_cut_and_called_off_by_keys(desk: WeekDesk) -> None:
    desk.type("n", *"ar", "Enter")
    desk.settle(1)
    desk.type("Ctrl+C", "Right", "Ctrl+V")
    desk.settle(2)
    desk.type("Ctrl+X", "Right", "Down", "Ctrl+V")
    assert desk.comes_to(("Art", 0, 600, "Hall"), ("Art", 2, 600, "Kitchen"))
    desk.type("Delete")
    assert desk.comes_to(("Art", 0, 600, "Hall"))


def test_moved_by_pressing_alone(desk: WeekDesk) -> None:
    """For a hand that cannot drag: Move, the place, Put it here."""
    desk.type("n", *"ar", "Enter")
    desk.settle(1)
    desk.click("Move")
    desk.click("Garden, Wednesday 25 November: free")
    desk.click("Put Art here")
    assert desk.comes_to(("Art", 2, 600, "Garden"))


def test_dragged_with_the_mouse(desk: WeekDesk) -> None:
    desk.type("n", *"ar", "Enter")
    desk.settle(1)
    desk.drag(desk.chip("Art"), desk.cell("Garden, Wednesday 25 November: free"))
    assert desk.comes_to(("Art", 2, 600, "Garden"))


def test_a_change_of_this_week_only_leaves_the_next_as_it_was(desk: WeekDesk) -> None:
    desk.type("n", *"ar", "Enter")
    desk.settle(1)
    desk.click("This week only")
    desk.pc.arrive("staff_week")
    desk.type("Ctrl+Right")
    assert desk.comes_to(("Art", 1, 600, "Hall"))
    desk.click("Week after")
    desk.pc.arrive("staff_week")
    assert desk.comes_to(("Art", 0, 600, "Hall"))
    assert desk.pc.window.arrival is not None
    assert desk.pc.window.arrival.state.reach == Reach.THIS_WEEK


def test_turning_to_another_week_keeps_the_session_that_is_marked(desk: WeekDesk) -> None:
    """Change and Call off must not meet one that nobody pressed."""
    desk.type("n", *"ar", "Enter", "n", *"mu", " ", *"1030", "Enter")
    desk.settle(2)
    desk.click("Week after")
    desk.pc.arrive("staff_week")
    desk.settle(2)
    assert ["Music" in chip.accessibleName() for chip in desk.chips() if chip.is_current] == [True]


def test_last_week_is_copied_with_one_press_and_taken_back_with_one(desk: WeekDesk) -> None:
    desk.click("This week only")
    desk.pc.arrive("staff_week")
    desk.type("n", *"ar", "Enter", "Right", "n", *"ba", "Enter")
    desk.settle(2)
    desk.click("Week after")
    desk.pc.arrive("staff_week")
    desk.settle(0)
    desk.click("Copy last week")
    assert desk.comes_to(("Art", 0, 600, "Hall"), ("Baking", 1, 600, "Hall"))
    desk.click("Undo")
    assert desk.settle(0).sessions == ()


def test_copying_what_is_there_already_says_so(desk: WeekDesk) -> None:
    """A session of every week is in the next one by itself: "copied, Undo takes it back" would be untrue."""
    desk.type("n", *"ar", "Enter")
    desk.settle(1)
    desk.click("Week after")
    desk.pc.arrive("staff_week")
    desk.settle(1)
    desk.click("Copy last week")
    desk.pc.wait_for(lambda: any("Nothing to copy." in words for words in desk.pc.said()))


def test_what_does_not_fit_is_told_with_what_to_do_and_shown(desk: WeekDesk) -> None:
    desk.type("n", *"ar", "Enter", "n", *"mu", " ", *"1030", "Enter")
    desk.settle(2)
    told = "Art and Music are both in Hall, Monday at 10:30. Move one."
    desk.pc.wait_for(lambda: desk.pc.says(told))
    desk.type("Left", "Up")
    desk.click(told)
    assert desk.chip("Music").isChecked()
    assert "Does not fit" in desk.chip("Music").accessibleName()


def test_in_large_text_on_a_small_screen_the_page_scrolls_so_that_the_grid_has_room_for_two_sessions(
    desk: WeekDesk,
) -> None:
    desk.type("n", *"ar", "Enter", "n", *"mu", " ", *"1030", "Enter")
    desk.settle(2)
    large = StaffWeek(Look(text_percent=150, width=1024), Texts())
    large.fill(desk.pc.ask(lambda: StaffWeek.read(desk.pc.services, desk.pc.window.journey.visit)))
    large.resize(1024, 768)
    large.show()
    grid = large.findChild(WeekGrid)
    assert isinstance(grid, WeekGrid)
    desk.pc.wait_for(large.isVisible)
    assert grid.height() >= LEAST_GRID
    large.hide()


def print_count(what: str, pressed: int) -> None:
    """Tell the figure to whoever runs the tests with -rP."""
    sys.stdout.write(f"20 sessions from an empty week: {pressed} {what}\n")
