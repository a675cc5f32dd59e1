"""My credits: coins to count, the jar, what is waiting, and what I can do with them."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.services.seen import CreditsSeen
from desktop.views.kit.art import Jar, Side, Symbol
from desktop.views.kit.choosing import Choosing
from desktop.views.kit.coins_panel import CoinsPanel
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.panel import Panel
from desktop.views.kit.stack import Columns, Rows, Shares
from desktop.views.kit.tile import Tile
from desktop.views.parts.areas import AREA_ART, area_item, area_tile
from desktop.views.parts.choices import is_roomy
from desktop.views.parts.slips import take_slip
from desktop.views.visit import Visit

_FROM: Final = Side((AREA_ART["helped"], Symbol("gh:arrow-right"), AREA_ART["credits"]))


@dataclass(frozen=True, slots=True)
class MyCreditsState:
    """credits_now: counted and waiting, in minutes. step_minutes: the marks of the jar. can_print: a few slips."""

    credits_now: CreditsSeen
    step_minutes: int = 15
    can_print: bool = False


class MyCredits(Choosing):
    """Shows what I have; pressing the coins counts them."""

    name: ClassVar[str] = "my_credits"
    answers = ("not_good",)
    follows_person: ClassVar[bool] = True

    helped = Signal()
    where_from = Signal()
    use_slip = Signal()
    thank = Signal()
    print_few = Signal()
    spend = Signal()
    scanned = Signal(str)

    @staticmethod
    def read(services: Any, visit: Visit) -> MyCreditsState:
        """What the member has."""
        member = visit.sitting.member
        can_print = services.few_slips.seen(member).most > 0
        return MyCreditsState(services.credits.of(member), services.centre.rules.step_minutes, can_print)

    @staticmethod
    def on_print_few(services: Any, visit: Visit) -> None:
        """Begin slips; pressed again it is the same ones."""
        visit.chosen["few_draft"] = services.sittings.new_draft()

    @staticmethod
    def on_scanned(services: Any, visit: Visit, text: str) -> str | None:
        """A slip at the scanner is taken here too, without asking for Use a slip first."""
        return take_slip(services, visit, text)

    def fill(self, state: MyCreditsState) -> None:
        """Show coins and jar side by side and the tiles below; with large words, the tiles beside them."""
        self.ask(self.texts("credits.my_credits"))
        self.set_bar(left=self.item("back"), centre=self.item("home"), right=area_item("spend", self.texts))
        grid = TileGrid(self.look, self.texts, most=4)
        grid.pressed.connect(self.take)
        if is_roomy(self.look):
            self.set_body(Rows(self.look, [self._have(state, Columns, [2, 1]), grid], [3, 2]))
        else:
            self.set_body(Columns(self.look, [self._have(state, Rows, [3, 2]), grid]))
        grid.show_tiles(self._tiles(state))

    def _have(self, state: MyCreditsState, cut: type[Shares], shares: list[float]) -> QWidget:
        now = state.credits_now
        jar = Jar(now.jar_minutes, now.credit_minutes, state.step_minutes)
        if not now.coins and not now.waiting_minutes:
            return Panel(self.look, jar, self.texts("credits.none_yet"), more=self._in_jar(now), area="credits")
        coins = CoinsPanel(self.look, self.texts)
        waiting = -(-now.waiting_minutes // now.credit_minutes)
        key = "credits.waiting" if now.coins else "credits.only_waiting"
        more = self.texts.count(key, waiting) if waiting else ""
        have = "credits.have" if is_roomy(self.look) else "kit.coins"
        coins.show_coins(now.coins, self.texts.count(have, now.coins), dashed=waiting, more=more)
        return cut(self.look, [coins, Panel(self.look, jar, self._in_jar(now))], shares)

    def _in_jar(self, now: CreditsSeen) -> str:
        if not now.jar_minutes:
            return self.texts("credits.jar_empty")
        if not is_roomy(self.look):
            return self.texts.length(now.jar_minutes)
        return self.texts("credits.in_jar", length=self.texts.length(now.jar_minutes, inside=True))

    def _tiles(self, state: MyCreditsState) -> list[Tile]:
        tiles = [
            Tile("where_from", self.texts("credits.where_from"), _FROM),
            Tile("use_slip", self.texts("credits.use_slip"), Symbol("gh:slip")),
            Tile("thank", self.texts("credits.thank"), Symbol("gh:heart"), area="thank"),
        ]
        if not state.credits_now.coins:
            tiles[2] = area_tile("helped", self.texts)
        if state.can_print:
            tiles.append(Tile("print_few", self.texts("few.print"), Symbol("gh:printer")))
        return tiles
