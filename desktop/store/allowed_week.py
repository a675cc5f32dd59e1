"""What may be written about the week: only what speaks of people and things that this PC has heard of."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.problems import NotFound
from desktop.store.naming import key_of
from desktop.store.sqlcipher import Database
from ledger.domain.coming import Agreed, PersonHere, TravelWritten
from ledger.domain.jobs import JobGiven, JobWritten
from ledger.domain.names import FactId
from ledger.domain.postings import Fact
from ledger.domain.saying import SaidAnswered, SaidHowItWas
from ledger.domain.week import (
    ActivityWritten,
    Attended,
    Chosen,
    NotToday,
    RoomWritten,
    SessionTakenBack,
    SessionWritten,
    VehicleWritten,
    WeekShown,
    Wished,
)

_SESSIONS = "SELECT 1 FROM session_words WHERE session = ? LIMIT 1"
_PEOPLE = "SELECT 1 FROM members WHERE id = ?1 UNION SELECT 1 FROM workers WHERE id = ?1"
_VISITORS = (
    "SELECT 1 FROM visitors WHERE id = ?1 UNION SELECT 1 FROM members WHERE id = ?1"
    " UNION SELECT 1 FROM workers WHERE id = ?1"
)
_TABLES = {
    table: f"SELECT 1 FROM {table} WHERE id = ?"  # noqa: S608  the words written here
    for table in ("rooms", "vehicles", "activities", "members", "tasks", "plans", "jobs")
}
_DONE = "SELECT 1 FROM items_done WHERE fact = ?"
_Named = tuple[str, FactId | None]


def check_week(db: Database, fact: Fact) -> None:
    """Let a fact of the week pass, and any other.

    Raises:
        NotFound: it speaks of something this PC has never heard of.
    """
    for sql, name in _named(fact):
        if name is not None and db.execute(sql, [key_of(name)]).fetchone() is None:
            raise NotFound(f"There is nothing named {name.text} here to write about.")


def _named(fact: Fact) -> Iterator[_Named]:
    match fact:
        case RoomWritten(room=room):
            yield _TABLES["rooms"], room
        case VehicleWritten(vehicle=vehicle):
            yield _TABLES["vehicles"], vehicle
        case ActivityWritten(activity=activity):
            yield _TABLES["activities"], activity
        case JobWritten(job=job, activity=activity):
            yield _TABLES["jobs"], job
            yield _TABLES["activities"], activity
        case SessionWritten():
            yield from _of_session(fact)
        case SessionTakenBack(session=session):
            yield _SESSIONS, session
        case _:
            yield from _of_people(fact)


def _of_session(fact: SessionWritten) -> Iterator[_Named]:
    yield _SESSIONS, fact.session
    yield _TABLES["activities"], fact.activity
    yield _TABLES["rooms"], fact.room
    yield _TABLES["vehicles"], fact.vehicle
    yield _TABLES["tasks"], fact.task
    for person in (fact.leader, *fact.assistants, fact.driver, fact.companion):
        yield _PEOPLE, person


def _of_people(fact: Fact) -> Iterator[_Named]:
    match fact:
        case Chosen(member=member, session=session, plan=plan):
            yield _TABLES["plans"], plan
            yield _SESSIONS, session
        case (
            Attended(member=member, session=session)
            | JobGiven(member=member, session=session)
            | SaidHowItWas(member=member, session=session)
        ):
            yield _SESSIONS, session
        case SaidAnswered(done=done):
            yield _DONE, done
            return
        case PersonHere(person=person):
            yield _VISITORS, person
            return
        case NotToday(member=member) | Wished(member=member) | TravelWritten(member=member):
            pass
        case Agreed(member=member) | WeekShown(member=member):
            pass
        case _:
            return
    yield _TABLES["members"], member
    if isinstance(fact, Wished):
        yield _TABLES["activities"], fact.activity
    elif isinstance(fact, TravelWritten):
        yield _TABLES["vehicles"], fact.vehicle
    elif isinstance(fact, JobGiven):
        yield _TABLES["jobs"], fact.job
