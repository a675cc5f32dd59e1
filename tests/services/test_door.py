"""A venue's door: slips are taken for the venue, once; what was taken can be seen and taken back."""

from __future__ import annotations

from desktop.services.drafts import OfferDraft
from desktop.services.slips import Outcome
from ledger.domain.accounts import venue_account
from tests.services.joined import Joined


def test_a_door_takes_a_slip_and_the_network_settles_it(riverside: Joined, door: Joined) -> None:
    paper = riverside.thanks()[0]
    door.meet()
    assert door.do.door.venue.name == "Town Pool"
    assert door.do.door.check(paper.token).outcome == Outcome.OK_CHECK

    taken = door.do.door.take(paper.token, door.draft())
    assert taken.verdict.is_good
    assert door.do.door.check(paper.token).outcome == Outcome.ALREADY
    riverside.meet()
    door.meet()
    riverside.meet()

    assert door.store.read.minutes(venue_account(door.do.door.venue.number)) == 60
    assert riverside.do.slips.check(paper.token).outcome == Outcome.USED
    assert door.do.attention.all() == []
    assert door.is_sound()
    assert riverside.is_sound()


def test_a_double_tap_takes_it_once(riverside: Joined, door: Joined) -> None:
    paper = riverside.thanks()[0]
    door.meet()
    draft = door.draft()
    first, again = (door.do.door.take(paper.token, draft) for _ in range(2))
    assert first.fact == again.fact
    assert len(door.do.door.taken_today()) == 1


def test_what_was_taken_back_can_be_taken_again(riverside: Joined, door: Joined) -> None:
    paper = riverside.thanks()[0]
    door.meet()
    fact = door.do.door.take(paper.token, door.draft()).fact
    assert fact is not None
    door.do.door.undo(fact)
    door.do.door.undo(fact)
    (seen,) = door.do.door.taken_today()
    assert (seen.code, seen.minutes, seen.is_undone) == (paper.code, 60, True)
    assert door.do.door.check(paper.token).outcome == Outcome.OK_CHECK
    door.do.door.take(paper.token, door.draft())
    assert [one.is_undone for one in door.do.door.taken_today()] == [False, True]
    door.meet()
    assert door.is_sound()


def test_yesterday_is_not_today(riverside: Joined, door: Joined) -> None:
    paper = riverside.thanks()[0]
    door.meet()
    door.do.door.take(paper.token, door.draft())
    door.clock.move(24 * 60)
    assert door.do.door.taken_today() == []


def test_a_door_asks_for_what_is_beyond_forty_credits(riverside: Joined, door: Joined) -> None:
    papers = riverside.thanks(41)
    door.meet()
    for paper in papers[:40]:
        assert door.do.door.take(paper.token, door.draft()).verdict.outcome == Outcome.OK_CHECK
    assert door.do.door.take(papers[40].token, door.draft()).verdict.outcome == Outcome.ASK_WORKER
    door.meet()
    assert door.do.door.take(papers[40].token, door.draft()).verdict.outcome == Outcome.OK_CHECK


def test_a_slip_bound_to_the_door_leaves_its_room_for_open_ones(riverside: Joined, door: Joined) -> None:
    number = door.do.door.venue.number
    riverside.meet()
    riverside.do.network.take_venue(number)
    venue = next(venue for venue in riverside.do.offers.venues() if venue.number == number)
    riverside.do.offers.write(OfferDraft("Swim", 60, venue=venue.id))
    riverside.earn("Ann", 60)
    ann = riverside.sign_in("Ann")
    bound = riverside.do.spending.sheet(riverside.do.spending.say_yes(ann, riverside.plan(ann, "Swim")).plan).slip
    papers = riverside.thanks(40)
    door.meet()
    assert bound is not None
    assert door.do.door.take(bound.token, door.draft()).verdict.outcome == Outcome.OK
    for paper in papers:
        assert door.do.door.take(paper.token, door.draft()).verdict.outcome == Outcome.OK_CHECK
    assert door.do.door.check(riverside.thanks()[0].token).outcome == Outcome.ASK_WORKER


def test_nothing_but_a_slip_is_taken(riverside: Joined, door: Joined) -> None:
    door.meet()
    assert door.do.door.check("hello").outcome == Outcome.NOT_A_SLIP
    assert door.do.door.check(riverside.thanks()[0].code).outcome == Outcome.SCAN_IT
