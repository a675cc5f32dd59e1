"""Facts said again under another name: whatever they name of the same feed has its new name too.

So has what this PC keeps about them besides: which facts a draft became, and which slips were handed in here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any

from desktop.store.naming import key_of, name_of
from desktop.store.sqlcipher import Database
from ledger.domain.accounts import Account, AccountClass
from ledger.domain.feed import Entry
from ledger.domain.names import FactId
from ledger.domain.postings import Fact
from ledger.domain.subjects import Unknown

Rename = Callable[[FactId], FactId]

_NAMED_BY_FACTS = (AccountClass.MEMBER, AccountClass.POT, AccountClass.OFFER)
"""Not `between`: a centre keeps the name of its founder."""


def renamed(entry: Entry, rename: Rename) -> Entry:
    """The same fact, in the same circumstances; one of a kind that is not known keeps its bytes."""
    if isinstance(entry.fact, Unknown):
        return replace(entry, name=rename(entry.name))
    return Entry(
        rename(entry.name),
        entry.at_ms,
        _fact(entry.fact, rename),
        entry.by and rename(entry.by),
        entry.assisted_by and rename(entry.assisted_by),
    )


def _fact(fact: Fact, rename: Rename) -> Fact:
    changed: dict[str, Any] = {field.name: _value(getattr(fact, field.name), rename) for field in fields(fact)}
    return replace(fact, **changed)


def _value(value: Any, rename: Rename) -> Any:
    if isinstance(value, FactId):
        return rename(value)
    if isinstance(value, Account):
        return Account(value.cls, key_of(rename(name_of(value.key)))) if value.cls in _NAMED_BY_FACTS else value
    if isinstance(value, tuple):
        return tuple(_value(part, rename) for part in value)
    return value


def rename_drafts(db: Database, names: Mapping[FactId, FactId], *, device: bytes, after: int) -> None:
    """Let drafts whose facts stood in a feed behind some place know them by their new names: all of them have one."""
    drafts = "SELECT draft, first_seq, last_seq FROM drafts WHERE device = ? AND last_seq > ?"
    for draft, first, last in db.execute(drafts, [device, after]).fetchall():
        now = [names[FactId(device, seq)] for seq in range(max(first, after + 1), last + 1)]
        # A tap that another copy said in part only is known by what is said last.
        seqs = [name.seq for name in now if name.device == now[-1].device]
        row = [now[-1].device, seqs[0], seqs[-1], draft]
        db.execute("UPDATE drafts SET device = ?, first_seq = ?, last_seq = ? WHERE draft = ?", row)


def rename_slips(db: Database, names: Mapping[FactId, FactId]) -> None:
    """Let what is remembered of slips that were handed in here name the facts as they are called now."""
    for before, now in names.items():
        for table in ("redeemed_here", "bound_here"):
            row = [key_of(now), key_of(before)]
            db.execute(f"UPDATE OR REPLACE {table} SET fact = ? WHERE fact = ?", row)  # noqa: S608  our own words
