"""One vehicle: what it is called, its picture, its seats, its places for wheelchairs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from desktop.problems import BadInput
from desktop.services.drafts_week import VehicleDraft
from desktop.services.seen import Pic
from desktop.views.kit.fields import NumberField, TextField, TickField
from desktop.views.parts.staff_form import Answers, Filled, attempt
from desktop.views.parts.staff_form_page import FormPage, begin_picture
from desktop.views.parts.staff_lists import note
from desktop.views.visit import Visit

_FORM: Final = "staff_vehicle_form"
_NUMBERS: Final = ("seats", "wheelchair_places")


@dataclass(frozen=True, slots=True)
class StaffVehicleState:
    """filled: label, pic, seats, wheelchair_places, is_kept."""

    is_new: bool
    filled: Filled


class StaffVehicle(FormPage):
    """A form for one vehicle."""

    name: ClassVar[str] = "staff_vehicle"
    nav: ClassVar[str] = "to_week"
    form: ClassVar[str] = _FORM

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffVehicleState:
        """What was typed last, or the vehicle as it is."""
        vehicle = visit.chosen.get("staff_vehicle")
        filled = visit.chosen.pop(_FORM, None) or _filled(services, vehicle)
        return StaffVehicleState(vehicle is None, filled)

    @staticmethod
    def on_save(services: Any, visit: Visit, answers: Answers) -> str | None:
        """Write it."""
        vehicle = visit.chosen.get("staff_vehicle")
        draft = VehicleDraft(
            answers["label"],
            vehicle,
            answers["pic"],
            seats=int(answers["seats"] or 0),
            wheelchair_places=int(answers["wheelchair_places"] or 0),
            is_kept=answers["is_kept"],
            draft_id=visit.chosen["staff_draft"] if vehicle is None else "",
        )
        wrong = attempt(visit, _FORM, answers, lambda: services.vehicles.write(draft), blame={BadInput: "label"})
        if wrong is None:
            note(visit, "staff.saved", name=draft.label)
        return wrong

    @staticmethod
    def on_choose_picture(_services: Any, visit: Visit, answers: Answers) -> None:
        """Go and find a picture."""
        begin_picture(visit, _FORM, answers, answers["label"])

    def fill(self, state: StaffVehicleState) -> None:
        """Show the fields."""
        texts, look, now = self.texts, self.look, state.filled
        self.ask(now["label"] or texts("staff.vehicle.new"))
        numbers = [
            (name, NumberField(texts(f"staff.vehicle.{name}"), look, value=int(now[name] or 0))) for name in _NUMBERS
        ]
        numbers[0][1].say(texts("staff.vehicle.seats_note"))
        rows: list[list[tuple[str, Any]]] = [
            [("label", TextField(texts("staff.vehicle.label"), look, value=now["label"])), *numbers],
            [("pic", self.picture_field(now["pic"]))],
            [("is_kept", TickField(texts("staff.vehicle.kept"), look, value=now["is_kept"]))],
        ]
        self.show_form(rows, now)


def _filled(services: Any, vehicle: Any) -> Filled:
    seen: Any = services.vehicles.one(vehicle) if vehicle is not None else VehicleDraft("", pic=Pic("om:1F690"))
    numbers = {name: str(getattr(seen, name)) for name in _NUMBERS}
    return Filled({"label": seen.label, "pic": seen.pic, "is_kept": seen.is_kept, **numbers})
