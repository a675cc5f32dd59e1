"""The one room that speaks: with the PC's own voices, one thing at a time, and never in anybody's way.

What is said next ends what is being said. A voice that hangs, is missing, or is taken away while it speaks is left
alone after a while; everything else goes on.
"""

import logging
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import log2
from typing import Any, Final

from PySide6.QtCore import QLocale, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from desktop.settings import Settings
from ledger.domain.access import Speech as Mode

_STOP_MS: Final = 300
_LEAST_MS: Final = 5_000
_LETTER_MS: Final = 150
MOST_FAULTS: Final = 3
"""After so many utterances in a row that never ended, the voices of this PC are left alone until the next start."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Voice:
    """One of the PC's voices; language: the ISO 639 code of what it speaks."""

    name: str
    language: str


class Speech(QObject):
    """Says words in the voice that whoever sits here likes.

    began: these words are being said now. ended: nothing is said any more. found: what voices there are is known, or
    is other than it was. make: gives a `QTextToSpeech`, None where there is no voice; Qt's own, unless given. It is
    made by `look`, and not before: the first screen does without. patience_ms: for how long words may take.
    """

    began = Signal(str)
    ended = Signal()
    found = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        make: Callable[[], Any] | None = None,
        patience_ms: Callable[[str, int], int] | None = None,
    ) -> None:
        super().__init__(parent)
        self._make = make or by_qt
        self._patience_ms = patience_ms or _patience_ms
        self._settings = Settings()
        self._engine: Any = None
        self._faults = 0
        self._voices: dict[Voice, Any] = {}
        self._queue: deque[str] = deque()
        self._saying = ""
        self._late = self._timer(self._fault)
        self._stopped = self._timer(self._next)

    @property
    def voices(self) -> tuple[Voice, ...]:
        """The PC's voices; none before `look`."""
        return tuple(self._voices)

    @property
    def can_speak(self) -> bool:
        """Whether anything would be heard: speech is wanted, and there is a voice for the language."""
        return self._settings.speech != Mode.OFF and self._voice() is not None

    @property
    def saying(self) -> str:
        """What is being said; "" for nothing."""
        return self._saying

    def follow(self, settings: Settings) -> None:
        """Speak from now on as whoever sits here likes it."""
        self._settings = settings
        if not self.can_speak:
            self.hush()

    def look(self) -> None:
        """Look what voices this PC has; again, too, after one was lost."""
        if self._engine is None and self._faults < MOST_FAULTS:
            self._engine = self._make()
            if self._engine is not None:
                self._engine.stateChanged.connect(self._state_changed)
                self._engine.errorOccurred.connect(self._error)
        self._voices = {} if self._engine is None else _voices_of(self._engine)
        self.found.emit()

    def say(self, *words: str) -> None:
        """Say this, one after another, instead of whatever is being said."""
        self._queue = deque(filter(None, words))
        if self._saying:
            self._stop()
        else:
            self._next()

    def add(self, *words: str) -> None:
        """Say this after what is being said."""
        self._queue.extend(filter(None, words))
        if not self._saying:
            self._next()

    def hush(self) -> None:
        """Say no more."""
        self._queue.clear()
        if self._saying:
            self._stop()

    def _stop(self) -> None:
        """End what is being said, and go on once it has: a voice may tell its end later than it was stopped."""
        self._saying = ""
        self._late.stop()
        self._stopped.start(_STOP_MS)
        if self._engine is not None:
            self._engine.stop()
            if self._stopped.isActive():  # not if its end was told at once
                self._state_changed(self._engine.state())

    def _next(self) -> None:
        voice = self._voice() if self._queue and self._settings.speech != Mode.OFF else None
        if voice is None or self._engine is None:
            self._queue.clear()
            self.ended.emit()
            return
        self._saying = self._queue.popleft()
        self._late.start(self._patience_ms(self._saying, self._settings.speed_percent))
        self._engine.setVoice(voice)
        self._engine.setRate(log2(self._settings.speed_percent / 100))
        self._engine.setVolume(self._settings.volume_percent / 100)
        self.began.emit(self._saying)
        self._engine.say(self._saying)

    def _state_changed(self, state: Any) -> None:
        if self._engine is None or state != type(state).Ready:
            return
        if self._stopped.isActive():
            self._stopped.stop()
            self._next()
        elif self._saying:
            self._faults = 0
            self._saying = ""
            self._late.stop()
            self._next()

    def _error(self, *_what: object) -> None:
        if self._saying:
            self._fault()

    def _fault(self) -> None:
        """What was to be said did not end: begin with a fresh voice at the next words, a few times."""
        _log.warning("speech: what was to be said did not end; the voice is left alone")
        self._faults += 1
        self._late.stop()
        self._stopped.stop()
        self._saying = ""
        self._queue.clear()
        lost, self._engine = self._engine, None
        lost.stateChanged.disconnect(self._state_changed)
        lost.errorOccurred.disconnect(self._error)
        lost.stop()
        lost.deleteLater()
        self.ended.emit()
        QTimer.singleShot(0, self, self.look)

    def _voice(self) -> Any:
        settings = self._settings
        mine = [voice for voice in self._voices if voice.language == settings.language]
        by_name = [voice for voice in mine if voice.name == settings.voice]
        chosen = next(iter([*by_name, *mine]), None)
        return None if chosen is None else self._voices[chosen]

    def _timer(self, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(then)
        return timer


def by_qt() -> Any:
    """Qt's engine on this system; None where it has none that works."""
    if QGuiApplication.platformName() == "offscreen":  # nobody sits there
        return None
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415  the start does without
    except ImportError:  # a Linux without libpulse: everything else works
        _log.exception("no speech on this PC")
        return None
    names = [name for name in QTextToSpeech.availableEngines() if name != "mock"]
    engines = (QTextToSpeech(name) for name in names)
    return next((engine for engine in engines if engine.state() != QTextToSpeech.State.Error), None)


def _voices_of(engine: Any) -> dict[Voice, Any]:
    every: Iterable[Any] = engine.allVoices(None)
    return {Voice(voice.name(), _code(voice.locale())): voice for voice in every}


def _code(locale: QLocale) -> str:
    return QLocale.languageToCode(locale.language())


def _patience_ms(words: str, speed_percent: int) -> int:
    return _LEAST_MS + _LETTER_MS * len(words) * 100 // speed_percent
