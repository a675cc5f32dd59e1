"""What screens and the command line fill in before a service records it: frozen, with an id that makes it one fact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.services.seen import OfferSeen, Pic
from ledger.domain.names import FactId


@dataclass(frozen=True, slots=True)
class HelpedDraft:
    """A contribution not yet said.

    draft_id: from `Sittings.new_draft`; the same id twice is one contribution. task: None for something unlisted, which
    then needs new_picture and becomes a task a worker names later. with_members: who did it too.
    """

    draft_id: str
    task: FactId | None
    minutes: int
    new_picture: Pic | None = None
    with_members: tuple[FactId, ...] = ()


@dataclass(frozen=True, slots=True)
class GiftDraft:
    """A gift not yet given; minutes more than 0."""

    draft_id: str
    receiver: FactId
    minutes: int


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """A plan not yet agreed.

    going: members who go; the payer pays for each of them. companion: a worker or member who comes along free.
    getting_there: one of `papers.WAYS`. day None and start_minute -1 if open.
    """

    draft_id: str
    offer: OfferSeen
    going: tuple[FactId, ...]
    companion: FactId | None = None
    getting_there: str = ""
    day: date | None = None
    start_minute: int = -1

    @property
    def total_minutes(self) -> int:
        """The price for all who go."""
        return self.offer.minutes * len(self.going)


@dataclass(frozen=True, slots=True)
class MemberDraft:
    """A member to write; member None for somebody new. group None: the first sign-in group with room."""

    name: str
    member: FactId | None = None
    known_as: str = ""
    pic: Pic | None = None
    group: int | None = None
    shows_name: bool = True
    shows_picture: bool = True
    named_worker: FactId | None = None
    is_paused: bool = False
    draft_id: str = ""


@dataclass(frozen=True, slots=True)
class WorkerDraft:
    """A worker or supporter to write; worker None for somebody new. is_kept False takes them off the lists."""

    name: str
    worker: FactId | None = None
    known_as: str = ""
    pic: Pic | None = None
    is_driver: bool = False
    is_kept: bool = True
    draft_id: str = ""


@dataclass(frozen=True, slots=True)
class TaskDraft:
    """A kind of contribution to write; task None for a new one. usual_minutes 0 for none."""

    label: str
    task: FactId | None = None
    pic: Pic | None = None
    usual_minutes: int = 0
    for_what: str = ""
    is_kept: bool = True
    draft_id: str = ""


@dataclass(frozen=True, slots=True)
class OfferDraft:
    """Something to spend credits on; offer None for a new one. minutes 0 is free. venue None: at the centre."""

    label: str
    minutes: int
    offer: FactId | None = None
    pic: Pic | None = None
    venue: FactId | None = None
    place: str = ""
    getting_there: str = ""
    companion: str = ""
    is_open_to_all: bool = False
    is_step_free: bool = False
    is_quiet: bool = False
    is_kept: bool = True
    draft_id: str = ""


@dataclass(frozen=True, slots=True)
class VenueDraft:
    """A place outside the centre; venue None for a new one. number None: the next free one."""

    name: str
    venue: FactId | None = None
    number: int | None = None
    pic: Pic | None = None
    is_kept: bool = True
    draft_id: str = ""
