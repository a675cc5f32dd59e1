"""Set up, run, test and bundle Goodhour, from nothing but Python: see `python3 build/dev.py --help`."""

# Annotations stay unread, so that an older Python lives long enough to be told that it is too old.
from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import system_packages
from system_packages import CannotGoOn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if sys.platform == "win32" else "bin")
PYTHON = SCRIPTS / ("python.exe" if sys.platform == "win32" else "python")
STAMP = VENV / "set-up-with"
# Each is compiled with those before it as its bounds, so that pip takes them together.
LOCK_FILES = tuple(ROOT / "build" / "locks" / f"{name}.txt" for name in ("app", "ledger", "work"))
OUT = ROOT / "build" / "out"
OLDEST_PYTHON = (3, 11)

# A process of pytest for each core; one that is done takes over tests of another. `-n 0` after it: just one.
ON_EVERY_CORE = ("-n", "auto", "--maxprocesses", "8", "--dist", "worksteal")

# Platforms of Qt that draw without X11 or Wayland, on a screen all the same.
OWN_SCREENS = ("eglfs", "linuxfb", "vkkhrdisplay", "vnc")


def main(arguments: Sequence[str]) -> int:
    """Do one command and answer with its exit code."""
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__)
    parser.add_argument("command", choices=COMMANDS, help="; ".join(f"{n}: {c.__doc__}" for n, c in COMMANDS.items()))
    parser.add_argument(
        "rest", nargs=argparse.REMAINDER, help="handed on: to goodhour, pytest, the simulation, screens or uv"
    )
    chosen = parser.parse_args(arguments)
    try:
        set_up()
        return COMMANDS[chosen.command](chosen.rest)
    except CannotGoOn as problem:
        say(str(problem))
        return 1
    except subprocess.CalledProcessError as problem:
        say(f"This failed: {subprocess.list2cmdline(problem.cmd)}")
        return 1
    except KeyboardInterrupt:
        return 130


def setup(_rest: Sequence[str]) -> int:
    """Only the set-up, which every other command does first."""
    say(f"Ready: {VENV}")
    return 0


def run(rest: Sequence[str]) -> int:
    """Open Goodhour, or play the practice day where there is no screen."""
    if has_screen(os.environ) or not opens_a_window(rest):
        return start(script("goodhour"), *rest)
    folder = OUT / "practice-day"
    say("There is no screen here, so the practice day is played without one.")
    shutil.rmtree(folder, ignore_errors=True)
    code = start(script("goodhour"), "demo", "--out", folder, env={"QT_QPA_PLATFORM": "offscreen"})
    if code == 0:
        say(f"Its screenshots, PDFs and summary.json are in {folder}")
    return code


def test(rest: Sequence[str]) -> int:
    """Every check: ruff, mypy, import-linter, pytest."""
    steps: dict[str, tuple[str | Path, ...]] = {
        "ruff check": (PYTHON, "-m", "ruff", "check", "."),
        "ruff format": (PYTHON, "-m", "ruff", "format", "--check", "."),
        "import-linter": (script("lint-imports"), "--no-cache"),
        "pytest": (PYTHON, "-m", "pytest", *ON_EVERY_CORE, *rest),
    }
    # One core for a minute: beside pytest it costs half of that. What it says waits until pytest has spoken.
    with ThreadPoolExecutor(max_workers=1) as beside:
        types = beside.submit(heard, PYTHON, "-m", "mypy")
        closing = [step(name, command) for name, command in steps.items()]
        told, code, took_s = types.result()
    say("", "== mypy, which ran beside the others", told.rstrip())
    closing.append((closing_line("mypy", code, took_s), code))
    say("", *(line for line, _ in closing))
    return int(any(code for _, code in closing))


def simulate(rest: Sequence[str]) -> int:
    """Play PCs, sticks and the ledger by chance: --seeds N [--first S] [--jobs J] [--postgresql]."""
    return start(PYTHON, "-m", "tests.simulation", *rest, cwd=ROOT)


