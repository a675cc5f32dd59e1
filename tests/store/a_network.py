"""A centre with several PCs, and a central ledger that only numbers batches and signs notices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop.clock import Clock, standing_at
from desktop.store import receiving
from desktop.store.facts import Facts
from desktop.store.founding import Beginning, begin_in
from desktop.store.sqlcipher import connect, transaction
from desktop.store.store import Store
from desktop.store.tables import PROJECTIONS
from desktop.store.trust import trust
from ledger.domain.accounts import between_account, member_account, slip_account
from ledger.domain.feed import Entry, first_head
from ledger.domain.names import FactId, device_name
from ledger.domain.network import NETWORK, IssuerListed
from ledger.domain.postings import Fact
from ledger.domain.subjects import CentreFounded, IssuerKeyAdded, MemberWritten, OfferWritten, TaskWritten
from ledger.wire import batch
from ledger.wire.answering import Accepted, Sent
from ledger.wire.codec import encode
from ledger.wire.keys import issuer_of, public_key
from ledger.wire.notices import NoticeHeader, cut_notice, ledger_feed
from tests.store.a_centre import STORE_KEY

LEDGER_SEED = b"l" * 32
CENTRE_KEY = b"c" * 32
FOUNDER_SEED = b"d" * 32
CENTRE = device_name(public_key(FOUNDER_SEED))
ELSEWHERE = b"another centre  "
FOREIGN_KEY = public_key(b"f" * 32)
FOREIGN = issuer_of(FOREIGN_KEY)
START_MS = 1_800_000_000_000


@dataclass
class Post:
    """What stands in for the ledger."""

    arrivals: int = 0
    epoch: int = 1
    headers: dict[tuple[bytes, int], NoticeHeader] = field(default_factory=dict)
    sent: list[Sent] = field(default_factory=list)

    def hold(self, store: Store, most: int = 500) -> Sent:
        """Cut the next batch of a PC, and tell it that it is held."""
        facts, device = Facts(store.db), store.device
        (cut,) = store.db.execute(
            "SELECT coalesce(max(last_seq), 0) FROM batches WHERE device = ?", [device]
        ).fetchone()
        place = batch.Place(CENTRE, device, cut + 1, facts.head(device, cut))
        bodies = [fact.body for fact in facts.of(device, after=cut)][:most]
        made = batch.cut(bodies, place=place, centre_key=CENTRE_KEY, seed=store.secret("device_seed"))
        header = made.header
        with transaction(store.db) as db:
            db.execute(
                "INSERT INTO batches (device, first_seq, last_seq, head, raw) VALUES (?, ?, ?, ?, ?)",
                [device, header.first, header.last, header.head, bytes(made)],
            )
        self.arrivals += 1
        sent = Sent(self.epoch << 32 | self.arrivals, bytes(made))
        receiving.take_arrivals(store, [Accepted(b"", header.first, sent.arrival)])
        self.sent.append(sent)
        return sent

    def cut_up_to(self, store: Store) -> int:
        """The last place of a PC's own feed that is in a batch."""
        sql = "SELECT coalesce(max(last_seq), 0) FROM batches WHERE device = ?"
        return int(store.db.execute(sql, [store.device]).fetchone()[0])

    def tell(self, *facts: Fact, centre: bytes = CENTRE) -> bytes:
        """A notice of these facts."""
        feed = self.feed(centre)
        after = self.headers.get((centre, self.epoch)) or NoticeHeader(
            centre, self.epoch, 1, 0, first_head(feed), first_head(feed)
        )
        entries = [Entry(FactId(feed, after.last + 1 + at), START_MS, fact) for at, fact in enumerate(facts)]
        notice = cut_notice([encode(entry) for entry in entries], after=after, seed=LEDGER_SEED)
        self.headers[centre, self.epoch] = notice.header
        return bytes(notice)

    def feed(self, centre: bytes = CENTRE) -> bytes:
        """The name of a feed of the ledger."""
        return ledger_feed(public_key(LEDGER_SEED), centre=centre, epoch=self.epoch)

    def last_told(self) -> FactId:
        """The last fact in the centre's feed."""
        return FactId(self.feed(), self.headers[CENTRE, self.epoch].last)

    def list_foreign_key(self) -> bytes:
        """The network's list has another centre's key."""
        return self.tell(IssuerListed(FOREIGN_KEY, ELSEWHERE), centre=NETWORK)


