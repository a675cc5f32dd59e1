"""Facts as Hypothesis makes them: every kind there is, within the bounds the domain states, and balanced."""

from __future__ import annotations

import unicodedata
from dataclasses import fields
from enum import IntEnum
from functools import partial
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ledger.domain.accounts import (
    GOODWILL,
    ISSUE,
    Account,
    AccountClass,
    member_account,
    offer_account,
    slip_account,
    venue_account,
)
from ledger.domain.bounds import Letters, Sized, SlipNumber, Within
from ledger.domain.facts import Legs, MovingFact, SlipRedeemed
from ledger.domain.feed import Entry
from ledger.domain.names import DEVICE_BYTES, MOST_SEQ, FactId
from ledger.domain.network import LEDGER_ONLY
from ledger.domain.postings import Fact
from ledger.domain.subjects import Subject

MOVING_KINDS: tuple[type[Any], ...] = get_args(MovingFact)
KINDS: tuple[type[Any], ...] = MOVING_KINDS + get_args(Subject)
"""Every class of fact; a new one joins by standing in `MovingFact` or `Subject`."""

FEWER = settings(max_examples=max(1, (settings.default or settings()).max_examples // 3))
"""For tests that run once for each kind of fact: together they try more than enough."""

DEVICES = (b"a purse PC      ", b"the other PC    ", bytes(DEVICE_BYTES), b"\xff" * DEVICE_BYTES)
"""A few devices, so that made facts share them as real ones do."""


def names() -> SearchStrategy[FactId]:
    """Names of facts: mostly early in the feeds of a few devices, so that they meet again; sometimes anywhere."""
    near = st.builds(FactId, st.sampled_from(DEVICES), st.integers(1, 6))
    anywhere = st.builds(FactId, st.binary(min_size=DEVICE_BYTES, max_size=DEVICE_BYTES), st.integers(1, MOST_SEQ))
    return near | anywhere


def texts(most: int = 20) -> SearchStrategy[str]:
    """Text of any script, composed as facts have it."""
    letters = st.characters(exclude_categories=["Cs"])
    composed = st.text(letters, max_size=most).map(partial(unicodedata.normalize, "NFC"))
    return composed.filter(lambda text: len(text) <= most)  # some letters come apart when they are composed


def accounts() -> SearchStrategy[Account]:
    """Accounts of every class."""
    owned = st.sampled_from([AccountClass.POT, AccountClass.BETWEEN])
    return st.one_of(
        st.just(ISSUE),
        st.just(GOODWILL),
        names().map(member_account),
        names().map(offer_account),
        st.integers(1, 2**32 - 1).map(venue_account),
        st.builds(slip_account, st.sampled_from(DEVICES), st.integers(0, 2**64 - 1)),
        st.builds(lambda cls, name: Account(cls, member_account(name).key), owned, names()),
    )


def _few_accounts() -> tuple[Account, ...]:
    names = [FactId(device, seq) for device in DEVICES for seq in (1, 2, 300)]
    owned = [account(name) for account in (member_account, offer_account) for name in names]
    slips = [slip_account(DEVICES[0], number) for number in (0, 1, 2**64 - 1)]
    return (GOODWILL, venue_account(1), venue_account(2**32 - 1), *slips, *owned)


FEW_ACCOUNTS = _few_accounts()


@st.composite
def legs(draw: st.DrawFn) -> Legs:
    """Legs that sum to zero, each account once."""
    minutes = st.integers(-100_000, -1) | st.integers(1, 100_000)
    moved = draw(st.dictionaries(st.sampled_from(FEW_ACCOUNTS), minutes, max_size=4))
    rest = -sum(moved.values())
    return (*moved.items(), *(((ISSUE, rest),) if rest else ()))


@st.composite
def redeemed(draw: st.DrawFn) -> SlipRedeemed:
    """Slips whose minutes all went to somebody."""
    member, offer = draw(st.none() | names()), draw(st.none() | names())
    venue = draw(st.integers(0, 2**32 - 1))
    share = st.integers(0, 2**16 - 1)
    return SlipRedeemed(
        issuer=draw(st.sampled_from(DEVICES)),
        number=draw(st.integers(0, 2**64 - 1)),
        member=member,
        member_minutes=draw(share) if member else 0,
        offer=offer,
        offer_minutes=draw(share) if offer else 0,
        venue=venue,
        venue_minutes=draw(share) if venue else 0,
    )


def facts_of(cls: type[Any]) -> SearchStrategy[Fact]:
    """Facts of one class, every field anywhere within its bounds."""
    if cls is SlipRedeemed:
        return redeemed()
    hints = get_type_hints(cls, include_extras=True)
    return st.builds(cls, **{field: _values(hints[field]) for field in field_names(cls)})


def field_names(cls: type[Any]) -> list[str]:
    """The fields of a class of facts, in order."""
    return [field.name for field in fields(cls)]


def facts() -> SearchStrategy[Fact]:
    """Facts of every kind."""
    return st.one_of([facts_of(cls) for cls in KINDS])


def device_facts() -> SearchStrategy[Fact]:
    """Facts of every kind that a PC or a door may write."""
    return st.one_of([facts_of(cls) for cls in KINDS if cls not in LEDGER_ONLY])


def ledger_facts() -> SearchStrategy[Fact]:
    """Facts of every kind that the central ledger writes."""
    return st.one_of([facts_of(cls) for cls in KINDS if cls in LEDGER_ONLY])


def moving_facts() -> SearchStrategy[Fact]:
    """Facts that move minutes, or what is waiting."""
    return st.one_of([facts_of(cls) for cls in MOVING_KINDS])


def entries(facts: SearchStrategy[Fact]) -> SearchStrategy[Entry]:
    """Facts with a name and circumstances."""
    return st.builds(Entry, names(), st.integers(0, 2**53 - 1), facts, st.none() | names(), st.none() | names())


def _values(annotation: Any) -> SearchStrategy[Any]:
    if get_origin(annotation) is Annotated:
        return _within(annotation.__metadata__[0])
    if isinstance(annotation, type) and issubclass(annotation, IntEnum):
        return st.sampled_from(annotation)
    return {
        bool: st.booleans(),
        str: texts(),
        FactId: names(),
        FactId | None: st.none() | names(),
        tuple[FactId, ...]: st.lists(names(), max_size=4).map(tuple),
        tuple[SlipNumber, ...]: st.lists(st.integers(0, 2**64 - 1), max_size=4).map(tuple),
        Legs: legs(),
    }[annotation]


def _within(bound: object) -> SearchStrategy[Any]:
    match bound:
        case Within(least, most):
            return st.integers(least, most)
        case Sized(length, may_be_empty):
            whole = st.binary(min_size=length, max_size=length)
            return st.just(b"") | whole if may_be_empty else whole
        case Letters(most):
            return texts(min(most, 20))
    raise TypeError(f"no such bound: {bound}")
