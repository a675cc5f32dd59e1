"""What a check of the ledger came to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Found:
    """counts: of what was looked at. problems: in plain words, none if all is well."""

    counts: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)

    def wrong(self, words: str) -> None:
        """Note something that is not as it must be."""
        self.problems.append(words)
