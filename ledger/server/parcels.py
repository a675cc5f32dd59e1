"""Sealed blobs on their way between the PCs of a centre: taken in pieces, given out again once they are whole.

A restored ledger may have lost some of them without any feed showing it: what is asked for in vain is noted, and the
PCs of that centre are told that it is not held, until one of them has sent it.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Row, bindparam, delete, func, insert, select

from ledger.server.meeting import Meeting
from ledger.server.sending import Sending
from ledger.server.tables import blobs, pieces, wanted_blobs
from ledger.server.upserts import Upsert, replacing
from ledger.wire.asking import MOST_PIECE_BYTES, Held, Piece, Want
from ledger.wire.sealing import digest

MOST_BLOB_BYTES = 4 * 1024 * 1024
"""Far more than a photo of a PC's catalogue; what is larger is not taken."""
MOST_TOLD = 32
"""Blobs that a reply says are wanted and not here; of many, others with every request."""
MOST_WANTED = 4_096
"""So many are noted for a centre; what is wanted besides is noted when some of them are here."""
_STRIDE = 37

_THIS = (blobs.c.centre == bindparam("centre"), blobs.c.digest == bindparam("digest"))
_BLOB = select(blobs.c.size, blobs.c.held).where(*_THIS)
_SAVE = replacing(blobs)
_OF_BLOB = (pieces.c.centre == bindparam("centre"), pieces.c.digest == bindparam("digest"))
_PARTS = select(pieces.c.part).where(*_OF_BLOB).order_by(pieces.c.start)
_FROM = (
    select(pieces.c.start, pieces.c.part)
    .where(*_OF_BLOB, pieces.c.start + func.length(pieces.c.part) > bindparam("offset"))
    .order_by(pieces.c.start)
)
_DROP = delete(pieces).where(*_OF_BLOB)
_WANT = Upsert(wanted_blobs)
_HOW_MANY_WANTED = select(func.count()).where(wanted_blobs.c.centre == bindparam("centre"))
_WANTED = (
    select(wanted_blobs.c.digest, func.coalesce(blobs.c.held, 0).label("held"))
    .join_from(
        wanted_blobs,
        blobs,
        (blobs.c.centre == wanted_blobs.c.centre) & (blobs.c.digest == wanted_blobs.c.digest),
        isouter=True,
    )
    .where(wanted_blobs.c.centre == bindparam("centre"))
    .order_by(wanted_blobs.c.digest < bindparam("start"), wanted_blobs.c.digest)
    .limit(MOST_TOLD)
)
_HAVE = delete(wanted_blobs).where(
    wanted_blobs.c.centre == bindparam("centre"), wanted_blobs.c.digest == bindparam("digest")
)


def take(meeting: Meeting) -> list[Held]:
    """Keep the pieces that go on where a blob's end is held; how much of each is held now."""
    return [Held(piece.blob, _take(meeting, piece)) for piece in meeting.request.pieces]


def give(meeting: Meeting, sending: Sending) -> None:
    """Add the wanted blobs that are here whole, from where the device holds them, as far as there is room."""
    for want in meeting.request.wants:
        row = _held(meeting, want.blob)
        if row is not None and row.size == row.held > want.offset and not _give(meeting, sending, want, row.size):
            return


def note_wanted(meeting: Meeting, told: Iterable[Held]) -> list[Held]:
    """Note what is asked for and not here whole; what the sender, if it has it, is to send once more.

    told: blobs of which it hears anyway how much is held. In the first epoch too: a ledger may be put back without a
    word, and nobody ahead of it in any feed.
    """
    asked = {want.blob for want in meeting.request.wants if want.offset <= MOST_BLOB_BYTES}
    rows = {blob: _held(meeting, blob) for blob in sorted(asked)}
    lacking = [blob for blob, row in rows.items() if row is None or row.held < row.size]
    if lacking:
        room = MOST_WANTED - meeting.connection.execute(_HOW_MANY_WANTED, {"centre": meeting.centre}).scalar_one()
        wanted = [{"centre": meeting.centre, "digest": blob} for blob in lacking[: max(room, 0)]]
        _WANT.run(meeting.connection, wanted)
    start = bytes([meeting.request.counter * _STRIDE % 256])
    found = meeting.connection.execute(_WANTED, {"centre": meeting.centre, "start": start})
    known = asked | {each.feed for each in told}
    return [Held(row.digest, row.held) for row in found if row.digest not in known]


def _take(meeting: Meeting, piece: Piece) -> int:
    row = _held(meeting, piece.blob)
    size, held = (piece.size, 0) if row is None else (row.size, row.held)
    part = piece.part[held - piece.offset :] if piece.offset <= held else b""
    if not part or size != piece.size or size > MOST_BLOB_BYTES:
        return int(held)
    key = {"centre": meeting.centre, "digest": piece.blob}
    _SAVE.run(meeting.connection, [key | {"size": size, "held": held + len(part)}])
    meeting.connection.execute(insert(pieces), [key | {"start": held, "part": part}])
    if held + len(part) < size:
        return int(held + len(part))
    if digest(_whole(meeting, piece.blob)) == piece.blob:
        meeting.connection.execute(_HAVE, key)
        return size
    # Not what its name says: begin again.
    meeting.connection.execute(_DROP, key)
    _SAVE.run(meeting.connection, [key | {"size": size, "held": 0}])
    return 0


def _give(meeting: Meeting, sending: Sending, want: Want, size: int) -> bool:
    for row in meeting.connection.execute(
        _FROM, {"centre": meeting.centre, "digest": want.blob, "offset": want.offset}
    ):
        start = max(row.start, want.offset)
        part = row.part[start - row.start :][:MOST_PIECE_BYTES]
        if not sending.add_piece(Piece(want.blob, size, start, part)):
            return False
    return True


def _held(meeting: Meeting, blob: bytes) -> Row[int, int] | None:
    return meeting.connection.execute(_BLOB, {"centre": meeting.centre, "digest": blob}).one_or_none()


def _whole(meeting: Meeting, blob: bytes) -> bytes:
    return b"".join(row.part for row in meeting.connection.execute(_PARTS, {"centre": meeting.centre, "digest": blob}))
