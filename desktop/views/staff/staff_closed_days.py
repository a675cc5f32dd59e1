"""When the centre is open: its weekdays, whose bank holidays it keeps, and single days that are closed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.services.closed_days import BANK_HOLIDAYS, MONDAY_TO_FRIDAY, OPEN_DAYS, ClosedDay
from desktop.views.kit.art import DayLeaf
from desktop.views.kit.fields import ChoiceField, TextField, TickField
from desktop.views.kit.rows import Action, Row
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.kit.staff_words import StaffWords
from desktop.views.parts.session_filled import Unread, day_of
from desktop.views.parts.staff_form import Answers, Filled, Form, attempt, refused
from desktop.views.parts.staff_lists import Column, Lines, Note, day_words, note, noted, tell
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

_FORM: Final = "staff_closed_days_form"
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_PARTS: Final = ("none", "england", "wales", "scotland", "northern_ireland")
_AHEAD: Final = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class StaffClosedDaysState:
    """open_days: bits, Monday 1. bank_holidays: 0 none, 1 England to 4 Northern Ireland. closed: in the year to come.

    filled: day and why of the one that is being closed.
    """

    open_days: int = MONDAY_TO_FRIDAY
    bank_holidays: int = 0
    closed: tuple[ClosedDay, ...] = ()
    filled: Filled = field(default_factory=lambda: Filled({"day": "", "why": ""}))
    note: Note = field(default_factory=Note)


class StaffClosedDays(StaffPage):
    """Shows when the centre is open, and lets it be changed."""

    name: ClassVar[str] = "staff_closed_days"
    nav: ClassVar[str] = "to_week"
    answers = ("wrong",)

    save = Signal(object)  # the weekdays, and whose bank holidays
    close_day = Signal(object)  # day and why
    open_day = Signal(object)  # a date
    go_back = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._rows = Lines(look)
        self._rows.acted.connect(lambda _key, day: self.open_day.emit(day))
        self._column = Column(look, [self._rows], gap=20)
        self.set_body(self._column, scrolls=True)

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffClosedDaysState:
        """How it stands."""
        bits, today = services.centre.setting(OPEN_DAYS), services.centre.today()
        return StaffClosedDaysState(
            MONDAY_TO_FRIDAY if bits is None else bits,
            services.centre.setting(BANK_HOLIDAYS) or 0,
            tuple(services.week_editing.closed_days(today, today + _AHEAD)),
            visit.chosen.pop(_FORM, None) or Filled({"day": "", "why": ""}),
            noted(visit),
        )

    @staticmethod
    def on_save(services: Any, visit: Visit, answers: Answers) -> None:
        """Set what has changed."""
        bits = sum(1 << number for number, day in enumerate(_WEEKDAYS) if answers[day])
        for name, value in ((OPEN_DAYS, bits), (BANK_HOLIDAYS, answers["bank_holidays"])):
            services.centre.set_rule(name, value)
        note(visit, "staff.closed.saved")

    @staticmethod
    def on_close_day(services: Any, visit: Visit, answers: Answers) -> str | None:
        """Close a day; a date that cannot be read stays as it was typed."""
        try:
            day = day_of(answers["day"])
        except Unread as unread:
            return refused(visit, _FORM, answers, where="day", words=unread.words)
        if day is None:
            return refused(visit, _FORM, answers, where="day", words="staff.session.bad_date")
        return attempt(visit, _FORM, answers, lambda: services.week_editing.close_day(day, answers["why"]))

    @staticmethod
    def on_open_day(services: Any, visit: Visit, day: date) -> None:
        """Open a day after all."""
        tell(visit, lambda: services.week_editing.open_day(day), "staff.closed.opened")

    def fill(self, state: StaffClosedDaysState) -> None:
        """Show the weekdays, the bank holidays, a day to close, and the days that are closed."""
        texts = self.texts
        line = texts.count("staff.closed.line", len(state.closed))
        self.ask(texts("staff.closed.title"), state.note.before(line, texts))
        self._week, self._day = self._week_form(state), self._day_form(state.filled)
        self._rows = Lines(self.look)
        self._rows.acted.connect(lambda _key, day: self.open_day.emit(day))
        self._rows.show_rows([self._row(one) for one in state.closed])
        self._column.put(
            [
                StaffWords(texts("staff.closed.single"), self.look, bold=True),
                self._day,
                self._buttons(("close_day", self._close_day), ("go_back", self.go_back.emit)),
                StaffWords(texts("staff.closed.usually"), self.look, bold=True),
                self._week,
                self._buttons(("save", lambda: self.save.emit(self._week.answers()))),
                self._rows,
            ]
        )

    def _close_day(self) -> None:
        self.close_day.emit(self._day.answers())

    def _week_form(self, state: StaffClosedDaysState) -> Form:
        texts, look = self.texts, self.look
        ticks = [
            (day, TickField(texts.weekday(number), look, value=bool(state.open_days >> number & 1)))
            for number, day in enumerate(_WEEKDAYS)
        ]
        parts = [(number, texts(f"staff.closed.{name}")) for number, name in enumerate(_PARTS)]
        label = texts("staff.closed.bank_holidays")
        whose = ChoiceField(label, look, parts, value=state.bank_holidays)
        return Form(look, [ticks[:3], ticks[3:6], ticks[6:], [("bank_holidays", whose)]])

    def _day_form(self, filled: Filled) -> Form:
        texts, look = self.texts, self.look
        day = TextField(texts("staff.closed.day"), look, value=filled["day"])
        day.say(texts("staff.closed.day_note"))
        why = TextField(texts("staff.closed.why"), look, value=filled["why"])
        for typed in (day, why):
            typed.entered.connect(self._close_day)
        form = Form(look, [[("day", day), ("why", why)]])
        if filled.wrong:
            form.say(filled, texts(filled.wrong) if texts.has(filled.wrong) else filled.wrong)
        return form

    def _buttons(self, *buttons: tuple[str, Any]) -> ButtonRow:
        made = []
        for number, (name, then) in enumerate(buttons):
            button = StaffButton(self.texts(f"staff.closed.do_{name}"), self.look, strong=number == 0)
            button.clicked.connect(lambda _=False, then=then: then())
            made.append(button)
        return ButtonRow(self.look, made)

    def _row(self, one: ClosedDay) -> Row:
        texts = self.texts
        action = Action("open_day", texts("staff.closed.do_open"))
        why = one.label or texts("staff.week.closed")
        return Row(one.day, day_words(one.day, texts), why, DayLeaf(one.day.day), (action,))
