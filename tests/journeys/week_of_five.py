"""A week of five activities, each on Tuesday and Wednesday; what members have chosen in it."""

from datetime import date, timedelta
from typing import Final

from desktop.services.drafts_week import ActivityDraft, SessionDraft
from desktop.services.seen import Pic
from desktop.services.week_days import week_number
from ledger.domain.week import Choice, Chosen, Reach, SessionTakenBack
from tests.journeys.at_work import CentreAtWork

TUESDAY: Final = date(2026, 11, 24)
MONDAY: Final = TUESDAY - timedelta(days=1)
_WHAT: Final = (
    ("Art", "gh:brushes", 0, 11 * 60, 8),
    ("Baking", "gh:baking", 0, 11 * 60, 8),
    ("Music", "gh:music-session", 0, 11 * 60, 1),
    ("Swimming", "om:1F3CA-1F3FD", 60, 14 * 60, 8),
    ("History group", "gh:history", 0, 14 * 60, 8),
)


def fill_week(centre: CentreAtWork) -> None:
    """Something on Tuesday and Wednesday mornings and afternoons, and nothing else; it is Tuesday, 20 past 10."""
    centre.ask(lambda: _fill(centre))


def chosen(centre: CentreAtWork, name: str, *, tomorrow: bool = False) -> list[str]:
    """What a member has chosen today, or tomorrow."""
    member = centre.member(name).id
    day = TUESDAY + timedelta(days=tomorrow)
    days = centre.ask(lambda: centre.services.my_week.of(member, MONDAY)).days
    found = next(one for one in days if one.day == day)
    return [one.session.activity.label for one in found.entries if one.session is not None]


def _fill(centre: CentreAtWork) -> None:
    services = centre.services
    _clear(centre)
    room = services.rooms.all()[0].id
    leader = services.people.workers()[0].id
    there = {one.label: one.id for one in services.activities.all()}
    for label, pic, price, start, places in _WHAT:
        activity = there.get(label) or services.activities.write(ActivityDraft(label, pic=Pic(pic))).first
        for day in (TUESDAY, TUESDAY + timedelta(days=1)):
            services.week_editing.write(
                SessionDraft(activity, MONDAY, day, start, 60, places, room=room, leader=leader, price_minutes=price),
                Reach.FROM_NOW_ON,
            )


def _clear(centre: CentreAtWork) -> None:
    """Take the practice centre's own week away: what is said of its sessions counts no more."""
    read = centre.store.read.week
    said = {session.at.session for session in centre.services.week.sessions(MONDAY)}
    with centre.store.writing(centre.store.new_draft()) as facts:
        for session in sorted(said):
            for week, reach in {(row.week, row.reach) for row in read.words_of(session)}:
                facts.add(SessionTakenBack(session, week, reach))
        for row in read.choices_in(week_number(MONDAY)):
            facts.add(Chosen(row.member, row.session, row.week, Choice.NO))
