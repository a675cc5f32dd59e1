"""What staff fill in about how a member comes to the centre; see `drafts`."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.names import FactId


@dataclass(frozen=True, slots=True)
class TravelDraft:
    """How a member comes; vehicle None: by themselves. stop: where they are met; minute: of the day, -1 if open."""

    member: FactId
    vehicle: FactId | None = None
    stop: str = ""
    minute: int = -1
    in_wheelchair: bool = False
    draft_id: str = ""
