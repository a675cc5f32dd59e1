"""Sign in, first page: which group is mine? With one group only, this page shows its faces at once.

In a centre that nobody has been added to, it leads to the staff door, which is the next step.
"""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.seen import GroupSeen
from desktop.views.kit.art import Symbol, picture
from desktop.views.kit.bar import BarItem
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.kit.stack import Columns
from desktop.views.kit.tile import Tile
from desktop.views.parts.cards import CARD_ANSWERS, looks_for_cards, show_card
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Instead, Visit


@dataclass(frozen=True, slots=True)
class WhoGroupState:
    """groups: up to six. can_try: there is a practice member to be. sees_cards: somebody here has a card."""

    groups: tuple[GroupSeen, ...]
    can_try: bool = True
    sees_cards: bool = False


class WhoGroup(Screen):
    """Asks for the group, by its picture."""

    name: ClassVar[str] = "who_group"
    answers = (*CARD_ANSWERS, "one_group")
    ends_visit = True

    group = Signal(object)  # its number
    practice = Signal()
    staff = Signal()
    check_slip = Signal()
    scanned = Signal(str)

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._show_grid()

    @staticmethod
    def read(services: Any, visit: Visit) -> WhoGroupState | Instead:
        """The groups. One group needs no asking."""
        groups = tuple(services.people.groups())
        if len(groups) == 1:
            visit.group = groups[0].number
            return Instead("one_group")
        return WhoGroupState(groups, visit.house is not None, looks_for_cards(services, visit))

    @staticmethod
    def on_group(_services: Any, visit: Visit, number: int) -> None:
        """Remember which group was pressed."""
        visit.group = number

    @staticmethod
    def on_practice(_services: Any, visit: Visit) -> None:
        """Sign in as the practice member: nothing of this visit counts."""
        visit.try_out()

    @staticmethod
    def on_scanned(services: Any, visit: Visit, text: str) -> str | None:
        """A card signs in without a press."""
        return show_card(services, visit, text)

    def fill(self, state: WhoGroupState) -> None:
        """Show each group's picture, or what to do while there is none."""
        self.sees_cards = state.sees_cards
        practice = BarItem(self.texts("who.practice"), Symbol("gh:practice"), "practice")
        staff = BarItem(self.texts("who.staff"), Symbol("gh:staff-lock"), "staff")
        if not state.groups:
            self.set_bar(left=practice if state.can_try else None)
            self._fill_for_nobody()
            self._is_empty = True
            return
        self.ask(self.texts("who.group"))
        check = BarItem(self.texts("who.check_slip"), Symbol("gh:slip"), "check_slip")
        self.set_bar(left=practice if state.can_try else None, centre=staff, right=check)
        if self._is_empty:
            self._show_grid()
        self._grid.show_tiles([Tile(group.number, group.label, picture(group.pic)) for group in state.groups])

    def _show_grid(self) -> None:
        self._grid = TileGrid(self.look, self.texts)
        self._grid.pressed.connect(self.group)
        self.set_body(self._grid)
        self._is_empty = False

    def _fill_for_nobody(self) -> None:
        self.ask(self.texts("who.nobody"))
        door = TileGrid(self.look, self.texts)
        door.pressed.connect(lambda _: self.staff.emit())
        door.show_tiles([Tile("staff", self.texts("who.staff"), Symbol("gh:staff-lock"))])
        nobody = Panel(self.look, Symbol("om:1F465"), self.texts("who.nobody_line"))
        self.set_body(Columns(self.look, [nobody, door]))
