"""A practice centre at work: real widgets on a real encrypted store, pressed by the names a person hears."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from desktop.clock import StandingClock, standing_at
from desktop.services.all import Services
from desktop.services.seen import CreditsSeen, MemberSeen
from desktop.store.store import Store
from desktop.sync.line import Line, Told
from desktop.sync.outcome import OnStore
from desktop.views import flow
from desktop.views.driving import Hand
from desktop.views.exchanging import Exchanging
from desktop.views.house import House
from desktop.views.kit.frame import Frame
from desktop.views.printing.jobs import FilePrinter, Printing
from desktop.views.starting import window_on
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

if TYPE_CHECKING:
    # A town brings a whole ledger with it: who measures what the app weighs must not weigh that too.
    from tests.sync.places import Town

T = TypeVar("T")


class CentreAtWork:
    """One PC. presses: how many choices and confirms were made since they were last counted.

    slip: one that somebody has on paper, if they do.

    town: a network to join, and the centre that is in the folder; without, a practice centre with invented people.
    """

    def __init__(self, folder: Path, look: Look | None = None, *, town: Town | None = None) -> None:
        self.folder = folder
        self._town = town
        self.look = look or Look()
        self.clock: StandingClock = standing_at(2026, 11, 24, 10, 20)
        self.presses = 0
        self.slip = ""
        self._open()

    def sign_in(self, name: str) -> CentreAtWork:
        """Sign a member in, from wherever the screen is."""
        member = self.member(name)
        self.hand.open("who_group")
        groups = {group.number: group.label for group in self.ask(self.services.people.groups)}
        face = self.ask(lambda: self.services.people.person(member.id)).spoken_name
        if self.screen.name == "who_group":  # one group alone is not asked for
            self.hand.press(groups[member.group])
        self.hand.press(face)
        self.presses = 0
        return self

    def press(self, *names: str) -> CentreAtWork:
        """Press things by their names; each is one press, finding them by More is none."""
        for name in names:
            self.hand.press(name)
            self.presses += 1
        return self

    def scan(self, text: str) -> CentreAtWork:
        """Hold a slip to the scanner."""
        self.hand.scan(text)
        return self

    @property
    def screen(self) -> Frame:
        """What is shown."""
        return self.hand.screen

    @property
    def services(self) -> Services:
        """What the house can do."""
        services = self.house.services
        assert services is not None
        return services

    @property
    def store(self) -> Store:
        """The open store, to look at what was recorded."""
        parts = self.house.parts
        assert parts is not None
        return parts.store

    @property
    def visit(self) -> Visit:
        """Who is at the screen, and what is in the making."""
        return self.window.journey.visit

    def ask(self, job: Callable[[], T]) -> T:
        """Ask the services, on the store's thread."""
        return self.hand.ask(job)

    def says(self, words: str) -> bool:
        """Whether the screen shows or speaks these words."""
        return self.hand.says(words)

    def member(self, name: str) -> MemberSeen:
        """A member by name."""
        return next(one for one in self.ask(self.services.people.members) if one.name == name)

    def credits(self, name: str) -> CreditsSeen:
        """What a member has."""
        member = self.member(name).id
        return self.ask(lambda: self.services.credits.of(member))

    def papers(self) -> list[str]:
        """The names of what has been printed."""
        return sorted(path.name for path in self.paper_folder.iterdir())

    def closed_and_reopened(self) -> CentreAtWork:
        """Close the app and start it again on the same records."""
        self.close()
        self._open()
        return self

    def close(self) -> None:
        """Close the window and the centre."""
        if self._town is not None:
            self._exchanging.close()
        self.window.close()
        self.house.close()

    def _open(self) -> None:
        self.paper_folder = self.folder / "papers"
        self.paper_folder.mkdir(exist_ok=True)
        self.house = House(self.folder / "centre", self.clock, practice=self._town is None)
        texts = Texts()
        self.window = window_on(self.house, self.look, printing=Printing(FilePrinter(self.paper_folder), texts))
        self.window.show()
        self.hand = Hand(self.window)
        if self._town is not None:
            self._exchanging = Exchanging(self.window, self.house, self._line_of)
        self.hand.open(flow.FIRST)

    def _line_of(self, on_store: OnStore, told: Told) -> Line:
        assert self._town is not None
        return Line(on_store, told, road=self._town.road)
