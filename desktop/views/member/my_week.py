"""My week: the days at the top, and what is on that day; the same each week, what comes next marked."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.services.week_seen import MyDaySeen, MyEntrySeen, MyWeekSeen
from desktop.views.kit.art import Symbol
from desktop.views.kit.bar import BarItem
from desktop.views.kit.days import DayButton, DayStrip, UnderDays
from desktop.views.kit.entries import EntryList, tallest_entry
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.parts.areas import AREA_ART, area_tile
from desktop.views.parts.choices import PanelAndTiles
from desktop.views.parts.choose import NOT_TODAY_ART, begin_choosing
from desktop.views.parts.my_week import day_to_show, entry_of, monday_of
from desktop.views.visit import Visit

_OTHER_WEEK: Final = "the other week"
_WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class MyWeekState:
    """week: the week that is shown. day: the day of it. is_next: it is the week after this one."""

    week: MyWeekSeen
    day: MyDaySeen | None
    today: date
    is_next: bool = False


class MyWeek(Screen):
    """Shows one day of the member's week; the strip leads to the others."""

    name: ClassVar[str] = "my_week"
    answers = ("trip",)

    entry = Signal(object)  # MyEntrySeen
    day = Signal(object)  # date
    choose = Signal()
    print_it = Signal()

    @staticmethod
    def read(services: Any, visit: Visit) -> MyWeekState:
        """The member's week; from here on it is seen."""
        today, shown = services.my_week.today(), day_to_show(services, visit)
        monday = monday_of(shown)
        week = services.my_week.week(visit.sitting, monday)
        if visit.chosen.get("week_day") is None and all(one.day < today for one in week.days):
            monday += _WEEK  # at the weekend what comes next is shown, not what is over
            week = services.my_week.week(visit.sitting, monday)
        if week.has_changes:
            services.my_week.seen(visit.sitting, monday)
        visit.chosen["monday"] = monday
        return MyWeekState(week, _day_of(week, shown), today, is_next=monday > today)

    @staticmethod
    def on_entry(_services: Any, visit: Visit, entry: MyEntrySeen) -> str | None:
        """Look at one thing; a trip is one of my plans."""
        if entry.trip is not None:
            visit.chosen["plan"] = entry.trip.id
            return "trip"
        if entry.session is not None:
            visit.chosen["at"] = entry.session.at
        return None

    @staticmethod
    def on_day(services: Any, visit: Visit, day: object) -> None:
        """Show another day, or the other week."""
        if day == _OTHER_WEEK:
            this = monday_of(services.my_week.today())
            is_this = visit.chosen["monday"] == this
            visit.chosen["week_day"] = this + _WEEK if is_this else services.my_week.today()
        else:
            visit.chosen["week_day"] = day

    @staticmethod
    def on_choose(_services: Any, visit: Visit) -> None:
        """Choose for the next part of the week that has no choice."""
        begin_choosing(visit)

    @staticmethod
    def on_print_it(services: Any, visit: Visit) -> None:
        """Print this week. Raises KnownProblem: there is no printer, or it cannot print."""
        visit.printing.print_my_week(services.week_papers.member(visit.sitting.member, visit.chosen["monday"]))

    def fill(self, state: MyWeekState) -> None:
        """Show the days and the entries."""
        shown = state.day.day if state.day is not None else None
        heading = self.texts.day(shown) if shown is not None else self.texts("home.week")
        self.ask(self.texts("week.today", day=self.texts.weekday(shown)) if shown == state.today else heading)
        days = [
            DayButton(one.day, self.texts.day(one.day), self.texts.weekday(one.day, is_short=True), one.day == shown)
            for one in state.week.days
        ]
        other = self.texts("week.this_week" if state.is_next else "week.next_week")
        every = [*days, DayButton(_OTHER_WEEK, other, other)]
        strip = DayStrip(self.look, every, others=self.texts("week.other_days"))
        strip.pressed.connect(self.day)
        self.set_body(UnderDays(self.look, strip, self._below(state.day), least=tallest_entry(self.look)))
        self.set_bar(
            left=self.item("back"),
            centre=self.item("home"),
            right=BarItem(self.texts("week.print"), Symbol("gh:printer"), "print_it"),
        )

    def _below(self, day: MyDaySeen | None) -> QWidget:
        if day is not None and day.entries:
            entries = EntryList(self.look, [entry_of(entry, self.texts) for entry in day.entries])
            entries.pressed.connect(self.entry)
            return entries
        if day is not None and not day.is_open:
            words = self.texts("week.closed_for", why=day.closed) if day.closed else self.texts("week.closed")
            return Panel(self.look, Symbol("om:1F6AA"), words, area="week")
        if day is not None and day.not_today:
            return Panel(self.look, NOT_TODAY_ART, self.texts("choose.not_today"), area="week")
        panel = Panel(self.look, AREA_ART["week"], self.texts("week.nothing_yet"), area="week")
        body = PanelAndTiles(self.look, self.texts, panel, [self._choose_tile()])
        body.pressed.connect(lambda _: self.choose.emit())
        return body

    def _choose_tile(self) -> Tile:
        return area_tile("choose", self.texts)


def _day_of(week: MyWeekSeen, shown: date) -> MyDaySeen | None:
    """The day that was asked for, else the first one after it, else the last one there is."""
    later = [one for one in week.days if one.day >= shown]
    return later[0] if later else week.days[-1] if week.days else None
