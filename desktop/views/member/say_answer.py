"""You said, we did: what I said of something, and that a worker has read it, with what they told me."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services import standins
from desktop.services.said_seen import AnswerSeen, CameSeen
from desktop.views.kit.art import Side, Symbol, picture
from desktop.views.kit.bar import BarItem
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.kit.stack import Columns
from desktop.views.parts.saying import HOW_ART, how_words
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class SayAnswerState:
    """came: what was spoken of."""

    came: CameSeen


class SayAnswer(Screen):
    """Shows the two beside one another."""

    name: ClassVar[str] = "say_answer"

    change = Signal()

    @staticmethod
    def read(services: Any, visit: Visit) -> SayAnswerState:
        """What was said, and what a worker said to it."""
        return SayAnswerState(services.saying.one(visit.sitting, visit.chosen["say_at"]))

    def fill(self, state: SayAnswerState) -> None:
        """Show them."""
        came, texts = state.came, self.texts
        answer = came.answer or AnswerSeen()  # put back on the list since it was pressed
        self.ask(texts("say.we_did") if answer.words else texts("say.was_read"))
        words = texts("say.said_of", activity=came.session.activity.label, how=how_words(came.how, texts))
        art = picture(answer.pic) if answer.pic is not None else Symbol(standins.WORKER)
        told = Panel(self.look, art, answer.words or texts("say.was_read"), area="say")
        self.set_body(
            Columns(
                self.look,
                [
                    Panel(self.look, Side((picture(came.session.activity.pic), HOW_ART[came.how])), words, area="say"),
                    told,
                ],
            )
        )
        self.set_bar(
            left=self.item("back"),
            centre=self.item("home"),
            right=BarItem(texts("week.change"), Symbol("om:1F504"), "change"),
        )
