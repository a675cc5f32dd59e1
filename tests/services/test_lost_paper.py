"""A slip made void: with the paper at once; without it, once the network has ruled; never counted and waiting mixed."""

from __future__ import annotations

import pytest

from desktop.problems import BadInput
from desktop.services.papers import SlipPaper
from desktop.services.slips import Outcome
from tests.services.at_work import AtWork
from tests.services.joined import Joined


def printed(centre: AtWork) -> SlipPaper:
    """One slip of Ann's, who has nothing else."""
    centre.earn("Ann", 60)
    return centre.do.slips.print_for_member(centre.member("Ann"), 1, 60)[0]


def test_a_centre_that_never_joined_gives_it_back_at_once(centre: AtWork) -> None:
    centre.do.slips.void(printed(centre).code, "lost")
    assert (centre.has("Ann"), centre.waits("Ann")) == (60, 0)


def test_with_the_paper_it_comes_back_at_once(riverside: Joined) -> None:
    riverside.do.slips.void(printed(riverside).code, "torn", has_paper=True)
    assert (riverside.has("Ann"), riverside.waits("Ann")) == (60, 0)
    riverside.meet()
    assert (riverside.has("Ann"), riverside.waits("Ann")) == (60, 0)
    assert riverside.is_sound()


def test_without_it_the_minutes_wait_until_the_network_has_ruled(riverside: Joined) -> None:
    paper = printed(riverside)
    riverside.do.slips.void(paper.code, "lost")
    assert (riverside.has("Ann"), riverside.waits("Ann")) == (0, 60)
    assert riverside.do.waiting.all() == []  # no worker is asked
    (slip,) = riverside.do.slips.out()
    assert slip.is_void_waiting
    assert riverside.do.slips.check(paper.token).outcome == Outcome.VOID

    riverside.meet()
    assert (riverside.has("Ann"), riverside.waits("Ann")) == (60, 0)
    assert riverside.do.slips.out() == []
    assert riverside.is_sound()


def test_lost_paper_that_was_used_elsewhere_does_not_come_back(riverside: Joined, hillside: Joined) -> None:
    paper = printed(riverside)
    hillside.meet()
    bob = hillside.member("Bob")
    hillside.do.slips.redeem_to_member(paper.token, bob, hillside.draft())
    hillside.meet()
    riverside.do.slips.void(paper.code, "lost")
    riverside.meet()

    assert (riverside.has("Ann"), riverside.waits("Ann")) == (0, 0)
    assert hillside.has("Bob") == 60
    (need,) = riverside.do.attention.all()
    assert (need.what, need.minutes) == ("void_refused", 60)
    assert need.person is not None
    assert need.person.shown_name == "Ann"
    assert riverside.is_sound()


def test_a_plan_whose_sheet_was_never_printed_comes_back_at_once(riverside: Joined) -> None:
    riverside.earn("Ann", 120)
    ann = riverside.sign_in("Ann")
    planned = riverside.do.spending.say_yes(ann, riverside.plan(ann, "Swimming"))
    after = riverside.do.spending.cancel(ann, planned.plan)
    assert (after.available_minutes, after.waiting_minutes) == (120, 0)
    riverside.meet()
    assert riverside.has("Ann") == 120


def test_a_plan_whose_sheet_went_to_the_printer_waits(riverside: Joined) -> None:
    riverside.earn("Ann", 120)
    ann = riverside.sign_in("Ann")
    planned = riverside.do.spending.say_yes(ann, riverside.plan(ann, "Swimming"))
    riverside.do.spending.mark_printed(planned.plan)
    after = riverside.do.spending.put_back(ann, planned.plan)
    assert (after.available_minutes, after.waiting_minutes) == (30, 90)
    riverside.meet()
    assert (riverside.has("Ann"), riverside.waits("Ann")) == (120, 0)
    assert riverside.is_sound()


def test_paper_that_is_scanned_comes_back_at_once_and_no_other_text_will_do(riverside: Joined) -> None:
    """The code stands in the register too: only the signed text proves that the paper is here."""
    one, other = riverside.thanks(2)
    for wrong in (one.code, other.token, "https://example.org"):
        with pytest.raises(BadInput, match="not the QR"):
            riverside.do.slips.void(one.code, "Torn", scanned=wrong)
    riverside.do.slips.void(one.code, "Torn", scanned=one.token.lower())
    riverside.do.slips.void(other.code, "Lost", scanned=" ")
    assert riverside.do.slip_register.seen().waiting == 1
    assert [slip.code for slip in riverside.do.slip_register.out()] == [other.code]
    assert riverside.is_sound()
