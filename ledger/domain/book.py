"""The book: what is in every account, as it follows from the facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ledger.domain.accounts import Account, AccountClass
from ledger.domain.postings import Fact, Posting, of

_MAY_BE_BELOW_ZERO = frozenset({AccountClass.ISSUE, AccountClass.GOODWILL, AccountClass.BETWEEN})


class Book:
    """Balances in whole minutes; facts may arrive in any order that keeps each feed's own."""

    def __init__(self) -> None:
        self._minutes: dict[Account, int] = {}

    def add(self, facts: Iterable[Fact]) -> None:
        """Let facts move what they move."""
        for fact in facts:
            self.post(of(fact))

    def post(self, postings: Iterable[Posting]) -> None:
        """Move minutes; accounts that come to zero are not kept, so equal books compare equal."""
        for account, minutes in postings:
            balance = self._minutes.get(account, 0) + minutes
            if balance:
                self._minutes[account] = balance
            else:
                self._minutes.pop(account, None)

    def minutes(self, account: Account) -> int:
        """What is in an account, in minutes; below zero only for contra accounts."""
        return self._minutes.get(account, 0)

    def class_minutes(self, cls: AccountClass) -> int:
        """What is in all accounts of a class together."""
        return sum(minutes for account, minutes in self._minutes.items() if account.cls == cls)

    def total(self) -> int:
        """The sum of everything: zero, or the book is wrong."""
        return sum(self._minutes.values())

    def overdrawn(self) -> list[Account]:
        """Accounts below zero that must never be."""
        return sorted(a for a, minutes in self if minutes < 0 and a.cls not in _MAY_BE_BELOW_ZERO)

    def __iter__(self) -> Iterator[tuple[Account, int]]:
        return iter(sorted(self._minutes.items()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Book) and self._minutes == other._minutes

    __hash__ = None  # type: ignore[assignment]  # a book changes, so it is no key
