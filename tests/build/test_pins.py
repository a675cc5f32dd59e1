"""Every library is pinned by hash, and PySide6 to a version that does not abort."""

import re
import subprocess
import sys
import tomllib
from fnmatch import fnmatch
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ROOT / "build" / "locks"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ASKED = re.compile(r"([A-Za-z0-9-]+)(?:\[[a-z,]+\])?(?:==([^ ;]+))?")
PINNED = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)

MANY_VOID_CALLS = """
import sys
from PySide6.QtCore import QObject
thing = QObject()
before = sys.getrefcount(None)
for turn in range(20_000):
    thing.setObjectName("a")
lost = before - sys.getrefcount(None)
sys.exit(f"{lost} references to None were lost" if lost > 1_000 else 0)
"""


def test_many_calls_that_answer_nothing_do_not_kill_the_process() -> None:
    """PySide6 6.12.0 gives away a reference to None with each, and Python 3.11 ends at the last one."""
    told = subprocess.run([sys.executable, "-c", MANY_VOID_CALLS], capture_output=True, text=True, check=False)

    assert (told.returncode, told.stderr) == (0, "")


@pytest.mark.parametrize("part", ["PySide6-Essentials", "PySide6-Addons"])
def test_pyside_is_exactly_the_version_that_was_tried(part: str) -> None:
    assert f"{part}==6.11.3" in PROJECT["project"]["dependencies"]
    assert locked("app")[part.lower()] == "6.11.3"
    assert version(part) == "6.11.3"


def test_the_locks_hold_everything_the_project_asks_for() -> None:
    app, ledger = PROJECT["project"]["dependencies"], PROJECT["project"]["optional-dependencies"]["ledger"]
    for lock, asked in (("app", app), ("ledger", app + ledger), ("work", PROJECT["dependency-groups"]["work"])):
        pins = locked(lock)
        for name, wanted in (ASKED.match(requirement).groups() for requirement in asked):  # type: ignore[union-attr]  # always matches
            assert fnmatch(pins[name.lower()], wanted or "*")


@pytest.mark.parametrize("lock", ["app", "ledger", "work"])
def test_every_pin_has_hashes_and_no_address(lock: str) -> None:
    text = (LOCKS / f"{lock}.txt").read_text(encoding="utf-8")
    entries = [entry for entry in re.split(r"\n(?=\S)", text) if entry.strip()]

    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text


@pytest.mark.parametrize(("one", "other"), [("app", "ledger"), ("app", "work"), ("ledger", "work")])
def test_all_locks_agree_so_that_pip_takes_them_together(one: str, other: str) -> None:
    these, those = locked(one), locked(other)

    assert {name: (these[name], those[name]) for name in these.keys() & those if these[name] != those[name]} == {}


def test_a_machine_for_the_ledger_needs_one_lock_only() -> None:
    assert locked("app").keys() < locked("ledger").keys()
    assert not {"litestar", "sqlalchemy", "psycopg"} & locked("app").keys()


@pytest.mark.parametrize("library", ["pywin32-ctypes", "secretstorage", "macholib"])
def test_the_locks_know_every_platform(library: str) -> None:
    assert library in locked("app") | locked("work")


def locked(lock: str) -> dict[str, str]:
    """The pins of one lock file: version by name."""
    return dict(PINNED.findall((LOCKS / f"{lock}.txt").read_text(encoding="utf-8")))
