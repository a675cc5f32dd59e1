"""Backups: one file that holds everything, still encrypted, and opens on any PC with the recovery sheet.

A zip of three parts, none compressed: `manifest.json` (versions, when, digest of the database), `keys.json` (the key
as the sheet wraps it) and `goodhour.db` (the database, encrypted as it always is).
"""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import IO

from desktop.clock import Clock
from desktop.problems import BadInput, NotFound
from desktop.store import keys
from desktop.store.files import disk_in_plain_words, move
from desktop.store.migrations import keep_copy, latest_version, version_of
from desktop.store.private import opener
from desktop.store.problems import DamagedBackup, DamagedStore, NewerStore
from desktop.store.retention import BACKUPS, SUFFIX, name_before_version
from desktop.store.sqlcipher import Database, in_plain_words
from desktop.store.store import Store

FORMAT = 1

_MANIFEST, _KEYS, _DATABASE = "manifest.json", "keys.json", "goodhour.db"
_PIECE_BYTES = 2**20
_MOST_MANIFEST_BYTES = 2**16


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says about itself.

    goodhour_backup: version of the file's own form. schema: version of the database. made_at_ms: wall-clock
    milliseconds. digest: BLAKE2b-256 of the database, hex.
    """

    goodhour_backup: int
    schema: int
    made_at_ms: int
    digest: str


def backup(store: Store, file: Path) -> None:
    """Write everything to one file, and read it back before it gets its name; a file there is replaced.

    Raises:
        DiskFull, ReadOnlyFolder, DiskTrouble: no backup was made, and an older file of this name is untouched.
        NotFound: there is no such folder. BadInput: there is a folder of this name, or it is the data folder.
    """
    write(store.db, store.folder, file, made_at_ms=store.clock.now_ms())


def keep_before_migrating(db: Database, folder: Path, clock: Clock) -> Path:
    """A backup of its own accord, in the data folder, before a newer version changes the database."""
    with disk_in_plain_words():
        (folder / BACKUPS).mkdir(exist_ok=True)
    made_at_ms = clock.now_ms()
    file = folder / BACKUPS / name_before_version(latest_version(), made_at_ms)
    write(db, folder, file, made_at_ms=made_at_ms)
    return file


def write(db: Database, folder: Path, file: Path, *, made_at_ms: int) -> None:
    """Write a backup of an open database whose keys lie in `folder`."""
    with disk_in_plain_words(file.parent):
        _refuse_place(file, folder)
    vault = replace(keys.load(folder), first_passphrase="")  # what leaves this PC never opens by itself
    with _a_copy(db, folder) as copy:
        manifest = Manifest(FORMAT, version_of(db), made_at_ms, _digest_of(copy))
        beside = file.with_name(f".{file.name}.new")
        try:
            with disk_in_plain_words(file.parent):
                _pack(beside, manifest, keys.Vault(vault.by_sheet), copy)
                with _opened(beside) as box:
                    _refuse_changed(box, manifest)
                move(beside, file)
        except FileNotFoundError as error:
            raise NotFound(f"The backup did not arrive in {file.parent}. Is the stick still in?") from error
        finally:
            beside.unlink(missing_ok=True)


def read(file: Path, database: Path) -> keys.Vault:
    """Take the database out of a backup, whole and unchanged, into a new file; returns its wrapped key.

    Raises:
        DamagedBackup: it is cut short, changed, or no backup. NewerStore: a newer Goodhour wrote it.
        NotFound: there is no such file. BadInput: we may not read it. DiskFull, ReadOnlyFolder: no room to take it out.
    """
    with disk_in_plain_words(), _opened(file) as box:
        manifest = _manifest_of(box)
        with _parts_in_plain_words():
            vault = keys.decode(_small(box, _KEYS))
            with box.open(_DATABASE) as packed, database.open("xb") as target:
                digest = _copied(packed, target)
                os.fsync(target.fileno())
        if digest != manifest.digest:
            raise DamagedBackup
        return vault


def _refuse_place(file: Path, folder: Path) -> None:
    if not file.parent.is_dir():
        raise NotFound(f"There is no folder {file.parent} to put the backup in. Is the stick in?")
    if file.is_dir():
        raise BadInput(f"{file} is a folder. Give the backup a name of its own, like {file / 'monday'}{SUFFIX}.")
    if file.parent.resolve() == folder.resolve():
        raise BadInput(f"The records lie beside {file}, and would be in danger. Put the backup in another folder.")
    if file.exists() and not file.is_file():
        raise BadInput(f"{file} is no file that can be replaced. Give the backup another name.")


@contextmanager
def _a_copy(db: Database, folder: Path) -> Iterator[Path]:
    """A copy of the database that has been opened and checked, for a while."""
    copy = folder / ".backup.db"
    copy.unlink(missing_ok=True)
    try:
        keep_copy(db, copy)
        with in_plain_words():
            db.execute("ATTACH DATABASE ? AS copy", [str(copy)])  # no key named: the same key
            try:
                sound = db.execute("PRAGMA copy.quick_check(1)").fetchone()
                whole = db.execute("SELECT (SELECT count(*) FROM main.facts) = (SELECT count(*) FROM copy.facts)")
                if sound != ("ok",) or whole.fetchone() != (1,):
                    raise DamagedStore
            finally:
                db.execute("DETACH DATABASE copy")
        yield copy
    finally:
        copy.unlink(missing_ok=True)


def _pack(file: Path, manifest: Manifest, vault: keys.Vault, database: Path) -> None:
    with open(file, "wb", opener=opener) as target:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as box:
            box.writestr(_MANIFEST, json.dumps(asdict(manifest)))
            box.writestr(_KEYS, keys.encode(vault))
            box.write(database, _DATABASE)
        target.flush()
        os.fsync(target.fileno())


@contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    try:
        box = zipfile.ZipFile(file)
    except FileNotFoundError as error:
        raise NotFound(f"There is no file {file}.") from error
    except PermissionError as error:
        raise BadInput(f"Goodhour may not read {file}. Ask whoever looks after this PC to allow it.") from error
    except (zipfile.BadZipFile, IsADirectoryError, EOFError, ValueError) as error:
        raise DamagedBackup from error
    with box:
        yield box


def _manifest_of(box: zipfile.ZipFile) -> Manifest:
    with _parts_in_plain_words():
        found = json.loads(_small(box, _MANIFEST))
        if int(found["goodhour_backup"]) > FORMAT:
            raise NewerStore
        return Manifest(**found)


@contextmanager
def _parts_in_plain_words() -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, EOFError, NotImplementedError) as error:
        raise DamagedBackup from error


def _small(box: zipfile.ZipFile, part: str) -> bytes:
    with box.open(part) as packed:
        raw = packed.read(_MOST_MANIFEST_BYTES + 1)
    if len(raw) > _MOST_MANIFEST_BYTES:
        raise DamagedBackup
    return raw


def _refuse_changed(box: zipfile.ZipFile, manifest: Manifest) -> None:
    with box.open(_DATABASE) as packed:
        if _manifest_of(box) != manifest or _digest_of_stream(packed) != manifest.digest:
            raise DamagedBackup


def _copied(source: IO[bytes], target: IO[bytes]) -> str:
    digest = blake2b(digest_size=32)
    while piece := source.read(_PIECE_BYTES):
        digest.update(piece)
        target.write(piece)
    return digest.hexdigest()


def _digest_of(file: Path) -> str:
    with file.open("rb") as stream:
        return _digest_of_stream(stream)


def _digest_of_stream(stream: IO[bytes]) -> str:
    digest = blake2b(digest_size=32)
    while piece := stream.read(_PIECE_BYTES):
        digest.update(piece)
    return digest.hexdigest()
