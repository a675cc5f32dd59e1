"""A voice for tests: it says nothing, tells what it was asked for, and can hang, fail or be taken away."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

VOICES = (("Bob", "en"), ("Anne", "en"), ("Gwyneth", "cy"))


class Pretend(QObject):
    """Stands for a voice in a process of its own. hangs: what is said never ends; is_mute: nor are voices ever told."""

    ready = Signal(list)
    ended = Signal(int)
    lost = Signal()

    def __init__(self, *voices: tuple[str, str], hangs: bool = False, is_mute: bool = False, word_ms: int = 0) -> None:
        super().__init__()
        self.hangs, self.word_ms = hangs, word_ms
        self.said: list[str] = []
        self.voice, self.rate, self.volume = "", 0.0, 0.0
        self.is_closed = False
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._number = 0
        self._end.timeout.connect(lambda: self.ended.emit(self._number))
        self._voices = [] if is_mute else list(voices or VOICES)

    def begin(self) -> None:
        if self._voices:
            QTimer.singleShot(0, self, lambda: self.ready.emit(self._voices))

    def say(self, number: int, words: str, voice: tuple[str, str], *, rate: float, volume: float) -> None:
        self.said.append(words)
        self.voice, self.rate, self.volume = voice[0], rate, volume
        self._number = number
        if not self.hangs:
            self._end.start(self.word_ms)

    def stop(self) -> None:
        self._end.stop()

    def close(self, *, wait_ms: int = 0) -> None:
        del wait_ms
        self._end.stop()
        self.is_closed = True
