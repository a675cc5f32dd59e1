"""A session that costs credits: the coins, and Yes; or what is still needed."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.week_seen import OptionSeen
from desktop.views.kit.art import Side, Symbol, picture
from desktop.views.kit.choosing import Choosing
from desktop.views.kit.panel import Panel
from desktop.views.kit.tile import Tile
from desktop.views.parts.areas import area_tile
from desktop.views.parts.choices import PanelAndTiles, yes_or_no
from desktop.views.parts.choose import take
from desktop.views.parts.offers import price_art, price_words
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class ChooseYesState:
    """option: what was pressed. coins: whole credits the member has."""

    option: OptionSeen
    coins: int
    credit_minutes: int = 60


class ChooseYes(Choosing):
    """Shows what it costs; Yes takes the place."""

    name: ClassVar[str] = "choose_yes"

    yes = Signal()
    no = Signal()
    helped = Signal()

    @staticmethod
    def read(services: Any, visit: Visit) -> ChooseYesState:
        """What was pressed, and what the member has."""
        have = services.credits.of(visit.sitting.member)
        return ChooseYesState(visit.chosen["option"], have.coins, services.centre.rules.credit_minutes)

    @staticmethod
    def on_yes(services: Any, visit: Visit) -> None:
        """Pay and take the place."""
        take(services, visit, visit.chosen["option"])

    def fill(self, state: ChooseYesState) -> None:
        """Ask."""
        session = state.option.session
        self.ask(session.activity.label)
        price = price_art(session.price_minutes, state.credit_minutes)
        arts = [picture(session.activity.pic), *([price] if price is not None else [])]
        costs = self.texts("choose.costs", price=price_words(session.price_minutes, self.texts, state.credit_minutes))
        more = self.texts.count("credits.have", state.coins)
        tiles = yes_or_no(self.texts)
        if state.option.short_minutes:
            more = self.texts.count("spend.more_coins", -(-state.option.short_minutes // state.credit_minutes))
            tiles = [
                area_tile("helped", self.texts),
                Tile("no", self.texts("choose.something_else"), Symbol("gh:more-things")),
            ]
        panel = Panel(self.look, Side(tuple(arts)), costs, more=more, area="credits")
        body = PanelAndTiles(self.look, self.texts, panel, tiles)
        body.pressed.connect(self.take)
        self.set_body(body)
