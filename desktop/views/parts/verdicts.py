"""A slip that cannot be used, told kindly: one picture, what happened, what next. Nobody did wrong."""

from dataclasses import dataclass
from typing import Final

from desktop.clock import local_time
from desktop.views.kit.art import Art, Badged, Symbol
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.parts.names import name_at_top
from desktop.views.texts import Texts
from desktop.views.visit import Visit

MINUTE_MS: Final = 60_000
HOUR_MS: Final = 60 * MINUTE_MS
_PICTURES: Final = {
    "already": "gh:slip-already",
    "used": "gh:slip-spent",
    "void": "gh:slip-stopped",
    "over": "om:1F5D3",
    "foreign": "gh:not-from-here",
    "not_a_slip": "gh:not-a-slip",
    "a_card": "gh:card",
    "wrong_place": "gh:wrong-place",
    "scan_it": "gh:slip",
    "ask_worker": "gh:hourglass",
}
_AREAS: Final = {"already": "choose", "used": "spend", "scan_it": "credits", "ask_worker": "credits", "a_card": "me"}
"""The colour of each; "helped" for what cannot be used. Green is for welcome alone."""
_SOUNDS: Final = {"already": "already", "used": "used"}


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
    area = verdict_area(state.outcome)
    screen.set_body(Panel(screen.look, Symbol(_PICTURES[state.outcome]), said, more=more, area=area))


def verdict_art(outcome: str) -> Art:
    """The picture of any verdict; the big tick is for the two that are good."""
    if outcome == "ok_check":
        return Badged(Symbol("gh:tick"), Symbol("gh:clock-badge"))
    return Symbol(_PICTURES.get(outcome, "gh:tick"))


def verdict_area(outcome: str) -> str:
    """The colour of any verdict."""
    return "week" if outcome in ("ok", "ok_check") else _AREAS.get(outcome, "helped")


def short_words(outcome: str, texts: Texts) -> str:
    """Any verdict in a few words, whatever place it was for."""
    if outcome in ("ok", "ok_check"):
        return texts("door.final" if outcome == "ok" else "door.we_will_check")
    return texts("verdict.somewhere_else" if outcome == "wrong_place" else f"verdict.{outcome}")


def sound_of(state: BadSlip) -> str:
    """What is heard with a verdict."""
    return _SOUNDS.get(state.outcome, "no")


def _when(screen: Screen, state: BadSlip) -> str:
    if not state.when_ms:
        return ""
    if state.minutes_ago >= 0:
        return screen.texts.count("verdict.minutes_ago", state.minutes_ago)
    texts, when = screen.texts, local_time(state.when_ms)
    return texts("verdict.on_at", day=texts.day(when.date()), time=texts.time(when.hour, when.minute))
