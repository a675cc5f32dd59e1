"""Which facts of the week may change places: what each is the last word on; of a session, all that is said of it."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.domain.coming import Agreed, PersonHere, TravelWritten
from ledger.domain.jobs import JobGiven, JobWritten
from ledger.domain.names import FactId
from ledger.domain.postings import Fact
from ledger.domain.saying import SaidAnswered, SaidHowItWas
from ledger.domain.week import (
    ActivityWritten,
    Attended,
    Chosen,
    DayWritten,
    NotToday,
    RoomWritten,
    SessionTakenBack,
    SessionWritten,
    VehicleWritten,
    WeekShown,
    Wished,
)


def week_keys(fact: Fact) -> Iterator[object]:
    """What the rows of a fact of the week hang on, besides its own name; nothing for other facts."""
    match fact:
        case RoomWritten(room=FactId() as subject) | VehicleWritten(vehicle=FactId() as subject):
            yield subject
        case ActivityWritten(activity=FactId() as subject) | JobWritten(job=FactId() as subject):
            yield subject
        case SessionWritten(session=FactId() as subject) | SessionTakenBack(session=subject):
            yield subject
        case DayWritten(day=day):
            yield DayWritten, day
        case _:
            yield from _of_people(fact)


def _of_people(fact: Fact) -> Iterator[object]:
    match fact:
        case Chosen() | Attended() | SaidHowItWas():
            yield type(fact), fact.member, fact.session, fact.week
        case NotToday(member=member, day=day, part=part):
            yield NotToday, member, day, part
        case Wished(member=member, activity=activity):
            yield Wished, member, activity
        case PersonHere(person=person, day=day):
            yield PersonHere, person, day
        case TravelWritten(member=member):
            yield TravelWritten, member
        case Agreed(member=member, agreement=agreement):
            yield Agreed, member, agreement
        case WeekShown(member=member, week=week):
            yield WeekShown, member, week
        case SaidAnswered(done=done):
            yield SaidAnswered, done
        case JobGiven(job=job, session=session, week=week):
            yield JobGiven, job, session, week
