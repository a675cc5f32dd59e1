"""One open slip shown at two doors that are offline: both people are served, and the network rules, in any order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.services.slips import Outcome
from ledger.domain.accounts import GOODWILL, venue_account
from tests.services.joined import Joined, a_door
from tests.sync.places import Town


@pytest.fixture
def gym(tmp_path: Path, town: Town) -> Iterator[Joined]:
    """Another venue's door."""
    joined = a_door(tmp_path / "gym", town, "Town Gym")
    yield joined
    joined.store.close()


@pytest.mark.parametrize("pool_is_first", [True, False])
def test_the_first_to_arrive_settles_and_goodwill_pays_the_other(
    riverside: Joined, door: Joined, gym: Joined, *, pool_is_first: bool
) -> None:
    riverside.earn("Ann", 60)
    ann = riverside.sign_in("Ann")
    (paper,) = riverside.do.slips.print_for_member(ann.member, 1, 60)
    for place in (riverside, door, gym):
        place.meet()
    for place in (door, gym):  # both are offline now: nobody can know of the other
        assert place.do.door.take(paper.token, place.draft()).verdict.outcome == Outcome.OK_CHECK

    first, second = (door, gym) if pool_is_first else (gym, door)
    first.meet()
    second.meet()
    for place in (first, second, riverside):
        place.meet()

    # Both venues were promised their minutes and have them; the second came out of goodwill.
    for place in (first, second):
        assert place.store.read.minutes(venue_account(place.do.door.venue.number)) == 60
    assert first.store.read.minutes(GOODWILL) == 0
    assert second.store.read.minutes(GOODWILL) == -60
    # One calm item, at the second alone; nobody is accused, and the member has what she had.
    assert first.do.attention.all() == []
    (item,) = second.do.attention.all()
    assert (item.what, item.minutes, item.code) == ("taken_before", 60, paper.code)
    assert riverside.do.attention.all() == []
    assert riverside.has("Ann") == 0  # she had made a slip of it herself
    assert riverside.do.slips.check(paper.token).outcome == Outcome.USED
    for place in (door, gym):
        assert place.do.door.check(paper.token).outcome in {Outcome.ALREADY, Outcome.USED}
        assert place.is_sound()
    assert riverside.is_sound()


def test_a_slip_taken_back_at_one_door_leaves_the_other_settled(riverside: Joined, door: Joined, gym: Joined) -> None:
    (paper,) = riverside.thanks()
    for place in (riverside, door, gym):
        place.meet()
    taken = door.do.door.take(paper.token, door.draft())
    gym.do.door.take(paper.token, gym.draft())
    assert taken.fact is not None
    door.do.door.undo(taken.fact)
    for place in (door, gym, door, gym):
        place.meet()
    assert gym.store.read.minutes(venue_account(gym.do.door.venue.number)) == 60
    assert door.store.read.minutes(venue_account(door.do.door.venue.number)) == 0
    assert door.is_sound()
    assert gym.is_sound()
