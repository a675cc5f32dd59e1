"""What of this week and the next needs a person: calm lines that end by themselves once it is put right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from desktop.services.choosing_board import is_open
from desktop.services.seen import NeedSeen, PersonSeen
from desktop.services.staff_faces import StaffFaces
from desktop.services.week_days import week_number
from desktop.services.week_now import Now, monday_of, now
from desktop.services.week_seen import ClashSeen, SessionSeen
from desktop.services.week_words import in_force
from desktop.store.rows_week import ChoiceRow
from desktop.store.store import Store
from ledger.domain.week import Choice
from ledger.domain.weeks import Occurrence

if TYPE_CHECKING:
    from desktop.services.faces import Faces
    from desktop.services.week import Weeks

_WEEKS: Final = 2


class WeekItems:
    """Works the lines out; nothing is put on a list."""

    def __init__(self, store: Store, faces: Faces, weeks: Weeks) -> None:
        self._store = store
        self._faces = faces
        self._weeks = weeks

    def all(self) -> list[NeedSeen]:
        """What needs a person, soonest first; what is over needs nobody."""
        at = now(self._store)
        first = monday_of(at.day)
        return [need for number in range(_WEEKS) for need in self._of(first + timedelta(weeks=number), at)]

    def _of(self, monday: date, at: Now) -> Iterator[NeedSeen]:
        week = self._weeks.week(monday)
        coming = {one.at: one for one in week.sessions if not at.is_after(one)}
        if not coming:
            return
        people = StaffFaces(self._store, self._faces)
        chosen = self._store.read.week.choices_in(week_number(monday))
        yield from self._of_sessions(coming, chosen, people)
        for clash in week.clashes:
            if clash.what != "overbooked" and (about := [coming[one] for one in clash.about if one in coming]):
                yield _of_clash(clash, about)

    def _of_sessions(
        self, coming: dict[Occurrence, SessionSeen], chosen: list[ChoiceRow], people: StaffFaces
    ) -> Iterator[NeedSeen]:
        for at, session in coming.items():
            asked = [row for row in chosen if row.at == at]
            going = [row for row in asked if row.choice == Choice.GOING]
            waiting = [row for row in asked if row.choice == Choice.LISTED]
            if not is_open(session):
                if paid := [row for row in going if self._is_paid(row)]:
                    yield _need("week_off_paid", [session], people=_people(paid, people))
                if unaware := self._unaware(session, going):
                    yield _need("week_off_chosen", [session], people=_people(unaware, people))
            elif len(going) > session.places:
                yield _need("week_overbooked", [session], people=_people(going, people))
            elif waiting and len(going) < session.places:
                yield _need("week_place_free", [session], people=_people(waiting, people))

    def _unaware(self, session: SessionSeen, going: list[ChoiceRow]) -> list[ChoiceRow]:
        """Who chose it at another PC after it was called off, and has not seen that it is."""
        off = in_force(self._store.read.week.words_of(session.at.session), session.at.week)
        if off is None or off.is_on:
            return []
        later = [row for row in going if row.asked_ms > off.at_ms and row.plan is None]
        shown = {row.member: self._store.read.week.week_shown(row.member, row.week) for row in later}
        return [row for row in later if (seen := shown[row.member]) is None or off.fact not in seen.words]

    def _is_paid(self, row: ChoiceRow) -> bool:
        return row.plan is not None and self._store.read.plan(row.plan).state == "planned"


def _of_clash(clash: ClashSeen, about: list[SessionSeen]) -> NeedSeen:
    return _need(f"week_{clash.what}", about, who=clash.label)


def _need(what: str, about: list[SessionSeen], *, who: str = "", people: tuple[PersonSeen, ...] = ()) -> NeedSeen:
    first = about[0]
    return NeedSeen(
        what,
        sessions=tuple(one.activity.label for one in about),
        at=tuple(one.at for one in about),
        day=first.day,
        start_minute=first.start_minute,
        who=who,
        people=people,
    )


def _people(rows: Iterable[ChoiceRow], people: StaffFaces) -> tuple[PersonSeen, ...]:
    return tuple(people.member(row.member) for row in rows)
