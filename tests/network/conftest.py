"""What network tests start from: a town made once, and living copies of it; no keyring, no proxy."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import keyring
import keyring.backends.fail
import pytest

from tests.network.town import Kept, Town, built, living

# Before any fixture, and for every program a test starts.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"


@pytest.fixture(autouse=True, scope="session")
def no_keyring() -> Iterator[None]:
    """Like a machine without one, whatever this machine has."""
    before = keyring.get_keyring()
    keyring.set_keyring(keyring.backends.fail.Keyring())  # type: ignore[no-untyped-call]  # keyring has no types here
    yield
    keyring.set_keyring(before)


@pytest.fixture(autouse=True)
def no_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    """A PC's passphrase is given to it alone."""
    monkeypatch.delenv("GOODHOUR_PASSPHRASE", raising=False)


@pytest.fixture(scope="session")
def kept_town(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """Two centres and a door, enrolled, at rest."""
    return built(tmp_path_factory.mktemp("town"))


@pytest.fixture
def town(kept_town: Kept, tmp_path: Path) -> Iterator[Town]:
    """The same, alive."""
    with living(kept_town, tmp_path / "town") as town:
        yield town
