"""Having one's say by real widgets: a face, another one, none; and the worker who reads it."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop.services.practice import PRACTICE_PIN
from ledger.domain.saying import HowItWas
from tests.journeys.at_work import CentreAtWork

LUNCH = "Lunch together"


def said(centre: CentreAtWork, name: str = "Ann") -> dict[str, HowItWas]:
    """What a member said of what they came to lately."""
    member = centre.member(name).id
    saying, sittings = centre.services.saying, centre.services.sittings
    seen = centre.ask(lambda: saying.lately(sittings.begin(member)))
    return {one.session.activity.label: one.how for one in seen}


def test_a_face_is_said_and_what_comes_next(centre: CentreAtWork) -> None:
    centre.sign_in("Ann").press("Have my say")
    assert centre.says("What did you come to?")
    centre.press(LUNCH)
    assert centre.says("How was it?")
    centre.press("Very good")
    assert centre.presses == 3
    assert centre.says("You said: Very good")
    assert centre.says("Thank you. A worker will read it.")
    assert said(centre) == {LUNCH: HowItWas.VERY_GOOD}
    assert centre.closed_and_reopened().ask(lambda: said_now(centre)) == [HowItWas.VERY_GOOD]


def said_now(centre: CentreAtWork) -> list[HowItWas]:
    return [row.how for row in centre.store.read.week.said_in(0, 10_000)]


def test_undo_asks_again_and_leaves_nothing(centre: CentreAtWork) -> None:
    centre.sign_in("Ann").press("Have my say", LUNCH, "Very bad", "Undo")
    assert centre.screen.name == "say_how"
    assert said(centre) == {LUNCH: HowItWas.NOT_SAID}
    centre.press("Back")
    assert centre.screen.name == "say_what"


def test_another_day_another_face_takes_its_place(centre: CentreAtWork) -> None:
    centre.sign_in("Ann").press("Have my say", LUNCH, "Bad", "Finish")
    centre.sign_in("Ann").press("Have my say", f"{LUNCH}: Bad", "Good")
    assert said(centre) == {LUNCH: HowItWas.GOOD}
    centre.press("Undo")
    assert said(centre) == {LUNCH: HowItWas.BAD}  # what was said before holds again


def test_the_same_face_again_has_nothing_to_take_back(centre: CentreAtWork) -> None:
    centre.sign_in("Ann").press("Have my say", LUNCH, "Bad", "Home", "Have my say", f"{LUNCH}: Bad", "Bad", "Back")
    assert centre.screen.name == "say_how"
    assert said(centre) == {LUNCH: HowItWas.BAD}


def test_who_came_to_nothing_is_shown_what_comes_first(centre: CentreAtWork) -> None:
    name = next(one.name for one in centre.ask(centre.services.people.members) if not said(centre, one.name))
    centre.sign_in(name).press("Have my say")
    assert centre.says("There is nothing to say yet.")
    centre.press("Choose activities")
    assert centre.screen.name in ("choose", "all_chosen")


def test_the_practice_member_can_try_it_and_leaves_nothing(centre: CentreAtWork) -> None:
    before = centre.ask(centre.store.read.last_seq)
    centre.hand.open("who_group")
    centre.press("Try it out", "Have my say")
    first = centre.ask(lambda: centre.window.journey.visit.lent.services.saying.lately(centre.visit.sitting))[0]
    centre.press(first.session.activity.label, "Very bad")
    assert centre.screen.name == "say_done"
    centre.press("Finish")
    assert centre.ask(centre.store.read.last_seq) == before
    assert centre.ask(lambda: said_now(centre)) == []


def test_a_worker_reads_who_found_what_bad_and_ticks_it_off(centre: CentreAtWork) -> None:
    centre.sign_in("Ann").press("Have my say", LUNCH, "Bad", "Finish")
    centre.press("Staff", *PRACTICE_PIN, "Done", "Look")
    assert centre.says("A member found something bad")
    assert centre.says("Ann said Bad of Lunch together")
    centre.press("I have read it")
    assert centre.says("Seen to.")
    assert [one.what for one in centre.ask(centre.services.attention.all)] == []
    centre.press("Undo")
    assert [one.what for one in centre.ask(centre.services.attention.all)] == ["said_bad"]


def test_staff_see_no_count_of_fewer_than_five(centre: CentreAtWork) -> None:
    centre.sign_in("Ann").press("Have my say", LUNCH, "Bad", "Finish")
    centre.press("Staff", *PRACTICE_PIN, "Done", "Look", "What members said")
    assert centre.screen.name == "staff_said"
    assert centre.says("Fewer than 5 people have said how it was")
    centre.press("Go back")
    assert centre.screen.name == "staff_needs"
    centre.press("The week", "Lists")
    centre.window.leave("staff_week_lists", "opinions", None)
    centre.hand.settle()
    assert centre.says("What members said")
    centre.press("Go back")
    assert centre.screen.name == "staff_week_lists"


def test_a_worker_tells_what_was_done_and_the_member_sees_it(centre: CentreAtWork) -> None:
    centre.sign_in("Ann").press("Have my say", LUNCH, "Bad", "Finish")
    centre.press("Staff", *PRACTICE_PIN, "Done", "Look", "Tell them")
    assert centre.says(f"Ann: {LUNCH}")
    (line,) = (one for one in centre.screen.findChildren(QLineEdit) if one.isVisible())
    QTest.keyClicks(line, "We start later now.")
    centre.press("Do it")
    assert centre.screen.name == "staff_needs"
    assert centre.says("Told. They see it under Have my say.")
    assert [one.what for one in centre.ask(centre.services.attention.all)] == []

    centre.sign_in("Ann").press("Have my say", f"{LUNCH}: Bad")
    assert centre.screen.name == "say_answer"
    assert centre.says("You said. We did.")
    assert centre.says("We start later now.")
    centre.press("Change", "Good")
    assert said(centre) == {LUNCH: HowItWas.GOOD}


def test_what_was_only_read_says_so_and_can_be_put_back(centre: CentreAtWork) -> None:
    centre.sign_in("Ann").press("Have my say", LUNCH, "Very bad", "Finish")
    centre.press("Staff", *PRACTICE_PIN, "Done", "Look", "I have read it")
    centre.sign_in("Ann").press("Have my say", f"{LUNCH}: Very bad")
    assert centre.says("A worker has read it.")
    centre.press("Back")
    assert centre.screen.name == "say_what"
