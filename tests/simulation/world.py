"""The world of one run: people, PCs, papers and the time; what happened is counted and told in a trace."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tests.simulation.chance import Chance
from tests.simulation.clocks import STAMPS, START_MS
from tests.simulation.ledgers import LedgerHere
from tests.simulation.oracle import NOTHING, Done, Key, Oracle
from tests.simulation.pcs import Pc

if TYPE_CHECKING:
    from tests.simulation.desk_taps import HandedIn

FIRST_STAMP = 20_000


class Broken(AssertionError):
    """A promise does not hold."""


@dataclass
class Paper:
    """A slip on paper. key: of the fact that printed it. member: whose minutes they were; None for a thank-you slip."""

    token: str
    code: str
    issuer: bytes
    number: int
    minutes: int
    venue: int
    centre: str
    key: Key
    member: Key | None


@dataclass
class Stick:
    """A request carried as a file. label: of the PC. status: of its answer, 0 while there is none."""

    label: str
    asked: bytes
    status: int = 0
    answered: bytes = b""


@dataclass(frozen=True)
class Late:
    """A request that is still under way."""

    path: str
    body: bytes


@dataclass
class Centre:
    """A centre, or a door. founder: its 16-byte name."""

    label: str
    founder: bytes
    key: bytes
    members: list[Key] = field(default_factory=list)
    venue: int = 0
    venue_name: str = ""


@dataclass
class World:
    """Everything there is in one run.

    words: by which a further PC joined, by its name: the PC that vouched for it, and its signature. It keeps them.
    """

    seed: int
    place: Path
    chance: Chance
    oracle: Oracle = field(default_factory=Oracle)
    centres: dict[str, Centre] = field(default_factory=dict)
    pcs: list[Pc] = field(default_factory=list)
    papers: list[Paper] = field(default_factory=list)
    handed_in: list[HandedIn] = field(default_factory=list)
    late: list[Late] = field(default_factory=list)
    sticks: list[Stick] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=dict)
    words: dict[bytes, tuple[bytes, bytes]] = field(default_factory=dict)
    met: Counter[str] = field(default_factory=Counter)
    ledger: LedgerHere = field(init=False)
    ledger_offset_ms: int = 0
    wall_ms: int = START_MS
    step: int = 0
    trace: list[str] = field(default_factory=list)
    _stamp: int = FIRST_STAMP
    _folders: int = 0

    def tell(self, line: str) -> None:
        """Say in the trace what happened."""
        self.trace.append(f"{self.step:3} {line}")

    def count(self, what: str) -> None:
        """Count an action, a fault or what came of it."""
        self.met[what] += 1

    def stamp(self, pc: Pc) -> int:
        """Give a PC's next tap a time that no other tap of the run has; its last digits, which name the tap."""
        self._stamp += 1
        pc.clock.set(self.wall_ms, self._stamp)
        return self._stamp

    def new_folder(self) -> Path:
        """Where another PC may keep its files."""
        self._folders += 1
        return self.place / f"pc{self._folders}"

    def at_work(self, *, doors: bool = False) -> list[Pc]:
        """The PCs that are there; doors: the doors instead."""
        return [pc for pc in self.pcs if not pc.is_gone and pc.is_door == doors]

    def meeting(self, centre: str) -> list[Pc]:
        """The PCs of a centre that are there and heard."""
        return [pc for pc in self.pcs if pc.centre == centre and not pc.is_gone and not pc.is_revoked]

    def began(self, pc: Pc, stamp: int) -> None:
        """A PC's first facts: nothing in them moves minutes."""
        self.oracle.taps[stamp] = Done("began", pc.centre, pc.label, (NOTHING,) * len(pc.look().by_stamp[stamp]))

    def ledger_ms(self) -> int:
        """What the ledger's clock says; its facts bear no tap's stamp."""
        return (self.wall_ms + self.ledger_offset_ms) // STAMPS * STAMPS

    def digest(self) -> str:
        """The whole trace in a few letters."""
        return blake2b("\n".join(self.trace).encode(), digest_size=8).hexdigest()


def chosen(chance: Random, weights: dict[str, int]) -> str:
    """One of these, by weight."""
    return chance.choices([*weights], weights=[*weights.values()])[0]
