"""How this PC and the network stand with each other, in plain lines for whoever typed `status`."""

from __future__ import annotations

from typing import Final

from desktop.clock import local_time
from desktop.sync.problems import Revoked, UnknownHere
from desktop.sync.status import FeedStatus, Status

_TROUBLES: Final = {kind.code: kind.what_to_do for kind in (Revoked, UnknownHere)}
_WHOSE: Final = {
    "own": "Written on this PC",
    "sibling": "Written on another PC of this centre",
    "centre": "Said by the network to this centre",
    "network": "Said by the network to all",
}
_DAY: Final = 1


def plain(found: Status) -> tuple[str, ...]:
    """One line for each thing there is to know."""
    if not found.is_joined:
        return ("This PC has joined no network.",)
    since = f", the first written on {moment(found.since_ms)}" if found.to_send else ""
    lines = [
        f"Joined at {found.url}",
        f"To send: {found.to_send or 'nothing'}{since}",
        f"Last met: {moment(found.met_ms) if found.met_ms else 'never'}",
        f"List of keys: {_age(found.keys_age_days)}",
    ]
    if found.trouble:
        lines.append(f"In the way: {_TROUBLES.get(found.trouble, found.trouble)}")
    if found.is_behind:
        lines.append("Another copy of this PC has written; it is being put right.")
    return (*lines, *map(_feed, found.feeds))


def moment(at_ms: int) -> str:
    """A moment in words: "Tuesday 24 November 2026 at 10:20"."""
    at = local_time(at_ms)
    return f"{at:%A} {at.day} {at:%B %Y} at {at:%H:%M}"


def _age(days: int | None) -> str:
    if days is None:
        return "none yet"
    if not days:
        return "of today"
    return "of yesterday" if days == _DAY else f"{days} days old"


def _feed(feed: FeedStatus) -> str:
    name = f" ({feed.name})" if feed.name else ""
    return f"{_WHOSE[feed.whose]}{name}: {feed.here} held here, {feed.there} at the network"
