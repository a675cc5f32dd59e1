"""What any release wrote opens today: backed up first, then taken forward, all of it or nothing of it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop.clock import StandingClock
from desktop.store import keys, migrations
from desktop.store.founding import Founding, create
from desktop.store.opening import DATABASE_FILE, open_store
from desktop.store.problems import DamagedStore
from desktop.store.restoring import restore
from desktop.store.sqlcipher import Error, connect
from desktop.store.store import Store
from ledger.domain.accounts import member_account
from tests.store.old.make import BACKUP, HOLDS, OLD, RELEASE, make

RELEASES = sorted(folder.name for folder in OLD.iterdir() if (folder / HOLDS).is_file())
A_STEP = (
    "INSERT INTO meta (name, value) VALUES ('stepped', 1);CREATE TABLE passing (id INTEGER) STRICT;DROP TABLE passing;"
)


@dataclass(frozen=True)
class Old:
    """A copy of an old release's folder, and what must be found in it."""

    folder: Path
    holds: dict[str, Any]

    def open(self, clock: StandingClock) -> Store:
        return open_store(self.folder, clock=clock, passphrase=self.holds["passphrase"])


def _old(release: str, folder: Path) -> Old:
    shutil.copytree(OLD / release, folder)
    return Old(folder, json.loads((folder / HOLDS).read_text(encoding="utf-8")))


@pytest.fixture
def old(folder: Path) -> Old:
    """The newest of the old releases."""
    return _old(RELEASES[-1], folder)


def _holds_what_it_did(store: Store, holds: dict[str, Any]) -> None:
    verified = store.verify()
    assert verified.ok, verified.problems
    assert (store.centre_name, verified.facts) == (holds["centre"], holds["facts"])
    assert {member.name: store.read.minutes(member_account(member.id)) for member in store.read.members()} == holds[
        "members"
    ]


def _stepped(store: Store) -> int:
    return int(store.db.execute("SELECT count(*) FROM meta WHERE name = 'stepped'").fetchone()[0])


def test_there_is_an_old_release_to_open() -> None:
    assert RELEASE in RELEASES


@pytest.mark.parametrize("release", RELEASES)
def test_the_database_of_an_old_release_opens(release: str, folder: Path, clock: StandingClock) -> None:
    old = _old(release, folder)
    store = old.open(clock)
    _holds_what_it_did(store, old.holds)
    assert migrations.version_of(store.db) == migrations.latest_version()
    store.close()


@pytest.mark.parametrize("release", RELEASES)
def test_the_backup_of_an_old_release_restores(release: str, folder: Path, clock: StandingClock) -> None:
    old = _old(release, folder)
    restored = restore(folder / BACKUP, folder / "bare", old.holds["words"], clock=clock)
    store = open_store(folder / "bare", clock=clock, passphrase=restored.passphrase)
    _holds_what_it_did(store, old.holds)
    store.close()


def test_the_files_of_a_release_are_made_by_a_script(tmp_path: Path, clock: StandingClock) -> None:
    make(tmp_path / "made")
    made = Old(tmp_path / "made", json.loads((tmp_path / "made" / HOLDS).read_text(encoding="utf-8")))
    store = made.open(clock)
    _holds_what_it_did(store, made.holds)
    store.close()


def test_a_due_step_is_taken_once_after_a_backup(
    old: Old, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, A_STEP))
    for _ in range(2):
        store = old.open(clock)
        _holds_what_it_did(store, old.holds)
        assert _stepped(store) == 1
        assert migrations.version_of(store.db) == migrations.latest_version()
        store.close()

    kept = [file.name for file in (old.folder / "backups").iterdir()]
    assert kept == [f"before-version-{migrations.latest_version()}-2026-11-24-102000.goodhour"]


def test_the_backup_made_before_a_step_restores(
    old: Old, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as newer:
        newer.setattr(migrations, "STEPS", (*migrations.STEPS, A_STEP))
        old.open(clock).close()
    (backup,) = (old.folder / "backups").iterdir()
    restored = restore(backup, old.folder / "bare", old.holds["words"], clock=clock)
    store = open_store(old.folder / "bare", clock=clock, passphrase=restored.passphrase)
    _holds_what_it_did(store, old.holds)
    assert _stepped(store) == 0
    store.close()


def test_a_step_that_fails_changes_nothing(old: Old, clock: StandingClock, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as newer:
        newer.setattr(migrations, "STEPS", (*migrations.STEPS, A_STEP, "INSERT INTO nowhere VALUES (1);"))
        with pytest.raises(Error, match="nowhere"):
            old.open(clock)
    store = old.open(clock)
    _holds_what_it_did(store, old.holds)
    assert _stepped(store) == 0
    store.close()


def test_no_backup_no_migration(old: Old, clock: StandingClock, monkeypatch: pytest.MonkeyPatch) -> None:
    (old.folder / "backups").touch()  # a file where the folder of backups should be
    with monkeypatch.context() as newer:
        newer.setattr(migrations, "STEPS", (*migrations.STEPS, A_STEP))
        with pytest.raises(FileExistsError):
            old.open(clock)
    store = old.open(clock)
    assert _stepped(store) == 0
    store.close()


KILLED = """
import os, signal, sys
from pathlib import Path
from desktop.clock import WallClock
from desktop.store import migrations, tables, store
from desktop.store.opening import open_store

def die(*given):
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))

folder, passphrase, step, moment = sys.argv[1:]
migrations.STEPS = (*migrations.STEPS, step)
if moment == "in the step":
    migrations.drop_projections = die
elif moment == "before the rebuild":
    store.Store.rebuild = die
open_store(Path(folder), clock=WallClock(), passphrase=passphrase)
"""


@pytest.mark.parametrize(("moment", "stepped"), [("in the step", 0), ("before the rebuild", 1)])
def test_killed_while_migrating_it_is_the_old_one_or_the_new_one(
    old: Old, clock: StandingClock, monkeypatch: pytest.MonkeyPatch, *, moment: str, stepped: int
) -> None:
    command = [sys.executable, "-c", KILLED, str(old.folder), old.holds["passphrase"], A_STEP, moment]
    assert subprocess.run(command, check=False).returncode != 0
    db = connect(old.folder / DATABASE_FILE, keys.load(old.folder).key(old.holds["passphrase"]))
    assert migrations.version_of(db) == migrations.latest_version() + stepped
    db.close()

    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, A_STEP))
    store = old.open(clock)
    _holds_what_it_did(store, old.holds)
    assert _stepped(store) == 1
    store.close()


def test_a_database_without_a_version_is_none_of_ours(folder: Path, clock: StandingClock) -> None:
    new = create(folder, Founding("The Old Mill"), clock=clock)
    new.store.db.conn.execute("PRAGMA user_version = 0")
    new.store.close()
    with pytest.raises(DamagedStore):
        open_store(folder, clock=clock, passphrase=new.passphrase)
