"""Two disasters with a sibling between: the ledger lost what a PC wrote, and a copy of that PC wrote something else."""

from __future__ import annotations

from contextlib import suppress

import pytest

from desktop.store.doubts import Doubts
from desktop.store.outbox import Outbox
from desktop.sync.outgoing import prepare
from desktop.sync.problems import SlowLine
from ledger.server.exchange import answer
from ledger.server.tables import forks
from tests.sync.on_disk import OnDisk, is_settled, minutes
from tests.sync.places import Pc
from tests.sync.siblings import feeds_of, sibling_of


def put_by_at_ledger(world: OnDisk) -> int:
    """How many batches of second versions the ledger keeps."""
    with world.town.engine.connect() as connection:
        return len(connection.execute(forks.select()).all())


def two_disasters(world: OnDisk, *, lost: int, other: int) -> tuple[Pc, Pc]:
    """The sibling that holds what is lost, and the copy that wrote something else; how often each PC had helped."""
    town, pc = world.town, world.pc
    pc.helps(2)
    town.meet(pc)
    sibling = sibling_of(town, pc)
    town.meet(sibling)
    world.keep_ledger()
    copy = world.copy_pc()
    pc.helps(lost, minutes=30)
    town.meet(pc)
    town.meet(sibling)
    assert minutes(sibling) == 120 + 30 * lost
    world.put_ledger_back(with_new_epoch=False)
    copy.helps(other, minutes=45)
    town.meet(copy)
    return sibling, copy


@pytest.mark.parametrize(("lost", "other"), [(3, 2), (2, 3), (3, 3), (1, 40)])
def test_what_only_a_sibling_holds_comes_back_from_the_copy_under_another_name(
    world: OnDisk, lost: int, other: int
) -> None:
    """Seed 7115: the PC that wrote it is gone; the copy alone has its key."""
    sibling, copy = two_disasters(world, lost=lost, other=other)
    world.pc.store.close()
    town, every = world.town, 120 + 30 * lost + 45 * other
    town.meet(sibling)
    assert minutes(sibling) == 120 + 30 * lost  # what it showed, until all of it is here under another name
    if lost == other:  # nobody sees that two versions are equally long, until one of them grows
        copy.helps(minutes=45)
        every += 45
    for _ in range(2):
        town.meet(copy)
        town.meet(sibling)
    assert minutes(copy) == minutes(sibling) == every
    assert feeds_of(copy) == feeds_of(sibling)
    assert Doubts(sibling.store).all() == {}
    assert put_by_at_ledger(world) == 0
    assert is_settled(town, copy)
    assert is_settled(town, sibling)
    assert copy.store.verify().problems == sibling.store.verify().problems == []


@pytest.mark.parametrize(("lost", "other"), [(3, 2), (2, 3), (2, 2)])
def test_what_the_lost_copy_says_again_itself_is_never_shown_twice(world: OnDisk, lost: int, other: int) -> None:
    """Seed 400066: it lives, finds another version of its feed, and goes on under a new name."""
    sibling, copy = two_disasters(world, lost=lost, other=other)
    town, pc, every = world.town, world.pc, 120 + 30 * lost + 45 * other
    town.meet(pc)
    assert pc.store.device != copy.store.device
    for _ in range(3):
        town.meet(sibling)
        assert minutes(sibling) in (120 + 30 * lost, every)
        town.meet(copy)
        town.meet(pc)
    assert minutes(pc) == minutes(copy) == minutes(sibling) == every
    assert feeds_of(pc) == feeds_of(copy) == feeds_of(sibling)
    assert put_by_at_ledger(world) == 0
    assert sibling.store.verify().problems == pc.store.verify().problems == copy.store.verify().problems == []


