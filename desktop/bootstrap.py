"""Builds every part once and hands them over: the open store and the services on it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.clock import Clock
from desktop.services.all import Services
from desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything of one open centre; words and passphrase only when it has just been made."""

    store: Store
    services: Services
    clock: Clock
    words: tuple[str, ...] = ()
    passphrase: str = ""

    def close(self) -> None:
        """Close the store."""
        self.store.close()


def open_centre(folder: Path, clock: Clock, *, passphrase: str | None = None) -> Parts:
    """Open the centre in a folder. Raises the store's known problems."""
    raise NotImplementedError


def new_centre(folder: Path, clock: Clock, *, name: str, staff_pin: str) -> Parts:
    """Begin a centre, empty. Raises the store's known problems, BadInput (name, PIN)."""
    raise NotImplementedError


def practice_centre(folder: Path, clock: Clock) -> Parts:
    """Open the practice centre in a folder, or make and fill it (PIN 1234)."""
    raise NotImplementedError


def practice_member(parts: Parts) -> Parts:
    """A throw-away copy of an open centre with one practice member; `close` leaves no trace."""
    raise NotImplementedError
