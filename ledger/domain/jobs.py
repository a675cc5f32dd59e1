"""Facts of a group project's jobs, which go round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ledger.domain.bounds import Week
from ledger.domain.names import FactId


@dataclass(frozen=True, slots=True)
class JobWritten:
    """A job of a group project, which goes round."""

    kind: ClassVar[int] = 99
    job: FactId | None
    activity: FactId
    label: str
    picture: str = ""
    is_kept: bool = True


@dataclass(frozen=True, slots=True)
class JobGiven:
    """Who has a job in one time of a session; member: None for nobody."""

    kind: ClassVar[int] = 100
    job: FactId
    session: FactId
    week: Week
    member: FactId | None


JobFact = JobWritten | JobGiven
