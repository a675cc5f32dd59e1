"""Who came, who is in the house, who rides where: nobody left out, nothing given twice."""

from datetime import timedelta

import pytest

from desktop.changes import Changes
from desktop.problems import BadInput, NotAllowed, NotFound
from desktop.services.choice_problems import Full
from desktop.services.drafts import MemberDraft, WorkerDraft
from desktop.services.drafts_travel import TravelDraft
from ledger.domain.coming import Agreement, Presence
from ledger.domain.week import Attendance, Choice
from ledger.domain.weeks import Occurrence
from tests.services.at_work import AtWork
from tests.services.week_at_work import TUESDAY, WEEK, Week


@pytest.fixture
def week(centre: AtWork) -> Week:
    """It is Tuesday, 20 past 10: Meeting has begun, and counts as having made tea."""
    made = Week(centre)
    made.session("Meeting", day=1, hour=10, minutes=50, task=centre.task("Made tea"), room=made.room("Hall"))
    made.session("Art", day=1, hour=10.5, places=1)
    made.session("Swimming", day=1, hour=14, vehicle=made.vehicle("Red bus"), driver=centre.worker("Jo"), way="minibus")
    return made


def at(week: Week, label: str) -> Occurrence:
    return Occurrence(week.ids[label], WEEK)


def goes_for(week: Week, name: str, label: str) -> None:
    week.do.choices.choose_for(week.work.member(name), at(week, label))


class TestTheRegister:
    def test_who_goes_then_who_waits_then_who_came_besides(self, week: Week) -> None:
        goes_for(week, "Bob", "Art")
        week.do.choices.put_on_list(week.work.sign_in("Ann"), week.work.draft(), at(week, "Art"))
        week.do.attendance.mark(week.work.member("Cath"), at(week, "Art"), Attendance.CAME_LATER)
        seen = week.do.attendance.register(at(week, "Art"))
        assert [(one.person.shown_name, one.choice, one.attendance) for one in seen.people] == [
            ("Bob", Choice.GOING, Attendance.NOT_KNOWN),
            ("Ann", Choice.LISTED, Attendance.NOT_KNOWN),
            ("Cath", Choice.NO, Attendance.CAME_LATER),
        ]

    def test_one_tap_marks_and_the_same_again_writes_nothing(self, week: Week) -> None:
        bob = week.work.member("Bob")
        goes_for(week, "Bob", "Art")
        assert week.do.attendance.mark(bob, at(week, "Art"), Attendance.CAME).facts
        assert week.do.attendance.mark(bob, at(week, "Art"), Attendance.CAME) == Changes()
        week.do.attendance.mark(bob, at(week, "Art"), Attendance.NOT_TODAY)
        (one,) = week.do.attendance.register(at(week, "Art")).people
        assert (one.attendance, one.choice) == (Attendance.NOT_TODAY, Choice.GOING)  # two facts

    def test_nobody_came_to_what_is_still_to_come(self, week: Week) -> None:
        bob = week.work.member("Bob")
        week.session("Sewing", day=2, hour=10)
        with pytest.raises(NotAllowed, match="Sewing is still to come"):
            week.do.attendance.mark(bob, at(week, "Sewing"), Attendance.CAME)
        assert week.do.attendance.register(at(week, "Sewing")).people == ()
        assert week.do.attendance.mark(bob, at(week, "Sewing"), Attendance.NOT_TODAY).facts
        assert week.do.attendance.mark(bob, at(week, "Swimming"), Attendance.CAME).facts  # today, and early

    def test_names_stand_there_whatever_screens_may_show(self, week: Week) -> None:
        dai = week.do.people.write_member(MemberDraft("Dai", shows_name=False, shows_picture=False)).first
        week.do.choices.choose_for(dai, at(week, "Art"))
        assert week.do.attendance.register(at(week, "Art")).people[0].person.shown_name == "Dai"

    def test_a_swap_on_the_day(self, week: Week) -> None:
        bob = week.work.member("Bob")
        goes_for(week, "Bob", "Meeting")
        week.do.attendance.mark(bob, at(week, "Meeting"), Attendance.CAME)
        week.do.attendance.swap(bob, at(week, "Meeting"), at(week, "Art"))
        assert week.do.attendance.register(at(week, "Meeting")).people == ()
        assert [one.person.id for one in week.do.attendance.register(at(week, "Art")).people] == [bob]
        goes_for(week, "Ann", "Meeting")
        with pytest.raises(Full):
            week.do.attendance.swap(week.work.member("Ann"), at(week, "Meeting"), at(week, "Art"))
        assert [one.choice for one in week.do.attendance.register(at(week, "Meeting")).people] == [Choice.GOING]

    def test_jobs_go_round(self, week: Week) -> None:
        job = week.do.attendance.write_job(week.activity("Meeting"), "Takes notes").first
        week.do.attendance.write_job(week.activity("Meeting"), "Writes the notes", job=job)
        assert week.do.attendance.jobs(week.activity("Meeting")) == [(job, "Writes the notes")]
        turns = []
        for number in range(4):
            this = Occurrence(week.ids["Meeting"], WEEK + number)
            for name in ("Ann", "Bob", "Cath"):
                week.do.choices.choose_for(week.work.member(name), this)
            turn = week.do.attendance.next_for_job(job, this)
            week.do.attendance.give_job(job, this, turn)
            turns.append(turn)
            seen = week.do.attendance.register(this)
            assert (seen.jobs, [one.job for one in seen.people].count("Writes the notes")) == (
                ((job, "Writes the notes", turn),),
                1,
            )
        assert (len(set(turns)), turns[3]) == (3, turns[0])
        week.do.attendance.give_job(job, at(week, "Meeting"), None)
        assert week.do.attendance.register(at(week, "Meeting")).jobs == ((job, "Writes the notes", None),)


