"""Copies of a PC that both go on: all that any of them wrote is kept, and counts once."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from desktop.store.membership import PutBy
from desktop.store.outbox import Outbox
from desktop.store.relay import Relay
from desktop.sync.problems import SlowLine, UnknownHere
from ledger.server.finding import text_of
from ledger.server.revoking import revoke_device
from ledger.server.tables import blobs
from ledger.wire.asking import Held
from tests.sync.on_disk import OnDisk, is_settled, minutes, notices_at, notices_held
from tests.sync.places import a_pc


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


@pytest.mark.parametrize("lost", range(1, 7))
def test_what_another_copy_said_again_is_never_shown_twice_wherever_the_line_breaks(world: OnDisk, lost: int) -> None:
    """Seed 590: two copies have the same unsent facts, and the first to meet says them under its new name."""
    town, pc = world.town, world.pc
    first = world.copy_pc("first")
    town.meet(first)
    pc.helps(3)
    Outbox(pc.store).cut()
    late = world.copy_pc("late")
    town.meet(pc)
    assert pc.store.device != first.store.device
    answers = iter(range(1, 100))

    def lose_one(status: int, body: bytes) -> tuple[int, bytes]:
        if next(answers) == lost:
            raise SlowLine
        return status, body

    town.spoil = lose_one
    for _ in range(2):
        with suppress(SlowLine):
            town.meet(late)
        assert minutes(late) == 3 * 60
    assert is_settled(town, late)
    assert minutes(pc) == minutes(late) == 3 * 60
    assert late.store.verify().problems == []


def test_what_others_sent_waits_until_this_pc_goes_on_under_a_new_name(world: OnDisk) -> None:
    """Nothing of it is asked for twice, and nothing is left behind."""
    town, pc = world.town, world.pc
    first = world.copy_pc("first")
    town.meet(first)
    pc.helps(3)
    Outbox(pc.store).cut()
    late = world.copy_pc("late")
    town.meet(pc)
    answers = iter(range(1, 100))

    def lose_the_third(status: int, body: bytes) -> tuple[int, bytes]:
        if next(answers) == 3:
            raise SlowLine
        return status, body

    town.spoil = lose_the_third
    with pytest.raises(SlowLine):
        town.meet(late)
    assert PutBy(late.store).others_held() == {pc.store.device: 3 + 1}
    assert Held(pc.store.device, 3 + 1) in Relay(late.store).siblings()
    town.meet(late)
    assert PutBy(late.store).others() == []
    assert minutes(late) == 3 * 60


def test_a_copy_gives_back_what_the_ledger_had_said_though_it_has_to_go_on_under_a_new_name(world: OnDisk) -> None:
    """Seed 1633: between the question what the ledger lacks and the answer stood the own feed, and the hand-over."""
    town, pc = world.town, world.pc
    town.meet(pc)
    world.keep_ledger()
    copy = world.copy_pc()
    other = town.let_in(a_pc(b"o"), "Oak House")
    town.meet(other)
    pc.helps()
    town.meet(pc)
    said = notices_at(pc)
    world.put_ledger_back(with_new_epoch=False)
    copy.helps(2)
    town.meet(copy)
    town.meet(pc)
    assert pc.store.device != copy.store.device
    assert said <= notices_held(town)


def test_a_ledger_that_is_put_back_while_a_pc_hands_on_gets_its_names_again(world: OnDisk) -> None:
    """Seed 6044: the first answer of the new epoch was one to the device that this PC had been."""
    town, pc = world.town, world.pc
    world.keep_ledger()
    copy = world.copy_pc()
    pc.helps()
    town.meet(pc)
    answers = iter(range(1, 100))

    def lose_the_hand_over(status: int, body: bytes) -> tuple[int, bytes]:
        if next(answers) == 4:
            raise SlowLine
        return status, body

    town.spoil = lose_the_hand_over
    with pytest.raises(SlowLine):
        town.meet(copy)
    assert copy.store.device != pc.store.device
    world.put_ledger_back(with_new_epoch=False)
    town.meet(copy)
    with town.engine.connect() as connection:
        held = {bytes(row.digest) for row in connection.execute(blobs.select())}
    assert held == {digest for (digest,) in copy.store.db.execute("SELECT digest FROM blobs")}


def test_a_copy_whose_facts_a_ledger_lost_and_got_in_smaller_batches_goes_on(world: OnDisk) -> None:
    """Seed 906079: it was held once as this PC had cut it, and so seemed to be no other cut: refused for ever."""
    town, pc = world.town, world.pc
    town.meet(pc)
    world.keep_ledger()
    pc.helps()
    copy = world.copy_pc()
    copy.helps()
    Outbox(copy.store).cut()
    town.meet(copy)
    world.put_ledger_back()
    for _ in range(2):
        town.meet(pc)
        town.meet(copy)
    assert is_settled(town, pc)
    assert is_settled(town, copy)
    assert minutes(pc) == minutes(copy) == 2 * 60


def test_a_pc_that_hears_of_an_epoch_as_the_one_it_was_gives_back_all_it_was_told(tmp_path: Path) -> None:
    """Seed 906011: the hand-over to a ledger that had forgotten it names no feed, and so none was asked for."""
    world = OnDisk(tmp_path, joins=False)
    world.keep_ledger()
    town, pc = world.town, world.town.let_in(world.pc)
    copy = world.copy_pc()
    pc.helps()
    town.meet(pc)
    copy.helps()
    town.meet(copy)
    assert copy.store.device != pc.store.device
    town.meet(town.let_in(a_pc(b"o"), "Oak House"))
    town.meet(copy)
    said = notices_at(copy)
    world.put_ledger_back(with_new_epoch=False)
    with suppress(UnknownHere):
        town.meet(copy)
    with suppress(UnknownHere):
        town.meet(pc)
    town.let_in(pc)
    town.meet(copy)
    town.meet(pc)
    assert said <= notices_held(town)
