"""The plan on one page: what it costs, who comes, how I get there, when. Yes is the confirm."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.seen import OfferSeen, PersonSeen
from desktop.views.kit.art import Art, ClockTime, Coins, Side, Symbol, picture
from desktop.views.kit.choosing import Choosing
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.panel import Panel
from desktop.views.kit.stack import Columns
from desktop.views.kit.tile import Tile
from desktop.views.parts.choices import is_roomy
from desktop.views.parts.offers import price_art, price_words
from desktop.views.parts.trips import MOST_LETTERS, people_art, people_words, way_picture
from desktop.views.visit import Visit

_FEW_LETTERS = 12  # that stand on one line of a tile where words are large


@dataclass(frozen=True, slots=True)
class PlanState:
    """The plan as it stands.

    people: members who go and a companion. total_minutes: what it costs, all together. getting_there: one of
    `papers.WAYS`. day None and start_minute -1 if open. short_minutes: what the payer still needs for it, 0 if nothing.
    """

    offer: OfferSeen
    people: tuple[PersonSeen, ...]
    total_minutes: int
    getting_there: str = ""
    day: date | None = None
    start_minute: int = -1
    credit_minutes: int = 60
    short_minutes: int = 0


class Plan(Choosing):
    """Shows the plan; pressing a row changes it, Yes agrees."""

    name: ClassVar[str] = "plan"

    who = Signal()
    way = Signal()
    when = Signal()
    yes = Signal()
    keep = Signal()

    @staticmethod
    def read(services: Any, visit: Visit) -> PlanState:
        """The plan in the making."""
        draft = visit.spend
        going = (*draft.going, draft.companion) if draft.companion is not None else draft.going
        there_minutes = services.credits.of(visit.sitting.member).available_minutes
        return PlanState(
            draft.offer,
            tuple(services.people.person(one) for one in going),
            draft.total_minutes,
            draft.getting_there,
            draft.day,
            draft.start_minute,
            services.centre.rules.credit_minutes,
            max(0, draft.total_minutes - there_minutes),
        )

    @staticmethod
    def on_keep(services: Any, visit: Visit) -> None:
        """Keep the offer for later: for so many it needs more coins."""
        services.spending.keep(visit.sitting, visit.spend.offer.id, is_kept=True)

    @staticmethod
    def on_yes(services: Any, visit: Visit) -> None:
        """Agree."""
        visit.result = services.spending.say_yes(visit.sitting, visit.spend)
        visit.chosen["plan"] = visit.result.plan

    def fill(self, state: PlanState) -> None:
        """Show the price and the three rows."""
        self.ask(state.offer.label)
        price, words = self._price(state)
        grid = TileGrid(self.look, self.texts, most=4)
        grid.pressed.connect(self.take)
        if is_roomy(self.look):
            art = picture(state.offer.pic) if price is None else Side((picture(state.offer.pic), price))
            panel = Panel(self.look, art, words, more=state.offer.place, area="spend")
            self.set_body(Columns(self.look, [panel, grid], [2, 3]))
            last = Tile("yes", self.texts("kit.yes"), Symbol("gh:tick"), area="spend")
        else:
            self.set_body(grid)
            both = Side((Symbol("gh:tick"), price or picture(state.offer.pic)))
            said = self.texts("kit.yes")
            last = Tile("yes", f"{said}. {words}", both, shown=said, area="spend")
        if state.short_minutes:
            last = Tile("keep", self.texts("spend.keep"), Symbol("gh:keep"), area="spend")
        grid.show_tiles([*self._rows(state), last])

    def _price(self, state: PlanState) -> tuple[Art | None, str]:
        """What it costs, all together; where coins are missing they are dashed."""
        if not state.short_minutes:
            words = price_words(state.total_minutes, self.texts, state.credit_minutes)
            return price_art(state.total_minutes, state.credit_minutes), words
        missing = -(-state.short_minutes // state.credit_minutes)
        there = max(0, -(-state.total_minutes // state.credit_minutes) - missing)
        return Coins(there, missing), self.texts.count("spend.needs", missing)

    def _rows(self, state: PlanState) -> list[Tile]:
        way = self.texts(f"way.{state.getting_there or 'here'}")
        most = MOST_LETTERS if is_roomy(self.look) else _FEW_LETTERS
        people = people_words(state.people, self.texts, most_letters=most)
        return [
            self._row("who", _who_art(state.people), people),
            self._row("way", Symbol(way_picture(state.getting_there)), way),
            self._row("when", _when_art(state), self._when_words(state)),
        ]

    def _row(self, which: str, art: Art, words: str) -> Tile:
        """The question and its answer; where words are large the answer alone is written."""
        asked = self.texts(f"plan.{which}")
        if is_roomy(self.look):
            return Tile(which, asked, art, detail=words)
        return Tile(which, f"{asked} {words}", art, shown=words)

    def _when_words(self, state: PlanState) -> str:
        if state.day is None:
            return self.texts("plan.any_day")
        if is_roomy(self.look):
            return self.texts.day(state.day)
        return self.texts("plan.date", number=state.day.day, month=self.texts.month(state.day))


def _who_art(people: tuple[PersonSeen, ...]) -> Art:
    """The faces; beside one alone a plus says that somebody can come too."""
    faces = people_art(people)
    return Side((faces, Symbol("gh:plus"))) if len(people) == 1 else faces


def _when_art(state: PlanState) -> Art:
    if state.start_minute < 0:
        return Symbol("om:1F5D3")
    return ClockTime(*divmod(state.start_minute, 60))
