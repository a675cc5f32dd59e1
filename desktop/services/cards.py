"""A card with a QR that signs a member in: printed anew, or stopped, the one before lets nobody in any more.

On the card stands a secret that nothing can be read from; what is kept tells whether a card is the right one and
nothing else. 130 bits cannot be tried through, so a quick hash is enough where three pictures need a slow one.
"""

from __future__ import annotations

from hashlib import blake2b
from hmac import compare_digest
from typing import TYPE_CHECKING, Final

from desktop.changes import Changes
from desktop.problems import NotFound
from desktop.services.access import language_of
from desktop.services.card_text import LETTERS, PREFIX, letters_of
from desktop.services.faces import Faces, is_listed
from desktop.services.papers import CardPaper
from desktop.store.rows import CardRow
from desktop.store.store import Store
from ledger.domain import crockford
from ledger.domain.knowing import CardSet
from ledger.domain.names import FactId

if TYPE_CHECKING:
    from desktop.services.slip_facts import Chance

_CHANCE_BYTES: Final = 17  # five bits a letter, and a few to spare
_HASH_BYTES: Final = 32
_WHAT_FOR: Final = b"goodhour card"  # so that no other hash of the same letters is ever this one


class Cards:
    """Who has a card, and whose a card is."""

    def __init__(self, store: Store, faces: Faces, chance: Chance) -> None:
        self._store = store
        self._faces = faces
        self._chance = chance

    def are_used(self) -> bool:
        """Whether anybody here has a card, so that it is worth looking for one."""
        return bool(self._store.read.cards())

    def stand_in(self, group: int) -> bool:
        """Whether somebody of a sign-in group agreed to neither name nor picture: a card stands for them there."""
        return any(row.group == group and not is_listed(row) for row in self._store.read.members())

    def has(self, member: FactId) -> bool:
        """Whether a member has a card."""
        return self._row(member) is not None

    def is_needed(self, member: FactId) -> bool:
        """Whether a member's face is not enough without their card."""
        row = self._row(member)
        return row is not None and row.is_needed

    def make(self, member: FactId) -> CardPaper:
        """A new card for a member, each time another; the one before lets nobody in any more. Raises NotFound."""
        person = self._faces.member_person(self._store.read.member(member))
        number = int.from_bytes(self._chance(_CHANCE_BYTES), "big") % len(crockford.LETTERS) ** LETTERS
        letters = crockford.write(number, letters=LETTERS)
        with self._store.writing(self._store.new_draft()) as facts:
            facts.add(CardSet(member, facts.seal(_hash(letters)), self.is_needed(member)))
        return CardPaper(PREFIX + letters, person.pic, person.shown_name, language_of(self._store, member))

    def stop(self, member: FactId) -> Changes:
        """Let a member's card let nobody in any more; nothing is written where they have none. Raises NotFound."""
        if not self.has(member):
            self._store.read.member(member)
            return Changes()
        return self._write(CardSet(member))

    def ask_for(self, member: FactId, *, is_needed: bool) -> Changes:
        """Let a member's face be not enough without the card they have, or enough again. Raises NotFound: no card."""
        row = self._row(member)
        if row is None:
            raise NotFound(f"{member.text} has no card.")
        return self._write(CardSet(member, row.secret, is_needed))

    def whose(self, text: str) -> FactId | None:
        """The member whose card this is; None for a card that was stopped, is of another centre, or no card at all."""
        letters = letters_of(text)
        if not letters:
            return None
        shown = _hash(letters)
        return next((row.member for row in self._store.read.cards() if compare_digest(self._kept(row), shown)), None)

    def _row(self, member: FactId) -> CardRow | None:
        return next((row for row in self._store.read.cards() if row.member == member), None)

    def _kept(self, row: CardRow) -> bytes:
        """What tells the card; nothing, where it has not come to this PC yet."""
        try:
            return self._store.blob(row.secret)
        except NotFound:
            return b""

    def _write(self, fact: CardSet) -> Changes:
        with self._store.writing(self._store.new_draft()) as facts:
            facts.add(fact)
        return facts.changes


def _hash(letters: str) -> bytes:
    return blake2b(letters.encode(), digest_size=_HASH_BYTES, person=_WHAT_FOR).digest()
