"""PCs and doors made of `ledger.wire` alone, and the ledger they meet: facts, batches, requests and replies."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Engine, insert, select

from ledger.domain.facts import SlipPrinted, SlipRedeemed
from ledger.domain.feed import Entry, first_head
from ledger.domain.names import FactId, device_name
from ledger.domain.network import NETWORK, DeviceListed, IssuerListed
from ledger.domain.postings import Fact
from ledger.domain.rulings import Outcome, Ruled, SlipTaken, Why
from ledger.server import own, speaking
from ledger.server.database import reading, writing
from ledger.server.exchange import Answered, answer
from ledger.server.tables import CENTRE, DOOR, centres, devices, feeds, issuers, metadata
from ledger.server.upserts import Upsert
from ledger.wire.answering import Reply, read_reply
from ledger.wire.asking import Held, Request, Seen, Short, shorten, write_request
from ledger.wire.batch import Batch, Place, cut, read
from ledger.wire.codec import encode
from ledger.wire.joining import vouch
from ledger.wire.keys import issuer_of, public_key
from ledger.wire.notices import entries, ledger_feed, read_notice

DAY = 2_500
NOON_MS = 1_795_000_000_000


@dataclass
class Ledger:
    """A central ledger on a database of its own."""

    engine: Engine
    now_ms: int = NOON_MS

    @property
    def public(self) -> bytes:
        with reading(self.engine) as connection:
            return own.read(connection).public

    @property
    def epoch(self) -> int:
        with reading(self.engine) as connection:
            return own.read(connection).epoch

    def answer(self, raw: bytes) -> Answered:
        """One request, a second after the one before."""
        self.now_ms += 1000
        return answer(self.engine, raw, now_ms=self.now_ms)

    def admit(self, pc: Pc, *, name: str = "") -> None:
        """Enrol a PC without a code: a centre's first, a further one, or a door."""
        with writing(self.engine) as connection:
            held = own.read(connection)
            if pc.device == pc.centre:
                row = {"kind": DOOR if pc.venue else CENTRE, "name": name, "venue": pc.venue, "added_ms": self.now_ms}
                purse = None if pc.venue else pc.device
                met = {"met_epoch": held.epoch, "met_ms": 0, "arrivals": 0, "closed": held.closed}
                connection.execute(insert(centres), [{"centre": pc.centre, "purse": purse} | row | met])
            key = {"centre": pc.centre, "device": pc.device}
            signature = vouch(pc.seed, centre=pc.centre, public=pc.public, is_successor=False)
            row = {"public_key": pc.public, "counter": 0, "added_ms": self.now_ms, "met_epoch": 0, "met_ms": 0}
            row |= {"revoked_ms": None, "voucher": pc.device, "signature": signature, "is_successor": False}
            connection.execute(insert(devices), [key | row])
            connection.execute(insert(feeds), [key | {"seq": 0, "head": first_head(pc.device)}])
            listed = DeviceListed(pc.public, pc.device, signature, is_successor=False)
            speaking.say(connection, held, pc.centre, [listed], now_ms=self.now_ms)
            if pc.device == pc.centre and not pc.venue:
                key = {"issuer": pc.issuer, "public_key": pc.issuer_public, "centre": pc.centre, "device": pc.device}
                Upsert(issuers).run(connection, [key | {"revoked_ms": None, "good": b""}])
                listed_key = IssuerListed(pc.issuer_public, pc.centre)
                speaking.say(connection, held, NETWORK, [listed_key], now_ms=self.now_ms)
        pc.ledger_public = self.public

    def rows(self, name: str) -> list[dict[str, Any]]:
        """All of one table, in the order of its key."""
        table = metadata.tables[name]
        with reading(self.engine) as connection:
            return [dict(row._mapping) for row in connection.execute(select(table).order_by(*table.primary_key))]

    def holds(self) -> dict[str, list[dict[str, Any]]]:
        """All there is, but when whom it met."""
        met = {"counter", "met_ms", "met_epoch", "now_ms"}
        return {
            name: [{key: value for key, value in row.items() if key not in met} for row in self.rows(name)]
            for name in metadata.tables
        }


