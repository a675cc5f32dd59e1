"""What of the week needs a person: told calmly, and gone once it is put right."""

import pytest

from desktop.services.seen import NeedSeen
from ledger.domain.week import Choice, Chosen
from ledger.domain.weeks import Occurrence
from tests.services.at_work import AtWork
from tests.services.week_at_work import TUESDAY, WEEK, Week


@pytest.fixture
def week(centre: AtWork) -> Week:
    """It is Tuesday, 20 past 10."""
    made = Week(centre)
    made.session("Art", day=1, hour=13)
    made.session("Cooking", day=1, hour=13)
    return made


def needs(week: Week) -> list[NeedSeen]:
    return [need for need in week.do.attention.all() if need.what.startswith("week_")]


def test_nothing_wrong_is_nothing_said(week: Week) -> None:
    week.choose("Ann", "Art")
    assert needs(week) == []


def test_overbooked_tells_who_asked_first_and_ends_with_more_places(week: Week) -> None:
    week.say("Art", places=2)
    for name in ("Cath", "Ann"):
        week.choose(name, "Art")
    with week.store.writing("another PC did not know") as facts:
        facts.add(Chosen(week.work.member("Bob"), week.ids["Art"], WEEK, Choice.GOING))
    (need,) = needs(week)
    assert (need.what, need.sessions, need.day, need.start_minute) == ("week_overbooked", ("Art",), TUESDAY, 13 * 60)
    assert [person.shown_name for person in need.people] == ["Cath", "Ann", "Bob"]
    week.say("Art", places=3)
    assert needs(week) == []


def test_a_free_place_and_somebody_who_waits(week: Week) -> None:
    week.say("Art", places=1)
    week.choose("Bob", "Art")
    at = Occurrence(week.ids["Art"], WEEK)
    week.do.choices.put_on_list(week.work.sign_in("Ann"), week.work.draft(), at)
    assert needs(week) == []
    week.do.choices.let_go(week.work.sign_in("Bob"), week.work.draft(), at)
    (need,) = needs(week)
    assert (need.what, [person.shown_name for person in need.people]) == ("week_place_free", ["Ann"])
    week.do.choices.give_place(week.work.member("Ann"), at)
    assert needs(week) == []


def test_two_things_in_one_room_and_one_person_in_two_places(week: Week) -> None:
    jo, hall = week.work.worker("Jo"), week.room("Hall")
    for label in ("Art", "Cooking"):
        week.say(label, room=hall, leader=jo)
    assert [(need.what, need.sessions, need.who) for need in needs(week)] == [
        ("week_room", ("Art", "Cooking"), "Hall"),
        ("week_person", ("Art", "Cooking"), "Jo"),
    ]
    week.work.clock.move(4 * 60)  # it is over
    assert {need.day for need in needs(week)} == set()
