"""Epochs: a ledger that is behind what it once signed goes on in a new one, however it was restored."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, select

from ledger.domain.network import NETWORK
from ledger.server import own as the_own
from ledger.server import splits
from ledger.server.meeting import Meeting
from ledger.server.own import Own
from ledger.server.sending import LedgerFeed
from ledger.server.tables import CENTRE, DOOR, centres
from ledger.server.tables import own as own_table
from ledger.wire.answering import BadReply, Positions, read_receipt
from ledger.wire.asking import Held, Request
from ledger.wire.notices import ledger_feed

_LOCK = select(own_table.c.name).with_for_update()
_NOT_MET = (
    select(centres.c.centre)
    .where(centres.c.kind.in_([CENTRE, DOOR]), centres.c.met_epoch < bindparam("epoch"))
    .limit(1)
)


def begin(connection: Connection, *, after: int = 0, is_proved: bool = False) -> Own:
    """Enter a new epoch: what a restored ledger does.

    after: an epoch that is known to have been. is_proved: a device showed that the ledger was put back without a word.
    """
    connection.execute(_LOCK).all()
    held = the_own.read(connection)
    the_own.enter(connection, max(held.epoch, after) + 1, is_proved=is_proved)
    return the_own.read(connection)


def close(connection: Connection) -> Own:
    """Close the window: settlements of this epoch are final; each centre hears of its own when it next meets."""
    connection.execute(_LOCK).all()
    held = the_own.read(connection)
    the_own.close(connection, held.epoch)
    return the_own.read(connection)


def close_when_all_met(connection: Connection, own: Own) -> Own:
    """Close the window once every centre and door has met in this epoch."""
    if own.is_open and connection.execute(_NOT_MET, {"epoch": own.epoch}).first() is None:
        return close(connection)
    return own


def proved(meeting: Meeting, feeds: Iterable[LedgerFeed]) -> Own | None:
    """The epoch to go on in; None: the device says it held more than is here, and must prove it first."""
    request, own = meeting.request, meeting.own
    held = {(feed.epoch, feed.centre): feed.seq for feed in feeds}
    here = Positions(
        own.epoch,
        meeting.now_ms,
        meeting.sender.seq,
        meeting.sender.head,
        held.get((own.epoch, meeting.centre), 0),
        held.get((own.epoch, NETWORK), 0),
    )
    if not _says_more(meeting, here):
        return begin(meeting.connection, is_proved=True) if splits.shows(meeting) else own
    try:
        receipt = read_receipt(request.receipt, centre=meeting.centre, device=request.device, ledger_public=own.public)
    except BadReply:
        return None
    if receipt.epoch > own.epoch:
        return begin(meeting.connection, after=receipt.epoch, is_proved=True)
    if receipt.epoch == own.epoch and _is_behind(here, receipt):
        return begin(meeting.connection, is_proved=True)
    # What it holds was never signed here: the reply tells it what is.
    return own if request.epoch <= own.epoch else None


def proved_by_stranger(connection: Connection, request: Request, own: Own) -> Own:
    """A device that is not known here brings what this ledger once signed to it: then it was put back."""
    try:
        receipt = read_receipt(request.receipt, centre=request.centre, device=request.device, ledger_public=own.public)
    except BadReply:
        return own
    if receipt.epoch < own.epoch or not receipt.is_of_a_meeting:
        return own
    return begin(connection, after=receipt.epoch, is_proved=True)


def lacks_said(meeting: Meeting, feeds: Iterable[LedgerFeed]) -> list[Held]:
    """Feeds of the ledger itself of which the device has more to give back, and from where on.

    After an epoch that a device proved, each gives back all it has of earlier epochs, once: only side by side it shows
    whether the ledger said two things in one place.
    """
    own, sender = meeting.own, meeting.sender
    held = {(feed.epoch, feed.centre): feed.seq for feed in feeds}
    missing = []
    for seen in meeting.request.seen:
        key = (seen.epoch, NETWORK if seen.is_network else meeting.centre)
        here = held.get(key, 0)
        if seen.epoch < own.proved:
            # Once it has heard of the epoch it was asked: what it gives back then it may give in several requests.
            has_heard = meeting.request.epoch >= own.epoch
            # A copy of it may have met under its name: this one was asked only if it heard of that epoch itself.
            was_asked = sender.met_epoch >= own.proved <= meeting.request.epoch
            here = seen.seq if was_asked else meeting.returned.get(key, seen.seq if has_heard else 0)
        if here < seen.seq:
            missing.append(Held(ledger_feed(own.public, centre=key[1], epoch=seen.epoch), here))
    return missing


def lacks_of_siblings(meeting: Meeting) -> list[Held]:
    """Feeds of other devices of the centre of which the device holds more than the ledger."""
    missing = []
    for sibling in meeting.request.siblings:
        feed = meeting.partition.feeds.get(sibling.feed)
        here = feed.seq if feed else 0
        if here < sibling.seq:
            missing.append(Held(sibling.feed, here))
    return missing


def _says_more(meeting: Meeting, here: Positions) -> bool:
    request = meeting.request
    if request.epoch != here.epoch:
        return request.epoch > here.epoch
    seen = {each.is_network: each.seq for each in request.seen if each.epoch == here.epoch}
    return request.own > here.seq or seen.get(False, 0) > here.centre_feed or seen.get(True, 0) > here.network_feed


def _is_behind(here: Positions, signed: Positions) -> bool:
    more = ((here.seq, signed.seq), (here.centre_feed, signed.centre_feed), (here.network_feed, signed.network_feed))
    return any(held < then for held, then in more)
