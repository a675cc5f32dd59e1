"""The staff door: a PIN, with a wait after five wrong ones, however often the app is started again."""

from __future__ import annotations

import struct
import time
from collections.abc import Callable
from typing import Final, NamedTuple

from nacl.exceptions import InvalidkeyError
from nacl.pwhash import argon2id

from desktop.clock import MS
from desktop.problems import BadInput, KnownProblem, NotFound
from desktop.store.store import Store

FREE_TRIES: Final = 5
FIRST_WAIT_S: Final = 30
LONGEST_WAIT_S: Final = 900
SHORTEST_PIN: Final = 4
LONGEST_PIN: Final = 12
_MEMORY_BYTES: Final = 19 * 2**20  # 18 ms here: slow enough with the waits, quick enough for an old PC
_ROUNDS: Final = 2
_TRIES: Final = struct.Struct(">IQ")


class WrongPin(KnownProblem):
    """The PIN is not right; tries_left: how many more before a wait."""

    code = "wrong_pin"
    picture = "gh:staff-lock"
    easy_words = "problem.wrong_pin"

    def __init__(self, tries_left: int) -> None:
        more = f"{tries_left} more before a wait." if tries_left else "Wait a little before the next try."
        super().__init__(f"That PIN is not right. {more}")
        self.tries_left = tries_left


class TooManyTries(KnownProblem):
    """Too many wrong PINs; wait_s: seconds until the next try counts."""

    code = "too_many_tries"
    picture = "gh:staff-lock"
    easy_words = "problem.too_many_tries"

    def __init__(self, wait_s: int) -> None:
        super().__init__(f"Too many wrong PINs. Wait {wait_s} seconds, then try again.")
        self.wait_s = wait_s


class _Tries(NamedTuple):
    """Wrong tries in a row, and when the last one was, by the wall clock."""

    wrong: int
    last_ms: int


def pin_hash(pin: str) -> bytes:
    """What is kept of a PIN.

    Raises:
        BadInput: it is not 4 to 12 digits.
    """
    if not (pin.isascii() and pin.isdigit() and SHORTEST_PIN <= len(pin) <= LONGEST_PIN):
        raise BadInput(f"A PIN is {SHORTEST_PIN} to {LONGEST_PIN} digits, such as 4711.")
    return argon2id.str(pin.encode(), opslimit=_ROUNDS, memlimit=_MEMORY_BYTES)


class StaffDoor:
    """Lets staff in; seconds: a clock that only goes forward."""

    def __init__(self, store: Store, seconds: Callable[[], float] = time.monotonic) -> None:
        self._store = store
        self._seconds = seconds
        self._since_s = seconds()

    def open(self, pin: str) -> None:
        """Let somebody in. Raises WrongPin, TooManyTries."""
        tries = self._tries()
        if (wait_s := self._wait_s(tries)) > 0:
            raise TooManyTries(wait_s)
        # The try is kept before the PIN is looked at: switching the PC off in between gains nothing.
        self._keep(_Tries(tries.wrong + 1, self._store.clock.now_ms()))
        self._since_s = self._seconds()
        if not self._is_right(pin):
            raise WrongPin(max(0, FREE_TRIES - tries.wrong - 1))
        self._keep(_Tries(0, 0))

    def change(self, old: str, new: str) -> None:
        """Set another PIN, 4 to 12 digits. Raises WrongPin, TooManyTries, BadInput."""
        hashed = pin_hash(new)
        self.open(old)
        self._store.set_secret("pin_hash", hashed)

    def _is_right(self, pin: str) -> bool:
        try:
            return argon2id.verify(self._store.secret("pin_hash"), pin.encode(errors="replace"))
        except InvalidkeyError:
            return False

    def _wait_s(self, tries: _Tries) -> int:
        if tries.wrong < FREE_TRIES:
            return 0
        wait_s = min(LONGEST_WAIT_S, FIRST_WAIT_S << min(5, tries.wrong - FREE_TRIES))
        # Either clock may have moved on: the wall clock stands in practice, the other starts anew with the app.
        by_wall_s = (self._store.clock.now_ms() - tries.last_ms) / MS
        passed_s = max(self._seconds() - self._since_s, by_wall_s)
        return max(0, round(wait_s - passed_s + 0.5))

    def _tries(self) -> _Tries:
        try:
            return _Tries(*_TRIES.unpack(self._store.secret("pin_failures")))
        except NotFound:
            return _Tries(0, 0)

    def _keep(self, tries: _Tries) -> None:
        self._store.set_secret("pin_failures", _TRIES.pack(*tries))
