"""Notices that PCs give back to a restored ledger: its own facts, re-adopted word for word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import insert

from ledger.domain.accounts import NUMBER_BYTES
from ledger.domain.feed import Entry, first_head
from ledger.domain.names import FactId, device_name
from ledger.domain.network import NETWORK, DeviceListed, DeviceRevoked
from ledger.domain.rulings import Outcome, PurseTaken, Ruled, SlipTaken, Why
from ledger.server import inbox, listing, slips, speaking, splits
from ledger.server.deciding import Deciding
from ledger.server.meeting import Meeting
from ledger.server.slips import Claimant
from ledger.server.standing import NO_SLIP, Rulings, Standing
from ledger.server.tables import notices
from ledger.server.touching import SlipKey
from ledger.wire.asking import Signed
from ledger.wire.notices import BadNotice, NoticeHeader, entries, ledger_feed, read_notice


class _Settled(NamedTuple):
    """A settlement that was signed before: who has which slip, and since which epoch."""

    by: Claimant
    slip: SlipKey
    minutes: int
    epoch: int


@dataclass(slots=True)
class _Return:
    """What one request gives back. settled: by the names of the facts that said so; freed: taken back again."""

    meeting: Meeting
    rulings: Rulings
    settled: dict[FactId, _Settled] = field(default_factory=dict)
    freed: list[_Settled] = field(default_factory=list)


def take_back(meeting: Meeting, rulings: Rulings) -> None:
    """Re-adopt all that follows what is held; what does not follow, or is not this ledger's, is left alone."""
    found = list(_read(meeting))
    if not found:
        return
    if any(header.centre == NETWORK for header, _, _ in found):
        speaking.lock(meeting.connection, NETWORK)
    back, parted = _Return(meeting, rulings), dict[tuple[int, bytes], int]()
    for header, raw, facts in sorted(found, key=lambda each: (each[0].epoch, each[0].first)):
        key = (header.epoch, header.centre)
        if key not in parted and _leaves_gap(meeting, header):
            continue  # it comes again behind what is missing before it
        meeting.returned[key] = max(meeting.returned.get(key, 0), header.last)
        if key not in parted and _follows(meeting, header):
            row = {"centre": header.centre, "epoch": header.epoch, "first": header.first, "last": header.last}
            speaking.go_on(meeting.connection, header)
            meeting.connection.execute(insert(notices), [row | {"raw": raw}])
            for entry in facts:
                _adopt(back, header, entry)
        elif key in parted or not splits.is_held(meeting, header, raw):
            parted.setdefault(key, header.first)
            for entry in facts:
                _adopt_other(back, header, entry)
    for (epoch, centre), place in parted.items():
        splits.say_own_version_anew(meeting, rulings, centre, epoch, place)
    _settle(back)


def introduce(meeting: Meeting, signed: Signed) -> DeviceListed | None:
    """A PC that joined since the backup brings what the ledger said of it then: it is one of its centre again.

    Only itself can: it signs the request. If it was revoked since, whoever gives that back ends it again. Gives back
    what the centre is to be told at once: the PC may never come to give back the notice itself.
    """
    own, device = meeting.own, meeting.request.device
    for raw in meeting.request.returned:
        try:
            notice, facts = read_notice(raw, ledger_public=own.public)
            said = [entry.fact for entry in entries(facts)] if notice.header.centre == meeting.centre else []
        except BadNotice:
            continue
        if any(isinstance(fact, DeviceRevoked) and fact.device == device for fact in said):
            return None
        for fact in said:
            if isinstance(fact, DeviceListed) and device_name(fact.public_key) == device:
                if not signed.is_signed_by(fact.public_key):
                    return None
                listing.adopt(meeting, fact)
                return fact
    return None


def _read(meeting: Meeting) -> Iterable[tuple[NoticeHeader, bytes, list[Entry]]]:
    for raw in meeting.request.returned:
        try:
            notice, facts = read_notice(raw, ledger_public=meeting.own.public)
            if notice.header.centre in (meeting.centre, NETWORK) and notice.header.epoch < meeting.own.epoch:
                yield notice.header, raw, entries(facts)
        except BadNotice:
            # Nothing can be refused by name here: what was not taken stays in `lacks`.
            continue


def _follows(meeting: Meeting, header: NoticeHeader) -> bool:
    held = speaking.place(meeting.connection, header.centre, header.epoch)
    feed = ledger_feed(meeting.own.public, centre=header.centre, epoch=header.epoch)
    seq, head = (0, first_head(feed)) if held is None else (held.seq, held.head)
    return (header.first, header.previous) == (seq + 1, head)


def _leaves_gap(meeting: Meeting, header: NoticeHeader) -> bool:
    held = speaking.place(meeting.connection, header.centre, header.epoch)
    return header.first > (held.seq if held else 0) + 1


def _adopt_other(back: _Return, header: NoticeHeader, entry: Entry) -> None:
    """What the ledger said in a place where it also said something else: it holds, but under another name."""
    meeting = back.meeting
    match entry.fact:
        case Ruled(fact=fact) if fact.device in _own_feeds(meeting):
            before = back.settled.pop(fact, None)
            if before is not None:
                back.freed.append(before)
                untaken = inbox.untaken(meeting.centre, before.by, before.slip, before.minutes, why=inbox.LATER)
                inbox.leave(meeting, [untaken])
            return
        case Ruled(fact=fact) as ruled:
            back.rulings.load([fact])
            if back.rulings.of(fact) is None:
                _adopt_ruling(back, header.epoch, ruled)
        case SlipTaken() as taken:
            _hear_taken(back, header.epoch, entry.name, taken)
    splits.hear_other_version(meeting, back.rulings, entry)