def screens(rest: Sequence[str]) -> int:
    """Draw every screen on sheets for people to look at: --out DIR [--no-words] [--theme T] [--screen S] …."""
    return start(PYTHON, "-m", "tests.views.walk.sheet", *rest, env={"QT_QPA_PLATFORM": "offscreen"})


def words(rest: Sequence[str]) -> int:
    """Say what a language's file of words lacks: --check LANG."""
    if len(rest) != 2 or rest[0] != "--check":  # noqa: PLR2004 - an option and its value
        raise CannotGoOn("Which language? Such as: python3 build/dev.py words --check cy")
    file = ROOT / "assets" / "words" / f"{rest[1]}.toml"
    if not file.is_file():
        raise CannotGoOn(f"There is no {file}. Begin with a copy of en.toml: docs/adding-a-language.md")
    return start(script("goodhour"), "admin", "words", "check", file)


def bundle(_rest: Sequence[str]) -> int:
    """Build the one-folder program and let a moved copy of it check itself."""
    system_packages.install(system_packages.FOR_BUNDLE)
    made = OUT / "bundle"
    begin(PYTHON, "-m", "PyInstaller", "--clean", "--noconfirm", "--log-level=WARN",
          "--workpath", OUT / "work", "--distpath", made, ROOT / "installer.spec")  # fmt: skip
    program = made / "goodhour"
    size_mb = sum(file.lstat().st_size for file in program.rglob("*") if file.is_file()) / 1e6
    say(f"Built {program}: {size_mb:.0f} MB.")
    with tempfile.TemporaryDirectory(prefix="elsewhere-") as elsewhere:
        return checks_itself(program, Path(elsewhere))


def lock(rest: Sequence[str]) -> int:
    """Pin every library again (--upgrade: to the newest versions)."""
    fixed = ("--generate-hashes", "--universal", "--python-version=3.11", "--no-emit-index-url", "--no-header",
             "--no-annotate", "--quiet", *rest)  # fmt: skip
    app, ledger, work = LOCK_FILES
    begin(script("uv"), "pip", "compile", "pyproject.toml", *fixed, "-o", app)
    begin(script("uv"), "pip", "compile", "pyproject.toml", "--extra", "ledger", "-c", app, *fixed, "-o", ledger)
    begin(script("uv"), "pip", "compile", "--group", "work", "-c", app, "-c", ledger, *fixed, "-o", work)
    say("Pinned in build/locks/. The next command installs what changed.")
    return 0


COMMANDS: Mapping[str, Callable[[Sequence[str]], int]] = {
    "setup": setup,
    "run": run,
    "test": test,
    "simulate": simulate,
    "screens": screens,
    "words": words,
    "bundle": bundle,
    "lock": lock,
}


# --- Set-up -----------------------------------------------------------------------------------------------------------


