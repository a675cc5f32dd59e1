"""What changed a member's credits, newest first; each can be put right, with a reason."""

from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.clock import local_day
from desktop.services.seen import MovementSeen
from desktop.views.kit.art import picture
from desktop.views.kit.rows import Action, Row
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.parts.staff_lists import Column, Lines, Note, day_words, exact, noted
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

_MOST: Final = 60
_FIXED: Final = ("history.put_right", "history.spent_back", "history.slip_back")


@dataclass(frozen=True, slots=True)
class StaffMovementsState:
    """who: the member's name. movements: newest first."""

    who: str
    movements: tuple[MovementSeen, ...] = ()
    note: Note = field(default_factory=Note)


class StaffMovements(StaffPage):
    """Shows a member's movements."""

    name: ClassVar[str] = "staff_movements"
    nav: ClassVar[str] = "to_people"

    put_right = Signal(object)  # MovementSeen
    go_back = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        back = StaffButton(texts("staff.go_back"), look)
        back.clicked.connect(self.go_back)
        self._rows = Lines(look)
        self._rows.acted.connect(lambda _, value: self.put_right.emit(value))
        self._column = Column(look, [ButtonRow(look, [back]), self._rows])
        self.set_body(self._column, scrolls=True)

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffMovementsState:
        """What changed what they have."""
        member = visit.chosen["staff_member"]
        movements = tuple(services.credits.history_of(member, _MOST))
        return StaffMovementsState(services.people.member(member).name, movements, noted(visit))

    @staticmethod
    def on_put_right(_services: Any, visit: Visit, movement: MovementSeen) -> None:
        """Ask for the reason."""
        visit.chosen["why"] = ("put_right", movement)

    def fill(self, state: StaffMovementsState) -> None:
        """Show a row for each."""
        line = self.texts.count("staff.movements.line", len(state.movements))
        title = self.texts("staff.movements.title", name=state.who)
        self.ask(title, state.note.before(line, self.texts))
        self._rows.show_rows([self._row(one) for one in state.movements])
        self._column.again()

    def _row(self, one: MovementSeen) -> Row:
        texts = self.texts
        key = "came" if one.minutes >= 0 else "went"
        parts = [
            texts(f"staff.movements.{key}", length=exact(abs(one.minutes), texts)),
            day_words(local_day(one.at_ms), texts),
        ]
        if one.is_undone:
            parts.append(texts("staff.movements.undone"))
        elif one.is_waiting:
            parts.append(texts("staff.movements.waiting"))
        fixed = one.is_undone or one.is_waiting or one.what in _FIXED
        actions = () if fixed else (Action("put_right", texts("staff.movements.put_right")),)
        title = texts(f"staff.{one.what}")
        return Row(one, f"{title}: {one.label}" if one.label else title, " · ".join(parts), picture(one.pic), actions)
