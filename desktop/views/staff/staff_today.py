"""Today: what waits for a worker, each with its one usual answer; nothing here stops members."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.clock import local_day
from desktop.services.network import NetworkSeen
from desktop.services.seen import TaskSeen, WaitingSeen, WorkerSeen
from desktop.services.week_seen import SessionSeen
from desktop.views.kit.art import Symbol, picture
from desktop.views.kit.rows import Action, Row
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_words import StaffWords
from desktop.views.parts.language_told import LanguageSeen, language_seen, told_of
from desktop.views.parts.network_words import in_short
from desktop.views.parts.staff_form import forget_forms
from desktop.views.parts.staff_lists import Column, Lines, Note, called, exact, noted, tell
from desktop.views.parts.week_acts import look_at
from desktop.views.parts.week_words import room_name, times
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

_FIRE: Final = Symbol("om:1F525")


@dataclass(frozen=True, slots=True)
class StaffTodayState:
    """waiting: oldest first. tasks, workers: still to be named. is_empty: nobody is here. has_tasks: any at all.

    needs: how many things the network, this PC or the week wants a person for. network: how it stands with the network.
    sessions: what takes place today. language: how it stands with the language of this PC.
    """

    day: date
    waiting: tuple[WaitingSeen, ...] = ()
    tasks: tuple[TaskSeen, ...] = ()
    workers: tuple[WorkerSeen, ...] = ()
    note: Note = field(default_factory=Note)
    is_empty: bool = False
    has_tasks: bool = True
    needs: int = 0
    network: NetworkSeen = field(default_factory=NetworkSeen)
    sessions: tuple[SessionSeen, ...] = ()
    language: LanguageSeen = field(default_factory=LanguageSeen)

    @property
    def count(self) -> int:
        """How many things need a person."""
        return len(self.waiting) + len(self.tasks) + len(self.workers) + self.needs


class StaffToday(StaffPage):
    """Shows what needs a person."""

    name: ClassVar[str] = "staff_today"
    nav: ClassVar[str] = "to_today"
    keeps_up: ClassVar[bool] = True
    follows_line: ClassVar[bool] = True

    confirm = Signal(object)  # WaitingSeen
    put_aside = Signal(object)  # WaitingSeen
    name_task = Signal(object)  # TaskSeen
    name_worker = Signal(object)  # WorkerSeen
    add_member = Signal(object)  # None: the first one
    choose_first = Signal(object)  # None: the tasks and offers to begin with
    look_at_needs = Signal(object)  # None
    register = Signal(object)  # SessionSeen
    fire_list = Signal(object)  # None

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._rows = Lines(look)
        self._rows.acted.connect(lambda key, value: getattr(self, key).emit(value))
        self._today, self._sessions = StaffWords("", look, bold=True), Lines(look)
        self._sessions.acted.connect(lambda key, value: getattr(self, key).emit(value))
        self._column = Column(look, [self._rows, self._today, self._sessions])
        self.set_body(self._column, scrolls=True)

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffTodayState:
        """Everything that waits."""
        forget_forms(visit)
        return StaffTodayState(
            services.centre.today(),
            tuple(services.waiting.all()),
            tuple(services.tasks.unnamed()),
            tuple(worker for worker in services.people.workers() if not worker.name),
            noted(visit),
            is_empty=not services.people.members(),
            has_tasks=bool(services.tasks.all()),
            needs=len(services.attention.all()),
            network=services.network.now(),
            sessions=_of_today(services),
            language=language_seen(visit.house.settings.language) if visit.house is not None else LanguageSeen(),
        )

    @staticmethod
    def on_confirm(services: Any, visit: Visit, waiting: WaitingSeen) -> None:
        """Let it count; it may have been taken back, or the giver may have less by now."""
        tell(visit, lambda: services.waiting.confirm(waiting.fact), "staff.today.confirmed")

    @staticmethod
    def on_put_aside(_services: Any, visit: Visit, waiting: WaitingSeen) -> None:
        """Ask for the reason."""
        visit.chosen["why"] = ("put_aside", waiting)

    @staticmethod
    def on_name_task(_services: Any, visit: Visit, task: TaskSeen) -> None:
        """Open the task, to be named."""
        visit.chosen["staff_task"] = task.id

    @staticmethod
    def on_name_worker(_services: Any, visit: Visit, worker: WorkerSeen) -> None:
        """Open the supporter, to be named."""
        visit.chosen["staff_worker"] = worker.id

    @staticmethod
    def on_add_member(services: Any, visit: Visit) -> None:
        """Begin the first member."""
        visit.chosen["staff_member"] = None
        visit.chosen["staff_draft"] = services.sittings.new_draft()

    @staticmethod
    def on_register(_services: Any, visit: Visit, session: SessionSeen) -> None:
        """See who comes to one of today's sessions."""
        look_at(visit, session.at)

    def fill(self, state: StaffTodayState) -> None:
        """Show a row for each, and first of all what a new centre lacks."""
        lacks = state.is_empty or not state.has_tasks
        line = "" if lacks and not state.count else self.texts.count("staff.today.line", state.count)
        said = (state.note.before(line, self.texts), in_short(state.network, self.texts))
        self.ask(self.texts("staff.today.title", day=self.texts.day(state.day)), " ".join(filter(None, said)))
        self._rows.show_rows(
            [
                *self._first_rows(state),
                *self._need_rows(state),
                *(self._waiting_row(one) for one in state.waiting),
                *(self._task_row(task) for task in state.tasks),
                *(self._worker_row(worker) for worker in state.workers),
                *self._language_row(state.language),
            ]
        )
        self._today.say(self.texts("staff.today.sessions") if state.sessions else "")
        self._sessions.show_rows(_session_rows(state, self.texts))
        self._column.again()

    def _first_rows(self, state: StaffTodayState) -> list[Row]:
        rows = []
        if state.is_empty:
            rows.append(
                self._first_row(
                    "nobody", "om:1F465", Action("add_member", self.texts("staff.today.add_first"), strong=True)
                )
            )
        if not state.has_tasks:
            rows.append(
                self._first_row(
                    "no_tasks",
                    "om:1F9F9",
                    Action("choose_first", self.texts("staff.today.choose_first"), strong=not state.is_empty),
                )
            )
        return rows

    def _need_rows(self, state: StaffTodayState) -> list[Row]:
        if not state.needs:
            return []
        title, detail = self.texts.count("staff.today.needs", state.needs), self.texts("staff.today.needs_detail")
        look = Action("look_at_needs", self.texts("staff.today.look"), strong=True)
        return [Row(None, title, detail, Symbol("gh:raised-hand"), (look,))]

    def _language_row(self, language: LanguageSeen) -> list[Row]:
        told = told_of(language, self.texts)
        return [Row(None, self.texts("staff.pc.language"), told, Symbol("om:1F5E3"), ())] if told else []

    def _first_row(self, what: str, art: str, action: Action) -> Row:
        title, detail = self.texts(f"staff.today.{what}"), self.texts(f"staff.today.{what}_detail")
        return Row(None, title, detail, Symbol(art), (action,))

    def _waiting_row(self, one: WaitingSeen) -> Row:
        texts, day = self.texts, self.texts.day(local_day(one.at_ms))
        name = called(one.member, texts)
        titles = {
            "helped": lambda: texts("staff.today.helped", name=name, task=one.label or texts("staff.unnamed")),
            "gave": lambda: texts("staff.today.gave", name=name, giver=called(one.giver, texts)),
        }
        detail = texts(f"staff.today.{one.what}_detail", length=exact(one.minutes, texts), day=day)
        yes = Action("confirm", texts("staff.today.confirm"), strong=True)
        no = Action("put_aside", texts("staff.today.put_aside"))
        return Row(one, titles[one.what](), detail, picture(one.pic), (yes, no))

    def _task_row(self, task: TaskSeen) -> Row:
        texts = self.texts
        name = Action("name_task", texts("staff.today.name_it"), strong=True)
        return Row(
            task,
            texts("staff.today.unnamed_task"),
            texts("staff.today.unnamed_task_detail"),
            picture(task.pic),
            (name,),
        )

    def _worker_row(self, worker: WorkerSeen) -> Row:
        texts = self.texts
        name = Action("name_worker", texts("staff.today.name_it"), strong=True)
        title, detail = texts("staff.today.unnamed_worker"), texts("staff.today.unnamed_worker_detail")
        return Row(worker, title, detail, Symbol("gh:someone-with-me"), (name,))


def _session_rows(state: StaffTodayState, texts: Texts) -> list[Row]:
    """What takes place today, in order of time, each with its register; and at the end who is in the house."""
    if not state.sessions:
        return []
    fire = Action("fire_list", texts("staff.open"))
    rows = [_session_row(one, texts) for one in state.sessions]
    return [*rows, Row(None, texts("staff.lists.fire_list"), texts("staff.lists.fire_list_line"), _FIRE, (fire,))]


def _session_row(one: SessionSeen, texts: Texts) -> Row:
    told = [room_name(one.room, texts), called(one.leader, texts) if one.leader is not None else ""]
    told += [texts("staff.week.places_told", going=one.going, places=one.places)]
    told += [texts("staff.week.mark_listed", count=one.listed)] if one.listed else []
    who = Action("register", texts("staff.week.panel.register"))
    title = f"{times(one)} {one.activity.label}"
    return Row(one, title, " · ".join(filter(None, told)), picture(one.activity.pic), (who,))


def _of_today(services: Any) -> tuple[SessionSeen, ...]:
    today = services.centre.today()
    return tuple(one for one in services.week.sessions(today) if one.day == today and one.is_on)
