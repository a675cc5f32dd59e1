"""Opening a centre's records in the one safe order.

Key, open, write-ahead log and full sync, refuse what a newer version wrote, quick check, back up before a migration
that is due, migrate, compare the schema. Whatever fails leaves the folder as it was found. The quick check reads all
there is: it is made at the first start of a day and after every bad end; damage in between shows when it is read.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop.clock import Clock, local_day
from desktop.store import files, folders, keys, migrations, private, retention
from desktop.store.lock import FolderLock
from desktop.store.problems import DamagedStore, DiskFull, NoCentreHere
from desktop.store.sqlcipher import Database, connect, in_plain_words
from desktop.store.store import Store

DATABASE_FILE = "goodhour.db"
PASSPHRASE_VARIABLE = "GOODHOUR_PASSPHRASE"  # noqa: S105  the name of the variable, not a passphrase
PAGE_BYTES = 4096


def open_store(folder: Path, *, clock: Clock, passphrase: str | None = None) -> Store:
    """Open the centre in a folder; this app holds the folder until `Store.close`.

    passphrase: the five words, when the keyring has no key; None takes those of GOODHOUR_PASSPHRASE.

    Raises:
        NoCentreHere, AlreadyOpen, PassphraseNeeded, WrongKey, NewerStore, DamagedStore: it does not open, and is as
            it was. SyncedFolder, RoamingFolder, NetworkFolder, ReadOnlyFolder, DiskFull: not there.
    """
    home = folders.safe(folder)
    if not (home / DATABASE_FILE).exists():
        raise NoCentreHere
    with held(home) as lock:
        given = passphrase_given() if passphrase is None else passphrase
        return open_with_key(home, keys.load(home).key(given), clock=clock, lock=lock)


def open_with_key(
    home: Path, key: bytes, *, clock: Clock, lock: FolderLock | None = None, is_copy: bool = False
) -> Store:
    """Open the database in a folder by its key, in the order above; `Store.close` lets `lock` go.

    Without a lock of its own (it is being made or restored) the whole of it is checked. is_copy: it was just taken out
    of a backup, which stays: none is made before it is migrated.

    Raises:
        NewerStore, DamagedStore, DiskFull, ReadOnlyFolder, DiskTrouble: it does not open.
    """
    private.keep(home)
    file = home / DATABASE_FILE
    _refuse_cut_short(file, has_log=_ended_badly(home))
    is_check_due = lock is None or _ended_badly(home) or lock.note != _today(clock)
    db = connect(file, key)
    try:
        migrations.refuse_newer(db)
        if is_check_due:
            _quick_check(db)
        if migrations.is_due(db):
            if not is_copy:
                _keep_before_migrating(db, home, clock)
            migrations.migrate(db)
        store = Store(db, clock=clock, folder=home, on_close=lock.release if lock else _nothing)
        if not migrations.has_projections(db):
            store.rebuild()
        migrations.refuse_other_schema(db)
        retention.prune(home, clock)
        if lock and is_check_due:
            _leave_checked(lock, clock)
    except BaseException:
        db.close()
        raise
    return store


def passphrase_given() -> str:
    """The five words in the environment, "" for none."""
    return os.environ.get(PASSPHRASE_VARIABLE, "")


@contextmanager
def workplace(home: Path) -> Iterator[Path]:
    """A folder inside the data folder for what is being made, empty at first and gone afterwards."""
    place = home / ".making"
    shutil.rmtree(place, ignore_errors=True)
    try:
        with files.disk_in_plain_words():
            place.mkdir()
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def move_in(place: Path, home: Path) -> None:
    """Give what was made in a workplace its final names: first the keys, for a database without them opens never."""
    for name in (keys.KEYS_FILE, keys.KEYS_COPY, DATABASE_FILE):
        files.move(place / name, home / name)


@contextmanager
def held(home: Path) -> Iterator[FolderLock]:
    """The lock on a folder, let go again if anything fails. Raises AlreadyOpen."""
    lock = FolderLock(home)
    try:
        yield lock
    except BaseException:
        lock.release()
        raise


def _refuse_cut_short(file: Path, *, has_log: bool) -> None:
    size_bytes = file.stat().st_size
    if size_bytes < PAGE_BYTES:
        raise DamagedStore  # SQLite would take an empty file for a new database, and write to it
    if size_bytes % PAGE_BYTES and not has_log:  # with its log, a page half written at its end is written again
        raise DamagedStore


def _quick_check(db: Database) -> None:
    with in_plain_words():
        if db.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise DamagedStore


def _ended_badly(home: Path) -> bool:
    """Whether the last app was cut off: one that closes takes the write-ahead log with it."""
    return (home / f"{DATABASE_FILE}-wal").exists()


def _today(clock: Clock) -> str:
    return local_day(clock.now_ms()).isoformat()


def _leave_checked(lock: FolderLock, clock: Clock) -> None:
    with suppress(DiskFull):  # then it is checked again at the next start, and that is all
        lock.leave(_today(clock))


def _keep_before_migrating(db: Database, home: Path, clock: Clock) -> None:
    from desktop.store.backup import keep_before_migrating  # noqa: PLC0415  needed once a release, not at each start

    keep_before_migrating(db, home, clock)


def _nothing() -> None:
    """Closing this store lets nothing else go."""
