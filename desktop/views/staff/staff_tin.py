"""A tin of slips: whose it is, the day they came, and then one scan after another."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, ClassVar, Final, NamedTuple

from PySide6.QtCore import Signal

from desktop.problems import KnownProblem
from desktop.services.seen import VenueSeen
from desktop.services.tins import Tin
from desktop.services.verdicts import Verdict
from desktop.views.kit.art import Symbol
from desktop.views.kit.fields import ChoiceField, TextField
from desktop.views.kit.rows import Action, Row
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.parts.offers import price_words
from desktop.views.parts.staff_lists import Column, Lines, Note, day_words, noted, warn
from desktop.views.parts.verdicts import short_words, verdict_art
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit
from ledger.domain.names import FactId

_TIN: Final = "staff_tin"
_DAYS: Final = 14


class Scan(NamedTuple):
    """One slip to take in; venue: a place's id."""

    text: str
    venue: FactId
    day: date


@dataclass(frozen=True, slots=True)
class Emptied:
    """One slip out of the tin. fact: the handing in, None if it is not in."""

    text: str
    verdict: Verdict
    fact: FactId | None = None
    is_back: bool = False


@dataclass(frozen=True, slots=True)
class StaffTinState:
    """venues: whose tin it may be. today: the last of the days it may be. out: what was scanned, the latest first."""

    venues: tuple[VenueSeen, ...] = ()
    today: date = date(2020, 1, 1)
    out: tuple[Emptied, ...] = ()
    credit_minutes: int = 60
    note: Note = field(default_factory=Note)


class StaffTin(StaffPage):
    """Takes slips in for a place without a computer; a scanner's Enter takes each at once."""

    name: ClassVar[str] = "staff_tin"
    nav: ClassVar[str] = "to_slips"

    scan = Signal(object)  # Scan
    take_back = Signal(object)  # Emptied
    go_back = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._venue = ChoiceField(texts("staff.tin.venue"), look, [])
        self._day = ChoiceField(texts("staff.tin.day"), look, [])
        self._code = TextField(texts("staff.tin.code"), look)
        self._code.entered.connect(self._scanned)
        back = StaffButton(texts("staff.go_back"), look)
        back.clicked.connect(lambda _=False: self.go_back.emit())
        self._rows = Lines(look)
        self._rows.acted.connect(lambda key, value: getattr(self, key).emit(value))
        self._buttons = ButtonRow(look, [back])
        self._shown: tuple[object, ...] = ()
        self._column = Column(look, [self._venue, self._day, self._code, self._buttons, self._rows])
        self.set_body(self._column, scrolls=True)

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffTinState:
        """What was scanned so far."""
        return StaffTinState(
            tuple(services.tins.venues()),
            services.centre.today(),
            visit.chosen.get(_TIN, ()),
            services.centre.rules.credit_minutes,
            noted(visit),
        )

    @staticmethod
    def on_scan(services: Any, visit: Visit, scan: Scan) -> None:
        """Take one in; the same one again is in already."""
        venue = next(one for one in services.tins.venues() if one.id == scan.venue)
        out: tuple[Emptied, ...] = visit.chosen.get(_TIN, ())
        draft = services.sittings.new_draft()
        try:
            done = services.tins.take(scan.text, Tin(venue, scan.day), draft)
        except KnownProblem as problem:
            warn(visit, problem)
            return
        services.judging.note(done.verdict)
        fact = done.fact if done.changes is not None else None
        visit.chosen[_TIN] = (Emptied(scan.text, done.verdict, fact), *out)

    @staticmethod
    def on_take_back(services: Any, visit: Visit, one: Emptied) -> None:
        """It was not in this tin."""
        try:
            services.tins.take_back(one.fact)
        except KnownProblem as problem:
            warn(visit, problem)
            return
        visit.chosen[_TIN] = tuple(
            replace(each, is_back=True) if each.fact == one.fact else each for each in visit.chosen[_TIN]
        )

    def fill(self, state: StaffTinState) -> None:
        """Show the fields, and what was scanned."""
        texts = self.texts
        count = sum(one.fact is not None and not one.is_back for one in state.out)
        line = texts.count("staff.tin.count", count) if state.out else texts("staff.tin.line")
        self.ask(texts("staff.tin.title"), state.note.before(line, texts))
        if (state.venues, state.today) != self._shown:  # what was chosen stays, from one scan to the next
            self._shown = (state.venues, state.today)
            self._offer(state)
        self._code.set_value("")
        self._code.say("" if state.venues else texts("staff.tin.no_venue"))
        self._rows.show_rows([self._row(one, state.credit_minutes) for one in state.out])
        self._column.again()

    def take_focus(self) -> None:
        """The next slip can be scanned at once."""
        self._code.focus()

    def _offer(self, state: StaffTinState) -> None:
        texts, look = self.texts, self.look
        days = [state.today - timedelta(days=back) for back in range(_DAYS)]
        self._venue = ChoiceField(texts("staff.tin.venue"), look, [(one.id, one.name) for one in state.venues])
        self._day = ChoiceField(texts("staff.tin.day"), look, [(day, day_words(day, texts)) for day in days])
        self._code = TextField(texts("staff.tin.code"), look)
        self._code.entered.connect(self._scanned)
        self._column = Column(look, [self._venue, self._day, self._code, self._buttons, self._rows])
        self.set_body(self._column, scrolls=True)

    def _scanned(self) -> None:
        text = self._code.value()
        if text and self._venue.value() is not None:
            self.scan.emit(Scan(text, self._venue.value(), self._day.value()))

    def _row(self, one: Emptied, credit_minutes: int) -> Row:
        texts = self.texts
        if one.is_back:
            return Row(one, one.verdict.code, texts("staff.tin.back"), Symbol("gh:undo"))
        if one.fact is None:
            title = one.verdict.code or texts("door.no_code")
            return Row(one, title, short_words(one.verdict.outcome, texts), verdict_art(one.verdict.outcome))
        worth = f"{texts('staff.tin.is_in')} · {price_words(one.verdict.minutes, texts, credit_minutes)}"
        action = Action("take_back", texts("staff.tin.taken_back"))
        return Row(one, one.verdict.code, worth, verdict_art(one.verdict.outcome), (action,))
