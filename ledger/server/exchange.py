"""One request of an exchange, answered in one transaction: all of it is kept, or nothing of it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import NamedTuple

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError

from ledger.domain.names import DIGEST_BYTES
from ledger.domain.network import NETWORK
from ledger.server import epochs, forks, inbox, listing, parcels, returned, speaking
from ledger.server import own as the_own
from ledger.server.database import writing
from ledger.server.deciding import decide
from ledger.server.meeting import Feed, Meeting, lock, save
from ledger.server.own import Own
from ledger.server.sending import LedgerFeed, Sending, ledger_feeds_of
from ledger.server.standing import Rulings
from ledger.server.taking import Taking
from ledger.wire.answering import Positions, Reply, Trouble, write_reply
from ledger.wire.asking import BadRequest, Held, Request, Signed, read_request
from ledger.wire.fields import MOST_LISTED

_TRIES = 4
_PASSING = frozenset({"40001", "40P01"})
"""PostgreSQL's words for 'others were in the way, do it again'."""
_STATUS = {
    Trouble.NONE: HTTPStatus.OK,
    Trouble.UNKNOWN_DEVICE: HTTPStatus.FORBIDDEN,
    Trouble.REVOKED: HTTPStatus.FORBIDDEN,
    Trouble.REPEATED_COUNTER: HTTPStatus.CONFLICT,
    Trouble.PROVE: HTTPStatus.CONFLICT,
}


@dataclass(frozen=True, slots=True)
class Answered:
    """What goes back, and what logs and metrics may tell.

    status: of HTTP. public: the device's key, once it was proved that the request is its own. batches, facts: taken
    anew. rulings: said now, by outcome.
    """

    status: int
    body: bytes = field(repr=False)
    centre: bytes = b""
    device: bytes = b""
    public: bytes = b""
    batches: int = 0
    facts: int = 0
    rulings: Mapping[str, int] = field(default_factory=dict)


class _NotSigned(Exception):
    """The request is not of the device it names."""


def answer(engine: Engine, raw: bytes, *, now_ms: int, is_carried: bool = False) -> Answered:
    """Take one request and make its reply; nothing that is in a request makes it raise.

    now_ms: the ledger's clock. is_carried: it came as a file, perhaps after newer ones: its counter is not compared.

    Raises:
        DBAPIError: the database is away, full or kept busy; nothing was kept.
    """
    try:
        signed = read_request(raw)
    except BadRequest as error:
        return _malformed("malformed", str(error))
    for tries_left in reversed(range(_TRIES)):
        try:
            with writing(engine) as connection:
                return _answered(connection, signed, _Letter(raw, now_ms, is_carried))
        except _NotSigned:
            return _malformed("not_signed", "The device named in this request did not sign it.")
        except OperationalError as error:
            if not tries_left or getattr(error.orig, "sqlstate", None) not in _PASSING:
                raise
    raise AssertionError("the last try answers or raises")


class _Letter(NamedTuple):
    """A request as it came."""

    raw: bytes
    now_ms: int
    is_carried: bool


def _answered(connection: Connection, signed: Signed, letter: _Letter) -> Answered:
    request, own = signed.request, the_own.read(connection)
    partition = lock(connection, request.centre)
    introduced, before = None, None
    if partition is not None and request.device not in partition.feeds:
        before = connection.begin_nested()
        introduced = returned.introduce(Meeting(connection, own, partition, request, letter.now_ms), signed)
    feed = partition.feeds.get(request.device) if partition else None
    if partition is None or feed is None:
        own = epochs.proved_by_stranger(connection, request, own)
        return _refused(Trouble.UNKNOWN_DEVICE, request, letter, own)
    if not signed.is_signed_by(feed.public):
        raise _NotSigned
    meeting = Meeting(connection, own, partition, request, letter.now_ms)
    if feed.is_revoked:
        return _refused(Trouble.REVOKED, request, letter, own, feed)
    if request.counter <= feed.counter and not letter.is_carried:
        return _refused(Trouble.REPEATED_COUNTER, request, letter, own, feed)
    feeds = ledger_feeds_of(meeting)
    proved = epochs.proved(meeting, feeds)
    if proved is None:
        if before is not None:
            before.rollback()  # it is introduced by the request that proves: a centre is told of all its PCs
        return _refused(Trouble.PROVE, request, letter, own, feed)
    meeting.own = proved
    if introduced is not None:
        meeting.said.append(introduced)
    return _taken(meeting, feeds, letter)


