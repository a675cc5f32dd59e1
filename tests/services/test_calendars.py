"""A week in an ordinary calendar, and public events as offers: nothing of a file is trusted."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from desktop.problems import BadInput, KnownProblem
from desktop.services.calendars import ZONE
from desktop.services.drafts import PlanDraft
from desktop.services.public_events import MOST_BYTES, MOST_EVENTS
from ledger.domain.weeks import Occurrence
from tests.services.at_work import AtWork
from tests.services.week_at_work import MONDAY, TUESDAY, WEEK, Week


@pytest.fixture
def week(centre: AtWork) -> Week:
    made = Week(centre)
    jo, ann = centre.worker("Jo"), centre.member("Ann")
    made.session("Art", day=1, hour=13, room=made.room("Art room"), leader=jo, vehicle=made.vehicle("Red bus"))
    made.session("Chess", day=3, hour=10.5, leader=ann, is_peer_led=True)
    return made


def events(raw: bytes) -> dict[str, Event]:
    return {str(event["SUMMARY"]): event for event in Calendar.from_ical(raw).events}


class TestOut:
    def test_the_centres_week_by_the_wall_clock(self, week: Week) -> None:
        raw = week.do.calendars.centre(TUESDAY)
        art = events(raw)["Art"]
        assert (art.start, art.end) == (
            datetime(2026, 11, 24, 13, 0, tzinfo=ZONE),
            datetime(2026, 11, 24, 14, 0, tzinfo=ZONE),
        )
        assert (art["LOCATION"], art["DESCRIPTION"], art["STATUS"]) == ("Art room", "Jo · Red bus", "CONFIRMED")
        assert b"DTSTART;TZID=Europe/London:20261124T130000" in raw
        assert b"BEGIN:VTIMEZONE" in raw
        assert len(raw) < 3_000  # not the clock changes of a century
        assert b"Ann" not in raw  # a file leaves the house

    def test_summer_and_winter_have_the_same_wall_clock(self, week: Week) -> None:
        found = list(Calendar.from_ical(week.do.calendars.centre(MONDAY, 30)).events)
        starts = [event.start for event in found if event["SUMMARY"] == "Art"]
        arts = [start for start in starts if isinstance(start, datetime)]
        assert {start.hour for start in arts} == {13}
        assert {start.utcoffset() for start in arts} == {timedelta(0), timedelta(hours=1)}
        assert len(arts) == 30
        far = Calendar.from_ical(week.do.calendars.centre(date(2060, 7, 5))).events[0].start
        assert isinstance(far, datetime)
        assert far.utcoffset() == timedelta(hours=1)

    def test_summer_time_begins_by_the_clock_before(self, week: Week) -> None:
        """At 01:00, when clocks go to 02:00; and ends at 02:00, when they go back."""
        raw = week.do.calendars.centre(MONDAY, 30)
        zone: Any
        (zone,) = Calendar.from_ical(raw).timezones
        begins = {name: set[tuple[int, int, int]]() for name in ("DAYLIGHT", "STANDARD")}
        for part in zone.subcomponents:
            days = part.get("RDATE", [])
            lists = days if isinstance(days, list) else [days]
            for one in (part["DTSTART"], *(day for some in lists for day in some.dts)):
                begins[str(part.name)].add((one.dt.month, one.dt.day, one.dt.hour))
        assert {(month, hour) for month, _, hour in begins["DAYLIGHT"]} == {(3, 1)}
        assert (3, 28, 1) in begins["DAYLIGHT"]
        assert (10, 25, 2) in begins["STANDARD"]

    def test_what_is_moved_keeps_its_id_and_what_is_off_is_cancelled(self, week: Week) -> None:
        before = events(week.do.calendars.centre(MONDAY))
        week.say("Art", day=2, start_minute=600)
        week.say("Chess", is_on=False)
        after = events(week.do.calendars.centre(MONDAY))
        assert [after[label]["UID"] for label in before] == [before[label]["UID"] for label in before]
        assert int(str(after["Art"]["SEQUENCE"])) > int(str(before["Art"]["SEQUENCE"]))
        assert [after[label]["STATUS"] for label in ("Art", "Chess")] == ["CONFIRMED", "CANCELLED"]
        ids = {event["UID"] for event in Calendar.from_ical(week.do.calendars.centre(MONDAY, 3)).events}
        assert len(ids) == 6

    def test_a_members_week_with_trips_and_the_list(self, week: Week) -> None:
        ann, bob = week.work.sign_in("Ann"), week.work.sign_in("Bob")
        draft = week.do.spending.plan_for(ann, week.work.offer("Walk in the park"))
        week.do.spending.say_yes(ann, PlanDraft(draft.draft_id, draft.offer, (ann.member,), day=TUESDAY))
        week.choose("Ann", "Art")
        mine = events(week.do.calendars.member(ann.member, MONDAY))
        assert list(mine) == ["Art", "Walk in the park", "Chess"]
        assert mine["Walk in the park"].start == TUESDAY
        week.do.choices.put_on_list(bob, week.work.draft(), Occurrence(week.ids["Art"], WEEK))
        bobs = events(week.do.calendars.member(bob.member, MONDAY))
        assert (bobs["Art"]["STATUS"], bobs["Art"]["UID"] == mine["Art"]["UID"]) == ("TENTATIVE", False)

    def test_the_same_moment_gives_the_same_file(self, week: Week) -> None:
        assert week.do.calendars.centre(MONDAY) == week.do.calendars.centre(MONDAY)
        with pytest.raises(BadInput):
            week.do.calendars.centre(MONDAY, 54)


def calendar(*lines: str, count: int = 1) -> bytes:
    event = "\r\n".join(("BEGIN:VEVENT", *lines, "END:VEVENT"))
    many = "\r\n".join(event.replace("NUMBER", str(number)) for number in range(count))
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{many}\r\nEND:VCALENDAR\r\n".encode()


FAIR = ("UID:fair@town", "SUMMARY:Summer fair", "LOCATION:Town Hall", "DTSTART:20270701T093000Z")


class TestIn:
    def test_an_event_becomes_an_offer_once(self, centre: AtWork) -> None:
        seen = centre.do.calendars.look(calendar(*FAIR))
        (event,) = seen.events
        assert (event.label, event.place, event.start_minute) == ("Summer fair", "1 Jul 2027, 10:30 · Town Hall", 630)
        assert [centre.do.calendars.take_in(seen) for _ in range(2)] == [1, 0]
        offer = next(one for one in centre.do.offers.all() if one.label == "Summer fair")
        assert (offer.minutes, offer.is_open_to_all, offer.place) == (0, True, "1 Jul 2027, 10:30 · Town Hall")
        again = centre.do.calendars.look(calendar(*FAIR))
        assert (again.events, again.already) == ((), 1)

    @pytest.mark.parametrize(
        ("lines", "why"),
        [
            (("SUMMARY:No day",), "no day and time"),
            (("SUMMARY:Bad day", "DTSTART:20270231T990000"), "no day and time"),
            (("SUMMARY:Odd day", "DTSTART:soon"), "no day and time"),
            (("DTSTART:20270701T093000Z",), "no name"),
            (("SUMMARY:Old", "DTSTART:20200701T093000Z"), "has been"),
            (("SUMMARY:Off", "DTSTART:20270701T093000Z", "STATUS:CANCELLED"), "called off"),
            (("SUMMARY:Art", "DTSTART;VALUE=DATE:20270701"), ""),
        ],
    )
    def test_what_becomes_no_offer_says_why(self, centre: AtWork, lines: tuple[str, ...], why: str) -> None:
        seen = centre.do.calendars.look(calendar(*lines))
        assert len(seen.events) + len(seen.left_out) == 1
        assert all(why in said for _, said in seen.left_out)
        assert bool(seen.left_out) == bool(why)

    def test_a_rule_is_never_worked_out(self, centre: AtWork) -> None:
        bomb = (*FAIR, "RRULE:FREQ=SECONDLY;COUNT=999999999")
        (event,) = centre.do.calendars.look(calendar(*bomb)).events
        assert "comes again" in event.note

    def test_staff_choose_which(self, centre: AtWork) -> None:
        lines = ("UID:NUMBER", "SUMMARY:Thing NUMBER", "DTSTART:20270701T093000Z")
        seen = centre.do.calendars.look(calendar(*lines, count=5))
        assert centre.do.calendars.take_in(seen, [1, 3]) == 2
        assert {one.label for one in centre.do.offers.all()} >= {"Thing 1", "Thing 3"}
        assert len(centre.do.calendars.look(calendar(*lines, count=5)).events) == 3

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
    def test_letters_of_any_program(self, centre: AtWork, encoding: str) -> None:
        raw = calendar("SUMMARY:Fête at the café", "DTSTART:20270701T093000Z").decode().encode(encoding)
        (event,) = centre.do.calendars.look(raw).events
        assert event.label == "Fête at the café"

    def test_long_names_are_made_to_fit(self, centre: AtWork) -> None:
        seen = centre.do.calendars.look(calendar(f"SUMMARY:{'Very long ' * 50}", *FAIR[2:]))
        assert len(seen.events[0].label) <= 60
        assert centre.do.calendars.take_in(seen) == 1

    @pytest.mark.parametrize(
        "raw",
        [
            b"",
            b"hello",
            b"\x89PNG\r\n\x1a\n\0\0\0",
            b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n",
            b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
            b"BEGIN:VCALENDAR\r\n" * 5000,
            b"BEGIN:VCALENDAR\r\n" + b"X" * MOST_BYTES,
            calendar(*FAIR, count=MOST_EVENTS + 1),
        ],
    )
    def test_what_is_no_calendar_or_too_much(self, centre: AtWork, raw: bytes) -> None:
        with pytest.raises(BadInput):
            centre.do.calendars.look(raw)

    @settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    @given(st.data())
    def test_a_torn_or_mangled_file_is_refused_or_read_never_a_crash(self, centre: AtWork, data: st.DataObject) -> None:
        whole = calendar(*FAIR, "RRULE:FREQ=DAILY", "CATEGORIES:A,B", count=2)
        at = data.draw(st.integers(0, len(whole) - 1))
        junk = data.draw(
            st.one_of(st.binary(max_size=20), st.sampled_from([b"\r\n", b":", b";", b'"', b"BEGIN:VEVENT\r\n"]))
        )
        raw = whole[:at] + junk + whole[at + data.draw(st.integers(0, 40)) :]
        try:
            centre.do.calendars.look(raw)
        except KnownProblem:
            return
