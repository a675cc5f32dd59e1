"""Typing the code of a slip where slips are checked."""

from typing import Any, ClassVar

from desktop.views.parts.doors import check_slip
from desktop.views.parts.slip_keys import CodeScreen
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit


class DoorCode(CodeScreen):
    """Asks for the code under the picture."""

    name: ClassVar[str] = "door_code"
    answers = ("not_good",)

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self.set_bar(left=self.item("back"))
        self.allow_help(yes=False)

    @staticmethod
    def on_typed(services: Any, visit: Visit, text: str) -> str | None:
        """Check the code."""
        return check_slip(services, visit, text)
