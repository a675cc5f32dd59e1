"""A venue's door at work: its real window on a real data folder, and a centre of its network that prints slips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop.clock import StandingClock, standing_at
from desktop.services.papers import SlipPaper
from desktop.store import keys
from desktop.sync.exchange import Exchange
from desktop.views import flow
from desktop.views.driving import Hand, click
from desktop.views.house import House
from desktop.views.starting import window_on
from desktop.views.theme import Look
from tests.services.at_work import START
from tests.services.joined import Joined, a_door
from tests.sync.places import Town

RETURN, TAB, LINE_FEED = (Qt.Key.Key_Return, "\r"), (Qt.Key.Key_Tab, "\t"), (Qt.Key.Key_J, "\n")


class AtTheDoor:
    """The door, and who stands at it."""

    def __init__(self, folder: Path, passphrase: str, town: Town, look: Look | None = None) -> None:
        self.clock: StandingClock = standing_at(*START)
        self.town = town
        self.house = House(folder, self.clock)
        self.window = window_on(self.house, look or Look())
        self.window.show()
        self.hand = Hand(self.window)
        self.hand.ask(lambda: self.house.open(passphrase))
        self.hand.open(flow.FIRST)

    @property
    def at(self) -> str:
        """Which screen is shown."""
        return self.hand.screen.name

    def says(self, words: str) -> bool:
        """Whether the screen shows these words."""
        return self.hand.says(words)

    def press(self, *names: str) -> None:
        """Press things by their names."""
        self.hand.press(*names)

    def touch(self, name: str) -> None:
        """Press a thing of this page, and wait for nothing."""
        buttons = self.hand.screen.findChildren(QAbstractButton)
        click(next(one for one in buttons if one.accessibleName() == name and one.isVisible()))

    def types(self, text: str, *endings: tuple[Qt.Key, str], modifiers: Qt.KeyboardModifier | None = None) -> None:
        """Type as a scanner does, with real key events at the window; nothing is waited for."""
        window = self.window.windowHandle()
        how = modifiers or Qt.KeyboardModifier.NoModifier
        for key, letter in [*((Qt.Key(0), letter) for letter in text), *endings]:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(window, QKeyEvent(kind, key, how, letter))

    def scan(self, text: str, *endings: tuple[Qt.Key, str]) -> None:
        """Scan, and wait for the answer."""
        self.types(text, *(endings or (RETURN,)))
        self.hand.settle()

    def taken(self) -> int:
        """How many slips are in."""
        services = self.house.services
        assert services is not None
        return sum(not one.is_undone for one in self.hand.ask(services.door.taken_today))

    def answers(self) -> Sequence[str]:
        """What was answered to slips so far, as the record has it, the first first."""
        services = self.house.services
        assert services is not None
        return [one.outcome.value for one in reversed(self.hand.ask(services.judging.latest))]

    def meet(self) -> None:
        """One whole exchange with the network."""
        parts = self.house.parts
        assert parts is not None
        self.hand.ask(lambda: Exchange(lambda job: job(parts.store), self.town).run())

    def close(self) -> None:
        """Go home."""
        self.window.close()
        self.house.close()


@contextmanager
def at_the_door(folder: Path, town: Town, look: Look | None = None, name: str = "Town Pool") -> Iterator[AtTheDoor]:
    """A door that has joined and knows the network's keys, its app open."""
    made = a_door(folder, town, name)
    passphrase = keys.passphrase_of(made.store)
    made.store.close()
    door = AtTheDoor(folder, passphrase, town, look)
    try:
        yield door
    finally:
        door.close()


def printed(centre: Joined, count: int) -> list[SlipPaper]:
    """Thank-you slips of one credit."""
    return centre.thanks(count)
