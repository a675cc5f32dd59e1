"""Rows of the tables as the frozen values of `rows`: the columns are the fields, in their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any, Generic, NamedTuple, TypeVar, get_type_hints

from desktop.problems import NotFound
from desktop.store.naming import maybe_name, name_of, names_of
from desktop.store.sqlcipher import Database
from ledger.domain.names import FactId

R = TypeVar("R", bound=NamedTuple)


class Selected(Generic[R]):
    """One kind of row, and the SELECT that reads it.

    columns: where a field is called otherwise in the table.
    """

    def __init__(self, cls: type[R], table: str, **columns: str) -> None:
        hints = get_type_hints(cls)
        names = cls._fields
        self._cls = cls
        self._readers = [_reader(hints[name]) for name in names]
        wanted = ", ".join(columns.get(name, name) for name in names)
        self._select = f"SELECT {wanted} FROM {table}"  # noqa: S608  our own words, written in this folder

    def all(self, db: Database, rest: str, values: Sequence[object] = ()) -> list[R]:
        """Every row; rest: WHERE and ORDER BY."""
        readers, cls = self._readers, self._cls
        found = db.execute(f"{self._select} {rest}", values)
        return [cls(*[read(value) for read, value in zip(readers, row, strict=True)]) for row in found]

    def first(self, db: Database, rest: str, values: Sequence[object]) -> R | None:
        """The first row, or None."""
        found = self.all(db, f"{rest} LIMIT 1", values)
        return found[0] if found else None


def kept(*, kept_only: bool) -> str:
    """The rest of a SELECT from what may be no longer kept, in the order it was written first."""
    return "WHERE is_kept = 1 ORDER BY id" if kept_only else "ORDER BY id"


def the(row: R | None, what: str, name: FactId) -> R:
    """The one row there must be.

    Raises:
        NotFound: there is none; what: what it should have been.
    """
    if row is None:
        raise NotFound(f"There is no {what} {name.text} here.")
    return row


def _reader(hint: Any) -> Callable[[Any], Any]:
    if isinstance(hint, type) and issubclass(hint, IntEnum):
        return hint
    return _READERS.get(hint, _as_is)


def _as_is(value: Any) -> Any:
    return value


def _whole(value: Any) -> Any:
    return int.from_bytes(value, "big") if isinstance(value, bytes) else value


_READERS: dict[Any, Callable[[Any], Any]] = {
    FactId: name_of,
    FactId | None: maybe_name,
    tuple[FactId, ...]: names_of,
    bool: bool,
    int: _whole,
    int | None: _whole,
}
