"""The app's end of the voice: starts its process, hands it words, hears how far it is, and ends it if need be."""

import json
import sys
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QProcess, Signal


class VoiceApart(QObject):
    """A voice in a process of its own; no call here waits for it.

    ready: the voices there are, as pairs of name and language. ended: the number of what has been said to its end.
    lost: the voice is gone.
    """

    ready = Signal(list)
    ended = Signal(int)
    lost = Signal()

    def __init__(self, command: Sequence[str] = ()) -> None:
        """command: what to start; this program as a voice, unless given."""
        super().__init__()
        self._command = list(command or voice_command())
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._gone)
        self._process.errorOccurred.connect(self._gone)

    def begin(self) -> None:
        """Start it; `ready` or `lost` comes later."""
        program, *arguments = self._command
        self._process.start(program, arguments)

    def say(self, number: int, words: str, voice: tuple[str, str], *, rate: float, volume: float) -> None:
        """Say words instead of what is being said. number: what `ended` will tell. rate: -1 to 1; volume: 0 to 1."""
        self._write({"say": words, "number": number, "voice": voice, "rate": rate, "volume": volume})

    def stop(self) -> None:
        """Say no more."""
        self._write({"stop": True})

    def close(self, *, wait_ms: int = 0) -> None:
        """End the process, whatever it does, and tell nobody. wait_ms: how long to wait for its end, at the last."""
        self.blockSignals(True)
        self._process.kill()
        if wait_ms:
            self._process.waitForFinished(wait_ms)
        elif self._process.state() == QProcess.ProcessState.NotRunning:
            self.deleteLater()

    def _gone(self, *_how: object) -> None:
        if self.signalsBlocked():
            self.deleteLater()
        else:
            self.lost.emit()

    def _write(self, what: dict[str, Any]) -> None:
        self._process.write(json.dumps(what).encode() + b"\n")

    def _read(self) -> None:
        while self._process.canReadLine():
            self._hear(json.loads(bytes(self._process.readLine().data())))

    def _hear(self, told: dict[str, Any]) -> None:
        if "voices" in told:
            self.ready.emit([tuple(voice) for voice in told["voices"]])
        elif "ended" in told:
            self.ended.emit(told["ended"])
        else:
            self.lost.emit()


def voice_command(*engines: str) -> list[str]:
    """How this program is started as a voice; engines: which of Qt's to try."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "desktop"]
    return [*program, "--voice", *engines]
