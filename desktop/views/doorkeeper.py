"""Leaving the app needs the staff PIN: the member side has no way to the desktop."""

from typing import Final

from PySide6.QtCore import QEvent, QObject

from desktop.views.house import House
from desktop.views.window import Window

_BEFORE_THERE_IS_A_CENTRE: Final = frozenset(
    {
        "opening",
        "new_door",
        "first_start",
        "first_problem",
        "from_backup",
        "new_centre",
        "five_words",
        "first_sheet",
        "keep_tasks",
        "keep_offers",
        "keep_activities",
        "first_face",
    }
)
_AT_A_DOOR: Final = frozenset(
    {
        "door",
        "door_record",
        "door_answer",
        "door_ways",
        "door_code",
        "door_slip",
        "door_verdict",
        "door_taken",
        "door_undone",
        "door_today",
        "door_sent",
    }
)
"""A venue's volunteers come and go, and there is nobody's record behind its screens."""
_ASKS_FOR_PIN: Final = "staff_pin"


class Doorkeeper(QObject):
    """Lets the window close from staff pages, from the first start, and in a practice centre; else asks for the PIN."""

    def __init__(self, window: Window, house: House) -> None:
        super().__init__(window)
        self._window = window
        self._house = house
        window.installEventFilter(self)

    def let_go(self) -> None:
        """Stand aside: the PC is being shut down, or the app has ended by itself."""
        self._window.removeEventFilter(self)

    def may_leave(self) -> bool:
        """Whether whoever is at the screen may close the app."""
        shown = self._window.screen_now
        if shown is None or self._house.is_practice or shown.name in _BEFORE_THERE_IS_A_CENTRE:
            return True
        if shown.name in _AT_A_DOOR and self._house.is_door:  # at a centre's desk its members' records lie behind it
            return True
        return shown.name.startswith("staff_") and shown.name != _ASKS_FOR_PIN

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Turn a closing into the question for the PIN."""
        if event.type() != QEvent.Type.Close or self.may_leave():
            return False
        event.ignore()
        self._window.go(_ASKS_FOR_PIN)
        return True
