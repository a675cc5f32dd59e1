"""When the line tries: soon after the start, a little after taps, on a timer, and more rarely while it fails."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.sync.timetable import Pace, Timetable

PACE = Pace()


def a_timetable(chance: float = 0) -> Timetable:
    return Timetable(PACE, lambda: chance)


def test_nothing_is_due_before_the_start() -> None:
    assert a_timetable().due_s == float("inf")


def test_soon_after_the_start() -> None:
    times = a_timetable()
    times.started(100)
    assert times.due_s == 100 + PACE.start_s


def test_after_taps_with_a_pause() -> None:
    times = a_timetable()
    times.succeeded(0)
    for tap_s in (10, 20, 30):
        times.tapped(tap_s)
        assert times.due_s == tap_s + PACE.pause_s


def test_a_day_full_of_taps_does_not_put_it_off_for_ever() -> None:
    times = a_timetable()
    times.succeeded(0)
    for tap_s in range(0, 600, 10):
        times.tapped(tap_s)
    assert times.due_s == PACE.longest_pause_s


def test_on_a_timer_without_taps() -> None:
    times = a_timetable()
    times.succeeded(50)
    assert times.due_s == 50 + PACE.every_s


def test_twice_as_long_after_each_failure_up_to_two_hours() -> None:
    times, waits = a_timetable(), []
    for _ in range(12):
        times.failed(0)
        waits.append(times.due_s)
    assert waits[:3] == [30, 60, 120]
    assert waits[-1] == max(waits) == PACE.longest_retry_s == 7_200
    times.succeeded(0)
    times.failed(0)
    assert times.due_s == 30


def test_taps_do_not_hurry_a_line_that_fails() -> None:
    times = a_timetable()
    times.failed(0)
    times.failed(0)
    due_s = times.due_s
    times.tapped(1)
    assert times.due_s == due_s
    times.asked(2)
    assert times.due_s == 2, "but a person does"


def test_no_sooner_than_the_other_side_asks() -> None:
    times = a_timetable()
    times.failed(0, after_s=600)
    assert times.due_s == 600


@given(st.floats(0, 0.999), st.integers(0, 30))
def test_chance_spreads_and_never_hurries(chance: float, failures: int) -> None:
    plain, spread = a_timetable(), a_timetable(chance)
    for _ in range(failures):
        plain.failed(0)
        spread.failed(0)
    plain.succeeded(0)
    spread.succeeded(0)
    assert plain.due_s <= spread.due_s <= plain.due_s * 1.25


def test_what_is_asked_while_an_exchange_is_under_way_is_done_after_it() -> None:
    for ends in (Timetable.succeeded, Timetable.failed):
        times = a_timetable()
        times.started(0)
        times.begun()
        times.asked(6)
        ends(times, 8)
        assert times.due_s == 6


def test_a_tap_while_an_exchange_is_under_way_is_sent_after_its_pause() -> None:
    times = a_timetable()
    times.failed(0)
    times.begun()
    times.tapped(40)
    times.succeeded(41)
    assert times.due_s == 40 + PACE.pause_s
    times.begun()
    times.tapped(100)
    times.failed(101)
    assert times.due_s == 101 + PACE.first_retry_s, "a line that fails is not hurried by it"


def test_what_came_before_an_exchange_began_is_done_by_it() -> None:
    times = a_timetable()
    times.tapped(0)
    times.asked(1)
    times.begun()
    times.succeeded(3)
    assert times.due_s == 3 + PACE.every_s
