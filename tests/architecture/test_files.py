"""What holds for every tracked file, with no list of exceptions."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MOST_LINES = 300
MOST_METHODS = 15
BANNED_WORDS = frozenset(
    {"manager", "controller", "handler", "helper", "util", "utils", "misc", "common", "data", "info"}
)
# Where this machine keeps the tree and the person's files, and the folders that only a build machine writes to.
HERE = "|".join(re.escape(str(place)) for place in (ROOT, Path.home()) if len(place.parts) > 1)
MACHINE_PATH = re.compile(rf"(?<![\w.~/<-])(?:{HERE}|/(?:work|root|tmp|opt)/\w)")
REGISTRY = re.compile(r"(?<!no-emit-)index[-]url|files[.]pythonhosted|pypi[.](?:org|python)")
# A model for Qt's tables must be asked by these names.
QT_SAYS = frozenset({"data", "headerData"})

Definition = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def tracked() -> list[Path]:
    """Every file that git knows or would take."""
    listed = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in names.split("\0") if name and (ROOT / name).is_file()]


FILES = tracked()
MODULES = [file for file in FILES if file.suffix == ".py"]
TEXTS = [file for file in FILES if b"\0" not in file.read_bytes()[:8000]]
SHIPPED = [file for file in MODULES if file.relative_to(ROOT).parts[0] in {"assets", "desktop", "ledger"}]


def test_there_is_something_to_judge() -> None:
    assert ROOT / "desktop" / "__init__.py" in SHIPPED
    assert len(TEXTS) > len(MODULES) > len(SHIPPED) > 0


def test_no_module_is_too_long() -> None:
    lengths = {shown(file): len(file.read_text(encoding="utf-8").splitlines()) for file in MODULES}

    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES} == {}


def test_no_class_does_too_much() -> None:
    methods = {
        f"{shown(file)}: {node.name}": sum(is_own_method(part) for part in node.body)
        for file in SHIPPED
        for node in definitions(file)
        if isinstance(node, ast.ClassDef)
    }

    assert {name: count for name, count in methods.items() if count > MOST_METHODS} == {}


def test_nothing_is_named_for_no_work_of_its_own() -> None:
    named = [(shown(file), part) for file in FILES for part in file.relative_to(ROOT).with_suffix("").parts]
    named += [(shown(file), node.name) for file in SHIPPED for node in definitions(file) if node.name not in QT_SAYS]

    assert [(file, name) for file, name in named if words(name) & BANNED_WORDS] == []


def test_no_line_knows_the_machine_it_was_written_on() -> None:
    assert [line for line in lines_like(MACHINE_PATH) if "http" not in line] == []


def test_no_line_knows_where_libraries_are_fetched_from() -> None:
    assert lines_like(REGISTRY) == []


@pytest.mark.parametrize("name", ["build/__init__.py", "uv.lock", ".venv", "build/out"])
def test_what_must_never_be_tracked_is_not(name: str) -> None:
    """build/__init__.py would shadow the `build` package; uv.lock writes addresses of registries into the tree."""
    assert not [file for file in FILES if file == ROOT / name or ROOT / name in file.parents]


@pytest.mark.parametrize("line", ["cd /ro" + "ot/x", f"'{ROOT}/x'", f"{Path.home()}/y", "/wo" + "rk/main"])
def test_a_machine_path_would_be_seen(line: str) -> None:
    assert MACHINE_PATH.search(line)


def test_the_parts_of_a_name_are_told_apart() -> None:
    assert words("DataStore") == {"data", "store"}
    assert words("load_util2") == {"load", "util"}
    assert words("database") == {"database"}


def lines_like(pattern: re.Pattern[str]) -> list[str]:
    """Every line of text that matches, as file:number: line."""
    return [
        f"{shown(file)}:{number}: {line.strip()}"
        for file in TEXTS
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if pattern.search(line)
    ]


def definitions(file: Path) -> Iterator[Definition]:
    """Every class and function of a module, at any depth."""
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, Definition):
            yield node


def is_own_method(node: ast.stmt) -> bool:
    """Whether a part of a class is a method we named: __special__ ones are Python's design and Qt overrides Qt's."""
    named_elsewhere = r"__\w+__|[a-z]+([A-Z][a-z]+)+"
    return isinstance(node, ast.FunctionDef) and re.fullmatch(named_elsewhere, node.name) is None


def words(name: str) -> set[str]:
    """The words in a name, written either way: two_words or TwoWords."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


def shown(file: Path) -> str:
    """A file as the person at the terminal would name it."""
    return file.relative_to(ROOT).as_posix()
