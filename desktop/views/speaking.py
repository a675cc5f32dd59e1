"""What is said when: on request, when something is pressed and a screen comes, or wherever the focus goes."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop.settings import Settings
from desktop.views.kit.hearing import heard_on
from desktop.views.kit.telling import heard_as
from desktop.views.speech import Speech
from ledger.domain.access import Speech as Mode

if TYPE_CHECKING:
    from desktop.views.house import House
    from desktop.views.window import Window

_LOOK_MS: Final = 1_500
"""After the first screen is seen: voices take a moment to be found, and nobody should wait for them."""


class Speaking(QObject):
    """Has a window spoken, as whoever sits there likes it. Workers' screens are silent.

    look_ms: how long after the first screen voices are looked for.
    """

    def __init__(self, window: "Window", house: "House", speech: Speech, *, look_ms: int = _LOOK_MS) -> None:
        super().__init__(window)
        self._window, self._house, self._speech = window, house, speech
        self._settings = Settings()
        self._is_pressed = self._is_asked = self._is_asking = False
        self._is_coming = True
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(look_ms)
        self._look.timeout.connect(speech.look)
        speech.found.connect(self._found)
        window.settled.connect(self._settled)
        window.shown.connect(self._shown)
        gallery = window.gallery
        gallery.asked.connect(self._ask)
        gallery.told.connect(self._pressed)
        gallery.said.connect(speech.say)

    def focused(self, _before: QWidget | None, now: QWidget | None) -> None:
        """The focus went from one thing to another."""
        if now is None or self._settings.speech != Mode.ON_FOCUS or self._is_coming or not self._is_for_members():
            return
        screen, words = self._window.screen_now, heard_as(now)
        if screen is not None and screen.isAncestorOf(now) and words != self._speech.saying:
            self._speech.say(words)

    def scanned(self, name: str) -> None:
        """The scan came to something, and whoever sits here wants to hear it: after the question of a new screen."""
        is_asking, self._is_asking = self._is_asking and bool(self._speech.saying), False
        (self._speech.add if is_asking else self._speech.say)(name)

    def _settled(self, settings: Settings) -> None:
        self._settings, self._is_coming = settings, True
        self._speech.follow(settings)
        self._show_speaker()

    def _found(self) -> None:
        self._house.voices = self._speech.voices
        self._show_speaker()

    def _show_speaker(self) -> None:
        self._house.can_speak = self._speech.can_speak
        self._window.gallery.let_speak(yes=self._speech.can_speak)

    def _ask(self) -> None:
        screen = self._window.screen_now
        if screen is not None:
            self._is_asked, self._is_pressed = True, False
            self._speech.say(*heard_on(screen, with_choices=True))

    def _pressed(self, words: str) -> None:
        if self._settings.speech >= Mode.ON_PRESS and self._is_for_members():
            self._is_asked, self._is_pressed = False, True
            self._speech.say(words)

    def _shown(self, _name: str) -> None:
        """A screen came: its question follows the name of what was pressed, and what the focus lies on comes last."""
        if self._speech.voices == () and self._house.voices is None and not self._look.isActive():
            self._look.start()
        is_pressed, is_asked = self._is_pressed, self._is_asked
        self._is_pressed = self._is_asked = self._is_coming = False
        screen = self._window.screen_now
        if screen is None or is_asked or self._settings.speech < Mode.ON_PRESS:
            return
        if screen.for_workers:
            self._speech.hush()
            return
        words = heard_on(screen, with_choices=False)
        first = screen.focusWidget()
        if self._settings.speech == Mode.ON_FOCUS and screen.is_by_keys and first is not None:
            words = (*words, heard_as(first))
        self._is_asking = True
        (self._speech.add if is_pressed else self._speech.say)(*words)

    def _is_for_members(self) -> bool:
        screen = self._window.screen_now
        return screen is not None and not screen.for_workers
