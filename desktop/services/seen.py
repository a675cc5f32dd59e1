"""What services hand to screens: frozen, plain, and complete, so that a screen never asks back."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ledger.domain.names import FactId
from ledger.domain.weeks import Occurrence


class Pic(NamedTuple):
    """A picture by id (`om:…`, `gh:…`, `ph:…`); photo: JPEG bytes when it is a photo."""

    id: str
    photo: bytes | None = None


class PersonSeen(NamedTuple):
    """A member, worker or supporter as they agreed to be shown.

    shown_name: what may be written under the face, "" for nothing. spoken_name: the accessible name, never empty.
    """

    id: FactId
    shown_name: str
    spoken_name: str
    pic: Pic


class GroupSeen(NamedTuple):
    """A sign-in group; number from 1."""

    number: int
    label: str
    pic: Pic


class TaskSeen(NamedTuple):
    """A kind of contribution; usual_minutes 0 if there is no usual length; label "" until a worker names it."""

    id: FactId
    label: str
    pic: Pic
    usual_minutes: int = 0
    for_what: str = ""
    is_kept: bool = True


class VenueSeen(NamedTuple):
    """A place outside the centre; number: what its slips carry."""

    id: FactId
    name: str
    number: int
    pic: Pic
    is_kept: bool = True


class OfferSeen(NamedTuple):
    """What credits can be spent on.

    minutes: price for each member going, 0 if free. short_minutes: what the member still needs, 0 if they have enough.
    """

    id: FactId
    label: str
    pic: Pic
    minutes: int
    venue: VenueSeen | None = None
    place: str = ""
    getting_there: str = ""
    companion: str = ""
    is_open_to_all: bool = False
    is_step_free: bool = False
    is_quiet: bool = False
    is_kept: bool = True
    short_minutes: int = 0
    is_kept_for_later: bool = False


class CreditsSeen(NamedTuple):
    """What a member has, in minutes: counted (`available_minutes`) and waiting, kept apart."""

    available_minutes: int
    waiting_minutes: int
    credit_minutes: int = 60

    @property
    def coins(self) -> int:
        """Whole credits."""
        return self.available_minutes // self.credit_minutes

    @property
    def jar_minutes(self) -> int:
        """What lies in the jar towards the next coin."""
        return self.available_minutes % self.credit_minutes


class MovementSeen(NamedTuple):
    """One thing that changed what a member has, newest first in lists.

    what: a key of the words file: `history.` and `helped`, `gave`, `got`, `slip_made`, `slip_used`, `slip_back`,
    `spent`, `spent_back` or `put_right`. label: the task, offer or person. minutes:
    gained, or below zero lost. is_waiting: not counted yet. is_undone: put right since. can_undo: in this visit.
    """

    fact: FactId
    what: str
    label: str
    pic: Pic
    minutes: int
    at_ms: int
    is_waiting: bool = False
    is_undone: bool = False
    can_undo: bool = False


class MemberSeen(NamedTuple):
    """A member as staff see them; group and place: where their face stands at sign-in. named_worker: a worker's id."""

    id: FactId
    name: str
    known_as: str
    pic: Pic
    group: int
    place: int
    shows_name: bool = True
    shows_picture: bool = True
    named_worker: FactId | None = None
    is_paused: bool = False


class WorkerSeen(NamedTuple):
    """A worker or supporter as staff see them; name "" is 'somebody new', still to be named."""

    id: FactId
    name: str
    known_as: str
    pic: Pic
    is_driver: bool = False
    is_kept: bool = True


class PlanSeen(NamedTuple):
    """A plan to spend, with the people as they agreed to be shown.

    price_minutes: for each member going; total_minutes: all of it. day None and start_minute -1 if open. slip: "" for
    none, else "out" or "redeemed". can_cancel: false once its slip is used or its day has been.
    """

    id: FactId
    offer: OfferSeen
    payer: PersonSeen
    going: tuple[PersonSeen, ...]
    companion: PersonSeen | None
    getting_there: str
    day: date | None
    start_minute: int
    price_minutes: int
    total_minutes: int
    slip: str = ""
    can_cancel: bool = True


class WaitingSeen(NamedTuple):
    """Something that waits for a worker.

    what: "helped" or "gave". member: who will get the minutes. giver: who gives them, for a gift.
    label and pic: the task's, or the member's.
    """

    fact: FactId
    what: str
    member: PersonSeen | None
    giver: PersonSeen | None
    label: str
    pic: Pic
    minutes: int
    at_ms: int


class SlipOut(NamedTuple):
    """A slip that is out on paper.

    code: 14 letters, written 5-5-4. member: whose minutes they were, None for a thank-you slip. place: the venue's
    name of a bound slip, else "". reprints: how often it was printed again. is_void_waiting: made void, its minutes
    wait until the network has ruled. sheet: what it came out on with others, None alone. days: since it was printed.
    can_reprint: this PC printed it. handed_to: the member a thank-you slip went to.
    """

    code: str
    minutes: int
    member: PersonSeen | None
    issued: date
    expires: date | None = None
    place: str = ""
    plan: FactId | None = None
    reprints: int = 0
    is_handed_out: bool = False
    is_void_waiting: bool = False
    sheet: FactId | None = None
    days: int = 0
    can_reprint: bool = True
    handed_to: PersonSeen | None = None


class NeedSeen(NamedTuple):
    """Something a person should look at; it stops nobody.

    what: a key of the words file under `staff.needs`. about: the fact it comes from, None for what ends by itself, such
    as a clock that is wrong: that cannot be ticked off. person: whose credits it is about, or who said it.
    minutes: 0 where it is about none. code: of a slip, "" for none.

    Of the week, which ends by itself once it is put right: sessions: which, by name; at: the same, to go there; day,
    start_minute: when the first of them is; who: the room, vehicle or person that cannot be twice. people: whom to
    speak to, in the order of asking.
    """

    what: str
    about: FactId | None = None
    at_ms: int = 0
    minutes: int = 0
    person: PersonSeen | None = None
    code: str = ""
    sessions: tuple[str, ...] = ()
    at: tuple[Occurrence, ...] = ()
    day: date | None = None
    start_minute: int = -1
    who: str = ""
    people: tuple[PersonSeen, ...] = ()


class TakenSeen(NamedTuple):
    """A slip that was taken at a venue's door; fact: what to take back. is_undone: it was taken back since."""

    fact: FactId
    code: str
    minutes: int
    at_ms: int
    is_undone: bool = False


class ListedVenueSeen(NamedTuple):
    """A venue of the network; number: what its slips carry. is_here: it is among the places of this centre."""

    number: int
    name: str
    is_here: bool = False
