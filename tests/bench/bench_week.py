"""How long a change of the week takes with three years of weeks behind it; by hand: `python -m tests.bench.bench_week`.

The centre makes each week by copying the last one, which leaves the most behind; 40 members choose ten things a week.
A change is held against the least a durable one can cost: one row in one SQLCipher commit, on the same disk, in turn.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter_ns, process_time_ns

from desktop.clock import standing_at
from desktop.services.all import Services, services_of
from desktop.services.drafts_week import ActivityDraft, RoomDraft, SessionDraft
from desktop.services.seen import Pic
from desktop.services.week_editing import Put
from desktop.store.sqlcipher import connect, transaction
from ledger.domain.names import FactId
from ledger.domain.subjects import MemberWritten
from ledger.domain.week import Choice, Chosen, Reach
from tests.store.a_centre import STORE_KEY, a_centre

WEEKS, SESSIONS, MEMBERS, CHOICES = 156, 20, 40, 10
TURNS = 100
LAST_MONDAY = date(2026, 11, 23)
NS_A_MS = 1_000_000


def main() -> None:
    """Measure and say."""
    with tempfile.TemporaryDirectory() as folder:
        centre = a_centre(Path(folder) / "a.db", standing_at(2026, 11, 24, 10, 20))
        services = services_of(centre.store)
        _fill(services)
        print(f"{centre.store.read.last_seq()} facts, {WEEKS} weeks of {SESSIONS} sessions")  # noqa: T201
        raw = connect(Path(folder) / "raw.db", STORE_KEY)
        with transaction(raw):
            raw.execute("CREATE TABLE rows (id INTEGER PRIMARY KEY, body BLOB)")
        commits: list[float] = []
        for name, change in _changes(services).items():
            walls, cpus = [], []
            for turn in range(TURNS):
                commits.append(_took(lambda: _commit(raw.conn))[0])
                wall, cpu = _took(lambda turn=turn, change=change: change(turn))  # type: ignore[misc]  # bound for this turn
                walls.append(wall)
                cpus.append(cpu)
            _say(name, walls, cpus)
        _say("a raw commit", commits, commits)
        raw.close()
        centre.store.close()


def _fill(services: Services) -> None:
    store = services.store
    first = LAST_MONDAY - timedelta(weeks=WEEKS - 1)
    rooms = [services.rooms.write(RoomDraft(f"Room {number}")).first for number in range(4)]
    activities = [
        services.activities.write(ActivityDraft(f"Activity {number}", pic=Pic("om:1F3A8"))).first
        for number in range(12)
    ]
    with store.writing("members") as facts:
        members = [facts.add(MemberWritten(None, facts.seal(b"Somebody"), place=at + 10)) for at in range(MEMBERS)]
    for number in range(SESSIONS):
        draft = SessionDraft(
            activities[number % 12], first, first + timedelta(days=number % 5), 600 + 75 * (number // 5), 60, 8
        )
        services.week_editing.write(_in(draft, rooms[number % 4]), Reach.THIS_WEEK)
    for week in range(WEEKS):
        monday = first + timedelta(weeks=week)
        if week:
            services.week_editing.copy_week(monday - timedelta(weeks=1), monday)
        _choose(services, members, monday)


def _in(draft: SessionDraft, room: FactId) -> SessionDraft:
    return SessionDraft(draft.activity, draft.monday, draft.day, draft.start_minute, draft.minutes, draft.places, room)


def _choose(services: Services, members: list[FactId], monday: date) -> None:
    sessions = services.week.sessions(monday)
    with services.store.writing(f"choices {monday}") as facts:
        for place, member in enumerate(members):
            for number in range(CHOICES):
                at = sessions[(place + 2 * number) % SESSIONS].at
                facts.add(Chosen(member, *at, Choice.GOING))


def _changes(services: Services) -> dict[str, Callable[[int], object]]:
    ats = [one.at for one in services.week.sessions(LAST_MONDAY)]
    editing = services.week_editing

    def move(turn: int) -> object:
        day = LAST_MONDAY + timedelta(days=turn % 5)
        return editing.move(ats[turn % SESSIONS], Put(day, start_minute=600 + 15 * (turn % 8)))

    def redraw(_turn: int) -> object:
        return services.week.week(LAST_MONDAY)

    return {
        "a session moved, this week": move,
        "the week as it is shown after": redraw,
        "moved and shown": lambda turn: (move(turn + 1), redraw(turn)),
        "taken back": lambda _turn: editing.undo(),
        "a choice": lambda turn: _choice(services, turn),
    }


def _choice(services: Services, turn: int) -> object:
    member = services.people.members()[turn % MEMBERS].id
    sitting = services.sittings.begin(member)
    place = services.choices.places(sitting, LAST_MONDAY)[0]
    return services.choices.choosing(sitting, place)


def _commit(connection: object) -> None:
    execute = connection.execute  # type: ignore[attr-defined]  # sqlcipher3 has no types
    execute("BEGIN IMMEDIATE")
    execute("INSERT INTO rows (body) VALUES (?)", [bytes(90)])
    execute("COMMIT")


def _took(work: Callable[[], object]) -> tuple[float, float]:
    wall, cpu = perf_counter_ns(), process_time_ns()
    work()
    return (perf_counter_ns() - wall) / NS_A_MS, (process_time_ns() - cpu) / NS_A_MS


def _say(name: str, walls: list[float], cpus: list[float]) -> None:
    far = sorted(walls)[int(len(walls) * 0.95)]
    print(f"{name}: median {median(walls):.1f} ms, 95 % {far:.1f} ms; CPU {median(cpus):.1f} ms")  # noqa: T201


if __name__ == "__main__":
    main()
