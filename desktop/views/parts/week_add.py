"""Adding to a cell of the week: type a few letters and Enter, or press the activity."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop.services.week_seen import ActivitySeen
from desktop.views.kit.art import Symbol, picture
from desktop.views.kit.fields import TextField
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.kit.staff_words import StaffWords
from desktop.views.parts.staff_lists import Column
from desktop.views.texts import Texts
from desktop.views.theme import Look

_TIME: Final = re.compile(r"^(?P<words>.*?)\s+(?P<hour>\d{1,2})(?:[:.]?(?P<minute>\d\d))?$")
_FIRST_HOUR: Final = 7  # "2" is two in the afternoon: no centre opens at night
_HOURS: Final = 24
_MINUTES: Final = 60
_HALF_DAY: Final = 12


@dataclass(frozen=True, slots=True)
class Picked:
    """What is to be added. start_minute: as it was typed, None for the next free time."""

    activity: ActivitySeen
    start_minute: int | None = None


def typed_time(typed: str) -> tuple[str, int | None]:
    """Letters and a time of day: "ar 2" is ("ar", 14:00), "art 1030" is ("art", 10:30); no time is None."""
    found = _TIME.match(typed.strip())
    if found is None:
        return typed.strip(), None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if hour < _FIRST_HOUR:
        hour += _HALF_DAY
    if hour >= _HOURS or minute >= _MINUTES:
        return typed.strip(), None
    return found["words"], hour * _MINUTES + minute


def fitting(activities: Sequence[ActivitySeen], letters: str) -> list[ActivitySeen]:
    """The activities that have these letters: at their beginning first, then in another word, then anywhere."""
    wanted = letters.casefold()

    def rank(activity: ActivitySeen) -> int:
        label = activity.label.casefold()
        return 0 if label.startswith(wanted) else 1 if f" {wanted}" in label else 2

    return sorted((one for one in activities if wanted in one.label.casefold()), key=rank)


class AddPanel(Column):
    """Asks what to add. picked: a `Picked`. another: the letters of an activity that is still to be made.

    put_here: what was taken up elsewhere is to lie here.
    """

    picked = Signal(object)
    another = Signal(object)
    put_here = Signal()
    closed = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, gap=10)
        self._texts = texts
        self._activities: tuple[ActivitySeen, ...] | None = None
        self._title = StaffWords("", look, bold=True)
        self._where = StaffWords("", look)
        self._field = TextField(texts("staff.week.panel.find"), look)
        self._field.changed.connect(self._narrow)
        self._field.entered.connect(self._first)
        self._none = StaffWords("", look)
        self._another = StaffButton(texts("staff.week.panel.more"), look, art=Symbol("gh:plus"))
        self._another.leading = True
        self._another.clicked.connect(lambda _=False: self.another.emit(typed_time(self._field.value())[0]))
        self._hint = StaffWords(texts("staff.week.panel.hint_add"), look)
        self._put = StaffButton(texts("staff.week.panel.find"), look, strong=True)
        self._put.clicked.connect(self.put_here)
        self._is_held = False
        self._buttons: list[tuple[ActivitySeen, StaffButton]] = []

    def show_place(self, title: str, where: str, activities: tuple[ActivitySeen, ...]) -> None:
        """Say which cell it is for, and what there is to add."""
        self._title.say(title)
        self._where.say(where)
        if activities != self._activities:
            self._activities = activities
            self._buttons = [(one, self._button(one)) for one in activities]
            self._show()
        self.again()

    def show_held(self, label: str) -> None:
        """Offer to put down what was taken up elsewhere; "" if nothing was."""
        self._is_held = bool(label)
        self._put.rename(self._texts("staff.week.panel.put_here", name=label))
        self._show()

    def begin(self) -> None:
        """Be ready for the first letter."""
        self._field.set_value("")
        self._narrow()
        self._field.focus()

    def _button(self, activity: ActivitySeen) -> StaffButton:
        button = StaffButton(activity.label, self._look, art=picture(activity.pic))
        button.setParent(self)  # shown without one it would flash up as a window of its own, and take the focus
        button.leading = True
        button.clicked.connect(lambda _=False: self._pick(activity))
        return button

    def _pick(self, activity: ActivitySeen) -> None:
        start = typed_time(self._field.value())[1]
        self._field.set_value("")
        self._narrow()
        self.picked.emit(Picked(activity, start))

    def _fitting(self) -> list[ActivitySeen]:
        return fitting(self._activities or (), typed_time(self._field.value())[0])

    def _first(self) -> None:
        found = self._fitting()
        if found and self._field.value():
            self._pick(found[0])

    def _narrow(self) -> None:
        self._none.say("" if self._fitting() else self._texts("staff.week.panel.none"))
        self._show()

    def _show(self) -> None:
        """Best first; what does not fit is put away, not unmade."""
        made = {activity.id: button for activity, button in self._buttons}
        wanted = [made[activity.id] for activity in self._fitting()]
        for button in wanted:
            button.show()
        rest = [button for button in made.values() if button not in wanted]
        for button in rest:
            button.setParent(self)  # it does not go with its row
            button.hide()
        row = ButtonRow(self._look, [*wanted, self._another])
        if not self._is_held:
            self._put.setParent(self)
            self._put.hide()
        held = [ButtonRow(self._look, [self._put])] if self._is_held else []
        self._put.setVisible(self._is_held)
        self.put([self._title, self._where, *held, self._field, self._none, row, self._hint])
        self.again()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Escape for enough of this."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
