"""The centre's rules: the step time is counted in, what counts at once, what may be given in a day; and its paper."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar, Final

from desktop.problems import BadInput
from desktop.services.centre_settings import MEMBER_SLIPS, NAME_ON_PAPER, PHONE, STEPS, USUAL_MEMBER_SLIPS
from desktop.views.kit.fields import ChoiceField, NumberField, TextField, TickField
from desktop.views.parts.staff_form import Answers, Filled, attempt
from desktop.views.parts.staff_form_page import FormPage
from desktop.views.parts.staff_lists import note
from desktop.views.visit import Visit

_FORM: Final = "staff_rules_form"
_MINE: Final = ("at_once_minutes", "gift_day_minutes")
_OTHERS: Final = ("others_visit_credits", "others_pc_credits")
_LIMITS: Final = _MINE + _OTHERS


@dataclass(frozen=True, slots=True)
class StaffRulesState:
    """filled: step_minutes, the limits, member_slips_a_day, centre_phone, centre_name_on_paper."""

    filled: Filled


class StaffRules(FormPage):
    """A form for the rules."""

    name: ClassVar[str] = "staff_rules"
    nav: ClassVar[str] = "to_settings"
    form: ClassVar[str] = _FORM

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffRulesState:
        """What was typed last, or the rules in force."""
        rules = services.centre.rules
        limits = {name: str(getattr(rules, name)) for name in _LIMITS}
        paper = {PHONE: services.centre.text_setting(PHONE), NAME_ON_PAPER: _has_name(services)}
        paper[MEMBER_SLIPS] = str(_member_slips(services))
        now = Filled({"step_minutes": rules.step_minutes, **limits, **paper})
        return StaffRulesState(visit.chosen.pop(_FORM, None) or now)

    @staticmethod
    def on_save(services: Any, visit: Visit, answers: Answers) -> str | None:
        """Set what has changed, one by one."""
        for name, job in _jobs(services, answers).items():
            wrong = attempt(visit, _FORM, answers, job, blame={BadInput: name})
            if wrong is not None:
                return wrong
        note(visit, "staff.rules.saved")
        return None

    def fill(self, state: StaffRulesState) -> None:
        """Show the fields."""
        texts, look, now = self.texts, self.look, state.filled
        self.ask(texts("staff.settings.rules"))
        steps = [(step, texts.count("length.minutes", step)) for step in STEPS]
        rows: list[list[tuple[str, Any]]] = [
            [
                ("step_minutes", ChoiceField(texts("staff.rules.step"), look, steps, value=now["step_minutes"])),
                (MEMBER_SLIPS, self._limit(MEMBER_SLIPS, now[MEMBER_SLIPS])),
            ],
            [(name, self._limit(name, now[name])) for name in _MINE],
            [(name, self._limit(name, now[name])) for name in _OTHERS],
            [(PHONE, self._phone(now[PHONE]))],
            [(NAME_ON_PAPER, TickField(texts("staff.rules.name_on_paper"), look, value=now[NAME_ON_PAPER]))],
        ]
        self.show_form(rows, now)

    def _limit(self, name: str, value: str) -> NumberField:
        limit = NumberField(self.texts(f"staff.rules.{name}"), self.look, value=int(value or 0))
        limit.say(self.texts(f"staff.rules.{name}_note"))
        return limit

    def _phone(self, value: str) -> TextField:
        phone = TextField(self.texts("staff.rules.phone"), self.look, value=value)
        phone.say(self.texts("staff.rules.phone_note"))
        return phone


def _has_name(services: Any) -> bool:
    return bool(services.centre.setting(NAME_ON_PAPER))


def _member_slips(services: Any) -> int:
    said = services.centre.setting(MEMBER_SLIPS)
    return USUAL_MEMBER_SLIPS if said is None else int(said)


def _jobs(services: Any, answers: Answers) -> dict[str, Callable[[], object]]:
    """What there is to set, by field: only what has changed."""
    centre = services.centre
    rules = {"step_minutes": answers["step_minutes"], **{name: int(answers[name] or 0) for name in _LIMITS}}
    jobs: dict[str, Callable[[], object]] = {
        name: partial(centre.set_rule, name, value)
        for name, value in rules.items()
        if value != getattr(centre.rules, name)
    }
    if (slips := int(answers[MEMBER_SLIPS] or 0)) != _member_slips(services):
        jobs[MEMBER_SLIPS] = partial(centre.set_rule, MEMBER_SLIPS, slips)
    jobs[PHONE] = partial(centre.set_text_setting, PHONE, answers[PHONE])
    if answers[NAME_ON_PAPER] != _has_name(services):
        jobs[NAME_ON_PAPER] = partial(centre.set_rule, NAME_ON_PAPER, int(answers[NAME_ON_PAPER]))
    return jobs
