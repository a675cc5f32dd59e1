"""The staff door: five free tries, then waits that no restart and no clock shortens."""

from pathlib import Path

import pytest

from desktop.problems import BadInput
from desktop.services.staff_door import StaffDoor, TooManyTries, WrongPin
from tests.services.at_work import PIN, AtWork, Template


class Seconds:
    """A clock that goes forward when told."""

    def __init__(self) -> None:
        self.s = 100.0

    def __call__(self) -> float:
        return self.s


def wrong(door: StaffDoor, times: int) -> None:
    for _ in range(times):
        with pytest.raises(WrongPin):
            door.open("0000")


def test_the_right_pin_opens_and_forgets_wrong_ones(centre: AtWork) -> None:
    door = StaffDoor(centre.store)
    for _ in range(3):
        wrong(door, 4)
        door.open(PIN)


def test_after_five_wrong_ones_even_the_right_one_waits(centre: AtWork) -> None:
    seconds = Seconds()
    door = StaffDoor(centre.store, seconds)
    wrong(door, 5)
    with pytest.raises(TooManyTries) as waits:
        door.open(PIN)
    assert waits.value.wait_s == 30
    seconds.s += 29
    with pytest.raises(TooManyTries):
        door.open(PIN)
    seconds.s += 1
    door.open(PIN)


def test_each_further_wrong_one_doubles_the_wait_up_to_a_quarter_of_an_hour(centre: AtWork) -> None:
    seconds = Seconds()
    door = StaffDoor(centre.store, seconds)
    wrong(door, 5)
    waits = []
    for _ in range(7):
        with pytest.raises(TooManyTries) as wait:
            door.open("0000")
        waits.append(wait.value.wait_s)
        seconds.s += wait.value.wait_s
        wrong(door, 1)
    assert waits == [30, 60, 120, 240, 480, 900, 900]


def test_starting_again_does_not_shorten_the_wait(template: Template, tmp_path: Path) -> None:
    first = template.opened(tmp_path / "here")
    wrong(StaffDoor(first.store), 5)
    first.store.close()

    again = Template(tmp_path / "here", template.key).opened(tmp_path / "again")
    with pytest.raises(TooManyTries):
        again.do.staff_door.open(PIN)
    again.clock.move(0.5)  # half a minute later by the wall clock, as for one command after another
    again.do.staff_door.open(PIN)
    again.store.close()


def test_a_clock_set_back_neither_shortens_nor_lengthens_it(centre: AtWork) -> None:
    seconds = Seconds()
    door = StaffDoor(centre.store, seconds)
    wrong(door, 5)
    centre.clock.move(-60 * 24 * 365)
    with pytest.raises(TooManyTries) as waits:
        door.open(PIN)
    assert waits.value.wait_s == 30
    seconds.s += 30
    door.open(PIN)


@pytest.mark.parametrize("pin", ["", "123", "1" * 13, "12a4", "١٢٣٤", " 1234"])
def test_a_new_pin_is_four_to_twelve_digits(centre: AtWork, pin: str) -> None:
    with pytest.raises(BadInput):
        centre.do.staff_door.change(PIN, pin)
    centre.do.staff_door.open(PIN)


def test_changing_needs_the_old_one(centre: AtWork) -> None:
    door = centre.do.staff_door
    with pytest.raises(WrongPin):
        door.change("0000", "24680")
    door.change(PIN, "24680")
    with pytest.raises(WrongPin):
        door.open(PIN)
    door.open("24680")
    assert b"24680" not in centre.store.secret("pin_hash")


@pytest.mark.parametrize("typed", ["", "\ud800", "x" * 100_000])
def test_anything_typed_is_just_wrong(centre: AtWork, typed: str) -> None:
    with pytest.raises(WrongPin):
        centre.do.staff_door.open(typed)
