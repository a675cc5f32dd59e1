"""The program that is killed: it taps without end, and says on standard output what it begins and what is done.

Lines: `begin DRAFT KIND` before a tap, `done DRAFT KIND` once it is on the disk. A tap that was begun and never said to
be done can be handed over to be tapped again: it must then count once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path

from desktop.clock import WallClock
from desktop.store.opening import open_store
from desktop.store.store import Store
from desktop.store.writing import Writing
from ledger.domain.facts import Contributed, Given, SlipPrinted, SlipRedeemed
from ledger.domain.names import FactId
from ledger.domain.subjects import MemberWritten, TaskWritten

PEOPLE_DRAFT = "people"
MINUTES = {"help": 60, "gift": 15, "slip": 30, "face": 15}
FACTS = {"help": 1, "gift": 1, "slip": 2, "face": 2}
"""How many facts each kind of tap is."""


def people(store: Store) -> tuple[FactId, FactId, FactId]:
    """Two members and a task, written the first time."""
    with store.writing(PEOPLE_DRAFT) as facts:
        if not facts.is_repeat:
            facts.add(MemberWritten(None, facts.seal(b"Ann"), place=1))
            facts.add(MemberWritten(None, facts.seal(b"Bob"), place=2))
            facts.add(TaskWritten(None, "Swept up", "om:1F9F9"))
    ann, bob, task = facts.changes.facts
    return ann, bob, task


class Tapper:
    """Taps of every kind, each one transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._ann, self._bob, self._task = people(store)
        self._issuer = next(iter(store.read.issuer_keys()))
        self._kinds: Mapping[str, Callable[[Writing, str], None]] = {
            "help": self._help,
            "gift": self._gift,
            "slip": self._slip,
            "face": self._face,
        }

    def tap(self, draft: str, kind: str) -> None:
        """Begin, write, and say it is done."""
        say(f"begin {draft} {kind}")
        with self._store.writing(draft) as facts:
            if not facts.is_repeat:
                self._kinds[kind](facts, draft)
        say(f"done {draft} {kind}")

    def _help(self, facts: Writing, _draft: str) -> None:
        facts.add(Contributed(self._ann, self._task, MINUTES["help"]))

    def _gift(self, facts: Writing, _draft: str) -> None:
        facts.add(Given(self._ann, self._bob, MINUTES["gift"]))

    def _slip(self, facts: Writing, draft: str) -> None:
        number = int.from_bytes(draft.encode(), "big") % 2**64
        minutes = MINUTES["slip"]
        facts.add(SlipPrinted(self._issuer, number, minutes, self._ann, issued_day=2500))
        facts.add(SlipRedeemed(self._issuer, number, member=self._bob, member_minutes=minutes))

    def _face(self, facts: Writing, draft: str) -> None:
        photo = facts.seal(draft.encode() * 4000)
        facts.add(MemberWritten(self._bob, facts.seal(b"Bob"), photo=photo, place=2))
        facts.add(Contributed(self._bob, self._task, MINUTES["face"]))


def say(line: str) -> None:
    """A line on standard output that no buffer holds back."""
    os.write(sys.stdout.fileno(), line.encode() + b"\n")


def main() -> None:
    """Open the centre in the folder named first, tap again what else is named, then tap until killed."""
    folder, *again = sys.argv[1:]
    store = open_store(Path(folder), clock=WallClock())
    tapper = Tapper(store)
    if again:
        draft, kind = again
        tapper.tap(draft, kind)
    for kind in (list(MINUTES)[number % len(MINUTES)] for number in count()):
        tapper.tap(store.new_draft(), kind)


if __name__ == "__main__":
    main()
