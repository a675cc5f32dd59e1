"""Second versions of a feed: kept apart, given to the device that can say them again, and forgotten once it has."""

from __future__ import annotations

import pytest

from ledger.server import epochs, forks
from ledger.server.database import writing
from ledger.wire.asking import HEAD_MARK_BYTES, Joining, Mark
from ledger.wire.batch import Batch, Refusal
from ledger.wire.joining import vouch
from tests.server.pcs import Ledger, Pc, pc, sibling_of


@pytest.fixture
def home(ledger: Ledger, centre: Pc) -> Pc:
    """A PC of which the ledger holds two batches of one fact each."""
    for number in (1, 2):
        centre.print_slip(number)
        centre.meet(ledger)
    return centre


def other_version(home: Pc, *numbers: int) -> list[Batch]:
    """What a copy of the PC wrote behind its first fact: a batch for each slip."""
    copy = pc(1)
    copy.facts, copy.batches = home.facts[:1], home.batches[:1]
    made = []
    for number in numbers:
        copy.print_slip(number)
        made += copy.cut()
    return made


def test_a_batch_that_contradicts_what_is_held_waits_for_its_device(ledger: Ledger, home: Pc, sibling: Pc) -> None:
    before = ledger.holds()
    raws = tuple(bytes(made) for made in other_version(home, 7, 8))
    reply = sibling.send(ledger, offered=raws)
    assert {one.reason for one in reply.refused} == {Refusal.NOT_NEXT}
    after = ledger.holds()
    assert {row["raw"] for row in after.pop("forks")} == set(raws)
    assert after == {name: rows for name, rows in before.items() if name != "forks"}  # no total, no slip, no order
    assert sibling.send(ledger).forks == ()
    assert home.send(ledger).forks == raws


def test_whoever_goes_on_for_the_device_is_given_them_and_ends_them(ledger: Ledger, home: Pc, sibling: Pc) -> None:
    (made,) = other_version(home, 7)
    sibling.send(ledger, offered=(bytes(made),))
    heir = sibling_of(home, 30)
    word = vouch(home.seed, centre=home.centre, public=heir.public, is_successor=True)
    home.send(ledger, joins=(Joining(heir.public, word, is_successor=True, takes_purse=False),))
    heir.ledger_public = home.ledger_public
    assert heir.send(ledger).forks == (bytes(made),)
    heir.send(ledger, forks=(made.header.head,))
    assert ledger.rows("forks") == []


def test_only_what_its_device_signed_waits(ledger: Ledger, home: Pc, sibling: Pc) -> None:
    (made,) = other_version(home, 7)
    spoilt = bytearray(bytes(made))
    spoilt[-1] ^= 1
    reply = sibling.send(ledger, offered=(bytes(spoilt), b"no batch at all"))
    assert {one.reason for one in reply.refused} == {Refusal.NOT_NEXT, Refusal.MALFORMED}
    assert ledger.rows("forks") == []


def test_what_only_lacks_its_forerunners_does_not_wait(ledger: Ledger, home: Pc, sibling: Pc) -> None:
    for number in (3, 4):
        home.print_slip(number)
        home.cut()
    sibling.send(ledger, offered=(bytes(home.batches[-1]),))
    assert ledger.rows("forks") == []


def test_only_so_many_wait(ledger: Ledger, home: Pc, sibling: Pc) -> None:
    raws = [bytes(made) for made in other_version(home, *range(7, 7 + forks.MOST_FORKS + 5))]
    sibling.send(ledger, offered=tuple(raws))
    assert len(ledger.rows("forks")) == forks.MOST_FORKS


def test_a_siblings_batch_that_goes_beyond_what_is_held_must_prove_that_it_is_the_same(
    ledger: Ledger, home: Pc, sibling: Pc
) -> None:
    """Until then another version was taken for a pack, and what was held was lost."""
    with writing(ledger.engine) as connection:
        epochs.begin(connection)  # it was put back: only then may it hold a part of what a pack covers
    held = ledger.rows("batches")
    copy, same = pc(1), pc(1)
    copy.facts, copy.batches = home.facts[:1], home.batches[:1]
    same.facts, same.batches = home.facts[:2], home.batches[:1]
    copy.print_slip(7)
    for one in (copy, same):
        one.print_slip(8)
    (longer,), (pack,) = copy.cut(), same.cut()
    here = Mark(home.device, home.batches[-1].header.head[:HEAD_MARK_BYTES])
    for made, marks in ((longer, ()), (longer, (Mark(home.device, bytes(HEAD_MARK_BYTES)),)), (pack, ())):
        sibling.send(ledger, offered=(bytes(made),), marks=marks)
        assert ledger.rows("batches") == held
    reply = sibling.send(ledger, offered=(bytes(pack),), marks=(here,))
    assert not reply.refused
    assert bytes(pack) in {row["raw"] for row in ledger.rows("batches")}
