"""Who belongs to the network: keys, PCs and places, as devices ask for them and as the ledger once signed them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, select, update

from ledger.domain.accounts import NUMBER_BYTES
from ledger.domain.feed import first_head
from ledger.domain.names import device_name
from ledger.domain.network import (
    NETWORK,
    DeviceListed,
    DeviceRevoked,
    IssuerListed,
    IssuerRevoked,
    VenueListed,
)
from ledger.domain.postings import Fact
from ledger.domain.rulings import Outcome, PurseTaken, Why
from ledger.server import inbox, slips, speaking
from ledger.server.meeting import Feed, Meeting
from ledger.server.own import Own
from ledger.server.tables import devices, feeds, issuers, venues
from ledger.server.tables import slips as slips_table
from ledger.server.touching import SlipKey
from ledger.server.upserts import Upsert, replacing
from ledger.wire.asking import Joining
from ledger.wire.joining import MOST_ISSUERS, is_vouched
from ledger.wire.keys import issuer_of

MOST_DEVICES = 64
"""PCs of one centre, successors and revoked ones among them."""

_LIST_ISSUER = Upsert(issuers)
_LIST_VENUE = replacing(venues)
_THOSE = select(issuers).where(issuers.c.issuer.in_(bindparam("names", expanding=True)))
_VENUE = select(venues).where(venues.c.number == bindparam("number"))
_HOW_MANY = select(func.count()).where(issuers.c.centre == bindparam("centre"))
_WAITING = select(slips_table.c.issuer, slips_table.c.number).where(
    slips_table.c.issuer == bindparam("issuer"), slips_table.c.claim_centre != bindparam("centre")
)
_UNPRINT = (
    update(slips_table)
    .where(slips_table.c.issuer == bindparam("key"), slips_table.c.print_centre != bindparam("home"))
    .values(print_centre=None, print_device=None, print_seq=None, minutes=0, venue=0)
)
_REVOKE = (
    update(devices)
    .where(devices.c.centre == bindparam("which"), devices.c.device == bindparam("who"), devices.c.revoked_ms.is_(None))
    .values(revoked_ms=bindparam("now"))
)


def list_issuers(meeting: Meeting) -> None:
    """Put the keys of a centre's slips on the network's list; a key that is another centre's is passed over."""
    if not meeting.request.issuers or not meeting.partition.is_centre:
        return
    asked = {issuer_of(public): public for public in meeting.request.issuers}
    known = {row.issuer for row in meeting.connection.execute(_THOSE, {"names": sorted(asked)})}
    room = MOST_ISSUERS - meeting.connection.execute(_HOW_MANY, {"centre": meeting.centre}).scalar_one()
    new = [name for name in sorted(asked) if name not in known][: max(room, 0)]
    if not new:
        return
    speaking.lock(meeting.connection, NETWORK)
    for name in new:
        _keep_issuer(meeting, asked[name], meeting.centre, device=meeting.sender.device)
    # Another centre may have been quicker between looking and locking: only what is this centre's now is told.
    mine = [row for row in meeting.connection.execute(_THOSE, {"names": new}) if row.centre == meeting.centre]
    listed = [IssuerListed(row.public_key, row.centre) for row in mine]
    speaking.say(meeting.connection, meeting.own, NETWORK, listed, now_ms=meeting.now_ms)
    for row in mine:
        meeting.has_mail = rule_waiting(meeting.connection, meeting.own, row.issuer, meeting.centre) or meeting.has_mail


def join(meeting: Meeting) -> None:
    """Let in further PCs that the sender vouches for; an offer that is not vouched for is passed over."""
    for joining in meeting.request.joins:
        feed = meeting.sender
        is_new = device_name(joining.public) not in meeting.partition.feeds
        if is_new and _may_join(meeting, joining):
            by, is_successor = feed.device, joining.is_successor
            listed = DeviceListed(joining.public, by, joining.signature, is_successor=is_successor)
            _keep_device(meeting, listed)
            meeting.said.append(listed)
            if joining.takes_purse and meeting.partition.purse == by and meeting.request.own == feed.seq:
                taker = device_name(joining.public)
                meeting.said.append(PurseTaken(by, feed.seq, taker))
                meeting.partition.purse = taker


