"""Accounts of the book: where minutes can be."""

from __future__ import annotations

from enum import IntEnum, unique
from typing import NamedTuple

from ledger.domain.names import DEVICE_BYTES, FactId

ISSUER_BYTES = 16
NUMBER_BYTES = 8
SEQ_BYTES = 6
VENUE_BYTES = 4


@unique
class AccountClass(IntEnum):
    """The classes whose sums travel in the open part of a batch; numbers are written on disk and never reused."""

    ISSUE = 1
    MEMBER = 2
    SLIP = 3
    POT = 4
    OFFER = 5
    VENUE = 6
    BETWEEN = 7
    GOODWILL = 8


_NAMED_BY_A_FACT = frozenset({AccountClass.MEMBER, AccountClass.POT, AccountClass.OFFER, AccountClass.BETWEEN})


class Account(NamedTuple):
    """One account: its class, and a key that is unique inside the class (empty for `issue` and `goodwill`)."""

    cls: AccountClass
    key: bytes = b""


ISSUE = Account(AccountClass.ISSUE)
"""Contra: its balance is minus all minutes that exist."""
GOODWILL = Account(AccountClass.GOODWILL)
"""Contra: minutes created so that nobody loses by what nobody could have known."""


def _entity_key(name: FactId) -> bytes:
    return name.device + name.seq.to_bytes(SEQ_BYTES, "big")


def member_account(member: FactId) -> Account:
    """What a member has: never below zero."""
    return Account(AccountClass.MEMBER, _entity_key(member))


def offer_account(offer: FactId) -> Account:
    """What was spent on an offer of the centre."""
    return Account(AccountClass.OFFER, _entity_key(offer))


def venue_account(number: int) -> Account:
    """What was spent at a venue; number: the venue's number on its slips, 1 to 2**32 - 1."""
    return Account(AccountClass.VENUE, number.to_bytes(VENUE_BYTES, "big"))


def between_account(centre: bytes) -> Account:
    """What this centre has taken in for another's slips and owes it (below zero), or is owed; centre: 16 bytes.

    A centre is named by the device that founded it, whose first fact is the founding.
    """
    return Account(AccountClass.BETWEEN, _entity_key(FactId(centre, 1)))


def slip_account(issuer: bytes, number: int) -> Account:
    """What a slip is still good for, in escrow; issuer: 16 bytes, number: 64 bits."""
    return Account(AccountClass.SLIP, issuer + number.to_bytes(NUMBER_BYTES, "big"))


def is_account(account: Account) -> bool:
    """Whether the key is one that accounts of this class can have."""
    key = account.key
    if account.cls in _NAMED_BY_A_FACT:
        return len(key) == DEVICE_BYTES + SEQ_BYTES and any(key[DEVICE_BYTES:])
    if account.cls == AccountClass.VENUE:
        return len(key) == VENUE_BYTES and any(key)
    return len(key) == (ISSUER_BYTES + NUMBER_BYTES if account.cls == AccountClass.SLIP else 0)


def entity_of(account: Account) -> FactId:
    """The member or offer an account belongs to.

    Raises:
        ValueError: the account belongs to neither.
    """
    if account.cls not in (AccountClass.MEMBER, AccountClass.OFFER):
        raise ValueError(f"no person or offer has this account: {account}")
    return FactId(account.key[:-SEQ_BYTES], int.from_bytes(account.key[-SEQ_BYTES:], "big"))
