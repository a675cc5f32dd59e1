"""A real central ledger: a process of its own on a database of its own, started, killed and brought back at will."""

from __future__ import annotations

import json
import os
import shutil
import socket
import time
from contextlib import suppress
from multiprocessing.process import BaseProcess
from pathlib import Path
from random import SystemRandom
from types import TracebackType
from typing import Any, Self

import httpx

from tests.network import warm
from tests.network.line import LOOPBACK

READY_WITHIN_S = 120
# No system takes these for its own ends, so that a ledger that is down for a while finds its port again.
PORTS = range(15_000, 32_000)


class CommandFailed(AssertionError):
    """A command of the ledger ended with a problem; `told`: its JSON."""

    def __init__(self, told: dict[str, Any]) -> None:
        super().__init__(f"{told.get('problem')}: {told.get('message')}")
        self.told = told


class Ledger:
    """One ledger in a folder; a context: it serves inside, from the beginning unless is_started is False.

    database: a URL for SQLAlchemy, or "" for the SQLite file it makes by itself. tls: files of its certificate and
    key. rates: how many requests it takes a minute, "" as usual, "0" any number.
    """

    def __init__(
        self,
        folder: Path,
        *,
        database: str = "",
        tls: tuple[Path, Path] | None = None,
        rates: str = "",
        is_started: bool = True,
    ) -> None:
        folder.mkdir(exist_ok=True)
        self.folder = folder
        self.port = free_port()
        self._database = ("--database", database) if database else ()
        self._tls = ("--tls-cert", str(tls[0]), "--tls-key", str(tls[1])) if tls else ()
        self._rates = ("--rate-device", rates, "--rate-address", rates) if rates else ()
        self._is_started = is_started
        self._process: BaseProcess | None = None

    def __enter__(self) -> Self:
        if self._is_started:
            self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.kill()
        if error is not None:
            error.add_note(self.log()[-4_000:])

    @property
    def url(self) -> str:
        """Its own address, with no line between."""
        return f"{'https' if self._tls else 'http'}://{LOOPBACK}:{self.port}"

    @property
    def database_file(self) -> Path:
        """The SQLite file it makes where no database is named."""
        return self.folder / "ledger.db"

    @property
    def address(self) -> str:
        """Its database, for SQLAlchemy."""
        return self._database[1] if self._database else f"sqlite:///{self.database_file}"

    @property
    def process_id(self) -> int:
        """Of the process that serves now."""
        assert self._process is not None
        assert self._process.pid is not None
        return self._process.pid

    def start(self, *, until_ready: bool = True) -> None:
        """Serve; by default wait until it answers."""
        words = ("serve", *self._database, "--listen", f"{LOOPBACK}:{self.port}", *self._tls, *self._rates)
        self._process = warm.started(words, self.folder, env=surroundings(), out="log", errors="log")
        if until_ready:
            self._wait_until_ready()

    def kill(self) -> None:
        """End it with kill -9, in the middle of whatever it does."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process = None

    def stop(self) -> int:
        """End it as its operator does; gives back its exit code."""
        assert self._process is not None
        process, self._process = self._process, None
        process.terminate()
        return warm.ended(process)

    def run(self, *words: str) -> dict[str, Any]:
        """One command of its operator, as a process; its JSON.

        Raises:
            CommandFailed: it ended with a problem.
        """
        ran = warm.ran([*words, *self._database, "--json"], self.folder, env=surroundings())
        assert "Traceback" not in ran.errors, ran.errors
        told: dict[str, Any] = json.loads(ran.out)
        if ran.code:
            raise CommandFailed(told)
        return told

    def code(self, *words: str) -> str:
        """A one-time code: `code("centre", "add", "Elm House")`."""
        code: str = self.run(*words)["code"]
        return code

    def log(self) -> str:
        """All that it said."""
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")

    def kept_at(self, place: Path) -> Path:
        """A copy of its whole folder, while it is stopped."""
        assert self._process is None
        shutil.copytree(self.folder, place)
        return place

    def put_back(self, place: Path) -> None:
        """Its folder as it was when it was kept, while it is stopped."""
        assert self._process is None
        shutil.rmtree(self.folder)
        shutil.copytree(place, self.folder)

    def _wait_until_ready(self) -> None:
        assert self._process is not None
        latest_s = time.monotonic() + READY_WITHIN_S
        while time.monotonic() < latest_s and self._process.is_alive():
            try:
                with socket.create_connection((LOOPBACK, self.port), timeout=1):
                    pass
                if self._tls:
                    return
                httpx.get(f"{self.url}/health", trust_env=False).raise_for_status()
            except (httpx.HTTPError, OSError):
                time.sleep(0.02)
            else:
                return
        raise AssertionError(f"the ledger did not start:\n{self.log()[-4_000:]}")


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    chance = SystemRandom()
    while True:
        with suppress(OSError), socket.create_server((LOOPBACK, chance.choice(PORTS))) as listening:
            port: int = listening.getsockname()[1]
            return port


def surroundings() -> dict[str, str]:
    """The environment of our programs: no proxy, and the tree they are run from."""
    kept = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    root = str(Path(__file__).resolve().parents[2])
    return kept | {"PYTHONPATH": root}
