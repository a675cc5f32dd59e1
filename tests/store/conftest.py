"""A data folder, a clock, closed centres to copy, and no keyring unless a test brings one."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import keyring
import keyring.backend
import keyring.backends.fail
import keyring.errors
import pytest

from desktop.clock import StandingClock, standing_at
from tests.store.closed import BackedUp, Closed, a_backed_up_centre, a_closed_centre


class KeyringInMemory(keyring.backend.KeyringBackend):
    """A keyring like the system's, that lives as long as the test."""

    priority = -1  # never chosen by itself

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring has no types here
        self.kept: dict[tuple[str, str], str] = {}
        self.is_locked = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.is_locked:
            raise keyring.errors.KeyringLocked
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.is_locked:
            raise keyring.errors.KeyringLocked
        self.kept[service, username] = password


# Before any fixture, and for every program a test starts.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Like a machine without one, whatever this machine has."""
    monkeypatch.delenv("GOODHOUR_PASSPHRASE", raising=False)
    before = keyring.get_keyring()
    keyring.set_keyring(keyring.backends.fail.Keyring())  # type: ignore[no-untyped-call]  # keyring has no types here
    yield
    keyring.set_keyring(before)


@pytest.fixture
def own_keyring(no_keyring: None) -> KeyringInMemory:  # noqa: ARG001  set after it
    backend = KeyringInMemory()
    keyring.set_keyring(backend)
    return backend


@pytest.fixture
def clock() -> StandingClock:
    return standing_at(2026, 11, 24, 10, 20)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "centre"


@pytest.fixture(scope="session")
def closed_once(tmp_path_factory: pytest.TempPathFactory) -> Closed:
    return a_closed_centre(tmp_path_factory.mktemp("closed once") / "centre")


@pytest.fixture
def closed(closed_once: Closed, folder: Path) -> Closed:
    """A centre of forty members, closed, to do with as one likes."""
    shutil.copytree(closed_once.folder, folder)
    return Closed(folder, closed_once.passphrase)


@pytest.fixture(scope="session")
def backed_up_once(tmp_path_factory: pytest.TempPathFactory) -> BackedUp:
    return a_backed_up_centre(tmp_path_factory.mktemp("backed up once"))


@pytest.fixture
def here(backed_up_once: BackedUp, folder: Path) -> BackedUp:
    """A centre of one member, closed, and its backup, to do with as one likes."""
    shutil.copytree(backed_up_once.folder, folder)
    file = shutil.copy(backed_up_once.file, folder.with_name("mill.goodhour"))
    return replace(backed_up_once, folder=folder, file=Path(file))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of 2 MB where such a disk can be made."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount, umount = shutil.which("mount"), shutil.which("umount")
    command = [str(mount), "-t", "tmpfs", "-o", "size=2m", "none", str(disk)]
    is_small = None not in (mount, umount) and subprocess.run(command, check=False, capture_output=True).returncode == 0
    yield disk
    if is_small:
        subprocess.run([str(umount), str(disk)], check=True)
