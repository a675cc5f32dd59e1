"""People and things by what a line of a list calls them: the id itself, or a name only one has."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from desktop.services.cells import BadCell
from desktop.services.wording import key
from ledger.domain.names import FactId


class ByName:
    """Ids by what a line may call them: the id itself, or a name only one has."""

    def __init__(self, named: Iterable[tuple[FactId, str]]) -> None:
        self._ids: set[FactId] = set()
        self._names: dict[str, FactId | None] = {}
        for name, said in named:
            self._ids.add(name)
            self._names[key(said)] = None if key(said) in self._names else name
        self._read = cache(self._maybe)

    def maybe(self, said: str) -> FactId | None:
        """Who or what is meant; None if nobody, or more than one."""
        return self._read(said)

    def find(self, cells: dict[str, str], column: str) -> FactId:
        """Who or what is meant. Raises BadCell."""
        said = cells[column]
        if not said:
            raise BadCell(column, f"The {column} is missing. Write the id that `list` shows.")
        if (found := self.maybe(said)) is None:
            why = f"More than one {column} is called" if key(said) in self._names else f"There is no {column}"
            raise BadCell(column, f"{why} '{said}'. Write the id that `list` shows.")
        return found

    def _maybe(self, said: str) -> FactId | None:
        try:
            name = FactId.from_text(said)
        except ValueError:
            return self._names.get(key(said))
        return name if name in self._ids else None
