"""The calm screen of a known problem: what happened, what next, and one button."""

from typing import ClassVar

from PySide6.QtCore import Signal

from desktop.views.kit.art import Symbol
from desktop.views.kit.bar import BarItem
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import ICONS, Screen
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Trouble


class ProblemScreen(Screen):
    """Says what happened and what happens next; nobody did wrong."""

    name: ClassVar[str] = "problem"

    worker = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._panel = Panel(look, None, "")
        self.set_body(self._panel)
        worker = BarItem(texts("problem.worker"), Symbol(ICONS["help"]), "worker")
        self.set_bar(left=self.item("back"), right=worker)
        self.allow_help(yes=False)

    def fill(self, state: Trouble) -> None:
        """Show a problem's picture and easy words."""
        self.ask(self.texts("problem.heading"))
        problem = state.problem
        more = str(problem) if state.to_worker else ""
        self._panel.change(Symbol(problem.picture), self.texts(problem.easy_words), more=more)
