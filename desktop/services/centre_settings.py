"""The settings of the centre: its rules, and what else it decides for itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop.changes import Changes
from desktop.problems import BadInput
from desktop.services.amounts import MOST_SLIPS_A_CALL
from desktop.services.closed_days import BANK_HOLIDAYS, OPEN_DAYS, PARTS_OF_UK
from desktop.services.wording import one_line
from desktop.store.store import Store
from ledger.domain.bounds import MOST_SETTING_TEXT
from ledger.domain.rules import CentreRules
from ledger.domain.subjects import SettingSet, TextSet

STEPS: Final = (5, 10, 15, 20, 30, 60)
PHONE: Final = "centre_phone"
"""The text with the number to ring when a trip goes wrong; it stands on the sheet people take along."""
NAME_ON_PAPER: Final = "centre_name_on_paper"
"""1 to have the centre's name on slips, else 0: a name on paper tells where its holder goes."""
MEMBER_SLIPS: Final = "member_slips_a_day"
"""How many slips a member prints for themselves in a day; 0 for none. Staff print as many as they like."""
USUAL_MEMBER_SLIPS: Final = 3
_RULES: Final[Mapping[str, range]] = {
    "at_once_minutes": range(24 * 60 + 1),
    "gift_day_minutes": range(100 * 60 + 1),
    "slips_at_once": range(1, MOST_SLIPS_A_CALL + 1),
    "others_visit_credits": range(101),
    "others_pc_credits": range(1001),
    NAME_ON_PAPER: range(2),
    MEMBER_SLIPS: range(21),
    OPEN_DAYS: range(1, 2**7),
    BANK_HOLIDAYS: range(len(PARTS_OF_UK)),
}
_TEXT_LETTERS: Final[Mapping[str, int]] = {PHONE: 40}
MOST_SETTING: Final = 2**31 - 1


class CentreSettings:
    """What a centre can set."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def rules(self) -> CentreRules:
        """The rules in force."""
        return self._store.rules

    def set_rule(self, name: str, value: int) -> Changes:
        """Change a rule or another setting of the centre. Raises BadInput: the value makes no sense."""
        if (trouble := self._trouble(name, value)) != "":
            raise BadInput(trouble)
        with self._store.writing(self._store.new_draft()) as facts:
            facts.add(SettingSet(name, value))
        return facts.changes

    def check_batch(self, count: int) -> None:
        """Whether staff may print so many slips at once. Raises BadInput: the centre's rule says fewer."""
        most = self.rules.slips_at_once
        if count > most:
            raise BadInput(f"{count} slips are more than are printed at once here. Print {most} at most, then more.")

    def setting(self, name: str) -> int | None:
        """A setting that is no rule; None where it was never set."""
        return self._store.read.setting(name)

    def text_setting(self, name: str) -> str:
        """A setting that is a text, such as `centre_phone`; "" where it was never set."""
        return self._store.read.text_setting(name)

    def set_text_setting(self, name: str, text: str) -> Changes:
        """Change a setting that is a text; "" takes it away. Raises BadInput: it is too long."""
        most = _TEXT_LETTERS.get(name, MOST_SETTING_TEXT)
        settled = one_line(text, "This text", most=most)
        if settled == self.text_setting(name):
            return Changes()
        with self._store.writing(self._store.new_draft()) as facts:
            facts.add(TextSet(name, settled))
        return facts.changes

    def _trouble(self, name: str, value: int) -> str:
        if name == "step_minutes":
            return "" if value in STEPS else f"Steps can be {', '.join(map(str, STEPS))} minutes."
        if name == "credit_minutes":
            return (
                "" if value == self.rules.credit_minutes else "A credit stays what it is: slips on paper carry minutes."
            )
        if name in _RULES:
            allowed = _RULES[name]
            return "" if value in allowed else f"This can be {allowed.start} to {allowed.stop - 1}."
        return "" if -MOST_SETTING <= value <= MOST_SETTING else "This number is too large to keep."
