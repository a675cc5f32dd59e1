"""A tin of slips counts for its venue, as of its day, by whoever scans it; nobody's visit is limited by it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.clock import local_day
from desktop.problems import BadInput
from desktop.services.drafts import OfferDraft
from desktop.services.slips import Outcome
from desktop.services.tins import Tin
from ledger.domain.accounts import venue_account
from ledger.domain.slips import day_of
from tests.services.joined import Joined


@pytest.fixture
def tin(hillside: Joined, door: Joined) -> Tin:
    """The pool's tin, of the day before yesterday, at Hillside."""
    number = door.do.door.venue.number
    hillside.meet()
    hillside.do.network.take_venue(number)
    venue = next(one for one in hillside.do.tins.venues() if one.number == number)
    return Tin(venue, day_of(hillside.store.today()) - timedelta(days=2))


def test_a_tin_is_emptied_for_its_venue_and_day(riverside: Joined, hillside: Joined, tin: Tin) -> None:
    papers = riverside.thanks(6)  # more than one visit may bring
    riverside.meet()
    hillside.meet()
    jo = hillside.worker("Jo")
    done = [hillside.do.tins.take(paper.token, tin, hillside.draft(), by=jo) for paper in papers]
    assert [one.verdict.outcome for one in done] == [Outcome.OK_CHECK] * 6
    fact = done[0].fact
    assert fact is not None
    entry = hillside.store.read.entry(fact)
    assert local_day(entry.at_ms) == tin.day
    assert entry.by == jo
    assert hillside.do.tins.take(papers[0].token, tin, hillside.draft()).verdict.outcome == Outcome.USED
    for place in (hillside, riverside, hillside):
        place.meet()
    assert hillside.store.read.minutes(venue_account(tin.venue.number)) == 360
    assert hillside.do.attention.all() == riverside.do.attention.all() == []
    assert riverside.do.slips.check(papers[0].token).outcome == Outcome.USED
    assert hillside.is_sound()
    assert riverside.is_sound()


def test_a_slip_for_that_venue_is_good_in_its_tin(riverside: Joined, hillside: Joined, tin: Tin) -> None:
    riverside.meet()
    riverside.do.network.take_venue(tin.venue.number)
    there = next(one for one in riverside.do.offers.venues() if one.number == tin.venue.number)
    riverside.do.offers.write(OfferDraft("Swim", 45, venue=there.id))
    riverside.earn("Ann", 60)
    ann = riverside.sign_in("Ann")
    bound = riverside.do.spending.sheet(riverside.do.spending.say_yes(ann, riverside.plan(ann, "Swim")).plan).slip
    assert bound is not None
    riverside.meet()
    hillside.meet()
    assert hillside.do.tins.take(bound.token, tin, hillside.draft()).verdict.is_good


def test_what_was_not_in_the_tin_is_taken_back(riverside: Joined, hillside: Joined, tin: Tin) -> None:
    (paper,) = riverside.thanks()
    riverside.meet()
    hillside.meet()
    fact = hillside.do.tins.take(paper.token, tin, hillside.draft()).fact
    assert fact is not None
    hillside.do.tins.take_back(fact)
    hillside.do.tins.take_back(fact)
    assert hillside.do.slips.check(paper.token).is_good


def test_no_tin_is_of_tomorrow(riverside: Joined, hillside: Joined, tin: Tin) -> None:
    (paper,) = riverside.thanks()
    with pytest.raises(BadInput):
        hillside.do.tins.take(paper.token, tin._replace(day=tin.day + timedelta(days=3)), hillside.draft())