def adopt(meeting: Meeting, fact: Fact) -> None:
    """Take back what the ledger once signed about keys, PCs and places; a revocation always wins."""
    match fact:
        case IssuerListed(public_key=public, centre=centre):
            if _issuer(meeting, issuer_of(public)) is None:
                _keep_issuer(meeting, public, centre, device=None)
                is_any = rule_waiting(meeting.connection, meeting.own, issuer_of(public), centre)
                meeting.has_mail = meeting.has_mail or is_any
        case IssuerRevoked(issuer=issuer, good=good):
            _revoke_issuer(meeting, issuer, b"".join(number.to_bytes(NUMBER_BYTES, "big") for number in good))
        case VenueListed(number=number, name=name):
            _LIST_VENUE.run(meeting.connection, [{"number": number, "name": name}])
        case DeviceListed() as listed:
            if device_name(listed.public_key) not in meeting.partition.feeds:
                _keep_device(meeting, listed)
        case DeviceRevoked(device=device):
            which = {"which": meeting.centre, "who": device, "now": meeting.now_ms}
            meeting.connection.execute(_REVOKE, which)
            if device in meeting.partition.feeds:
                meeting.partition.feeds[device].is_revoked = True


def rule_waiting(connection: Connection, own: Own, issuer: bytes, home: bytes) -> bool:
    """Slips of a key that was not listed when they were taken: now it is known who pays; whether there are any."""
    # What another centre said it printed with this key was never its slip.
    connection.execute(_UNPRINT, {"key": issuer, "home": home})
    keys = [SlipKey(row.issuer, row.number) for row in connection.execute(_WAITING, {"issuer": issuer, "centre": home})]
    left = []
    for slip in slips.enter(connection, (), keys).values():
        if slip.claim is not None:
            verdict = (Outcome.PROVISIONAL if own.is_open and not slip.venue else Outcome.SETTLED, Why.FIRST)
            left.append(inbox.ruled(slip.claim, verdict, slip.key, slip.claim_minutes, home=home))
    inbox.put(connection, left)
    return bool(left)


def is_news(meeting: Meeting, fact: Fact) -> bool:
    """Whether the ledger does not know this of a key, a PC or a place."""
    match fact:
        case IssuerListed(public_key=public):
            return _issuer(meeting, issuer_of(public)) is None
        case IssuerRevoked(issuer=issuer, good=good):
            held = _issuer(meeting, issuer)
            known = b"" if held is None else held.good
            packed = {number.to_bytes(NUMBER_BYTES, "big") for number in good}
            all_good = {known[at : at + NUMBER_BYTES] for at in range(0, len(known), NUMBER_BYTES)}
            return held is not None and (held.revoked_ms is None or not packed <= all_good)
        case VenueListed(number=number):
            return meeting.connection.execute(_VENUE, {"number": number}).one_or_none() is None
        case DeviceListed(public_key=public):
            return device_name(public) not in meeting.partition.feeds
        case DeviceRevoked(device=device):
            feed = meeting.partition.feeds.get(device)
            return feed is not None and not feed.is_revoked
    return False


def _issuer(meeting: Meeting, name: bytes) -> Row[Any] | None:
    return meeting.connection.execute(_THOSE, {"names": [name]}).one_or_none()


def _may_join(meeting: Meeting, joining: Joining) -> bool:
    by, centre = meeting.sender, meeting.centre
    is_vouched_for = is_vouched(
        joining.signature, centre=centre, by=by.public, public=joining.public, is_successor=joining.is_successor
    )
    # A door is one PC at a time: only a copy of it goes on beside it.
    may_have_more = meeting.partition.is_centre or joining.is_successor
    return is_vouched_for and may_have_more and len(meeting.partition.feeds) < MOST_DEVICES


def _keep_issuer(meeting: Meeting, public: bytes, centre: bytes, *, device: bytes | None) -> None:
    row = {"issuer": issuer_of(public), "public_key": public, "centre": centre, "device": device}
    _LIST_ISSUER.run(meeting.connection, [row | {"revoked_ms": None, "good": b""}])


def _revoke_issuer(meeting: Meeting, issuer: bytes, good: bytes) -> None:
    held = _issuer(meeting, issuer)
    if held is not None:
        since = held.revoked_ms or meeting.now_ms
        # Several facts tell the good numbers of one key, some at a time.
        change = update(issuers).where(issuers.c.issuer == issuer).values(revoked_ms=since, good=held.good + good)
        meeting.connection.execute(change)


def _keep_device(meeting: Meeting, listed: DeviceListed) -> None:
    device, head = device_name(listed.public_key), first_head(device_name(listed.public_key))
    key = {"centre": meeting.centre, "device": device}
    row = {"public_key": listed.public_key, "counter": 0, "added_ms": meeting.now_ms, "met_epoch": 0, "met_ms": 0}
    row |= {"revoked_ms": None, "voucher": listed.by, "signature": listed.signature}
    meeting.connection.execute(insert(devices), [key | row | {"is_successor": listed.is_successor}])
    meeting.connection.execute(insert(feeds), [key | {"seq": 0, "head": head}])
    meeting.partition.feeds[device] = Feed(device, listed.public_key, 0, 0, is_revoked=False, seq=0, head=head)
