"""A session as it stands in its form, and the form read back: times and dates as people write them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any, Final

from desktop.services.drafts_week import SessionDraft
from desktop.services.week_seen import SessionSeen
from desktop.views.parts.staff_form import Answers, Filled
from desktop.views.parts.week_words import clock
from ledger.domain.week import Reach

FORM: Final = "staff_session_form"
TICKS: Final = ("is_quiet", "is_open_to_all", "is_peer_led")
_IDS: Final = ("room", "leader", "vehicle", "driver", "companion")
_TIME: Final = re.compile(r"^(\d{1,2})(?:\s*[:.]?\s*(\d\d))?$")
_DATE: Final = re.compile(r"^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$")
_HOURS: Final = 24
_MINUTES: Final = 60
_LEAST_HELPERS: Final = 2


class Unread(ValueError):
    """A field that cannot be read yet. where: its name; words: the key of what to say."""

    def __init__(self, where: str, words: str) -> None:
        super().__init__(words)
        self.where = where
        self.words = words


def filled_of(seen: SessionSeen, reach: Reach) -> Filled:
    """What stands in the form of a session."""
    ids = {name: getattr(seen, name).id if getattr(seen, name) is not None else None for name in _IDS}
    helpers = [one.id for one in seen.assistants]
    places = range(max(_LEAST_HELPERS, len(helpers) + 1))
    return Filled(
        {
            "reach": reach,
            "activity": seen.activity.id,
            "day": seen.day,
            "start_minute": clock(seen.start_minute),
            "minutes": str(seen.minutes),
            "places": str(seen.places),
            **ids,
            **{f"assistant{n}": helpers[n] if n < len(helpers) else None for n in places},
            "way": seen.way,
            "price_minutes": str(seen.price_minutes),
            "task": seen.task,
            "until": f"{seen.until:%d/%m/%Y}" if seen.until is not None else "",
            "every_weeks": seen.every_weeks,
            **{name: getattr(seen, name) for name in TICKS},
        }
    )


def draft_of(seen: SessionSeen, answers: Answers, draft_id: str) -> SessionDraft:
    """What was typed about a session.

    Raises:
        Unread: the time or the last day is not written as one.
    """
    helpers = (answers[name] for name in answers if name.startswith("assistant"))
    plain: dict[str, Any] = {name: answers[name] for name in (*_IDS, *TICKS, "activity", "way", "task", "every_weeks")}
    day: date = answers["day"]
    return SessionDraft(
        monday=day - timedelta(days=day.weekday()),
        day=day,
        start_minute=minute_of(answers["start_minute"]),
        minutes=int(answers["minutes"] or 0),
        places=int(answers["places"] or 0),
        assistants=tuple(dict.fromkeys(one for one in helpers if one is not None)),
        price_minutes=int(answers["price_minutes"] or 0),
        until=day_of(answers["until"]),
        session=seen.at.session,
        draft_id=draft_id,
        **plain,
    )


def minute_of(typed: str) -> int:
    """The minute of the day of a time: "10", "9:30", "14.15". Raises Unread."""
    found = _TIME.match(typed.strip())
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (_HOURS, 0)
    if hour >= _HOURS or minute >= _MINUTES:
        raise Unread("start_minute", "staff.session.bad_time")
    return hour * _MINUTES + minute


def day_of(typed: str) -> date | None:
    """A date: "24/11/2026"; None for nothing. Raises Unread."""
    if not typed.strip():
        return None
    found = _DATE.match(typed.strip())
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else _unread()
    except ValueError:
        return _unread()


def _unread() -> date:
    raise Unread("until", "staff.session.bad_date")
