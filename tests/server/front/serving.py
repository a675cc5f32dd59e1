"""A real ledger process on loopback, and a bare socket to it that counts bytes."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

SOURCE = Path(__file__).parents[3]
PROGRAM = (sys.executable, "-m", "ledger.server")


@dataclass
class Served:
    """A ledger at work. said: its first line."""

    process: subprocess.Popen[str]
    said: dict[str, object]
    log_file: Path

    @property
    def place(self) -> tuple[str, int]:
        host, _, port = str(self.said["listen"]).rpartition(":")
        return host, int(port)

    def socket(self) -> socket.socket:
        return socket.create_connection(self.place, timeout=30)

    def log(self) -> str:
        return self.log_file.read_text(encoding="utf-8")

    def ends(self, by: int = signal.SIGTERM) -> int:
        self.process.send_signal(by)
        return self.process.wait(30)


@contextmanager
def served(url: str, folder: Path, *words: str) -> Iterator[Served]:
    """A ledger on a free port, ended afterwards."""
    log_file = folder / "log"
    command = (*PROGRAM, "serve", "--listen", "127.0.0.1:0", "--json", "--database", url, *words)
    with (
        log_file.open("w", encoding="utf-8") as log,
        subprocess.Popen(command, cwd=SOURCE, stdout=subprocess.PIPE, stderr=log, text=True) as process,
    ):
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            assert line, log_file.read_text(encoding="utf-8")
            yield Served(process, json.loads(line), log_file)
        finally:
            process.kill()


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
