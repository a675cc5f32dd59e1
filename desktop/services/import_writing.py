"""Writes the rows of a list as facts."""

from __future__ import annotations

from desktop.services.imported_rows import ContributionRow, OfferRow, PersonRow, Row, TaskRow
from desktop.services.imported_week_rows import ActivityRow, SessionRow, session_fact
from desktop.services.places import Places
from desktop.services.wording import key
from desktop.store.store import Store
from desktop.store.writing import Writing
from ledger.domain.facts import Contributed
from ledger.domain.names import NO_DIGEST, FactId
from ledger.domain.postings import Fact
from ledger.domain.subjects import MemberWritten, OfferWritten, TaskWritten, VenueWritten, WorkerWritten
from ledger.domain.week import ActivityWritten, RoomWritten


class RowWriter:
    """Knows the free places and the new venues while a list is brought in."""

    def __init__(self, store: Store, kind: str) -> None:
        self._kind = kind
        self._places = Places(store.read.members() if kind == "members" else ())
        self._rooms = {key(room.label): room.id for room in (store.read.week.rooms() if kind == "sessions" else ())}
        venues = store.read.venues(kept_only=False) if kind == "offers" else []
        self._venues = {key(venue.name): venue.id for venue in venues if venue.is_kept}
        self._last_number = max((venue.number for venue in venues), default=0)

    def write(self, facts: Writing, row: Row) -> None:
        """Write one row inside its tap."""
        facts.add(self._fact(facts, row))

    def _fact(self, facts: Writing, row: Row) -> Fact:
        match row:
            case ContributionRow():
                return Contributed(row.member, row.task, row.minutes)
            case TaskRow():
                return TaskWritten(None, row.label, row.picture, usual_minutes=row.usual_minutes, for_what=row.for_what)
            case OfferRow():
                return self._offer(row, self._venue(facts, row.venue))
            case ActivityRow():
                return ActivityWritten(None, row.label, row.picture, sort=row.sort)
            case SessionRow():
                return session_fact(row, self._room(facts, row.room))
        return self._person(facts, row)

    def _person(self, facts: Writing, row: PersonRow) -> Fact:
        name = facts.seal(row.name.encode())
        known_as = facts.seal(row.known_as.encode()) if row.known_as else NO_DIGEST
        if self._kind == "workers":
            return WorkerWritten(None, name, known_as, row.picture, is_driver=row.is_driver)
        group, place = self._places.next()
        return MemberWritten(None, name, known_as, row.picture, group=group, place=place)

    @staticmethod
    def _offer(row: OfferRow, venue: FactId | None) -> Fact:
        return OfferWritten(
            offer=None,
            label=row.label,
            picture=row.picture,
            minutes=row.minutes,
            venue=venue,
            place=row.place,
            getting_there=row.getting_there,
            companion=row.companion,
            is_open_to_all=row.is_open_to_all,
            is_step_free=row.is_step_free,
            is_quiet=row.is_quiet,
        )

    def _venue(self, facts: Writing, venue: FactId | str) -> FactId | None:
        if isinstance(venue, FactId):
            return venue
        if not venue:
            return None
        if key(venue) not in self._venues:
            self._last_number += 1
            self._venues[key(venue)] = facts.add(VenueWritten(None, venue, self._last_number))
        return self._venues[key(venue)]

    def _room(self, facts: Writing, room: FactId | str) -> FactId | None:
        if isinstance(room, FactId) or not room:
            return room or None
        if key(room) not in self._rooms:
            self._rooms[key(room)] = facts.add(RoomWritten(None, room))
        return self._rooms[key(room)]
