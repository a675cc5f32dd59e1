"""A slip that cannot be used: one picture, what happened, what next. Nobody did wrong."""

from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.views.kit.art import Symbol
from desktop.views.kit.bar import BarItem
from desktop.views.kit.screen import ICONS, Screen
from desktop.views.parts.slips import take_slip
from desktop.views.parts.verdicts import BadSlip, bad_slip, say_why, sound_of
from desktop.views.visit import Visit


class SlipVerdict(Screen):
    """Says why, kindly, and what to do."""

    name: ClassVar[str] = "slip_verdict"
    answers = ("not_good",)

    worker = Signal()
    scanned = Signal(str)

    @staticmethod
    def read(_services: Any, visit: Visit) -> BadSlip:
        """The verdict."""
        return bad_slip(visit)

    @staticmethod
    def on_scanned(services: Any, visit: Visit, text: str) -> str | None:
        """Another slip."""
        return take_slip(services, visit, text)

    def fill(self, state: BadSlip) -> None:
        """Show it."""
        say_why(self, state)
        worker = BarItem(self.texts("problem.worker"), Symbol(ICONS["help"]), "worker")
        self.set_bar(left=self.item("back"), centre=self.item("home"), right=worker)

    def sound(self, state: BadSlip) -> str:
        """What is heard with it."""
        return sound_of(state)
