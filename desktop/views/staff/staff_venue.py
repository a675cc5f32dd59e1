"""One place outside the centre: its name and picture; its number stays, since slips on paper carry it."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from desktop.problems import BadInput
from desktop.services.drafts import VenueDraft
from desktop.services.seen import Pic, VenueSeen
from desktop.views.kit.fields import TextField, TickField
from desktop.views.parts.staff_form import Answers, Filled, attempt
from desktop.views.parts.staff_form_page import FormPage, begin_picture
from desktop.views.parts.staff_lists import note
from desktop.views.visit import Visit

_FORM: Final = "staff_venue_form"


@dataclass(frozen=True, slots=True)
class StaffVenueState:
    """venue: None for a new one. filled: name, pic, is_kept."""

    venue: VenueSeen | None
    filled: Filled


class StaffVenue(FormPage):
    """A form for one place."""

    name: ClassVar[str] = "staff_venue"
    nav: ClassVar[str] = "to_offers"
    form: ClassVar[str] = _FORM

    @staticmethod
    def read(_services: Any, visit: Visit) -> StaffVenueState:
        """What was typed last, or the place as it is."""
        venue = visit.chosen.get("staff_venue")
        shown: Any = venue or VenueDraft("", pic=Pic("om:1F3E2"))
        filled = visit.chosen.pop(_FORM, None) or Filled({n: getattr(shown, n) for n in ("name", "pic", "is_kept")})
        return StaffVenueState(venue, filled)

    @staticmethod
    def on_save(services: Any, visit: Visit, answers: Answers) -> str | None:
        """Write it."""
        venue = visit.chosen.get("staff_venue")
        draft_id = visit.chosen["staff_draft"] if venue is None else ""
        draft = VenueDraft(**answers, venue=None if venue is None else venue.id, draft_id=draft_id)
        wrong = attempt(visit, _FORM, answers, lambda: services.offers.write_venue(draft), blame={BadInput: "name"})
        if wrong is None:
            note(visit, "staff.saved", name=draft.name)
            visit.chosen["staff_offers_kind"] = True
        return wrong

    @staticmethod
    def on_choose_picture(_services: Any, visit: Visit, answers: Answers) -> None:
        """Go and find a picture."""
        begin_picture(visit, _FORM, answers, answers["name"])

    def fill(self, state: StaffVenueState) -> None:
        """Show the fields."""
        texts, look, now = self.texts, self.look, state.filled
        line = texts("staff.offers.number", number=state.venue.number) if state.venue is not None else ""
        self.ask(now["name"] or texts("staff.venue.new"), line)
        rows: list[list[tuple[str, Any]]] = [
            [("name", TextField(texts("staff.venue.name"), look, value=now["name"]))],
            [
                ("pic", self.picture_field(now["pic"])),
                ("is_kept", TickField(texts("staff.venue.kept"), look, value=now["is_kept"])),
            ],
        ]
        self.show_form(rows, now)
