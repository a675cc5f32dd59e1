"""Readings of people, tasks, offers and places."""

from __future__ import annotations

from desktop.store.naming import key_of, name_of
from desktop.store.rows import CardRow, GroupRow, MemberRow, OfferRow, TaskRow, VenueRow, WorkerRow
from desktop.store.rows_access import AccessRow
from desktop.store.selecting import Selected, kept, the
from desktop.store.sqlcipher import Database
from ledger.domain.names import FactId

_MEMBERS = Selected(MemberRow, "members", group="group_number")
_WORKERS = Selected(WorkerRow, "workers")
_ACCESS = Selected(AccessRow, "access")
_CARDS = Selected(CardRow, "cards")
_GROUPS = Selected(GroupRow, "groups")
_TASKS = Selected(TaskRow, "tasks")
_OFFERS = Selected(OfferRow, "offers")
_VENUES = Selected(VenueRow, "venues")


class SubjectReadings:
    """Who and what there is; a name that nothing has gives NotFound."""

    _db: Database

    def members(self) -> list[MemberRow]:
        """Every member, by group and place, paused ones too."""
        return _MEMBERS.all(self._db, "ORDER BY group_number, place, id")

    def member(self, member: FactId) -> MemberRow:
        """One member."""
        return the(_MEMBERS.first(self._db, "WHERE id = ?", [key_of(member)]), "member", member)

    def access(self, member: FactId) -> AccessRow | None:
        """How a member likes to see, hear and press; None if nobody said."""
        return _ACCESS.first(self._db, "WHERE member = ?", [key_of(member)])

    def secret_pictures(self, member: FactId) -> bytes:
        """The digest of what tells whether three pictures are a member's own; empty if they have none."""
        found = self._db.execute("SELECT secret FROM secret_pictures WHERE member = ?", [key_of(member)]).fetchone()
        return b"" if found is None else bytes(found[0])

    def cards(self) -> list[CardRow]:
        """Everybody's card at sign-in."""
        return _CARDS.all(self._db, "WHERE secret != x'' ORDER BY member")

    def workers(self, *, kept_only: bool = True) -> list[WorkerRow]:
        """Workers and supporters, in the order they came."""
        return _WORKERS.all(self._db, kept(kept_only=kept_only))

    def worker(self, worker: FactId) -> WorkerRow:
        """One worker or supporter, kept or not."""
        return the(_WORKERS.first(self._db, "WHERE id = ?", [key_of(worker)]), "worker", worker)

    def groups(self) -> list[GroupRow]:
        """Sign-in groups, by number."""
        return _GROUPS.all(self._db, "ORDER BY number")

    def tasks(self, *, kept_only: bool = True) -> list[TaskRow]:
        """Tasks, in the order they were written first; those with no label yet too."""
        return _TASKS.all(self._db, kept(kept_only=kept_only))

    def task(self, task: FactId) -> TaskRow:
        """One task, kept or not."""
        return the(_TASKS.first(self._db, "WHERE id = ?", [key_of(task)]), "task", task)

    def offers(self, *, kept_only: bool = True) -> list[OfferRow]:
        """Offers, in the order they were written first."""
        return _OFFERS.all(self._db, kept(kept_only=kept_only))

    def offer(self, offer: FactId) -> OfferRow:
        """One offer, kept or not."""
        return the(_OFFERS.first(self._db, "WHERE id = ?", [key_of(offer)]), "offer", offer)

    def venues(self, *, kept_only: bool = True) -> list[VenueRow]:
        """Venues, in the order they were written first."""
        return _VENUES.all(self._db, kept(kept_only=kept_only))

    def venue_by_number(self, number: int) -> VenueRow | None:
        """The venue whose slips carry this number; a kept one before one that was let go."""
        return _VENUES.first(self._db, "WHERE number = ? ORDER BY is_kept DESC, id", [number])

    def kept_for_later(self, member: FactId) -> list[FactId]:
        """The offers a member saves for, first kept first."""
        rows = self._db.execute("SELECT offer FROM kept_for_later WHERE member = ? ORDER BY fact", [key_of(member)])
        return [name_of(offer) for (offer,) in rows]
