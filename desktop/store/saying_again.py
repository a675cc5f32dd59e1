"""Facts of a feed that are said again as another device's, because a copy of that PC wrote others in their places.

The other device's key follows from the first one's and from the first fact it says: whoever holds the same key and the
same facts finds the same device, and they are said once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import NamedTuple

from desktop.store.facts import Facts, StoredFact
from desktop.store.renaming import renamed
from ledger.domain.feed import Entry, next_head
from ledger.domain.names import FactId, device_name
from ledger.wire.codec import decode, encode
from ledger.wire.keys import SEED_BYTES, public_key


class Root(NamedTuple):
    """What a new device's keys follow from, so that another copy finds the same.

    secret: the signing seed of the device that it goes on from. head: of that one's chain at the first fact that is
    said again.
    """

    secret: bytes
    head: bytes

    def seed(self, mark: bytes) -> bytes:
        """A seed that only the holder of the secret can know; mark: what for."""
        return blake2b(mark + self.head, key=self.secret, digest_size=SEED_BYTES).digest()


class SayingAgain:
    """The tail of a feed, and what became of it. names: what its facts are called now, as far as that is known."""

    def __init__(self, facts: Facts, tail: Sequence[StoredFact]) -> None:
        self._facts = facts
        self._tail = list(tail)
        self.names: dict[FactId, FactId] = {}

    def not_said_yet(self, seed: bytes) -> tuple[list[StoredFact], Root | None]:
        """What no other copy of this PC has said again, as far as this one knows; and what to name its speaker by.

        Another copy may have said the first of them again and then something else. Where these two part, a copy that
        knew of nobody would find itself a fork of that other one, and go on under the very name that is found here.
        seed: of the device whose tail it is.
        """
        rest, root = self._tail, Root(seed, self._tail[0].head if self._tail else b"")
        while rest:
            device = device_name(public_key(root.seed(b"GHS1")))
            if self._facts.end(device).seq == 0:
                return rest, root
            said = self.said_as(device, rest)
            if not said:
                break
            rest = rest[said:]
            if rest:
                there = encode(self.again(rest[0], FactId(device, said + 1)))
                root = Root(root.seed(b"GHS1"), next_head(self._facts.head(device, said), there))
        return rest, None

    def said_as(self, device: bytes, rest: Sequence[StoredFact]) -> int:
        """How many of these facts another device begins with; their names are known from then on."""
        for place, fact in enumerate(rest, start=1):
            name = FactId(device, place)
            again = self.again(fact, name)
            if self._facts.body(name) != encode(again):
                return place - 1
            self.names[fact.name] = name
        return len(rest)

    def again(self, fact: StoredFact, name: FactId) -> Entry:
        """A fact under its new name."""
        return replace(renamed(decode(fact.name, fact.body), self._rename), name=name)

    def _rename(self, name: FactId) -> FactId:
        return self.names.get(name, name)
