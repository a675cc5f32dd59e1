"""How it stands, feed by feed, read without asking anybody."""

from __future__ import annotations

from desktop.sync.status import Status, status
from tests.sync.places import ADDRESS, Pc, Town, a_pc


def test_before_joining_there_is_nothing_to_say() -> None:
    found = status(a_pc().store)
    assert found == Status()
    assert not found.is_joined


def test_what_is_to_send_and_since_when(town: Town, pc: Pc) -> None:
    town.meet(pc)
    pc.helps(2)
    first_ms = pc.clock.now_ms() - 2 * 60_000
    asked = len(town.asked)
    found = status(pc.store)
    assert (found.url, found.to_send, found.since_ms) == (ADDRESS, 2, first_ms)
    assert len(town.asked) == asked
    own = found.feeds[0]
    assert (own.whose, own.here - own.there) == ("own", 2)


def test_how_old_the_list_of_keys_is(town: Town, pc: Pc) -> None:
    assert status(pc.store).keys_age_days is None
    town.meet(pc)
    assert status(pc.store).keys_age_days == 0
    pc.clock.move(3 * 24 * 60)
    assert status(pc.store).keys_age_days == 3
    network = next(feed for feed in status(pc.store).feeds if feed.whose == "network")
    assert network.here == network.there > 0


def test_a_clock_that_went_back_makes_nothing_younger_than_now(town: Town, pc: Pc) -> None:
    town.meet(pc)
    pc.clock.move(-365 * 24 * 60)
    assert status(pc.store).keys_age_days == 0
