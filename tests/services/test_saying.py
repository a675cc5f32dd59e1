"""Having one's say: what a member came to, the last word on it, taking it back; what staff hear, and what not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.problems import NotAllowed, NotFound
from desktop.services.drafts import MemberDraft
from desktop.services.said_seen import SaidSeen
from desktop.services.saying import MOST
from desktop.services.seen import NeedSeen
from ledger.domain.names import FactId
from ledger.domain.saying import HowItWas, SaidHowItWas
from ledger.domain.week import Attendance, Choice, Chosen
from ledger.domain.weeks import Occurrence
from tests.services.at_work import AtWork
from tests.services.week_at_work import MONDAY, WEEK, Week


@pytest.fixture
def week(centre: AtWork) -> Week:
    """It is Tuesday, 20 past 10: Yoga and Lunch were yesterday, Music is over, Art still goes on."""
    made = Week(centre)
    made.session("Yoga", day=0, hour=10)
    made.session("Lunch", day=0, hour=12.5, leader=centre.worker("Jo"))
    made.session("Music", day=1, hour=9)
    made.session("Art", day=1, hour=10)
    return made


def goes(week: Week, name: str, *labels: str, of_week: int = WEEK) -> None:
    """Somebody chose these, before they began."""
    with week.store.writing(week.work.draft()) as facts:
        for label in labels:
            facts.add(Chosen(week.work.member(name), week.ids[label], of_week, Choice.GOING))


def came(week: Week, name: str = "Ann") -> list[tuple[str, HowItWas]]:
    sitting = week.work.sign_in(name)
    return [(one.session.activity.label, one.how) for one in week.do.saying.lately(sitting)]


def say(week: Week, how: HowItWas, label: str = "Yoga", name: str = "Ann") -> SaidSeen:
    at = Occurrence(week.ids[label], WEEK)
    return week.do.saying.say(week.work.sign_in(name), week.work.draft(), at, how)


def needs(week: Week) -> list[NeedSeen]:
    return [one for one in week.do.attention.all() if one.what.startswith("said_")]


class TestWhatAMemberCameTo:
    def test_what_is_over_newest_first_and_nothing_that_goes_on(self, week: Week) -> None:
        goes(week, "Ann", "Yoga", "Lunch", "Music", "Art")
        nothing = HowItWas.NOT_SAID
        assert came(week) == [("Music", nothing), ("Lunch", nothing), ("Yoga", nothing)]

    def test_the_register_has_the_last_word(self, week: Week) -> None:
        goes(week, "Ann", "Yoga", "Lunch")
        at = {label: Occurrence(week.ids[label], WEEK) for label in week.ids}
        week.do.attendance.mark(week.work.member("Ann"), at["Yoga"], Attendance.NOT_TODAY)
        week.do.attendance.mark(week.work.member("Ann"), at["Music"], Attendance.CAME_LATER)
        assert [label for label, _ in came(week)] == ["Music", "Lunch"]

    def test_what_was_called_off_only_for_those_the_register_saw(self, week: Week) -> None:
        goes(week, "Ann", "Yoga")
        goes(week, "Bob", "Yoga")
        week.say("Yoga", is_on=False)
        week.do.attendance.mark(week.work.member("Bob"), Occurrence(week.ids["Yoga"], WEEK), Attendance.CAME)
        assert came(week) == []
        assert [label for label, _ in came(week, "Bob")] == ["Yoga"]

    def test_who_leads_was_there_and_a_place_on_the_list_is_none(self, week: Week) -> None:
        week.session("Poems", day=0, hour=14, leader=week.work.member("Ann"))
        with week.store.writing("listed") as facts:
            facts.add(Chosen(week.work.member("Ann"), week.ids["Yoga"], WEEK, Choice.LISTED))
        assert [label for label, _ in came(week)] == ["Poems"]

    def test_of_each_activity_the_last_time_and_no_more_than_three_weeks_back(self, week: Week) -> None:
        week.session("Old", day=0, hour=10, week=WEEK - 3)
        week.session("Daily", day=0, hour=11, week=WEEK - 3)
        goes(week, "Ann", "Old", of_week=WEEK - 3)
        goes(week, "Ann", "Daily", of_week=WEEK - 2)
        goes(week, "Ann", "Daily", of_week=WEEK - 1)
        (one,) = week.do.saying.lately(week.work.sign_in("Ann"))
        assert (one.session.activity.label, one.session.day) == ("Daily", MONDAY - timedelta(weeks=1))
        with pytest.raises(NotAllowed):
            week.do.saying.one(week.work.sign_in("Ann"), Occurrence(week.ids["Old"], WEEK - 3))

    def test_never_more_than_a_few_pages(self, week: Week) -> None:
        labels = [f"Group {number}" for number in range(MOST + 3)]
        for label in labels:
            week.session(label, day=0, hour=9)
        goes(week, "Ann", *labels)
        assert len(came(week)) == MOST


class TestSaying:
    def test_it_is_kept_with_who_helped_and_the_last_word_holds(self, week: Week) -> None:
        goes(week, "Ann", "Yoga")
        sitting = week.do.sittings.helped_by(week.work.sign_in("Ann"), week.work.worker("Jo"))
        at = Occurrence(week.ids["Yoga"], WEEK)
        said = week.do.saying.say(sitting, week.work.draft(), at, HowItWas.BAD)
        assert week.store.read.entry(said.changes.first).assisted_by == week.work.worker("Jo")
        assert say(week, HowItWas.GOOD).came.how is HowItWas.GOOD
        assert came(week) == [("Yoga", HowItWas.GOOD)]
        week.store.rebuild()
        assert came(week) == [("Yoga", HowItWas.GOOD)]
        assert week.store.verify().problems == []

    def test_the_same_again_writes_nothing(self, week: Week) -> None:
        goes(week, "Ann", "Yoga")
        say(week, HowItWas.GOOD)
        before = week.store.read.last_seq()
        assert say(week, HowItWas.GOOD).changes.facts == ()
        assert week.store.read.last_seq() == before

    def test_one_press_that_comes_twice_is_one_and_one_undo(self, week: Week) -> None:
        goes(week, "Ann", "Yoga")
        say(week, HowItWas.NOT_SURE)
        sitting, draft, at = week.work.sign_in("Ann"), week.work.draft(), Occurrence(week.ids["Yoga"], WEEK)
        once, twice = (week.do.saying.say(sitting, draft, at, HowItWas.VERY_BAD) for _ in range(2))
        assert once.changes.facts == twice.changes.facts
        week.do.saying.undo(sitting, twice)
        week.do.saying.undo(sitting, once)
        assert came(week) == [("Yoga", HowItWas.NOT_SURE)]

    def test_undo_takes_the_first_word_away(self, week: Week) -> None:
        goes(week, "Ann", "Yoga")
        sitting = week.work.sign_in("Ann")
        said = week.do.saying.say(sitting, "one", Occurrence(week.ids["Yoga"], WEEK), HowItWas.VERY_BAD)
        assert [one.what for one in needs(week)] == ["said_very_bad"]
        week.do.saying.undo(sitting, said)
        assert came(week) == [("Yoga", HowItWas.NOT_SAID)]
        assert needs(week) == []

    def test_undo_is_for_this_visit(self, week: Week) -> None:
        goes(week, "Ann", "Yoga")
        said = say(week, HowItWas.GOOD)
        with pytest.raises(NotAllowed):
            week.do.saying.undo(week.work.sign_in("Ann"), said)

    def test_nobody_speaks_of_what_they_did_not_come_to(self, week: Week) -> None:
        for label in ("Yoga", "Art"):
            with pytest.raises(NotAllowed):
                say(week, HowItWas.GOOD, label)

    def test_nothing_is_written_about_what_nobody_has_heard_of(self, week: Week) -> None:
        nobody = FactId(b"n" * 16, 1)
        for member, session in ((nobody, week.ids["Yoga"]), (week.work.member("Ann"), nobody)):
            with pytest.raises(NotFound), week.store.writing(week.work.draft()) as facts:
                facts.add(SaidHowItWas(member, session, WEEK, HowItWas.GOOD))


class TestWhatStaffHear:
    def test_low_ones_name_who_what_and_when_until_somebody_has_read_it(self, week: Week) -> None:
        goes(week, "Ann", "Yoga", "Music")
        say(week, HowItWas.BAD)
        say(week, HowItWas.NOT_SURE, "Music")
        (need,) = needs(week)
        assert (need.what, need.sessions, need.day, need.start_minute) == ("said_bad", ("Yoga",), MONDAY, 600)
        assert need.person is not None
        assert need.person.spoken_name == "Ann"
        assert need.about is not None
        done = week.do.attention.done(need.about)
        assert needs(week) == []
        week.do.attention.again(done)
        assert needs(week) == [need]

    def test_who_changes_their_mind_takes_it_off_and_back(self, week: Week) -> None:
        goes(week, "Ann", "Yoga")
        say(week, HowItWas.BAD)
        say(week, HowItWas.GOOD)
        assert needs(week) == []
        say(week, HowItWas.VERY_BAD)
        assert [one.what for one in needs(week)] == ["said_very_bad"]

    def test_it_stays_when_the_session_is_in_no_week_any_more(self, week: Week) -> None:
        goes(week, "Ann", "Yoga")
        say(week, HowItWas.BAD)
        week.say("Yoga", until_week=WEEK - 1, week=WEEK - 2)
        assert [one.sessions for one in needs(week)] == [("Yoga",)]

    def test_fewer_than_five_members_are_not_counted_out(self, week: Week) -> None:
        names = ["Ann", "Bob", "Cath"]
        for name in ("Dev", "Ella"):
            week.do.people.write_member(MemberDraft(name, draft_id=name))
            names.append(name)
        for number, name in enumerate(names):
            goes(week, name, "Yoga", "Music")
            if number:
                say(week, HowItWas.GOOD, "Yoga", name)
            say(week, HowItWas(1 + number), "Music", name)
        music, yoga = week.do.saying.all().activities
        assert (music.activity.label, yoga.activity.label) == ("Music", "Yoga")
        assert music.counts == dict.fromkeys(reversed(list(HowItWas)[1:]), 1)
        assert yoga.counts is None
        assert week.do.saying.all().since == MONDAY - timedelta(weeks=12)

    def test_one_member_who_speaks_often_is_still_one(self, week: Week) -> None:
        tea = week.session("Tea", day=0, hour=9, week=WEEK - 6).session
        with week.store.writing("tea") as facts:
            for back in range(6):
                facts.add(SaidHowItWas(week.work.member("Ann"), tea, WEEK - back, HowItWas.GOOD))
        assert [one.counts for one in week.do.saying.all().activities] == [None]
