"""Real PCs: each a data folder, worked on through the app's own services and commands."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from desktop.__main__ import main
from desktop.bootstrap import Parts, new_centre, open_centre
from desktop.clock import Clock, WallClock
from desktop.store.opening import PASSPHRASE_VARIABLE
from tests.network.ledgers import Ledger, surroundings

STAFF_PIN = "2468"


@dataclass(frozen=True, slots=True)
class Pc:
    """One PC of a centre, or a door, closed between what is done on it.

    folder: its records. passphrase: what opens them, "" where the keyring does.
    """

    folder: Path
    passphrase: str = field(repr=False)
    words: tuple[str, ...] = field(default=(), repr=False)

    @classmethod
    def begun(cls, folder: Path, name: str, clock: Clock | None = None) -> Pc:
        """A centre's first PC."""
        parts = new_centre(folder, clock or WallClock(), name=name, staff_pin=STAFF_PIN)
        parts.close()
        return cls(folder, parts.passphrase, parts.words)

    @classmethod
    def door(cls, folder: Path, ledger: Ledger, code: str, *, url: str = "") -> Pc:
        """A venue's door, enrolled."""
        told = cls(folder, "").admin("enrol", "--ledger", url or ledger.url, "--code", code)
        assert "problem" not in told, told
        return cls(folder, told.get("passphrase", ""))

    @contextmanager
    def opened(self, clock: Clock | None = None) -> Iterator[Parts]:
        """The open centre, to work in."""
        parts = open_centre(self.folder, clock or WallClock(), passphrase=self.passphrase)
        try:
            yield parts
        finally:
            parts.close()

    def admin(self, *words: str) -> dict[str, Any]:
        """One `goodhour admin` command, in this process; its JSON, with `problem` when it could not be done."""
        said = io.StringIO()
        with _with_passphrase(self.passphrase), redirect_stdout(said):
            main(["admin", *words, "--data", str(self.folder), "--json"])
        told: dict[str, Any] = json.loads(said.getvalue())
        return told

    def started(self, *words: str, env: dict[str, str] | None = None) -> subprocess.Popen[bytes]:
        """The same as a process, which a test may kill."""
        return subprocess.Popen(
            [sys.executable, "-m", "desktop", "admin", *words, "--data", str(self.folder), "--json"],
            env=surroundings() | {PASSPHRASE_VARIABLE: self.passphrase} | (env or {}),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def enrol(self, url: str, code: str) -> dict[str, Any]:
        """Join the network; what the command says."""
        return self.admin("enrol", "--ledger", url, "--code", code)

    def exchange(self) -> dict[str, Any]:
        """Exchange until there is nothing more; what the command says."""
        return self.admin("exchange")

    def status(self) -> dict[str, Any]:
        """Where it stands with the ledger."""
        return self.admin("status")

    def copied_to(self, folder: Path) -> Pc:
        """A copy of its folder, as a clone of its disk is."""
        shutil.copytree(self.folder, folder)
        return replace(self, folder=folder)

    def put_back(self, copy: Pc) -> None:
        """Its folder as it was when it was copied."""
        shutil.rmtree(self.folder)
        shutil.copytree(copy.folder, self.folder)


def outcome_of(process: subprocess.Popen[bytes]) -> dict[str, Any]:
    """What a command said that ran as a process, once it has ended."""
    out, errors = process.communicate(timeout=300)
    assert b"Traceback" not in errors, errors.decode(errors="replace")
    told: dict[str, Any] = json.loads(out)
    return told


@contextmanager
def _with_passphrase(passphrase: str) -> Iterator[None]:
    before = os.environ.get(PASSPHRASE_VARIABLE)
    _set(passphrase)
    try:
        yield
    finally:
        _set(before or "")


def _set(passphrase: str) -> None:
    if passphrase:
        os.environ[PASSPHRASE_VARIABLE] = passphrase
    else:
        os.environ.pop(PASSPHRASE_VARIABLE, None)


def good(told: dict[str, Any]) -> dict[str, Any]:
    """What a command said, once it is sure that it was done."""
    assert "problem" not in told, told
    return told


def all_meet(pcs: Sequence[Pc], *, times: int = 2) -> None:
    """Everybody exchanges, and again, until what each has for the others has come round."""
    for _ in range(times):
        for pc in pcs:
            good(pc.exchange())
