"""Slips of other centres: good here within bounds, counted at once, ruled on later; nobody's credits ever change."""

from __future__ import annotations

import pytest

from desktop.problems import NotAllowed
from desktop.services.drafts import OfferDraft
from desktop.services.slips import Outcome
from ledger.server import revoking
from ledger.server.finding import text_of
from ledger.wire.code import code_of
from tests.services.at_work import AtWork
from tests.services.joined import Joined
from tests.sync.places import Town


def take(centre: Joined, text: str, name: str = "Ann") -> Outcome:
    """Put a slip into somebody's credits."""
    sitting = centre.sign_in(name)
    member, draft = centre.member(name), centre.draft()
    return centre.do.slips.redeem_to_member(text, member, draft, sitting=sitting).verdict.outcome


def test_a_slip_of_another_centre_counts_at_once_and_is_settled_later(riverside: Joined, hillside: Joined) -> None:
    paper = riverside.thanks()[0]
    riverside.meet()
    hillside.meet()
    assert hillside.do.slips.check(paper.token).outcome == Outcome.OK_CHECK

    assert take(hillside, paper.token) == Outcome.OK_CHECK
    assert hillside.has("Ann") == 60
    hillside.meet()
    riverside.meet()

    assert hillside.has("Ann") == 60
    assert riverside.do.slips.check(paper.token).outcome == Outcome.USED
    assert hillside.do.attention.all() == riverside.do.attention.all() == []
    assert hillside.is_sound()
    assert riverside.is_sound()


def test_the_same_slip_again_is_in_already(riverside: Joined, hillside: Joined) -> None:
    paper = riverside.thanks()[0]
    hillside.meet()
    take(hillside, paper.token)
    assert hillside.do.slips.check(paper.token).outcome == Outcome.ALREADY
    hillside.clock.move(30)
    assert take(hillside, paper.token, "Bob") == Outcome.USED
    hillside.meet()
    assert hillside.do.slips.check(paper.token).outcome == Outcome.USED
    assert hillside.has("Bob") == 0


def test_a_centre_that_has_joined_nothing_knows_no_other(riverside: Joined, other_centre: AtWork) -> None:
    paper = riverside.thanks()[0]
    assert other_centre.do.slips.check(paper.token).outcome == Outcome.FOREIGN
    assert other_centre.do.slips.check(code_of(7)).outcome == Outcome.FOREIGN


def test_a_verdict_names_the_code_that_stands_on_the_paper(riverside: Joined, other_centre: AtWork) -> None:
    paper = riverside.thanks()[0]
    for centre in (riverside, other_centre):
        assert centre.do.slips.check(paper.token).code == paper.code
        assert centre.do.slips.check(paper.code.lower().replace("-", " ")).code == paper.code
        assert centre.do.slips.check("something else").code == ""


def test_the_typed_code_of_another_centre_says_too_little(riverside: Joined, hillside: Joined) -> None:
    paper = riverside.thanks()[0]
    assert hillside.do.slips.check(paper.code).outcome == Outcome.SCAN_IT
    assert riverside.do.slips.check(paper.code).outcome == Outcome.OK


def test_four_credits_a_person_until_the_network_is_met(riverside: Joined, hillside: Joined) -> None:
    papers = riverside.thanks(6)
    hillside.meet()
    assert [take(hillside, paper.token) for paper in papers[:4]] == [Outcome.OK_CHECK] * 4
    ann = hillside.sign_in("Ann")
    assert hillside.do.slips.check(papers[4].token, ann).outcome == Outcome.ASK_WORKER
    assert take(hillside, papers[4].token) == Outcome.ASK_WORKER
    assert hillside.has("Ann") == 240
    assert take(hillside, papers[5].token, "Bob") == Outcome.OK_CHECK

    hillside.meet()
    assert take(hillside, papers[4].token) == Outcome.OK_CHECK


def test_forty_credits_a_pc_until_the_network_is_met(riverside: Joined, hillside: Joined) -> None:
    hillside.do.centre.set_rule("others_pc_credits", 3)
    papers = riverside.thanks(4)
    hillside.meet()
    for paper, name in zip(papers, ("Ann", "Bob", "Cath"), strict=False):
        assert take(hillside, paper.token, name) == Outcome.OK_CHECK
    assert hillside.do.slips.check(papers[3].token).outcome == Outcome.ASK_WORKER
    assert hillside.store.rules.others_visit_credits == 4
    hillside.meet()
    assert hillside.do.slips.check(papers[3].token).outcome == Outcome.OK_CHECK


