"""Who a member may do things with, whoever they did it with last first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop.services.faces import Faces
from desktop.services.seen import PersonSeen
from desktop.store.store import Store
from ledger.domain.facts import Contributed
from ledger.domain.names import FactId

LOOKED_BACK = 40
"""How many of a member's latest movements say who they do things with."""


class Company:
    """The people around a member."""

    def __init__(self, store: Store, faces: Faces) -> None:
        self._store = store
        self._faces = faces

    def others(self, member: FactId) -> list[PersonSeen]:
        """Other members, those they helped with, thanked or were thanked by last first."""
        rows = {row.id: row for row in self._store.read.members() if row.id != member}
        order = dict.fromkeys((*self._known_to(member), *rows))
        return self._faces.listed(rows[person] for person in order if person in rows)

    def companions(self, member: FactId) -> list[PersonSeen]:
        """Who may come along: whoever came last first, then workers, then other members."""
        came = [plan.companion for plan in self._store.read.plans(member)]
        return _in_order(came, [*self._named_workers(), *self.others(member)])

    def supporters(self) -> list[PersonSeen]:
        """Who may be with somebody at the screen: those last here first, then workers, then members."""
        here = self._store.read.supporters_seen()
        return _in_order(here, [*self._named_workers(), *self._faces.listed(self._store.read.members())])

    def _named_workers(self) -> list[PersonSeen]:
        return [self._faces.worker_person(row) for row in self._store.read.workers() if row.name]

    def _known_to(self, member: FactId) -> Iterator[FactId]:
        for row in self._store.read.movements(member, LOOKED_BACK):
            if row.what in {"gave", "got"} and row.subject is not None:
                yield row.subject
            elif row.what == "helped":
                fact = self._store.read.entry(row.fact).fact
                yield from fact.with_members if isinstance(fact, Contributed) else ()


def _in_order(first: Iterable[FactId | None], people: list[PersonSeen]) -> list[PersonSeen]:
    there = {person.id: person for person in people}
    return [there[person] for person in dict.fromkeys((*first, *there)) if person in there]
