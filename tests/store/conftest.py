"""A data folder, a clock, and no keyring unless a test brings one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import keyring
import keyring.backend
import keyring.backends.fail
import keyring.errors
import pytest

from desktop.clock import StandingClock, standing_at


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
