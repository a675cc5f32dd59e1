"""A backup is one whole file that tells nothing without the sheet; anything less is refused and changes nothing."""

from __future__ import annotations

import json
import sys
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.clock import StandingClock
from desktop.problems import BadInput, NotFound
from desktop.store import keys, retention
from desktop.store.backup import backup
from desktop.store.opening import DATABASE_FILE, open_store
from desktop.store.problems import (
    DamagedBackup,
    DiskFull,
    NewerStore,
)
from desktop.store.restoring import restore
from tests.store.closed import BackedUp, member_named, names_in

MB = 2**20


def test_a_backup_leaves_nothing_else_behind_and_tells_nothing(backed_up_once: BackedUp) -> None:
    assert [file.name for file in backed_up_once.file.parent.iterdir()] == [backed_up_once.file.name]
    assert not list(backed_up_once.folder.glob(".*"))
    raw = backed_up_once.file.read_bytes()
    for secret in ("The Old Mill", backed_up_once.passphrase, backed_up_once.words):
        assert secret.encode() not in raw
    with zipfile.ZipFile(backed_up_once.file) as box:
        vault = keys.decode(box.read("keys.json"))
    assert (vault.by_passphrase, vault.by_keyring, vault.practice_passphrase) == ("", "", "")


def _repacked(file: Path, **parts: bytes) -> None:
    with zipfile.ZipFile(file) as box:
        all_parts = {name: box.read(name) for name in box.namelist()} | {
            name.replace("_", "."): part for name, part in parts.items()
        }
    with zipfile.ZipFile(file, "w") as box:
        for name, part in all_parts.items():
            box.writestr(name, part)


@pytest.mark.parametrize("kept", [0, 10, 1000, 9000, -1000, -1])
def test_a_backup_cut_short_changes_nothing(here: BackedUp, clock: StandingClock, kept: int) -> None:
    here.file.write_bytes(here.file.read_bytes()[:kept])
    before = _folder_as_it_is(here.folder)
    with pytest.raises(DamagedBackup, match="older"):
        restore(here.file, here.folder, here.words, clock=clock)
    assert _folder_as_it_is(here.folder) == before


@pytest.mark.parametrize("where", [0.1, 0.3, 0.5, 0.9])
def test_a_changed_bit_in_a_backup_is_noticed(here: BackedUp, clock: StandingClock, where: float) -> None:
    raw = bytearray(here.file.read_bytes())
    raw[int(len(raw) * where)] ^= 4
    here.file.write_bytes(raw)
    with pytest.raises(DamagedBackup):
        restore(here.file, here.folder, here.words, clock=clock)


@pytest.mark.parametrize(
    "part",
    [
        {"manifest_json": b"{}"},
        {"manifest_json": b"\xff"},
        {"manifest_json": b'{"goodhour_backup": 1}'},
        {"keys_json": b"[]"},
        {"keys_json": b" " * MB},
        {"goodhour_db": bytes(8192)},
    ],
)
def test_a_zip_that_is_no_backup_is_refused(here: BackedUp, clock: StandingClock, part: dict[str, bytes]) -> None:
    _repacked(here.file, **part)
    with pytest.raises(DamagedBackup):
        restore(here.file, here.folder, here.words, clock=clock)


def test_something_else_is_no_backup(tmp_path: Path, clock: StandingClock) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8" + bytes(1000))
    for other in (tmp_path / "photo.jpg", tmp_path):
        with pytest.raises(DamagedBackup):
            restore(other, tmp_path / "bare", "words", clock=clock)
    with pytest.raises(NotFound):
        restore(tmp_path / "nothing", tmp_path / "bare", "words", clock=clock)


@pytest.mark.parametrize("part", ["manifest_json", "keys_json"])
def test_a_backup_of_a_newer_goodhour_is_refused(here: BackedUp, clock: StandingClock, part: str) -> None:
    with zipfile.ZipFile(here.file) as box:
        said = json.loads(box.read(part.replace("_", ".")))
    newer = {"goodhour_backup": 2, "version": 2, "form": "unheard of"}
    _repacked(here.file, **{part: json.dumps(said | newer).encode()})
    with pytest.raises(NewerStore):
        restore(here.file, here.folder, here.words, clock=clock)


def test_a_backup_of_a_newer_database_is_refused(here: BackedUp, clock: StandingClock) -> None:
    store = open_store(here.folder, clock=clock, passphrase=here.passphrase)
    store.db.conn.execute("PRAGMA user_version = 1000")
    backup(store, here.file)
    store.close()
    with pytest.raises(NewerStore):
        restore(here.file, here.folder.with_name("bare"), here.words, clock=clock)
    assert not (here.folder.with_name("bare") / DATABASE_FILE).exists()


@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no limit on the size of files to stand for a full stick"
)
def test_a_backup_that_does_not_fit_leaves_the_older_one(here: BackedUp, clock: StandingClock) -> None:
    import resource  # noqa: PLC0415  POSIX only

    store = open_store(here.folder, clock=clock, passphrase=here.passphrase)
    before = here.file.read_bytes()
    with zipfile.ZipFile(here.file) as box:
        largest = box.getinfo("goodhour.db").file_size
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest + 100, hard))
    try:
        with pytest.raises(DiskFull, match=str(here.file.parent)):
            backup(store, here.file)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert here.file.read_bytes() == before
    assert sorted(file.name for file in here.file.parent.iterdir()) == ["centre", "mill.goodhour"]
    member_named(store, "Bob")
    backup(store, here.file)
    store.close()


def test_a_backup_to_a_stick_that_is_not_in_says_so(here: BackedUp, clock: StandingClock) -> None:
    store = open_store(here.folder, clock=clock, passphrase=here.passphrase)
    with pytest.raises(NotFound, match="stick"):
        backup(store, here.folder / "no such folder" / "mill.goodhour")
    with pytest.raises(BadInput, match="is a folder"):
        backup(store, here.folder)
    store.close()


def test_backups_goodhour_made_by_itself_live_thirty_five_days(here: BackedUp, clock: StandingClock) -> None:
    kept = here.folder / retention.BACKUPS
    kept.mkdir()
    made = kept / retention.name_before_version(2, clock.now_ms())
    for file in (made, kept / "my own.goodhour", kept / "before-version-2-soon.goodhour"):
        file.touch()

    clock.move(timedelta(days=35).total_seconds() / 60)
    open_store(here.folder, clock=clock, passphrase=here.passphrase).close()
    assert made.exists()
    clock.move(1)
    open_store(here.folder, clock=clock, passphrase=here.passphrase).close()
    assert sorted(file.name for file in kept.iterdir()) == ["before-version-2-soon.goodhour", "my own.goodhour"]


def test_a_backup_during_the_day_holds_what_was_done_until_then(here: BackedUp, clock: StandingClock) -> None:
    store = open_store(here.folder, clock=clock, passphrase=here.passphrase)
    member_named(store, "Bob")
    backup(store, here.file)
    member_named(store, "Cleo")
    assert names_in(store) == ["Ann", "Bob", "Cleo"]
    store.close()
    restored = restore(here.file, here.folder.with_name("bare"), here.words, clock=clock)
    store = open_store(here.folder.with_name("bare"), clock=clock, passphrase=restored.passphrase)
    assert names_in(store) == ["Ann", "Bob"]
    store.close()


def _folder_as_it_is(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
