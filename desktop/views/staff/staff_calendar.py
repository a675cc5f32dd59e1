"""Other calendars: the week as a file for a phone or an office, and public events from one, as offers."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.problems import BadInput
from desktop.services.public_events import MOST_BYTES, EventSeen, EventsPreview
from desktop.views.kit.art import Symbol
from desktop.views.kit.fields import ChoiceField
from desktop.views.kit.rows import Action, Row
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.kit.staff_words import StaffWords
from desktop.views.parts import staff_files
from desktop.views.parts.staff_form import Form
from desktop.views.parts.staff_lists import Column, Lines, Note, note, noted, tell
from desktop.views.parts.week_acts import monday_of
from desktop.views.parts.week_words import clock
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit
from ledger.domain.names import FactId

_PREVIEW: Final = "staff_calendar_preview"
_ASKED: Final = "staff_calendar_asked"
_WEEKS: Final = (1, 4, 12)


@dataclass(frozen=True, slots=True)
class CalendarAsked:
    """Whose week, None for the centre's, and how many weeks; path: the file it goes into."""

    member: FactId | None = None
    weeks: int = 4
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class StaffCalendarState:
    """preview: what a file holds that was looked through, None before one was chosen."""

    asked: CalendarAsked = field(default_factory=CalendarAsked)
    members: tuple[tuple[FactId, str], ...] = ()
    preview: EventsPreview | None = None
    note: Note = field(default_factory=Note)


class StaffCalendar(StaffPage):
    """Asks what goes out and what comes in."""

    name: ClassVar[str] = "staff_calendar"
    nav: ClassVar[str] = "to_week"

    save = Signal(object)  # CalendarAsked
    look_through = Signal(object)  # a path
    take = Signal(object)  # the places of events
    forget = Signal()
    go_back = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._column = Column(look, [], gap=18)
        self.set_body(self._column, scrolls=True)

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffCalendarState:
        """What was chosen so far."""
        return StaffCalendarState(
            visit.chosen.get(_ASKED, CalendarAsked()),
            tuple((one.id, one.known_as or one.name) for one in services.people.members()),
            visit.chosen.get(_PREVIEW),
            noted(visit),
        )

    @staticmethod
    def on_save(services: Any, visit: Visit, asked: CalendarAsked) -> None:
        """Write the file."""
        visit.chosen[_ASKED] = replace(asked, path=None)
        monday, path = monday_of(services, visit), asked.path
        calendars = services.calendars

        def write() -> None:
            if asked.member is None:
                _write(path, calendars.centre(monday, asked.weeks))
            else:
                _write(path, calendars.member(asked.member, monday, asked.weeks))

        tell(visit, write, "staff.sheets.saved", file=path.name if path is not None else "")

    @staticmethod
    def on_look_through(services: Any, visit: Visit, path: Path) -> None:
        """Look through a file; nothing is taken in yet."""
        visit.chosen.pop(_PREVIEW, None)

        def look() -> None:
            visit.chosen[_PREVIEW] = services.calendars.look(_read(path))

        tell(visit, look, "staff.calendar.looked")

    @staticmethod
    def on_take(services: Any, visit: Visit, places: tuple[int, ...]) -> None:
        """Make offers of events."""
        preview: EventsPreview = visit.chosen[_PREVIEW]

        def take() -> None:
            services.calendars.take_in(preview, places)
            rest = tuple(one for place, one in enumerate(preview.events) if place not in places)
            visit.chosen[_PREVIEW] = replace(preview, events=rest, already=preview.already + len(places))

        tell(visit, take, "staff.calendar.taken")

    @staticmethod
    def on_forget(_services: Any, visit: Visit) -> None:
        """Put the file away."""
        visit.chosen.pop(_PREVIEW, None)
        note(visit, "staff.calendar.forgotten")

    def fill(self, state: StaffCalendarState) -> None:
        """Show what can go out, and what came in."""
        texts = self.texts
        self.ask(texts("staff.lists.calendar"), state.note.before("", texts))
        everybody = [(None, texts("staff.sheets.centre")), *state.members]
        whose = ChoiceField(texts("staff.calendar.whose"), self.look, everybody, value=state.asked.member)
        spans = [(weeks, texts.count("staff.calendar.weeks", weeks)) for weeks in _WEEKS]
        weeks = ChoiceField(texts("staff.calendar.how_long"), self.look, spans, value=state.asked.weeks)
        out = [
            ("save", lambda: self._save(CalendarAsked(whose.value(), weeks.value()))),
            ("go_back", self.go_back.emit),
        ]
        parts: list[QWidget] = [
            StaffWords(texts("staff.calendar.out"), self.look, bold=True),
            Form(self.look, [[("", whose), ("", weeks)]]),
            self._buttons(out),
            StaffWords(texts("staff.calendar.into"), self.look, bold=True),
            self._buttons([("choose", self._choose)]),
        ]
        if state.preview is not None:
            parts += self._found(state.preview)
        self._column.put(parts)

    def _found(self, preview: EventsPreview) -> list[QWidget]:
        texts = self.texts
        told = texts.count("staff.calendar.found", len(preview.events))
        if preview.already:
            told += " " + texts.count("staff.calendar.already", preview.already)
        rows = Lines(self.look)
        rows.acted.connect(lambda _key, place: self.take.emit((place,)))
        take = (Action("take", texts("staff.calendar.take"), strong=True),)
        rows.show_rows(
            [self._row(place, one, take) for place, one in enumerate(preview.events)]
            + [Row(None, label, why, Symbol("gh:cross")) for label, why in preview.left_out]
        )
        every = tuple(range(len(preview.events)))
        buttons = [("take_all", lambda: self.take.emit(every))] if len(every) > 1 else []
        return [StaffWords(told, self.look), self._buttons([*buttons, ("forget", self.forget.emit)]), rows]

    def _row(self, place: int, one: EventSeen, actions: tuple[Action, ...]) -> Row:
        when = self.texts.day(one.day) + (f", {clock(one.start_minute)}" if one.start_minute >= 0 else "")
        will_stand = one.place or when  # the place begins with its day: it would be told twice
        return Row(place, one.label, " · ".join(filter(None, (will_stand, one.note))), Symbol(_EVENT), actions)

    def _buttons(self, buttons: list[tuple[str, Any]]) -> ButtonRow:
        made = []
        for number, (name, then) in enumerate(buttons):
            button = StaffButton(
                self.texts(f"staff.calendar.do_{name}"), self.look, strong=number == 0 and name != "choose"
            )
            button.clicked.connect(lambda _=False, then=then: then())
            made.append(button)
        return ButtonRow(self.look, made)

    def _save(self, asked: CalendarAsked) -> None:
        kinds = self.texts("staff.calendar.kinds")
        path = staff_files.choose_save(self, self.texts("staff.calendar.do_save"), "week.ics", kinds)
        if path is not None:
            self.save.emit(replace(asked, path=path))

    def _choose(self) -> None:
        kinds = self.texts("staff.calendar.kinds")
        path = staff_files.choose_open(self, self.texts("staff.calendar.do_choose"), kinds)
        if path is not None:
            self.look_through.emit(path)


_EVENT: Final = "om:1F4C5"


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise BadInput(f"{path.name} cannot be opened. Close it in other programs, then try again.") from error


def _write(path: Path | None, made: bytes) -> None:
    if path is None:
        return
    try:
        path.write_bytes(made)
    except OSError as error:
        raise BadInput(f"{path.name} cannot be written. Choose another folder, or make room.") from error
