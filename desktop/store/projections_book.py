"""The book's tables: balances and movements, written at once, or held in memory while many facts are projected."""

from __future__ import annotations

from desktop.store.movements import Movement
from desktop.store.sqlcipher import Database
from ledger.domain.accounts import Account

_PUT = "INSERT INTO balances (class, key, minutes) VALUES (?, ?, ?)"
_ADD = f"{_PUT} ON CONFLICT (class, key) DO UPDATE SET minutes = minutes + excluded.minutes RETURNING minutes"
_CLEAR = "DELETE FROM balances WHERE class = ? AND key = ?"
_MOVE = "INSERT INTO movements (member, fact, what, subject, minutes, at_ms, is_waiting) VALUES (?, ?, ?, ?, ?, ?, ?)"


class BookRows:
    """Balances and movements, each on its row at once."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def post(self, account: Account, minutes: int) -> None:
        """Let an account gain minutes, or lose them below zero."""
        (left,) = self._db.execute(_ADD, [*account, minutes]).fetchone()
        if not left:  # a ruling may take back all that ever touched it: then it is as if it had never been
            self._db.execute(_CLEAR, [*account])

    def move(self, movement: Movement) -> None:
        """Write a movement."""
        self._db.execute(_MOVE, movement)

    def forget(self, member: bytes, fact: bytes) -> None:
        """Take a waiting movement away: the confirmed one takes its place."""
        self._db.execute("DELETE FROM movements WHERE member = ? AND fact = ?", [member, fact])

    def finish(self) -> None:
        """Have everything on its row."""


class HeldBookRows(BookRows):
    """The same rows for empty tables, added up in memory and written in the tables' own order by `finish`."""

    def __init__(self, db: Database) -> None:
        super().__init__(db)
        self._minutes: dict[Account, int] = {}
        self._movements: dict[tuple[bytes, bytes], Movement] = {}

    def post(self, account: Account, minutes: int) -> None:
        """Let an account gain minutes, or lose them below zero."""
        self._minutes[account] = self._minutes.get(account, 0) + minutes

    def move(self, movement: Movement) -> None:
        """Hold a movement."""
        self._movements[movement[:2]] = movement

    def forget(self, member: bytes, fact: bytes) -> None:
        """Let a waiting movement go."""
        self._movements.pop((member, fact), None)

    def finish(self) -> None:
        """Write what is held."""
        balances = ((*account, minutes) for account, minutes in sorted(self._minutes.items()) if minutes)
        self._db.conn.executemany(_PUT, balances)
        self._db.conn.executemany(_MOVE, (movement for _, movement in sorted(self._movements.items())))
