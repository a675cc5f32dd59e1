"""One offer: name, picture, price, where it is, how to get there, who should come along, and what makes it easy."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from desktop.problems import BadInput, KnownProblem, NotAStep
from desktop.services.drafts import OfferDraft
from desktop.services.papers import WAYS
from desktop.services.seen import OfferSeen, Pic, VenueSeen
from desktop.views.kit.fields import ChoiceField, NumberField, TextField, TickField
from desktop.views.parts.easy_field import EasyTextField
from desktop.views.parts.staff_form import Answers, Filled, attempt
from desktop.views.parts.staff_form_page import FormPage, begin_picture
from desktop.views.parts.staff_lists import note
from desktop.views.visit import Visit

_FORM: Final = "staff_offer_form"
_NAMES: Final = ("label", "pic", "minutes", "venue", "place", "getting_there", "companion")
_TICKS: Final = ("is_open_to_all", "is_step_free", "is_quiet", "is_kept")
_BLAME: Final[dict[type[KnownProblem], str]] = {NotAStep: "minutes", BadInput: "label"}


@dataclass(frozen=True, slots=True)
class StaffOfferState:
    """filled: the fields of OfferDraft."""

    is_new: bool
    filled: Filled
    venues: tuple[VenueSeen, ...] = ()
    credit_minutes: int = 60


class StaffOffer(FormPage):
    """A form for one offer."""

    name: ClassVar[str] = "staff_offer"
    nav: ClassVar[str] = "to_offers"
    form: ClassVar[str] = _FORM

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffOfferState:
        """What was typed last, or the offer as it is."""
        offer = visit.chosen.get("staff_offer")
        seen = services.offers.offer(offer) if offer is not None else None
        filled = visit.chosen.pop(_FORM, None) or _filled(seen, services.centre.rules.credit_minutes)
        venues = {venue.id: venue for venue in services.offers.venues()}
        if seen is not None and seen.venue is not None:
            venues.setdefault(seen.venue.id, seen.venue)  # a place that is kept no more may still be this offer's
        return StaffOfferState(seen is None, filled, tuple(venues.values()), services.centre.rules.credit_minutes)

    @staticmethod
    def on_save(services: Any, visit: Visit, answers: Answers) -> str | None:
        """Write it."""
        offer = visit.chosen.get("staff_offer")
        draft_id = visit.chosen["staff_draft"] if offer is None else ""
        minutes = int(answers["minutes"] or 0)
        draft = OfferDraft(**{**answers, "minutes": minutes}, offer=offer, draft_id=draft_id)
        wrong = attempt(visit, _FORM, answers, lambda: services.offers.write(draft), blame=_BLAME)
        if wrong is None:
            note(visit, "staff.saved", name=draft.label)
        return wrong

    @staticmethod
    def on_choose_picture(_services: Any, visit: Visit, answers: Answers) -> None:
        """Go and find a picture."""
        begin_picture(visit, _FORM, answers, answers["label"])

    def fill(self, state: StaffOfferState) -> None:
        """Show the fields."""
        texts, look, now = self.texts, self.look, state.filled
        self.ask(now["label"] or texts("staff.offer.new"))
        price = NumberField(texts("staff.offer.minutes"), look, value=int(now["minutes"] or 0))
        price.say(texts("staff.offer.minutes_note", minutes=state.credit_minutes))
        place = TextField(texts("staff.offer.place"), look, value=now["place"])
        place.say(texts("staff.offer.place_note"))
        rows: list[list[tuple[str, Any]]] = [
            [("label", EasyTextField(texts("staff.offer.label"), look, texts, value=now["label"])), ("minutes", price)],
            [("venue", self._venue(state)), ("place", place)],
            [("getting_there", self._way(now["getting_there"])), ("companion", self._companion(now["companion"]))],
            [("pic", self.picture_field(now["pic"]))],
            [(tick, self._tick(tick, now[tick])) for tick in _TICKS[:2]],
            [(tick, self._tick(tick, now[tick])) for tick in _TICKS[2:]],
        ]
        self.show_form(rows, now)

    def _venue(self, state: StaffOfferState) -> ChoiceField:
        here: list[tuple[object, str]] = [(None, self.texts("staff.offer.here"))]
        choices = [*here, *((venue.id, venue.name) for venue in state.venues)]
        return ChoiceField(self.texts("staff.offer.venue"), self.look, choices, value=state.filled["venue"])

    def _way(self, now: str) -> ChoiceField:
        choices = [(way, self.texts(f"way.{way or 'here'}")) for way in ("", *(way for way in WAYS if way))]
        return ChoiceField(self.texts("staff.offer.getting_there"), self.look, choices, value=now)

    def _companion(self, now: str) -> ChoiceField:
        choices = [("", self.texts("staff.offer.alone")), ("needed", self.texts("staff.offer.companion_needed"))]
        if now not in {"", "needed"}:
            choices.append((now, now))
        return ChoiceField(self.texts("staff.offer.companion"), self.look, choices, value=now)

    def _tick(self, words: str, value: bool) -> TickField:  # noqa: FBT001 - what stands in the form
        return TickField(self.texts(f"staff.offer.{words}"), self.look, value=value)


def _filled(seen: OfferSeen | None, credit_minutes: int) -> Filled:
    offer: Any = seen or OfferDraft("", credit_minutes, pic=Pic("om:1F3AB"))
    answers = {name: getattr(offer, name) for name in (*_NAMES, *_TICKS)}
    answers["venue"] = seen.venue.id if seen is not None and seen.venue is not None else None
    return Filled({**answers, "minutes": str(answers["minutes"])})
