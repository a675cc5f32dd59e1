"""Before anything is shown: opens the centre, and goes on to sign-in or to what is missing."""

from typing import Any, ClassVar

from desktop.problems import KnownProblem
from desktop.views.kit.art import Symbol
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Instead, Visit

_MISSING = {"no_centre_here": "no_centre", "passphrase_needed": "five_words", "wrong_key": "five_words"}


class Opening(Screen):
    """Has nothing to ask."""

    name: ClassVar[str] = "opening"
    answers = ("ready", "door", "new_door", "no_centre", "five_words", "sheet", "trouble")

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self.set_body(Panel(look, Symbol("gh:hourglass"), ""))
        self.set_bar()

    @staticmethod
    def read(_services: Any, visit: Visit) -> Instead:
        """Open the centre of this PC, or go to the screen of what is in the way."""
        if visit.house is None:
            return Instead("ready")
        try:
            if visit.house.parts is None:
                visit.house.open()
        except KnownProblem as problem:
            visit.chosen["trouble"] = problem
            missing = _MISSING.get(problem.code, "trouble")
            return Instead("new_door" if missing == "no_centre" and visit.house.checks_slips else missing)
        due = visit.house.sheet_due()
        visit.chosen["brought_back"] = due == "brought_back"
        if due:
            return Instead("sheet")
        return Instead("door" if visit.house.is_door or visit.house.checks_slips else "ready")

    def fill(self, _state: object) -> None:
        """Ask for a moment."""
        self.ask(self.texts("kit.one_moment"))
