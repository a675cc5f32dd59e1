"""Nothing of the system's opens over the member side: its dialogs, menus and notices have one room, for staff."""

import ast
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
VIEWS: Final = ROOT / "desktop" / "views"
OPENS_OVER: Final = frozenset(
    {"QFileDialog", "QPrintDialog", "QPrintPreviewDialog", "QPageSetupDialog", "QColorDialog", "QFontDialog"}
    | {"QInputDialog", "QMessageBox", "QErrorMessage", "QMenu", "QSystemTrayIcon", "QDesktopServices", "QWhatsThis"}
)
STAFF_FILES: Final = VIEWS / "parts" / "staff_files.py"


def names_in(module: Path) -> set[str]:
    """What a module imports, by name."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    return {
        one.name.rpartition(".")[2]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for one in node.names
    }


def test_the_systems_own_dialogs_have_one_room() -> None:
    opening = {module for module in VIEWS.rglob("*.py") if names_in(module) & OPENS_OVER}
    assert opening == {STAFF_FILES}


def test_no_screen_of_members_reaches_it() -> None:
    members = list((VIEWS / "member").glob("*.py"))
    assert members
    assert [module.name for module in members if "staff_files" in names_in(module)] == []
