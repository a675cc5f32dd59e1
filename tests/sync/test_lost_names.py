"""Names and photos that a ledger lost without anybody's feed showing it: whoever has them sends them again."""

from __future__ import annotations

import pytest

from desktop.store.blob_outbox import BlobOutbox
from desktop.store.sqlcipher import transaction
from ledger.domain.subjects import MemberWritten
from tests.sync.on_disk import OnDisk, is_settled
from tests.sync.places import Pc
from tests.sync.siblings import sibling_of
from tests.sync.test_blobs import add_photo


def names_at(pc: Pc) -> set[bytes]:
    """The names, photos and texts that are here, by their digests."""
    return {bytes(name) for (name,) in pc.store.db.execute("SELECT digest FROM blobs")}


def lost_in_one_epoch(world: OnDisk) -> tuple[Pc, Pc, Pc]:
    """Who wrote a name, a sibling that has it, and one that heard of it from a ledger that lost it.

    Two restores of one backup entered the same epoch. In the first, the name was given to the ledger. In the second,
    the sibling brings the batch back, so that the one that wrote it finds nothing lacking.
    """
    town, pc = world.town, world.pc
    sibling, third = sibling_of(town, pc), sibling_of(town, pc, b"t")
    for one in (pc, sibling, third):
        town.meet(one)
    world.keep_ledger()
    world.put_ledger_back()
    with pc.store.writing(pc.store.new_draft()) as facts:
        facts.add(MemberWritten(None, facts.seal(b"Marmaduke Featherstone"), place=9))
    add_photo(pc, 150_000)
    town.meet(pc)
    town.meet(sibling)
    assert names_at(sibling) == names_at(pc)
    world.put_ledger_back()
    return pc, sibling, third


@pytest.mark.parametrize("who", ["writer", "sibling"])
def test_whoever_has_them_sends_them_again_once_somebody_wants_them(world: OnDisk, who: str) -> None:
    """Seed 400013: members had no names until the next epoch."""
    pc, sibling, third = lost_in_one_epoch(world)
    town = world.town
    town.meet(sibling)
    town.meet(third)
    assert BlobOutbox(third.store).wanted()[0] == 3

    town.meet(pc if who == "writer" else sibling)
    town.meet(third)

    assert names_at(third) == names_at(pc)
    for one in (pc, sibling, third):
        town.meet(one)
        assert is_settled(town, one)


def test_a_name_that_nobody_has_any_more_is_asked_for_without_end_and_without_harm(world: OnDisk) -> None:
    pc, sibling, third = lost_in_one_epoch(world)
    town = world.town
    for one in (pc, sibling):
        with transaction(one.store.db):
            one.store.db.execute("DELETE FROM blobs WHERE length(sealed) > 100000")
    for one in (sibling, third, pc, third):
        town.meet(one)

    assert BlobOutbox(third.store).wanted()[0] == 1
    for one in (pc, sibling, third):
        assert is_settled(town, one)
