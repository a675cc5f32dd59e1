"""The few soft sounds, and the one room that makes any: none of them says what the screen does not show.

A screen answers with the name of its sound from `Frame.sound(state)`, and it is heard once, when that screen comes.
"""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QGuiApplication

import assets
from desktop.settings import Settings

SOUNDS: Final = ("done", "coin", "scan", "worker", "welcome", "check", "already", "used", "no")
_log = logging.getLogger(__name__)


class Effect(Protocol):
    """A sound that is ready."""

    def setVolume(self, volume: float, /) -> None:
        """How loud, 0 to 1."""

    def play(self) -> None:
        """Make it heard; from its beginning, if it is being heard."""


class Sounds(QObject):
    """Plays a sound by its name. Silent where sounds are not wanted, and on a PC that has no loudspeaker.

    make: what gets a file ready, None where nothing can be heard; Qt's, unless given. That is read in at the first
    sound, after the screen it belongs to has been painted.
    """

    def __init__(self, parent: QObject | None = None, *, make: Callable[[Path], Effect | None] | None = None) -> None:
        super().__init__(parent)
        self._make = make or self._by_qt
        self._ready: dict[str, Effect | None] = {}
        self._is_on = True
        self._volume = 1.0

    def follow(self, settings: Settings) -> None:
        """Be as whoever sits here likes it."""
        self._is_on, self._volume = settings.has_sounds, settings.volume_percent / 100

    def play(self, name: str) -> None:
        """Play one of `SOUNDS`, as soon as nothing else is to be done; "" is none."""
        if name and self._is_on:
            QTimer.singleShot(0, self, lambda: self._play(name))

    def _play(self, name: str) -> None:
        if name not in self._ready:
            self._ready[name] = self._make(assets.asset("sounds", f"{name}.wav"))
        effect = self._ready[name]
        if effect is not None and self._is_on:
            effect.setVolume(self._volume)
            effect.play()

    def _by_qt(self, file: Path) -> Effect | None:
        if QGuiApplication.platformName() == "offscreen":  # nobody sits there
            return None
        try:
            from PySide6.QtMultimedia import QMediaDevices, QSoundEffect  # noqa: PLC0415  the start does without
        except ImportError:  # a Linux without libpulse: everything else works
            _log.exception("no sounds on this PC")
            return None
        if QMediaDevices.defaultAudioOutput().isNull():
            return None
        effect = QSoundEffect(self)
        effect.setSource(QUrl.fromLocalFile(str(file)))
        return effect