def set_up() -> None:
    """Make this folder ready, or find in a blink that it is.

    Raises:
        CannotGoOn: Python is too old, or system packages are missing and may not be installed from here.
    """
    if sys.version_info < OLDEST_PYTHON:
        raise CannotGoOn(f"Goodhour needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    wanted = fingerprint()
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted and PYTHON.exists():
        return
    system_packages.install(system_packages.FOR_QT | system_packages.FOR_TESTS)
    install_libraries()
    STAMP.write_text(wanted, encoding="utf-8")


def fingerprint() -> str:
    """What the set-up depends on: the system packages, the locks, the project's own tables and this Python."""
    import tomllib  # noqa: PLC0415  older Pythons lack it, and are told so before they come here

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    digest = hashlib.sha256(f"{sys.version_info} {sys.base_prefix} {ROOT} {project}".encode())
    for file in (Path(system_packages.__file__), *LOCK_FILES):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def install_libraries() -> None:
    """Install the locked libraries, checked against their hashes, and Goodhour itself as it lies here."""
    say("Setting up. The first time this fetches about 300 MB.")
    fresh = () if Path(sys.prefix) == VENV else ("--clear",)
    begin(sys.executable, "-m", "venv", *fresh, VENV)
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    begin(*pip, "--require-hashes", *(part for lock_file in LOCK_FILES for part in ("-r", lock_file)))
    begin(*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT)
    # Pip compiles the libraries; compiled too, Goodhour starts in half the time where Python may keep nothing itself.
    begin(PYTHON, "-m", "compileall", "-q", *(ROOT / package for package in ("assets", "desktop", "ledger")))


# --- Starting programs ------------------------------------------------------------------------------------------------


def has_screen(env: Mapping[str, str]) -> bool:
    """Whether a window can be shown; Windows and macOS always can."""
    if sys.platform != "linux":
        return True
    return bool(env.get("DISPLAY") or env.get("WAYLAND_DISPLAY")) or env.get("QT_QPA_PLATFORM", "") in OWN_SCREENS


def opens_a_window(rest: Sequence[str]) -> bool:
    """Whether these arguments ask goodhour for its window; its other commands are a word, which no option takes."""
    values = [argument for before, argument in zip(["", *rest], rest, strict=False) if before != "--data"]
    return not {"admin", "demo", "self-test", "-h", "--help"} & set(values)


def step(name: str, command: Sequence[str | Path]) -> tuple[str, int]:
    """Run one check; answer with its closing line and its exit code."""
    say("", f"== {name}: {subprocess.list2cmdline([*map(str, command)])}")
    began_s = time.monotonic()
    code = start(*command, cwd=ROOT, env={"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")})
    line = closing_line(name, code, time.monotonic() - began_s)
    say(line)
    return line, code


def closing_line(name: str, code: int, took_s: float) -> str:
    """How a check went."""
    return f"{'passed' if code == 0 else 'FAILED'}  {name}  ({took_s:.0f} s)"


def checks_itself(program: Path, elsewhere: Path) -> int:
    """Move a copy of the bundle and run its own self-test there, with no Python and no tools on the path."""
    moved = elsewhere / "moved"
    shutil.copytree(program, moved, symlinks=True)
    home = elsewhere / "home"
    home.mkdir()
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "TMP", "LANG", "LC_ALL") if name in os.environ}
    kept.setdefault("LANG", "C.UTF-8")  # Qt complains of anything else
    bare = kept | {"HOME": str(home), "USERPROFILE": str(home), "PATH": "", "QT_QPA_PLATFORM": "offscreen"}
    name = "goodhour.exe" if sys.platform == "win32" else "goodhour"
    code = subprocess.run([moved / name, "self-test"], cwd=home, env=bare, check=False).returncode
    say(f"The moved copy's self-test {'passed' if code == 0 else f'FAILED, exit code {code}'}.")
    return code


def script(name: str) -> Path:
    """A program that a library put into the virtual environment."""
    return SCRIPTS / (f"{name}.exe" if sys.platform == "win32" else name)


def start(*command: str | Path, env: Mapping[str, str] | None = None, cwd: Path | None = None) -> int:
    """Run a program to its end; its exit code."""
    return subprocess.run(command, cwd=cwd, env=os.environ | (env or {}), check=False).returncode


def heard(*command: str | Path) -> tuple[str, int, float]:
    """Run a program to its end in silence: all that it said, its exit code, how long it took in seconds."""
    began_s = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return done.stdout.decode(errors="replace"), done.returncode, time.monotonic() - began_s


def begin(*command: str | Path, env: Mapping[str, str] | None = None) -> None:
    """Run a program that must succeed for what follows.

    Raises:
        CalledProcessError: it did not.
    """
    subprocess.run(command, cwd=ROOT, env=os.environ | (env or {}), check=True)


def say(*lines: str) -> None:
    """Tell the person at the terminal, before whatever is started next speaks."""
    print(*lines, sep="\n", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
