"""Offers: what credits can be spent on, and the places outside the centre where that is."""

from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.services.seen import OfferSeen, VenueSeen
from desktop.views.kit.art import picture
from desktop.views.kit.rows import Action, Row
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.parts.offers import price_words
from desktop.views.parts.staff_form import forget_forms
from desktop.views.parts.staff_lists import Column, Lines, Note, noted
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

_KIND: Final = "staff_offers_kind"


@dataclass(frozen=True, slots=True)
class StaffOffersState:
    """shows_venues: which of the two lists is asked for."""

    offers: tuple[OfferSeen, ...] = ()
    venues: tuple[VenueSeen, ...] = ()
    credit_minutes: int = 60
    shows_venues: bool = False
    note: Note = field(default_factory=Note)
    has_listed: bool = False


class StaffOffers(StaffPage):
    """Shows the offers, or the places."""

    name: ClassVar[str] = "staff_offers"
    nav: ClassVar[str] = "to_offers"

    open_offer = Signal(object)  # its id
    open_venue = Signal(object)  # VenueSeen
    add_offer = Signal()
    add_venue = Signal()
    offers = Signal()
    venues = Signal()
    listed = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._rows = Lines(look)
        self._rows.acted.connect(lambda key, value: getattr(self, key).emit(value))

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffOffersState:
        """Everything that is kept."""
        forget_forms(visit)
        return StaffOffersState(
            tuple(services.offers.all()),
            tuple(services.offers.venues()),
            services.centre.rules.credit_minutes,
            visit.chosen.get(_KIND, False),
            noted(visit),
            has_listed=bool(services.network.venues()),
        )

    @staticmethod
    def on_open_offer(_services: Any, visit: Visit, offer: Any) -> None:
        """Open one."""
        visit.chosen["staff_offer"] = offer

    @staticmethod
    def on_open_venue(_services: Any, visit: Visit, venue: VenueSeen) -> None:
        """Open one."""
        visit.chosen["staff_venue"] = venue

    @staticmethod
    def on_add_offer(services: Any, visit: Visit) -> None:
        """Begin a new offer."""
        visit.chosen["staff_offer"] = None
        visit.chosen["staff_draft"] = services.sittings.new_draft()

    @staticmethod
    def on_add_venue(services: Any, visit: Visit) -> None:
        """Begin a new place."""
        visit.chosen["staff_venue"] = None
        visit.chosen["staff_draft"] = services.sittings.new_draft()

    @staticmethod
    def on_offers(_services: Any, visit: Visit) -> None:
        """Show offers."""
        visit.chosen[_KIND] = False

    @staticmethod
    def on_venues(_services: Any, visit: Visit) -> None:
        """Show places."""
        visit.chosen[_KIND] = True

    def fill(self, state: StaffOffersState) -> None:
        """Show one of the two lists."""
        texts, shown = self.texts, "venues" if state.shows_venues else "offers"
        line = texts.count(f"staff.offers.{shown}", len(state.venues if state.shows_venues else state.offers))
        self.ask(texts(f"staff.offers.{shown}_title"), state.note.before(line, texts))
        if state.shows_venues:
            rows = [self._venue_row(venue) for venue in state.venues]
        else:
            rows = [self._offer_row(offer, state.credit_minutes) for offer in state.offers]
        self._rows.show_rows(rows)
        self.set_body(Column(self.look, [self._buttons(state), self._rows]), scrolls=True)

    def _buttons(self, state: StaffOffersState) -> ButtonRow:
        outcomes: tuple[str, ...] = ("add_venue", "offers") if state.shows_venues else ("add_offer", "venues")
        if state.shows_venues and state.has_listed:
            outcomes = ("add_venue", "listed", "offers")
        buttons = []
        for outcome in outcomes:
            words = self.texts(f"staff.offers.to_{outcome}")
            button = StaffButton(words, self.look, strong=outcome.startswith("add"))
            button.clicked.connect(getattr(self, outcome))
            buttons.append(button)
        return ButtonRow(self.look, buttons)

    def _offer_row(self, offer: OfferSeen, credit_minutes: int) -> Row:
        texts = self.texts
        parts = [price_words(offer.minutes, texts, credit_minutes)]
        parts += [offer.venue.name] if offer.venue is not None else []
        marks = (
            (offer.is_step_free, "step_free"),
            (offer.is_quiet, "quiet"),
            (offer.is_open_to_all, "open_to_all"),
        )
        parts += [texts(f"staff.offers.{words}") for is_so, words in marks if is_so]
        action = Action("open_offer", texts("staff.open"))
        return Row(offer.id, offer.label, " · ".join(parts), picture(offer.pic), (action,))

    def _venue_row(self, venue: VenueSeen) -> Row:
        detail = self.texts("staff.offers.number", number=venue.number)
        return Row(venue, venue.name, detail, picture(venue.pic), (Action("open_venue", self.texts("staff.open")),))
