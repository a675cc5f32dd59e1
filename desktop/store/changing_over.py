"""Changing over to the ledger's version of a feed, once what is given up for it is here under another name."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.store.doubts import Doubt, Doubts
from desktop.store.facts import Facts
from desktop.store.renaming import rename_drafts, rename_slips
from desktop.store.saying_again import SayingAgain
from desktop.store.store import Store
from desktop.store.trust import trusted
from desktop.store.version import last_shared, read_version, take_version
from ledger.domain.feed import Entry
from ledger.domain.names import FactId
from ledger.wire import batch
from ledger.wire.answering import Sent
from ledger.wire.batch import BadBatch, Place
from ledger.wire.codec import encode


class ChangingOver:
    """Compares doubted feeds with the ledger's versions of them, inside the caller's transaction.

    waiting: batches of devices that go on for doubted ones. free: what was put by of a version that is the same after
    all, and goes on beyond what is here: it is to be taken in. problems: what cannot be compared, in plain words.
    """

    def __init__(self, store: Store, waiting: Sequence[Sent]) -> None:
        self._store = store
        self._facts = Facts(store.db)
        self._doubts = Doubts(store)
        self._waiting = waiting
        self.free: list[Sent] = []
        self.problems: list[str] = []

    def run(self) -> bool:
        """Settle what can be settled; whether facts changed their names, and all tables were made anew."""
        has_changed = False
        while any(self._try(*each) for each in self._doubts.all().items()):
            has_changed = True  # what waited for two feeds may be free now
        if has_changed:
            self._store.look_again()
            self._store.rebuild()
        return has_changed

    def _try(self, device: bytes, doubt: Doubt) -> bool:
        version = self._doubts.version(device) if doubt.is_other else []
        try:
            return bool(version) and self._compare(device, doubt, version)
        except BadBatch as error:
            self.problems.append(f"The network's version of a feed cannot be used: {error}.")
            self._doubts.settle(device)
            return False

    def _compare(self, device: bytes, doubt: Doubt, sent: Sequence[Sent]) -> bool:
        public = trusted(self._store)[device]
        version = read_version(self._store, sent, device=device, public=public)
        shared, here = last_shared(self._store, version), self._facts.end(device).seq
        if shared == min(here, version.facts[-1][0].seq):
            self._doubts.settle(device)
            self.free += [one for one in sent if batch.read(one.raw).header.last > here]
            return False
        names = self._said_again(device, shared)
        if names is None or {name.device for name in names.values()} & self._doubts.waiting(but_for=device):
            self._doubts.keep(device, doubt._replace(shared=shared))
            return False
        # It may be a feed that this PC itself once wrote. What says it again is taken in with the same answer.
        self._store.db.execute("PRAGMA defer_foreign_keys = ON")
        rename_drafts(self._store.db, names, device=device, after=shared)
        rename_slips(self._store.db, names)
        take_version(self._store, version, device=device, shared=shared)
        self._store.db.execute("DELETE FROM troubles WHERE kind = 'forked' AND substr(about, 1, 16) = ?", [device])
        self._doubts.settle(device)
        return True

    def _said_again(self, device: bytes, shared: int) -> dict[FactId, FactId] | None:
        """What facts that part from the ledger's version are called by who goes on for it; None: not all are."""
        rest = list(self._facts.of(device, after=shared))
        heard = _Heard(self._store, self._waiting, self._doubts.successors(device))
        saying = SayingAgain(heard, rest)
        while rest:
            said = max((saying.said_as(each, rest) for each in heard.speakers), default=0)
            if not said:
                return None
            rest = rest[said:]
        return saying.names


class _Heard(Facts):
    """The facts of some devices as far as they are here, and as far as they wait."""

    def __init__(self, store: Store, waiting: Sequence[Sent], speakers: set[bytes]) -> None:
        super().__init__(store.db)
        self.speakers = sorted(speakers)
        self._bodies: dict[FactId, bytes] = {}
        public = trusted(store)
        for one in waiting:
            made = batch.read(one.raw)
            header = made.header
            if header.device in speakers and header.device in public:
                place = Place(store.secret("centre"), header.device, header.first, header.previous)
                batch.check(made, place=place, public=public[header.device])
                for fact in batch.open_facts(made, centre_key=store.secret("centre_key")):
                    self._bodies[fact.name] = encode(fact) if isinstance(fact, Entry) else fact.raw

    def body(self, name: FactId) -> bytes | None:
        """The bytes of a fact; None if it neither is here nor waits."""
        return self._bodies.get(name) or super().body(name)
