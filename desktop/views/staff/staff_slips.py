"""Slips: the register of those that are out on paper; print them, print one again, make one void, check one."""

from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.problems import KnownProblem
from desktop.services.seen import SlipOut
from desktop.views.kit.art import Symbol, picture
from desktop.views.kit.fields import TextField
from desktop.views.kit.rows import Action, Row
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.kit.staff_words import StaffWords
from desktop.views.parts.offers import price_words
from desktop.views.parts.staff_form import forget_forms
from desktop.views.parts.staff_lists import Column, Lines, Note, called, day_words, noted, warn
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

_MOST: Final = 60


@dataclass(frozen=True, slots=True)
class StaffSlipsState:
    """slips: out on paper, newest first."""

    slips: tuple[SlipOut, ...] = ()
    credit_minutes: int = 60
    note: Note = field(default_factory=Note)


class StaffSlips(StaffPage):
    """Shows the slips that are out."""

    name: ClassVar[str] = "staff_slips"
    nav: ClassVar[str] = "to_slips"
    answers = ("wrong",)

    make = Signal()
    check = Signal()
    register = Signal()
    reprint = Signal(object)  # SlipOut
    void = Signal(object)  # SlipOut
    hand_out = Signal(object)  # SlipOut

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._state = StaffSlipsState()
        buttons = [self._button("make", strong=True), self._button("check"), self._button("register")]
        self._find = TextField(texts("staff.slips.find"), look)
        self._find.changed.connect(self._show)
        self._rows = Lines(look)
        self._rows.acted.connect(lambda key, value: getattr(self, key).emit(value))
        self._left_out = StaffWords("", look)
        self._column = Column(look, [ButtonRow(look, buttons), self._find, self._rows, self._left_out])
        self.set_body(self._column, scrolls=True)

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffSlipsState:
        """The register."""
        forget_forms(visit)
        return StaffSlipsState(tuple(services.slips.out()), services.centre.rules.credit_minutes, noted(visit))

    @staticmethod
    def on_make(services: Any, visit: Visit) -> None:
        """Begin new slips."""
        visit.chosen["staff_slips_for"] = None
        visit.chosen["staff_draft"] = services.sittings.new_draft()

    @staticmethod
    def on_check(_services: Any, visit: Visit) -> None:
        """Begin with nothing checked."""
        visit.chosen.pop("staff_checked", None)

    @staticmethod
    def on_reprint(services: Any, visit: Visit, slip: SlipOut) -> str | None:
        """Make the same slip once more; the old paper stays as good as the new one, and each counts once."""
        try:
            visit.chosen["staff_papers"] = [services.slips.reprint(slip.code)]
        except KnownProblem as problem:  # it was handed in or made void meanwhile
            warn(visit, problem)
            return "wrong"
        return None

    @staticmethod
    def on_void(_services: Any, visit: Visit, slip: SlipOut) -> None:
        """Ask for the reason."""
        visit.chosen["why"] = ("void", slip)

    @staticmethod
    def on_hand_out(_services: Any, visit: Visit, slip: SlipOut) -> None:
        """Ask who gets it."""
        visit.chosen["staff_slip"] = slip

    def fill(self, state: StaffSlipsState) -> None:
        """Show a row for each."""
        self._state = state
        line = self.texts.count("staff.slips.line", len(state.slips))
        self.ask(self.texts("staff.slips.title"), state.note.before(line, self.texts))
        self._show()

    def _button(self, outcome: str, *, strong: bool = False) -> StaffButton:
        button = StaffButton(self.texts(f"staff.slips.{outcome}"), self.look, strong=strong)
        button.clicked.connect(getattr(self, outcome))
        return button

    def _show(self) -> None:
        wanted = self._find.value().casefold()
        found = [slip for slip in self._state.slips if wanted in f"{slip.code} {self._from(slip)}".casefold()]
        self._rows.show_rows([self._row(slip) for slip in found[:_MOST]])
        more = len(found) - _MOST
        words = "" if found or not self._state.slips else self.texts("staff.slips.not_found")
        self._left_out.say(self.texts.count("staff.slips.left_out", more) if more > 0 else words)
        self._column.again()

    def _from(self, slip: SlipOut) -> str:
        if slip.member is None:
            return self.texts("staff.slips.thanks")
        return self.texts("staff.slips.from", name=called(slip.member, self.texts))

    def _row(self, slip: SlipOut) -> Row:
        texts = self.texts
        parts = [price_words(slip.minutes, texts, self._state.credit_minutes), self._from(slip)]
        parts.append(day_words(slip.issued, texts))
        parts += [texts("paper.for_place", place=slip.place)] if slip.place else []
        parts += [texts.count("staff.slips.again", slip.reprints)] if slip.reprints else []
        parts += [texts("staff.slips.over", day=day_words(slip.expires, texts))] if slip.expires else []
        art = picture(slip.member.pic) if slip.member is not None else Symbol("gh:slip")
        parts += [texts("staff.slips.handed_out")] if slip.is_handed_out else []
        in_drawer = slip.member is None and not slip.is_handed_out
        again = ("reprint",) if slip.can_reprint else ()
        outcomes = (*(("hand_out",) if in_drawer else ()), *again, "void")
        parts += [] if slip.can_reprint else [texts("staff.slips.other_pc")]
        if slip.is_void_waiting:
            parts.append(texts("staff.slips.void_waits"))
            outcomes = ()
        actions = tuple(Action(one, texts(f"staff.slips.{one}")) for one in outcomes)
        return Row(slip, slip.code, " · ".join(parts), art, actions)
