"""Getting a centre back by its recovery sheet: from a backup onto any PC, or on this PC when its own way in is lost.

Nothing is ever deleted: what was in the folder is set aside, and the slips handed in on this PC stay handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from desktop.clock import Clock
from desktop.store import folders, keys
from desktop.store.backup import read
from desktop.store.lock import FolderLock
from desktop.store.opening import DATABASE_FILE, move_in, open_with_key, passphrase_given, workplace
from desktop.store.problems import NoCentreHere, StoreProblem
from desktop.store.setting_aside import earlier, set_aside
from desktop.store.sqlcipher import Error, connect, in_plain_words, settle, transaction
from desktop.store.store import Store

Redemption = tuple[bytes, bytes, bytes, int]
"""A row of `redeemed_here`: number, issuer, fact, at_ms."""
Judged = tuple[int, bytes, bytes, str, int, int]
"""A row of `verdicts_here`: at_ms, number, issuer, outcome, minutes, met_ms."""


class Remembered(NamedTuple):
    """What was done with slips on this PC, which no restore may forget."""

    redemptions: frozenset[Redemption] = frozenset()
    verdicts: frozenset[Judged] = frozenset()


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did.

    passphrase: five new words, "" where the keyring took the key. set_aside: the folder that now holds what was here
    before, None if there was nothing. carried: how many slips handed in here the backup did not know.
    """

    passphrase: str = field(repr=False)
    set_aside: Path | None
    carried: int


def restore(file: Path, folder: Path, typed: str, *, clock: Clock) -> Restored:
    """Put a backup into a folder, opened by the recovery sheet it was made with; open it afterwards with `open_store`.

    typed: the sheet's twelve words, or the text of its QR.

    Raises:
        WrongWords, DamagedBackup, NewerStore, NotFound: nothing was changed.
        AlreadyOpen: another app has the folder open. SyncedFolder, …, DiskFull: not there.
    """
    home = folders.make(folder)
    with _held_for_now(home), workplace(home) as place:
        vault = read(file, place / DATABASE_FILE)
        key = vault.key_by_words(typed)
        store = open_with_key(place, key, clock=clock, is_copy=True)
        try:
            carried = _carry_over(store, _redeemed_before(home, key, typed))
            wrapped = _wrap_again(store, key)
            settle(store.db)  # only the file itself is moved into place
        finally:
            store.close()
        keys.save(place, wrapped.vault)  # from here on only names change: nothing needs room any more
        aside = set_aside(home, clock)
        move_in(place, home)
    return Restored(wrapped.passphrase, aside, carried)


def rewrap_with_words(folder: Path, typed: str, *, clock: Clock) -> str:
    """Make a new way in on this PC when keyring or passphrase are lost; returns five new words, "" with a keyring.

    Raises:
        WrongWords, NoCentreHere, AlreadyOpen, NewerStore, DamagedStore: nothing was changed.
    """
    home = folders.safe(folder)
    if not (home / DATABASE_FILE).exists():
        raise NoCentreHere
    with _held_for_now(home):
        key = keys.load(home).key_by_words(typed)
        store = open_with_key(home, key, clock=clock)
        try:
            wrapped = _wrap_again(store, key)
        finally:
            store.close()
        keys.save(home, wrapped.vault)
    return wrapped.passphrase


@contextmanager
def _held_for_now(home: Path) -> Iterator[None]:
    lock = FolderLock(home)
    try:
        yield
    finally:
        lock.release()


def _wrap_again(store: Store, key: bytes) -> keys.Wrapped:
    wrapped = keys.wrap_for_this_pc(key, store.secret("sheet_secret"), is_practice=store.is_practice)
    store.set_secret("passphrase", wrapped.passphrase.encode())
    return wrapped


def _redeemed_before(home: Path, key: bytes, typed: str) -> Remembered:
    """What was handed in and answered on this PC before, by every database of it that still opens.

    Those set aside count too: a restore that was cut off may have put the last one there already.
    """
    found = [_redeemed_in(place, key, typed) for place in (home, *earlier(home))]
    return Remembered(
        frozenset().union(*(one.redemptions for one in found)), frozenset().union(*(one.verdicts for one in found))
    )


def _redeemed_in(place: Path, key: bytes, typed: str) -> Remembered:
    """The same of one folder; its database is left closed and whole."""
    if not (place / DATABASE_FILE).exists():
        return Remembered()
    ways_in: tuple[Callable[[], bytes], ...] = (
        lambda: key,  # the same as ever, unless it is another centre's
        lambda: keys.load(place).key_by_words(typed),
        lambda: keys.load(place).key(passphrase_given()),
    )
    for opened in ways_in:
        try:
            return _remembered(place / DATABASE_FILE, opened())
        except (StoreProblem, Error):
            continue  # damaged, newer or another centre's: it is set aside unread, which is why people restore
    return Remembered()


def _remembered(file: Path, key: bytes) -> Remembered:
    db = connect(file, key)
    try:
        with in_plain_words():
            rows = db.execute("SELECT number, issuer, fact, at_ms FROM redeemed_here").fetchall()
            has_verdicts = "verdicts_here" in db.table_names()  # not in one that an older Goodhour wrote
            judged = db.execute("SELECT * FROM verdicts_here").fetchall() if has_verdicts else []
    finally:
        db.close()
    return Remembered(frozenset(map(tuple, rows)), frozenset(map(tuple, judged)))


def _carry_over(store: Store, remembered: Remembered) -> int:
    carry = "INSERT OR IGNORE INTO redeemed_here (number, issuer, fact, at_ms) VALUES (?, ?, ?, ?)"
    with transaction(store.db) as db:
        for verdict in sorted(remembered.verdicts):
            db.execute("INSERT OR IGNORE INTO verdicts_here VALUES (?, ?, ?, ?, ?, ?)", list(verdict))
        return sum(db.execute(carry, list(redemption)).rowcount for redemption in sorted(remembered.redemptions))
