"""The staff door: a PIN, tried at most a few times, however often the app is started again."""

from __future__ import annotations

from typing import ClassVar

from desktop.problems import KnownProblem
from desktop.store.store import Store


class WrongPin(KnownProblem):
    """The PIN is not right; tries_left: how many more before a wait."""

    code = "wrong_pin"
    picture = "gh:lock"
    easy_words = "problem.wrong_pin"

    def __init__(self, tries_left: int) -> None:
        super().__init__(f"That PIN is not right. {tries_left} more tries before a wait.")
        self.tries_left = tries_left


class TooManyTries(KnownProblem):
    """Too many wrong PINs; wait_s: seconds until the next try counts."""

    code = "too_many_tries"
    picture = "gh:lock"
    easy_words = "problem.too_many_tries"

    def __init__(self, wait_s: int) -> None:
        super().__init__(f"Too many tries. Wait {wait_s} seconds, then try again.")
        self.wait_s = wait_s


class StaffDoor:
    """Lets staff in."""

    FREE_TRIES: ClassVar[int] = 5

    def __init__(self, store: Store) -> None:
        self._store = store

    def open(self, pin: str) -> None:
        """Let somebody in. Raises WrongPin, TooManyTries."""
        raise NotImplementedError

    def change(self, old: str, new: str) -> None:
        """Set another PIN, 4 to 12 digits. Raises WrongPin, TooManyTries, BadInput."""
        raise NotImplementedError