class TestCredits:
    def test_those_who_came_get_them_once(self, week: Week) -> None:
        for name, mark in (("Ann", Attendance.CAME), ("Bob", Attendance.CAME_LATER), ("Cath", Attendance.NOT_TODAY)):
            week.do.attendance.mark(week.work.member(name), at(week, "Meeting"), mark)
        first, again = (week.do.attendance.give_credits(at(week, "Meeting")) for _ in range(2))
        assert (first.minutes, len(first.given), again.given, len(again.already)) == (45, 2, (), 2)
        assert [week.work.has(name) for name in ("Ann", "Bob", "Cath")] == [45, 45, 0]
        assert week.work.is_sound()

    def test_who_said_it_themselves_has_it(self, week: Week) -> None:
        week.work.earn("Ann", 30, "Made tea")
        week.do.attendance.mark(week.work.member("Ann"), at(week, "Meeting"), Attendance.CAME)
        assert week.do.attendance.give_credits(at(week, "Meeting")).already == (week.work.member("Ann"),)
        assert week.work.has("Ann") == 30

    def test_what_earns_nothing_or_has_not_begun(self, week: Week) -> None:
        with pytest.raises(NotAllowed, match="earns no credits"):
            week.do.attendance.give_credits(at(week, "Art"))
        with pytest.raises(NotAllowed, match="not begun"):
            week.do.attendance.give_credits(Occurrence(week.ids["Meeting"], WEEK + 1))


