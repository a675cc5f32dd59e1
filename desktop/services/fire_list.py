"""The fire list: everybody who may be in the house, and what is known of each; nobody is left out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from desktop.services.seen import PersonSeen
from desktop.services.staff_faces import StaffFaces
from desktop.services.week_days import week_number
from desktop.services.week_seen import FireListSeen, InHouseSeen, SessionSeen
from desktop.services.wording import key
from desktop.store.store import Store
from ledger.domain.coming import Presence
from ledger.domain.names import FactId
from ledger.domain.slips import day_number
from ledger.domain.week import Attendance, Choice

if TYPE_CHECKING:
    from desktop.services.faces import Faces
    from desktop.services.week import Weeks

_CAME = frozenset({Attendance.CAME, Attendance.CAME_LATER})


class Known(NamedTuple):
    """Something known of somebody that day, and when it was said; came: to a session."""

    person: FactId
    presence: Presence
    at_ms: int


class FireList:
    """Makes the list of a day."""

    def __init__(self, store: Store, faces: Faces, weeks: Weeks) -> None:
        self._store = store
        self._faces = faces
        self._weeks = weeks

    def of(self, day: date) -> FireListSeen:
        """Members, then workers, then visitors, each by name."""
        there = [one for one in self._weeks.sessions(day) if one.day == day and one.is_on and not one.is_closed]
        known = latest(self._known(day, there))
        expected = self._expected(there)
        faces = StaffFaces(self._store, self._faces)
        members = [("member", faces.member(row.id)) for row in faces.members()]
        workers = [("worker", self._faces.worker_person(row)) for row in self._store.read.workers()]
        visitors = [("visitor", faces.visitor(row)) for row in self._store.read.week.visitors(day_number(day))]
        people = [
            InHouseSeen(person, who, known.get(person.id, Presence.NOT_KNOWN), expected.get(person.id, ""))
            for who, group in (("member", members), ("worker", workers), ("visitor", visitors))
            for _, person in sorted(group, key=_by_name)
        ]
        return FireListSeen(day, self._store.centre_name, tuple(people))

    def _known(self, day: date, there: Iterable[SessionSeen]) -> list[Known]:
        said = [Known(row.person, row.presence, row.at_ms) for row in self._store.read.week.presence(day_number(day))]
        for session in there:
            rows = self._store.read.week.attendance(session.at)
            said += [Known(row.member, Presence.HERE, row.at_ms) for row in rows if row.attendance in _CAME]
        return said

    def _expected(self, there: Iterable[SessionSeen]) -> dict[FactId, str]:
        where: dict[FactId, str] = {}
        chosen = self._store.read.week.choices_in(week_number(there[0].day)) if (there := list(there)) else []
        for session in there:
            place = f"{session.activity.label}, {session.room.label}" if session.room else session.activity.label
            going = [row.member for row in chosen if row.at == session.at and row.choice == Choice.GOING]
            leading = (session.leader, *session.assistants, session.driver, session.companion)
            for person in (*going, *(one.id for one in leading if one is not None)):
                where[person] = f"{where[person]}; {place}" if person in where else place
        return where


def latest(known: Iterable[Known]) -> dict[FactId, Presence]:
    """What was said last of each: who came to a session is here, until somebody says that they left."""
    return {one.person: one.presence for one in sorted(known, key=lambda one: one.at_ms)}


def _by_name(one: tuple[str, PersonSeen]) -> tuple[str, FactId]:
    return key(one[1].spoken_name), one[1].id