def _adopt(back: _Return, header: NoticeHeader, entry: Entry) -> None:
    meeting = back.meeting
    match entry.fact:
        case Ruled(fact=fact) if fact.device in _own_feeds(meeting):
            _adopt_withdrawal(back, fact)
        case Ruled() as ruled:
            _adopt_ruling(back, header.epoch, ruled)
        case SlipTaken() as taken:
            by, slip = _hear_taken(back, header.epoch, entry.name, taken)
            row = inbox.taken(meeting.centre, by, slip, taken.minutes, is_issue_seen=taken.is_issue_seen)
            inbox.adopt_taken(meeting, row | {"epoch": header.epoch, "seq": entry.name.seq})
        case PurseTaken(taker=taker):
            if not _has_moved_since(meeting, header.epoch):
                meeting.partition.purse = taker
        case _:
            listing.adopt(meeting, entry.fact)


def _hear_taken(back: _Return, epoch: int, name: FactId, taken: SlipTaken) -> tuple[Claimant, SlipKey]:
    """Who took which slip, as its own centre was told in an epoch: it counts unless it was given back since."""
    slip = SlipKey(taken.issuer, taken.number.to_bytes(NUMBER_BYTES, "big"))
    by, meeting = Claimant(taken.centre, taken.fact), back.meeting
    if inbox.is_given_back(meeting.connection, by.fact):
        # When that came, the ledger may not have known whose the slip is.
        inbox.leave(meeting, [inbox.untaken(meeting.centre, by, slip, taken.minutes, why=Why.GIVEN_BACK)])
    else:
        back.settled[name] = _Settled(by, slip, taken.minutes, epoch)
    return by, slip


def _adopt_ruling(back: _Return, epoch: int, ruled: Ruled) -> None:
    """A ruling of the centre's own fact; its slip is known once the fact has come back too."""
    rulings, meeting = back.rulings, back.meeting
    rulings.load([ruled.fact])
    before = rulings.of(ruled.fact)
    slip, minutes = (before.slip, before.minutes) if before else (NO_SLIP, 0)
    home = ruled.centre or meeting.centre
    standing = Standing(ruled.fact, ruled.outcome, ruled.why, home, slip, minutes, epoch)
    if before is None or before.epoch <= epoch:
        rulings.keep(standing)
    is_whole = standing.is_settled and slip != NO_SLIP and minutes > 0
    if is_whole and not inbox.is_given_back(meeting.connection, ruled.fact):
        back.settled[ruled.fact] = _Settled(Claimant(meeting.centre, ruled.fact), slip, minutes, epoch)


def _adopt_withdrawal(back: _Return, name: FactId) -> None:
    """A slip that was told as taken was told as not taken after all."""
    row = inbox.withdraw_told(back.meeting, _own_feeds(back.meeting)[name.device], name.seq)
    before = back.settled.pop(name, None)
    if before is None and row is not None:
        by = Claimant(row.other, FactId(row.about_device, row.about_seq))
        before = _Settled(by, SlipKey(row.issuer, row.number), row.minutes, row.epoch)
    if before is not None:
        back.freed.append(before)


def _settle(back: _Return) -> None:
    """Put the slips where the earliest signed settlement has them."""
    keys = {each.slip for each in (*back.settled.values(), *back.freed)}
    connection = back.meeting.connection
    held = slips.enter(connection, (), keys)
    deciding = Deciding(back.meeting, back.rulings, slips.issuers_of(connection, {key.issuer for key in keys}), held)
    for each in back.freed:
        slip = held[each.slip]
        if slip.claim == each.by and slip.claim_epoch <= each.epoch:
            slip.free()
    for each in back.settled.values():
        slip = held[each.slip]
        if not deciding.settle(each.by, slip, each.minutes, epoch=each.epoch):
            deciding.lose(each.by, slip, each.minutes, inbox.LATER)
        elif (ruled := back.rulings.of(each.by.fact)) is not None and not ruled.is_settled:
            # It lost the slip in this epoch, before its earlier settlement came back.
            outcome = Outcome.PROVISIONAL if back.meeting.own.is_open else Outcome.SETTLED
            back.rulings.say(ruled._replace(outcome=outcome, epoch=back.meeting.own.epoch))
            deciding.tell_home(each.by, slip, each.minutes)
    deciding.save()


def _own_feeds(meeting: Meeting) -> dict[bytes, int]:
    """The names of the ledger's feeds for this centre, and their epochs."""
    own = meeting.own
    return {ledger_feed(own.public, centre=meeting.centre, epoch=epoch): epoch for epoch in range(1, own.epoch + 1)}


def _has_moved_since(meeting: Meeting, epoch: int) -> bool:
    """Whether the purse moved again in a later epoch."""
    later: list[Any] = speaking.said_since(meeting.connection, meeting.own, meeting.centre, epoch)
    return any(isinstance(fact, PurseTaken) for fact in later)
