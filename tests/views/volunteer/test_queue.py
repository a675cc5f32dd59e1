"""A whole queue at a venue's door, by scanner and keys alone: twenty people, each served in a moment, no mouse."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.services.joined import Joined
from tests.views.volunteer.at_the_door import RETURN, AtTheDoor

PEOPLE = 20


def enter(door: AtTheDoor) -> None:
    """Press Enter, at whatever has the focus."""
    QTest.keyClick(door.hand.screen.focusWidget(), Qt.Key.Key_Return)
    door.hand.settle()


def test_twenty_people_are_served_without_a_mouse(
    door: AtTheDoor, riverside: Joined, record_property: pytest.FixtureRequest
) -> None:
    """Most hold one good slip; some a family's four, a void one, one shown twice, a café's code."""
    singles, family = riverside.thanks(16), riverside.thanks(4)
    stopped = riverside.thanks()[0]
    queue: list[tuple[list[str], int]] = [([paper.token], 1) for paper in singles]
    queue[4:4] = [([paper.token for paper in family], 4), (["https://example.org/menu"], 0)]
    queue[9:9] = [([singles[0].token], 0), ([stopped.token], 1)]
    assert len(queue) == PEOPLE

    taken, seconds = 0, []
    for texts, good in queue:
        began = time.monotonic()
        for text in texts:
            door.types(text, RETURN)
        door.hand.settle()
        if good:
            assert door.at == "door_slip"
            enter(door)  # Take it has the focus
            assert door.says("Welcome. Come in.")
        else:
            assert door.at == "door_verdict"
        taken += good
        seconds.append(time.monotonic() - began)
    assert door.taken() == taken == 21
    assert door.answers().count("not_a_slip") == 1
    assert door.answers().count("already") == 1
    record_property("seconds_each", [round(one, 3) for one in seconds])  # type: ignore[operator]  # pytest's own


def test_the_rest_of_the_door_is_worked_by_keys_too(door: AtTheDoor, riverside: Joined) -> None:
    (paper,) = riverside.thanks()
    door.scan(paper.token)
    enter(door)
    names = set()
    for _ in range(6):  # Tab walks to everything there is
        QTest.keyClick(door.hand.screen, Qt.Key.Key_Tab)
        names.add(door.hand.screen.focusWidget().accessibleName())
    assert {"Undo", "Next slip"} <= names
    while door.hand.screen.focusWidget().accessibleName() != "Undo":
        QTest.keyClick(door.hand.screen, Qt.Key.Key_Tab)
    enter(door)
    assert door.says("The slip is good again.")
    assert door.taken() == 0
