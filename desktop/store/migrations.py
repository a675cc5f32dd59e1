"""From the schema of any release to this one's: numbered steps, forward only, with a backup first.

A step changes only what `schema.sql` keeps for good. Projections are not migrated: they are dropped, and made again
from the facts, so that nothing a screen reads was ever translated from something a screen read.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from desktop.store.problems import DamagedStore, NewerStore
from desktop.store.sqlcipher import KEY_BYTES, Database, connect, in_plain_words, transaction
from desktop.store.steps import TO_VERSION_2, TO_VERSION_3, TO_VERSION_4
from desktop.store.tables import PROJECTIONS, create_tables, drop_projections

STEPS: tuple[str, ...] = (TO_VERSION_2, TO_VERSION_3, TO_VERSION_4)
"""Scripts of SQL: the first takes a database from version 1 to version 2, and so on. Never changed once released."""

Schema = frozenset[tuple[object, ...]]
"""What there is in a database: one row for each table, column, index, trigger, view and foreign key."""

_TABLES = "sqlite_master AS found WHERE found.type = 'table' AND found.name NOT LIKE 'sqlite_%'"
_SHAPE = (
    "SELECT 'table', name, wr, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'",
    "SELECT 'column', found.name, it.cid, it.name, it.type, it.\"notnull\", it.dflt_value, it.pk, it.hidden "
    "FROM pragma_table_xinfo(found.name) AS it, " + _TABLES,
    'SELECT \'foreign key\', found.name, it.id, it.seq, it."table", it."from", it."to", it.on_update, it.on_delete '
    "FROM pragma_foreign_key_list(found.name) AS it, " + _TABLES,
    "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type <> 'table'",
)


def latest_version() -> int:
    """The version this Goodhour writes; the first schema is version 1."""
    return len(STEPS) + 1


def version_of(db: Database) -> int:
    """The version a database is at; 0 for one that has no tables yet."""
    with in_plain_words():
        (version,) = db.execute("PRAGMA user_version").fetchone()
        return int(version)


def create(db: Database) -> None:
    """Make the tables of this version inside the open transaction."""
    create_tables(db)
    _set_version(db, latest_version())


def refuse_newer(db: Database) -> None:
    """Let nothing touch what a newer version wrote.

    Raises:
        NewerStore: a newer Goodhour wrote it. DamagedStore: it has no version at all.
    """
    version = version_of(db)
    if version > latest_version():
        raise NewerStore
    if version < 1:
        raise DamagedStore


def is_due(db: Database) -> bool:
    """Whether the database is of an older version than this one writes."""
    return version_of(db) < latest_version()


def migrate(db: Database) -> None:
    """Take every step that is due, all in one transaction, and drop the projections for the opener to make again.

    Raises:
        DiskFull, ReadOnlyFolder, DiskTrouble: nothing was changed.
    """
    with transaction(db):
        for script in STEPS[version_of(db) - 1 :]:
            db.executescript(script)
        drop_projections(db)
        _set_version(db, latest_version())


def has_projections(db: Database) -> bool:
    """Whether every projection is there; not so between a migration and the rebuild that follows it."""
    with in_plain_words():
        return set(PROJECTIONS) <= set(db.table_names())


def refuse_other_schema(db: Database) -> None:
    """Compare what there is, table by table and column by column, with what this version makes.

    Raises:
        DamagedStore: they differ; something other than Goodhour wrote here.
    """
    if schema_of(db) != _this_version():
        raise DamagedStore


def schema_of(db: Database) -> Schema:
    """What there is in a database, without its rows."""
    with in_plain_words():
        return frozenset(tuple(row) for query in _SHAPE for row in db.execute(query))


def keep_copy(db: Database, file: Path) -> None:
    """Write an encrypted copy with the same key; nothing may have its name yet.

    Raises:
        DiskFull, ReadOnlyFolder, DiskTrouble: no copy was made.
    """
    try:
        with in_plain_words():
            db.execute("VACUUM INTO ?", [str(file)])
    except BaseException:
        file.unlink(missing_ok=True)
        raise


@cache
def _this_version() -> Schema:
    fresh = _in_memory()
    try:
        return schema_of(fresh)
    finally:
        fresh.close()


def _in_memory() -> Database:
    fresh = connect(":memory:", bytes(KEY_BYTES))
    with transaction(fresh):
        create_tables(fresh)
    return fresh


def _set_version(db: Database, version: int) -> None:
    db.execute(f"PRAGMA user_version = {version:d}")
