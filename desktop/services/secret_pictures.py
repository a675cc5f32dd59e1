"""Three secret pictures: a member who likes presses them, in their order, after their face.

What is kept tells whether three pictures are the right ones and nothing else: a hash that is slow to try, in a sealed
blob. It goes to every PC of the centre; how often somebody was wrong stays on the PC.
"""

from __future__ import annotations

import struct
from enum import Enum, unique
from typing import Final

from nacl.exceptions import InvalidkeyError
from nacl.pwhash import argon2id

from desktop.changes import Changes
from desktop.problems import BadInput, NotFound
from desktop.store.store import Store
from ledger.domain.knowing import SecretPicturesSet
from ledger.domain.names import NO_DIGEST, FactId

Three = tuple[str, ...]
"""Three different words of `TWELVE`, in their order."""

TWELVE: Final = (
    *("train", "lemon", "cheese", "horse", "drum", "ladder"),
    *("hat", "ship", "socks", "mountain", "basket", "light"),
)
"""What there is to choose among, in the places they always have. What is kept rests on the words: they never change."""

PRESSES: Final = 3
TRIES: Final = 3
_MEMORY_BYTES: Final = 19 * 2**20  # as for the PIN: slow to try all 1,320, quick enough for an old PC
_ROUNDS: Final = 2
_WRONG: Final = struct.Struct(">32sI")


@unique
class Tried(Enum):
    """What came of pressing three pictures."""

    RIGHT = "right"
    WRONG = "wrong"
    ASK = "ask"  # a worker lets them in: wrong three times, or what is kept has not come to this PC yet


class SecretPictures:
    """Whether a member has secret pictures, which they are, and whether three are theirs."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def has(self, member: FactId) -> bool:
        """Whether their face is not enough."""
        return self._store.read.secret_pictures(member) != NO_DIGEST

    def choose(self, member: FactId, pictures: Three, *, draft_id: str = "") -> Changes:
        """Let these three, in their order, be a member's; those before are forgotten.

        Raises:
            BadInput: they are not three different pictures of the twelve. NotFound: there is no such member.
        """
        if len(pictures) != PRESSES or len(set(pictures)) != PRESSES or not set(pictures) <= set(TWELVE):
            raise BadInput("Secret pictures are three different ones of the twelve.")
        kept = argon2id.str(_said(pictures), opslimit=_ROUNDS, memlimit=_MEMORY_BYTES)
        return self._write(member, kept, draft_id)

    def take_away(self, member: FactId, *, draft_id: str = "") -> Changes:
        """Let a member's face be enough again; nothing is written where it is. Raises NotFound."""
        if not self.has(member) and not (draft_id and self._store.count(draft_id)):
            self._store.read.member(member)
            return Changes()
        return self._write(member, b"", draft_id)

    def may_try(self, member: FactId) -> bool:
        """Whether pressing pictures would help: fewer than three wrong tries at this PC, and what is kept is here."""
        return self._wrong(member) < TRIES and self._kept(member) is not None

    def is_stopped(self, member: FactId) -> bool:
        """Whether they were wrong three times at this PC."""
        return self._wrong(member) >= TRIES

    def try_three(self, member: FactId, pictures: Three) -> Tried:
        """Whether these are a member's own. After three wrong tries in a row even the right ones ask for a worker."""
        kept, wrong = self._kept(member), self._wrong(member)
        if kept is None or wrong >= TRIES:
            return Tried.ASK
        # The try is kept before the pictures are looked at: switching the PC off in between gains nothing.
        self._note_wrong(member, wrong + 1)
        try:
            argon2id.verify(kept, _said(pictures))
        except InvalidkeyError:
            return Tried.WRONG if wrong + 1 < TRIES else Tried.ASK
        self._note_wrong(member, 0)
        return Tried.RIGHT

    def begin_anew(self, member: FactId) -> None:
        """Forget wrong tries at this PC: a worker knows who it is."""
        if self._wrong(member):
            self._note_wrong(member, 0)

    def _write(self, member: FactId, kept: bytes, draft_id: str) -> Changes:
        with self._store.writing(draft_id or self._store.new_draft()) as facts:
            if not facts.is_repeat:
                facts.add(SecretPicturesSet(member, facts.seal(kept)))
        return facts.changes

    def _kept(self, member: FactId) -> bytes | None:
        try:
            return self._store.blob(self._store.read.secret_pictures(member))
        except NotFound:
            return None

    def _wrong(self, member: FactId) -> int:
        """Wrong tries in a row at this PC; other pictures begin anew."""
        try:
            about, wrong = _WRONG.unpack(self._store.secret(_name(member)))
        except NotFound:
            return 0
        return int(wrong) if about == self._store.read.secret_pictures(member) else 0

    def _note_wrong(self, member: FactId, wrong: int) -> None:
        self._store.set_secret(_name(member), _WRONG.pack(self._store.read.secret_pictures(member), wrong))


def _name(member: FactId) -> str:
    return f"wrong_pictures.{member.text}"


def _said(pictures: Three) -> bytes:
    return " ".join(pictures).encode()
