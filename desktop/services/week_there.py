"""Whether the people and things a session names are still there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desktop.problems import NotFound
from desktop.services.drafts_week import SessionDraft
from desktop.services.week_rules import BadSession
from desktop.store.rows import WorkerRow
from desktop.store.rows_week import WordsRow
from desktop.store.store import Store
from ledger.domain.names import FactId


def check_there(store: Store, draft: SessionDraft, before: WordsRow | None) -> None:
    """What is new about a session must still be there; what stood there before may stay, and shows as a clash.

    Raises:
        BadSession: a room that is closed, an activity or vehicle no longer kept, somebody who
        left. NotFound: it names something that never was here.
    """
    read = store.read.week
    things: tuple[tuple[str, FactId | None, Callable[[], list[Any]]], ...] = (
        ("activity", draft.activity, lambda: read.activities(kept_only=False)),
        ("room", draft.room, lambda: read.rooms(kept_only=False)),
        ("vehicle", draft.vehicle, lambda: read.vehicles(kept_only=False)),
        ("task", draft.task, lambda: store.read.tasks(kept_only=False)),
    )
    for where, name, rows in things:
        if name is not None and (before is None or getattr(before, where) != name):
            _check_kept(name, rows(), where)
    for where in ("leader", "driver", "companion"):
        person = getattr(draft, where)
        if person is not None and (before is None or getattr(before, where) != person):
            _check_here(store, person, where)
    for person in draft.assistants:
        if before is None or person not in before.assistants:
            _check_here(store, person, "assistants")


_CLOSED = {
    "activity": "{} is not done any more. Choose another activity.",
    "room": "{} is closed. Choose another room, or open it again under Rooms.",
    "vehicle": "{} is not used any more. Choose another vehicle.",
    "task": "{} is no task any more. Choose another one.",
}


def _check_kept(name: FactId, rows: list[Any], where: str) -> None:
    row = next((row for row in rows if row.id == name), None)
    if row is None:
        raise NotFound(f"There is no {where} {name.text} here.")
    if not row.is_kept:
        raise BadSession(_CLOSED[where].format(row.label), where)


def _check_here(store: Store, person: FactId, where: str) -> None:
    worker = _worker(store, person)
    if worker is None:
        store.read.member(person)
    elif not worker.is_kept:
        raise BadSession(f"{worker.name or 'This person'} is no longer here. Choose somebody else.", where)


def _worker(store: Store, person: FactId) -> WorkerRow | None:
    try:
        return store.read.worker(person)
    except NotFound:
        return None
