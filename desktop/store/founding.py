"""Beginning a new centre: its keys, its database and its first facts, made aside and moved into place whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop.clock import Clock
from desktop.store import first_sheet, folders, keys, migrations
from desktop.store.lock import FolderLock
from desktop.store.opening import DATABASE_FILE, held, move_in, open_with_key, workplace
from desktop.store.problems import CentreHereAlready
from desktop.store.setting_aside import set_aside
from desktop.store.sqlcipher import Database, connect, settle, transaction
from desktop.store.store import Store
from ledger.domain.postings import Fact
from ledger.domain.subjects import CentreFounded, GroupWritten, IssuerKeyAdded
from ledger.wire import sealing, words
from ledger.wire.keys import new_signing_seed, public_key

FOUNDING_DRAFT = "founding"
_FIRST_GROUP = GroupWritten(group=1, picture="gh:group-sun", label="")


@dataclass(frozen=True, slots=True)
class Founding:
    """What a new centre begins with.

    staff_pin_hash: as the staff door made it; empty sets no PIN. groups: sign-in groups; one alone is never shown.
    is_sheet_due: nobody sees the words before the app shows them (`first_sheet`).
    """

    name: str
    is_practice: bool = False
    staff_pin_hash: bytes = field(default=b"", repr=False)
    groups: tuple[GroupWritten, ...] = (_FIRST_GROUP,)
    is_sheet_due: bool = False


@dataclass(frozen=True, slots=True)
class Beginning:
    """What new records begin with, a centre's or a door's.

    secrets: with `device_seed`; the keys of the records are added to them. facts: the first of the feed. numbers: of
    `meta`. is_sheet_due: as in `Founding`.
    """

    secrets: Mapping[str, bytes] = field(repr=False)
    facts: tuple[Fact, ...]
    numbers: Mapping[str, int] = field(default_factory=dict)
    is_practice: bool = False
    is_sheet_due: bool = False


@dataclass(frozen=True, slots=True)
class NewCentre:
    """A centre that was just made, open.

    words: the twelve of the recovery sheet, to be printed now. passphrase: the five to type when the app starts, ""
    where the keyring took the key.
    """

    store: Store
    words: tuple[str, ...] = field(repr=False)
    passphrase: str = field(repr=False)


def create(folder: Path, founding: Founding, *, clock: Clock) -> NewCentre:
    """Make a new centre in a folder and open it. Killed at any moment, there is the whole centre or none.

    Raises:
        CentreHereAlready: the folder holds one. AlreadyOpen: another app has it open.
        SyncedFolder, RoamingFolder, NetworkFolder, ReadOnlyFolder, DiskFull: not there.
    """
    home = folders.make(folder)
    with held(home) as lock:
        if (home / DATABASE_FILE).exists():
            raise CentreHereAlready
        return begin(home, lock, _beginning(founding), clock=clock)


def begin(home: Path, lock: FolderLock, beginning: Beginning, *, clock: Clock) -> NewCentre:
    """Make records in a folder that is held and has none, whole or not at all, and open them.

    Raises:
        ReadOnlyFolder, DiskFull, DiskTrouble: there are none still.
    """
    key, sheet_secret = sealing.new_key(), words.new_secret()
    wrapped = keys.wrap_for_this_pc(key, sheet_secret, is_practice=beginning.is_practice)
    secrets = {
        "centre_key": sealing.new_key(),
        "sheet_secret": sheet_secret,
        "passphrase": wrapped.passphrase.encode(),
        **beginning.secrets,
    }
    if beginning.is_sheet_due:
        secrets[first_sheet.SECRET] = first_sheet.NEW.encode()
    with workplace(home) as place:
        _found(place / DATABASE_FILE, key, replace(beginning, secrets=secrets), clock=clock)
        kept = wrapped.passphrase if beginning.is_sheet_due else ""
        keys.save(place, replace(wrapped.vault, first_passphrase=kept))
        set_aside(home, clock)  # keys or a log without their database may be all that opens a copy of it
        move_in(place, home)
    store = open_with_key(home, key, clock=clock, lock=lock)
    return NewCentre(store, words.words_of(sheet_secret), wrapped.passphrase)


def begin_in(db: Database, beginning: Beginning, *, clock: Clock, folder: Path) -> Store:
    """Begin in an open database that is empty, on a disk or in memory; the caller closes it.

    beginning: with `centre_key` among its secrets; a further PC of a centre has no facts of its own yet, and the
    founder's name as the secret `centre`.
    """
    with transaction(db):
        migrations.create(db)
        for table, rows in (("secrets", beginning.secrets), ("meta", beginning.numbers)):
            db.table(table).insert_all({"name": name, "value": value} for name, value in rows.items())
    store = Store(db, clock=clock, folder=folder, on_close=_nothing)
    with store.writing(FOUNDING_DRAFT) as facts:
        for fact in beginning.facts:
            facts.add(fact)
    return store


def _nothing() -> None:
    """Closing this store lets no folder go."""


def _beginning(founding: Founding) -> Beginning:
    issuer_seed = new_signing_seed()
    secrets = {"device_seed": new_signing_seed(), "issuer_seed": issuer_seed}
    if founding.staff_pin_hash:
        secrets["pin_hash"] = founding.staff_pin_hash
    centre, key = CentreFounded(founding.name, founding.is_practice), IssuerKeyAdded(public_key(issuer_seed))
    facts: tuple[Fact, ...] = (centre, key, *founding.groups)
    return Beginning(secrets, facts, is_practice=founding.is_practice, is_sheet_due=founding.is_sheet_due)


def _found(file: Path, key: bytes, beginning: Beginning, *, clock: Clock) -> None:
    db = connect(file, key)
    try:
        begin_in(db, beginning, clock=clock, folder=file.parent)
        settle(db)  # only the file itself is moved into place
    finally:
        db.close()
