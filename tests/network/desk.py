"""A real ledger and a PC made of the wire alone, which can send it anything: `test_bad_input` sends what is bad."""

from __future__ import annotations

import json
from itertools import count
from typing import Any

import httpx

from ledger.domain.facts import Contributed
from ledger.domain.names import FactId
from ledger.wire.answering import Reply, read_reply
from ledger.wire.asking import MARK, Request, Short, write_request
from ledger.wire.joining import Asking, Code, read_enrolled, write_asking
from ledger.wire.keys import sign
from tests.network.ledgers import Ledger
from tests.network.states import State, difference, state_of_ledger
from tests.server.pcs import Pc, pc


class Desk:
    """A real ledger, and a PC made of the wire alone that has enrolled with it and met once."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.one = self.enrolled(pc(1), "Elm House")
        self.numbers = count(2)
        self.one.print_slip(next(self.numbers))
        self.heard(self.one.raw())
        self.before = self.state()

    def enrolled(self, one: Pc, name: str) -> Pc:
        """A PC that a one-time code has let in."""
        code = self.ledger.code("centre", "add", name)
        asked = asking(one, code)
        answer = self.posts("/1/enrol", asked)
        assert answer.status_code == 200, answer.text
        one.ledger_public = read_enrolled(answer.content, asked=asked, code=Code.from_text(code)).ledger_public
        return one

    def posts(self, path: str, body: bytes, **headers: str) -> httpx.Response:
        """One POST."""
        return httpx.post(f"{self.ledger.url}{path}", content=body, headers=headers, trust_env=False, timeout=60)

    def heard(self, raw: bytes) -> Reply:
        """The reply to a request of our PC, proved and remembered."""
        answer = self.posts("/1/x", raw)
        reply, _ = self.read(answer, raw)
        assert not reply.trouble, reply
        self.one.epoch, self.one.acknowledged = reply.positions.epoch, reply.positions.seq
        return reply

    def read(self, answer: httpx.Response, raw: bytes) -> tuple[Reply, Any]:
        """A signed reply."""
        return read_reply(
            answer.content,
            asked=raw,
            centre=self.one.centre,
            device=self.one.device,
            ledger_public=self.one.ledger_public,
        )

    def request(self, *batches: Short, **changes: Any) -> bytes:
        """A request of our PC with these batches alone."""
        self.one.counter += 1
        asked = Request(self.one.centre, self.one.device, self.one.epoch, self.one.counter, batches=batches, **changes)
        return write_request(asked, self.one.seed)

    def crafted(self, body: bytes) -> bytes:
        """A request of our PC, truly signed, with any bytes for a body."""
        head = MARK + bytes([0]) + self.one.device
        return head + sign(self.one.seed, head + body) + body

    def state(self) -> State:
        return state_of_ledger(self.ledger)

    def is_untouched(self) -> None:
        """Nothing was kept, nothing went wrong inside, and the next good request is taken.

        Raises:
            AssertionError: with what changed, or what the log says.
        """
        assert difference(self.state(), self.before) == ""
        self.is_well()
        self.one.write(Contributed(FactId(self.one.device, 1), FactId(self.one.device, 2), 60))
        assert len(self.heard(self.one.raw()).accepted) == 1
        self.before = self.state()

    def is_well(self) -> None:
        """No fault in the log, none counted."""
        lines = [json.loads(line) for line in self.ledger.log().splitlines() if line.startswith("{")]
        assert [line for line in lines if "trace" in line or line["level"] == "error"] == []
        metrics = httpx.get(f"{self.ledger.url}/metrics", trust_env=False).text
        assert "goodhour_ledger_unexpected_total 0" in metrics.splitlines()


def asking(one: Pc, code: str) -> bytes:
    """The enrolment of a founder's PC."""
    return write_asking(Asking(Code.from_text(code).secret, one.public, one.device, (one.issuer_public,)), one.seed)
