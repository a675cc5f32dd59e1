"""A slip that cannot be used, told kindly: one picture, what happened, what next. Nobody did wrong."""

from dataclasses import dataclass
from typing import Final

from desktop.clock import local_day
from desktop.views.kit.art import Symbol
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.parts.names import name_at_top
from desktop.views.visit import Visit

MINUTE_MS: Final = 60_000
HOUR_MS: Final = 60 * MINUTE_MS
_PICTURES: Final = {
    "already": "gh:used-slip",
    "used": "gh:used-slip",
    "void": "gh:used-slip",
    "over": "om:1F5D3",
    "foreign": "gh:wrong-place",
    "not_a_slip": "gh:not-a-slip",
    "wrong_place": "gh:wrong-place",
    "scan_it": "gh:slip",
    "ask_worker": "gh:hourglass",
}


@dataclass(frozen=True, slots=True)
class BadSlip:
    """outcome: as `slips.Outcome`. when_ms: when it was handed in, 0 if not. place: whose slip it is.

    minutes_ago: for a slip that was handed in within the last hour, else -1.
    """

    outcome: str
    when_ms: int = 0
    place: str = ""
    minutes_ago: int = -1


def bad_slip(visit: Visit) -> BadSlip:
    """The verdict that was just given."""
    verdict = visit.chosen["verdict"]
    passed_ms = visit.house.clock.now_ms() - verdict.when_ms if visit.house is not None else HOUR_MS
    minutes_ago = passed_ms // MINUTE_MS if 0 <= passed_ms < HOUR_MS else -1
    return BadSlip(str(verdict.outcome), verdict.when_ms, verdict.place, minutes_ago)


def say_why(screen: Screen, state: BadSlip, *, words: str = "verdict") -> None:
    """Fill a screen with a verdict; words: where its own come from, those of members where it has none."""
    texts = screen.texts
    place = name_at_top(state.place, screen.look)
    is_elsewhere = state.outcome == "wrong_place" and not place
    screen.ask(texts("verdict.somewhere_else" if is_elsewhere else f"verdict.{state.outcome}", place=place))
    key = f"{words}.{state.outcome}_next"
    said = texts(key if texts.has(key) else f"verdict.{state.outcome}_next")
    more = _when(screen, state) or (state.place if not place else "")
    screen.set_body(Panel(screen.look, Symbol(_PICTURES[state.outcome]), said, more=more))


def _when(screen: Screen, state: BadSlip) -> str:
    if not state.when_ms:
        return ""
    if state.minutes_ago >= 0:
        return screen.texts.count("verdict.minutes_ago", state.minutes_ago)
    return screen.texts("verdict.on", day=screen.texts.day(local_day(state.when_ms)))
