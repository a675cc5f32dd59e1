"""One centre is made by typed commands for all tests here; each test types into its own copy."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest

from desktop.__main__ import main
from tests.command.typed import MEMBERS, OFFERS, TASKS, WORKERS, Pocket, Typist


@pytest.fixture(scope="session")
def pocket() -> Pocket:
    return Pocket()


@pytest.fixture(autouse=True)
def keyring_in_the_pocket(pocket: Pocket, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(pocket)
    for variable in ("GOODHOUR_PIN", "GOODHOUR_PASSPHRASE"):
        monkeypatch.delenv(variable, raising=False)
    yield
    keyring.set_keyring(before)


@pytest.fixture(scope="session")
def riverside(tmp_path_factory: pytest.TempPathFactory, pocket: Pocket) -> Path:
    before = keyring.get_keyring()
    keyring.set_keyring(pocket)
    place = tmp_path_factory.mktemp("riverside")
    folder = place / "records"
    assert main(["admin", "new", "--name", "Riverside", "--staff-pin", "4711", "--data", str(folder)]) == 0
    for text in (MEMBERS, WORKERS, TASKS, OFFERS):
        file = place / "list.csv"
        file.write_text(text, encoding="utf-8")
        assert main(["admin", "import", str(file), "--data", str(folder)]) == 0
    keyring.set_keyring(before)
    return folder


@pytest.fixture
def desk(riverside: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Typist:
    """A centre with Ann, Bob and Cath; Jo works here."""
    folder = tmp_path / "records"
    shutil.copytree(riverside, folder)
    return Typist(folder, capsys)
