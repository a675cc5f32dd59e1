"""The system asks the app to end, by a signal: it ends as if its window were closed, with the records closed too."""

import os
import signal
from contextlib import suppress
from types import FrameType
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_SIGNALS: Final = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name))
_BYTES: Final = 64


class Ending(QObject):
    """Hears signals while Qt waits for events: Python alone would not look before the next press.

    asked: the app should end. Where a signal cannot be waited for, as on Windows, the system tells the session instead.
    """

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._before = {one: signal.signal(one, _heard) for one in _SIGNALS}
        self._ends: tuple[int, ...] = os.pipe() if os.name == "posix" else ()
        if self._ends:
            for end in self._ends:
                os.set_blocking(end, False)
            self._old_fd = signal.set_wakeup_fd(self._ends[1], warn_on_full_buffer=False)
            self._bell = QSocketNotifier(self._ends[0], QSocketNotifier.Type.Read, self)
            self._bell.activated.connect(self._ring)

    def close(self) -> None:
        """Let signals do what they did before."""
        if self._ends:
            self._bell.setEnabled(False)
            signal.set_wakeup_fd(self._old_fd)
            for end in self._ends:
                os.close(end)
            self._ends = ()
        for one, before in self._before.items():
            signal.signal(one, before)

    def _ring(self) -> None:
        with suppress(BlockingIOError):
            os.read(self._ends[0], _BYTES)
        self.asked.emit()


def _heard(_signal: int, _frame: FrameType | None) -> None:
    """Nothing: the pipe has told already."""
