"""A session as it is filled in, as a fact says it, and as the store tells it again."""

from __future__ import annotations

from dataclasses import replace

from desktop.services.drafts_week import SessionDraft
from desktop.services.week_days import date_in, week_number
from desktop.services.week_rules import last_week
from desktop.store.rows_week import WordsRow
from ledger.domain.week import Reach, SessionWritten


def written(draft: SessionDraft, reach: Reach) -> SessionWritten:
    """The fact that says what was filled in."""
    is_run = reach == Reach.FROM_NOW_ON
    return SessionWritten(
        session=draft.session,
        week=week_number(draft.monday),
        reach=reach,
        activity=draft.activity,
        day=draft.day.weekday(),
        start_minute=draft.start_minute,
        minutes=draft.minutes,
        places=draft.places,
        until_week=last_week(draft) if is_run else 0,
        every_weeks=draft.every_weeks if is_run else 1,
        room=draft.room,
        leader=draft.leader,
        assistants=tuple(dict.fromkeys(draft.assistants)),
        way=draft.way,
        vehicle=draft.vehicle,
        driver=draft.driver,
        companion=draft.companion,
        is_quiet=draft.is_quiet,
        is_open_to_all=draft.is_open_to_all,
        is_peer_led=draft.is_peer_led,
        price_minutes=draft.price_minutes,
        task=draft.task,
    )


def said_again(row: WordsRow) -> SessionWritten:
    """The fact that says the same as these words."""
    return SessionWritten(
        session=row.session,
        week=row.week,
        reach=row.reach,
        activity=row.activity,
        day=row.day,
        start_minute=row.start_minute,
        minutes=row.minutes,
        places=row.places,
        until_week=row.until_week,
        every_weeks=row.every_weeks,
        room=row.room,
        leader=row.leader,
        assistants=row.assistants,
        way=row.way,
        vehicle=row.vehicle,
        driver=row.driver,
        companion=row.companion,
        is_quiet=row.is_quiet,
        is_open_to_all=row.is_open_to_all,
        is_peer_led=row.is_peer_led,
        price_minutes=row.price_minutes,
        task=row.task,
        is_on=row.is_on,
    )


def drafted(row: WordsRow, week: int) -> SessionDraft:
    """What these words say of a week, to fill in anew."""
    return SessionDraft(
        activity=row.activity,
        monday=date_in(week, 0),
        day=date_in(week, row.day),
        start_minute=row.start_minute,
        minutes=row.minutes,
        places=row.places,
        room=row.room,
        leader=row.leader,
        assistants=row.assistants,
        way=row.way,
        vehicle=row.vehicle,
        driver=row.driver,
        companion=row.companion,
        is_quiet=row.is_quiet,
        is_open_to_all=row.is_open_to_all,
        is_peer_led=row.is_peer_led,
        price_minutes=row.price_minutes,
        task=row.task,
        until=date_in(row.until_week, row.day) if row.until_week else None,
        every_weeks=row.every_weeks,
        session=row.session,
    )


def about_week(fact: SessionWritten, week: int, reach: Reach) -> SessionWritten:
    """The same said of another week, or with another reach; how long it runs is no word about one week."""
    if reach == Reach.THIS_WEEK:
        return replace(fact, week=week, reach=reach, until_week=0, every_weeks=1)
    return replace(fact, week=week, reach=reach)


def same(one: WordsRow | None, other: WordsRow | None) -> bool:
    """Whether two words say the same, whoever said them and when."""
    return (one and said_again(one)) == (other and said_again(other))
