"""Who a slip belongs to, as the ledger rules it: each promise of the book, over real batches."""

from __future__ import annotations

from sqlalchemy import update

from ledger.domain.facts import SlipPrinted
from ledger.domain.names import FactId
from ledger.domain.network import NETWORK, IssuerRevoked
from ledger.domain.rulings import CreditNoted, Outcome, Why
from ledger.server import own, speaking
from ledger.server.database import writing
from ledger.server.tables import issuers
from tests.server.core.network import SETTLED, TAKEN_BEFORE, Network
from tests.server.pcs import DAY, sibling_of


def test_the_first_to_arrive_settles_and_its_home_hears_where(network: Network) -> None:
    home, here = network.home, network.here
    home.print_slip(1)
    taken = here.redeem(home, 1)

    network.meet(home, here, home)

    assert here.ruled(taken) == SETTLED
    assert here.rulings()[taken].centre == home.centre
    (told,) = home.slips_taken()
    assert (told.fact, told.number, told.minutes, told.centre, told.is_issue_seen) == (taken, 1, 60, here.centre, True)


def test_the_second_is_paid_by_goodwill_and_the_home_hears_of_one_only(network: Network) -> None:
    home, here, there = network.home, network.here, network.there
    home.print_slip(1)
    first, second = here.redeem(home, 1), there.redeem(home, 1)

    network.meet(home, here, there, home)

    assert here.ruled(first) == SETTLED
    assert there.ruled(second) == TAKEN_BEFORE
    assert [told.fact for told in home.slips_taken()] == [first]


def test_a_slip_used_at_home_needs_no_ruling_and_is_gone_for_others(network: Network) -> None:
    home, here = network.home, network.here
    home.print_slip(1)
    own = home.redeem(home, 1)
    late = here.redeem(home, 1)

    network.meet(home, here, home)

    assert home.ruled(own) is None
    assert here.ruled(late) == TAKEN_BEFORE
    assert home.slips_taken() == []


def test_a_slip_taken_elsewhere_is_goodwill_at_home(network: Network) -> None:
    home, here = network.home, network.here
    home.print_slip(1)
    here.redeem(home, 1)
    network.meet(home, here)
    late = home.redeem(home, 1)

    network.meet(home)

    assert home.ruled(late) == TAKEN_BEFORE
    assert home.rulings()[late].centre == b""


def test_an_unseen_issue_settles_and_the_late_print_joins_it(network: Network) -> None:
    home, here, there = network.home, network.here, network.there
    home.print_slip(1)
    taken = here.redeem(home, 1)
    network.meet(here)
    assert here.ruled(taken) == SETTLED

    second = there.redeem(home, 1)
    network.meet(home, there, home)

    (told,) = home.slips_taken()
    assert (told.fact, told.is_issue_seen) == (taken, False)
    assert there.ruled(second) == TAKEN_BEFORE
    assert network.slip(1)["minutes"] == 60


def test_an_unseen_issue_that_was_for_less_is_goodwill_once_it_is_seen(network: Network) -> None:
    home, here = network.home, network.here
    home.print_slip(1, 30)
    taken = here.redeem(home, 1, 60)

    network.meet(here, home, here, home)

    assert here.ruled(taken) == (Outcome.GOODWILL, Why.TOO_MUCH)
    assert home.slips_taken() == []
    assert network.holder(1) is None


def test_more_minutes_than_were_printed_are_all_goodwill(network: Network) -> None:
    home, here, there = network.home, network.here, network.there
    home.print_slip(1, 30)
    network.meet(home)
    greedy, right = here.redeem(home, 1, 60), there.redeem(home, 1, 30)

    network.meet(here, there)

    assert here.ruled(greedy) == (Outcome.GOODWILL, Why.TOO_MUCH)
    assert there.ruled(right) == SETTLED


