"""What a session must be like: pure, over what was filled in; each refusal names the field and says what would do."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from desktop.problems import BadInput
from desktop.services.drafts_week import SessionDraft
from desktop.services.papers import WAYS
from desktop.services.week_days import changed_hour, date_in, week_number
from ledger.domain.bounds import MOST_COUNT, MOST_SLIP_MINUTES, MOST_WEEK
from ledger.domain.week import Reach

MIDNIGHT: Final = 24 * 60
MOST_STEPS: Final = 53
MOST_HELPERS: Final = 50
_A_YEAR: Final = 53
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class BadSession(BadInput):
    """A session that cannot be; where: the field of `SessionDraft` to look at."""

    code = "bad_session"

    def __init__(self, message: str, where: str) -> None:
        super().__init__(message)
        self.where = where


def check(draft: SessionDraft, reach: Reach) -> None:
    """A session as it is filled in, apart from whether its people and things are still there.

    Raises:
        BadSession: it ends before it starts, goes past midnight, has no places, and so on.
    """
    check_day(draft.day)
    if not 0 <= week_number(draft.monday) < MOST_WEEK:
        raise BadSession(f"The year {draft.monday.year} is too far away. Check the date.", "day")
    if week_number(draft.day) != week_number(draft.monday):
        monday = date_in(week_number(draft.monday), 0)
        raise BadSession(f"Choose a day of the week that begins on {_said(monday)}.", "day")
    check_time(draft, reach)
    _check_numbers(draft)
    if reach == Reach.FROM_NOW_ON:
        _check_run(draft)


def check_day(day: date) -> None:
    """A day that a fact can name. Raises BadSession."""
    if not 0 <= week_number(day) <= MOST_WEEK:
        raise BadSession(f"The year {day.year} is too far away. Check the date.", "day")


def check_time(draft: SessionDraft, reach: Reach) -> None:
    """When it begins and ends. Raises BadSession."""
    if not 0 <= draft.start_minute < MIDNIGHT:
        raise BadSession("A day has 24 hours. Choose a time from 00:00 to 23:59.", "start_minute")
    if draft.minutes < 1:
        raise BadSession(
            f"It ends before it starts. It begins at {_clock(draft.start_minute)}: choose a later end.", "minutes"
        )
    if draft.end_minute > MIDNIGHT:
        raise BadSession(
            "A session ends by midnight. Make it shorter, or put what comes after midnight on the next day.", "minutes"
        )
    _check_clocks(draft, reach)


def last_week(draft: SessionDraft) -> int:
    """The last week it may fall in, 0 for no end."""
    if draft.until is None:
        return 0
    week = week_number(draft.until)
    return week if draft.until >= date_in(week, draft.day.weekday()) else week - 1


def _check_clocks(draft: SessionDraft, reach: Reach) -> None:
    weeks = _A_YEAR if reach == Reach.FROM_NOW_ON else 1
    days = (draft.day + timedelta(weeks=number) for number in range(0, weeks, max(1, draft.every_weeks)))
    for day in days:
        hour = changed_hour(day)
        if hour is None or not hour.touches(draft.start_minute, draft.end_minute):
            continue
        if draft.until is not None and reach == Reach.FROM_NOW_ON and day > draft.until:
            return
        what = (
            "the clocks go forward and there is no time from 01:00 to 02:00"
            if hour.how == "gone"
            else "the clocks go back and 01:00 to 02:00 comes twice"
        )
        raise BadSession(f"On {_said(day)} {what}. Choose another time.", "start_minute")


def _check_numbers(draft: SessionDraft) -> None:
    if draft.places < 1:
        raise BadSession("It has no places, so nobody could choose it. Give it at least 1.", "places")
    if draft.places > MOST_COUNT:
        raise BadSession(f"{draft.places} places cannot be right. Use 1 to {MOST_COUNT}.", "places")
    if not 0 <= draft.price_minutes <= MOST_SLIP_MINUTES:
        raise BadSession(f"A price can be 0 (free) to {MOST_SLIP_MINUTES} minutes.", "price_minutes")
    if draft.way not in WAYS:
        raise BadSession(f"There is no picture for getting there by {draft.way!r}.", "way")
    if len(draft.assistants) > MOST_HELPERS:
        raise BadSession(f"At most {MOST_HELPERS} people can help with one session.", "assistants")


def _check_run(draft: SessionDraft) -> None:
    if not 1 <= draft.every_weeks <= MOST_STEPS:
        raise BadSession(f"It can be every week, every second week, up to every {MOST_STEPS}rd.", "every_weeks")
    if draft.until is None:
        return
    if draft.until < draft.day:
        raise BadSession(f"Its last day, {_said(draft.until)}, is before its first, {_said(draft.day)}.", "until")
    if week_number(draft.until) > MOST_WEEK:
        raise BadSession(f"The year {draft.until.year} is too far away. Check the date.", "until")


def _said(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
