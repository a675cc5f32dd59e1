"""Home: the few things a member can do, each always in its own place."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.views.kit.choosing import Choosing
from desktop.views.parts.areas import area_tile
from desktop.views.parts.choose import begin_choosing
from desktop.views.parts.my_week import begin_week
from desktop.views.parts.names import name_at_top
from desktop.views.parts.slips import take_slip
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

PLACES: Final = ("helped", "choose", "week", "credits", "spend", "say")


@dataclass(frozen=True, slots=True)
class HomeState:
    """name: what to greet the member by, "" if they did not agree to have it shown."""

    name: str


class Home(Choosing):
    """Greets the member and shows what they can do."""

    name: ClassVar[str] = "home"
    answers = ("not_good",)

    helped = Signal()
    choose = Signal()
    week = Signal()
    credits = Signal()
    spend = Signal()
    say = Signal()
    scanned = Signal(str)

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._grid = self.choices()
        self.set_bar(left=self.item("finish"))

    @staticmethod
    def read(_services: Any, visit: Visit) -> HomeState:
        """Who is here."""
        return HomeState(visit.person.shown_name if visit.person else "")

    @staticmethod
    def on_choose(_services: Any, visit: Visit) -> None:
        """Choose for the next part of the week that has no choice."""
        begin_choosing(visit)

    @staticmethod
    def on_week(_services: Any, visit: Visit) -> None:
        """Begin with today."""
        begin_week(visit)

    @staticmethod
    def on_scanned(services: Any, visit: Visit, text: str) -> str | None:
        """A slip at the scanner is taken here too, without asking for Use a slip first."""
        return take_slip(services, visit, text)

    def fill(self, state: HomeState) -> None:
        """Greet, and show each thing in its place."""
        name = name_at_top(state.name, self.look)
        self.ask(self.texts("home.hello", name=name) if name else self.texts("home.hello_nobody"))
        self._grid.show_tiles([area_tile(area, self.texts) for area in PLACES])
