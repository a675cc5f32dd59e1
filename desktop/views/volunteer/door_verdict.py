"""A slip that is not taken at a venue's door: what it is, what next. Nobody did wrong."""

from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.views.kit.screen import Screen
from desktop.views.parts.doors import check_slip, hand_of, next_slip
from desktop.views.parts.verdicts import BadSlip, bad_slip, say_why, sound_of
from desktop.views.visit import Visit


class DoorVerdict(Screen):
    """Says why, kindly, and what to do."""

    name: ClassVar[str] = "door_verdict"
    answers = ("not_good", "in_hand")
    is_verdict: ClassVar[bool] = True
    sees_slips: ClassVar[bool] = True

    scanned = Signal(str)
    next_slip = Signal()

    @staticmethod
    def read(_services: Any, visit: Visit) -> BadSlip:
        """The verdict."""
        return bad_slip(visit)

    @staticmethod
    def on_scanned(services: Any, visit: Visit, text: str) -> str | None:
        """The next slip is here already."""
        return check_slip(services, visit, text)

    @staticmethod
    def on_next_slip(_services: Any, visit: Visit) -> str | None:
        """Back to the good slips that are held, if there are some."""
        return "in_hand" if hand_of(visit) else None

    def fill(self, state: BadSlip) -> None:
        """Show it."""
        say_why(self, state, words="door")
        self.allow_help(yes=False)
        self.set_bar(right=next_slip(self.texts))

    def sound(self, state: BadSlip) -> str:
        """What is heard with it."""
        return sound_of(state)
