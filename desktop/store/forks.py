"""What a lost copy of this PC wrote in places where other facts stand: said again, as a device that goes on for it.

A sibling still has it, and gave it to the ledger. Only this PC has the key to say it again, under the very name that
the lost copy would have found. Nothing of it is taken in before it comes back from the ledger, like any sibling's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from desktop.store.facts import Facts, StoredFact
from desktop.store.former import former_seeds
from desktop.store.saying_again import SayingAgain
from desktop.store.store import Store
from ledger.domain.feed import Entry, first_head, next_head
from ledger.domain.names import FactId, device_name
from ledger.wire import batch
from ledger.wire.asking import Joining
from ledger.wire.batch import Batch
from ledger.wire.codec import encode
from ledger.wire.joining import vouch
from ledger.wire.keys import public_key

_FORK: Final = "fork:"


@dataclass(slots=True)
class ToSay:
    """What a request brings of it.

    joins: devices that the ledger is to know first. offered: their batches. done: heads of batches of which nothing is
    left to say.
    """

    joins: list[Joining] = field(default_factory=list)
    offered: list[bytes] = field(default_factory=list, repr=False)
    done: list[bytes] = field(default_factory=list)


class Forks:
    """Batches of second versions, put by until all that is in them is said again; on the store's thread."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._db = store.db
        self._facts = Facts(store.db)

    def keep(self, raws: Iterable[bytes]) -> None:
        """Put by what the ledger gave out."""
        for raw in raws:
            name = _FORK + batch.read(raw).header.head.hex()
            self._db.execute("INSERT OR REPLACE INTO secrets (name, value) VALUES (?, ?)", [name, raw])

    def forget(self, heads: Iterable[bytes]) -> None:
        """The ledger has heard that these are done."""
        for head in heads:
            self._db.execute("DELETE FROM secrets WHERE name = ?", [_FORK + head.hex()])

    def kept(self) -> list[bytes]:
        """The heads of all that is put by."""
        return [made.header.head for made in self._all()]

    def to_say(self) -> ToSay:
        """What to do about them now."""
        said, kept = ToSay(), self._all()
        if kept:
            for seed in (self._store.secret("device_seed"), *former_seeds(self._store)):
                device = device_name(public_key(seed))
                self._say([made for made in kept if made.header.device == device], seed, said)
        return said

    def _say(self, forks: Sequence[Batch], seed: bytes, said: ToSay) -> None:
        for made, tail, is_longest in self._tails(forks, seed):
            saying = SayingAgain(self._facts, tail)
            rest, root = saying.not_said_yet(seed)
            if not rest:
                said.done.append(made.header.head)
            elif root is not None and is_longest:
                self._say_rest(saying, rest, root.seed(b"GHS1"), said)

    def _say_rest(self, saying: SayingAgain, rest: Sequence[StoredFact], seed: bytes, said: ToSay) -> None:
        public = public_key(seed)
        device = device_name(public)
        if all(row.device != device for row in self._store.read.devices()):
            voucher, centre = self._store.secret("device_seed"), self._store.secret("centre")
            signature = vouch(voucher, centre=centre, public=public, is_successor=True)
            said.joins.append(Joining(public, signature, is_successor=True, takes_purse=False))
            return
        bodies = []
        for seq, fact in enumerate(rest, start=1):
            bodies.append(encode(saying.again(fact, FactId(device, seq))))
            saying.names[fact.name] = FactId(device, seq)
        place = batch.Place(self._store.secret("centre"), device, 1, first_head(device))
        while bodies:
            made = batch.cut(bodies, place=place, centre_key=self._store.secret("centre_key"), seed=seed)
            bodies = bodies[made.header.last - made.header.first + 1 :]
            place = place.after(made.header)
            said.offered.append(bytes(made))

    def _tails(self, forks: Sequence[Batch], seed: bytes) -> Iterator[tuple[Batch, list[StoredFact], bool]]:
        """Each batch with all that parts from the feed here up to its end, and whether no other batch goes on from it.

        One whose forerunners are not here waits for them.
        """
        goes_on = {made.header.previous for made in forks}
        tails: dict[bytes, list[StoredFact]] = {}
        for made in sorted(forks, key=lambda made: made.header.first):
            header = made.header
            is_from_here = self._facts.head(header.device, header.first - 1) == header.previous
            if not is_from_here and header.previous not in tails:
                continue
            tail = [*([] if is_from_here else tails[header.previous]), *self._opened(made, seed)]
            tails[header.head] = [fact for fact in tail if self._facts.head(*fact.name) != fact.head]
            yield made, tails[header.head], header.head not in goes_on

    def _opened(self, made: Batch, seed: bytes) -> Iterator[StoredFact]:
        header = made.header
        place = batch.Place(self._store.secret("centre"), header.device, header.first, header.previous)
        batch.check(made, place=place, public=public_key(seed))
        head = header.previous
        for fact in batch.open_facts(made, centre_key=self._store.secret("centre_key")):
            body = encode(fact) if isinstance(fact, Entry) else fact.raw
            head = next_head(head, body)
            yield StoredFact(fact.name, body, head)

    def _all(self) -> list[Batch]:
        sql = "SELECT value FROM secrets WHERE name GLOB ? ORDER BY name"
        return [batch.read(raw) for (raw,) in self._db.execute(sql, [f"{_FORK}*"])]
