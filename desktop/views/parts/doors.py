"""Taking slips at a venue's door: checked once, then the same for a scanned and for a typed one."""

from typing import Any

from desktop.clock import local_time
from desktop.services.seen import TakenSeen
from desktop.views.kit.art import Badged, Symbol
from desktop.views.kit.bar import BarItem
from desktop.views.texts import Texts
from desktop.views.visit import Visit


def check_slip(services: Any, visit: Visit, text: str) -> str | None:
    """Check a slip and remember it with its verdict; "not_good" if it cannot be taken."""
    verdict = services.door.check(text)
    visit.slip = text
    visit.chosen["verdict"] = verdict
    visit.chosen["slip_draft"] = services.sittings.new_draft()
    return None if verdict.is_good else "not_good"


def take_in(services: Any, visit: Visit) -> str | None:
    """Take in the slip that was checked; "not_good" if it is not good any more."""
    taken = services.door.take(visit.slip, visit.chosen["slip_draft"])
    visit.chosen["verdict"] = taken.verdict
    if taken.changes is None:
        return "not_good"
    now_ms = visit.house.clock.now_ms() if visit.house is not None else 0
    visit.chosen["taken"] = TakenSeen(taken.fact, "", taken.verdict.minutes, now_ms)
    visit.chosen["taken_now"] = taken.fact
    return None


def clock_time(at_ms: int) -> str:
    """A moment as a volunteer's own watch shows it: "10:20"."""
    return f"{local_time(at_ms):%H:%M}"


def welcome(*, is_later: bool) -> Symbol | Badged:
    """The tick of a good slip, with a small clock where the network checks it later."""
    tick = Symbol("gh:tick")
    return Badged(tick, Symbol("gh:clock-badge")) if is_later else tick


def next_slip(texts: Texts) -> BarItem:
    """On to whoever comes next."""
    return BarItem(texts("door.next"), Symbol("gh:slip"), "next_slip")
