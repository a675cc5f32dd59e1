"""A voice for tests: it says nothing, tells what it was asked for, and can hang, fail or be taken away."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QLocale, QObject, QTimer, Signal
from PySide6.QtTextToSpeech import QTextToSpeech

State = QTextToSpeech.State


class OneVoice:
    """A voice of the PC."""

    def __init__(self, name: str, language: str) -> None:
        self._name, self._language = name, language

    def name(self) -> str:
        return self._name

    def locale(self) -> QLocale:
        return QLocale(self._language)


class Pretend(QObject):
    """Stands for Qt's engine. hangs: what is said never ends. said: words, the voice, rate and volume."""

    stateChanged = Signal(object)  # noqa: N815  as Qt calls it
    errorOccurred = Signal(object, str)  # noqa: N815  as Qt calls it

    def __init__(self, *voices: tuple[str, str], hangs: bool = False, word_ms: int = 0) -> None:
        super().__init__()
        self.every = [OneVoice(*voice) for voice in voices or (("Bob", "en"), ("Anne", "en"), ("Gwyneth", "cy"))]
        self.hangs = hangs
        self.said: list[str] = []
        self.voice, self.rate, self.volume = "", 0.0, 0.0
        self._state = State.Ready
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(word_ms)
        self._end.timeout.connect(lambda: self._be(State.Ready))

    def allVoices(self, _locale: object) -> list[OneVoice]:  # noqa: N802  as Qt calls it
        return self.every

    def state(self) -> Any:
        return self._state

    def setVoice(self, voice: OneVoice) -> None:  # noqa: N802  as Qt calls it
        self.voice = voice.name()

    def setRate(self, rate: float) -> None:  # noqa: N802  as Qt calls it
        self.rate = rate

    def setVolume(self, volume: float) -> None:  # noqa: N802  as Qt calls it
        self.volume = volume

    def say(self, words: str) -> None:
        self.said.append(words)
        self._be(State.Speaking)
        if not self.hangs:
            self._end.start()

    def stop(self) -> None:
        self._end.stop()
        if not self.hangs:
            self._be(State.Ready)

    def fail(self) -> None:
        """The voice is taken away in the middle."""
        self._be(State.Error)
        self.errorOccurred.emit(None, "gone")

    def _be(self, state: Any) -> None:
        if state != self._state:
            self._state = state
            self.stateChanged.emit(state)