def _taken(meeting: Meeting, feeds: Sequence[LedgerFeed], letter: _Letter) -> Answered:
    request, feed, rulings = meeting.request, meeting.sender, Rulings(meeting)
    if request.returned and not request.receipt:  # with a proof comes who the device is, from the middle of a feed
        returned.take_back(meeting, rulings)
        feeds = ledger_feeds_of(meeting)
    lacks = epochs.lacks_said(meeting, feeds)
    meeting.is_returning = bool(lacks)
    if feed.is_revoked:
        _say(meeting, rulings)
        return _refused(Trouble.REVOKED, request, letter, meeting.own, feed)
    taking, kept = _take(meeting, rulings)
    if meeting.said or request.issuers:
        feeds = ledger_feeds_of(meeting)
    lacks += epochs.lacks_of_siblings(meeting)
    sending = _sent(meeting, feeds, lacks)
    kept += parcels.note_wanted(meeting, kept)
    feed.counter = max(feed.counter, request.counter)
    save(meeting)
    epochs.close_when_all_met(meeting.connection, meeting.own)
    reply = Reply(
        _positions(meeting, feeds),
        accepted=(*sending.rearranged, *taking.accepted)[:MOST_LISTED],
        refused=tuple(taking.refused[:MOST_LISTED]),
        batches=tuple(sending.batches),
        notices=tuple(sending.notices),
        kept=tuple(kept[:MOST_LISTED]),
        pieces=tuple(sending.pieces),
        lacks=tuple(lacks[:MOST_LISTED]),
        has_more=sending.has_more,
        forks=tuple(sending.forks),
    )
    body = write_reply(reply, asked=letter.raw, centre=meeting.centre, device=feed.device, seed=meeting.own.seed)
    who = (meeting.centre, feed.device, feed.public)
    return Answered(HTTPStatus.OK, body, *who, taking.new, taking.facts, meeting.rulings)


def _take(meeting: Meeting, rulings: Rulings) -> tuple[Taking, list[Held]]:
    """Keep all that the request brings, and rule on it; what became of the batches, and how much of blobs is held."""
    listing.list_issuers(meeting)
    taking = Taking(meeting)
    forks.hear(meeting)
    if meeting.request.epoch >= meeting.own.epoch:
        taking.offered(meeting.request.offered)
        taking.own(meeting.request.batches)
    # Else it was written before the ledger was put back: a copy may have said the same since, under another name. Who
    # hears of the new epoch sends what is still to send.
    taking.keep()
    inbox.drain(meeting, rulings)
    decide(meeting, rulings, taking.touches)
    listing.join(meeting)
    kept = parcels.take(meeting)
    _say(meeting, rulings)
    return taking, kept


def _say(meeting: Meeting, rulings: Rulings) -> None:
    """Write what was ruled, and all that the centre is told, into the ledger's feed for it."""
    if meeting.has_mail:
        inbox.drain(meeting, rulings)
    rulings.finish_provisional()
    rulings.save()
    names = speaking.say(meeting.connection, meeting.own, meeting.centre, meeting.said, now_ms=meeting.now_ms)
    inbox.number(meeting, names)


def _sent(meeting: Meeting, feeds: Sequence[LedgerFeed], lacks: list[Held]) -> Sending:
    """Fill the reply; lacks: what the device holds more of than the ledger."""
    sending, feed, epoch = Sending(meeting), meeting.sender, meeting.own.epoch
    if meeting.request.epoch < epoch:
        # Until the device has heard of the new epoch, and so of this, it is told each time.
        lacks += sending.add_rearranged()
    elif not lacks and meeting.request.own <= feed.seq:
        meeting.partition.met_epoch = feed.met_epoch = epoch
    sending.add_notices(feeds)
    sending.add_batches()
    sending.add_forks(forks.of_sender(meeting))
    parcels.give(meeting, sending)
    return sending


def _positions(meeting: Meeting, feeds: Sequence[LedgerFeed]) -> Positions:
    own, feed = meeting.own, meeting.sender
    ends = {each.centre: each.seq for each in feeds if each.epoch == own.epoch}
    return Positions(own.epoch, meeting.now_ms, feed.seq, feed.head, ends.get(meeting.centre, 0), ends.get(NETWORK, 0))


def _refused(trouble: Trouble, request: Request, letter: _Letter, own: Own, feed: Feed | None = None) -> Answered:
    """A signed reply that says why nothing of the request was kept; feed: of the device, once it is proved."""
    public, counter = (feed.public, feed.counter) if feed else (b"", 0)
    at = Positions(own.epoch, letter.now_ms, 0, bytes(DIGEST_BYTES), 0, 0)
    reply = Reply(at, trouble=trouble, counter=counter if trouble == Trouble.REPEATED_COUNTER else 0)
    body = write_reply(reply, asked=letter.raw, centre=request.centre, device=request.device, seed=own.seed)
    return Answered(_STATUS[trouble], body, request.centre, request.device, public)


def _malformed(problem: str, message: str) -> Answered:
    return Answered(HTTPStatus.BAD_REQUEST, json.dumps({"problem": problem, "message": message}).encode())
