"""How each member likes to see, hear and press: kept with the person, laid over what this PC is set to."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_args, get_type_hints

from desktop.changes import Changes
from desktop.problems import BadInput
from desktop.settings import Settings, settled
from desktop.store.store import Store
from ledger.domain.access import AccessWritten
from ledger.domain.bounds import Letters, Within
from ledger.domain.names import FactId


class Access:
    """What members chose. Undo is writing what was there before: `of` gives it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, member: FactId) -> AccessWritten:
        """What a member chose; everything as the PC is set if they never did. Raises NotFound."""
        self._store.read.member(member)
        row = self._store.read.access(member)
        return AccessWritten(member) if row is None else row.fact

    def for_member(self, member: FactId, here: Settings) -> Settings:
        """How things are for a member at this PC; here: as it is set. One whom nobody knows has what is set."""
        row = self._store.read.access(member)
        return settled(here, None if row is None else row.fact)

    def write(self, own: AccessWritten, *, draft_id: str = "") -> Changes:
        """Write what a member chose, all of it; the same again writes nothing.

        Raises:
            BadInput: a number or text is outside its bounds. NotFound: there is no such member.
        """
        _check(own)
        if own == self.of(own.member) and not (draft_id and self._store.count(draft_id)):
            return Changes()
        with self._store.writing(draft_id or self._store.new_draft()) as facts:
            if not facts.is_repeat:
                facts.add(own)
        return facts.changes


def language_of(store: Store, member: FactId | None) -> str:
    """The language a member chose, "" for what the PC is set to; member: None for somebody who is none."""
    row = None if member is None else store.read.access(member)
    return "" if row is None else row.fact.language


def _check(own: AccessWritten) -> None:
    hints: dict[str, Any] = get_type_hints(AccessWritten, include_extras=True)
    for field in fields(own):
        value = getattr(own, field.name)
        match get_args(hints[field.name])[1:]:
            case (Within(least, most),) if not least <= value <= most:
                raise BadInput(f"{field.name} can be {least} to {most}, not {value}.")
            case (Letters(most),) if len(value) > most:
                raise BadInput(f"{field.name} is longer than {most} letters.")
