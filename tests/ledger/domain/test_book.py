"""The book: the same from the same facts, in whatever order they became known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from ledger.domain.accounts import GOODWILL, ISSUE, Account, AccountClass, member_account
from ledger.domain.book import Book
from ledger.domain.facts import Contributed, Given, PutRight, Reason, SlipPrinted
from ledger.domain.feed import Entry
from ledger.domain.names import FactId
from ledger.domain.postings import Fact, of
from tests.ledger import strategies

ANN, BEN, TEA = (FactId(b"d" * 16, seq) for seq in (1, 2, 3))


def book_of(facts: Sequence[Fact]) -> Book:
    book = Book()
    book.add(facts)
    return book


def named_in(value: Any) -> Iterator[FactId]:
    """Every fact that a fact names, at any depth."""
    if isinstance(value, FactId):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from named_in(part)


def are_independent(one: Entry, other: Entry) -> bool:
    """Neither names the other, nor comes before it in the same feed, nor debits an account the other moves."""
    if one.name.device == other.name.device:
        return False
    named = [
        set(named_in(tuple(getattr(e.fact, f) for f in strategies.field_names(type(e.fact))))) for e in (one, other)
    ]
    moved = [{account for account, _ in of(e.fact)} for e in (one, other)]
    debited = [{account for account, minutes in of(e.fact) if minutes < 0} - {ISSUE, GOODWILL} for e in (one, other)]
    return (
        one.name not in named[1]
        and other.name not in named[0]
        and not debited[0] & moved[1]
        and not debited[1] & moved[0]
    )


def lowest(facts: Sequence[Fact]) -> dict[Account, int]:
    """The least that each account, apart from the two that are always below zero, held on the way."""
    book, least = Book(), dict[Account, int]()
    for fact in facts:
        book.add([fact])
        for account, _ in of(fact):
            least[account] = min(least.get(account, 0), book.minutes(account))
    return {account: minutes for account, minutes in least.items() if account not in (ISSUE, GOODWILL)}


@given(st.lists(strategies.facts(), max_size=12))
def test_everything_together_is_always_zero(facts: list[Fact]) -> None:
    book = book_of(facts)

    assert book.total() == 0
    assert sum(book.class_minutes(cls) for cls in AccountClass) == 0


@given(st.data(), st.lists(strategies.moving_facts(), max_size=10))
def test_any_order_gives_the_same_book(data: st.DataObject, facts: list[Fact]) -> None:
    assert book_of(data.draw(st.permutations(facts))) == book_of(facts)


@given(st.lists(strategies.moving_facts(), max_size=3), strategies.moving_facts(), strategies.moving_facts())
def test_independent_facts_change_places_and_no_account_sinks_lower(before: list[Fact], one: Fact, other: Fact) -> None:
    here, there = (FactId(device, 100) for device in strategies.DEVICES[:2])
    assume(are_independent(Entry(here, 0, one), Entry(there, 0, other)))

    assert book_of([*before, one, other]) == book_of([*before, other, one])
    assert lowest([*before, one, other]) == lowest([*before, other, one])


def test_two_who_spend_the_same_credits_are_not_independent() -> None:
    gift = Entry(FactId(b"1" * 16, 9), 0, Given(ANN, BEN, 60))
    slip = Entry(FactId(b"2" * 16, 9), 0, SlipPrinted(b"i" * 16, 7, 60, member=ANN, issued_day=2500))
    thanks = Entry(FactId(b"2" * 16, 9), 0, SlipPrinted(b"i" * 16, 7, 60, member=None, issued_day=2500))

    assert not are_independent(gift, slip)
    assert are_independent(gift, thanks)


def test_a_correction_is_not_independent_of_what_it_corrects() -> None:
    said = Entry(FactId(b"1" * 16, 9), 0, Contributed(ANN, TEA, 30))
    undone = Entry(FactId(b"2" * 16, 9), 0, PutRight(said.name, (), Reason.UNDO))

    assert not are_independent(said, undone)


def test_an_undone_contribution_leaves_the_book_as_it_was() -> None:
    said = Contributed(ANN, TEA, 30)
    undone = PutRight(FactId(b"d" * 16, 4), ((member_account(ANN), -30), (ISSUE, 30)), Reason.UNDO)

    assert book_of([said, undone]) == Book()


def test_who_gives_more_than_they_have_is_found() -> None:
    book = book_of([Contributed(ANN, TEA, 30), Given(ANN, BEN, 45)])

    assert book.overdrawn() == [member_account(ANN)]
    assert (book.minutes(member_account(ANN)), book.minutes(member_account(BEN)), book.minutes(ISSUE)) == (-15, 45, -30)


def test_minutes_that_come_from_nowhere_are_found() -> None:
    book = Book()
    book.post([*of(Contributed(ANN, TEA, 30))][1:])

    assert book.total() == 30
