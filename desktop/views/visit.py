"""One visit to the screen, from signing in to Finish: who it is, who is with them, and what is in the making."""

from dataclasses import dataclass, field, fields, replace
from typing import Any, Final

from desktop.problems import KnownProblem
from desktop.services.seen import PersonSeen
from desktop.views.house import House

KEPT_MS: Final = 20 * 60_000  # how long a draft waits
SIGNING_IN: Final = "signing_in"


@dataclass
class Visit:
    """Plain and mutable. Only the store's thread changes it (screens' `read` and `on_` methods); Qt is not known here.

    house: the centre on this PC; it outlasts the visit. person: who signed in, None while nobody has. sitting: what
    services call this visit. supporter: who is here with them. lent: the practice member's throw-away copy.
    group: the sign-in group that was pressed. worker: the worker behind the staff door. helped, spend, gift, slip:
    drafts, made and taken apart by the screens of each job. result: what the last `on_` method wrote, for the screen
    that shows it. printing: what puts sheets on paper (`printing.jobs.Printing`); it outlasts the visit too.
    chosen: what one screen hands to the next, by a name they agree on. at: the screen they are at.
    laid_by: visits that were left in the middle, to be taken up within twenty minutes.
    """

    house: House | None = None
    person: PersonSeen | None = None
    sitting: Any = None
    supporter: PersonSeen | None = None
    lent: Any = None
    group: int = 0
    worker: Any = None
    helped: Any = None
    spend: Any = None
    gift: Any = None
    slip: Any = None
    result: Any = None
    printing: Any = None
    chosen: dict[str, Any] = field(default_factory=dict)
    at: str = ""
    laid_by: "list[LaidBy]" = field(default_factory=list)

    @property
    def is_practice(self) -> bool:
        """Whether nothing of this visit counts."""
        return self.lent is not None

    @property
    def trying(self) -> Any:
        """How things are while a worker tries how somebody presses: `Settings`, or what a member chose. Else None."""
        return self.chosen.get("trying")

    @property
    def signing_in(self) -> PersonSeen | None:
        """Who pressed their face and has still to press their pictures, or to show their card; None for nobody."""
        return self.chosen.get(SIGNING_IN)

    def sign_in(self, person: PersonSeen, sitting: Any) -> None:
        """Begin anew as a member; whatever was in the making is dropped."""
        self.finish()
        self.person, self.sitting = person, sitting

    def try_out(self) -> None:
        """Begin as the practice member, on a copy of the centre that is thrown away at Finish."""
        self.finish()
        if self.house is not None:
            self.lent = self.house.lend_copy()
            services, member = self.lent.services, self.lent.practice_member
            self.person, self.sitting = services.people.person(member), services.sittings.begin(member)

    def finish(self) -> None:
        """Forget everything but the house and the printer. The same object stays, as everyone holds it."""
        if self.lent is not None:
            self.lent.close()
        self._become(Visit(self.house, printing=self.printing, laid_by=self.laid_by))

    def lay_by(self) -> None:
        """Somebody else wants the screen: keep what was in the making, then forget it here. A lent copy is not kept."""
        if self.person is not None and self.house is not None and self.lent is None:
            self._drop_old()
            self.laid_by.append(LaidBy(self.house.clock.now_ms(), replace(self)))
        self.finish()

    def take_up(self) -> bool:
        """Go on with what the person who has just signed in left in the middle; False if there is nothing."""
        self._drop_old()
        mine = [one for one in self.laid_by if self.person is not None and one.visit.person == self.person]
        if not mine:
            return False
        self.laid_by.remove(mine[-1])
        self._become(replace(mine[-1].visit, laid_by=self.laid_by))
        return True

    @property
    def has_laid_by(self) -> bool:
        """Whether somebody may still come back to what they left in the middle."""
        now_ms = 0 if self.house is None else self.house.clock.now_ms()
        return any(one.since_ms >= now_ms - KEPT_MS for one in self.laid_by)

    def _drop_old(self) -> None:
        if self.house is not None:
            oldest_ms = self.house.clock.now_ms() - KEPT_MS
            self.laid_by[:] = [one for one in self.laid_by if one.since_ms >= oldest_ms]

    def _become(self, other: "Visit") -> None:
        for part in fields(self):
            setattr(self, part.name, getattr(other, part.name))


@dataclass(frozen=True, slots=True)
class LaidBy:
    """A visit left in the middle; since_ms: when, in milliseconds since 1970."""

    since_ms: int
    visit: Visit


@dataclass(frozen=True, slots=True)
class Trouble:
    """What the problem screen shows: its easy words, and to a worker the whole message as well."""

    problem: KnownProblem
    to_worker: bool = False


@dataclass(frozen=True, slots=True)
class Hidden:
    """What the screen that hides a visit has to know of it: whether Yes asks for secret pictures or a card.

    sees_cards: somebody here has a card.
    """

    asks_for_pictures: bool = False
    sees_cards: bool = False


@dataclass(frozen=True, slots=True)
class Instead:
    """What a screen's `read` answers when there is nothing to ask: take this outcome's door at once."""

    outcome: str
