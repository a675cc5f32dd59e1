"""How a line can be: fair, slow, cut, down, or with somebody else at its end."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Way(Enum):
    """Which way bytes go."""

    UP = "up"  # from the PC to the ledger
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Pace:
    """A slow line: bytes a second each way, seconds of delay each way, and which share of segments is lost.

    A lost segment holds up all after it until it was sent again, which takes `again_s`.
    """

    bytes_per_s: float = 23_000 / 8
    delay_s: float = 0.0
    loss: float = 0.0
    again_s: float = 3.0


@dataclass(frozen=True, slots=True)
class Weather:
    """How the line is now.

    cut_up, cut_down: the line breaks for good once so many bytes went this way since the weather began; None never.
    instead: bytes that answer in the ledger's place: each request whose body is longer than `beyond`, the others pass.
    is_down: nobody answers.
    """

    cut_up: int | None = None
    cut_down: int | None = None
    pace: Pace | None = None
    instead: bytes | None = None
    beyond: int = -1
    is_down: bool = False


FAIR = Weather()


def http(status: str, body: bytes, *headers: str) -> bytes:
    """A whole answer of HTTP, after which the connection closes."""
    lines = (f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers)
    return "\r\n".join([*lines, "", ""]).encode() + body


def body_length(head: bytes) -> int:
    """What the headers of a request say of its body."""
    lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    return int(lengths[0].split(b":")[1]) if lengths else 0