def test_a_bound_slip_is_for_its_venue_only(network: Network) -> None:
    home, here, door = network.home, network.here, network.door
    home.print_slip(1, venue=door.venue)
    network.meet(home)
    elsewhere = here.redeem(home, 1)
    network.meet(here)
    at_the_door = door.redeem(home, 1)

    network.meet(door)

    assert here.ruled(elsewhere) == (Outcome.GOODWILL, Why.OTHER_PLACE)
    assert door.ruled(at_the_door) == SETTLED


def test_a_revoked_key_signs_only_its_good_numbers(network: Network) -> None:
    home, here = network.home, network.here
    home.print_slip(1)
    network.meet(home)
    with writing(network.ledger.engine) as connection:
        revoked = update(issuers).where(issuers.c.issuer == home.issuer)
        connection.execute(revoked.values(revoked_ms=1, good=(1).to_bytes(8, "big")))
        said = [IssuerRevoked(home.issuer, (1,))]
        speaking.say(connection, own.read(connection), NETWORK, said, now_ms=network.ledger.now_ms)
    good, bad = here.redeem(home, 1), here.redeem(home, 2)

    network.meet(here)

    assert here.ruled(good) == SETTLED
    assert here.ruled(bad) == (Outcome.GOODWILL, Why.REVOKED)


def test_a_credit_note_is_ruled_like_the_redemption_it_is_the_rest_of(network: Network) -> None:
    home, here, there = network.home, network.here, network.there
    home.print_slip(1)
    network.meet(home)
    for centre in (here, there):
        centre.redeem(home, 1, 40)
    notes = [one.write(CreditNoted(home.issuer, 1, FactId(one.device, 1), 20)) for one in (here, there)]
    more = here.write(CreditNoted(home.issuer, 1, FactId(here.device, 1), 1))

    network.meet(here, there, home)

    assert here.ruled(notes[0]) == SETTLED
    assert there.ruled(notes[1]) == TAKEN_BEFORE
    assert here.ruled(more) == (Outcome.REFUSED, Why.TOO_MUCH)
    assert sum(told.minutes for told in home.slips_taken()) == 60


def test_a_note_is_overruled_with_its_redemption_and_counted_once(network: Network) -> None:
    home, here = network.home, network.here
    home.print_slip(1, 30)
    taken = here.redeem(home, 1, 40)
    note = here.write(CreditNoted(home.issuer, 1, FactId(here.device, 1), 20))

    network.meet(here, home, here, home)

    assert here.ruled(taken) == here.ruled(note) == (Outcome.GOODWILL, Why.TOO_MUCH)
    assert {row["seq"]: row["minutes"] for row in network.ledger.rows("rulings")} == {taken.seq: 40, note.seq: 20}
    assert home.slips_taken() == []


def test_another_centre_cannot_print_slips_of_a_key_that_is_not_its_own(network: Network) -> None:
    home, here, there = network.home, network.here, network.there
    there.write(SlipPrinted(home.issuer, 1, 5, None, DAY))
    network.meet(there)
    taken = here.redeem(home, 1)

    network.meet(here)

    assert here.ruled(taken) == SETTLED


def test_a_sibling_pc_uses_a_slip_of_its_own_centre(network: Network) -> None:
    home, here = network.home, network.here
    second = sibling_of(home, 9)
    network.ledger.admit(second)
    home.print_slip(1)
    own = second.redeem(home, 1)
    network.meet(second, home)
    late = here.redeem(home, 1)

    network.meet(here)

    assert second.ruled(own) is None
    assert here.ruled(late) == TAKEN_BEFORE


def test_a_request_sent_again_rules_nothing_twice(network: Network) -> None:
    home, here = network.home, network.here
    home.print_slip(1)
    here.redeem(home, 1)
    network.meet(home, here, home)
    held = network.ledger.holds()

    here.send(network.ledger, batches=here.shorts())
    home.send(network.ledger, batches=home.shorts())

    assert network.ledger.holds() == held
