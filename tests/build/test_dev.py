"""The one script that sets up, runs, tests and bundles: what it decides, and how quickly."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "build" / "dev.py"


@pytest.fixture
def dev(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """build/dev.py, loaded as the script it is; build/ is no package."""
    monkeypatch.syspath_prepend(SCRIPT.parent)
    spec = importlib.util.spec_from_file_location("dev", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_it_needs_nothing_but_python() -> None:
    """Started with no site-packages at all, it still says what it can do."""
    told = subprocess.run([sys.executable, "-E", "-S", SCRIPT, "--help"], capture_output=True, text=True, check=False)

    assert told.returncode == 0, told.stderr
    for command in ("setup", "run", "test", "simulate", "bundle", "lock"):
        assert command in told.stdout


def test_a_second_start_is_ready_within_two_seconds(dev: ModuleType) -> None:
    if not dev.STAMP.is_file() or dev.STAMP.read_text(encoding="utf-8") != dev.fingerprint():
        pytest.skip("these tests were not started by build/dev.py")
    before = os.times()

    subprocess.run([sys.executable, SCRIPT, "setup"], check=True, capture_output=True)

    after = os.times()  # of its own work: a busy machine is not its fault
    assert after.children_user + after.children_system - before.children_user - before.children_system < 2


@pytest.mark.skipif(sys.platform != "linux", reason="Windows and macOS always have a screen")
@pytest.mark.parametrize(
    ("env", "is_there"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"DISPLAY": ""}, False),
        ({"QT_QPA_PLATFORM": "offscreen"}, False),
        ({"QT_QPA_PLATFORM": "vnc"}, True),
    ],
)
def test_a_screen_is_known_by_what_the_desktop_says(dev: ModuleType, env: dict[str, str], is_there: bool) -> None:  # noqa: FBT001  a column of the table
    assert dev.has_screen(env) is is_there


@pytest.mark.parametrize("arguments", [[], ["--practice"], ["--data", "demo"], ["--data=demo"]])
def test_no_command_means_the_window(dev: ModuleType, arguments: list[str]) -> None:
    assert dev.opens_a_window(arguments)


@pytest.mark.parametrize(
    "arguments", [["admin", "list", "tasks"], ["demo", "--out", "x"], ["--data", "demo", "self-test"], ["--help"]]
)
def test_a_command_needs_no_screen(dev: ModuleType, arguments: list[str]) -> None:
    assert not dev.opens_a_window(arguments)


@pytest.mark.parametrize("changed", ["app.txt", "ledger.txt", "work.txt"])
def test_a_changed_lock_sets_up_again(
    dev: ModuleType, changed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies = [tmp_path / lock.name for lock in dev.LOCK_FILES]
    for lock in copies:
        lock.write_text("one==1", encoding="utf-8")
    monkeypatch.setattr(dev, "LOCK_FILES", copies)
    before = dev.fingerprint()

    (tmp_path / changed).write_text("one==2", encoding="utf-8")

    assert dev.fingerprint() != before


@pytest.mark.skipif(sys.platform != "linux", reason="the system libraries are Linux's")
def test_a_missing_library_is_told_from_one_that_is_there(dev: ModuleType) -> None:
    needed = {
        "libc.so.6": "libc6",
        "libnobody-has-this.so.9": "nobody",
        "python:json": "python3",
        "no-such-tool": "tool",
    }

    assert dev.system_packages.missing(needed) == ["nobody", "tool"]


@pytest.mark.skipif(sys.platform != "linux", reason="the system libraries are Linux's")
def test_a_program_that_debian_keeps_off_the_path_is_there(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(dev.system_packages, "OFF_THE_PATH", tmp_path)
    assert dev.system_packages.missing({"initdb": "postgresql"}) == ["postgresql"]

    (tmp_path / "15" / "bin").mkdir(parents=True)
    (tmp_path / "15" / "bin" / "initdb").touch()

    assert dev.system_packages.missing({"initdb": "postgresql"}) == []


@pytest.mark.skipif(sys.platform != "linux", reason="the system libraries are Linux's")
def test_what_may_not_be_installed_is_one_command_to_give(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.system_packages, "as_root", lambda: None)

    with pytest.raises(dev.CannotGoOn, match="sudo apt-get install --yes --no-install-recommends libegl1 xvfb"):
        dev.system_packages.install({"libnobody-has-this.so.9": "libegl1", "no-such-tool": "xvfb"})


@pytest.mark.parametrize(("code", "word"), [(0, "passed"), (3, "FAILED")])
def test_each_check_ends_with_a_line_that_says_how_it_went(dev: ModuleType, code: int, word: str) -> None:
    line, answer = dev.step("a check", [sys.executable, "-c", f"raise SystemExit({code})"])

    assert answer == code
    assert line.startswith(f"{word}  a check  (")


def test_all_checks_run_even_if_the_first_fails(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Every program is replaced by one that fails: each must still get its turn, and what was not heard is told."""
    monkeypatch.setattr(dev, "start", lambda *_command, **_options: 1)
    monkeypatch.setattr(dev, "heard", lambda *_command: ("a.py:1: error: a type is wrong\n", 1, 2.0))

    assert dev.test([]) == 1

    out = capfd.readouterr().out
    closing = out.split("\n\n")[-1].splitlines()
    assert [line.split("  ")[:2] for line in closing] == [
        ["FAILED", name] for name in ("ruff check", "ruff format", "import-linter", "pytest", "mypy")
    ]
    assert "a type is wrong" in out


def test_what_a_check_says_aside_is_kept(dev: ModuleType) -> None:
    says = "import sys; print('out', flush=True); print('errors', file=sys.stderr); sys.exit(3)"

    told, code, _ = dev.heard(sys.executable, "-c", says)

    assert (told.splitlines(), code) == (["out", "errors"], 3)


def test_the_simulation_gets_its_seeds_and_says_how_it_went(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    codes = {(dev.PYTHON, "-m", "tests.simulation", "--seeds", "200", "--first", "7"): 3}
    monkeypatch.setattr(dev, "set_up", lambda: None)
    monkeypatch.setattr(dev, "start", lambda *command, **_options: codes[command])

    assert dev.main(["simulate", "--seeds", "200", "--first", "7"]) == 3
