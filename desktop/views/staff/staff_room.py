"""One room: what it is called, its picture, how many people it holds, whether it is step-free."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from desktop.problems import BadInput
from desktop.services.drafts_week import RoomDraft
from desktop.services.seen import Pic
from desktop.views.kit.fields import NumberField, TickField
from desktop.views.parts.easy_field import EasyTextField
from desktop.views.parts.staff_form import Answers, Filled, attempt
from desktop.views.parts.staff_form_page import FormPage, begin_picture
from desktop.views.parts.staff_lists import note
from desktop.views.visit import Visit

_FORM: Final = "staff_room_form"


@dataclass(frozen=True, slots=True)
class StaffRoomState:
    """filled: label, pic, capacity, is_step_free, is_kept."""

    is_new: bool
    filled: Filled


class StaffRoom(FormPage):
    """A form for one room."""

    name: ClassVar[str] = "staff_room"
    nav: ClassVar[str] = "to_week"
    form: ClassVar[str] = _FORM

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffRoomState:
        """What was typed last, or the room as it is."""
        room = visit.chosen.get("staff_room")
        filled = visit.chosen.pop(_FORM, None) or _filled(services, room)
        return StaffRoomState(room is None, filled)

    @staticmethod
    def on_save(services: Any, visit: Visit, answers: Answers) -> str | None:
        """Write it."""
        room = visit.chosen.get("staff_room")
        draft = RoomDraft(
            answers["label"],
            room,
            answers["pic"],
            int(answers["capacity"] or 0),
            answers["is_step_free"],
            answers["is_kept"],
            visit.chosen["staff_draft"] if room is None else "",
        )
        wrong = attempt(visit, _FORM, answers, lambda: services.rooms.write(draft), blame={BadInput: "label"})
        if wrong is None:
            note(visit, "staff.saved", name=draft.label)
        return wrong

    @staticmethod
    def on_choose_picture(_services: Any, visit: Visit, answers: Answers) -> None:
        """Go and find a picture."""
        begin_picture(visit, _FORM, answers, answers["label"])

    def fill(self, state: StaffRoomState) -> None:
        """Show the fields."""
        texts, look, now = self.texts, self.look, state.filled
        self.ask(now["label"] or texts("staff.room.new"))
        capacity = NumberField(texts("staff.room.capacity"), look, value=int(now["capacity"] or 0) or None)
        capacity.say(texts("staff.room.capacity_note"))
        rows: list[list[tuple[str, Any]]] = [
            [
                ("label", EasyTextField(texts("staff.room.label"), look, texts, value=now["label"])),
                ("capacity", capacity),
            ],
            [("pic", self.picture_field(now["pic"]))],
            [
                ("is_step_free", TickField(texts("staff.room.step_free"), look, value=now["is_step_free"])),
                ("is_kept", TickField(texts("staff.room.kept"), look, value=now["is_kept"])),
            ],
        ]
        self.show_form(rows, now)


def _filled(services: Any, room: Any) -> Filled:
    seen: Any = services.rooms.one(room) if room is not None else RoomDraft("", pic=Pic("om:1F6AA"))
    names = ("label", "pic", "is_step_free", "is_kept")
    return Filled({**{name: getattr(seen, name) for name in names}, "capacity": str(seen.capacity or "")})
