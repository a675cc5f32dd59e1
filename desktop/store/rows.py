"""What readings return: rows of the tables as plain values, texts unsealed, photos still as digests.

A photo is the digest of its blob, empty for none: `Store.blob` gives the bytes. All minutes are whole minutes.
"""

from __future__ import annotations

from typing import NamedTuple

from ledger.domain.names import FactId


class MemberRow(NamedTuple):
    """A member as last written; an erased name is ""."""

    id: FactId
    name: str
    known_as: str
    picture: str
    photo: bytes
    group: int
    place: int
    shows_name: bool
    shows_picture: bool
    named_worker: FactId | None
    is_paused: bool


class WorkerRow(NamedTuple):
    """A worker or supporter as last written; name "" is 'somebody new'."""

    id: FactId
    name: str
    known_as: str
    picture: str
    photo: bytes
    is_driver: bool
    is_kept: bool


class CardRow(NamedTuple):
    """A member's card at sign-in. secret: digest of the blob that tells whether a card is this one."""

    member: FactId
    secret: bytes
    is_needed: bool


class GroupRow(NamedTuple):
    """A sign-in group."""

    number: int
    picture: str
    label: str


class TaskRow(NamedTuple):
    """A kind of contribution; label "" until a worker names it."""

    id: FactId
    label: str
    picture: str
    photo: bytes
    usual_minutes: int
    for_what: str
    is_kept: bool


class OfferRow(NamedTuple):
    """What credits can be spent on; minutes: price for each member going, 0 if free; venue None at the centre."""

    id: FactId
    label: str
    picture: str
    minutes: int
    photo: bytes
    venue: FactId | None
    place: str
    getting_there: str
    companion: str
    is_open_to_all: bool
    is_step_free: bool
    is_quiet: bool
    is_kept: bool


class VenueRow(NamedTuple):
    """A place outside the centre; number: what its slips carry."""

    id: FactId
    name: str
    number: int
    picture: str
    is_kept: bool


class MovementRow(NamedTuple):
    """One thing that changed what a member has, or would change it once confirmed.

    fact: what to name when it is put right. what: `helped`, `gave`, `got`, `slip_made`, `slip_used`, `slip_back`,
    `spent`, `spent_back` or `put_right`. subject: the task, the other member, the offer, the plan of a slip, or what
    was put right; None for a slip of no plan. minutes: gained, or below zero lost. is_waiting: not counted yet.
    undone_by: the fact that put it right or declined it.
    """

    fact: FactId
    member: FactId
    what: str
    subject: FactId | None
    minutes: int
    at_ms: int
    is_waiting: bool
    undone_by: FactId | None


class WaitingRow(NamedTuple):
    """Something that waits for a worker's yes, or for a ruling.

    what: `helped`, `gave`, `slip_back`, or `slip_rest` (what was left over of another centre's slip).
    member: who would gain the minutes, None for a thank-you slip's void.
    subject: the task, or for a gift the giver, who would lose them. issuer, number: the slip of a void or a rest.
    """

    fact: FactId
    what: str
    member: FactId | None
    subject: FactId | None
    issuer: bytes | None
    number: int | None
    minutes: int
    at_ms: int


class SlipRow(NamedTuple):
    """A slip whose print is recorded here.

    member: whose minutes they were, None for a thank-you slip. printed: the fact. state: `out`, `redeemed`, `void` or
    `waiting_void`. closed_by, closed_at_ms: what made it redeemed or void, and when. venue: 0 if open. expires_day: 0
    if never. handed_to: the member a thank-you slip went to, None for somebody else.
    """

    issuer: bytes
    number: int
    minutes: int
    member: FactId | None
    printed: FactId
    printed_at_ms: int
    issued_day: int
    expires_day: int
    venue: int
    plan: FactId | None
    state: str
    closed_by: FactId | None
    closed_at_ms: int | None
    reprints: int
    is_handed_out: bool
    handed_to: FactId | None

    @property
    def redeemed_at_ms(self) -> int | None:
        """When it was handed in; None unless it was."""
        return self.closed_at_ms if self.state == "redeemed" else None


class RedeemedRow(NamedTuple):
    """The permanent record that a slip was handed in or made void on this PC."""

    issuer: bytes
    number: int
    fact: FactId
    at_ms: int


class PlanRow(NamedTuple):
    """A member's decision to spend.

    going: members who go. state: `planned`, `cancelled` or `used` (its slip was handed in). day: days since 1 January
    2020, 0 if open; start_minute: -1 if open. issuer, number: the slip that pays for it.
    """

    id: FactId
    payer: FactId
    offer: FactId
    going: tuple[FactId, ...]
    price_minutes: int
    paid_minutes: int
    companion: FactId | None
    getting_there: str
    day: int
    start_minute: int
    at_ms: int
    state: str
    cancelled_by: FactId | None
    issuer: bytes | None
    number: int | None

    @property
    def slip(self) -> tuple[bytes, int] | None:
        """The slip that pays for it, as issuer and number."""
        return None if self.issuer is None or self.number is None else (self.issuer, self.number)


class SheetRow(NamedTuple):
    """Slips that came out on one sheet: those whose print stands behind `fact`, up to `last`."""

    fact: FactId
    last: FactId
    at_ms: int


class Totals(NamedTuple):
    """Of the whole centre: minutes of contributions that count, and minutes that went into offers and venues."""

    given_minutes: int
    spent_minutes: int


class Verified(NamedTuple):
    """What `Store.verify` found; problems in plain words for staff and coordinators, one each."""

    facts: int
    problems: list[str]

    @property
    def ok(self) -> bool:
        """Everything agrees with everything."""
        return not self.problems
