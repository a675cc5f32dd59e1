"""Builds every part once and hands them over: the open store and the services on it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.clock import Clock
from desktop.services.all import Services, services_of
from desktop.store.opening import open_store
from desktop.store.problems import NoCentreHere
from desktop.store.store import Store
from ledger.domain.names import FactId

if TYPE_CHECKING:
    from desktop.services.slip_facts import Chance
    from desktop.store.founding import Founding
    from desktop.sync.line import Line, Told
    from desktop.sync.outcome import OnStore

PRACTICE_NAME = "Practice centre"


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything of one open centre.

    words, passphrase: the recovery sheet's and the app's, only when the centre has just been made; passphrase "" where
    the keyring has the key. practice_member: who signs in on a throw-away copy, None anywhere else.
    """

    store: Store
    services: Services
    clock: Clock
    words: tuple[str, ...] = field(default=(), repr=False)
    passphrase: str = field(default="", repr=False)
    practice_member: FactId | None = None

    def close(self) -> None:
        """Close the store; of a throw-away copy nothing is left."""
        self.store.close()


def open_centre(folder: Path, clock: Clock, *, passphrase: str | None = None, chance: Chance = os.urandom) -> Parts:
    """Open the centre in a folder; passphrase None takes that of the environment. Raises the store's problems."""
    store = open_store(folder, clock=clock, passphrase=passphrase)
    return Parts(store, services_of(store, chance), clock)


def new_centre(folder: Path, clock: Clock, *, name: str, staff_pin: str, is_practice: bool = False) -> Parts:
    """Begin a centre, empty. Raises the store's problems; BadInput: no name, or the PIN is not 4 to 12 digits."""
    return _begun(folder, clock, _founding(name, staff_pin, is_practice=is_practice))


def centre_on_screen(folder: Path, clock: Clock, *, name: str, staff_pin: str) -> Parts:
    """The same, of a centre that opens by itself until its recovery sheet was seen and put away."""
    return _begun(folder, clock, replace(_founding(name, staff_pin), is_sheet_due=True))


def practice_centre(folder: Path, clock: Clock, *, chance: Chance = os.urandom) -> Parts:
    """Open the practice centre in a folder, or make and fill it there (PIN 1234)."""
    try:
        return open_centre(folder, clock, chance=chance)
    except NoCentreHere:
        from desktop.services.practice import PRACTICE_PIN, fill  # noqa: PLC0415  made and filled once

        parts = new_centre(folder, clock, name=PRACTICE_NAME, staff_pin=PRACTICE_PIN, is_practice=True)
        fill(parts.store)
        return replace(parts, services=services_of(parts.store, chance))


def practice_member(parts: Parts, *, chance: Chance = os.urandom) -> Parts:
    """A throw-away copy of an open centre with a practice member in it, who signs in there."""
    from desktop.services.practice import write_practice_member  # noqa: PLC0415  only where somebody tries it out
    from desktop.store.trial import copy_to_try  # noqa: PLC0415  the same

    store = copy_to_try(parts.store)
    services = services_of(store, chance, is_trial=True)
    member = write_practice_member(store)
    return Parts(store, services, parts.clock, practice_member=member)


def line_of(on_store: OnStore, told: Told) -> Line:
    """The network's own thread, not started yet; `Line` says what it takes. Before a code is given it sends nothing."""
    from desktop.sync.line import Line  # noqa: PLC0415  the first screen comes before it

    return Line(on_store, told)


def _founding(name: str, staff_pin: str, *, is_practice: bool = False) -> Founding:
    from desktop.services import content  # noqa: PLC0415  a centre begins once
    from desktop.services.staff_door import pin_hash  # noqa: PLC0415  the same
    from desktop.services.wording import needed  # noqa: PLC0415  the same
    from desktop.store.founding import Founding  # noqa: PLC0415  the same
    from ledger.domain.subjects import GroupWritten  # noqa: PLC0415  the same

    groups = tuple(GroupWritten(group.number, group.picture, group.label) for group in content.groups())
    return Founding(needed(name, "The centre's name"), is_practice, pin_hash(staff_pin), groups)


def _begun(folder: Path, clock: Clock, founding: Founding) -> Parts:
    from desktop.store.founding import create  # noqa: PLC0415  a centre begins once

    made = create(folder, founding, clock=clock)
    return Parts(made.store, services_of(made.store), clock, made.words, made.passphrase)
