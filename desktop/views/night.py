"""Closing for the night: at the hour that is set, once nobody is in the middle of anything, and after asking."""

from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.clock import local_time
from desktop.views.house import House
from desktop.views.quiet import SIGN_IN
from desktop.views.window import Window

TICK_MS: Final = 30_000
WARNING_MS: Final = 2 * 60_000
LATER: Final = timedelta(minutes=30)
_SLEPT: Final = timedelta(hours=3)
"""A PC that slept past its hour must not close when people come in the morning."""
_NOBODY: Final = (*SIGN_IN, "together")
_PAGE: Final = "closing_soon"


class Night(QObject):
    """Watches for the hour. over: it is time, nobody objected, and nothing is in the making."""

    over = Signal()

    def __init__(self, window: Window, house: House, *, tick_ms: int = TICK_MS, warning_ms: int = WARNING_MS) -> None:
        super().__init__(window)
        self._window, self._house = window, house
        self._looked = self._now()
        self._due: datetime | None = None
        self._tick = QTimer(self)
        self._tick.setInterval(tick_ms)
        self._tick.timeout.connect(self.look)
        self._tick.start()
        self._warning = QTimer(self)
        self._warning.setSingleShot(True)
        self._warning.setInterval(warning_ms)
        self._warning.timeout.connect(self._end)
        window.gallery.left.connect(self._left)

    @property
    def is_warning(self) -> bool:
        """Whether the page that warns is shown."""
        return self._warning.isActive()

    def look(self) -> None:
        """Look at the clock, and at who is here."""
        before, now = self._looked, self._now()
        self._looked = now
        hour = self._hour(now)
        if hour is None:
            self._due = None
        elif before < hour <= now and now - hour < _SLEPT:
            self._due = hour
        if self._due is not None and now >= self._due and self._is_nobody_here() and not self.is_warning:
            self._window.cover(_PAGE)
            self._warning.start()

    def _hour(self, now: datetime) -> datetime | None:
        """Today's hour for closing, None if there is none."""
        said = self._house.settings.closes_at
        if not said:
            return None
        hours, minutes = (int(part) for part in said.split(":"))
        return now.replace(hour=hours, minute=minutes, second=0, microsecond=0)

    def _left(self, name: str, _outcome: str, _value: object) -> None:
        if name == _PAGE:
            self._warning.stop()
            self._due = self._now() + LATER

    def _end(self) -> None:
        shown = self._window.screen_now
        if shown is not None and shown.name == _PAGE:
            self.over.emit()

    def _is_nobody_here(self) -> bool:
        arrival = self._window.arrival
        return (
            arrival is not None
            and arrival.name in _NOBODY
            and not self._window.is_busy
            and not self._window.journey.visit.has_laid_by
        )

    def _now(self) -> datetime:
        return local_time(self._house.clock.now_ms())
