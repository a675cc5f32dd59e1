"""The PCs of the simulation: real stores on encrypted files, that can be killed, copied, set back and destroyed."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from desktop.services.all import Services, services_of
from desktop.store.opening import DATABASE_FILE, open_with_key
from desktop.store.sqlcipher import KEY_BYTES, connect
from desktop.store.store import Store
from ledger.domain.names import FactId
from tests.simulation.clocks import PcClock
from tests.simulation.sight import Sight
from tests.simulation.statements import Killed, Trap

STORE_KEY = bytes(range(KEY_BYTES))
FILES = (DATABASE_FILE, f"{DATABASE_FILE}-wal")
OpenStore = Callable[[Path, PcClock], Store]


@dataclass
class Picture:
    """A PC's disk as it was at one moment: a backup, or what somebody copied."""

    files: dict[str, bytes]
    taken_at_step: int


@dataclass
class Pc:
    """A PC, or a door. label: as told in the trace. centre: its partition's label.

    has_twin: its disk was copied, or set back. born: the device it was at first.
    """

    label: str
    centre: str
    folder: Path
    clock: PcClock
    founder: bytes
    chance: Callable[[int], bytes]
    is_door: bool = False
    venue: int = 0
    is_gone: bool = False
    is_revoked: bool = False
    has_twin: bool = False
    born: bytes = b""
    trap: Trap | None = None
    pictures: list[Picture] = field(default_factory=list)
    store: Store = field(init=False)
    do: Services = field(init=False)
    sight: Sight = field(init=False)

    def __post_init__(self) -> None:
        self.sight = Sight(self.founder)

    @property
    def device(self) -> bytes:
        """The name of the feed this PC writes now."""
        return self.store.device

    @property
    def is_enrolled(self) -> bool:
        """Whether it knows a ledger."""
        row = self.store.db.execute("SELECT 1 FROM secrets WHERE name = 'ledger_public'").fetchone()
        return row is not None

    @property
    def ledger_public(self) -> bytes | None:
        """The key of its ledger."""
        return bytes(self.store.secret("ledger_public")) if self.is_enrolled else None

    def open(self, *, wholly: bool = False) -> None:
        """Start the app; wholly: in the one safe order of a real start, with all its checks."""
        if wholly:
            self.store = open_with_key(self.folder, STORE_KEY, clock=self.clock)
        else:
            db = connect(self.folder / DATABASE_FILE, STORE_KEY)
            self.store = Store(db, clock=self.clock, folder=self.folder, on_close=_nothing)
        self.born = self.born or self.store.device
        self.do = services_of(self.store, self.chance)

    def restart(self) -> None:
        """Killed, and started again."""
        self.store.db.conn.trap = None
        self.store.db.conn.close()
        self.trap = None
        self.open(wholly=True)

    def close(self) -> None:
        """End the app."""
        self.store.db.conn.trap = None
        self.store.close()

    def look(self) -> Sight:
        """What stands here now."""
        self.sight.look(self.store.db, self.ledger_public)
        return self.sight

    @contextmanager
    def trapped(self, trap: Trap | None) -> Iterator[None]:
        """Meanwhile the trap waits; whoever was killed is started again at once, and Killed goes on."""
        self.trap = trap
        self.store.db.conn.trap = trap
        try:
            yield
        except Killed:
            self.restart()
            raise
        finally:
            self.store.db.conn.trap = None
            self.trap = None

    def picture(self, step: int) -> Picture:
        """Its disk as it is now."""
        there = [self.folder / name for name in FILES]
        return Picture({file.name: file.read_bytes() for file in there if file.exists()}, step)

    def put_back(self, picture: Picture) -> None:
        """Let its disk be as it was then, and start the app."""
        self.close()
        shutil.rmtree(self.folder)
        lay_out(self.folder, picture.files)
        self.open(wholly=True)

    def last(self) -> FactId:
        """The end of its own feed."""
        return FactId(self.device, self.store.read.last_seq())


def lay_out(folder: Path, files: dict[str, bytes]) -> None:
    """Make a PC's folder with these files."""
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)


def _nothing() -> None:
    """No folder is held."""
