"""Taking a slip's text in: checked once, then the same for a scanned and for a typed one."""

from typing import Any, Final, NamedTuple

from desktop.views.kit.art import Art, Badged, Symbol
from desktop.views.kit.panel import Panel
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit
from ledger.domain.names import FactId

GOING: Final = "slip_going"
"""Under which name a visit keeps the members a slip pays for; without it, whoever sits here alone."""


def take_slip(services: Any, visit: Visit, text: str) -> str | None:
    """Check a slip and remember it with its verdict; "not_good" if it cannot be used."""
    verdict = services.slips.check(text, visit.sitting)
    services.judging.note(verdict)
    visit.slip = text
    visit.chosen["verdict"] = verdict
    visit.chosen["slip_draft"] = services.sittings.new_draft()
    return None if verdict.is_good else "not_good"


def handed_in(visit: Visit, redeemed: Any) -> str | None:
    """Remember what handing in did; "not_good" if it was not taken after all."""
    visit.result = redeemed
    visit.chosen["verdict"] = redeemed.verdict
    return None if redeemed.changes is not None else "not_good"


class Rest(NamedTuple):
    """What is left of a slip that pays for something. waits: it counts once the network has looked at the slip."""

    minutes: int = 0
    waits: bool = False

    def words(self, texts: Texts) -> str:
        """What is told about it, "" for nothing."""
        if not self.minutes:
            return ""
        return texts("slip.rest_waits" if self.waits else "slip.rest", length=texts.length(self.minutes, inside=True))


def going_of(visit: Visit) -> tuple[FactId, ...]:
    """The members a slip pays for."""
    going: tuple[FactId, ...] = visit.chosen.get(GOING, ()) or (visit.sitting.member,)
    return going


def most_going(visit: Visit) -> int:
    """For how many the slip is enough; 0 for one that was printed for a place, as its plan says who goes."""
    verdict, offer = visit.chosen["verdict"], visit.chosen["offer"]
    if verdict.slip is None or verdict.slip.venue or not offer.minutes:
        return 0
    return int(verdict.minutes // offer.minutes)


def rest_of(visit: Visit) -> Rest:
    """What is left of the slip that was shown, once the offer that was chosen is paid."""
    verdict, offer = visit.chosen["verdict"], visit.chosen["offer"]
    if verdict.slip is None or verdict.slip.venue:  # printed at the exact price
        return Rest()
    return Rest(max(0, verdict.minutes - offer.minutes * len(going_of(visit))), verdict.is_later)


def done_art(*, is_later: bool) -> Art:
    """A tick, with a small clock where the network looks at the slip later."""
    tick = Symbol("gh:tick")
    return Badged(tick, Symbol("gh:clock-badge")) if is_later else tick


def slip_done(look: Look, texts: Texts, *, is_later: bool) -> Panel:
    """The slip is taken."""
    more = texts("slip.look_later") if is_later else ""
    return Panel(look, done_art(is_later=is_later), texts("slip.paper_done"), more=more)
