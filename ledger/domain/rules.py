"""The rules of a centre: what counts at once, what waits, what a credit is."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

MOST_MINUTES_AT_A_TIME = 24 * 60


@dataclass(frozen=True, slots=True)
class CentreRules:
    """Settings that decide about minutes; every one can be set by the centre. Defaults: product.md, "Defaults".

    others_visit_credits, others_pc_credits: how much of other centres' slips is taken from one person, and at one PC or
    door, before the network is met again.
    """

    credit_minutes: int = 60
    step_minutes: int = 15
    at_once_minutes: int = 120
    gift_day_minutes: int = 300
    slips_at_once: int = 40
    others_visit_credits: int = 4
    others_pc_credits: int = 40

    def with_setting(self, name: str, value: int) -> CentreRules:
        """The same rules with one changed; a name of another kind of setting changes nothing."""
        return replace(self, **{name: value}) if name in _NAMES else self

    def is_step(self, minutes: int) -> bool:
        """Whether time can be given in this amount: more than nothing, whole steps, at most a day."""
        return 0 < minutes <= MOST_MINUTES_AT_A_TIME and minutes % self.step_minutes == 0

    def must_wait(self, minutes: int) -> bool:
        """Whether a contribution a member says waits for a worker."""
        return minutes > self.at_once_minutes

    def gift_must_wait(self, minutes: int, *, given_today_minutes: int) -> bool:
        """Whether a gift waits for the named worker: above what may be given in a day."""
        return given_today_minutes + minutes > self.gift_day_minutes

    def whole_credits(self, minutes: int) -> int:
        """How many coins; what is left over is marks on the jar."""
        return minutes // self.credit_minutes

    def jar_minutes(self, minutes: int) -> int:
        """What lies in the jar towards the next coin."""
        return minutes % self.credit_minutes


_NAMES = frozenset(field.name for field in fields(CentreRules))
