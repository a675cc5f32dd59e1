"""What network tests start from: a town made once, and living copies of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import keyring
import pytest

from tests.bench import keyring_in_a_file
from tests.network.town import Kept, Town, built, living


@pytest.fixture(scope="session")
def secrets_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the keyring of these tests keeps what opens its PCs."""
    return tmp_path_factory.mktemp("keyring") / "secrets.json"


@pytest.fixture(autouse=True, scope="module")
def own_keyring(secrets_file: Path) -> Iterator[None]:
    """A keyring like a real PC's, for every program a test starts too: no passphrase has to be stretched each time."""
    with _keyring_in(secrets_file):
        yield


@pytest.fixture(scope="session")
def kept_town(secrets_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """Two centres and a door, enrolled, at rest."""
    with _keyring_in(secrets_file):
        return built(tmp_path_factory.mktemp("town"))


@pytest.fixture
def town(kept_town: Kept, tmp_path: Path) -> Iterator[Town]:
    """The same, alive."""
    with living(kept_town, tmp_path / "town") as town:
        yield town


@contextmanager
def _keyring_in(file: Path) -> Iterator[None]:
    backend = keyring_in_a_file.InAFile()  # type: ignore[no-untyped-call]  # keyring has no types here
    before = keyring.get_keyring()
    with pytest.MonkeyPatch.context() as surroundings:
        surroundings.delenv("GOODHOUR_PASSPHRASE", raising=False)
        surroundings.setenv(keyring_in_a_file.FILE_VARIABLE, str(file))
        surroundings.setenv("PYTHON_KEYRING_BACKEND", f"{keyring_in_a_file.__name__}.{type(backend).__name__}")
        keyring.set_keyring(backend)
        yield
        keyring.set_keyring(before)
