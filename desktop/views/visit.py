"""One visit to the screen, from signing in to Finish: who it is, who is with them, and what is in the making."""

from dataclasses import dataclass, field
from typing import Any

from desktop.services.seen import PersonSeen


@dataclass
class Visit:
    """Plain and mutable. Only the store's thread changes it (screens' `read` and `on_` methods); Qt is not known here.

    person: who signed in, None while nobody has. sitting: what services call this visit. supporter: who is here with
    them. services: the practice member's throw-away services, None for the real ones. group: the sign-in group that
    was pressed. worker: the worker behind the staff door. helped, spend, gift, slip: drafts, made and taken apart by
    the screens of each job. result: what the last `on_` method wrote, for the screen that shows it.
    printing: what puts sheets on paper (`printing.jobs.Printing`); it stays from visit to visit.
    chosen: what one screen hands to the next, by a name they agree on.
    """

    person: PersonSeen | None = None
    sitting: Any = None
    supporter: PersonSeen | None = None
    services: Any = None
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
        return self.services is not None

    def sign_in(self, person: PersonSeen, sitting: Any) -> None:
        """Begin anew as a member; whatever was in the making is dropped."""
        self.finish()
        self.person, self.sitting = person, sitting

    def finish(self) -> None:
        """Forget everything: nobody is at the screen. The same object stays, as everyone holds it."""
        vars(self).update(vars(Visit(printing=self.printing)))


@dataclass(frozen=True, slots=True)
class Instead:
    """What a screen's `read` answers when there is nothing to ask: take this outcome's door at once."""

    outcome: str
