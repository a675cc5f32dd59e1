"""The screens that have been made, one of them shown; each is made when it is first needed."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from desktop.settings import Settings
from desktop.views import screens
from desktop.views.hearing import Hearing
from desktop.views.kit.frame import USUAL, Frame, outcomes
from desktop.views.kit.person import Person
from desktop.views.texts import Texts, texts_in
from desktop.views.theme import THEMES, Look
from desktop.views.watching import Watching
from ledger.domain.access import Hand

REST_MS: Final = 500
"""How long a member screen rests after it is first seen: the second tap of a double tap must not answer it."""


class Gallery(QObject):
    """Makes, fills and shows screens on a window.

    left: a screen's name, an outcome, and what came with it. painted: the name of the screen shown, once it is seen.
    asked: the speaker was pressed. said: words that somebody asked to hear. told: what was pressed, as it is heard.
    speaks: whether something would be heard, so that the speaker is shown.
    rest_ms: for how long a press does nothing on a member screen that has just come; 0 for a hand that never shakes.
    is_busy: whether a press is still being worked on. hearing: what scanner and camera read goes there.
    """

    left = Signal(str, str, object)
    asked = Signal()
    said = Signal(str)
    told = Signal(str)
    painted = Signal(str)

    def __init__(self, look: Look, texts: Texts, wall: QWidget) -> None:
        super().__init__(wall)
        self.look = look
        self.texts = texts
        self.shown: Frame | None = None
        self.rest_ms = REST_MS
        self.is_busy: Callable[[], bool] = lambda: False
        self.speaks = False
        self._seen = QElapsedTimer()
        self._wall = wall
        self._made: dict[str, Frame] = {}
        self.watching = Watching(wall)
        self.hearing = Hearing(
            wall, lambda: self.shown, lambda: self._seen.isValid() and not self.is_busy(), self._read
        )
        self.watching.found.connect(self.hearing.hear)

    def show(self, name: str, state: object, person: Person | None) -> None:
        """Fill a screen and show it instead of the others."""
        screen = self._screen(name)
        screen.setGeometry(self._wall.rect())
        screen.set_person(person)
        screen.allow_speaking(yes=self.speaks)
        screen.fill(state)
        by_keys = self.shown.is_by_keys if self.shown is not None else False
        self.shown = screen
        self._seen.invalidate()
        screen.show()
        for other in self._made.values():
            if other is not screen:
                other.hide()
        screen.filled()
        screen.take_focus()
        screen.go_by_keys(yes=by_keys)
        self.hearing.listen()
        self.watching.shown(screen)

    def refill(self, state: object, person: Person | None) -> None:
        """Fill the screen shown with what there is now; the focus stays where it was, if that is still there."""
        screen = self.shown
        if screen is None:
            return
        was = _called(screen.focusWidget())
        screen.set_person(person)
        screen.fill(state)
        again = next((part for part in screen.focus_order() if _called(part) == was), None)
        if again is not None:
            again.setFocus()

    def change(self, look: Look, texts: Texts | None = None) -> None:
        """Forget every screen: each is made anew with another look, or in other words."""
        self.look = look
        self.texts = texts or self.texts
        for screen in self._made.values():
            screen.hide()
            screen.setParent(None)
            screen.deleteLater()
        self._made.clear()
        self.shown = None

    def follow(self, settings: Settings) -> None:
        """Draw as whoever sits here likes it."""
        texts = texts_in(settings.language)
        look = replace(
            self.look,
            right_to_left=texts.right_to_left,
            theme=THEMES[settings.theme],
            text_percent=settings.text_percent,
            px_per_mm=settings.px_per_mm,
            left_handed=settings.hand == Hand.LEFT,
        )
        if look != self.look or texts.language != self.texts.language:
            self.change(look, texts)

    def let_speak(self, *, yes: bool) -> None:
        """Show the speaker from now on, or leave it out."""
        self.speaks = yes
        if self.shown is not None:
            self.shown.allow_speaking(yes=yes)

    def stretch(self, rect: QRect) -> None:
        """Give the screen shown the room there is."""
        if self.shown is not None:
            self.shown.setGeometry(rect)

    def _screen(self, name: str) -> Frame:
        if name not in self._made:
            self._made[name] = self._make(name)
        return self._made[name]

    def _make(self, name: str) -> Frame:
        kind = screens.find(name)
        screen = kind(self.look, self.texts)
        screen.setParent(self._wall)
        for outcome in (*USUAL, *sorted(outcomes(kind) - set(kind.answers))):
            self._connect(screen, name, outcome)
        screen.speak.connect(self.asked)
        screen.said.connect(self.said)
        if not kind.is_secret:
            screen.told.connect(self.told)
        screen.painted.connect(lambda: self._painted(name, screen))
        return screen

    def _connect(self, screen: Frame, name: str, outcome: str) -> None:
        def leave(*value: object) -> None:
            if not self._rests(screen):
                self.left.emit(name, outcome, value[0] if value else None)

        getattr(screen, outcome).connect(leave)

    def _rests(self, screen: Frame) -> bool:
        if screen.for_workers or not self.rest_ms:
            return False
        return not self._seen.isValid() or self._seen.elapsed() < self.rest_ms

    def _read(self, screen: Frame, text: str) -> None:
        """A slip was read: no press, so it needs no rest. Where no slip is asked for, it does nothing."""
        heard = getattr(screen, "hear", None)
        if heard is not None:
            heard(text)
        elif hasattr(screen, "scanned"):
            self.left.emit(screen.name, "scanned", text)

    def _painted(self, name: str, screen: Frame) -> None:
        if screen is self.shown:
            self._seen.start()
            self.painted.emit(name)


def _called(part: QWidget | None) -> tuple[str, str]:
    return ("", "") if part is None else (part.accessibleName(), part.accessibleDescription())
