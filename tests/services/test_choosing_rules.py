"""The order of what can be chosen, the new thing of the week, and whose turn a free place is."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop.services.choosing_rules import has_place, in_order, marked_new, overlap, place_of, something_new
from desktop.services.seen import Pic
from desktop.services.week_seen import ActivitySeen, OptionSeen, PlaceSeen, SessionSeen
from ledger.domain.names import FactId
from ledger.domain.week import Choice
from ledger.domain.weeks import Occurrence, Part

TUESDAY = date(2026, 11, 24)
WEEK = 360


def name(number: int) -> FactId:
    return FactId(b"d" * 16, number)


def session(
    number: int, *, activity: int = 0, start: int = 600, minutes: int = 60, is_on: bool = True, day: date = TUESDAY
) -> SessionSeen:
    what = ActivitySeen(name(activity or 1000 + number), f"Thing {number}", Pic("om:1F3A8"))
    return SessionSeen(Occurrence(name(number), WEEK), what, day, start, minutes, places=5, is_on=is_on)


def options(*numbers: int, **choices: Choice) -> list[OptionSeen]:
    return [OptionSeen(session(number), choices.get(f"n{number}", Choice.NO)) for number in numbers]


def numbers(found: list[OptionSeen]) -> list[int]:
    return [option.session.at.session.seq for option in found]


ANN, BOB, CATH = name(1), name(2), name(3)
ids = st.integers(1, 40)
asking = st.tuples(ids, st.sampled_from([Choice.GOING, Choice.LISTED]))


def test_my_own_choice_is_first_then_what_i_chose_most_then_one_order_for_the_rest() -> None:
    there = options(1, 2, 3, 4, 5, n4=Choice.GOING, n5=Choice.LISTED)
    likes = {name(1003): 2, name(1002): 1}

    assert numbers(in_order(there, likes)) == [4, 5, 3, 2, 1]
    assert numbers(in_order(reversed(there), likes)) == [4, 5, 3, 2, 1]


def test_what_is_new_is_seen_without_turning_a_page() -> None:
    new = Occurrence(name(6), WEEK)
    there = marked_new(options(1, 2, 3, 4, 5, 6), new)

    assert numbers(in_order(there, {})) == [1, 2, 3, 6, 4, 5]
    assert numbers(in_order(there[3:], {})) == [4, 5, 6]


@given(st.sets(ids, max_size=12), st.sets(ids), ids, st.integers(0, 5000))
def test_the_new_thing_is_one_not_known_and_always_the_same(
    there: set[int], known: set[int], member: int, week: int
) -> None:
    sessions = [session(number, activity=number) for number in there]
    new = something_new(name(member), week, sessions, {name(one) for one in known})

    assert new == something_new(name(member), week, sorted(sessions, key=id), {name(one) for one in known})
    assert (new is None) == (there <= known)
    if new is not None:
        assert new.session.seq in there - known
        less = [one for one in sessions if one.at == new or one.at.session.seq % 2]
        assert something_new(name(member), week, less, {name(one) for one in known}) == new


def test_the_new_thing_differs_over_the_weeks_and_is_one_that_takes_place() -> None:
    sessions = [session(number) for number in range(1, 9)]
    assert len({something_new(ANN, week, sessions, ()) for week in range(30)}) > 4
    assert something_new(ANN, WEEK, [session(1, is_on=False)], ()) is None


@given(
    st.integers(0, 6),
    st.lists(st.tuples(ids, st.sampled_from([Choice.GOING, Choice.LISTED])), unique_by=lambda a: a[0]),
)
def test_free_places_go_to_those_who_wait_in_their_order(places: int, said: list[tuple[int, Choice]]) -> None:
    asked = [(name(number), choice) for number, choice in said]
    going = [one for one, choice in asked if choice == Choice.GOING]
    waiting = [one for one, choice in asked if choice == Choice.LISTED]
    free = max(0, places - len(going))

    assert [one for one in waiting if has_place(places, asked, one)] == waiting[:free]
    assert all(has_place(places, asked, one) for one in going)
    assert has_place(places, asked, name(99)) == (free > len(waiting))


def test_a_session_lies_in_the_part_of_the_day_it_begins_in() -> None:
    assert place_of(session(1, start=11 * 60 + 59)) == PlaceSeen(TUESDAY, Part.MORNING)
    assert place_of(session(1, start=13 * 60)) == PlaceSeen(TUESDAY, Part.AFTERNOON)


def test_what_overlaps() -> None:
    assert overlap(session(1, start=600, minutes=61), session(2, start=660))
    assert not overlap(session(1, start=600, minutes=60), session(2, start=660))
    assert not overlap(session(1), session(2, day=date(2026, 11, 25)))
