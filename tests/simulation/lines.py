"""The line between a PC and the central ledger, which loses, repeats, delays, cuts and garbles what it carries."""

from __future__ import annotations

from random import Random

from desktop.sync.problems import NoConnection, SlowLine
from tests.simulation.statements import Killed, Trap
from tests.simulation.world import Late, World, chosen

FAULTS = {
    "request lost": 3,
    "reply lost": 6,
    "request twice": 3,
    "request late": 4,
    "reply cut": 3,
    "request cut": 2,
    "bit flipped up": 2,
    "bit flipped down": 2,
    "ledger killed": 6,
    "another page": 1,
}


class Line:
    """A road to the ledger: `desktop.sync.transport.Transport`. often: how likely a fault is at each request."""

    def __init__(self, world: World, chance: Random, *, often: float) -> None:
        self._world = world
        self._chance = chance
        self._often = often
        self.bytes_up = 0

    def send(self, path: str, body: bytes) -> tuple[int, bytes]:
        """Carry a request there and its answer back. Raises NoConnection, SlowLine."""
        self.bytes_up += len(body)
        if self._chance.random() >= self._often:
            return self._world.ledger.send(path, body)
        fault = chosen(self._chance, FAULTS)
        self._world.count(f"fault on the line: {fault}")
        self._world.tell(f"    {fault}")
        if fault == "ledger killed":
            return self._killed(path, body)
        up = (
            self._garbled(body)
            if fault == "bit flipped up"
            else body[: self._cut(body)]
            if fault == "request cut"
            else body
        )
        if fault == "request lost":
            raise NoConnection
        if fault == "request late":
            self._world.late.append(Late(path, body))
            raise NoConnection
        status, answer = self._world.ledger.send(path, up)
        if fault == "request twice":
            self._world.ledger.send(path, body)
        if fault == "reply lost":
            raise SlowLine
        if fault == "reply cut":
            return status, answer[: self._cut(answer)]
        if fault == "another page":
            return 200, b"<html>Please sign in</html>"
        return status, self._garbled(answer) if fault == "bit flipped down" else answer

    def close(self) -> None:
        """Let go."""

    def _killed(self, path: str, body: bytes) -> tuple[int, bytes]:
        trap = Trap(int(60 ** self._chance.random()))
        try:
            with self._world.ledger.trapped(trap):
                self._world.ledger.send(path, body)
        except Killed:
            self._world.count("fault at the ledger: killed between two statements")
        raise SlowLine

    def _garbled(self, raw: bytes) -> bytes:
        at = self._chance.randrange(len(raw) * 8)
        return raw[: at // 8] + bytes([raw[at // 8] ^ 1 << at % 8]) + raw[at // 8 + 1 :]

    def _cut(self, raw: bytes) -> int:
        return self._chance.randrange(len(raw))
