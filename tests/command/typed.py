"""Types commands as a person or a script would, and looks at what comes back."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from keyring.backend import KeyringBackend
from keyring.errors import NoKeyringError

from desktop.__main__ import main

MEMBERS = "name,known_as,picture\nAnn,,tree\nBob,Bobby,boat\nCath,,\n"
WORKERS = "name,known_as,picture,drives\nJo,,,yes\n"
TASKS = "task,picture,usual_minutes\nSwept up,broom,30\nMade tea,tea,\n"
OFFERS = """offer,picture,minutes,venue,place,getting_there,companion,open_to_all
Art,,60,,,,,
Swimming,,90,Pool,,bus,,yes
Walk in the park,,0,,,,,
"""
SOURCE = Path(__file__).parents[2]
WITHOUT_KEYRING = {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring", "QT_QPA_PLATFORM": "offscreen"}


class Pocket(KeyringBackend):
    """A keyring that forgets everything when the tests are over."""

    priority = -1  # never chosen by itself

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring has no types here
        self._held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self._held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._held[service, username] = password


class NoPocket(Pocket):
    """No keyring at all, as on a bare PC."""

    def get_password(self, service: str, username: str) -> str | None:
        raise NoKeyringError(f"{service} {username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise NoKeyringError(f"{service} {username} {len(password)}")


@dataclass(frozen=True)
class Told:
    """What a command wrote, and its exit code."""

    code: int
    out: str
    err: str


class Typist:
    """Types into this process, at one centre's records; every command is one that could be typed in a terminal."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def types(self, *words: object) -> Told:
        self._capsys.readouterr()
        code = main([str(word) for word in words])
        out, err = self._capsys.readouterr()
        return Told(code, out, err)

    def plain(self, *words: object) -> Told:
        return self.types("admin", *words, "--data", self.folder)

    def asks(self, *words: object, code: int = 0, folder: Path | None = None) -> dict[str, Any]:
        """The JSON of one admin command, which must end with this exit code."""
        told = self.types("admin", *words, "--json", "--data", folder or self.folder)
        answer = one_object(told.out)
        assert told.code == code, answer
        assert (told.err == "") == (code != 2)
        return answer

    def refused(self, *words: object, problem: str, says: str = "") -> str:
        """The message of a known problem."""
        answer = self.asks(*words, code=1)
        assert answer["problem"] == problem
        assert says in answer["message"]
        return str(answer["message"])

    def rows(self, what: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.asks("list", what)[what]
        return found

    def id(self, what: str, name: str) -> str:
        noun = what.removesuffix("s") if what in {"tasks", "offers", "venues"} else "name"
        return next(str(row["id"]) for row in self.rows(what) if row[noun] == name)

    def earns(self, name: str, minutes: int = 600) -> str:
        ids = "--member", self.id("members", name), "--task", self.id("tasks", "Swept up")
        return str(self.asks("contribute", *ids, "--minutes", minutes)["fact"])

    def has(self) -> dict[str, int]:
        return {row["name"]: row["available_minutes"] for row in self.asks("credits")["credits"]}

    def is_sound(self) -> bool:
        return bool(self.asks("verify")["verified"])


def one_object(out: str) -> dict[str, Any]:
    """Standard output of a command with --json: exactly one JSON object on one line."""
    assert out.count("\n") == 1, out
    found = json.loads(out)
    assert isinstance(found, dict)
    return found


def program(*words: object, **environment: str) -> Told:
    """Run the real program in a process of its own."""
    ran = subprocess.run(
        [sys.executable, "-m", "desktop", *map(str, words)],
        cwd=SOURCE,
        env=os.environ | WITHOUT_KEYRING | environment,
        capture_output=True,
        check=False,
        timeout=120,
    )
    return Told(ran.returncode, ran.stdout.decode("utf-8", "surrogateescape"), ran.stderr.decode("utf-8", "replace"))


def pictures_of(pdf: Path, *, dpi: int = 200) -> list[Path]:
    """Every page of a PDF as a PNG file."""
    poppler = shutil.which("pdftoppm")
    assert poppler is not None
    subprocess.run([poppler, "-r", str(dpi), "-png", str(pdf), str(pdf.with_suffix(""))], check=True)
    return sorted(pdf.parent.glob(f"{pdf.stem}-*.png"))
