"""Who came: the register of a session, swaps on the day, credits for being there, and who is in the house."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop.changes import Changes
from desktop.problems import NotAllowed
from desktop.services.choices import Choices
from desktop.services.earning import Earned, Earning
from desktop.services.fire_list import FireList
from desktop.services.jobs import Jobs
from desktop.services.staff_faces import StaffFaces
from desktop.services.week_now import moment_ms
from desktop.services.week_seen import AttendeeSeen, FireListSeen, RegisterSeen
from desktop.services.wording import needed
from desktop.store.store import Store
from ledger.domain.coming import PersonHere, Presence, VisitorCame
from ledger.domain.names import FactId
from ledger.domain.slips import day_number
from ledger.domain.week import Attendance, Attended, Choice
from ledger.domain.weeks import Occurrence

if TYPE_CHECKING:
    from desktop.services.faces import Faces
    from desktop.services.week import Weeks

_ORDER = {Choice.GOING: 0, Choice.LISTED: 1, Choice.NO: 2}
CAME = frozenset({Attendance.CAME, Attendance.CAME_LATER})


class AttendanceBook:
    """What leaders and staff say of the day. Who chose a session and who came to it are two things."""

    def __init__(self, store: Store, faces: Faces, weeks: Weeks, choices: Choices) -> None:
        self._store = store
        self._faces = faces
        self._weeks = weeks
        self._choices = choices
        self._earning = Earning(store)
        self._jobs = Jobs(store)
        self._fire_list = FireList(store, faces, weeks)

    def register(self, at: Occurrence) -> RegisterSeen:
        """A session's register: who is going, who waits in the order of asking, who came besides. Raises NotFound."""
        session = self._weeks.session(at)
        people = StaffFaces(self._store, self._faces)
        marks = {row.member: row.attendance for row in self._store.read.week.attendance(at)}
        asked = {row.member: row for row in self._store.read.week.choices_at(at)}
        besides = [member for member, mark in marks.items() if member not in asked and mark != Attendance.NOT_KNOWN]
        given = [row for row in self._store.read.week.jobs_given(at.week) if row.session == at.session]
        labels = dict(self._jobs.all(session.activity.id))
        seen = [
            AttendeeSeen(
                people.member(member),
                asked[member].choice if member in asked else Choice.NO,
                marks.get(member, Attendance.NOT_KNOWN),
                asked[member].asked_ms if member in asked else 0,
                ", ".join(labels[row.job] for row in given if row.member == member and row.job in labels),
            )
            for member in (*asked, *besides)
        ]
        having = {row.job: row.member for row in given}
        jobs = tuple((job, label, having.get(job)) for job, label in labels.items())
        return RegisterSeen(session, tuple(sorted(seen, key=lambda one: _ORDER[one.choice])), jobs)

    def mark(self, member: FactId, at: Occurrence, attendance: Attendance, draft_id: str = "") -> Changes:
        """Say whether somebody came; said already, nothing is written.

        Raises:
            NotAllowed: they cannot have come: its day is still to come. NotFound.
        """
        marks = {row.member: row.attendance for row in self._store.read.week.attendance(at)}
        if marks.get(member, Attendance.NOT_KNOWN) == attendance and not (draft_id and self._store.count(draft_id)):
            return Changes()
        session = self._weeks.session(at)
        if attendance in CAME and moment_ms(session.day) > self._store.clock.now_ms():
            raise NotAllowed(f"{session.activity.label} is still to come. Say who came on the day.")
        with self._store.writing(draft_id or self._store.new_draft()) as facts:
            if not facts.is_repeat:
                facts.add(Attended(member, *at, attendance))
        return facts.changes

    def swap(self, member: FactId, at: Occurrence, to: Occurrence, draft_id: str = "") -> Changes:
        """Let somebody do something else on the day, though it has begun; what it costs and cost is settled.

        Raises:
            Full, CalledOff, NotEnough, NoPurse, NotFound.
        """
        return self._choices.swap_for(member, at, to, draft_id=draft_id)

    def give_credits(self, at: Occurrence, draft_id: str = "") -> Earned:  # noqa: ARG002  each is given once, for ever
        """Credits to all who came, where being there counts as something; each once, however often it is pressed.

        Raises:
            NotAllowed: this session earns nothing, or has not begun. NotFound.
        """
        came = [row.member for row in self._store.read.week.attendance(at) if row.attendance in CAME]
        return self._earning.give(self._weeks.session(at), came)

    def fire_list(self, day: date) -> FireListSeen:
        """Everybody who may be in the house: every member and worker there is, and the day's visitors."""
        return self._fire_list.of(day)

    def presence(self, person: FactId, day: date, presence: Presence, draft_id: str = "") -> Changes:
        """Say whether somebody is in the house. Raises NotFound."""
        with self._store.writing(draft_id or self._store.new_draft()) as facts:
            if not facts.is_repeat:
                facts.add(PersonHere(person, day_number(day), presence))
        return facts.changes

    def visitor(self, name: str, day: date, draft_id: str = "") -> Changes:
        """Somebody came to visit, and is here; `changes.first` names them. Raises BadInput: no name."""
        called = needed(name, "The visitor's name")
        with self._store.writing(draft_id or self._store.new_draft()) as facts:
            if not facts.is_repeat:
                visitor = facts.add(VisitorCame(day_number(day), facts.seal(called.encode())))
                facts.add(PersonHere(visitor, day_number(day), Presence.HERE))
        return facts.changes

    def jobs(self, activity: FactId) -> list[tuple[FactId, str]]:
        """The jobs of a group project, by id and name."""
        return self._jobs.all(activity)

    def write_job(
        self, activity: FactId, label: str, *, job: FactId | None = None, is_kept: bool = True, draft_id: str = ""
    ) -> Changes:
        """Write a job; `changes.first` names a new one. Raises BadInput, NotFound."""
        return self._jobs.write(activity, label, job=job, is_kept=is_kept, draft_id=draft_id)

    def give_job(self, job: FactId, at: Occurrence, member: FactId | None, draft_id: str = "") -> Changes:
        """Give a job to somebody for this time, or to nobody. Raises NotFound."""
        return self._jobs.give(job, at, member, draft_id=draft_id)

    def next_for_job(self, job: FactId, at: Occurrence) -> FactId | None:
        """Whose turn a job is among those who go: whoever never had it, then whoever had it longest ago."""
        going = [row.member for row in self._store.read.week.choices_at(at) if row.choice == Choice.GOING]
        return self._jobs.next(job, at, going)
