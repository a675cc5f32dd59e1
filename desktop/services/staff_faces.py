"""People on what staff work with, the register, the fire list, the driver's list: by the name they are called here.

Who agreed to no name on screens is named there all the same: a list that leaves a name out helps nobody in a fire.
"""

from __future__ import annotations

from desktop.services import standins
from desktop.services.faces import Faces
from desktop.services.seen import PersonSeen, Pic
from desktop.store.rows import MemberRow
from desktop.store.rows_week import VisitorRow
from desktop.store.store import Store
from ledger.domain.names import FactId


class StaffFaces:
    """Members and visitors by name; each is looked up once."""

    def __init__(self, store: Store, faces: Faces) -> None:
        self._faces = faces
        self._members = {row.id: row for row in store.read.members()}

    def members(self) -> list[MemberRow]:
        """Every member."""
        return list(self._members.values())

    def member(self, member: FactId) -> PersonSeen:
        """A member by name, with the picture they chose; one that another PC has still to send is a card."""
        row = self._members.get(member)
        if row is None:
            return PersonSeen(member, "", "?", Pic(standins.CARD))
        name = row.known_as or row.name
        shown = self._faces.member_person(row)
        pic = self._faces.pic(row.picture or standins.thing(row.place), row.photo)
        return PersonSeen(row.id, name, name or shown.spoken_name, pic)

    def person(self, person: FactId) -> PersonSeen:
        """A member or worker by name. Raises NotFound."""
        return self.member(person) if person in self._members else self._faces.person(person)

    @staticmethod
    def visitor(row: VisitorRow) -> PersonSeen:
        """Somebody who came to visit."""
        return PersonSeen(row.id, row.name, row.name or "?", Pic(standins.NEWCOMER))
