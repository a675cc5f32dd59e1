"""What tests of staff screens start from: a PC with a practice centre, its window open, and nobody's keyring."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring
from pytestqt.qtbot import QtBot

from desktop.bootstrap import practice_centre
from desktop.clock import standing_at
from tests.views.staff.pc import StaffPc


@pytest.fixture(autouse=True, scope="session")
def no_keyring() -> None:
    """A PC without a keyring: nothing is ever written into a real one."""
    keyring.set_keyring(Keyring())  # type: ignore[no-untyped-call]  # keyring has no types here


@pytest.fixture(scope="session")
def practice_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice centre, made once and only copied."""
    folder = tmp_path_factory.mktemp("made") / "practice"
    practice_centre(folder, standing_at(2026, 11, 24, 10, 20)).close()
    return folder


@pytest.fixture
def pc(tmp_path: Path, practice_folder: Path, qtbot: QtBot, qapp: object) -> Iterator[StaffPc]:
    """A PC whose window shows the sign-in page of a practice centre."""
    assert qapp is not None
    folder = tmp_path / "centre"
    shutil.copytree(practice_folder, folder)
    made = StaffPc(folder, qtbot, is_practice=True)
    made.start("who_group")
    yield made
    made.close()


@pytest.fixture
def staff(pc: StaffPc) -> StaffPc:
    """The same, with staff behind the door."""
    pc.go_in("1234")
    return pc


@pytest.fixture
def bare(tmp_path: Path, qtbot: QtBot, qapp: object) -> Iterator[StaffPc]:
    """A PC on which Goodhour starts for the first time."""
    assert qapp is not None
    made = StaffPc(tmp_path / "centre", qtbot, is_practice=False)
    made.start("first_start")
    yield made
    made.close()
