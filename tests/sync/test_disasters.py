"""A ledger put back from a backup, a PC with a copy that goes on by itself, a PC brought back: all facts are kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.problems import KnownProblem
from desktop.store.blob_outbox import BlobOutbox
from desktop.store.membership import Membership
from desktop.store.outbox import Outbox
from desktop.sync.problems import Revoked, UnknownHere
from ledger.server import own
from ledger.server.database import reading
from ledger.server.finding import text_of
from ledger.server.revoking import revoke_device
from tests.sync.on_disk import OnDisk, held_at_ledger, is_settled, minutes, notices_at, notices_held


@pytest.mark.parametrize("with_new_epoch", [True, False])
def test_a_ledger_put_back_from_last_week_gets_everything_again(world: OnDisk, *, with_new_epoch: bool) -> None:
    town, pc = world.town, world.pc
    pc.helps(3)
    town.meet(pc)
    world.keep_ledger()
    for _ in range(3):
        pc.helps(2)
        town.meet(pc)
    world.put_ledger_back(with_new_epoch=with_new_epoch)
    pc.helps()
    outcome = town.meet(pc)
    assert outcome.to_send.facts == 0
    assert Membership(pc.store).standing().epoch == 2
    assert is_settled(town, pc)
    assert pc.store.verify().problems == []


@pytest.mark.parametrize("kept_after", [4, 15])
@pytest.mark.parametrize("with_new_epoch", [True, False])
def test_a_ledger_that_holds_only_part_of_a_pack_takes_the_whole(
    world: OnDisk, kept_after: int, *, with_new_epoch: bool
) -> None:
    town, pc = world.town, world.pc
    for number in range(21):
        if number == kept_after:
            world.keep_ledger()
        pc.helps(25)
        town.meet(pc)
    world.put_ledger_back(with_new_epoch=with_new_epoch)
    pc.helps()
    assert town.meet(pc).to_send.facts == 0
    assert is_settled(town, pc)
    assert held_at_ledger(town, pc) == (4 + 21 * 25 + 1, True)
    assert pc.store.verify().problems == []


def test_a_pc_brought_back_from_an_old_backup_fetches_what_it_wrote_and_goes_on(world: OnDisk) -> None:
    town, pc = world.town, world.pc
    pc.helps(2)
    town.meet(pc)
    back = world.copy_pc()
    pc.helps(5)
    town.meet(pc)
    pc.store.close()
    outcome = town.meet(back)
    assert minutes(back) == 7 * 60
    assert outcome.to_send.facts == 0
    assert back.store.read.is_purse_here()
    back.helps()
    town.meet(back)
    assert is_settled(town, back)
    assert minutes(back) == 8 * 60
    assert back.store.verify().problems == []


def test_a_ledger_put_back_from_before_a_copy_went_on_hears_of_it_again(world: OnDisk) -> None:
    town, pc = world.town, world.pc
    town.meet(pc)
    world.keep_ledger()
    copy = world.copy_pc()
    pc.helps(3)
    copy.helps(4)
    for _ in range(2):
        town.meet(pc)
        town.meet(copy)
    world.put_ledger_back()
    for _ in range(3):
        town.meet(copy)
        town.meet(pc)
    assert is_settled(town, copy)
    assert is_settled(town, pc)
    assert minutes(pc) == minutes(copy) == 7 * 60
    assert pc.store.verify().problems == copy.store.verify().problems == []


@pytest.mark.parametrize("with_new_epoch", [True, False])
def test_a_ledger_put_back_from_before_this_pc_joined_needs_a_code_and_gets_everything(
    tmp_path: Path, *, with_new_epoch: bool
) -> None:
    world = OnDisk(tmp_path, joins=False)
    world.keep_ledger()
    town, pc = world.town, world.town.let_in(world.pc)
    pc.helps(3)
    town.meet(pc)
    said = notices_at(pc)
    world.put_ledger_back(with_new_epoch=with_new_epoch)
    pc.helps(2)
    with pytest.raises(UnknownHere):
        town.meet(pc)
    assert Outbox(pc.store).to_send().facts == 2
    town.let_in(pc)
    assert town.meet(pc).to_send.facts == 0
    assert held_at_ledger(town, pc) == (9, True)
    assert Membership(pc.store).standing().epoch == 2
    assert Membership(pc.store).kept("network_trouble") == b""
    assert is_settled(town, pc)
    assert not BlobOutbox(pc.store).has_left()
    assert said <= notices_held(town)


def test_whoever_meets_a_put_back_ledger_once_has_met_in_its_epoch(world: OnDisk) -> None:
    """With nothing to give back one answer told of the epoch, and settlements stayed provisional until the next."""
    town, pc = world.town, world.pc
    town.meet(pc)
    world.keep_ledger()
    world.put_ledger_back()
    town.meet(pc)
    with reading(town.engine) as connection:
        assert own.read(connection).epoch == 2
        assert not own.read(connection).is_open


def test_a_pc_that_was_revoked_is_told_and_keeps_everything(world: OnDisk) -> None:
    town, pc = world.town, world.pc
    town.meet(pc)
    revoke_device(town.engine, text_of(pc.store.device), now_ms=town.clock.now_ms(), is_last_meant=True)
    pc.helps(2)
    with pytest.raises(KnownProblem) as raised:
        town.meet(pc)
    assert isinstance(raised.value, Revoked)
    assert Membership(pc.store).kept("network_trouble") == b"revoked"
    assert Outbox(pc.store).to_send().facts == 2


def test_a_pc_that_only_joined_in_a_later_epoch_joins_again_in_an_earlier_one(tmp_path: Path) -> None:
    """It never met the ledger in that epoch, so it has nothing to prove it by, and speaks of it no more."""
    world = OnDisk(tmp_path, joins=False)
    world.keep_ledger()
    world.put_ledger_back()
    world.town.let_in(world.pc)
    world.pc.helps()
    world.put_ledger_back(with_new_epoch=False)
    with pytest.raises(UnknownHere):
        world.town.meet(world.pc)

    world.town.let_in(world.pc)
    world.town.meet(world.pc)
    assert is_settled(world.town, world.pc)
    assert world.pc.store.verify().problems == []


def test_a_copy_that_knows_an_epoch_nobody_can_prove_goes_on_in_the_ledgers_own(tmp_path: Path) -> None:
    """It joined, never met, and was copied; the ledger went back to before that, and let the other one in again."""
    world = OnDisk(tmp_path, joins=False)
    world.keep_ledger()
    world.put_ledger_back(with_new_epoch=True)
    town, pc = world.town, world.town.let_in(world.pc)
    assert Membership(pc.store).standing().epoch == 2
    copy = world.copy_pc()
    world.put_ledger_back(with_new_epoch=False)
    pc.helps(2)
    with pytest.raises(UnknownHere):
        town.meet(pc)
    town.meet(town.let_in(pc))
    copy.helps(3)
    for _ in range(2):
        town.meet(copy)
        town.meet(pc)
    assert is_settled(town, copy)
    assert is_settled(town, pc)
    assert minutes(pc) == minutes(copy) == 5 * 60
    assert pc.store.verify().problems == copy.store.verify().problems == []
