"""What carries bytes to the central ledger and back: one call, whatever the road."""

from __future__ import annotations

from typing import Protocol

EXCHANGE = "/1/x"
ENROL = "/1/enrol"


class Transport(Protocol):
    """A way to the central ledger."""

    def send(self, path: str, body: bytes) -> tuple[int, bytes]:
        """Post these bytes; the status and the bytes of the answer.

        Raises:
            NetworkProblem: no answer of a ledger came back; the message says which road was closed.
        """

    def close(self) -> None:
        """Let go of the line."""
