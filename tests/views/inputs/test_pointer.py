"""A finger or a mouse that counts coming down or up, only when held, not twice in a row, or when it rests."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.views.inputs.pointer import Pointer
from desktop.views.inputs.rules import PointerRules


def test_a_press_counts_when_it_is_lifted_from_where_it_came_down() -> None:
    pointer = Pointer(PointerRules())
    assert pointer.down("a", 0) is None
    assert pointer.up("a", 100) == "a"
    pointer.down("a", 200)
    assert pointer.up("b", 300) is None


def test_a_press_can_count_when_it_comes_down() -> None:
    pointer = Pointer(PointerRules(on_down=True))
    assert pointer.down("a", 0) == "a"
    assert pointer.up("a", 100) is None


def test_a_finger_must_stay_as_long_as_its_person_needs() -> None:
    pointer = Pointer(PointerRules(hold_ms=600))
    pointer.down("a", 0)
    assert pointer.up("a", 599) is None
    pointer.down("a", 1_000)
    assert pointer.up("a", 1_600) == "a"


def test_a_held_finger_counts_by_itself_where_coming_down_counts() -> None:
    pointer = Pointer(PointerRules(on_down=True, hold_ms=600))
    assert pointer.down("a", 0) is None
    assert pointer.due_ms == 600
    assert pointer.part(300) == ("a", 0.5)
    assert pointer.tick(600) == "a"
    assert pointer.up("a", 900) is None


def test_a_finger_that_slides_off_presses_nothing() -> None:
    pointer = Pointer(PointerRules(hold_ms=600))
    pointer.down("a", 0)
    pointer.over("b", 100)
    pointer.over("a", 200)
    assert pointer.up("a", 900) is None


def test_a_hand_that_shakes_presses_once() -> None:
    pointer = Pointer(PointerRules(repeat_ms=1_000))
    presses = []
    for start in (0, 200, 400, 900, 1_050):
        pointer.down("a", start)
        presses.append(pointer.up("a", start + 50))
    assert presses == ["a", None, None, None, "a"]


def test_resting_presses_once_until_it_is_left() -> None:
    pointer = Pointer(PointerRules(dwell_ms=1_500))
    pointer.over("a", 0)
    assert pointer.part(750) == ("a", 0.5)
    assert pointer.tick(1_500) == "a"
    pointer.over("a", 1_600)
    assert pointer.due_ms is None
    assert pointer.tick(60_000) is None
    pointer.over(None, 60_000)
    pointer.over("a", 61_000)
    assert pointer.tick(62_500) == "a"


def test_what_comes_under_a_resting_pointer_is_not_pressed() -> None:
    pointer = Pointer(PointerRules(dwell_ms=1_500))
    pointer.over("a", 0)
    pointer.leave()
    assert pointer.due_ms is None
    assert pointer.tick(60_000) is None


@given(
    st.builds(
        PointerRules,
        on_down=st.booleans(),
        hold_ms=st.sampled_from((0, 300, 1_000)),
        repeat_ms=st.sampled_from((0, 500, 10_000)),
        dwell_ms=st.sampled_from((0, 500)),
    ),
    st.lists(
        st.tuples(st.integers(0, 2_000), st.sampled_from(("down", "up", "over")), st.sampled_from(("a", "b", None))),
        max_size=40,
    ),
)
def test_presses_keep_their_distance_and_come_from_what_was_touched(
    rules: PointerRules, moves: list[tuple[int, str, str | None]]
) -> None:
    pointer, now, presses, touched = Pointer(rules), 0, [], set()
    for wait, move, thing in moves:
        now += wait
        due = pointer.due_ms
        while due is not None and due <= now:
            presses.append((due, pointer.tick(due)))
            due = pointer.due_ms
        touched.add(thing)
        presses.append((now, getattr(pointer, move)(thing, now)))
    real = [(when, thing) for when, thing in presses if thing is not None]

    assert {thing for _, thing in real} <= touched
    assert all(later - earlier >= rules.repeat_ms for (earlier, _), (later, _) in pairwise(real))
