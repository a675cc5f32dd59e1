"""Lines of the two lists of the week, as what they would write."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from desktop.services.cells import BadCell
from desktop.services.drafts_week import SessionDraft
from desktop.services.session_words import written
from ledger.domain.names import FactId
from ledger.domain.week import Reach, SessionWritten, Sort

_KINDS: Final = {"": Sort.ACTIVITY, **{sort.name.lower(): sort for sort in Sort}}


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """An activity."""

    label: str
    picture: str
    sort: Sort


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session; draft: all of it but the room. room: its id, or the name of one that would be new, "" for none."""

    draft: SessionDraft
    reach: Reach
    room: FactId | str
    label: str


def activity_sort(cells: dict[str, str]) -> Sort:
    """What kind of activity a line says. Raises BadCell."""
    said = cells["kind"].casefold().removeprefix("group ")
    if said not in _KINDS:
        raise BadCell("kind", f"'{cells['kind']}' is no kind. Write activity, meeting, course or project.")
    return _KINDS[said]


def session_fact(row: SessionRow, room: FactId | None) -> SessionWritten:
    """The fact a line writes."""
    return written(replace(row.draft, room=room), row.reach)
