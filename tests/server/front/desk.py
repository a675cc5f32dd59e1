"""What happens at the coordinator's desk: codes are given, PCs enrol, commands are typed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import pytest

from ledger.domain.facts import Contributed
from ledger.domain.names import FactId
from ledger.server.__main__ import main
from ledger.server.centres import add_centre, add_device, add_venue
from ledger.server.clock import now_ms
from ledger.server.database import open_database
from ledger.server.enrolling import enrol
from ledger.wire.joining import Asking, Code, Enrolled, read_enrolled, vouch, write_asking
from tests.server.pcs import Ledger, Pc, pc, sibling_of


@dataclass
class Desk:
    """A ledger, and what is done at its desk."""

    ledger: Ledger

    def asking(self, one: Pc, code: str, *, by: Pc | None = None, **changes: Any) -> bytes:
        """The bytes of an enrolment; by: a PC of the centre that stands for it."""
        fields: dict[str, Any] = {
            "code_secret": Code.from_text(code).secret,
            "public": one.public,
            "founder": one.centre,
            "issuers": () if one.venue or by else (one.issuer_public,),
        }
        if by is not None:
            signed = vouch(by.seed, centre=one.centre, public=one.public, is_successor=False)
            fields |= {"voucher": by.device, "vouched": signed}
        return write_asking(Asking(**fields | changes), one.seed)

    def enrols(self, one: Pc, code: str, *, by: Pc | None = None, **changes: Any) -> Enrolled:
        """A PC enrols and proves the answer."""
        asked = self.asking(one, code, by=by, **changes)
        self.ledger.now_ms += 1000
        raw = enrol(self.ledger.engine, asked, now_ms=self.ledger.now_ms)
        answer = read_enrolled(raw, asked=asked, code=Code.from_text(code))
        one.ledger_public, one.epoch = answer.ledger_public, answer.epoch
        return answer

    def centre_code(self, name: str, **more: Any) -> str:
        return add_centre(self.ledger.engine, name, now_ms=self.ledger.now_ms, **more).code

    def device_code(self, centre: str, **more: Any) -> str:
        return add_device(self.ledger.engine, centre, now_ms=self.ledger.now_ms, **more).code

    def founded(self, letter: int, name: str) -> Pc:
        """A centre's first PC, enrolled."""
        one = pc(letter)
        self.enrols(one, self.centre_code(name))
        return one

    def joined(self, founder: Pc, letter: int, name: str) -> Pc:
        """A further PC of a centre, enrolled."""
        one = sibling_of(founder, letter)
        self.enrols(one, self.device_code(name), by=founder)
        return one

    def door(self, letter: int, name: str) -> Pc:
        """A venue's door, enrolled."""
        given = add_venue(self.ledger.engine, name, now_ms=self.ledger.now_ms)
        one = pc(letter, venue=given.venue)
        self.enrols(one, given.code)
        return one

    def busy(self) -> tuple[Pc, Pc, Pc]:
        """Two centres and a door that have met; an open slip of the first was handed in at both others.

        The first printed slips 1 to 4, of 60 minutes each. 1: handed in at the second, which comes first, and at the
        door. 2: at the door. 3: at home. 4: nowhere.
        """
        one, two, door = self.founded(1, "Riverside"), self.founded(2, "Hillside"), self.door(3, "Swimming pool")
        one.write(Contributed(FactId(one.device, 1), FactId(one.device, 2), 90))
        for number in (1, 2, 3, 4):
            one.print_slip(number)
        one.redeem(one, 3)
        one.meet(self.ledger)
        two.redeem(one, 1)
        two.meet(self.ledger)
        door.redeem(one, 1)
        door.redeem(one, 2)
        door.meet(self.ledger)
        one.meet(self.ledger)
        return one, two, door


@dataclass
class Typist:
    """Types commands into this process."""

    url: str
    capsys: pytest.CaptureFixture[str]

    def types(self, *words: object) -> tuple[int, str, str]:
        """Exit code, standard output, standard error."""
        self.capsys.readouterr()
        code = main([str(word) for word in words])
        out, err = self.capsys.readouterr()
        return code, out, err

    def asks(self, *words: object, code: int = 0) -> dict[str, Any]:
        """The one JSON object of a command, which must end with this exit code."""
        ended, out, err = self.types(*words, "--json", "--database", self.url)
        assert out.count("\n") == 1, out
        answer = json.loads(out)
        assert isinstance(answer, dict)
        assert ended == code, answer
        assert (err == "") == (code != 2)
        return answer

    def refused(self, *words: object, problem: str) -> str:
        """The message of a known problem."""
        answer = self.asks(*words, code=1)
        assert answer["problem"] == problem, answer
        return str(answer["message"])


def desk_of(typist: Typist) -> Desk:
    """The desk of the ledger that commands are typed for."""
    return Desk(Ledger(open_database(typist.url), now_ms()))


def enrolled(typist: Typist, one: Pc, code: str, *, by: Pc | None = None) -> None:
    """A PC enrols by a code that a command gave."""
    desk = desk_of(typist)
    desk.enrols(one, code, by=by)
    desk.ledger.engine.dispose()
