"""A data folder is its own user's alone: from its first moment, and again at each opening."""

import sys
from pathlib import Path

import pytest

from desktop import settings
from desktop.clock import standing_at
from desktop.settings import Settings
from desktop.store.backup import backup
from desktop.store.founding import Founding, create
from desktop.store.opening import open_store

CLOCK = standing_at(2026, 11, 24, 10, 20)
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")


def modes(home: Path) -> dict[str, int]:
    return {place.name: place.stat().st_mode & 0o777 for place in (home, *home.rglob("*"))}


def expected(home: Path) -> dict[str, int]:
    return {place.name: 0o700 if place.is_dir() else 0o600 for place in (home, *home.rglob("*"))}


def test_what_is_made_is_for_its_user_alone(tmp_path: Path) -> None:
    home = tmp_path / "centre"
    made = create(home, Founding("N"), clock=CLOCK)
    settings.save(home, Settings(theme="calm-dark"))
    backup(made.store, tmp_path / "stick.goodhour")
    assert modes(home) == expected(home)
    assert {"goodhour.db", "goodhour.db-wal", "keys.json", "keys-copy.json", "settings.json"} <= set(modes(home))
    assert (tmp_path / "stick.goodhour").stat().st_mode & 0o777 == 0o600
    made.store.close()


def test_settings_made_first_make_the_folder_for_its_user_alone(tmp_path: Path) -> None:
    settings.save(tmp_path / "new", Settings())
    assert modes(tmp_path / "new") == {"new": 0o700, "settings.json": 0o600}


def test_what_stands_open_to_others_is_shut_at_the_next_opening(tmp_path: Path) -> None:
    home = tmp_path / "centre"
    made = create(home, Founding("N"), clock=CLOCK)
    made.store.close()
    settings.save(home, Settings())
    (home / "backups").mkdir()
    (home / "backups" / "before-version-2-2026-11-24-102000.goodhour").write_bytes(b"")
    for place in home.rglob("*"):
        place.chmod(0o755 if place.is_dir() else 0o644)
    home.chmod(0o755)

    open_store(home, clock=CLOCK, passphrase=made.passphrase).close()

    assert modes(home) == expected(home)