class TestTheFireList:
    def lines(self, week: Week) -> dict[str, tuple[str, Presence, str]]:
        seen = week.do.attendance.fire_list(TUESDAY)
        return {one.person.spoken_name: (one.who, one.presence, one.expected) for one in seen.people}

    def test_everybody_is_on_it_whoever_tapped_what(self, week: Week) -> None:
        week.do.people.write_member(MemberDraft("Dai", shows_name=False, shows_picture=False, is_paused=True))
        week.do.people.write_worker(WorkerDraft("Kim"))
        goes_for(week, "Ann", "Meeting")
        assert self.lines(week) == {
            "Ann": ("member", Presence.NOT_KNOWN, "Meeting, Hall"),
            "Bob": ("member", Presence.NOT_KNOWN, ""),
            "Cath": ("member", Presence.NOT_KNOWN, ""),
            "Dai": ("member", Presence.NOT_KNOWN, ""),
            "Jo": ("worker", Presence.NOT_KNOWN, "Swimming"),
            "Kim": ("worker", Presence.NOT_KNOWN, ""),
        }

    def test_who_came_to_something_is_here_until_somebody_says_they_left(self, week: Week) -> None:
        ann = week.work.member("Ann")
        week.do.attendance.presence(ann, TUESDAY, Presence.NOT_COMING)
        week.work.clock.move(1)
        week.do.attendance.mark(ann, at(week, "Meeting"), Attendance.CAME_LATER)
        assert self.lines(week)["Ann"][1] == Presence.HERE
        week.work.clock.move(1)
        week.do.attendance.presence(ann, TUESDAY, Presence.LEFT)
        assert self.lines(week)["Ann"][1] == Presence.LEFT

    def test_visitors_of_the_day(self, week: Week) -> None:
        visitor = week.do.attendance.visitor("Mr Plumber", TUESDAY).first
        assert self.lines(week)["Mr Plumber"] == ("visitor", Presence.HERE, "")
        week.do.attendance.presence(visitor, TUESDAY, Presence.LEFT)
        assert self.lines(week)["Mr Plumber"][1] == Presence.LEFT
        assert len(week.do.attendance.fire_list(TUESDAY + timedelta(days=1)).people) == 4
        with pytest.raises(BadInput):
            week.do.attendance.visitor("  ", TUESDAY)


class TestRides:
    def test_by_vehicle_and_stop(self, week: Week) -> None:
        bus = week.vehicle("Red bus")
        for name, stop, minute in (("Ann", "High Street", 555), ("Bob", "Mill Lane", 540), ("Cath", "", -1)):
            wheelchair = name == "Bob"
            week.do.travel.write(TravelDraft(week.work.member(name), bus, stop, minute, in_wheelchair=wheelchair))
        for name in ("Ann", "Bob", "Cath"):
            goes_for(week, name, "Swimming")
        week.do.attendance.presence(week.work.member("Cath"), TUESDAY, Presence.NOT_COMING)
        there, outing = week.do.travel.rides(TUESDAY)
        assert (there.what, there.start_minute, there.vehicle.label) == ("", 540, "Red bus")
        assert [(one.person.shown_name, one.stop, one.minute, one.in_wheelchair) for one in there.riders] == [
            ("Bob", "Mill Lane", 540, True),
            ("Ann", "High Street", 555, False),
        ]
        assert (outing.what, outing.start_minute, len(outing.riders)) == ("Swimming", 14 * 60, 3)
        assert outing.driver is not None
        assert outing.driver.shown_name == "Jo"
        assert week.do.travel.rides(TUESDAY + timedelta(days=1)) == []

    def test_how_somebody_comes_is_kept(self, week: Week) -> None:
        ann = week.work.member("Ann")
        assert week.do.travel.of(ann) == TravelDraft(ann)
        draft = TravelDraft(ann, week.vehicle("Red bus"), "By the church", 500, in_wheelchair=True)
        week.do.travel.write(draft)
        assert week.do.travel.of(ann) == draft
        with pytest.raises(BadInput):
            week.do.travel.write(TravelDraft(ann, minute=24 * 60))
        with pytest.raises(NotFound):
            week.do.travel.of(week.ids["Art"])


def test_nothing_is_agreed_to_until_somebody_says_so(week: Week) -> None:
    ann = week.work.member("Ann")
    assert week.do.agreements.of(ann) == frozenset()
    week.do.agreements.write(ann, Agreement.HOME_COPY, is_so=True)
    assert week.do.agreements.write(ann, Agreement.HOME_COPY, is_so=True) == Changes()
    assert week.do.agreements.who(Agreement.HOME_COPY) == {ann}
    week.do.agreements.write(ann, Agreement.HOME_COPY, is_so=False)
    assert week.do.agreements.of(ann) == frozenset()
