"""What PCs give back to a ledger that was put back: batches of siblings, notices, who they are."""

from __future__ import annotations

import pytest

from ledger.domain.accounts import ISSUE, member_account
from ledger.domain.facts import PutRight, Reason
from ledger.domain.names import FactId, device_name
from ledger.domain.network import DeviceListed, DeviceRevoked
from ledger.domain.rulings import Outcome, Why
from ledger.server import epochs, own, speaking
from ledger.server.database import writing
from ledger.wire.answering import Trouble
from ledger.wire.notices import ledger_feed
from tests.server.core.backups import Backups
from tests.server.pcs import pc, sibling_of

PROVISIONAL = (Outcome.PROVISIONAL, Why.FIRST)
SETTLED = (Outcome.SETTLED, Why.FIRST)


def test_siblings_offer_what_the_ledger_lost_of_a_pc_that_is_gone(backups: Backups) -> None:
    home, ledger = backups.home, backups.ledger
    lost = sibling_of(home, 9)
    ledger.admit(lost)
    backups.meet(lost, home)
    backups.take()
    lost.write(
        PutRight(FactId(lost.device, 9), ((ISSUE, -5), (member_account(FactId(lost.device, 1)), 5)), Reason.WORKER)
    )
    backups.meet(lost, home)
    held = ledger.rows("batches")
    backups.put_back()

    backups.meet(home)

    assert [row["raw"] for row in ledger.rows("batches")] == [row["raw"] for row in held]
    assert {row["arrival"] >> 32 for row in ledger.rows("batches")} == {2}


@pytest.mark.parametrize("count", [1, 300])
def test_a_pc_that_held_batches_already_hears_where_they_stand_now(backups: Backups, count: int) -> None:
    home, ledger = backups.home, backups.ledger
    lost, other = sibling_of(home, 9), sibling_of(home, 10)
    for one in (lost, other):
        ledger.admit(one)
        backups.meet(one)
    backups.take()
    for number in range(count):
        lost.print_slip(number)
        lost.cut()
    backups.meet(lost, home, other)
    assert {other.arrivals[lost.device, place] >> 32 for place in range(1, count + 1)} == {1}
    backups.put_back()

    backups.meet(home)
    reply = other.reply(raw := other.raw(), backups.ledger.answer(raw))  # lost on the way
    assert len(reply.accepted) == min(count, 256)
    backups.meet(other)

    for place in range(1, count + 1):
        assert other.arrivals[lost.device, place] == home.arrivals[lost.device, place]
        assert other.arrivals[lost.device, place] >> 32 == 2


def test_notices_that_do_not_follow_or_are_of_others_are_left_alone(backups: Backups) -> None:
    home, here, ledger = backups.home, backups.here, backups.ledger
    home.print_slip(1)
    here.redeem(home, 1)
    backups.meet(home, here, home, here)
    with writing(ledger.engine) as connection:
        epochs.begin(connection)
    held = ledger.holds()

    home.send(ledger, returned=(*here.notices, *home.notices, b"nothing", home.notices[-1][:-1] + b"x"))

    assert {name: rows for name, rows in ledger.holds().items() if name != "own"} == {
        name: rows for name, rows in held.items() if name != "own"
    }


def test_a_slip_of_a_centre_that_is_not_known_yet_waits_for_it(backups: Backups) -> None:
    here, ledger, new = backups.here, backups.ledger, pc(7)
    backups.take()
    ledger.admit(new)
    new.print_slip(1)
    backups.meet(new, here)
    backups.put_back()
    taken = here.redeem(new, 1)

    backups.meet(here)
    assert here.ruled(taken) == PROVISIONAL

    again = pc(7)
    ledger.admit(again)
    again.print_slip(1)
    backups.meet(again)
    assert [told.fact for told in again.slips_taken()] == [taken]


