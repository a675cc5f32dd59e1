"""Whatever PCs and doors say of a slip, well signed, no more of it is ever settled than it was printed with."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.domain.facts import PutRight, Reason, SlipPrinted, SlipRedeemed, SlipVoided
from ledger.domain.names import FactId
from ledger.domain.postings import Fact, of, reversed_legs
from ledger.domain.rulings import CreditNoted
from ledger.server import epochs
from ledger.server.database import FILE, open_database, writing
from ledger.server.verify import verify
from tests.server.pcs import DAY, Ledger, Pc, pc

VENUE = 1007
NUMBER = 7
MINUTES = st.sampled_from([1, 30, 60, 61, 120])


class Said(NamedTuple):
    """One thing that one of three PCs or the door says of the slip, and whether it meets the ledger then."""

    who: int
    what: str
    minutes: int
    is_so: bool
    is_really: bool
    meets: bool


SAYINGS = st.builds(
    Said,
    st.integers(0, 3),
    st.sampled_from(["print", "redeem", "redeem", "void", "note", "back"]),
    MINUTES,
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
EVENTS = st.sampled_from(["epoch", "close"])


def fact_of(said: Said, who: Pc, home: Pc, wrote: list[tuple[FactId, Fact]]) -> Fact | None:
    """What is written; None where there is nothing to take back."""
    member = None if who.venue else FactId(who.device, 1)
    match said.what:
        case "print":
            venue = VENUE if said.is_so else 0
            return SlipPrinted(home.issuer, NUMBER, said.minutes, None, DAY, venue=venue)
        case "redeem" if who.venue:
            return SlipRedeemed(home.issuer, NUMBER, venue=VENUE, venue_minutes=said.minutes)
        case "redeem":
            return SlipRedeemed(home.issuer, NUMBER, member, said.minutes)
        case "void":
            is_waiting = said.is_really and not said.is_so
            return SlipVoided(home.issuer, NUMBER, said.minutes, member, said.is_so, is_waiting)
        case "note":
            return None if member is None else CreditNoted(home.issuer, NUMBER, member, said.minutes)
        case _:
            if not wrote:
                return None
            name, fact = wrote[said.minutes % len(wrote)]
            return PutRight(name, reversed_legs(of(fact)), Reason.UNDO)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a ledger with nobody in it."""
    folder = tmp_path_factory.mktemp("made")
    open_database(None, folder=folder).dispose()
    return folder / FILE


@contextmanager
def a_ledger(made: Path) -> Iterator[Ledger]:
    with TemporaryDirectory() as folder:
        shutil.copy(made, folder)
        engine = open_database(None, folder=Path(folder))
        try:
            yield Ledger(engine)
        finally:
            engine.dispose()


@given(story=st.lists(SAYINGS | EVENTS, min_size=2, max_size=10))
@settings(max_examples=12)
def test_no_more_is_settled_than_was_printed(made: Path, story: list[Said | str]) -> None:
    with a_ledger(made) as ledger:
        pcs = [pc(1), pc(2), pc(3), pc(4, venue=VENUE)]
        for one in pcs:
            ledger.admit(one)
        wrote: dict[int, list[tuple[FactId, Fact]]] = {number: [] for number in range(4)}
        for said in story:
            if isinstance(said, str):
                with writing(ledger.engine) as connection:
                    (epochs.begin if said == "epoch" else epochs.close)(connection)
                continue
            who = pcs[said.who]
            fact = fact_of(said, who, pcs[0], wrote[said.who])
            if fact is not None:
                name = who.write(fact)
                if not isinstance(fact, PutRight):
                    wrote[said.who].append((name, fact))
            if said.meets:
                who.meet(ledger)
        for one in (*pcs, *pcs):
            one.meet(ledger)
        assert verify(ledger.engine).problems == []
