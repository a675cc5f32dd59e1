"""One thing in my week: when, with whom, how we get there, what has changed; not today, or something else instead."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.week_seen import MyEntrySeen, PlaceSeen
from desktop.views.kit.art import ClockTime, Side, Symbol, picture
from desktop.views.kit.choosing import Choosing
from desktop.views.kit.panel import Panel
from desktop.views.kit.tile import Tile
from desktop.views.parts.choices import PanelAndTiles
from desktop.views.parts.choose import NOT_TODAY_ART, begin_choosing, not_today, waiting_art, with_words
from desktop.views.parts.my_week import change_words, people_and_way
from desktop.views.visit import Visit
from ledger.domain.week import Choice
from ledger.domain.weeks import part_of


@dataclass(frozen=True, slots=True)
class MySessionState:
    """entry: what was pressed."""

    entry: MyEntrySeen
    today: date


class MySession(Choosing):
    """Shows it, and how it can be changed until it starts."""

    name: ClassVar[str] = "my_session"

    not_today = Signal()
    change = Signal()

    @staticmethod
    def read(services: Any, visit: Visit) -> MySessionState:
        """What was pressed, as it is now."""
        entry = services.my_week.entry(visit.sitting, visit.chosen["at"])
        visit.chosen["draft"] = services.sittings.new_draft()
        if entry.session is not None:
            visit.chosen["place"] = PlaceSeen(entry.session.day, part_of(entry.session.start_minute))
        return MySessionState(entry, services.my_week.today())

    @staticmethod
    def on_not_today(services: Any, visit: Visit) -> None:
        """Let it go; without cost, and without being asked why."""
        not_today(services, visit)

    @staticmethod
    def on_change(_services: Any, visit: Visit) -> None:
        """Choose something else for the same place."""
        begin_choosing(visit, visit.chosen["place"])

    def fill(self, state: MySessionState) -> None:
        """Show it."""
        session = state.entry.session
        if session is None:
            return
        self.ask(session.activity.label)
        hour = ClockTime(*divmod(session.start_minute, 60))
        waits = state.entry.choice is Choice.LISTED
        what = waiting_art(session) if waits else picture(session.activity.pic)
        art = Side((what, hour, *people_and_way(session)))
        when = f"{self.texts.weekday(session.day)}, {self.texts.time(*divmod(session.start_minute, 60))}"
        who = with_words(session.leader, self.texts)
        more = change_words(session.changes, self.texts) or (who[:1].upper() + who[1:])
        more = self.texts("choose.on_list") if waits else more
        panel = Panel(self.look, art, when, more=more, area="week")
        if not state.entry.can_change:
            self.set_body(panel)
            return
        tiles = [
            Tile("not_today", self.texts("choose.not_today"), NOT_TODAY_ART),
            Tile("change", self.texts("week.change"), Symbol("om:1F504"), area="choose"),
        ]
        body = PanelAndTiles(self.look, self.texts, panel, tiles)
        body.pressed.connect(self.take)
        self.set_body(body)
