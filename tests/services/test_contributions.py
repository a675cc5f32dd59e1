"""Time given: counted at once or waiting, once each, and never nonsense."""

import pytest

from desktop.problems import BadInput, NotAllowed, NotAStep, NotEnough, NotFound
from desktop.services.drafts import GiftDraft, HelpedDraft
from desktop.services.seen import Pic
from ledger.domain.names import FactId
from tests.services.at_work import AtWork


def test_half_an_hour_fills_half_the_jar(centre: AtWork) -> None:
    said = centre.do.contributions.say(centre.sign_in("Ann"), centre.helped(30))

    assert (said.before.jar_minutes, said.after.jar_minutes, said.new_coins) == (0, 30, 0)
    assert (said.task.label, said.is_waiting, said.minutes) == ("Swept up", False, 30)
    assert centre.is_sound()


def test_where_the_jar_fills_there_is_a_new_coin(centre: AtWork) -> None:
    centre.earn("Ann", 45)
    assert centre.do.contributions.say(centre.sign_in("Ann"), centre.helped(30, "Made tea")).new_coins == 1


def test_a_double_tap_is_one_contribution_and_says_the_same(centre: AtWork) -> None:
    ann, draft = centre.sign_in("Ann"), centre.helped(60)
    first, again = (centre.do.contributions.say(ann, draft) for _ in range(2))

    assert centre.has("Ann") == 60
    assert again.changes.is_repeat
    assert (again.before, again.after, again.new_coins, again.task) == (first.before, first.after, 1, first.task)


def test_two_hours_count_at_once_and_more_waits_for_a_worker(centre: AtWork) -> None:
    ann = centre.sign_in("Ann")
    centre.do.contributions.say(ann, centre.helped(120))
    said = centre.do.contributions.say(ann, centre.helped(135, "Made tea"))

    assert said.is_waiting
    assert (centre.has("Ann"), centre.waits("Ann")) == (120, 135)
    waiting = centre.do.waiting.all()
    assert [(one.what, one.minutes, one.label, one.member and one.member.shown_name) for one in waiting] == [
        ("helped", 135, "Made tea", "Ann")
    ]

    centre.do.waiting.confirm(waiting[0].fact, by=centre.worker("Jo"))
    assert (centre.has("Ann"), centre.waits("Ann")) == (255, 0)
    with pytest.raises(NotAllowed, match="does not wait any more"):
        centre.do.waiting.confirm(waiting[0].fact)
    assert centre.is_sound()


def test_what_is_put_aside_moves_nothing(centre: AtWork) -> None:
    centre.do.contributions.say(centre.sign_in("Ann"), centre.helped(180))
    centre.do.waiting.decline(centre.do.waiting.all()[0].fact, "It was two hours.")

    assert (centre.has("Ann"), centre.waits("Ann"), centre.do.waiting.all()) == (0, 0, [])
    assert centre.is_sound()


def test_a_workers_own_entry_counts_at_once(centre: AtWork) -> None:
    draft = centre.helped(240)
    centre.do.contributions.record(draft, centre.member("Bob"), by=centre.worker("Jo"))
    assert (centre.has("Bob"), centre.waits("Bob")) == (240, 0)


@pytest.mark.parametrize("minutes", [0, -15, 10, 1455, 10**9, 10**30])
def test_odd_amounts_are_refused_with_what_would_do(centre: AtWork, minutes: int) -> None:
    with pytest.raises(NotAStep, match="steps of 15 minutes, from 15 to 1440"):
        centre.do.contributions.say(centre.sign_in("Ann"), centre.helped(minutes))
    assert centre.has("Ann") == 0


def test_the_same_task_within_its_own_length_is_asked_about(centre: AtWork) -> None:
    ann, do = centre.sign_in("Ann"), centre.do.contributions
    assert not do.is_another_time(ann, centre.helped(30))
    do.say(ann, centre.helped(30))

    centre.clock.move(29)
    assert do.is_another_time(ann, centre.helped(30))
    assert do.is_another_time(ann, centre.helped(15))
    assert not do.is_another_time(ann, centre.helped(30, "Made tea"))
    assert not do.is_another_time(centre.sign_in("Bob"), centre.helped(30))
    centre.clock.move(1)
    assert not do.is_another_time(ann, centre.helped(30))
    assert do.is_another_time(ann, centre.helped(45))


def test_what_was_taken_back_is_not_asked_about(centre: AtWork) -> None:
    ann = centre.sign_in("Ann")
    said = centre.do.contributions.say(ann, centre.helped(30))
    centre.do.credits.undo(ann, said.changes.first)
    assert not centre.do.contributions.is_another_time(ann, centre.helped(30))


def test_something_unlisted_counts_and_waits_only_for_its_name(centre: AtWork) -> None:
    draft = HelpedDraft(centre.draft(), None, 30, new_picture=Pic("om:1F9F9"))
    said = centre.do.contributions.say(centre.sign_in("Ann"), draft)

    assert centre.has("Ann") == 30
    assert [task.id for task in centre.do.tasks.unnamed()] == [said.task.id]
    assert said.task.id not in [task.id for task in centre.do.tasks.first(centre.sign_in("Ann"))]


