"""The slip is spent here: come in."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.seen import OfferSeen, PersonSeen
from desktop.views.kit.art import Side, picture
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.kit.stack import Columns
from desktop.views.parts.slips import Rest, going_of, most_going, rest_of, slip_done, take_slip
from desktop.views.parts.trips import people_art
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class SlipSpentState:
    """offer: what it was spent on. rest: what is left of the slip. is_later: the network looks at it later.

    people: who goes, () for whoever held it.
    """

    offer: OfferSeen
    rest: Rest = field(default_factory=Rest)
    is_later: bool = False
    people: tuple[PersonSeen, ...] = ()


class SlipSpent(Screen):
    """Says that it is done. Another slip that is scanned goes straight on."""

    name: ClassVar[str] = "slip_spent"
    answers = ("not_good",)

    scanned = Signal(str)

    @staticmethod
    def read(services: Any, visit: Visit) -> SlipSpentState:
        """What was pressed."""
        going = going_of(visit) if most_going(visit) else ()
        others = () if going == (visit.sitting.member,) else going
        people = tuple(services.people.person(one) for one in others)
        return SlipSpentState(visit.chosen["offer"], rest_of(visit), visit.result.verdict.is_later, people)

    @staticmethod
    def on_scanned(services: Any, visit: Visit, text: str) -> str | None:
        """One more slip."""
        return take_slip(services, visit, text)

    @staticmethod
    def on_undo(services: Any, visit: Visit) -> None:
        """Take it back."""
        services.credits.undo(visit.sitting, visit.result.fact)

    def sound(self, _state: SlipSpentState) -> str:
        """Two soft tones: it is done."""
        return "done"

    def fill(self, state: SlipSpentState) -> None:
        """Say so."""
        self.ask(self.texts("booked.good_time"))
        done = slip_done(self.look, self.texts, is_later=state.is_later)
        more = state.rest.words(self.texts)
        what = picture(state.offer.pic)
        art = Side((what, people_art(state.people))) if state.people else what
        spent = Panel(self.look, art, state.offer.label, more=more, area="spend")
        self.set_body(Columns(self.look, [done, spent]))
        left = None if state.rest.waits else self.item("undo")
        self.set_bar(left=left, centre=self.item("home"), right=self.item("finish"))
