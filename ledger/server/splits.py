"""A feed of the ledger with two versions: it was put back without a word, and spoke on as if nothing had been.

A place of such a feed means one thing to one PC and another to the next. So nothing in it is left to count by its
place: what either version says from where they part is said anew in this epoch, and each slip that was told as taken
there is withdrawn under its old name. What is said twice changes nothing.
"""

from __future__ import annotations

from sqlalchemy import bindparam, select

from ledger.domain.accounts import NUMBER_BYTES
from ledger.domain.feed import Entry
from ledger.domain.names import FactId, device_name
from ledger.domain.network import NETWORK, DeviceListed, DeviceRevoked
from ledger.domain.postings import Fact
from ledger.domain.rulings import Outcome, PurseTaken, Ruled, SlipTaken
from ledger.server import inbox, listing, speaking
from ledger.server.meeting import Meeting
from ledger.server.slips import Claimant
from ledger.server.standing import Rulings
from ledger.server.tables import notices
from ledger.server.touching import SlipKey
from ledger.wire.notices import BadNotice, NoticeHeader, entries, ledger_feed, read_notice

_HELD = select(notices.c.raw).where(
    notices.c.centre == bindparam("centre"), notices.c.epoch == bindparam("epoch"), notices.c.last == bindparam("end")
)
_FROM = (
    select(notices.c.raw)
    .where(
        notices.c.centre == bindparam("centre"),
        notices.c.epoch == bindparam("epoch"),
        notices.c.last >= bindparam("place"),
    )
    .order_by(notices.c.last)
)


_BITS = 62
"""Epochs that one whole number of a table tells apart; a ledger that is put back as often begins again at the first."""


def has_parted(parted: int, epoch: int) -> bool:
    """Whether a device's copy of a feed of the ledger is another than the one here; parted: see `tables.devices`."""
    return bool(parted >> epoch % _BITS & 1)


def shows(meeting: Meeting) -> bool:
    """Whether a device returns what the ledger signed in this epoch, where something else, or nothing, is held."""
    for raw in meeting.request.returned:
        try:
            notice, _ = read_notice(raw, ledger_public=meeting.own.public)
        except BadNotice:
            continue
        is_ours = notice.header.centre in (meeting.centre, NETWORK) and notice.header.epoch == meeting.own.epoch
        if is_ours and not is_held(meeting, notice.header, raw):
            return True
    return False


def is_held(meeting: Meeting, header: NoticeHeader, raw: bytes) -> bool:
    """Whether this very notice is held."""
    which = {"centre": header.centre, "epoch": header.epoch, "end": header.last}
    return meeting.connection.execute(_HELD, which).scalar_one_or_none() == raw


def hear_other_version(meeting: Meeting, rulings: Rulings, entry: Entry) -> None:
    """Say anew what a PC was told in a place where others were told something else."""
    match entry.fact:
        case SlipTaken(fact=fact, minutes=minutes, centre=centre) as taken:
            slip = SlipKey(taken.issuer, taken.number.to_bytes(NUMBER_BYTES, "big"))
            row = inbox.taken(meeting.centre, Claimant(centre, fact), slip, minutes, is_issue_seen=taken.is_issue_seen)
            meeting.said.append(Ruled(entry.name, Outcome.REFUSED, inbox.LATER))
            inbox.leave(meeting, [row])
        case Ruled(fact=fact) as ruled if meeting.is_own_fact(fact):
            rulings.load([fact])
            standing = rulings.of(fact)
            if standing is None or standing.outcome == ruled.outcome:
                meeting.said.append(ruled)
        case PurseTaken() as taken:
            if taken not in speaking.said_since(meeting.connection, meeting.own, meeting.centre, 0):
                meeting.partition.purse = taken.taker
                meeting.said.append(taken)
        case Ruled():
            # A withdrawal of something in this version: all of that is withdrawn anyway.
            return
        case DeviceListed(public_key=public) as listed if device_name(public) == meeting.request.device:
            # By this very notice it may have been let in again a moment ago: no news here, but to its siblings.
            _tell(meeting, listed)
        case fact if listing.is_news(meeting, fact):
            listing.adopt(meeting, fact)
            _tell(meeting, fact)


def say_own_version_anew(meeting: Meeting, rulings: Rulings, centre: bytes, epoch: int, place: int) -> None:
    """Say anew what the ledger holds as said from a place on: the device that asks was told something else there."""
    sender = meeting.sender
    if centre == NETWORK:
        sender.split_network |= 1 << epoch % _BITS
    else:
        sender.split |= 1 << epoch % _BITS
    which = {"centre": centre, "epoch": epoch, "place": place}
    for row in meeting.connection.execute(_FROM, which).all():
        for entry in entries(read_notice(row.raw, ledger_public=meeting.own.public)[1]):
            if entry.name.seq >= place:
                _say_anew(meeting, rulings, entry, (epoch, place))


def _say_anew(meeting: Meeting, rulings: Rulings, entry: Entry, split: tuple[int, int]) -> None:
    match entry.fact:
        case SlipTaken():
            inbox.tell_anew(meeting, split[0], entry.name.seq)
            meeting.said.append(Ruled(entry.name, Outcome.REFUSED, inbox.LATER))
        case Ruled(fact=fact) if meeting.is_own_fact(fact):
            rulings.load([fact])
            standing = rulings.of(fact)
            if standing is not None:
                home = b"" if standing.home == meeting.centre else standing.home
                meeting.said.append(Ruled(fact, standing.outcome, standing.why, home))
        case Ruled(fact=name) as ruled:
            if not _is_after(meeting, name, split):
                meeting.said.append(ruled)
        case fact:
            _tell(meeting, fact)


def _is_after(meeting: Meeting, name: FactId, split: tuple[int, int]) -> bool:
    epoch, place = split
    feed = ledger_feed(meeting.own.public, centre=meeting.centre, epoch=epoch)
    return name.device == feed and name.seq >= place


def _tell(meeting: Meeting, fact: Fact) -> None:
    if isinstance(fact, DeviceListed | DeviceRevoked | PurseTaken):
        meeting.said.append(fact)
    else:
        speaking.say(meeting.connection, meeting.own, NETWORK, [fact], now_ms=meeting.now_ms)
