"""Facts said again under another name: whatever they name of the same feed has its new name too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from desktop.store.naming import key_of, name_of
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