def test_something_unlisted_taken_back_leaves_nothing_to_name(centre: AtWork) -> None:
    ann = centre.sign_in("Ann")
    said = centre.do.contributions.say(ann, HelpedDraft(centre.draft(), None, 30, new_picture=Pic("om:1F9F9")))
    centre.do.credits.undo(ann, said.changes.facts[-1])
    assert (centre.do.tasks.unnamed(), centre.has("Ann")) == ([], 0)
    assert centre.is_sound()


def test_a_photo_of_something_unlisted_is_sealed_with_the_tap(centre: AtWork) -> None:
    draft = HelpedDraft(centre.draft(), None, 30, new_picture=Pic("ph:new", b"jpeg bytes"))
    said = centre.do.contributions.say(centre.sign_in("Ann"), draft)
    assert said.task.pic.photo == b"jpeg bytes"


def test_helping_with_somebody_says_so_and_credits_only_me(centre: AtWork) -> None:
    ann = centre.sign_in("Ann")
    centre.do.contributions.say(ann, centre.helped(30, "Swept up", "Cath"))

    assert centre.has("Cath") == 0
    assert [person.shown_name for person in centre.do.people.others(ann)] == ["Cath", "Bob"]


def test_nobody_helps_with_themselves_twice_or_a_stranger(centre: AtWork) -> None:
    ann = centre.sign_in("Ann")
    for people, problem in (
        ((ann.member,), BadInput),
        ((centre.member("Bob"),) * 2, BadInput),
        ((FactId(centre.store.device, 9999),), NotFound),
    ):
        with pytest.raises(problem):
            centre.do.contributions.say(
                ann, HelpedDraft(centre.draft(), centre.task("Swept up"), 30, with_members=people)
            )
    with pytest.raises(NotFound):
        centre.do.contributions.say(ann, HelpedDraft(centre.draft(), ann.member, 30))
    assert centre.has("Ann") == 0


def test_the_supporter_at_the_screen_is_on_every_fact(centre: AtWork) -> None:
    ann = centre.do.sittings.helped_by(centre.sign_in("Ann"), centre.worker("Jo"))
    said = centre.do.contributions.say(ann, centre.helped(60))
    gave = centre.do.credits.give(ann, centre.gift("Bob", 60))

    for fact in (said.changes.first, gave.changes.first):
        assert centre.store.read.entry(fact).assisted_by == centre.worker("Jo")
    assert next(person.shown_name for person in centre.do.people.supporters()) == "Jo"


def test_somebody_new_is_recorded_and_named_later(centre: AtWork) -> None:
    ann, draft = centre.sign_in("Ann"), centre.draft()
    helped = centre.do.sittings.somebody_new(ann, draft)
    assert helped == centre.do.sittings.somebody_new(ann, draft)
    assert [worker.name for worker in centre.do.people.workers()] == ["", "Jo"]


def test_thanking_moves_credits_and_waits_above_five_a_day(centre: AtWork) -> None:
    centre.earn("Ann", 600)
    ann = centre.sign_in("Ann")
    first = centre.do.credits.give(ann, centre.gift("Bob", 240))
    second = centre.do.credits.give(ann, centre.gift("Cath", 120))

    assert (first.is_waiting, second.is_waiting) == (False, True)
    assert (centre.has("Ann"), centre.has("Bob"), centre.waits("Cath")) == (360, 240, 120)
    (waiting,) = centre.do.waiting.all()
    assert (waiting.giver and waiting.giver.shown_name, waiting.what) == ("Ann", "gave")
    centre.do.waiting.confirm(waiting.fact)
    assert (centre.has("Ann"), centre.has("Cath")) == (240, 120)

    centre.clock.move(24 * 60)
    assert not centre.do.credits.give(ann, centre.gift("Cath", 60)).is_waiting
    assert centre.is_sound()


def test_a_waiting_gift_that_was_spent_meanwhile_cannot_be_confirmed(centre: AtWork) -> None:
    centre.earn("Ann", 360)
    ann = centre.sign_in("Ann")
    centre.do.credits.give(ann, centre.gift("Bob", 360))
    centre.do.spending.say_yes(ann, centre.plan(ann, "Art"))

    with pytest.raises(NotEnough):
        centre.do.waiting.confirm(centre.do.waiting.all()[0].fact)
    assert (centre.has("Ann"), centre.has("Bob")) == (300, 0)
    assert centre.is_sound()


def test_gifts_that_cannot_be_are_refused(centre: AtWork) -> None:
    centre.earn("Ann", 60)
    ann = centre.sign_in("Ann")
    for draft, problem in (
        (centre.gift("Ann", 60), NotAllowed),
        (centre.gift("Bob", 75), NotEnough),
        (centre.gift("Bob", 0), NotAStep),
        (centre.gift("Bob", -60), NotAStep),
        (centre.gift("Bob", 50), NotAStep),
        (GiftDraft(centre.draft(), centre.task("Swept up"), 60), NotFound),
    ):
        with pytest.raises(problem):
            centre.do.credits.give(ann, draft)
    assert (centre.has("Ann"), centre.has("Bob")) == (60, 0)


def test_a_gift_pressed_twice_is_one(centre: AtWork) -> None:
    centre.earn("Ann", 120)
    ann, draft = centre.sign_in("Ann"), centre.gift("Bob", 60)
    assert centre.do.credits.give(ann, draft).after == centre.do.credits.give(ann, draft).after
    assert centre.has("Bob") == 60
