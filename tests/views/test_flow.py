"""The map of all doors, tested as data: every outcome has a door, every door a room, every room a way in."""

import pytest

from desktop.views import flow, screens
from desktop.views.kit.frame import USUAL, Frame, outcomes

HELD_BY_THE_WINDOW = set(flow.UNDER_COVER)
STAND_STILL = {flow.BACK, flow.STAY, flow.RESUME, flow.SAY_AGAIN, flow.SHOW_ROUND}


@pytest.mark.parametrize("name", sorted(screens.ROOMS))
def test_a_room_holds_the_screen_of_its_name(name: str) -> None:
    screen = screens.find(name)
    assert issubclass(screen, Frame)
    assert screen.name == name


@pytest.mark.parametrize("name", sorted(screens.ROOMS))
def test_every_outcome_has_a_door(name: str) -> None:
    missing = {
        outcome
        for outcome in outcomes(screens.find(name))
        if (name, outcome) not in flow.DOORS and outcome not in flow.EVERYWHERE
    }
    assert missing == set()


@pytest.mark.parametrize("name", sorted(screens.ROOMS))
def test_what_is_done_is_done_for_an_outcome(name: str) -> None:
    """An ``on_`` method of no outcome would never run."""
    screen = screens.find(name)
    done = {part.removeprefix("on_") for part in vars(screen) if part.startswith("on_")}
    assert done <= outcomes(screen) | set(USUAL)


def test_every_door_belongs_to_an_outcome_of_its_screen() -> None:
    wrong = {
        (name, outcome)
        for name, outcome in flow.DOORS
        if name not in screens.ROOMS or outcome not in outcomes(screens.find(name)) | set(USUAL)
    }
    assert wrong == set()


def test_every_door_leads_to_a_room() -> None:
    targets = set(flow.DOORS.values()) | set(flow.EVERYWHERE.values())
    assert targets - set(screens.ROOMS) - STAND_STILL == set()


def test_every_room_can_be_reached() -> None:
    reached, ahead = set(), {flow.FIRST, *HELD_BY_THE_WINDOW}
    while ahead:
        name = ahead.pop()
        reached.add(name)
        found = {target for (start, _), target in flow.DOORS.items() if start == name}
        if name in screens.ROOMS:
            found |= {flow.EVERYWHERE[one] for one in outcomes(screens.find(name)) if one in flow.EVERYWHERE}
            found |= {flow.EVERYWHERE[one] for one in USUAL if one in flow.EVERYWHERE}
        ahead |= found - reached - STAND_STILL
    assert set(screens.ROOMS) - reached == set()


def test_no_door_leads_under_cover() -> None:
    """Problems, waiting and quiet lie over a screen; a door there would lose the screen beneath."""
    assert set(flow.DOORS.values()) & HELD_BY_THE_WINDOW == set()


def test_an_outcome_without_a_door_is_a_fault() -> None:
    with pytest.raises(KeyError):
        flow.door("home", "dance")
