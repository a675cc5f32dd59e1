"""PCs made of nothing but keys, for benches of the ledger: they enrol, cut batches and sign requests; no store."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from ledger.domain.facts import Contributed, SlipPrinted, SlipRedeemed
from ledger.domain.feed import Entry, first_head
from ledger.domain.names import FactId, device_name
from ledger.domain.postings import Fact
from ledger.wire.asking import ROOM_BYTES, Request, Seen, Short, shorten, write_request
from ledger.wire.batch import Place, cut
from ledger.wire.codec import encode
from ledger.wire.joining import Asking, Code, write_asking
from ledger.wire.keys import issuer_of, public_key

START_MS = 1_795_500_000_000
CENTRE_KEY = b"the key of a centre in a bench.."
SLIPS_IN_A_HUNDRED = 3


@dataclass(frozen=True, slots=True)
class Sender:
    """One centre's only PC, from a number."""

    number: int

    @property
    def seed(self) -> bytes:
        """Of its device's key."""
        return blake2b(b"device %d" % self.number, digest_size=32).digest()

    @property
    def device(self) -> bytes:
        """Its name, and its centre's."""
        return device_name(public_key(self.seed))

    def asking(self, code: str) -> bytes:
        """The enrolment it sends."""
        asking = Asking(Code.from_text(code).secret, public_key(self.seed), self.device, (self._issuer_public,))
        return write_asking(asking, self.seed)

    def meets(self) -> bytes:
        """The first request after it joined: it brings nothing, and fetches what the ledger has said."""
        return write_request(Request(self.device, self.device, 1, 1), self.seed)

    def requests(self, facts: int, seen: tuple[Seen, ...], *, in_batch: int, in_request: int) -> Iterator[bytes]:
        """Requests after that, which bring so many facts of busy days, as many a batch and batches a request as said.

        seen: what it fetched before.
        """
        batches = list(self._batches(self._days(facts), in_batch))
        counter, own = 1, 0
        while batches:
            together = _fitting(batches[:in_request])
            counter += 1
            asked = Request(self.device, self.device, 1, counter, own=own, seen=seen, batches=tuple(together))
            yield write_request(asked, self.seed)
            own = together[-1].last
            del batches[: len(together)]

    @property
    def _issuer_public(self) -> bytes:
        return public_key(blake2b(b"issuer %d" % self.number, digest_size=32).digest())

    def _batches(self, facts: Sequence[bytes], in_batch: int) -> Iterator[Short]:
        place = Place(self.device, self.device, 1, first_head(self.device))
        for at in range(0, len(facts), in_batch):
            batch = cut(facts[at : at + in_batch], place=place, centre_key=CENTRE_KEY, seed=self.seed)
            yield shorten(batch)
            place = place.after(batch.header)

    def _days(self, facts: int) -> list[bytes]:
        """Canonical bytes: mostly contributions, a few slips printed and handed in again at home."""
        chance, at_ms, entries = random.Random(self.number), START_MS, []
        printed: list[SlipPrinted] = []
        for seq in range(1, facts + 1):
            at_ms += int(chance.expovariate(1 / 240_000))
            entries.append(encode(Entry(FactId(self.device, seq), at_ms, self._anything(chance, printed))))
        return entries

    def _anything(self, chance: random.Random, printed: list[SlipPrinted]) -> Fact:
        issuer = issuer_of(self._issuer_public)
        member = FactId(self.device, 1 + chance.randrange(40))
        if chance.randrange(100) >= SLIPS_IN_A_HUNDRED:
            return Contributed(member, FactId(self.device, 50 + chance.randrange(20)), 15 * chance.randint(1, 8))
        if printed and chance.random() < 0.5:
            slip = printed.pop()
            return SlipRedeemed(issuer, slip.number, member=member, member_minutes=slip.minutes)
        printed.append(SlipPrinted(issuer, chance.getrandbits(64), 60, member, 2_500))
        return printed[-1]


def _fitting(batches: Sequence[Short]) -> list[Short]:
    size = 0
    taken: list[Short] = []
    for batch in batches:
        size += len(batch.open_bytes) + len(batch.sealed) + 160
        if taken and size > ROOM_BYTES:
            break
        taken.append(batch)
    return taken
