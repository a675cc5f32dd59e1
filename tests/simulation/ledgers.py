"""The central ledger of the simulation: its real code on a real database, that can be killed and put back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from sqlalchemy import Engine, event, make_url, select

from ledger.domain.names import FactId
from ledger.server import epochs, own
from ledger.server.database import FILE, open_database, reading, writing
from ledger.server.enrolling import STATUSES, enrol
from ledger.server.exchange import answer
from ledger.server.problems import LedgerProblem
from ledger.server.tables import batches
from tests.server.postgres import Postgres
from tests.simulation.chance import Chance, ruling
from tests.simulation.statements import Killed, Trap

BAD_REQUEST = 400


class Disk(Protocol):
    """Where a ledger's database is kept, and how it looked before."""

    def open(self) -> Engine:
        """The database, open."""

    def picture(self) -> Any:
        """Everything in it now."""

    def put_back(self, picture: Any) -> None:
        """Let it be as it was; nobody has it open."""

    def close(self) -> None:
        """It is needed no more."""


class SqliteDisk:
    """The embedded database in a folder."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._folder = folder
        (folder / FILE).write_bytes(new_ledger())

    def open(self) -> Engine:
        """The database, open. One engine serves all runs of a process: what it compiled once is compiled."""
        engine = _engine()
        _WHERE[:] = [self._folder / FILE]
        return engine

    def picture(self) -> dict[str, bytes]:
        """Its files."""
        return {file.name: file.read_bytes() for file in self._folder.iterdir() if not file.name.endswith("-shm")}

    def put_back(self, picture: dict[str, bytes]) -> None:
        """Its files as they were."""
        for file in self._folder.iterdir():
            file.unlink()
        for name, content in picture.items():
            (self._folder / name).write_bytes(content)

    def close(self) -> None:
        """The folder goes with the run."""


class PostgresDisk:
    """A database of a PostgreSQL that tests started; its pictures are copies of the whole database."""

    def __init__(self, postgres: Postgres) -> None:
        self._postgres = postgres
        self._names = ExitStack()
        self._url = self._names.enter_context(postgres.fresh())

    def open(self) -> Engine:
        """The database, open."""
        return open_database(self._url)

    def picture(self) -> str:
        """A copy of it: the copy's name."""
        return self._copy(self._url)

    def put_back(self, picture: str) -> None:
        """A copy of the copy, for it may be put back again."""
        self._url = self._names.enter_context(self._postgres.fresh(template=picture))

    def close(self) -> None:
        """Nothing of it is kept."""
        self._names.close()

    def _copy(self, url: str) -> str:
        made = self._names.enter_context(self._postgres.fresh(template=_name_in(url)))
        return _name_in(made)


class LedgerHere:
    """The central ledger. clock: tells its milliseconds.

    moved: grows with everything it takes or rules. order: facts in the order in which they arrived here, of all
    centres; a pack that replaces batches brings none anew.
    """

    def __init__(self, disk: Disk, clock: Callable[[], int]) -> None:
        self._disk = disk
        self._clock = clock
        self._trap: Trap | None = None
        self._arrived: dict[bytes, int] = {}
        self.pictures: list[Any] = []
        self.order: list[FactId] = []
        self.moved = 0
        self._ears = (("before_cursor_execute", self._before), ("commit", self._before_commit))
        self._open()

    @property
    def now_ms(self) -> int:
        """What its clock says."""
        return self._clock()

    @property
    def is_window_open(self) -> bool:
        """Whether settlements are provisional yet."""
        with reading(self.engine) as connection:
            return own.read(connection).is_open

    def send(self, path: str, body: bytes, *, is_carried: bool = False) -> tuple[int, bytes]:
        """Answer a request. Raises Killed: it ended in the middle of it."""
        if path.endswith("enrol"):
            return self._enrol(body)
        answered = answer(self.engine, body, now_ms=self.now_ms, is_carried=is_carried)
        self.moved += answered.batches + len(answered.rulings)
        if answered.batches:
            self._note_order(answered.centre)
        return answered.status, answered.body

    @contextmanager
    def trapped(self, trap: Trap | None) -> Iterator[None]:
        """Meanwhile the trap waits between its statements; killed, it is started again at once."""
        self._trap = trap
        try:
            yield
        except Killed:
            self._trap = None
            self.engine.dispose()
            self._note_all()  # what it did before the last statement stands: a request is more than one transaction
            raise
        finally:
            self._trap = None

    def keep_picture(self) -> None:
        """Remember how it is now, for a later `put_back`."""
        self.engine.dispose()
        self.pictures.append(self._disk.picture())

    def put_back(self, number: int, *, tells: bool) -> None:
        """It is again as it was; tells: by its own restore, which enters a new epoch at once."""
        self.engine.dispose()
        self._disk.put_back(self.pictures[number])
        self._open()
        if tells:
            with writing(self.engine) as connection:
                epochs.begin(connection)

    def close(self) -> None:
        """End it."""
        for name, heard in self._ears:
            event.remove(self.engine, name, heard)
        self.engine.dispose()
        self._disk.close()

    def _open(self) -> None:
        self.engine = self._disk.open()
        for name, heard in self._ears:
            if not event.contains(self.engine, name, heard):
                event.listen(self.engine, name, heard)

    def _note_order(self, centre: bytes) -> None:
        known = self._arrived.get(centre, 0)
        with reading(self.engine) as connection:
            new = select(batches.c.device, batches.c.first, batches.c.last, batches.c.arrival).where(
                batches.c.centre == centre, batches.c.arrival > known
            )
            for device, first, last, arrival in connection.execute(new.order_by(batches.c.arrival)):
                self.order += [FactId(bytes(device), seq) for seq in range(first, last + 1)]
                self._arrived[centre] = arrival

    def _note_all(self) -> None:
        with reading(self.engine) as connection:
            there = connection.execute(select(batches.c.centre).distinct()).scalars().all()
        for centre in there:
            self._note_order(bytes(centre))

    def _enrol(self, body: bytes) -> tuple[int, bytes]:
        try:
            return 200, enrol(self.engine, body, now_ms=self.now_ms)
        except LedgerProblem as problem:
            said = {"problem": problem.code, "message": str(problem)}
            return STATUSES.get(problem.code, BAD_REQUEST), json.dumps(said).encode()

    def _before(self, _connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if self._trap is not None:
            self._trap.before(statement)

    def _before_commit(self, _connection: Any) -> None:
        if self._trap is not None:
            self._trap.before("COMMIT")


_WHERE: list[Path] = []
"""The file that the process's one engine opens now."""


@cache
def _engine() -> Engine:
    with TemporaryDirectory() as place:
        engine = open_database(None, folder=Path(place))
        engine.dispose()

    def elsewhere(_dialect: Any, _record: Any, arguments: list[Any], _named: Any) -> None:
        arguments[0] = str(_WHERE[0])

    event.listen(engine, "do_connect", elsewhere)
    return engine


def _name_in(url: str) -> str:
    name = make_url(url).database
    if name is None:
        raise ValueError(f"no database is named in {url}")
    return name


@cache
def new_ledger() -> bytes:
    """The file of a ledger that nobody has joined; make it before a run's own chance rules."""
    with TemporaryDirectory() as place, ruling(Chance(6_000_000)):
        engine = open_database(None, folder=Path(place))
        engine.dispose()
        return (Path(place) / FILE).read_bytes()
