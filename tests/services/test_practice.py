"""The practice centre, always the same; the practice member, who counts for nothing; and a new centre's first day."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.bootstrap import Parts, new_centre, open_centre, practice_centre, practice_member
from desktop.clock import local_time, standing_at
from desktop.problems import BadInput
from desktop.services import content, content_week
from desktop.services.slips import Outcome
from desktop.store.problems import CentreHereAlready
from ledger.wire import words
from tests.services.at_work import START, AtWork


@pytest.fixture(scope="module")
def practised(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parts]:
    parts = practice_centre(tmp_path_factory.mktemp("practice") / "here", standing_at(*START))
    yield parts
    parts.close()


def test_everybody_has_what_the_content_says(practised: Parts) -> None:
    work = AtWork(practised.store, practised.services)
    for person in content.people():
        told = work.do.credits.of(work.member(person.name))
        assert (told.available_minutes, told.waiting_minutes) == (person.minutes, person.waiting_minutes)
    has = {work.do.credits.of(member.id).coins for member in work.do.people.members()}
    assert {0, 37} <= has
    assert len(work.do.people.members()) >= 38
    assert [group.number for group in work.do.people.groups()] == [1, 2, 3, 4, 5, 6]
    assert work.is_sound()


def test_its_past_lies_in_earlier_weeks_on_open_days(practised: Parts) -> None:
    work = AtWork(practised.store, practised.services)
    moments = [
        local_time(row.at_ms)
        for member in work.do.people.members()
        for row in work.do.credits.history_of(member.id, 200)
    ]
    assert all(moment.weekday() < 5 for moment in moments)
    assert all(9 <= moment.hour < 17 for moment in moments)
    assert max(moments).date() == standing_date(2026, 11, 23)
    assert len({moment.date() for moment in moments}) > 15
    newest_first = work.do.credits.history_of(work.member("Ann"), 200)
    assert [row.at_ms for row in newest_first] == sorted((row.at_ms for row in newest_first), reverse=True)


def test_a_full_week_is_on_and_partly_chosen(practised: Parts) -> None:
    work = AtWork(practised.store, practised.services)
    week = work.do.week.week(date(2026, 11, 24))
    assert len(week.sessions) == len(content_week.sessions())
    assert week.clashes == ()
    assert all(session.room or session.way for session in week.sessions)
    assert all(session.leader for session in week.sessions)
    assert sum(session.going for session in week.sessions) >= 100
    assert work.do.choices.next_place(work.sign_in("Ann")) is not None


def standing_date(*day: int) -> object:
    return local_time(standing_at(*day, 12, 0).at_ms).date()


def test_it_is_the_same_each_time_and_filled_once(practised: Parts, tmp_path: Path) -> None:
    again = practice_centre(tmp_path / "again", standing_at(*START))
    facts = again.store.verify().facts
    again.close()
    reopened = practice_centre(tmp_path / "again", standing_at(*START))
    one, other = AtWork(practised.store, practised.services), AtWork(reopened.store, reopened.services)

    assert reopened.store.verify().facts == facts
    for name in ("Ann", "Bob"):
        told = [
            [(row.what, row.label, row.minutes, row.at_ms) for row in work.do.credits.history_of(work.member(name))]
            for work in (one, other)
        ]
        assert told[0] == told[1]
    reopened.services.staff_door.open("1234")
    reopened.close()


def test_the_practice_member_counts_for_nothing(centre: AtWork) -> None:
    centre.earn("Ann", 120)
    before = (centre.do.people.members(), centre.store.verify().facts, centre.do.centre.totals())
    real = Parts(centre.store, centre.do, centre.clock)
    trial = practice_member(real)
    assert trial.practice_member is not None
    try_out = AtWork(trial.store, trial.services)
    me = try_out.do.sittings.begin(trial.practice_member)
    assert try_out.do.people.member(me.member).name == "Practice"

    try_out.do.contributions.say(me, try_out.helped(30))
    try_out.do.credits.give(me, try_out.gift("Ann", 60))
    plan = try_out.do.spending.say_yes(me, try_out.plan(me, "Swimming")).plan
    (paper,) = try_out.do.slips.print_thanks(1, 60)
    sheet = try_out.do.spending.sheet(plan)

    assert (paper.token, paper.is_practice, sheet.is_practice) == ("", True, True)
    assert sheet.slip is not None
    assert sheet.slip.token == ""
    assert try_out.do.credits.of(me.member).available_minutes == 60
    assert try_out.is_sound()
    assert centre.do.slips.check(paper.code).outcome == Outcome.FOREIGN
    trial.close()
    assert (centre.do.people.members(), centre.store.verify().facts, centre.do.centre.totals()) == before


def test_nothing_signed_in_the_copy_is_good_outside(centre: AtWork) -> None:
    trial = practice_member(Parts(centre.store, centre.do, centre.clock))
    row = next(iter(trial.store.read.slips_out()), None)
    assert row is None
    trial.services.slips.print_thanks(1, 60)
    (row,) = trial.store.read.slips_out()
    token = trial.services.slips._press.token(row)
    assert centre.do.slips.check(token).outcome == Outcome.FOREIGN
    trial.close()


def test_a_new_centre_starts_empty_with_its_sheet_and_its_pin(tmp_path: Path) -> None:
    parts = new_centre(tmp_path / "new", standing_at(*START), name=" Mill  Lane ", staff_pin="2468")
    work = AtWork(parts.store, parts.services)
    assert (work.do.centre.name, work.do.people.members(), work.do.tasks.all()) == ("Mill Lane", [], [])
    assert (len(parts.words), parts.store.is_practice) == (12, False)
    paper = work.do.centre.recovery_paper()
    assert (paper.words, paper.passphrase, paper.centre) == (parts.words, parts.passphrase, "Mill Lane")
    assert words.secret_of(paper.qr) == words.secret_of(" ".join(paper.words))

    kept = content.offers()[:3]
    work.do.centre.begin_with(content.tasks()[:4], kept)
    work.do.centre.begin_with(content.tasks(), content.offers())  # pressed twice
    assert [task.label for task in work.do.tasks.all()] == [task.label for task in content.tasks()[:4]]
    assert {v.name for v in work.do.offers.venues()} == {offer.venue for offer in kept if offer.venue}
    assert work.is_sound()

    parts.close()
    with pytest.raises(CentreHereAlready):
        new_centre(tmp_path / "new", standing_at(*START), name="Again", staff_pin="2468")
    reopened = open_centre(tmp_path / "new", standing_at(*START), passphrase=parts.passphrase)
    reopened.services.staff_door.open("2468")
    reopened.close()


@pytest.mark.parametrize(("name", "pin"), [("", "2468"), ("Mill", "12"), ("Mill", "abcd")])
def test_a_centre_needs_a_name_and_a_pin(tmp_path: Path, name: str, pin: str) -> None:
    with pytest.raises(BadInput):
        new_centre(tmp_path / "new", standing_at(*START), name=name, staff_pin=pin)
    assert not (tmp_path / "new").exists()
