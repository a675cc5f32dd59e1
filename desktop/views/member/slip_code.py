"""Typing a slip's code: meant for workers."""

from typing import Any, ClassVar

from desktop.views.parts.slip_keys import CodeScreen
from desktop.views.parts.slips import take_slip
from desktop.views.visit import Visit


class SlipCode(CodeScreen):
    """Asks for the code under the picture."""

    name: ClassVar[str] = "slip_code"
    answers = ("not_good",)

    @staticmethod
    def on_typed(services: Any, visit: Visit, text: str) -> str | None:
        """Check the code."""
        return take_slip(services, visit, text)
