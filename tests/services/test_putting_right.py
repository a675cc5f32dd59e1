"""Undo and put right: new facts, once each, nobody below nothing, and whoever spent in good faith keeps it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.problems import BadInput, NotAllowed, NotFound
from desktop.services.drafts import HelpedDraft
from ledger.domain.accounts import GOODWILL
from ledger.domain.names import FactId
from tests.services.at_work import AtWork, Template


def test_undo_takes_back_what_was_said(centre: AtWork) -> None:
    ann = centre.sign_in("Ann")
    fact = centre.do.contributions.say(ann, centre.helped(60)).changes.first

    assert centre.do.credits.undo(ann, fact).available_minutes == 0
    assert centre.do.credits.undo(ann, fact).available_minutes == 0  # pressed twice
    (undone,) = [row for row in centre.do.credits.history(ann) if row.what == "history.helped"]
    assert (undone.is_undone, undone.can_undo) == (True, False)
    assert centre.is_sound()


def test_only_my_own_and_only_since_i_came(centre: AtWork) -> None:
    before = centre.earn("Ann", 60)
    ann, bob = centre.sign_in("Ann"), centre.sign_in("Bob")
    centre.do.contributions.say(bob, centre.helped(60))
    gave = centre.do.credits.give(bob, centre.gift("Ann", 60)).changes.first
    by_worker = centre.do.contributions.record(centre.helped(60), ann.member, by=centre.worker("Jo")).changes.first

    for fact in (before, gave, by_worker):
        with pytest.raises(NotAllowed, match="A worker can put it right"):
            centre.do.credits.undo(ann, fact)
    assert not any(row.can_undo for row in centre.do.credits.history(ann))
    assert centre.has("Ann") == 180


def test_undo_of_a_gift_already_spent_takes_what_is_there_and_goodwill_bears_the_rest(centre: AtWork) -> None:
    centre.earn("Ann", 120)
    ann, bob = centre.sign_in("Ann"), centre.sign_in("Bob")
    gift = centre.do.credits.give(ann, centre.gift("Bob", 120)).changes.first
    centre.do.spending.say_yes(bob, centre.plan(bob, "Art"))

    assert centre.do.credits.undo(ann, gift).available_minutes == 120
    assert centre.has("Bob") == 0
    assert centre.store.read.minutes(GOODWILL) == -60
    assert centre.is_sound()


def test_undo_of_something_waiting_stops_the_wait(centre: AtWork) -> None:
    ann = centre.sign_in("Ann")
    fact = centre.do.contributions.say(ann, centre.helped(180)).changes.first
    assert centre.do.credits.undo(ann, fact).waiting_minutes == 0
    assert centre.do.waiting.all() == []
    with pytest.raises(NotAllowed):
        centre.do.waiting.confirm(fact)
    assert centre.is_sound()


def test_undo_of_what_a_worker_confirmed_meanwhile_is_left_to_the_worker(centre: AtWork) -> None:
    ann = centre.sign_in("Ann")
    fact = centre.do.contributions.say(ann, centre.helped(180)).changes.first
    centre.do.waiting.confirm(fact)
    assert not any(row.can_undo for row in centre.do.credits.history(ann))
    centre.do.credits.put_right(fact, "It was not today.")
    assert centre.has("Ann") == 0
    assert centre.is_sound()


def test_undo_of_a_slip_put_into_my_credits_makes_it_good_again(centre: AtWork) -> None:
    centre.earn("Bob", 60)
    (paper,) = centre.do.slips.print_for_member(centre.member("Bob"), 1, 60)
    ann = centre.sign_in("Ann")
    redeemed = centre.do.slips.redeem_to_member(paper.token, ann.member, centre.draft(), sitting=ann)
    assert redeemed.changes is not None

    centre.do.credits.undo(ann, redeemed.changes.first)
    assert centre.has("Ann") == 0
    assert centre.do.slips.check(paper.token).is_good
    assert centre.do.slips.redeem_to_member(paper.token, centre.member("Cath"), centre.draft()).verdict.is_good
    assert centre.do.slips.check(paper.token).outcome == "already"
    assert (centre.has("Ann"), centre.has("Cath")) == (0, 60)
    assert centre.is_sound()


def test_undo_of_a_plan_is_giving_it_up(centre: AtWork) -> None:
    centre.earn("Ann", 300)
    ann = centre.sign_in("Ann")
    for offer in ("Art", "Swimming", "Walk in the park"):
        plan = centre.do.spending.say_yes(ann, centre.plan(ann, offer)).plan
        assert centre.do.credits.undo(ann, plan).available_minutes == 300
        assert centre.do.credits.undo(ann, plan).available_minutes == 300
    assert (centre.do.spending.plans(ann), centre.do.slips.out()) == ([], [])
    assert centre.is_sound()


def test_a_put_right_needs_a_reason_and_keeps_it(centre: AtWork) -> None:
    fact = centre.earn("Ann", 60)
    with pytest.raises(BadInput, match="reason is missing"):
        centre.do.credits.put_right(fact, "  ")
    done = centre.do.credits.put_right(fact, "It was Bob who swept.", by=centre.worker("Jo"))

    entry = centre.store.read.entry(done.changes.first)
    assert (done.member_minutes, done.goodwill_minutes, entry.by) == (-60, 0, centre.worker("Jo"))
    assert centre.store.blob(entry.fact.why) == b"It was Bob who swept."  # type: ignore[union-attr, arg-type]  # a PutRight


def test_put_right_only_once_and_never_itself(centre: AtWork) -> None:
    fact = centre.earn("Ann", 60)
    done = centre.do.credits.put_right(fact, "Wrong.")

    for again in (fact, done.changes.first):
        with pytest.raises(NotAllowed, match="as something new"):
            centre.do.credits.put_right(again, "Wrong again.")
    assert centre.has("Ann") == 0
    assert centre.is_sound()


def test_put_right_of_what_moved_nothing_or_is_not_here(centre: AtWork) -> None:
    with pytest.raises(NotAllowed, match="moved no minutes"):
        centre.do.credits.put_right(centre.member("Ann"), "Wrong.")
    with pytest.raises(NotFound):
        centre.do.credits.put_right(FactId(centre.store.device, 9_999), "Wrong.")


def test_put_right_of_a_slip_makes_it_void_and_of_a_used_one_is_refused(centre: AtWork) -> None:
    centre.earn("Ann", 120)
    out, used = centre.do.slips.print_for_member(centre.member("Ann"), 2, 60)
    centre.do.slips.redeem_to_member(used.token, centre.member("Bob"), centre.draft())
    printed = {row.number: row.printed for row in centre.store.read.slips_out()}
    (fact,) = printed.values()

    assert centre.do.credits.put_right(fact, "Lost.").member_minutes == 60
    assert centre.do.slips.check(out.token).outcome == "void"
    with pytest.raises(NotAllowed, match="void already"):
        centre.do.credits.put_right(fact, "Lost.")
    with pytest.raises(NotAllowed, match="handed in already"):
        centre.do.credits.put_right(FactId(fact.device, fact.seq + 1), "Lost.")
    assert centre.is_sound()


@given(earned=st.lists(st.integers(1, 8), min_size=1, max_size=5), spends=st.integers(0, 5), data=st.data())
def test_undo_after_spends_never_goes_below_zero(
    template: Template, tmp_path_factory: pytest.TempPathFactory, earned: list[int], spends: int, data: st.DataObject
) -> None:
    centre = template.opened(tmp_path_factory.mktemp("undo") / "here")
    try:
        ann = centre.sign_in("Ann")
        facts = [
            centre.do.contributions.say(
                ann, HelpedDraft(centre.draft(), centre.task("Swept up"), quarters * 15)
            ).changes.first
            for quarters in earned
        ]
        for _ in range(min(spends, centre.has("Ann") // 60)):
            centre.do.spending.say_yes(ann, centre.plan(ann, "Art"))
        for fact in data.draw(st.permutations(facts)):
            assert centre.do.credits.undo(ann, fact).available_minutes >= 0
        assert centre.has("Ann") == 0
        assert centre.store.read.minutes(GOODWILL) == -60 * min(spends, sum(earned) * 15 // 60)
        assert centre.is_sound()
    finally:
        centre.store.close()