def test_what_was_taken_back_leaves_room(riverside: Joined, hillside: Joined) -> None:
    hillside.do.centre.set_rule("others_pc_credits", 1)
    one, other = riverside.thanks(2)
    hillside.meet()
    ann = hillside.sign_in("Ann")
    done = hillside.do.slips.redeem_to_member(one.token, ann.member, hillside.draft(), sitting=ann)
    assert hillside.do.slips.check(other.token).outcome == Outcome.ASK_WORKER
    assert done.fact is not None
    hillside.do.credits.undo(ann, done.fact)
    assert hillside.has("Ann") == 0
    assert hillside.do.slips.check(other.token).outcome == Outcome.OK_CHECK
    assert hillside.do.slips.check(one.token).outcome == Outcome.OK_CHECK
    hillside.meet()
    assert hillside.is_sound()


def test_what_is_left_over_waits_until_it_is_ruled(riverside: Joined, hillside: Joined) -> None:
    hillside.do.offers.write(OfferDraft("Tea", 15))
    paper = riverside.thanks()[0]
    riverside.meet()
    hillside.meet()
    ann = hillside.sign_in("Ann")
    done = hillside.do.slips.redeem_for_offer(
        paper.token, hillside.offer("Tea"), hillside.draft(), member=ann.member, sitting=ann
    )
    assert (hillside.has("Ann"), hillside.waits("Ann")) == (0, 45)
    assert done.fact is not None
    with pytest.raises(NotAllowed, match="waits for the network"):
        hillside.do.credits.undo(ann, done.fact)

    hillside.meet()
    assert (hillside.has("Ann"), hillside.waits("Ann")) == (45, 0)
    assert hillside.is_sound()


def test_a_slip_used_in_two_places_is_paid_by_the_network_and_told_once(riverside: Joined, hillside: Joined) -> None:
    paper = riverside.thanks()[0]
    hillside.meet()
    take(hillside, paper.token)  # both are offline
    take(riverside, paper.token, "Bob")
    riverside.meet()
    hillside.meet()

    assert (hillside.has("Ann"), riverside.has("Bob")) == (60, 60)
    (need,) = hillside.do.attention.all()
    assert (need.what, need.minutes, need.code) == ("taken_before", 60, paper.code)
    assert need.person is not None
    assert need.person.shown_name == "Ann"
    assert riverside.do.attention.all() == []
    assert hillside.is_sound()


def test_done_takes_it_off_the_list_and_can_be_taken_back(riverside: Joined, hillside: Joined) -> None:
    paper = riverside.thanks()[0]
    hillside.meet()
    take(hillside, paper.token)
    take(riverside, paper.token)
    riverside.meet()
    hillside.meet()
    (need,) = hillside.do.attention.all()
    assert need.about is not None

    done = hillside.do.attention.done(need.about)
    assert hillside.do.attention.all() == []
    hillside.do.attention.again(done)
    assert hillside.do.attention.all() == [need]
    hillside.do.attention.done(need.about)
    hillside.meet()
    assert hillside.do.attention.all() == []
    assert hillside.is_sound()


def test_a_slip_for_a_place_is_good_at_that_place_alone(riverside: Joined, hillside: Joined, door: Joined) -> None:
    number = door.do.door.venue.number
    riverside.meet()
    assert riverside.do.network.take_venue(number) == "Town Pool"
    venue = next(venue for venue in riverside.do.offers.venues() if venue.number == number)
    riverside.do.offers.write(OfferDraft("Swim", 45, venue=venue.id))
    riverside.earn("Ann", 120)
    ann = riverside.sign_in("Ann")
    planned = riverside.do.spending.say_yes(ann, riverside.plan(ann, "Swim"))
    slip = riverside.do.spending.sheet(planned.plan).slip
    assert slip is not None
    hillside.meet()
    door.meet()

    verdict = hillside.do.slips.check(slip.token)
    assert (verdict.outcome, verdict.place) == (Outcome.WRONG_PLACE, "Town Pool")
    assert door.do.door.check(slip.token).outcome == Outcome.OK


def test_slips_of_a_stopped_pc_are_good_only_if_they_were_out(riverside: Joined, hillside: Joined, town: Town) -> None:
    out = riverside.thanks()[0]
    riverside.meet()
    unheard = riverside.thanks()[0]
    revoking.revoke_device(town.engine, text_of(riverside.store.device), now_ms=town.clock.now_ms(), is_last_meant=True)
    hillside.meet()
    assert hillside.do.slips.check(out.token).outcome == Outcome.OK_CHECK
    assert hillside.do.slips.check(unheard.token).outcome == Outcome.ASK_WORKER
    assert take(hillside, out.token) == Outcome.OK_CHECK
    assert take(hillside, unheard.token) == Outcome.ASK_WORKER
