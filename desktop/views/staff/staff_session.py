"""One session with everything that can be said of it, this week alone or from now on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.services.papers import WAYS
from desktop.services.seen import TaskSeen
from desktop.services.week_seen import ActivitySeen, RoomSeen, SessionSeen, VehicleSeen
from desktop.views.kit.fields import ChoiceField, NumberField, TextField, TickField
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.parts.session_filled import (
    FORM,
    TICKS,
    Unread,
    draft_of,
    filled_of,
)
from desktop.views.parts.staff_form import Answers, Filled, attempt, refused
from desktop.views.parts.staff_form_page import FormPage
from desktop.views.parts.staff_lists import note
from desktop.views.parts.week_acts import FOCUS, REACH, SESSION, reach_of
from desktop.views.visit import Visit
from ledger.domain.names import FactId
from ledger.domain.week import Reach

_WAYS: Final = ("", *(way for way in WAYS if way))
_EVERY: Final = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class StaffSessionState:
    """filled: the fields of SessionDraft as they stand in the form, and `reach`. people: who may lead, help, drive."""

    session: SessionSeen
    filled: Filled
    activities: tuple[ActivitySeen, ...] = ()
    rooms: tuple[RoomSeen, ...] = ()
    vehicles: tuple[VehicleSeen, ...] = ()
    people: tuple[tuple[FactId, str], ...] = ()
    tasks: tuple[TaskSeen, ...] = ()


class StaffSession(FormPage):
    """A form for one session."""

    name: ClassVar[str] = "staff_session"
    nav: ClassVar[str] = "to_week"
    form: ClassVar[str] = FORM

    register = Signal(object)  # the answers
    call_off = Signal(object)  # the answers
    put_back = Signal(object)  # the answers

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffSessionState:
        """What was typed last, or the session as it is."""
        seen = services.week.session(visit.chosen[SESSION])
        filled = visit.chosen.pop(FORM, None) or filled_of(seen, reach_of(visit))
        workers = [(one.id, one.name) for one in services.people.workers() if one.name]
        members = [(one.id, one.known_as or one.name) for one in services.people.members()]
        return StaffSessionState(
            seen,
            filled,
            _with(services.activities.all(), seen.activity),
            _with(services.rooms.all(), seen.room),
            _with(services.vehicles.all(), seen.vehicle),
            tuple(dict([*workers, *members]).items()),
            tuple(task for task in services.tasks.all() if task.label),
        )

    @staticmethod
    def on_save(services: Any, visit: Visit, answers: Answers) -> str | None:
        """Write it; what cannot be read, or cannot be, is said by its field."""
        seen = services.week.session(visit.chosen[SESSION])
        try:
            draft = draft_of(seen, answers, visit.chosen["staff_draft"])
        except Unread as unread:
            return refused(visit, FORM, answers, where=unread.where, words=unread.words)
        visit.chosen[REACH], visit.chosen[FOCUS] = answers["reach"], seen.at
        job = partial(services.week_editing.write, draft, answers["reach"])
        wrong = attempt(visit, FORM, answers, job)
        if wrong is None:
            note(visit, "staff.saved", name=seen.activity.label)
        return wrong

    @staticmethod
    def on_register(_services: Any, visit: Visit, answers: Answers) -> None:
        """Keep what was typed, and see who came."""
        StaffSession.keep(visit, answers)

    @staticmethod
    def on_call_off(services: Any, visit: Visit, answers: Answers) -> str | None:
        """It does not take place."""
        return _turn(services, visit, answers, "call_off")

    @staticmethod
    def on_put_back(services: Any, visit: Visit, answers: Answers) -> str | None:
        """It takes place after all."""
        return _turn(services, visit, answers, "put_back")

    def fill(self, state: StaffSessionState) -> None:
        """Show the fields."""
        texts, look, now = self.texts, self.look, state.filled
        self.ask(texts("staff.session.title", name=state.session.activity.label, day=texts.day(state.session.day)))
        reaches = [(Reach.THIS_WEEK, texts("staff.week.only_this")), (Reach.FROM_NOW_ON, texts("staff.week.from_now"))]
        days = [(day, texts.day(day)) for day in _days(state.session.day)]
        rows: list[list[tuple[str, Any]]] = [
            [("reach", ChoiceField(texts("staff.week.reach"), look, reaches, value=now["reach"]))],
            [self._one_of("activity", state.activities, now), ("day", self._choice("day", days, now))],
            [self._text("start_minute", now), self._number("minutes", now), self._number("places", now)],
            [self._one_of("room", state.rooms, now, none="no_room"), self._person("leader", state, now)],
            [self._person(name, state, now) for name in now.answers if name.startswith("assistant")],
            [("way", self._way(now)), self._one_of("vehicle", state.vehicles, now, none="no_vehicle")],
            [self._person("driver", state, now), self._person("companion", state, now)],
            [self._number("price_minutes", now), self._one_of("task", state.tasks, now, none="no_task")],
            [self._text("until", now), ("every_weeks", self._every(now))],
            [(name, TickField(texts(f"staff.session.{name}"), look, value=now[name])) for name in TICKS],
        ]
        self.show_form(rows, now, above=[self._actions(state)])

    def _actions(self, state: StaffSessionState) -> ButtonRow:
        outcomes = ("register", "call_off" if state.session.is_on else "put_back")
        buttons = []
        for outcome in outcomes:
            button = StaffButton(self.texts(f"staff.week.panel.{outcome}"), self.look)
            button.clicked.connect(partial(self._leave, outcome))
            buttons.append(button)
        return ButtonRow(self.look, buttons)

    def _leave(self, outcome: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signature
        getattr(self, outcome).emit(self.typed())

    def _choice(self, name: str, choices: Sequence[tuple[object, str]], now: Filled) -> ChoiceField:
        label = "assistant" if name.startswith("assistant") else name
        return ChoiceField(self.texts(f"staff.session.{label}"), self.look, choices, value=now[name])

    def _text(self, name: str, now: Filled) -> tuple[str, TextField]:
        field = TextField(self.texts(f"staff.session.{name}"), self.look, value=now[name])
        field.say(self.texts(f"staff.session.{name}_note"))
        return name, field

    def _number(self, name: str, now: Filled) -> tuple[str, NumberField]:
        value = int(now[name]) if now[name] else None
        return name, NumberField(self.texts(f"staff.session.{name}"), self.look, value=value)

    def _one_of(self, name: str, things: Sequence[Any], now: Filled, none: str = "") -> tuple[str, ChoiceField]:
        first: list[tuple[object, str]] = [(None, self.texts(f"staff.session.{none}"))] if none else []
        return name, self._choice(name, [*first, *((one.id, one.label) for one in things)], now)

    def _person(self, name: str, state: StaffSessionState, now: Filled) -> tuple[str, ChoiceField]:
        nobody: list[tuple[object, str]] = [(None, self.texts("staff.nobody"))]
        return name, self._choice(name, [*nobody, *state.people], now)

    def _way(self, now: Filled) -> ChoiceField:
        return self._choice("way", [(way, self.texts(f"way.{way or 'here'}")) for way in _WAYS], now)

    def _every(self, now: Filled) -> ChoiceField:
        choices = [(weeks, self.texts.count("staff.session.every", weeks)) for weeks in _EVERY]
        return self._choice("every_weeks", choices, now)


def _days(day: date) -> tuple[date, ...]:
    """The days of the week it lies in."""
    monday = day - timedelta(days=day.weekday())
    return tuple(monday + timedelta(days=number) for number in range(7))


def _with(things: Sequence[Any], one: Any) -> tuple[Any, ...]:
    """What is kept, and what this session has although it is kept no more."""
    found = tuple(things)
    return found if one is None or one.id in {thing.id for thing in found} else (*found, one)


def _turn(services: Any, visit: Visit, answers: Answers, kind: str) -> str | None:
    at = visit.chosen[FOCUS] = visit.chosen[SESSION]
    visit.chosen[REACH] = answers["reach"]
    return attempt(visit, FORM, answers, partial(getattr(services.week_editing, kind), at, answers["reach"]))
