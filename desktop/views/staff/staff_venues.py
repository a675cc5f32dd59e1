"""The places of the network: each can be added to the centre's own, with the number its slips carry."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.seen import ListedVenueSeen
from desktop.views.kit.art import Symbol
from desktop.views.kit.rows import Action, Row
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.parts.staff_lists import Column, Lines, Note, noted, tell
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class StaffVenuesState:
    """venues: by their names."""

    venues: tuple[ListedVenueSeen, ...] = ()
    note: Note = field(default_factory=Note)


class StaffVenues(StaffPage):
    """Shows the list."""

    name: ClassVar[str] = "staff_venues"
    nav: ClassVar[str] = "to_offers"

    take = Signal(object)  # ListedVenueSeen
    go_back = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._rows = Lines(look)
        self._rows.acted.connect(lambda _, venue: self.take.emit(venue))
        back = StaffButton(texts("staff.go_back"), look)
        back.clicked.connect(self.go_back)
        self._column = Column(look, [self._rows, ButtonRow(look, [back])])
        self.set_body(self._column, scrolls=True)

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffVenuesState:
        """The list as the network has it."""
        return StaffVenuesState(tuple(services.network.venues()), noted(visit))

    @staticmethod
    def on_take(services: Any, visit: Visit, venue: ListedVenueSeen) -> None:
        """Add it to the places of the centre."""
        tell(visit, lambda: services.network.take_venue(venue.number), "staff.venues.added", name=venue.name)

    def fill(self, state: StaffVenuesState) -> None:
        """Show a row for each."""
        line = self.texts.count("staff.venues.line", len(state.venues))
        self.ask(self.texts("staff.venues.title"), state.note.before(line, self.texts))
        self._rows.show_rows([self._row(venue) for venue in state.venues])
        self._column.again()

    def _row(self, venue: ListedVenueSeen) -> Row:
        texts = self.texts
        number = texts("staff.offers.number", number=venue.number)
        detail = f"{number}. {texts('staff.venues.here_already')}." if venue.is_here else f"{number}."
        actions = () if venue.is_here else (Action("take", texts("staff.venues.take"), strong=True),)
        return Row(venue, venue.name, detail, Symbol("om:1F3E2"), actions)
