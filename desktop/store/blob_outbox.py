"""Names, photos and texts on their way to the ledger and from it: small ones first, large ones in pieces."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from desktop.store.facts import Facts
from desktop.store.membership import Membership
from desktop.store.store import Store
from ledger.wire.asking import MOST_PIECE_BYTES, Held, Piece, Want

MOST_PIECES: Final = 256
MOST_WANTS: Final = 128
LEAST_PIECE_BYTES: Final = 1_024
ASKED_FIRST_BYTES: Final = 4_096
"""A ledger that was restored may hold a blob of this size or more already: it is asked before it is sent again."""

_STRIDE: Final = 37
_NOT_LOOKED: Final = -1
"""Up to no fact of this PC, not even to none, it is known that the ledger holds all blobs here."""


class _Left(NamedTuple):
    digest: bytes
    size: int
    held: int | None


class BlobOutbox:
    """What the ledger holds of the blobs here, and what is not here yet; on the store's thread."""

    def __init__(self, store: Store) -> None:
        self._db = store.db
        self._device = store.device
        self._membership = Membership(store)

    def pieces(self, most_bytes: int) -> list[Piece]:
        """What the ledger lacks of the blobs here, the smallest first, as much as fits."""
        standing = self._membership.standing()
        found: list[Piece] = []
        for blob in self._left():
            left = blob.size - (blob.held or 0)
            size = min(MOST_PIECE_BYTES, left, most_bytes)
            if blob.held is None and standing.epoch > 1 and blob.size >= ASKED_FIRST_BYTES:
                size = 0
            elif size < min(left, LEAST_PIECE_BYTES):
                break
            most_bytes -= size
            found.append(self._piece(blob, size))
        return found

    def has_left(self) -> bool:
        """Whether the ledger lacks something of the blobs here."""
        return bool(self._left())

    def keep_held(self, kept: Iterable[Held]) -> bool:
        """Remember how much of some blobs the ledger says it holds; whether any of it is news.

        It may ask everybody for one that it lost: who has it sends it again, others have nothing to remember.
        """
        sql = (
            "INSERT INTO blob_marks (digest, held) SELECT digest, ?2 FROM blobs WHERE digest = ?1"
            " ON CONFLICT (digest) DO UPDATE SET held = excluded.held WHERE held <> excluded.held"
        )
        counts: list[int] = [self._db.execute(sql, [digest, held]).rowcount for digest, held in kept]
        if any(counts):
            self._membership.set(blobs_seq=_NOT_LOOKED)  # where nothing is left after all, it is soon found so
        return any(counts)

    def keep_fetched(self, pieces: Iterable[Piece]) -> None:
        """Remember that the ledger holds all of what came from it."""
        self.keep_held(Held(piece.blob, piece.size) for piece in pieces)

    def forget_held(self) -> None:
        """The ledger may have lost some: every blob is asked after, or sent, once more."""
        self._db.execute("DELETE FROM blob_marks")
        self._membership.set(blobs_seq=_NOT_LOOKED)

    def wants(self, turn: int, *, most: int = MOST_WANTS) -> list[Want]:
        """Blobs that facts name and that are not here whole; of many, others with every turn."""
        start = bytes([turn * _STRIDE % 256])
        rows = self._db.execute(
            "SELECT digest, held FROM wanted_blobs ORDER BY digest < ?, digest LIMIT ?", [start, most]
        )
        return [Want(*row) for row in rows]

    def wanted(self) -> tuple[int, int]:
        """How many blobs are not here whole, and how much of them is."""
        count, held = self._db.execute("SELECT count(*), coalesce(sum(held), 0) FROM wanted_blobs").fetchone()
        return count, held

    def _left(self) -> list[_Left]:
        end = Facts(self._db).end(self._device).seq
        if self._membership.standing().blobs_seq == end:
            return []  # every blob comes with a fact: without a new one there is no new blob
        left = self._all_left()
        if not left:
            self._membership.set(blobs_seq=end)
        return left

    def _all_left(self) -> list[_Left]:
        rows = self._db.execute(
            "SELECT digest, length(sealed), held FROM blobs LEFT JOIN blob_marks USING (digest)"
            " WHERE coalesce(held, -1) < length(sealed) ORDER BY length(sealed), digest LIMIT ?",
            [MOST_PIECES],
        )
        return [_Left(*row) for row in rows]

    def _piece(self, blob: _Left, size: int) -> Piece:
        (part,) = self._db.execute(
            "SELECT substr(sealed, ?, ?) FROM blobs WHERE digest = ?", [(blob.held or 0) + 1, size, blob.digest]
        ).fetchone()
        return Piece(blob.digest, blob.size, blob.held or 0, part)