@pytest.mark.parametrize("at", range(1, 9))
def test_wherever_the_line_breaks_it_comes_to_the_same(world: OnDisk, at: int) -> None:
    sibling, copy = two_disasters(world, lost=3, other=2)
    town = world.town
    answers = iter(range(1, 1000))

    def lose_one(status: int, body: bytes) -> tuple[int, bytes]:
        if next(answers) == at:
            raise SlowLine
        return status, body

    town.spoil = lose_one
    for _ in range(4):
        for one in (sibling, copy):
            with suppress(SlowLine):
                town.meet(one)
            assert minutes(sibling) in (120 + 90, 120 + 90 + 90)
    assert minutes(copy) == minutes(sibling) == 120 + 90 + 90
    assert feeds_of(copy) == feeds_of(sibling)


def test_a_ledger_put_back_once_more_meanwhile_hears_it_again(world: OnDisk) -> None:
    sibling, copy = two_disasters(world, lost=3, other=2)
    town = world.town
    town.meet(sibling)
    assert put_by_at_ledger(world)
    world.put_ledger_back()
    for _ in range(3):
        town.meet(copy)
        town.meet(sibling)
    assert minutes(copy) == minutes(sibling) == 120 + 90 + 90
    assert feeds_of(copy) == feeds_of(sibling)


def test_a_copied_pc_costs_its_siblings_one_batch_and_they_hold_the_same(world: OnDisk) -> None:
    """Whoever holds the ledger's version offers the end of it once, and is told that it is held."""
    town, pc = world.town, world.pc
    town.meet(pc)
    sibling = sibling_of(town, pc)
    town.meet(sibling)
    copy = world.copy_pc()
    pc.helps(3)
    town.meet(pc)
    copy.helps(2)
    town.meet(copy)
    town.meet(sibling)
    assert minutes(sibling) == 5 * 60
    assert Doubts(sibling.store).all() == {}
    assert put_by_at_ledger(world) == 0
    assert not Outbox(sibling.store).has_unsent()
    assert is_settled(town, sibling)


def test_a_file_from_before_a_restore_brings_nothing_that_was_said_again_since(world: OnDisk) -> None:
    """Seed 800539: what is in it stands under another name by now, and would be held twice."""
    town, pc = world.town, world.pc
    town.meet(pc)
    world.keep_ledger()
    copy = world.copy_pc()
    pc.helps(3, minutes=30)
    Outbox(pc.store).cut()
    carried = prepare(pc.store)
    copy.helps(2, minutes=45)
    for one in (copy, pc, copy):
        town.meet(one)
    assert minutes(copy) == minutes(pc) == 90 + 90
    world.put_ledger_back()
    assert answer(town.engine, carried, now_ms=town.clock.now_ms(), is_carried=True).status == 200
    for one in (copy, pc, copy):
        town.meet(one)
    assert minutes(copy) == minutes(pc) == 90 + 90
    assert feeds_of(copy) == feeds_of(pc)


def test_a_pc_that_once_wrote_the_feed_itself_knows_its_taps_by_their_new_names(world: OnDisk) -> None:
    """Seed 901397: drafts of its former name hang on the facts that are given up."""
    town, pc = world.town, world.pc
    town.meet(pc)
    world.keep_ledger()
    old = world.copy_pc("old")
    pc.helps(3, minutes=30)
    town.meet(pc)
    late = world.copy_pc("late")
    drafts = [draft for (draft,) in late.store.db.execute("SELECT draft FROM drafts WHERE last_seq > 4")]
    pc.helps(1, minutes=30)
    late.helps(1, minutes=15)
    town.meet(pc)
    town.meet(late)
    assert late.store.device != pc.store.device
    world.put_ledger_back()
    old.helps(2, minutes=45)
    for _ in range(3):
        for one in (old, pc, late):
            town.meet(one)
    assert minutes(old) == minutes(pc) == minutes(late) == 4 * 30 + 15 + 2 * 45
    assert feeds_of(old) == feeds_of(pc) == feeds_of(late)
    assert late.store.verify().problems == []
    for draft in drafts:
        with late.store.writing(draft) as again:
            assert again.is_repeat
            assert {name.device for name in again.changes.facts} == {pc.store.device}
