"""Chance that a seed repeats: every random byte of the real code comes from here while a run lasts."""

from __future__ import annotations

import os
import random
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import nacl.utils

_SOURCES = (nacl.utils.random, os.urandom, secrets.token_bytes)
_ROOMS = ("ledger.", "desktop.", "nacl.")

Site = tuple[Any, str, Any]
"""A module, a name in it, and the source of chance that the name stands for."""
_FOUND: dict[int, list[Site]] = {}
"""The sites as they were when so many modules were loaded: looking through all takes long."""


class Chance:
    """Random bytes for keys, nonces and numbers of slips.

    Each step begins its own stream, so that a step that is left out changes the bytes of no other.
    """

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._random = random.Random(seed)

    def begin(self, step: int) -> None:
        """From here on the bytes are those of this step."""
        self._random = random.Random(self._seed << 20 | step)

    def __call__(self, size: int = 32) -> bytes:
        """So many bytes."""
        return self._random.randbytes(size)


@contextmanager
def ruling(chance: Chance) -> Iterator[None]:
    """Let the real code take all its random bytes from `chance`."""
    sites = _sites()
    for module, name, _ in sites:
        setattr(module, name, chance)
    try:
        yield
    finally:
        for module, name, source in sites:
            setattr(module, name, source)


def _sites() -> list[Site]:
    """Wherever a module of ours, or of the library that seals and signs, has a source of chance under a name."""
    if len(_FOUND) != 1 or len(sys.modules) not in _FOUND:
        _FOUND.clear()
        _FOUND[len(sys.modules)] = _looked_for()
    return next(iter(_FOUND.values()))


def _looked_for() -> list[Site]:
    return [
        (module, name, value)
        for room, module in sorted(sys.modules.items())
        if room.startswith(_ROOMS)
        for name, value in vars(module).items()
        if any(value is source for source in _SOURCES)
    ]
