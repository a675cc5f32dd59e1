"""One group at sign-in: its words and its picture."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from desktop.problems import BadInput
from desktop.services.seen import GroupSeen
from desktop.views.parts.easy_field import EasyTextField
from desktop.views.parts.staff_form import Answers, Filled, attempt, refused
from desktop.views.parts.staff_form_page import FormPage, begin_picture
from desktop.views.parts.staff_lists import note
from desktop.views.visit import Visit

_FORM: Final = "staff_group_form"


@dataclass(frozen=True, slots=True)
class StaffGroupState:
    """filled: label, pic."""

    number: int
    filled: Filled


class StaffGroup(FormPage):
    """A form for one group."""

    name: ClassVar[str] = "staff_group"
    nav: ClassVar[str] = "to_settings"
    form: ClassVar[str] = _FORM

    @staticmethod
    def read(_services: Any, visit: Visit) -> StaffGroupState:
        """What was typed last, or the group as it is."""
        group: GroupSeen = visit.chosen["staff_group"]
        now = Filled({"label": group.label, "pic": group.pic})
        return StaffGroupState(group.number, visit.chosen.pop(_FORM, None) or now)

    @staticmethod
    def on_save(services: Any, visit: Visit, answers: Answers) -> str | None:
        """Write it."""
        if answers["pic"].photo is not None:
            return refused(visit, _FORM, answers, where="pic", words="staff.groups.no_photo")
        number = visit.chosen["staff_group"].number
        wrong = attempt(
            visit,
            _FORM,
            answers,
            lambda: services.people.write_group(number, answers["label"], answers["pic"]),
            blame={BadInput: "label"},
        )
        if wrong is None:
            note(visit, "staff.saved", name=answers["label"])
        return wrong

    @staticmethod
    def on_choose_picture(_services: Any, visit: Visit, answers: Answers) -> None:
        """Go and find a picture."""
        begin_picture(visit, _FORM, answers, answers["label"])

    def fill(self, state: StaffGroupState) -> None:
        """Show the fields."""
        texts, now = self.texts, state.filled
        self.ask(texts("staff.member.group_number", number=state.number))
        label = EasyTextField(texts("staff.groups.label"), self.look, texts, value=now["label"])
        self.show_form([[("label", label)], [("pic", self.picture_field(now["pic"]))]], now)
