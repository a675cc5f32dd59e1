"""Handing slips in at a centre's desk: into credits, or for what there is; then the same welcome as at a door."""

from typing import Any, Final

from desktop.services.desk import Purchase, SlipGone, Spent
from desktop.services.seen import TakenSeen
from desktop.views.parts.doors import HAND, hand_of
from desktop.views.visit import Visit

WHAT: Final = "desk_what"
"""Under which name a visit keeps what the slips are to pay for: a `Purchase`; None for into credits."""


def bought_of(visit: Visit) -> Purchase:
    """What the slips are to pay for."""
    bought: Purchase = visit.chosen[WHAT]
    return bought


def pay(services: Any, visit: Visit) -> str:
    """Hand in what is needed: "paid", or "not_good" if a slip is so no more. New slips go to the printer.

    Raises:
        KnownProblem: there is no printer. What was paid is paid, and the same press prints again.
    """
    try:
        spent: Spent = services.desk.spend(hand_of(visit), bought_of(visit))
    except SlipGone as gone:
        return _gone(services, visit, gone)
    if spent.change:
        visit.printing.print_slips(spent.change)
    _is_in(visit, spent)
    return "paid"


def credit(services: Any, visit: Visit, member: Any) -> str:
    """Put all of it into a member's credits; "paid" or "not_good"."""
    try:
        spent: Spent = services.desk.credit(hand_of(visit), member)
    except SlipGone as gone:
        return _gone(services, visit, gone)
    _is_in(visit, spent)
    return "paid"


def take_back(services: Any, visit: Visit, spent: Spent) -> None:
    """Undo; a slip that was changed comes out of the printer as a new one."""
    papers = services.desk.undo(spent)
    if papers:
        visit.printing.print_slips(papers)


def _is_in(visit: Visit, spent: Spent) -> None:
    now_ms = visit.house.clock.now_ms() if visit.house is not None else 0
    visit.chosen[HAND] = ()
    visit.chosen["spent"] = spent
    visit.chosen["taken"] = (TakenSeen(spent.facts[0], "", spent.minutes, now_ms),)
    visit.chosen["taken_now"] = spent.is_later


def _gone(services: Any, visit: Visit, gone: SlipGone) -> str:
    services.judging.note(gone.verdict)
    visit.chosen[HAND] = ()
    visit.chosen["verdict"] = gone.verdict
    return "not_good"
