"""One visit to the screen, from signing in to Finish: who it is, who is with them, and what is in the making."""

from dataclasses import dataclass, field, fields
from typing import Any

from desktop.services.seen import PersonSeen
from desktop.views.house import House


@dataclass
class Visit:
    """Plain and mutable. Only the store's thread changes it (screens' `read` and `on_` methods); Qt is not known here.

    house: the centre on this PC; it outlasts the visit. person: who signed in, None while nobody has. sitting: what
    services call this visit. supporter: who is here with them. lent: the practice member's throw-away copy.
    group: the sign-in group that was pressed. worker: the worker behind the staff door. helped, spend, gift, slip:
    drafts, made and taken apart by the screens of each job. result: what the last `on_` method wrote, for the screen
    that shows it. printing: what puts sheets on paper (`printing.jobs.Printing`); it outlasts the visit too.
    chosen: what one screen hands to the next, by a name they agree on.
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

    @property
    def is_practice(self) -> bool:
        """Whether nothing of this visit counts."""
        return self.lent is not None

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
        fresh = Visit(self.house, printing=self.printing)
        for part in fields(self):
            setattr(self, part.name, getattr(fresh, part.name))


@dataclass(frozen=True, slots=True)
class Instead:
    """What a screen's `read` answers when there is nothing to ask: take this outcome's door at once."""

    outcome: str
