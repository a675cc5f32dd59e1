"""A ledger and a PC that has joined it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import keyring.backends.fail
import pytest

from tests.sync.on_disk import OnDisk
from tests.sync.places import Pc, Town, a_pc, a_town


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Like a machine without one, whatever this machine has."""
    monkeypatch.delenv("GOODHOUR_PASSPHRASE", raising=False)
    before = keyring.get_keyring()
    keyring.set_keyring(keyring.backends.fail.Keyring())  # type: ignore[no-untyped-call]  # keyring has no types here
    yield
    keyring.set_keyring(before)


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    place = tmp_path / "ledger"
    place.mkdir()
    town = a_town(place)
    yield town
    town.engine.dispose()


@pytest.fixture
def pc(town: Town) -> Iterator[Pc]:
    """A centre's PC that has joined, and sent nothing yet."""
    pc = town.let_in(a_pc())
    yield pc
    pc.store.close()


@pytest.fixture
def world(tmp_path: Path) -> OnDisk:
    """The same in files."""
    return OnDisk(tmp_path)
