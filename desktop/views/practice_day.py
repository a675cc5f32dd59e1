"""The practice day: a day at the practice centre, lived tap by tap, with a picture of each step."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from desktop.clock import StandingClock, standing_at
from desktop.problems import KnownProblem
from desktop.services.all import Services
from desktop.services.papers import SlipPaper
from desktop.services.practice import PRACTICE_PIN
from desktop.store.problems import NoCentreHere
from desktop.store.rows import Totals
from desktop.views import flow
from desktop.views.app import application
from desktop.views.driving import Hand, draw_off_screen
from desktop.views.house import House
from desktop.views.printing.jobs import FilePrinter, Printing
from desktop.views.starting import window_on
from desktop.views.texts import Texts
from desktop.views.theme import Look

PRACTICE_MOMENT: Final = (2026, 11, 24, 10, 20)


class NoRoomToWrite(KnownProblem):
    """The pictures and papers of the practice day cannot be written there. Choose another folder."""

    code = "not_written"


@dataclass
class Day:
    """One practice day under way. slips: the thank-you slips of this morning. printed, redeemed: slips so far."""

    out: Path
    house: House
    hand: Hand
    clock: StandingClock
    printing: Printing
    slips: tuple[SlipPaper, ...] = ()
    pictures: int = 0
    printed: int = 0
    redeemed: int = 0
    before: Totals = field(default_factory=lambda: Totals(0, 0))

    @property
    def services(self) -> Services:
        """What the open centre can do."""
        services = self.house.services
        if services is None:
            raise NoCentreHere("the practice centre did not open")
        return services

    def take_picture(self) -> None:
        """Write what the window shows, numbered and named after its screen."""
        self.pictures += 1
        self.hand.picture(self.out / f"{self.pictures:02}-{self.hand.screen.name}.png")


def run(out: Path) -> dict[str, Any]:
    """Live the day; pictures, the slips, the trip card, the week's sheets and summary.json go to `out`.

    Raises:
        NoRoomToWrite: the folder cannot be made or written.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        (out / "summary.json").write_text("{}\n", encoding="utf-8")
    except OSError as error:
        raise NoRoomToWrite(f"{out} cannot be written: {error.strerror}. Choose another folder.") from error
    with _a_day(out) as day:
        _live(day)
        summary = _summary(day)
    (out / "summary.json").write_text(json.dumps(summary, indent=2) + "\n", encoding="utf-8")
    return summary


@contextmanager
def _a_day(out: Path) -> Iterator[Day]:
    draw_off_screen()
    _app = application()
    clock = standing_at(*PRACTICE_MOMENT)
    with tempfile.TemporaryDirectory(prefix="goodhour-practice-") as folder:
        house = House(Path(folder) / "centre", clock, practice=True)
        printing = Printing(FilePrinter(out), Texts())
        window = window_on(house, Look(), printing=printing)
        day = Day(out, house, Hand(window), clock, printing)
        day.hand = Hand(window, pressed=day.take_picture)
        window.show()
        try:
            day.hand.open(flow.FIRST)
            day.before = day.hand.ask(day.services.centre.totals)
            yield day
        finally:
            window.close()
            house.close()


def _live(day: Day) -> None:
    """Morning to afternoon: choose, earn, count, thank, spend, print, and put slips in; staff do the week."""
    hand = day.hand
    day.take_picture()
    hand.press("Circle", "Ann")
    hand.press("Choose activities", "Gardening", "Tuesday afternoon", "Bingo", "My week", "Print", "Home")
    hand.press("I helped", "Swept up", "Half an hour", "On my own", "Home")
    day.clock.move(minutes=40)
    hand.press("Me", "Someone is with me", "Jo")
    hand.press("I helped", "Something else", "Other things", "In the kitchen", "Baked", "One hour", "Bob", "Home")
    hand.press("My credits", "You have", "Where from?", "Back", "Thank someone", "Bob", "1 credit", "Yes", "Home")
    hand.press("Spend", "Swimming", "Who comes?", "Bob", "Yes", "Print", "Yes", "Finish")
    day.printed += 1  # the slip on the trip card
    _print_thanks(day)
    _do_the_week(day)
    hand.press("Circle", "Bob")
    hand.press("I helped", "Made tea", "One hour", "Ann", "Undo", "Home")
    hand.press("I helped", "Made tea", "One hour", "Ann", "Home")
    hand.press("My credits", "Use a slip")
    hand.scan(day.slips[0].token)
    hand.press("Into my credits", "Home", "My credits", "Use a slip")
    hand.scan(day.slips[0].token)
    hand.press("Home", "My credits", "Use a slip")
    hand.scan(day.slips[1].token)
    hand.press("Spend here", "Art", "Yes", "Finish")
    day.redeemed += 2


def _print_thanks(day: Day) -> None:
    """A worker prints a sheet of thank-you slips for the drawer."""
    day.hand.press("Staff", *PRACTICE_PIN, "Done", "Slips", "Make slips", "Make them")
    day.slips = tuple(day.hand.visit.chosen["staff_papers"])
    day.hand.press("Print")
    day.printed += len(day.slips)


def _do_the_week(day: Day) -> None:
    """The worker says who came, tries a change of the week to come, takes it back, and prints it for the wall."""
    day.hand.press("Today", "Who came", "Came", "Print the register")
    day.hand.press("The week", "Week after", "This week only", "Games", "Call off", "Undo")
    day.hand.press("Print", "Print", "To the week", "Lock")


def _summary(day: Day) -> dict[str, Any]:
    services = day.services
    after = day.hand.ask(services.centre.totals)
    found = day.hand.ask(services.centre.verify)
    return {
        "minutes_given": after.given_minutes - day.before.given_minutes,
        "minutes_spent": after.spent_minutes - day.before.spent_minutes,
        "slips_printed": day.printed,
        "slips_redeemed": day.redeemed,
        "screenshots": day.pictures,
        "verified": found.ok,
    }
