"""Have my say: how a member found what they came to, said by a face; and what staff hear of it.

No member ever sees what others said, and nothing is averaged or put in an order of merit.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Final

from desktop.changes import Changes
from desktop.problems import NotAllowed, NotFound
from desktop.services.choosing_board import is_open
from desktop.services.said_seen import AnswerSeen, CameSeen, CountsSeen, SaidOfAll, SaidSeen
from desktop.services.seen import NeedSeen
from desktop.services.sitting import Sitting
from desktop.services.staff_faces import StaffFaces
from desktop.services.week_days import date_in, week_number
from desktop.services.week_now import Now, monday_of, now
from desktop.services.week_seen import ActivitySeen, SessionSeen
from desktop.services.week_words import in_force
from desktop.services.wording import LABEL_LETTERS, needed
from desktop.store.rows_network import ItemRow
from desktop.store.rows_week import SaidAnswerRow, SaidRow, WordsRow
from desktop.store.store import Store
from ledger.domain.names import NO_DIGEST, FactId
from ledger.domain.network import ItemDone
from ledger.domain.saying import HowItWas, SaidAnswered, SaidHowItWas
from ledger.domain.week import Attendance, Choice
from ledger.domain.weeks import Occurrence

if TYPE_CHECKING:
    from desktop.services.activities import Activities
    from desktop.services.faces import Faces
    from desktop.services.week import Weeks

WEEKS_BACK: Final = 3
"""This week and the two before it can be spoken of."""
MOST: Final = 12
WEEKS_TOLD: Final = 13
"""Staff see what was said in a quarter of a year."""
FEWEST: Final = 5
"""Of fewer members nothing is counted out: who said what would be too easy to guess."""

_MOST_KEPT: Final = 200
_CAME: Final = frozenset({Attendance.CAME, Attendance.CAME_LATER})


class Saying:
    """What a member can say of what they did, says, and takes back; and what staff see of it."""

    def __init__(self, store: Store, faces: Faces, weeks: Weeks, activities: Activities) -> None:
        self._store = store
        self._faces = faces
        self._weeks = weeks
        self._activities = activities
        self._before: OrderedDict[FactId, HowItWas] = OrderedDict()  # what each press of late took the place of

    def lately(self, sitting: Sitting) -> list[CameSeen]:
        """What the member came to in the last weeks and is over, newest first; of each activity the last time."""
        latest: dict[FactId, CameSeen] = {}
        for came in sorted(self._came(sitting.member), key=_begins, reverse=True):
            latest.setdefault(came.session.activity.id, came)
        return list(latest.values())[:MOST]

    def one(self, sitting: Sitting, at: Occurrence) -> CameSeen:
        """One thing the member came to. Raises NotAllowed: they did not, it is not over, or it is long ago."""
        for came in self._came(sitting.member):
            if came.session.at == at:
                return came
        raise NotAllowed("This is not over yet, or the register says otherwise. Please choose again.")

    def say(self, sitting: Sitting, draft_id: str, at: Occurrence, how: HowItWas) -> SaidSeen:
        """Say how it was; it takes the place of what was said before, and the same again writes nothing.

        Raises:
            NotAllowed: they did not come, it is not over, or it is long ago.
        """
        came = self.one(sitting, at)
        if came.how == how and not self._store.count(draft_id):
            return SaidSeen(came, Changes())
        with self._store.writing(draft_id, assisted_by=sitting.assisted_by) as facts:
            if not facts.is_repeat:
                facts.add(SaidHowItWas(sitting.member, *at, how))
        self._keep(facts.changes.first, came.how)
        return SaidSeen(self.one(sitting, at), facts.changes)

    def undo(self, sitting: Sitting, said: SaidSeen) -> Changes:
        """Let hold again what the member had said before, or nothing; pressed twice it is one.

        Raises:
            NotAllowed: it was not said in this visit.
        """
        fact = said.changes.first
        if fact not in self._before or not sitting.covers(fact, self._store.device):
            raise NotAllowed("Only what you said since you came can be taken back here. Say it anew.")
        with self._store.writing(f"undo:{fact.text}", assisted_by=sitting.assisted_by) as facts:
            if not facts.is_repeat:
                facts.add(SaidHowItWas(sitting.member, *said.came.session.at, self._before[fact]))
        return facts.changes

    def all(self) -> SaidOfAll:
        """What members said of each activity, for staff."""
        monday = monday_of(now(self._store).day) - timedelta(weeks=WEEKS_TOLD - 1)
        said: dict[FactId, list[SaidRow]] = {}
        words_of = cache(self._store.read.week.words_of)
        for row in self._store.read.week.said_in(week_number(monday), week_number(now(self._store).day)):
            held = _held(words_of(row.session), row.week)
            if held is not None:
                said.setdefault(held.activity, []).append(row)
        counted = [_counted(self._activities.one(activity), rows) for activity, rows in said.items()]
        return SaidOfAll(
            monday, tuple(sorted(counted, key=lambda one: (one.activity.label.casefold(), one.activity.id)))
        )

    def need(self, item: ItemRow) -> NeedSeen:
        """What staff are to read: who found what bad. item: of a kind `said_…`."""
        said = self._store.read.entry(item.about).fact
        if not isinstance(said, SaidHowItWas):
            raise NotFound("This is nothing that a member said.")
        person = StaffFaces(self._store, self._faces).member(said.member)
        held = _held(self._store.read.week.words_of(said.session), said.week)
        return NeedSeen(
            item.kind,
            item.about,
            item.at_ms,
            person=person,
            sessions=("?" if held is None else self._activities.one(held.activity).label,),
            day=date_in(said.week, 0 if held is None else held.day),
            start_minute=-1 if held is None else held.start_minute,
        )

    def tell(self, said: FactId, words: str, picture: str = "", *, by: FactId | None = None) -> FactId:
        """Tick it off, and tell the member what was done, in a few easy words; answers with what puts it back.

        said: what is on the list. Put back, the member is told nothing any more.

        Raises:
            NotFound: it is not on the list, or not any more. BadInput: there are no words, or too many.
        """
        told = needed(words, "What you tell them", most=LABEL_LETTERS)
        listed = {item.about for item in self._store.read.items()}
        if said not in listed or not isinstance(self._store.read.entry(said).fact, SaidHowItWas):
            raise NotFound("This is not on the list any more: somebody saw to it.")
        with self._store.writing(self._store.new_draft(), by=by) as facts:
            done = facts.add(ItemDone(said))
            facts.add(SaidAnswered(done, facts.seal(told.encode()), picture))
        return done

    def _keep(self, press: FactId, before: HowItWas) -> None:
        self._before.setdefault(press, before)
        if len(self._before) > _MOST_KEPT:
            self._before.popitem(last=False)

    def _came(self, member: FactId) -> Iterator[CameSeen]:
        at = now(self._store)
        first = monday_of(at.day) - timedelta(weeks=WEEKS_BACK - 1)
        for number in range(WEEKS_BACK):
            yield from self._came_in(member, first + timedelta(weeks=number), at)

    def _came_in(self, member: FactId, monday: date, at: Now) -> Iterator[CameSeen]:
        week, read = week_number(monday), self._store.read.week
        marks = {row.session: row.attendance for row in read.attended(member, week, week)}
        going = {row.session for row in read.choices_of(member, week, week) if row.choice == Choice.GOING}
        how = {row.session: row.how for row in read.said_by(member, week, week)}
        answers = {row.session: row for row in read.answered(member, week, week)}
        for session in self._weeks.sessions(monday):
            mark = marks.get(session.at.session, Attendance.NOT_KNOWN)
            meant_to = is_open(session) and (session.at.session in going or member in _leading(session))
            is_there = mark in _CAME or (mark == Attendance.NOT_KNOWN and meant_to)
            if is_there and at.is_after(session):
                answer = self._answer(answers.get(session.at.session))
                yield CameSeen(session, how.get(session.at.session, HowItWas.NOT_SAID), answer)

    def _answer(self, row: SaidAnswerRow | None) -> AnswerSeen | None:
        if row is None:
            return None
        return AnswerSeen(row.answer, self._faces.pic(row.picture, NO_DIGEST) if row.picture else None)


def _held(words: list[WordsRow], week: int) -> WordsRow | None:
    """What a session was in a week, or the last that was said of it until then; None if that is still to come."""
    until = [row for row in words if row.week <= week]
    return in_force(words, week) or (until[-1] if until else None)


def _leading(session: SessionSeen) -> Iterable[FactId]:
    people = (session.leader, session.driver, session.companion, *session.assistants)
    return [person.id for person in people if person is not None]


def _begins(came: CameSeen) -> tuple[date, int]:
    return came.session.day, came.session.start_minute


def _counted(activity: ActivitySeen, rows: list[SaidRow]) -> CountsSeen:
    if len({row.member for row in rows}) < FEWEST:
        return CountsSeen(activity, None)
    counts = Counter(row.how for row in rows)
    return CountsSeen(activity, {how: counts[how] for how in reversed(HowItWas) if how is not HowItWas.NOT_SAID})
