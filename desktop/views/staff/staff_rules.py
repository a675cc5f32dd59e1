"""The centre's rules: the step time is counted in, what counts at once, and what may be given in a day."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from desktop.problems import BadInput
from desktop.services.centre import STEPS
from desktop.views.kit.fields import ChoiceField, NumberField
from desktop.views.parts.staff_form import Answers, Filled, attempt
from desktop.views.parts.staff_form_page import FormPage
from desktop.views.parts.staff_lists import note
from desktop.views.visit import Visit

_FORM: Final = "staff_rules_form"
_LIMITS: Final = ("at_once_minutes", "gift_day_minutes")


@dataclass(frozen=True, slots=True)
class StaffRulesState:
    """filled: step_minutes, at_once_minutes, gift_day_minutes."""

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
        now = Filled({"step_minutes": rules.step_minutes, **{name: str(getattr(rules, name)) for name in _LIMITS}})
        return StaffRulesState(visit.chosen.pop(_FORM, None) or now)

    @staticmethod
    def on_save(services: Any, visit: Visit, answers: Answers) -> str | None:
        """Set what has changed, one by one."""
        wanted = {"step_minutes": answers["step_minutes"], **{name: int(answers[name] or 0) for name in _LIMITS}}
        for name, value in wanted.items():
            if value == getattr(services.centre.rules, name):
                continue
            wrong = attempt(visit, _FORM, answers, _setting(services, name, value), blame={BadInput: name})
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
            [("step_minutes", ChoiceField(texts("staff.rules.step"), look, steps, value=now["step_minutes"]))],
            [(name, self._limit(name, now[name])) for name in _LIMITS],
        ]
        self.show_form(rows, now)

    def _limit(self, name: str, value: str) -> NumberField:
        limit = NumberField(self.texts(f"staff.rules.{name}"), self.look, value=int(value or 0))
        limit.say(self.texts(f"staff.rules.{name}_note"))
        return limit


def _setting(services: Any, name: str, value: int) -> Any:
    return lambda: services.centre.set_rule(name, value)
