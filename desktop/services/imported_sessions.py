"""A line of sessions.csv: each trouble names its column and says what would do."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final, NamedTuple

from desktop.services import cells as cell
from desktop.services.by_name import ByName
from desktop.services.cells import BadCell
from desktop.services.drafts_week import SessionDraft
from desktop.services.imported_week_rows import SessionRow
from desktop.services.planning import way_in
from desktop.services.week_days import date_in, week_number
from desktop.services.week_rules import BadSession, check
from desktop.services.week_suggesting import USUAL_MINUTES, USUAL_PLACES
from desktop.services.wording import LABEL_LETTERS, key
from desktop.store.store import Store
from ledger.domain.names import FactId
from ledger.domain.week import Reach

MOST_YEAR: Final = 2170
_DATES: Final = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y")
_TIME: Final = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?", re.IGNORECASE | re.ASCII)
_EVERY: Final = re.compile(r"every (\d{1,2}) weeks?", re.ASCII)
_WORDS: Final = {"": 0, "no": 0, "once": 0, "yes": 1, "weekly": 1, "every week": 1, "fortnightly": 2}
_HALF_DAY: Final = 12
_FIELDS: Final = {
    "start_minute": "start",
    "day": "date",
    "monday": "date",
    "way": "transport",
    "vehicle": "transport",
    "every_weeks": "repeats",
    "until": "repeats",
}
"""The columns of what `SessionDraft` calls otherwise."""


class Repeats(NamedTuple):
    """How often it comes again; every_weeks: 0 for once."""

    every_weeks: int
    until: date | None = None


class SessionLines:
    """Turns lines into sessions, by what the centre holds now."""

    def __init__(self, store: Store) -> None:
        read = store.read
        self._activities = ByName((row.id, row.label) for row in read.week.activities())
        rooms = read.week.rooms(kept_only=False)
        self._rooms = ByName((row.id, row.label) for row in rooms if row.is_kept)
        self._closed = {key(row.label) for row in rooms if not row.is_kept}
        self._capacity = {row.id: row.capacity for row in rooms}
        self._vehicles = ByName((row.id, row.label) for row in read.week.vehicles())
        workers = read.workers(kept_only=False)
        here = [(row.id, row.name) for row in workers if row.is_kept]
        self._people = ByName([*here, *((row.id, row.name) for row in read.members())])
        self._left = {key(row.name) for row in workers if not row.is_kept}

    def row(self, cells: dict[str, str], notes: list[tuple[str, str]]) -> SessionRow:
        """The session a line says; notes: what is to be said about it though it goes in. Raises BadCell."""
        activity = self._activity(cells)
        day = a_date(cells, "date")
        repeats = how_often(cells)
        room = self._room(cells, notes)
        known = self._capacity.get(room, 0) if isinstance(room, FactId) else 0
        vehicle, way = self._transport(cells, notes)
        draft = SessionDraft(
            activity=activity,
            monday=date_in(week_number(day), 0),
            day=day,
            start_minute=a_time(cells, "start"),
            minutes=cell.minutes(cells, "minutes", empty=USUAL_MINUTES),
            places=cell.minutes(cells, "places", empty=known or USUAL_PLACES),
            leader=self._person(cells, "leader"),
            way=way,
            vehicle=vehicle,
            companion=self._person(cells, "companion"),
            is_open_to_all=cell.yes(cells, "open_to_all"),
            price_minutes=cell.price(cells, "price_minutes", empty=0),
            until=repeats.until,
            every_weeks=repeats.every_weeks or 1,
        )
        reach = Reach.FROM_NOW_ON if repeats.every_weeks else Reach.THIS_WEEK
        try:
            check(draft, reach)
        except BadSession as error:
            raise BadCell(_FIELDS.get(error.where, error.where), str(error)) from error
        if 0 < known < draft.places:
            notes.append(("places", f"The room holds {known}, and there are {draft.places} places."))
        return SessionRow(draft, reach, room, cells["activity"])

    def _activity(self, cells: dict[str, str]) -> FactId:
        try:
            return self._activities.find(cells, "activity")
        except BadCell as error:
            message = f"{error.message} Bring in the list of activities first: a session shows its picture."
            raise BadCell("activity", message) from error

    def _room(self, cells: dict[str, str], notes: list[tuple[str, str]]) -> FactId | str:
        said = cell.words(cells, "room", most=LABEL_LETTERS)
        found = self._rooms.maybe(said) if said else None
        if said and found is None:
            if key(said) in self._closed:
                raise BadCell("room", f"{said} is closed. Write another room, or open it again under Rooms.")
            notes.append(("room", f"'{said}' is a new room and is added."))
        return found or said

    def _person(self, cells: dict[str, str], column: str) -> FactId | None:
        said = cells[column]
        if not said:
            return None
        if self._people.maybe(said) is None and key(said) in self._left:
            raise BadCell(column, f"{said} is no longer here. Write somebody else.")
        return self._people.find(cells, column)

    def _transport(self, cells: dict[str, str], notes: list[tuple[str, str]]) -> tuple[FactId | None, str]:
        said = cell.words(cells, "transport", most=LABEL_LETTERS)
        vehicle = self._vehicles.maybe(said) if said else None
        way = way_in(said) or ("minibus" if vehicle else "")
        if said and not way:
            ways = "walk, bus, car, minibus, train or taxi, or the name of a vehicle"
            notes.append(("transport", f"'{said}' has no picture. Write {ways}."))
        return vehicle, way


def a_date(cells: dict[str, str], column: str) -> date:
    """A date. Raises BadCell."""
    for form in _DATES:
        try:
            found = datetime.strptime(cells[column], form).date()  # noqa: DTZ007  a day, wherever it is read
        except ValueError:
            continue
        if not cell.LEAST_YEAR <= found.year <= MOST_YEAR:
            raise BadCell(column, f"'{cells[column]}' is too long ago or too far away. Look at the year.")
        return found
    raise BadCell(column, f"'{cells[column]}' is no date. Write it like 2026-11-24 or 24/11/2026.")


def a_time(cells: dict[str, str], column: str) -> int:
    """A minute of the day. Raises BadCell."""
    found = _TIME.fullmatch(cells[column].strip())
    if found is None:
        raise BadCell(column, f"'{cells[column]}' is no time. Write it like 10:30.")
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half and not 1 <= hour <= _HALF_DAY:
        raise BadCell(column, f"'{cells[column]}' is no time. Write it like 10:30.")
    if half:
        hour = hour % _HALF_DAY + (_HALF_DAY if half == "pm" else 0)
    if hour >= 2 * _HALF_DAY or minute >= 60:  # noqa: PLR2004  minutes of an hour
        raise BadCell(column, f"'{cells[column]}' is no time of a day. Write it like 10:30.")
    return hour * 60 + minute


def how_often(cells: dict[str, str]) -> Repeats:
    """How often it comes again, and until when. Raises BadCell."""
    words, _, until = cells["repeats"].casefold().partition(" until ")
    said = " ".join(words.split())
    found = _EVERY.fullmatch(said)
    every_weeks = int(found[1]) if found else _WORDS.get(said)
    if every_weeks is None or (until and not every_weeks):
        message = "Write weekly, fortnightly, every 3 weeks, or weekly until 2027-03-26. Leave it empty for one date."
        raise BadCell("repeats", f"'{cells['repeats']}' cannot be read. {message}")
    return Repeats(every_weeks, a_date({"repeats": until.strip()}, "repeats") if until else None)