def test_a_pc_that_joined_since_the_backup_brings_what_was_said_of_it(backups: Backups) -> None:
    home, ledger = backups.home, backups.ledger
    new, thief = sibling_of(home, 9), sibling_of(home, 10)
    backups.take()
    ledger.admit(new)
    new.print_slip(1)
    backups.meet(new)
    backups.put_back()
    thief.ledger_public, thief.notices = new.ledger_public, new.notices
    thief_asks = thief.send(ledger, returned=tuple(new.notices))

    asked = new.send(ledger)
    brought = new.send(ledger, returned=tuple(new.notices))
    backups.meet(new)

    assert (asked.trouble, thief_asks.trouble) == (Trouble.UNKNOWN_DEVICE, Trouble.UNKNOWN_DEVICE)
    assert brought.trouble == Trouble.NONE
    assert (new.acknowledged, new.epoch) == (1, 2)


@pytest.mark.parametrize("proves", [True, False])
def test_a_centre_is_told_of_a_pc_that_brings_the_notice_of_itself_and_is_never_heard_again(
    backups: Backups, *, proves: bool
) -> None:
    """Seed 800781: it was noted, and its siblings knew nothing of it. The fixture has all verified at the end."""
    home, ledger = backups.home, backups.ledger
    new = sibling_of(home, 9)
    backups.meet(home)
    backups.take()
    home.print_slip(1)
    backups.meet(home)
    ledger.admit(new)
    backups.meet(new)
    backups.put_back(is_told=False)

    reply = new.send(ledger, returned=(new.notices[-1],), receipt=new.receipt if proves else b"")
    assert reply.trouble == (Trouble.NONE if proves else Trouble.PROVE)
    assert (new.device in {row["device"] for row in ledger.rows("devices")}) == proves


def test_what_was_said_before_a_pc_joined_comes_back_with_what_was_said_of_it(backups: Backups) -> None:
    """It brings the notice of itself first, from the middle of the feed: that is not all it has to give back."""
    home, ledger = backups.home, backups.ledger
    first, new = sibling_of(home, 9), sibling_of(home, 10)
    backups.meet(home)
    backups.take()
    ledger.admit(first)
    backups.meet(first)
    ledger.admit(new)
    backups.meet(new)
    backups.put_back(is_told=False)

    introduction = new.notices[-1]
    reply = new.send(ledger, returned=(introduction,), receipt=new.receipt)
    assert ledger_feed(ledger.public, centre=home.centre, epoch=1) in {lack.feed for lack in reply.lacks}
    new.send(ledger, returned=tuple(new.notices))
    backups.meet(new, home)

    listed = [device_name(fact.public_key) for fact in home.said(DeviceListed)]
    assert {first.device, new.device} <= set(listed)


def test_a_pc_let_in_again_by_a_notice_of_another_version_is_told_to_its_siblings(backups: Backups) -> None:
    home, ledger = backups.home, backups.ledger
    first, new, *spoken = (sibling_of(home, letter) for letter in (9, 10, 11, 12))
    backups.meet(home)
    backups.take()
    ledger.admit(first)
    ledger.admit(new)
    backups.meet(new)
    backups.put_back(is_told=False)
    for one in spoken:
        ledger.admit(one)

    reply = new.send(ledger, returned=(new.notices[-1],), receipt=new.receipt)
    assert dict(reply.lacks)[ledger_feed(ledger.public, centre=home.centre, epoch=1)] == 0
    assert reply.trouble == Trouble.NONE
    new.send(ledger, returned=tuple(new.notices))
    backups.meet(new, home)

    listed = [device_name(fact.public_key) for fact in home.said(DeviceListed)]
    assert {first.device, new.device, *(one.device for one in spoken)} <= set(listed)


def test_a_pc_revoked_since_the_backup_is_revoked_again_by_whoever_gives_that_back(backups: Backups) -> None:
    home, ledger = backups.home, backups.ledger
    new = sibling_of(home, 9)
    backups.take()
    ledger.admit(new)
    backups.meet(new, home)
    with writing(ledger.engine) as connection:
        revoked = [DeviceRevoked(new.device)]
        speaking.say(connection, own.read(connection), home.centre, revoked, now_ms=ledger.now_ms)
    backups.meet(home)
    backups.put_back()

    assert new.send(ledger, returned=tuple(new.notices)).trouble == Trouble.NONE
    backups.meet(home)
    assert new.send(ledger).trouble == Trouble.REVOKED
