"""What one centre's request leaves for another: rows that wait, and are said in its feed, when that centre meets."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum, unique
from typing import Any

from sqlalchemy import Connection, bindparam, delete, exists, func, select, update

from ledger.domain.names import FactId
from ledger.domain.network import NETWORK
from ledger.domain.rulings import Outcome, Ruled, SlipTaken, Why
from ledger.server.meeting import Meeting
from ledger.server.slips import Claimant
from ledger.server.standing import NO_SLIP, Rulings, Standing
from ledger.server.tables import inbox
from ledger.server.touching import SlipKey
from ledger.server.upserts import Upsert, replacing
from ledger.wire.notices import ledger_feed


@unique
class What(IntEnum):
    """What a row says; the numbers stand in the database, and rows are read in their order."""

    TAKEN = 1  # a slip of this centre was taken elsewhere; kept, with its place in the feed once it is said
    UNTAKEN = 2  # that does not hold any more; goes once it is said
    RULED = 3  # a fact of this centre is ruled otherwise; goes once it is said
    GIVEN_BACK = 4  # what a fact took was put right after a restore; kept, under no centre: it is never said


LATER = Why.EARLIER_EPOCH
"""Why a settlement falls to one that an earlier epoch signed."""
_LEAVE = Upsert(inbox)
_LEAVE_LATEST = replacing(inbox)
_HERE = inbox.c.centre == bindparam("which")
_WAITING = (
    select(inbox).where(_HERE, inbox.c.epoch == 0).order_by(inbox.c.about_device, inbox.c.about_seq, inbox.c.what)
)
_ABOUT = (_HERE, inbox.c.about_device == bindparam("device"), inbox.c.about_seq == bindparam("place"))
_TAKEN = select(inbox).where(*_ABOUT, inbox.c.what == What.TAKEN)
_GONE = delete(inbox).where(*_ABOUT, inbox.c.what == bindparam("said_as"))
_TOLD = select(inbox).where(
    _HERE, inbox.c.epoch == bindparam("in_epoch"), inbox.c.seq == bindparam("at"), inbox.c.what == What.TAKEN
)
_BACK = inbox.alias()
_IS_GIVEN_BACK = exists().where(
    _BACK.c.centre == NETWORK,
    _BACK.c.about_device == inbox.c.about_device,
    _BACK.c.about_seq == inbox.c.about_seq,
    _BACK.c.what == What.GIVEN_BACK,
)
_GIVEN_BACK = select(inbox.c.minutes).where(*_ABOUT, inbox.c.what == What.GIVEN_BACK)
_OF_SLIP = (
    _HERE,
    inbox.c.about_device == bindparam("device"),
    inbox.c.what == What.TAKEN,
    inbox.c.issuer == bindparam("issuer"),
    inbox.c.number == bindparam("number"),
    inbox.c.outcome != Outcome.REFUSED,
)
_TOLD_OF_SLIP = select(func.coalesce(func.sum(inbox.c.minutes), 0)).where(*_OF_SLIP, ~_IS_GIVEN_BACK)
_PARTS_TOLD = select(inbox.c.about_seq, inbox.c.minutes).where(*_OF_SLIP).order_by(inbox.c.about_seq)
_SAID = (
    update(inbox)
    .where(*_ABOUT, inbox.c.what == What.TAKEN)
    .values(epoch=bindparam("in_epoch"), seq=bindparam("at"), outcome=bindparam("now"))
)


def taken(home: bytes, by: Claimant, slip: SlipKey, minutes: int, *, is_issue_seen: bool) -> dict[str, Any]:
    """For a slip's own centre: it was taken by a fact elsewhere."""
    row = _row(What.TAKEN, home, by.fact, slip)
    return row | {"other": by.centre, "minutes": minutes, "is_issue_seen": is_issue_seen}


def untaken(home: bytes, by: Claimant, slip: SlipKey, minutes: int, *, why: Why) -> dict[str, Any]:
    """For a slip's own centre: that does not hold any more."""
    return _row(What.UNTAKEN, home, by.fact, slip) | {"other": by.centre, "minutes": minutes, "why": int(why)}


def ruled(by: Claimant, verdict: tuple[Outcome, Why], slip: SlipKey, minutes: int, *, home: bytes) -> dict[str, Any]:
    """For the centre of a fact: it is ruled otherwise than it was told."""
    outcome, why = verdict
    said = {"outcome": int(outcome), "why": int(why), "other": home, "minutes": minutes}
    return _row(What.RULED, by.centre, by.fact, slip) | said


def given_back(by: Claimant, slip: SlipKey, minutes: int) -> dict[str, Any]:
    """For whoever returns later that this fact has the slip, or was told so: it gave it back."""
    return _row(What.GIVEN_BACK, NETWORK, by.fact, slip) | {"other": by.centre, "minutes": minutes}


