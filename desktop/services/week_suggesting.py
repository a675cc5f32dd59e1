"""A session filled in, so that adding one takes few presses: as it was last time, at the next free time of its room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from desktop.services.drafts_week import SessionDraft
from desktop.services.session_words import drafted
from desktop.services.week_days import date_in, week_number
from desktop.services.week_rules import MIDNIGHT
from desktop.services.week_seen import SessionSeen
from desktop.store.store import Store
from ledger.domain.names import FactId

FIRST_MINUTE: Final = 10 * 60
USUAL_MINUTES: Final = 60
USUAL_PLACES: Final = 8
_STEP: Final = 15


def suggested(
    store: Store, activity: FactId, day: date, room: FactId | None, sessions: Iterable[SessionSeen]
) -> SessionDraft:
    """What to begin with; sessions: those of the week of that day. Raises NotFound: there is no such activity."""
    store.read.week.activity(activity)
    week = week_number(day)
    last = store.read.week.last_words(activity)
    if last is None:
        draft = SessionDraft(activity, date_in(week, 0), day, FIRST_MINUTE, USUAL_MINUTES, USUAL_PLACES, room=room)
    else:
        draft = replace(drafted(last, week), day=day, session=None, until=None, every_weeks=1)
        draft = draft if room is None else replace(draft, room=room)
    draft = _of_what_is_kept(store, draft)
    busy = [one for one in sessions if one.day == day and one.is_on and _is_in(one, draft.room)]
    return replace(draft, start_minute=_free_from(draft.start_minute, draft.minutes, busy), draft_id=store.new_draft())


def _is_in(session: SessionSeen, room: FactId | None) -> bool:
    return room is not None and session.room is not None and session.room.id == room


def _of_what_is_kept(store: Store, draft: SessionDraft) -> SessionDraft:
    rooms = {row.id: row for row in store.read.week.rooms()}
    vehicles = {row.id for row in store.read.week.vehicles()}
    here = {row.id for row in store.read.workers()} | {row.id for row in store.read.members()}
    tasks = {row.id for row in store.read.tasks()}
    room = rooms.get(draft.room) if draft.room is not None else None
    most = room.capacity if room is not None and room.capacity else draft.places
    return replace(
        draft,
        room=None if room is None else room.id,
        places=min(draft.places, most),
        vehicle=draft.vehicle if draft.vehicle in vehicles else None,
        leader=draft.leader if draft.leader in here else None,
        assistants=tuple(person for person in draft.assistants if person in here),
        driver=draft.driver if draft.driver in here else None,
        companion=draft.companion if draft.companion in here else None,
        task=draft.task if draft.task in tasks else None,
    )


def _free_from(wanted: int, minutes: int, busy: list[SessionSeen]) -> int:
    """The first time from the wanted one at which nothing is in the way; the wanted one if the day is full."""
    start = wanted
    while clashing := [one for one in busy if start < one.end_minute and one.start_minute < start + minutes]:
        start = -(-max(one.end_minute for one in clashing) // _STEP) * _STEP
    return start if start + minutes <= MIDNIGHT else wanted
