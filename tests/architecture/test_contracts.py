"""The six rules of docs/architecture.md are kept, and each rule of our own can fail."""

import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from grimp import ImportGraph, build_graph
from importlinter import Contract

from tests.architecture.contracts import Apart, Closed, KeptIn, StandardLibraryOnly

ROOT = Path(__file__).resolve().parents[2]
SCREENS = ["desktop.views.member", "desktop.views.staff"]


def test_every_contract_of_the_house_is_kept() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as go; go()", "--no-cache"]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert "0 broken" in answer.stdout


def test_no_module_imports_itself_by_any_way_round() -> None:
    """Packages count as the modules they are: a part that imports its own package's __init__ closes a circle too."""
    graph = build_graph("assets", "desktop", "ledger", cache_dir=None)

    in_order = list(
        TopologicalSorter({m: graph.find_modules_directly_imported_by(m) for m in graph.modules}).static_order()
    )

    assert set(in_order) == graph.modules


def test_qt_outside_its_room_is_seen() -> None:
    rule = KeptIn("", {}, {"kept": ["PySide6"], "rooms": ["desktop.views"]})

    assert not is_kept(rule, "desktop.services.week", "PySide6")
    assert not is_kept(rule, "desktop.viewsaway", "PySide6")
    assert is_kept(rule, "desktop.views.kit.tile", "PySide6")
    assert is_kept(rule, "desktop.views", "PySide6")


def test_what_is_kept_may_know_itself() -> None:
    rule = KeptIn("", {}, {"kept": ["ledger.server"]})

    assert is_kept(rule, "ledger.server.http", "ledger.server.rulings")
    assert not is_kept(rule, "desktop.sync.exchange", "ledger.server.rulings")


def test_a_screen_that_reaches_the_store_is_seen() -> None:
    rule = Closed("", {}, {"rooms": SCREENS, "barred": ["desktop.store"]})

    assert not is_kept(rule, "desktop.views.member.spend", "desktop.store.facts")
    assert is_kept(rule, "desktop.services.spending", "desktop.store.facts")


def test_a_screen_that_imports_another_is_seen() -> None:
    rule = Apart("", {}, {"rooms": SCREENS})

    assert not is_kept(rule, "desktop.views.member.spend", "desktop.views.member.plan")
    assert not is_kept(rule, "desktop.views.member.spend", "desktop.views.staff.today")
    assert is_kept(rule, "desktop.views.member.spend", "desktop.views.kit.tile")
    assert is_kept(rule, "desktop.views.flow", "desktop.views.member.spend")


@pytest.mark.parametrize("imported", ["cbor2", "desktop.store", "ledger.wire.codec", "random"])
def test_a_domain_that_is_not_pure_is_seen(imported: str) -> None:
    rule = StandardLibraryOnly("", {}, {"rooms": ["ledger.domain"], "barred": ["random"]})

    assert not is_kept(rule, "ledger.domain.facts", imported)


@pytest.mark.parametrize("imported", ["dataclasses", "ledger.domain.names"])
def test_a_pure_domain_is_left_in_peace(imported: str) -> None:
    rule = StandardLibraryOnly("", {}, {"rooms": ["ledger.domain"], "barred": ["random"]})

    assert is_kept(rule, "ledger.domain.facts", imported)


def is_kept(rule: Contract, importer: str, imported: str) -> bool:
    """What a rule says about a house with this one import."""
    graph = ImportGraph()
    graph.add_module(importer)
    graph.add_module(imported)
    graph.add_import(importer=importer, imported=imported, line_number=1, line_contents="")
    return rule.check(graph, verbose=False).kept
