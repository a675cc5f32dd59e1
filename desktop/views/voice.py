"""The voice itself, in a process of its own: `goodhour --voice`. It reads what to say and tells how far it is.

Some systems never answer who makes a voice, or speaks with one: then this process stands still, and the app does not.
In come, a line each, `{"say": words, "number": n, "voice": [name, language], "rate": -1..1, "volume": 0..1}` and
`{"stop": true}`; out go `{"voices": [[name, language], …]}` once, then `{"ended": n}` or `{"lost": true}`. It ends when
nothing more can come.
"""

import json
import os
import sys
from collections.abc import Sequence
from threading import Thread  # noqa: TID251  reads beside a voice that may stand still; there is no database here
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtTextToSpeech import QTextToSpeech

_STOP_MS: Final = 300
_NO_LANGUAGE: Final = "C"  # of a voice whose language Qt does not know
_State = QTextToSpeech.State


def speak(engines: Sequence[str] = ()) -> int:
    """Speak until told no more. engines: which of Qt's to try, in order; all but the one for tests, unless given."""
    if sys.platform == "darwin":  # its voices need the system's own event loop, and no place in the dock
        os.environ["QT_MAC_DISABLE_FOREGROUND_APPLICATION_TRANSFORM"] = "1"
        app: QCoreApplication = QGuiApplication(sys.argv[:1])
    else:
        app = QCoreApplication(sys.argv[:1])
    names = engines or [name for name in QTextToSpeech.availableEngines() if name != "mock"]
    made = (QTextToSpeech(name) for name in names)
    engine = next((one for one in made if one.state() != _State.Error), None)
    _tell({"voices": []} if engine is None else {"voices": list(_voices(engine))})
    if engine is None:
        return 0
    spoken = _Spoken(engine)
    reader = _Lines()
    reader.line.connect(spoken.do)
    Thread(target=reader.read, daemon=True).start()
    return app.exec()


class _Lines(QObject):
    """Reads lines beside the voice. line: what one says."""

    line = Signal(object)

    def read(self) -> None:
        """Hand each line over; when there are no more, end at once, whatever the voice does."""
        for line in sys.stdin:
            self.line.emit(json.loads(line))
        os._exit(0)


class _Spoken(QObject):
    """Says one thing at a time; what comes next waits a moment for the end of what it interrupts."""

    def __init__(self, engine: QTextToSpeech) -> None:
        super().__init__()
        self._engine = engine
        self._voices = _voices(engine)
        self._next: dict[str, Any] | None = None
        self._number = 0
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_STOP_MS)
        self._late.timeout.connect(self._begin)
        engine.stateChanged.connect(self._changed)
        engine.errorOccurred.connect(lambda *_what: _tell({"lost": True}))

    def do(self, asked: dict[str, Any]) -> None:
        """Say something, or stop."""
        self._number = 0
        self._next = asked if "say" in asked else None
        is_speaking = self._engine.state() in (_State.Speaking, _State.Synthesizing, _State.Paused)
        if is_speaking:
            self._late.start()
            self._engine.stop()
        else:
            self._begin()

    def _begin(self) -> None:
        self._late.stop()
        asked, self._next = self._next, None
        if asked is None:
            return
        voice = self._voices.get(tuple(asked["voice"]))
        if voice is not None:
            self._engine.setVoice(voice)
        self._engine.setRate(asked["rate"])
        self._engine.setVolume(asked["volume"])
        self._number = asked["number"]
        self._engine.say(asked["say"])

    def _changed(self, state: QTextToSpeech.State) -> None:
        if state != _State.Ready:
            return
        if self._late.isActive():
            self._begin()
        elif self._number:
            number, self._number = self._number, 0
            _tell({"ended": number})


def _voices(engine: QTextToSpeech) -> dict[tuple[str, str], Any]:
    """The voices by name and language, those of this country first; of many shades of one voice only its plain one."""
    here = QLocale.system().territory()
    all_of_them: Any = engine.allVoices  # None is for every locale, which the stubs do not know
    every: list[Any] = list(all_of_them(None))
    plain = [voice for voice in every if "+" not in voice.name()] or every
    near = (here, QLocale.Country.UnitedKingdom)
    plain.sort(key=lambda voice: [voice.locale().territory() != country for country in near])
    named = {(voice.name(), QLocale.languageToCode(voice.locale().language())): voice for voice in plain}
    return {name: voice for name, voice in named.items() if name[1] != _NO_LANGUAGE}


def _tell(what: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()
