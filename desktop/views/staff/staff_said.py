"""What members said of activities: how often each face, and nothing where so few spoke that one could guess who."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.said_seen import CountsSeen, SaidOfAll
from desktop.views.kit.art import picture
from desktop.views.kit.rows import Row
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.parts.saying import how_words
from desktop.views.parts.staff_lists import Column, Lines
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class StaffSaidState:
    """since: the first day that counts. activities: by name; only those of which anything was said."""

    since: date
    activities: tuple[CountsSeen, ...] = ()


class StaffSaid(StaffPage):
    """Shows a row for each activity, by name: it is no order of merit."""

    name: ClassVar[str] = "staff_said"
    nav: ClassVar[str] = "to_week"
    keeps_up: ClassVar[bool] = True

    go_back = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        back = StaffButton(texts("staff.go_back"), look)
        back.clicked.connect(self.go_back)
        self._rows = Lines(look)
        self._column = Column(look, [ButtonRow(look, [back]), self._rows])
        self.set_body(self._column, scrolls=True)

    @staticmethod
    def read(services: Any, _visit: Visit) -> StaffSaidState:
        """What was said in a quarter of a year."""
        said: SaidOfAll = services.saying.all()
        return StaffSaidState(said.since, said.activities)

    def fill(self, state: StaffSaidState) -> None:
        """Show a row for each."""
        texts = self.texts
        key = "staff.said.line" if state.activities else "staff.said.nothing"
        self.ask(texts("staff.said.title"), texts(key, day=texts.day(state.since)))
        self._rows.show_rows([self._row(one) for one in state.activities])
        self._column.again()

    def _row(self, one: CountsSeen) -> Row:
        told = self.texts("staff.said.few")
        if one.counts is not None:
            counts = [
                self.texts("staff.said.count", how=how_words(how, self.texts), count=count)
                for how, count in one.counts.items()
            ]
            told = " · ".join(counts)
        return Row(None, one.activity.label, told, picture(one.activity.pic), ())
