"""A ledger put back from a backup: it is told what it had said, and ends where it would have been."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ledger.domain.accounts import member_account, slip_account
from ledger.domain.facts import PutRight, Reason, SlipVoided
from ledger.domain.names import FactId
from ledger.domain.network import DeviceRevoked
from ledger.domain.rulings import CreditNoted, Outcome, PurseTaken, Why
from ledger.server import epochs, own, speaking
from ledger.server.database import writing
from ledger.server.totals import totals
from ledger.wire.answering import Trouble
from ledger.wire.asking import Joining
from ledger.wire.joining import vouch
from tests.server.core.backups import Backups
from tests.server.pcs import Pc, pc, sibling_of

PROVISIONAL = (Outcome.PROVISIONAL, Why.FIRST)
SETTLED = (Outcome.SETTLED, Why.FIRST)


def test_a_ledger_behind_what_it_signed_asks_for_proof_and_enters_a_new_epoch(backups: Backups) -> None:
    home, ledger = backups.home, backups.ledger
    backups.take()
    home.print_slip(1)
    backups.meet(home)
    backups.put_back(is_told=False)

    asked = home.send(ledger)
    proved = home.send(ledger, receipt=home.receipt)

    assert asked.trouble == Trouble.PROVE
    assert (proved.trouble, proved.positions.epoch, proved.positions.seq) == (Trouble.NONE, 2, 0)
    backups.meet(home)
    assert (home.acknowledged, ledger.epoch) == (1, 2)


def test_a_pc_that_joined_since_the_backup_proves_it_though_it_is_not_known(backups: Backups) -> None:
    ledger, new = backups.ledger, pc(7)
    backups.take()
    ledger.admit(new)
    new.meet(ledger)
    backups.put_back(is_told=False)

    replies = [new.send(ledger), new.send(ledger, receipt=new.receipt), new.send(ledger, receipt=new.receipt)]

    assert {reply.trouble for reply in replies} == {Trouble.UNKNOWN_DEVICE}
    assert [reply.positions.epoch for reply in replies] == [1, 2, 2]


def test_a_receipt_of_another_ledger_proves_nothing(backups: Backups) -> None:
    home, ledger = backups.home, backups.ledger
    home.print_slip(1)
    backups.meet(home)

    reply = home.send(ledger, own=99, receipt=b"no receipt")

    assert reply.trouble == Trouble.PROVE
    assert ledger.epoch == 1


def test_what_was_ruled_since_the_backup_is_what_is_in_force(backups: Backups) -> None:
    home, here, there, ledger = backups.home, backups.here, backups.there, backups.ledger
    backups.take()
    home.print_slip(1)
    first, second = here.redeem(home, 1), there.redeem(home, 1)
    backups.meet(home, here, there, home)
    before = {name: ledger.rows(name) for name in ("rulings", "slips", "sums", "inbox")}
    backups.put_back()

    backups.meet(there, here, home)
    backups.meet(there, here, home)

    assert {name: ledger.rows(name) for name in before} == before
    assert here.ruled(first) == SETTLED
    assert there.ruled(second) == (Outcome.GOODWILL, Why.TAKEN_BEFORE)
    assert [told.fact for told in home.slips_taken()] == [first]


ORDERS: list[Callable[[Backups], tuple[Pc, Pc, Pc]]] = [
    lambda b: (b.there, b.here, b.home),
    lambda b: (b.there, b.home, b.here),
    lambda b: (b.here, b.there, b.home),
    lambda b: (b.home, b.there, b.here),
    lambda b: (b.home, b.here, b.there),
    lambda b: (b.here, b.home, b.there),
]


@pytest.mark.parametrize("order", ORDERS)
def test_of_two_signed_settlements_the_earlier_epochs_stands(
    backups: Backups, order: Callable[[Backups], tuple[Pc, Pc, Pc]]
) -> None:
    home, here, there, ledger = backups.home, backups.here, backups.there, backups.ledger
    home.print_slip(1)
    backups.meet(home)
    backups.take()
    first = here.redeem(home, 1)
    backups.meet(here, home)
    backups.put_back()
    second = there.redeem(home, 1)

    backups.meet(*order(backups))
    backups.meet(here, there, home)

    assert here.ruled(first) in (SETTLED, PROVISIONAL)
    assert there.ruled(second) is not None
    assert there.ruled(second)[0] == Outcome.GOODWILL  # type: ignore[index]
    assert [told.fact for told in home.slips_taken()] == [first]
    (slip,) = ledger.rows("slips")
    assert (FactId(slip["claim_device"], slip["claim_seq"]), slip["claim_epoch"]) == (first, 1)


def test_settlements_are_provisional_until_all_have_met(backups: Backups) -> None:
    home, here, there = backups.home, backups.here, backups.there
    home.print_slip(1)
    backups.meet(home)
    backups.take()
    backups.put_back()
    taken = here.redeem(home, 1)

    backups.meet(here, home)
    assert here.ruled(taken) == PROVISIONAL

    backups.meet(there, here, home)
    assert here.ruled(taken) == SETTLED
    assert [told.fact for told in home.slips_taken()] == [taken]


def test_the_coordinator_can_close_the_window(backups: Backups) -> None:
    home, here = backups.home, backups.here
    home.print_slip(1)
    backups.meet(home)
    backups.take()
    backups.put_back()
    taken = here.redeem(home, 1)
    backups.meet(here)
    with writing(backups.ledger.engine) as connection:
        epochs.close(connection)

    backups.meet(here)

    assert here.ruled(taken) == SETTLED


def test_a_slip_given_back_before_the_restore_stays_given_back(backups: Backups) -> None:
    home, here, there = backups.home, backups.here, backups.there
    home.print_slip(1)
    backups.meet(home)
    backups.take()
    taken = here.redeem(home, 1)
    backups.meet(here, home)
    member = member_account(FactId(here.device, 1))
    here.write(PutRight(taken, ((slip_account(home.issuer, 1), 60), (member, -60)), Reason.WORKER))
    backups.meet(here, home)
    backups.put_back()

    backups.meet(home, here, home)

    assert home.slips_taken() == []
    again = there.redeem(home, 1)
    backups.meet(there, home)
    assert there.ruled(again) == PROVISIONAL or there.ruled(again) == SETTLED
    assert [told.fact for told in home.slips_taken()] == [again]


def test_a_lost_paper_void_that_counted_still_counts(backups: Backups) -> None:
    home, here = backups.home, backups.here
    home.print_slip(1)
    backups.take()
    void = home.write(SlipVoided(home.issuer, 1, 60, None, has_paper=False, is_waiting=True))
    backups.meet(home)
    backups.put_back()
    late = here.redeem(home, 1)

    backups.meet(here, home, here)

    assert home.ruled(void) in (SETTLED, PROVISIONAL)
    assert here.ruled(late) is not None
    assert here.ruled(late)[0] == Outcome.GOODWILL  # type: ignore[index]


def test_a_revocation_and_a_purse_come_back(backups: Backups) -> None:
    home, ledger = backups.home, backups.ledger
    second = sibling_of(home, 9)
    ledger.admit(second)
    backups.meet(second, home)
    backups.take()
    signature = vouch(home.seed, centre=home.centre, public=pc(8).public, is_successor=True)
    home.send(ledger, joins=(Joining(pc(8).public, signature, is_successor=True, takes_purse=True),))
    with writing(ledger.engine) as connection:
        revoked = [DeviceRevoked(second.device)]
        speaking.say(connection, own.read(connection), home.centre, revoked, now_ms=ledger.now_ms)
    backups.meet(home)
    assert len(home.said(PurseTaken)) == 1
    backups.put_back()

    backups.meet(home)

    held = {row["device"]: row["revoked_ms"] for row in ledger.rows("devices") if row["centre"] == home.centre}
    assert held[pc(8).device] is None
    assert held[second.device] is not None
    (centre,) = [row for row in ledger.rows("centres") if row["centre"] == home.centre]
    assert centre["purse"] == pc(8).device
    assert second.send(ledger).trouble == Trouble.REVOKED


def test_a_settlement_that_only_the_slips_own_centre_heard_of_is_the_claimants_still(backups: Backups) -> None:
    """Seed 4521: the reply to who handed it in was lost, and then the ledger was put back."""
    home, here, there, ledger = backups.home, backups.here, backups.there, backups.ledger
    backups.take()
    home.print_slip(1)
    taken = here.redeem(home, 1)
    backups.meet(home)
    here.send_unheard(ledger)
    backups.meet(home)
    assert [told.fact for told in home.slips_taken()] == [taken]
    backups.put_back()

    backups.meet(home, here, there, home)

    assert here.ruled(taken) == SETTLED
    assert [told.fact for told in home.slips_taken()] == [taken]


def test_the_rest_of_a_slip_that_only_its_own_centre_heard_of_is_the_claimants_too(backups: Backups) -> None:
    home, here, there, ledger = backups.home, backups.here, backups.there, backups.ledger
    backups.take()
    home.print_slip(1, 120)
    taken = here.redeem(home, 1, 60)
    rest = here.write(CreditNoted(home.issuer, 1, FactId(here.device, 1), 60))
    backups.meet(home)
    here.send_unheard(ledger)
    backups.meet(home)
    backups.put_back()

    backups.meet(home, here, there, home)

    assert (here.ruled(taken), here.ruled(rest)) == (SETTLED, SETTLED)
    (slip,) = ledger.rows("slips")
    assert slip["claim_minutes"] == 120


@pytest.mark.parametrize("order", ORDERS)
def test_a_slip_and_its_rest_come_back_whole_in_any_order(
    backups: Backups, order: Callable[[Backups], tuple[Pc, Pc, Pc]]
) -> None:
    """Seed 1940: of what a PC took of a slip in two facts, the restored ledger counted one."""
    home, here, ledger = backups.home, backups.here, backups.ledger
    backups.take()
    home.print_slip(1, 120)
    here.redeem(home, 1, 60)
    here.write(CreditNoted(home.issuer, 1, FactId(here.device, 1), 60))
    backups.meet(home, here, home)
    backups.put_back()

    backups.meet(*order(backups))
    backups.meet(*order(backups))

    (slip,) = ledger.rows("slips")
    assert slip["claim_minutes"] == 120
    assert totals(ledger.engine)["all"]["slips_out_minutes"] == 0


def test_a_claim_that_is_lost_with_its_pc_and_its_ledger_is_ruled_without_being_counted(backups: Backups) -> None:
    """Seed 200140: only the slip's own centre knew of it, and another claim had the slip by then."""
    home, here, there, ledger = backups.home, backups.here, backups.there, backups.ledger
    home.print_slip(1)
    backups.meet(home)
    backups.take()
    lost = here.redeem(home, 1)
    here.send_unheard(ledger)
    backups.meet(home)
    here.facts.pop()
    here.batches.pop()
    backups.put_back(is_told=False)
    second = there.redeem(home, 1)
    backups.meet(there, home, here, there)

    assert lost not in {FactId(row["device"], row["seq"]) for row in ledger.rows("rulings") if row["minutes"]}
    assert there.ruled(second) == SETTLED
    assert totals(ledger.engine)["all"]["goodwill_minutes"] == 0
