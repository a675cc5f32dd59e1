"""How much the ledger listens to: sizes, times and rates, so that no sender takes the room of the others."""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Final

import anyio

from ledger.wire.asking import MOST_REQUEST_BYTES
from ledger.wire.joining import MOST_ENROL_BYTES

MOST_KEYS: Final = 20_000
"""Senders remembered at a time; beyond, those that have been quiet longest are forgotten and start afresh."""


@dataclass(frozen=True, slots=True)
class Rate:
    """So many requests at once, and so many more with every minute; burst 0: no limit."""

    burst: int
    per_minute: int


@dataclass(frozen=True, slots=True)
class Limits:
    """What one service grants. Sizes in bytes, times in seconds.

    device: exchanges of one device, once its signature was proved, so that nobody uses up another's. address: requests
    from one address, where many PCs may sit behind one router. enrolments: the same. body_s: for a whole body, which
    a line of 23 kbit/s needs 100 s for. pause_s: between two parts of it. at_once: requests being answered.
    """

    device: Rate = Rate(burst=600, per_minute=300)
    address: Rate = Rate(burst=3_000, per_minute=3_000)
    enrolments: Rate = Rate(burst=30, per_minute=6)
    exchange_bytes: int = MOST_REQUEST_BYTES
    enrol_bytes: int = MOST_ENROL_BYTES
    body_s: float = 600
    pause_s: float = 60
    at_once: int = 200


class Refused(Exception):
    """A request that is not taken for what it is, not for what it says: too large, too slow, too often.

    status: of HTTP. code: the JSON's `problem`. wait_s: when to try again, 0 for never in this form.
    """

    def __init__(self, status: int, code: str, message: str, *, wait_s: int = 0) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.wait_s = wait_s


@dataclass(slots=True)
class Buckets:
    """A bucket of requests for each sender, filled at a steady rate and emptied by one with each request."""

    rate: Rate
    _filled: dict[object, tuple[float, float]] = field(
        default_factory=dict
    )  # sender -> (requests left, at which second)

    def wait_s(self, sender: object, now_s: float) -> int:
        """How long this sender must wait before its next request, in whole seconds; 0: not at all."""
        left = self._left(sender, now_s)
        if not self.rate.burst or left >= 1:
            return 0
        return max(1, math.ceil((1 - left) * 60 / self.rate.per_minute)) if self.rate.per_minute else 3_600

    def take(self, sender: object, now_s: float) -> None:
        """Count one request."""
        if not self.rate.burst:
            return
        left = self._left(sender, now_s)
        self._filled.pop(sender, None)  # so that the quietest stand first
        self._filled[sender] = (max(left - 1, 0), now_s)
        if len(self._filled) > MOST_KEYS:
            del self._filled[next(iter(self._filled))]

    def _left(self, sender: object, now_s: float) -> float:
        left, at_s = self._filled.get(sender, (float(self.rate.burst), now_s))
        return min(self.rate.burst, left + max(now_s - at_s, 0) * self.rate.per_minute / 60)


def declared_bytes(headers: dict[bytes, bytes], *, most: int) -> None:
    """Refuse by what the headers say, before a byte of the body is read.

    Raises:
        Refused: the body is packed, or longer than `most`.
    """
    if headers.get(b"content-encoding", b"identity").strip().lower() not in {b"", b"identity"}:
        raise Refused(415, "packed", "Bodies are taken as they are: send none with a Content-Encoding.")
    length = headers.get(b"content-length", b"0")
    if not length.isdigit() or len(length) > len(str(most)) + 1 or int(length) > most:
        raise _too_large(most)


async def whole_body(receive: Callable[[], Awaitable[dict[str, object]]], limits: Limits, *, most: int) -> bytes:
    """A request's body, counted while it comes in.

    Raises:
        Refused: it is longer than `most`, comes too slowly, or its sender went away.
    """
    parts: list[bytes] = []
    size = 0
    try:
        with anyio.fail_after(limits.body_s):
            while True:
                with anyio.fail_after(limits.pause_s):
                    message = await receive()
                if message["type"] == "http.disconnect":
                    raise Refused(400, "gone", "The sender went away before its request was whole.")
                part = message.get("body", b"")
                if isinstance(part, bytes):
                    parts.append(part)
                    size += len(part)
                if size > most:
                    raise _too_large(most)
                if not message.get("more_body"):
                    return b"".join(parts)
    except TimeoutError as error:
        raise Refused(408, "too_slow", "The request did not come in time; please send it again.") from error


def _too_large(most: int) -> Refused:
    return Refused(413, "too_large", f"At most {most} bytes are taken at a time; nothing of this was used.")
