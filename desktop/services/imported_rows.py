"""Lines of a list as what they would write: people, tasks, offers and contributions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property

from desktop.services import cells as cell
from desktop.services.by_name import ByName
from desktop.services.cells import BadCell
from desktop.services.imported_sessions import SessionLines
from desktop.services.imported_week_rows import ActivityRow, SessionRow, activity_sort
from desktop.services.pictures import Pictures
from desktop.services.planning import way_in
from desktop.services.wording import LABEL_LETTERS
from desktop.store.store import Store
from ledger.domain.names import FactId

MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A member or worker."""

    name: str
    known_as: str
    picture: str
    is_driver: bool = False


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task."""

    label: str
    picture: str
    usual_minutes: int
    for_what: str


@dataclass(frozen=True, slots=True)
class OfferRow:
    """An offer; venue: its id, or the name of a place that would be new, "" at the centre."""

    label: str
    picture: str
    minutes: int
    venue: FactId | str
    place: str
    getting_there: str
    companion: str
    is_open_to_all: bool
    is_step_free: bool
    is_quiet: bool


@dataclass(frozen=True, slots=True)
class ContributionRow:
    """A contribution; at_ms None is now."""

    member: FactId
    task: FactId
    minutes: int
    at_ms: int | None


Row = PersonRow | TaskRow | OfferRow | ContributionRow | ActivityRow | SessionRow


Notes = list[tuple[str, str]]
"""What is to be said about a line that goes in: (column, message)."""


class Lines:
    """Turns lines into rows, by what the centre holds now."""

    def __init__(self, store: Store, pictures: Pictures, kind: str) -> None:
        self._store = store
        self._rules = store.rules
        self._now_ms = store.clock.now_ms()
        self._picture_named = cache(pictures.named)
        self._picture_fitting = cache(pictures.fitting)
        read = store.read
        self._members = ByName((row.id, row.name) for row in (read.members() if kind == "contributions" else ()))
        tasks = read.tasks(kept_only=False) if kind in {"contributions", "tasks"} else []
        self._tasks = ByName((row.id, row.label) for row in tasks)
        self._usual = {row.id: row.usual_minutes for row in tasks}
        self._venues = ByName((row.id, row.name) for row in read.venues())
        readers: dict[str, Callable[[dict[str, str], Notes], Row]] = {
            "members": self._person,
            "workers": self._worker,
            "tasks": self._task,
            "offers": self._offer,
            "contributions": self._contribution,
            "activities": self._activity,
            "sessions": self._session,
        }
        self._read = readers[kind]

    @cached_property
    def _sessions(self) -> SessionLines:
        return SessionLines(self._store)

    def row(self, cells: dict[str, str], notes: Notes) -> Row:
        """What a line would write. Raises BadCell."""
        return self._read(cells, notes)

    def _person(self, cells: dict[str, str], notes: Notes) -> PersonRow:
        return PersonRow(cell.name(cells, "name"), cell.words(cells, "known_as"), self._picture(cells, notes))

    def _worker(self, cells: dict[str, str], notes: Notes) -> PersonRow:
        person = self._person(cells, notes)
        return PersonRow(person.name, person.known_as, person.picture, is_driver=cell.yes(cells, "drives"))

    def _task(self, cells: dict[str, str], notes: Notes) -> TaskRow:
        label = self._label(cells, "task", notes)
        usual_minutes = self._usual_minutes(cells, notes)
        for_what = cell.words(cells, "for_what", most=LABEL_LETTERS)
        return TaskRow(label, self._picture_of(label, cells, notes), usual_minutes, for_what)

    def _usual_minutes(self, cells: dict[str, str], notes: Notes) -> int:
        number = cell.minutes(cells, "usual_minutes", empty=0)
        if not number:
            if cells["usual_minutes"]:
                notes.append(("usual_minutes", "0 says that the task has no usual length."))
            return 0
        try:
            return cell.time_given(cells, "usual_minutes", self._rules, empty=0)
        except BadCell as error:
            message = f"{error.message} If the task has no usual length, write 0 or leave the cell empty."
            raise BadCell(error.column, message) from error

    def _offer(self, cells: dict[str, str], notes: Notes) -> OfferRow:
        label = self._label(cells, "offer", notes)
        return OfferRow(
            label=label,
            picture=self._picture_of(label, cells, notes),
            minutes=cell.price(cells, "minutes", empty=self._rules.credit_minutes),
            venue=self._venue(cells, notes),
            place=cell.words(cells, "place"),
            getting_there=self._way(cells, notes),
            companion=cell.words(cells, "companion"),
            is_open_to_all=cell.yes(cells, "open_to_all"),
            is_step_free=cell.yes(cells, "step_free"),
            is_quiet=cell.yes(cells, "quiet"),
        )

    def _contribution(self, cells: dict[str, str], notes: Notes) -> ContributionRow:  # noqa: ARG002  one shape for all
        member = self._members.find(cells, "member")
        task = self._tasks.find(cells, "task")
        usual_minutes = self._usual[task]
        if not cells["minutes"] and not usual_minutes:
            raise BadCell("minutes", "How long is missing, and the task has no usual length. Write minutes, like 30.")
        minutes = cell.time_given(cells, "minutes", self._rules, empty=usual_minutes)
        return ContributionRow(member, task, minutes, cell.moment(cells, "at", now_ms=self._now_ms))

    def _activity(self, cells: dict[str, str], notes: Notes) -> ActivityRow:
        label = self._label(cells, "activity", notes)
        return ActivityRow(label, self._picture_of(label, cells, notes), activity_sort(cells))

    def _session(self, cells: dict[str, str], notes: Notes) -> SessionRow:
        return self._sessions.row(cells, notes)

    def _picture(self, cells: dict[str, str], notes: Notes) -> str:
        said = cells["picture"]
        found = self._picture_named(said) if said else ""
        if found is None:
            notes.append(("picture", f"No picture is called '{said}'. One stands in; choose another any time."))
        return found or ""

    def _picture_of(self, label: str, cells: dict[str, str], notes: Notes) -> str:
        return self._picture(cells, notes) or self._picture_fitting(label)

    def _label(self, cells: dict[str, str], column: str, notes: Notes) -> str:
        label = cell.label(cells, column)
        if len(label.split()) > MOST_WORDS:
            notes.append((column, f"'{label}' has more than {MOST_WORDS} words. Fewer are easier to read."))
        return label

    def _way(self, cells: dict[str, str], notes: Notes) -> str:
        said = cell.words(cells, "getting_there")
        if said and not way_in(said):
            ways = "walk, bus, car, minibus, train or taxi"
            notes.append(("getting_there", f"'{said}' has no picture. Write {ways} to show one."))
        return said

    def _venue(self, cells: dict[str, str], notes: Notes) -> FactId | str:
        said = cell.words(cells, "venue", most=LABEL_LETTERS)
        if not said:
            return ""
        found = self._venues.maybe(said)
        if found is None:
            notes.append(("venue", f"'{said}' is a new place and is added."))
        return found or said
