"""The centre itself: its name, its rules, its beginning, and whether all is well with its records."""

from __future__ import annotations

from desktop.changes import Changes
from desktop.services.papers import RecoverySheetPaper
from desktop.store.store import Store
from ledger.domain.rules import CentreRules


class CentreCare:
    """What concerns the whole centre."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def name(self) -> str:
        """The centre's name."""
        return self._store.centre_name

    @property
    def is_practice(self) -> bool:
        """Whether this is a practice centre."""
        return self._store.is_practice

    @property
    def rules(self) -> CentreRules:
        """The rules in force."""
        return self._store.rules

    def set_rule(self, name: str, value: int) -> Changes:
        """Change a rule or a setting of the centre. Raises BadInput."""
        raise NotImplementedError

    def totals(self) -> tuple[int, int]:
        """Minutes given and minutes spent so far."""
        raise NotImplementedError

    def recovery_paper(self) -> RecoverySheetPaper:
        """The recovery sheet to print."""
        raise NotImplementedError