@dataclass
class Pc:
    """A PC of the centre. ann, bob: members; task, swim: what they do."""

    store: Store
    post: Post
    taps: int = 0

    @property
    def ann(self) -> FactId:
        """A member."""
        return FactId(CENTRE, 3)

    @property
    def bob(self) -> FactId:
        """Another."""
        return FactId(CENTRE, 4)

    @property
    def task(self) -> FactId:
        """What they do."""
        return FactId(CENTRE, 5)

    @property
    def swim(self) -> FactId:
        """What they spend on."""
        return FactId(CENTRE, 6)

    @property
    def art(self) -> FactId:
        """An activity, where one was written next."""
        return FactId(CENTRE, 7)

    @property
    def session(self) -> FactId:
        """A session, where one was written after it."""
        return FactId(CENTRE, 8)

    @property
    def issuer(self) -> bytes:
        """Of this PC's slips."""
        return issuer_of(public_key(self.store.secret("issuer_seed")))

    def add(self, *facts: Fact) -> FactId:
        """One tap of these facts; the name of the last."""
        self.taps += 1
        with self.store.writing(f"{self.store.device.hex()[:4]} {self.taps} of {id(self)}") as writing:
            names = [writing.add(fact) for fact in facts]
        return names[-1]

    def hold(self) -> Sent:
        """Send what is new."""
        return self.post.hold(self.store)

    def take(self, *sent: Sent) -> receiving.Taken:
        """Take batches in."""
        return receiving.take_batches(self.store, sent)

    def hear(self, *notices: bytes) -> receiving.Taken:
        """Take notices in."""
        return receiving.take_notices(self.store, notices)

    def minutes(self, member: FactId) -> int:
        """What a member has."""
        return self.store.read.minutes(member_account(member))

    def slip_minutes(self, number: int, issuer: bytes = FOREIGN) -> int:
        """What is in a slip."""
        return self.store.read.minutes(slip_account(issuer, number))

    def between(self) -> int:
        """What the other centre owes, or is owed below zero."""
        return self.store.read.minutes(between_account(ELSEWHERE))

    def check(self) -> None:
        """Everything agrees with everything, and a rebuild changes nothing."""
        assert self.store.verify().problems == []
        before = projections(self.store)
        self.store.rebuild()
        assert projections(self.store) == before


def projections(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row that screens may read."""
    return {table: store.db.execute(f"SELECT * FROM {table}").fetchall() for table in PROJECTIONS}  # noqa: S608  ours


def founder(file: Path | str = ":memory:", post: Post | None = None, clock: Clock | None = None) -> Pc:
    """The centre's first PC, enrolled; Ann and Bob are members."""
    issuer_seed = b"i" * 32
    facts: Sequence[Fact] = (
        CentreFounded("Elm House", is_practice=False),
        IssuerKeyAdded(public_key(issuer_seed)),
        MemberWritten(None, b"", place=1),
        MemberWritten(None, b"", place=2),
        TaskWritten(None, "Swept up", "om:1F9F9"),
        OfferWritten(None, "Swimming", "om:1F3CA", 60),
    )
    return Pc(_begun(file, FOUNDER_SEED, issuer_seed, tuple(facts), clock), post or Post())


def sibling(post: Post, letter: bytes = b"s") -> Pc:
    """Another PC of the same centre, in memory, with nothing in it; it knows the founder's key."""
    pc = Pc(_begun(":memory:", letter * 32, letter.upper() * 32, (), None), post)
    trust(pc.store, public_key(FOUNDER_SEED))
    return pc


def _begun(file: Path | str, seed: bytes, issuer_seed: bytes, facts: tuple[Fact, ...], clock: Clock | None) -> Store:
    secrets = {
        "device_seed": seed,
        "issuer_seed": issuer_seed,
        "centre_key": CENTRE_KEY,
        "centre": CENTRE,
        "ledger_public": public_key(LEDGER_SEED),
    }
    db = connect(file, STORE_KEY)
    return begin_in(db, Beginning(secrets, facts), clock=clock or standing_at(2027, 1, 15, 10, 0), folder=Path())


def same(first: Pc, second: Pc) -> None:
    """Both hold and show the same, and it is what a rebuild makes."""
    for pc in (first, second):
        pc.check()
    assert projections(first.store) == projections(second.store)