@dataclass
class Pc:
    """One device: its feed, the batches it cut, and what it heard.

    centre: 16 bytes, its own name for a founder or a door. venue: a door's number, 0 for a PC of a centre.
    """

    seed: bytes
    centre: bytes = b""
    centre_key: bytes = bytes(32)
    venue: int = 0
    ledger_public: bytes = b""
    epoch: int = 1
    counter: int = 0
    facts: list[bytes] = field(default_factory=list)
    batches: list[Batch] = field(default_factory=list)
    acknowledged: int = 0
    seen: dict[tuple[int, bool], int] = field(default_factory=dict)
    siblings: dict[bytes, list[tuple[int, bytes]]] = field(default_factory=dict)
    reached: dict[bytes, int] = field(default_factory=dict)
    heard: list[Entry] = field(default_factory=list)
    notices: list[bytes] = field(default_factory=list)
    arrivals: dict[tuple[bytes, int], int] = field(default_factory=dict)
    receipt: bytes = b""

    def __post_init__(self) -> None:
        self.public = public_key(self.seed)
        self.device = device_name(self.public)
        self.centre = self.centre or self.device
        self.issuer_seed = self.seed[::-1]
        self.issuer = issuer_of(public_key(self.issuer_seed))

    @property
    def issuer_public(self) -> bytes:
        return public_key(self.issuer_seed)

    def write(self, *facts: Fact) -> FactId:
        """Write facts into the feed; the name of the last."""
        for fact in facts:
            name = FactId(self.device, len(self.facts) + 1)
            self.facts.append(encode(Entry(name, NOON_MS, fact)))
        return FactId(self.device, len(self.facts))

    def print_slip(self, number: int, minutes: int = 60, *, venue: int = 0) -> FactId:
        """A thank-you slip."""
        return self.write(SlipPrinted(self.issuer, number, minutes, None, DAY, venue=venue))

    def redeem(self, of: Pc, number: int, minutes: int = 60, **more: Any) -> FactId:
        """Put a slip of some PC's key into a member's credits, or into the venue of a door."""
        if self.venue:
            return self.write(SlipRedeemed(of.issuer, number, venue=self.venue, venue_minutes=minutes))
        member = FactId(self.device, 1)
        return self.write(SlipRedeemed(of.issuer, number, member, minutes, **more))

    def cut(self) -> list[Batch]:
        """Cut all that is in no batch yet; the new ones."""
        new: list[Batch] = []
        while (done := self.batches[-1].header.last if self.batches else 0) < len(self.facts):
            previous = self.batches[-1].header.head if self.batches else first_head(self.device)
            place = Place(self.centre, self.device, done + 1, previous)
            new.append(cut(self.facts[done:], place=place, centre_key=self.centre_key, seed=self.seed))
            self.batches.append(new[-1])
        return new

    def request(self, **changes: Any) -> Request:
        """What it would send now: everything not acknowledged."""
        self.cut()
        self.counter += 1
        unsent = [shorten(batch) for batch in self.batches if batch.header.last > self.acknowledged]
        request = Request(
            self.centre,
            self.device,
            self.epoch,
            self.counter,
            own=self.acknowledged,
            seen=tuple(Seen(epoch, is_network, seq) for (epoch, is_network), seq in sorted(self.seen.items())),
            siblings=tuple(Held(device, seq) for device, seq in sorted(self.reached.items())),
            batches=tuple(unsent),
        )
        return replace(request, **changes)

    def shorts(self) -> tuple[Short, ...]:
        """All its batches, as it sends them."""
        return tuple(shorten(batch) for batch in self.batches)

    def send(self, ledger: Ledger, **changes: Any) -> Reply:
        """One request and its reply, heard."""
        raw = self.raw(**changes)
        return self.hear(raw, ledger.answer(raw))

    def send_unheard(self, ledger: Ledger) -> None:
        """One request whose reply is lost."""
        ledger.answer(self.raw())

    def raw(self, **changes: Any) -> bytes:
        """The bytes of one request."""
        return write_request(self.request(**changes), self.seed)

    def reply(self, raw: bytes, answered: Answered) -> Reply:
        """The reply, proved; nothing of it is kept."""
        return read_reply(
            answered.body, asked=raw, centre=self.centre, device=self.device, ledger_public=self.ledger_public
        )[0]

    def hear(self, raw: bytes, answered: Answered) -> Reply:
        """Keep what a reply says."""
        reply, receipt = read_reply(
            answered.body, asked=raw, centre=self.centre, device=self.device, ledger_public=self.ledger_public
        )
        if reply.trouble:
            return reply
        self.epoch, self.acknowledged, self.receipt = reply.positions.epoch, reply.positions.seq, bytes(receipt)
        for one in reply.accepted:
            self.arrivals[one.device or self.device, one.first] = one.arrival
        for sent in reply.batches:
            self._take(sent.arrival, sent.raw)
        for notice in reply.notices:
            self._note(notice)
        return reply

    def meet(self, ledger: Ledger, **changes: Any) -> Reply:
        """Ask until there is nothing more; the last reply."""
        reply = self.send(ledger, **changes)
        while reply.has_more:
            reply = self.send(ledger)
        return reply

    def rulings(self) -> dict[FactId, Ruled]:
        """The rulings in force, by the fact they are about."""
        ruled = [entry for entry in self.heard if isinstance(entry.fact, Ruled)]
        return {entry.fact.fact: entry.fact for entry in ruled if isinstance(entry.fact, Ruled)}

    def ruled(self, fact: FactId) -> tuple[Outcome, Why] | None:
        """How a fact was ruled."""
        ruling = self.rulings().get(fact)
        return None if ruling is None else (ruling.outcome, ruling.why)

    def slips_taken(self) -> list[SlipTaken]:
        """What was taken elsewhere of the slips of this centre, and still holds."""
        refused = {name for name, ruling in self.rulings().items() if ruling.outcome == Outcome.REFUSED}
        return [e.fact for e in self.heard if isinstance(e.fact, SlipTaken) and e.name not in refused]

    def said(self, kind: type[Any]) -> list[Any]:
        """All facts of a kind that the ledger said to this PC."""
        return [entry.fact for entry in self.heard if isinstance(entry.fact, kind)]

    def _take(self, arrival: int, raw: bytes) -> None:
        header = read(raw).header
        self.siblings.setdefault(header.device, []).append((arrival, raw))
        self.reached[header.device] = max(self.reached.get(header.device, 0), header.last)
        self.arrivals[header.device, header.first] = arrival

    def _note(self, raw: bytes) -> None:
        notice, facts = read_notice(raw, ledger_public=self.ledger_public)
        header = notice.header
        which = (header.epoch, header.centre == bytes(16))
        assert header.first == self.seen.get(which, 0) + 1, "a notice that does not follow"
        self.seen[which] = header.last
        self.notices.append(raw)
        self.heard += entries(facts)
        self.heard.sort(key=lambda entry: (self._epoch_of(entry.name.device), entry.name.seq))

    def _epoch_of(self, feed: bytes) -> int:
        for epoch in range(1, 20):
            for centre in (self.centre, bytes(16)):
                if ledger_feed(self.ledger_public, centre=centre, epoch=epoch) == feed:
                    return epoch
        raise AssertionError("no feed of this ledger")


def pc(letter: int, **more: Any) -> Pc:
    """A founder's PC, or a door (venue=), with a key made of one number."""
    return Pc(bytes([letter]) * 32, centre_key=bytes([letter]) * 32, **more)


def sibling_of(founder: Pc, letter: int) -> Pc:
    """Another PC of the same centre."""
    return Pc(bytes([letter]) * 32, centre=founder.centre, centre_key=founder.centre_key)
