"""Beginning a venue's door: its device asks to be let in before there are records, for their first fact is the answer.

Until the answer is here, the device's seed lies in the folder beside nothing else: when the answer was lost, the same
device asks again with the same code. The file goes when the door is there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Final

from desktop.clock import Clock
from desktop.store import files, folders
from desktop.store.founding import Beginning, NewCentre, begin
from desktop.store.lock import FolderLock
from desktop.store.membership import Ledger
from desktop.store.opening import DATABASE_FILE
from desktop.store.problems import CentreHereAlready
from ledger.domain.network import DoorOpened
from ledger.wire.keys import SEED_BYTES, new_signing_seed

_PENDING: Final = ".joining-"


@dataclass(frozen=True, slots=True)
class DoorFounding:
    """What a door begins with.

    name, number: of the venue. ledger_ms: its clock. staff_pin_hash: empty sets no PIN. is_sheet_due: nobody sees the
    recovery words before the app shows them.
    """

    name: str
    number: int
    ledger: Ledger
    epoch: int
    ledger_ms: int
    staff_pin_hash: bytes = field(default=b"", repr=False)
    is_sheet_due: bool = False


class DoorPlace:
    """A folder that is held for a door to be made in it."""

    def __init__(self, home: Path, lock: FolderLock) -> None:
        self._home = home
        self._lock = lock
        self.is_founded = False

    def seed(self, code_secret: bytes) -> bytes:
        """The seed of the device that asks with this code: the one that asked before, or a new one, on the disk now.

        Raises:
            DiskFull, ReadOnlyFolder, DiskTrouble: there is none.
        """
        file = self._home / f"{_PENDING}{blake2b(code_secret, digest_size=16).hexdigest()}"
        with files.disk_in_plain_words():
            kept = file.read_bytes() if file.exists() else b""
        if len(kept) == SEED_BYTES:
            return kept
        seed = new_signing_seed()
        files.write_whole(file, seed)
        return seed

    def found(self, founding: DoorFounding, seed: bytes, *, clock: Clock) -> NewCentre:
        """Make the door and open it; killed at any moment, there is the whole door or none.

        Raises:
            DiskFull, ReadOnlyFolder, DiskTrouble: there is none, and the same code may be used again.
        """
        ledger = founding.ledger
        secrets = {
            "device_seed": seed,
            "ledger_url": ledger.url.encode(),
            "ledger_public": ledger.public,
            "centre": ledger.centre,
        }
        if founding.staff_pin_hash:
            secrets["pin_hash"] = founding.staff_pin_hash
        beginning = Beginning(
            secrets,
            (DoorOpened(founding.name, founding.number),),
            {"epoch": founding.epoch, "ledger_ms": founding.ledger_ms},
            is_sheet_due=founding.is_sheet_due,
        )
        made = begin(self._home, self._lock, beginning, clock=clock)
        self.is_founded = True
        with files.disk_in_plain_words():
            for file in self._home.glob(f"{_PENDING}*"):
                file.unlink()
        return made


@contextmanager
def place_for_door(folder: Path) -> Iterator[DoorPlace]:
    """Hold a folder with no records in it, until the block ends or the door that was made in it is closed.

    Raises:
        CentreHereAlready: it holds records. AlreadyOpen: another app has it open.
        SyncedFolder, RoamingFolder, NetworkFolder, ReadOnlyFolder, DiskFull: not there.
    """
    home = folders.make(folder)
    lock = FolderLock(home)
    place = DoorPlace(home, lock)
    try:
        if (home / DATABASE_FILE).exists():
            raise CentreHereAlready
        yield place
    finally:
        if not place.is_founded:
            lock.release()
