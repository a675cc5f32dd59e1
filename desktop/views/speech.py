"""The one room that speaks: with the PC's own voices, one thing at a time, and never in anybody's way.

What is said next ends what is being said. A voice that hangs, is missing, or is taken away while it speaks is left
alone after a while; everything else goes on.
"""

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from math import log2
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from desktop.settings import Settings
from ledger.domain.access import Speech as Mode

_LEAST_MS: Final = 5_000
_LETTER_MS: Final = 150
_FIND_MS: Final = 30_000
_CLOSE_MS: Final = 500
MOST_FAULTS: Final = 3
"""After so many voices in a row that never ended, those of this PC are left alone until the next start."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Voice:
    """One of the PC's voices; language: the ISO 639 code of what it speaks."""

    name: str
    language: str


class Speech(QObject):
    """Says words in the voice that whoever sits here likes.

    began: these words are being said now. ended: nothing is said any more. found: what voices there are is known, or
    is other than it was. make: gives an engine such as `voice_apart.VoiceApart`, None where nothing can be heard. It
    is made by `look`, and not before: the first screen does without. patience_ms: for how long words may take;
    "" asks for how long finding the voices may.
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
        self._make = make or apart
        self._patience_ms = patience_ms or _patience_ms
        self._settings = Settings()
        self._engine: Any = None
        self._faults = 0
        self._queue: deque[str] = deque()
        self._number = 0
        self.voices: tuple[Voice, ...] = ()
        self.saying = ""
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._fault)

    @property
    def can_speak(self) -> bool:
        """Whether anything would be heard: speech is wanted, and there is a voice for the language."""
        return self._settings.speech != Mode.OFF and self._voice() is not None

    def follow(self, settings: Settings) -> None:
        """Speak from now on as whoever sits here likes it."""
        self._settings = settings
        if not self.can_speak:
            self.hush()

    def look(self) -> None:
        """Look what voices this PC has; `found` tells when that is known."""
        if self._engine is not None or self._faults >= MOST_FAULTS:
            return
        self._engine = self._make()
        if self._engine is None:
            self._find([])
            return
        self._engine.setParent(self)
        self._engine.ready.connect(self._ready)
        self._engine.ended.connect(self._end)
        self._engine.lost.connect(self._fault)
        self._late.start(self._patience_ms("", 100))
        self._engine.begin()

    def say(self, *words: str) -> None:
        """Say this, one after another, instead of whatever is being said."""
        self._queue = deque(filter(None, words))
        self._next()

    def add(self, *words: str) -> None:
        """Say this after what is being said."""
        self._queue.extend(filter(None, words))
        if not self.saying:
            self._next()

    def hush(self) -> None:
        """Say no more."""
        self._queue.clear()
        if self.saying:
            self._rest()
            self._engine.stop()

    def close(self) -> None:
        """End the voice with the app."""
        self._rest()
        self._queue.clear()
        if self._engine is not None:
            self._engine.close(wait_ms=_CLOSE_MS)
            self._engine = None

    def _next(self) -> None:
        voice = self._voice() if self._queue and self._settings.speech != Mode.OFF else None
        if voice is None:
            self.hush()
            self.ended.emit()
            return
        self.saying = self._queue.popleft()
        self._number += 1
        speed = self._settings.speed_percent
        self._late.start(self._patience_ms(self.saying, speed))
        self.began.emit(self.saying)
        self._engine.say(
            self._number,
            self.saying,
            (voice.name, voice.language),
            rate=log2(speed / 100),
            volume=self._settings.volume_percent / 100,
        )

    def _ready(self, voices: list[tuple[str, str]]) -> None:
        self._late.stop()
        if not voices:  # there is no voice on this PC: not until it is started again
            self._faults = MOST_FAULTS
            self._let_go()
        self._find(voices)

    def _find(self, voices: list[tuple[str, str]]) -> None:
        self.voices = tuple(Voice(*voice) for voice in voices)
        self.found.emit()

    def _end(self, number: int) -> None:
        if self.saying and number == self._number:
            self._faults = 0
            self._rest()
            self._next()

    def _fault(self) -> None:
        """What was to be said did not end, or the voice is gone: begin with a fresh one, a few times."""
        _log.warning("speech: the voice did not answer, and is left alone")
        self._faults += 1
        self._rest()
        self._queue.clear()
        self._let_go()
        self.ended.emit()
        self._find([])
        QTimer.singleShot(0, self, self.look)

    def _let_go(self) -> None:
        lost, self._engine = self._engine, None
        lost.close()

    def _rest(self) -> None:
        self._late.stop()
        self.saying = ""

    def _voice(self) -> Voice | None:
        settings = self._settings
        mine = [voice for voice in self.voices if voice.language == settings.language]
        by_name = [voice for voice in mine if voice.name == settings.voice]
        return next(iter([*by_name, *mine]), None)


def apart() -> Any:
    """The PC's voices in a process of their own; None where nobody sits."""
    if QGuiApplication.platformName() == "offscreen":
        return None
    from desktop.views.voice_apart import VoiceApart  # noqa: PLC0415  the start does without

    return VoiceApart()


def _patience_ms(words: str, speed_percent: int) -> int:
    return _LEAST_MS + _LETTER_MS * len(words) * 100 // speed_percent if words else _FIND_MS
