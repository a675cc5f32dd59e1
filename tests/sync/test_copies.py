"""Copies of a PC that both go on: all that any of them wrote is kept, and counts once."""

from __future__ import annotations

import pytest

from desktop.store.outbox import Outbox
from desktop.sync.problems import SlowLine
from ledger.server.finding import text_of
from ledger.server.revoking import revoke_device
from tests.sync.on_disk import OnDisk, is_settled, minutes


def test_a_copy_that_went_on_by_itself_keeps_all_it_wrote(world: OnDisk) -> None:
    town, pc = world.town, world.pc
    pc.helps(2)
    town.meet(pc)
    copy = world.copy_pc()
    pc.helps(3)
    copy.helps(4)
    for _ in range(2):
        town.meet(pc)
        town.meet(copy)
    assert copy.store.device != pc.store.device
    assert is_settled(town, pc)
    assert is_settled(town, copy)
    assert minutes(pc) == minutes(copy) == 9 * 60
    assert pc.store.verify().problems == copy.store.verify().problems == []


@pytest.mark.parametrize("lost", range(1, 7))
def test_a_copy_comes_through_whichever_answer_is_lost(world: OnDisk, lost: int) -> None:
    town, pc = world.town, world.pc
    town.meet(pc)
    copy = world.copy_pc()
    pc.helps(3)
    town.meet(pc)
    copy.helps(4)
    answers = iter(range(1, 100))

    def lose_one(status: int, body: bytes) -> tuple[int, bytes]:
        if next(answers) == lost:
            raise SlowLine
        return status, body

    town.spoil = lose_one
    for _ in range(2):
        try:
            town.meet(copy)
        except SlowLine:
            continue
    town.spoil = lambda status, body: (status, body)
    for _ in range(2):
        town.meet(copy)
        town.meet(pc)
    assert is_settled(town, copy)
    assert copy.store.device != pc.store.device
    assert minutes(pc) == minutes(copy) == 7 * 60
    assert pc.store.verify().problems == copy.store.verify().problems == []


@pytest.mark.parametrize(("sent", "more"), [(1, 1), (2, 3)])
def test_a_copy_that_sent_the_same_facts_in_another_batch_makes_this_pc_another(
    world: OnDisk, sent: int, more: int
) -> None:
    """What was written but not sent when the copy was made is sent by both, and counts once."""
    town, pc = world.town, world.pc
    town.meet(pc)
    pc.helps(sent)
    copy = world.copy_pc()
    town.meet(copy)
    pc.helps(more)
    Outbox(pc.store).cut()
    for _ in range(2):
        town.meet(pc)
        town.meet(copy)
    assert is_settled(town, pc)
    assert is_settled(town, copy)
    assert minutes(pc) == minutes(copy) == (sent + more) * 60
    assert pc.store.verify().problems == copy.store.verify().problems == []


@pytest.mark.parametrize("with_new_epoch", [True, False])
def test_a_copy_whose_facts_a_ledger_lost_and_got_otherwise_from_this_pc_keeps_them(
    world: OnDisk, *, with_new_epoch: bool
) -> None:
    """The two versions part before what the ledger once held of it."""
    town, pc = world.town, world.pc
    town.meet(pc)
    world.keep_ledger()
    copy = world.copy_pc()
    copy.helps()
    town.meet(copy)
    world.put_ledger_back(with_new_epoch=with_new_epoch)
    for _ in range(3):
        pc.helps()
        Outbox(pc.store).cut()
    for _ in range(3):
        town.meet(pc)
        town.meet(copy)
    assert copy.store.device != pc.store.device
    assert is_settled(town, pc)
    assert is_settled(town, copy)
    assert minutes(pc) == minutes(copy) == 4 * 60
    assert pc.store.verify().problems == copy.store.verify().problems == []


@pytest.mark.parametrize("with_new_epoch", [True, False])
def test_a_ledger_that_forgot_a_pc_and_hears_no_other_of_the_centre_lets_it_in_by_its_own_word(
    world: OnDisk, *, with_new_epoch: bool
) -> None:
    town, pc = world.town, world.pc
    town.meet(pc)
    copy = world.copy_pc()
    pc.helps()
    copy.helps(2)
    town.meet(pc)
    world.keep_ledger()
    town.meet(copy)
    town.meet(copy)
    world.put_ledger_back(with_new_epoch=with_new_epoch)
    revoke_device(town.engine, text_of(pc.store.device), now_ms=town.clock.now_ms(), is_last_meant=True)
    copy.helps()
    town.meet(copy)
    assert is_settled(town, copy)
    assert minutes(copy) == 4 * 60
    assert copy.store.verify().problems == []