def _row(what: What, centre: bytes, about: FactId, slip: SlipKey) -> dict[str, Any]:
    return {
        "centre": centre,
        "about_device": about.device,
        "about_seq": about.seq,
        "what": int(what),
        "issuer": slip.issuer,
        "number": slip.number,
        "outcome": int(Outcome.SETTLED),
        "why": int(Why.FIRST),
        "is_issue_seen": True,
        "epoch": 0,
        "seq": 0,
    }


def leave(meeting: Meeting, rows: Sequence[dict[str, Any]]) -> None:
    """Leave rows for other centres, or for this one's own drain."""
    put(meeting.connection, rows)
    meeting.has_mail = meeting.has_mail or any(each["centre"] == meeting.centre for each in rows)


def put(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Leave rows for the centres they name."""
    ordered = sorted(rows, key=lambda each: (each["centre"], each["about_device"], each["about_seq"], each["what"]))
    _LEAVE.run(connection, [each for each in ordered if each["what"] != What.RULED])
    _LEAVE_LATEST.run(connection, [each for each in ordered if each["what"] == What.RULED])


def drain(meeting: Meeting, rulings: Rulings) -> None:
    """Turn what waits for this centre into facts of its feed; `number` tells later where they came to stand."""
    meeting.has_mail = False
    if meeting.is_returning:
        # Some of it may have been said before the ledger was put back, and comes with the next request.
        return
    waiting = meeting.connection.execute(_WAITING, {"which": meeting.centre}).all()
    told = {(which["device"], which["place"]) for _, which in meeting.taken}
    takings = {_about(each): each for each in waiting if each.what == What.TAKEN and _about(each) not in told}
    gone = []
    for each in waiting:
        match each.what:
            case What.UNTAKEN if (each.about_device, each.about_seq) in takings:
                # Taken and given back before this centre heard of it.
                del takings[_about(each)]
                gone += [_named(meeting, each, What.TAKEN), _named(meeting, each, What.UNTAKEN)]
            case What.UNTAKEN if _withdraw(meeting, each):
                gone.append(_named(meeting, each, What.UNTAKEN))
            case What.RULED:
                _overrule(meeting, rulings, each)
                gone.append(_named(meeting, each, What.RULED))
    for each in takings.values():
        meeting.taken.append((len(meeting.said), _named(meeting, each, What.TAKEN)))
        about, number = FactId(each.about_device, each.about_seq), int.from_bytes(each.number, "big")
        meeting.said.append(SlipTaken(about, each.issuer, number, each.minutes, each.other, each.is_issue_seen))
    if gone:
        meeting.connection.execute(_GONE, gone)


def number(meeting: Meeting, names: Sequence[FactId]) -> None:
    """Keep where in its feed a centre was told of each slip: names of all that was said."""
    if meeting.taken:
        epoch, settled = meeting.own.epoch, int(Outcome.SETTLED)
        rows = [{**which, "in_epoch": epoch, "at": names[index].seq, "now": settled} for index, which in meeting.taken]
        meeting.connection.execute(_SAID, [{key: row[key] for key in row if key != "said_as"} for row in rows])


def _withdraw(meeting: Meeting, each: Any) -> bool:
    """Say that a slip that was told as taken is not; False: it was not told yet, or not as far as is known here."""
    which = {"which": meeting.centre, "device": each.about_device, "place": each.about_seq}
    told = meeting.connection.execute(_TAKEN, which).one_or_none()
    if told is None or not told.epoch:
        return False
    if told.outcome != Outcome.REFUSED:
        feed = ledger_feed(meeting.own.public, centre=meeting.centre, epoch=told.epoch)
        meeting.said.append(Ruled(FactId(feed, told.seq), Outcome.REFUSED, Why(each.why)))
        now = {"in_epoch": told.epoch, "at": told.seq, "now": int(Outcome.REFUSED)}
        meeting.connection.execute(_SAID, [which | now])
    return True


def _overrule(meeting: Meeting, rulings: Rulings, each: Any) -> None:
    """A fact of this centre, and what the same PC did besides with that slip, is ruled otherwise than it was told."""
    slip, fact = SlipKey(each.issuer, each.number), FactId(each.about_device, each.about_seq)
    outcome, why, epoch = Outcome(each.outcome), Why(each.why), meeting.own.epoch
    rulings.load([fact])
    if not _is_held(meeting, fact):
        # Lost with the PC and with the ledger: only the slip's own centre knows of it. It has the slip when it comes.
        rulings.say(Standing(fact, outcome, why, each.other, NO_SLIP, 0, epoch))
        return
    rulings.load_slip(slip)
    before = rulings.of(fact)
    same = [one for one in rulings.about(slip) if one.fact.device == fact.device and one.fact != fact]
    rest = [one for one in same if one.is_settled]
    # The row knows what the PC took of the slip together: the rest has rulings of its own.
    took = each.minutes - sum(one.minutes for one in rest if one.minutes > 0)
    minutes = before.minutes if before is not None and before.minutes else took
    ruled = [Standing(fact, outcome, why, each.other, slip, minutes, epoch)]
    ruled += [one._replace(outcome=outcome, why=why, home=each.other, epoch=epoch) for one in rest]
    for one in ruled:
        rulings.say(one)
    if each.other != meeting.centre:
        leave(meeting, _told(meeting, [one for one in ruled if one.minutes > 0]))


def _is_held(meeting: Meeting, fact: FactId) -> bool:
    feed = meeting.partition.feeds.get(fact.device)
    return feed is not None and fact.seq <= feed.seq


def _told(meeting: Meeting, ruled: Sequence[Standing]) -> list[dict[str, Any]]:
    """What the slip's own centre hears of these rulings."""
    told = []
    for one in ruled:
        by = Claimant(meeting.centre, one.fact)
        if one.is_settled:
            told.append(taken(one.home, by, one.slip, one.minutes, is_issue_seen=False))
        else:
            told.append(untaken(one.home, by, one.slip, one.minutes, why=one.why))
    return told


def _about(each: Any) -> tuple[bytes, int]:
    return each.about_device, each.about_seq


def _named(meeting: Meeting, each: Any, what: What) -> dict[str, Any]:
    named = {"which": meeting.centre, "device": each.about_device, "place": each.about_seq}
    return named | {"said_as": int(what)}


def is_told(connection: Connection, home: bytes, fact: FactId) -> bool:
    """Whether a slip's own centre was told, and brought back, that this fact took of it."""
    told = connection.execute(_TAKEN, {"which": home, "device": fact.device, "place": fact.seq}).one_or_none()
    return told is not None and told.epoch > 0 and told.outcome != Outcome.REFUSED


def is_given_back(connection: Connection, fact: FactId) -> bool:
    """Whether a restored ledger holds that what this fact took was put right."""
    which = {"which": NETWORK, "device": fact.device, "place": fact.seq}
    return connection.execute(_GIVEN_BACK, which).first() is not None


def told_minutes(connection: Connection, home: bytes, device: bytes, slip: SlipKey) -> int:
    """What a slip's own centre was told that one PC took of it, in one fact or more, and did not give back."""
    which = {"which": home, "device": device, "issuer": slip.issuer, "number": slip.number}
    return int(connection.execute(_TOLD_OF_SLIP, which).scalar_one())


def parts_told(connection: Connection, home: bytes, device: bytes, slip: SlipKey) -> list[tuple[FactId, int]]:
    """The facts by which a slip's own centre was told that one PC took of it, and how much each did."""
    which = {"which": home, "device": device, "issuer": slip.issuer, "number": slip.number}
    return [(FactId(device, row.about_seq), row.minutes) for row in connection.execute(_PARTS_TOLD, which)]


def adopt_taken(meeting: Meeting, row: dict[str, Any]) -> None:
    """A fact of an earlier epoch told this centre that a slip was taken: it need not be told again."""
    which = {"which": meeting.centre, "device": row["about_device"], "place": row["about_seq"]}
    held = meeting.connection.execute(_TAKEN, which).one_or_none()
    if held is not None and held.epoch > row["epoch"] and held.outcome != Outcome.REFUSED:
        # Told twice for one taking, in two epochs: the later telling does not count.
        feed = ledger_feed(meeting.own.public, centre=meeting.centre, epoch=held.epoch)
        meeting.said.append(Ruled(FactId(feed, held.seq), Outcome.REFUSED, LATER))
    if held is None or not 0 < held.epoch <= row["epoch"]:
        _LEAVE_LATEST.run(meeting.connection, [row])


def withdraw_told(meeting: Meeting, epoch: int, seq: int) -> Any:
    """Mark a telling as withdrawn, as a fact of an earlier epoch said; its row, None if it was replaced since."""
    place = {"which": meeting.centre, "in_epoch": epoch, "at": seq}
    told = meeting.connection.execute(_TOLD, place).one_or_none()
    if told is not None:
        which = {"which": meeting.centre, "device": told.about_device, "place": told.about_seq}
        meeting.connection.execute(_SAID, [which | {"in_epoch": epoch, "at": seq, "now": int(Outcome.REFUSED)}])
    return told


def tell_anew(meeting: Meeting, epoch: int, seq: int) -> None:
    """What was told in this place is told again, under another name."""
    told = meeting.connection.execute(_TOLD, {"which": meeting.centre, "in_epoch": epoch, "at": seq}).one_or_none()
    if told is not None and told.outcome != Outcome.REFUSED:
        which = {"which": meeting.centre, "device": told.about_device, "place": told.about_seq}
        waiting = {"in_epoch": 0, "at": 0, "now": int(Outcome.SETTLED)}
        meeting.connection.execute(_SAID, [which | waiting])
        meeting.has_mail = True
