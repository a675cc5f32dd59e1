"""A real ledger process on loopback, and a bare socket to it that counts bytes."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from pathlib import Path

from tests.network import warm

SOURCE = Path(__file__).parents[3]
SAYS_WITHIN_S = 120


@dataclass
class Served:
    """A ledger at work. said: its first line."""

    process: BaseProcess
    said: dict[str, object]
    log_file: Path

    @property
    def place(self) -> tuple[str, int]:
        host, _, port = str(self.said["listen"]).rpartition(":")
        return host, int(port)

    def socket(self) -> socket.socket:
        return socket.create_connection(self.place, timeout=60)

    def log(self) -> str:
        return self.log_file.read_text(encoding="utf-8")

    def ends(self, by: int = signal.SIGTERM) -> int:
        assert self.process.pid is not None
        os.kill(self.process.pid, by)
        return warm.ended(self.process)


@contextmanager
def served(url: str, folder: Path, *words: str) -> Iterator[Served]:
    """A ledger on a free port, ended afterwards."""
    out, log = folder / "out", folder / "log"
    out.write_bytes(b"")
    typed = ("serve", "--listen", "127.0.0.1:0", "--json", "--database", url, *words)
    process = warm.started(typed, SOURCE, env=os.environ, out=str(out), errors=str(log))
    try:
        latest_s = time.monotonic() + SAYS_WITHIN_S
        while not out.read_bytes().endswith(b"\n"):
            assert process.is_alive(), log.read_text(encoding="utf-8")
            assert time.monotonic() < latest_s, "it says nothing"
            time.sleep(0.02)
        yield Served(process, json.loads(out.read_bytes()), log)
    finally:
        process.kill()
        process.join()


@dataclass
class Wire:
    """HTTP/1.1 by hand over one connection."""

    at: socket.socket
    up: int = 0
    down: int = 0
    heads: list[bytes] = field(default_factory=list)

    def asks(self, head: bytes, body: bytes = b"") -> tuple[int, bytes]:
        """Send one request; the status and body of its answer."""
        sent = head + b"\r\n\r\n" + body
        self.at.sendall(sent)
        self.up += len(sent)
        return self.hears()

    def posts(self, path: str, body: bytes) -> tuple[int, bytes]:
        return self.asks(
            b"POST %s HTTP/1.1\r\nhost: ledger.example\r\ncontent-length: %d" % (path.encode(), len(body)), body
        )

    def hears(self) -> tuple[int, bytes]:
        got = b""
        while b"\r\n\r\n" not in got:
            got += self._more()
        head, _, rest = got.partition(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", head)
        assert length is not None, head
        while len(rest) < int(length[1]):
            rest += self._more()
        self.heads.append(head)
        self.down += len(head) + 4 + len(rest)
        return int(head.split()[1]), rest

    def _more(self) -> bytes:
        part = self.at.recv(65_536)
        assert part, "the ledger closed the line"
        return part
