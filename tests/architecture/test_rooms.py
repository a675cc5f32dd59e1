"""The rules of the house as pyproject.toml states them: what a room may import, and what some rule forbids it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from grimp import ImportGraph
from importlinter import Contract
from importlinter.contracts.layers import LayersContract

from tests.architecture.contracts import Apart, Closed, KeptIn, StandardLibraryOnly

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
HOUSE = PROJECT["tool"]["importlinter"]
LEDGERS_OWN = "2. The ledger's own libraries only in ledger.server: the bundle has none of them"
KINDS: Mapping[str, type[Contract]] = {
    "apart": Apart,
    "closed": Closed,
    "kept_in": KeptIn,
    "layers": LayersContract,
    "standard_library_only": StandardLibraryOnly,
}


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("desktop.__main__", "desktop.sync"),
        ("desktop.bootstrap", "desktop.sync"),
        ("desktop.command", "desktop.sync"),
        ("desktop.services", "desktop.sync"),
        ("desktop.sync", "desktop.store"),
        ("desktop.sync", "httpx"),
        ("desktop.sync", "ledger.wire"),
        ("desktop.sync", "truststore"),
        ("ledger.server", "alembic"),
        ("ledger.server", "ledger.domain"),
        ("ledger.server", "ledger.wire"),
        ("ledger.server", "litestar"),
        ("ledger.server", "psycopg"),
        ("ledger.server", "sqlalchemy"),
        ("ledger.server", "uvicorn"),
    ],
)
def test_what_a_room_is_for_is_allowed(importer: str, imported: str) -> None:
    assert broken_by(importer, imported) == []


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        # up
        ("desktop.store", "desktop.sync"),
        ("desktop.sync", "desktop.bootstrap"),
        ("desktop.sync", "desktop.services"),
        ("ledger.domain", "ledger.server"),
        ("ledger.wire", "ledger.server"),
        # across
        ("desktop.command", "ledger.server"),
        ("desktop.sync", "ledger.server"),
        ("desktop.views.staff", "desktop.sync"),
        ("ledger.server", "desktop.clock"),
        # the network and its libraries
        ("desktop.command", "urllib"),
        ("desktop.services", "httpx"),
        ("desktop.store", "socket"),
        ("desktop.views", "http"),
        ("ledger.wire", "ssl"),
        # databases
        ("desktop.services", "sqlcipher3"),
        ("desktop.sync", "sqlite_utils"),
        ("ledger.wire", "sqlite3"),
        # what the bundle has not
        ("desktop.store", "sqlalchemy"),
        ("desktop.sync", "litestar"),
        ("ledger.wire", "msgspec"),
        # Qt
        ("desktop.sync", "PySide6"),
        ("ledger.server", "PySide6"),
    ],
)
def test_what_is_another_room_s_work_is_seen(importer: str, imported: str) -> None:
    assert broken_by(importer, imported) != []


def test_every_library_of_the_ledger_is_kept_in_its_room() -> None:
    """A new one is bound from the day it is asked for."""
    asked = PROJECT["project"]["optional-dependencies"]["ledger"]
    kept = next(rule for rule in HOUSE["contracts"] if rule["name"] == LEDGERS_OWN)["kept"]

    assert {re.split(r"[^A-Za-z0-9_]", library)[0].lower() for library in asked} <= set(kept)


def broken_by(importer: str, imported: str) -> list[str]:
    """The names of the rules that this one import is against."""
    graph = house()
    for module in (importer, imported):
        if module not in graph.modules:
            graph.add_module(module)
    graph.add_import(importer=importer, imported=imported, line_number=1, line_contents="")
    return [name for name, rule in rules() if not rule.check(graph, verbose=False).kept]


def rules() -> Iterator[tuple[str, Contract]]:
    """The rules that judge single imports, by name: all but the one on circles."""
    for stated in HOUSE["contracts"]:
        if stated["type"] in KINDS:
            options = {key: str(value) if isinstance(value, bool) else value for key, value in stated.items()}
            yield stated["name"], KINDS[stated["type"]](stated["name"], HOUSE, options)


def house() -> ImportGraph:
    """A graph with every room that the layers name, and no import yet."""
    graph = ImportGraph()
    layered: list[dict[str, Any]] = [rule for rule in HOUSE["contracts"] if rule["type"] == "layers"]
    for rule in layered:
        for container in rule["containers"]:
            graph.add_module(container)
            for room in re.findall(r"\w+", " ".join(rule["layers"])):
                graph.add_module(f"{container}.{room}")
    return graph
