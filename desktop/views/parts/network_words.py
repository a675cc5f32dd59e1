"""How it stands with the network, in a few plain words."""

from typing import Final

from desktop.clock import local_day, local_time
from desktop.services.network import NetworkSeen
from desktop.views.texts import Texts

_MINUTE_MS: Final = 60_000
_HOUR: Final = 60
_WEEK: Final = 7


def in_short(network: NetworkSeen, texts: Texts) -> str:
    """A line: "All is sent, 10 minutes ago." or "12 to send since Tuesday 10:20."; "" while nothing is joined."""
    if not network.is_joined:
        return ""
    return f"{sent_or_not(network, texts)}."


def sent_or_not(network: NetworkSeen, texts: Texts) -> str:
    """Whether everything is sent, and since when it is not."""
    if not network.to_send:
        return texts("staff.network.all_sent")
    return texts.count("staff.network.to_send", network.to_send, when=_since(network, texts))


def met(network: NetworkSeen, texts: Texts) -> str:
    """When the network was last met."""
    if not network.met_ms:
        return texts("staff.network.never_met")
    return texts("staff.network.met", when=when(network.met_ms, network.now_ms, texts))


def _since(network: NetworkSeen, texts: Texts) -> str:
    """A moment in short: "10:20", "Tuesday 10:20", or "Tuesday 24 November 10:20"."""
    day, today = local_day(network.since_ms), local_day(network.now_ms)
    clock = f"{local_time(network.since_ms):%H:%M}"
    if day == today:
        return clock
    is_near = 0 < (today - day).days < _WEEK
    return f"{texts.weekday(day) if is_near else texts.day(day)} {clock}"


def when(at_ms: int, now_ms: int, texts: Texts) -> str:
    """A moment inside a sentence: "10 minutes ago", "today at 10:20", "on Tuesday 24 November at 10:20"."""
    minutes = (now_ms - at_ms) // _MINUTE_MS
    if 0 <= minutes < 1:
        return texts("staff.network.just_now")
    if 0 < minutes < _HOUR:
        return texts.count("staff.network.minutes_ago", minutes)
    clock = f"{local_time(at_ms):%H:%M}"
    if local_day(at_ms) == local_day(now_ms):
        return texts("staff.network.today_at", time=clock)
    return texts("staff.network.on", day=texts.day(local_day(at_ms)), time=clock)
