"""How a member comes to the centre, and what they agreed to about their week on paper."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar, Final

from desktop.problems import BadInput
from desktop.services.drafts_travel import TravelDraft
from desktop.services.week_seen import VehicleSeen
from desktop.views.kit.fields import ChoiceField, TextField, TickField
from desktop.views.parts.session_filled import Unread, minute_of
from desktop.views.parts.staff_form import Answers, Filled, attempt, refused
from desktop.views.parts.staff_form_page import FormPage
from desktop.views.parts.staff_lists import note
from desktop.views.parts.week_words import clock
from desktop.views.visit import Visit
from ledger.domain.coming import Agreement
from ledger.domain.names import FactId

_FORM: Final = "staff_travel_form"
_AGREED: Final = {"home_copy": Agreement.HOME_COPY, "help_on_week": Agreement.HELP_ON_WEEK}


@dataclass(frozen=True, slots=True)
class StaffTravelState:
    """name: whose. filled: vehicle, stop, time, in_wheelchair, home_copy, help_on_week."""

    name: str
    filled: Filled
    vehicles: tuple[VehicleSeen, ...] = ()


class StaffTravel(FormPage):
    """A form for one member's way here."""

    name: ClassVar[str] = "staff_travel"
    nav: ClassVar[str] = "to_people"
    form: ClassVar[str] = _FORM

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffTravelState:
        """What was typed last, or how it is."""
        member = visit.chosen["staff_member"]
        filled = visit.chosen.pop(_FORM, None) or _filled(services, member)
        vehicles = {one.id: one for one in services.vehicles.all()}
        now = filled["vehicle"]
        if now is not None and now not in vehicles:
            vehicles[now] = services.vehicles.one(now)
        return StaffTravelState(services.people.member(member).name, filled, tuple(vehicles.values()))

    @staticmethod
    def on_save(services: Any, visit: Visit, answers: Answers) -> str | None:
        """Write it."""
        member: FactId = visit.chosen["staff_member"]
        try:
            minute = minute_of(answers["time"]) if answers["time"] else -1
        except Unread as unread:
            return refused(visit, _FORM, answers, where="time", words=unread.words)
        draft = TravelDraft(member, answers["vehicle"], answers["stop"], minute, answers["in_wheelchair"])
        wrong = attempt(visit, _FORM, answers, partial(_write, services, draft, answers), blame={BadInput: "stop"})
        if wrong is None:
            note(visit, "staff.saved", name=services.people.member(member).name)
        return wrong

    def fill(self, state: StaffTravelState) -> None:
        """Show the fields."""
        texts, look, now = self.texts, self.look, state.filled
        self.ask(texts("staff.travel.title", name=state.name))
        choices = [(None, texts("staff.travel.alone")), *((one.id, one.label) for one in state.vehicles)]
        time = TextField(texts("staff.travel.time"), look, value=now["time"])
        time.say(texts("staff.session.start_minute_note"))
        rows: list[list[tuple[str, Any]]] = [
            [("vehicle", ChoiceField(texts("staff.travel.vehicle"), look, choices, value=now["vehicle"]))],
            [("stop", TextField(texts("staff.travel.stop"), look, value=now["stop"])), ("time", time)],
            [("in_wheelchair", self._tick("in_wheelchair", now))],
            [(name, self._tick(name, now)) for name in _AGREED],
        ]
        self.show_form(rows, now)

    def _tick(self, name: str, now: Filled) -> TickField:
        return TickField(self.texts(f"staff.travel.{name}"), self.look, value=now[name])


def _write(services: Any, draft: TravelDraft, answers: Answers) -> None:
    if draft != services.travel.of(draft.member):
        services.travel.write(draft)
    for name, agreement in _AGREED.items():
        services.agreements.write(draft.member, agreement, is_so=answers[name])


def _filled(services: Any, member: FactId) -> Filled:
    travel, agreed = services.travel.of(member), services.agreements.of(member)
    return Filled(
        {
            "vehicle": travel.vehicle,
            "stop": travel.stop,
            "time": clock(travel.minute) if travel.minute >= 0 else "",
            "in_wheelchair": travel.in_wheelchair,
            **{name: agreement in agreed for name, agreement in _AGREED.items()},
        }
    )
