"""Taking slips where they are checked: each answered once, however it came; several of one visit taken together."""

from collections.abc import Sequence
from typing import Any, Final

from desktop.clock import local_time
from desktop.services.door import Held
from desktop.services.seen import TakenSeen
from desktop.services.verdicts import Verdict
from desktop.views.kit.art import Badged, Symbol
from desktop.views.kit.bar import BarItem
from desktop.views.texts import Texts
from desktop.views.visit import Visit

HAND: Final = "hand"
"""Under which name a visit keeps the good slips that somebody holds, not taken in yet: a tuple of `Held`."""
_AGAIN: Final = "in_hand_again"


def hand_of(visit: Visit) -> tuple[Held, ...]:
    """The good slips that somebody holds now."""
    held: tuple[Held, ...] = visit.chosen.get(HAND, ())
    return held


def check_slip(services: Any, visit: Visit, text: str) -> str | None:
    """Check a slip, note the answer, and remember it; "not_good" if it cannot be taken."""
    return check_slips(services, visit, [text])


def check_slips(services: Any, visit: Visit, texts: Sequence[str]) -> str | None:
    """Check what was shown at once; "not_good" if any of it cannot be taken: that is answered first."""
    bad: Verdict | None = None
    visit.chosen[_AGAIN] = False
    for text in texts or ("",):
        hand = hand_of(visit)
        if any(one.text == text for one in hand):
            visit.chosen[_AGAIN] = True
            continue
        verdict = services.door.check(text, hand)
        services.judging.note(verdict)
        if not verdict.is_good:
            bad = bad or verdict
        elif _is_held(verdict, hand):
            visit.chosen[_AGAIN] = True
        else:
            visit.chosen[HAND] = (*hand, Held(text, verdict, services.sittings.new_draft()))
    if bad is not None:
        visit.chosen["verdict"] = bad
    return "not_good" if bad is not None else None


def is_again(visit: Visit) -> bool:
    """Whether the slip shown last is one of those that are held already."""
    return bool(visit.chosen.get(_AGAIN))


def take_in(services: Any, visit: Visit) -> str | None:
    """Take in the slips that are held; "not_good" if none of them is good any more."""
    taking = services.door.take_all(hand_of(visit))
    now_ms = visit.house.clock.now_ms() if visit.house is not None else 0
    visit.chosen[HAND] = ()
    if taking.refused is not None:
        visit.chosen["verdict"] = taking.refused
        services.judging.note(taking.refused)
    if not taking.taken:
        return "not_good"
    visit.chosen.pop("spent", None)
    visit.chosen["taken"] = tuple(TakenSeen(one.fact, "", one.verdict.minutes, now_ms) for one in taking.taken)
    visit.chosen["taken_now"] = any(one.verdict.is_later for one in taking.taken)
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


def _is_held(verdict: Verdict, hand: Sequence[Held]) -> bool:
    """The same slip, scanned and typed."""
    shown = verdict.slip
    if shown is None:
        return False
    slips = [one.verdict.slip for one in hand if one.verdict.slip is not None]
    return any((slip.issuer, slip.number) == (shown.issuer, shown.number) for slip in slips)
