"""Names of facts, accounts and devices, as people and programs read them back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain import crockford
from ledger.domain.accounts import Account, AccountClass, entity_of, is_account, member_account, offer_account
from ledger.domain.feed import first_head, next_head
from ledger.domain.names import MOST_SEQ, FactId, device_name
from tests.ledger import strategies
from tests.ledger.flips import flipped


@given(strategies.names())
def test_a_name_is_read_back_from_its_text(name: FactId) -> None:
    assert FactId.from_text(name.text) == name
    assert FactId.from_text(f" {name.text.upper()} ") == name


def test_a_name_typed_by_a_person_may_confuse_letters_that_look_alike() -> None:
    name = FactId(bytes([0b00001000, 0b01000000]) + bytes(14), 12)  # its letters begin 1100

    assert name.text == "11" + "0" * 24 + "-12"
    assert FactId.from_text("lI" + "o" * 24 + "-12") == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-1",
        "0" * 26,
        "0" * 26 + "-",
        "0" * 26 + "-0",
        "0" * 26 + "-01",
        "0" * 26 + "--1",
        "0" * 26 + "-x",
        "0" * 26 + "-\u0661",
        "0" * 26 + f"-{MOST_SEQ + 1}",
        "0" * 26 + "-" + "9" * 5000,
        "0" * 25 + "-1",
        "0" * 25 + "u-1",
        "0" * 25 + "1-1",  # the last two bits stand for nothing
        "0" * 27 + "-1",
        "\u0660" * 26 + "-1",
    ],
)
def test_anything_else_is_no_name(text: str) -> None:
    with pytest.raises(ValueError, match="not a name of a fact"):
        FactId.from_text(text)


@given(strategies.names())
def test_an_account_tells_whose_it_is(name: FactId) -> None:
    assert entity_of(member_account(name)) == entity_of(offer_account(name)) == name
    assert member_account(name) != offer_account(name)


@given(strategies.accounts())
def test_accounts_of_every_class_are_well_formed_and_only_people_and_offers_have_a_name(account: Account) -> None:
    assert is_account(account)
    assert not is_account(Account(account.cls, account.key + b"\1"))
    if account.cls not in (AccountClass.MEMBER, AccountClass.OFFER):
        with pytest.raises(ValueError, match="no person or offer"):
            entity_of(account)


@pytest.mark.parametrize(
    "account",
    [
        Account(AccountClass.ISSUE, b"x"),
        Account(AccountClass.MEMBER, b"d" * 16),
        Account(AccountClass.MEMBER, b"d" * 16 + bytes(6)),
        Account(AccountClass.VENUE, bytes(4)),
        Account(AccountClass.SLIP, b"i" * 16),
    ],
)
def test_a_key_of_another_class_is_no_account(account: Account) -> None:
    assert not is_account(account)


@given(st.integers(0, 2**70 - 1))
def test_numbers_are_read_back_from_their_letters(number: int) -> None:
    letters = crockford.write(number, letters=14)

    assert len(letters) == 14
    assert crockford.read(crockford.settle(f"{letters[:5].lower()}-{letters[5:]} ")) == number


@pytest.mark.parametrize("letters", ["U", "é", "\u017f", "\x00", "0_1", "+1", "\uff11"])
def test_other_letters_stand_for_nothing(letters: str) -> None:
    with pytest.raises(crockford.NotLetters):
        crockford.read(crockford.settle(letters))


@given(st.lists(st.binary(max_size=80), min_size=1, max_size=5), st.data())
def test_a_changed_bit_anywhere_in_a_feed_changes_its_head(facts: list[bytes], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(facts) - 1))
    bit = data.draw(st.integers(0, 8 * len(facts[at]) - 1)) if facts[at] else None
    changed = list(facts)
    changed[at] = facts[at] + b"\0" if bit is None else flipped(facts[at], bit)

    assert head_of(changed) != head_of(facts)


def test_two_devices_never_share_a_chain_and_nothing_can_be_left_out_or_swapped() -> None:
    one, other = device_name(b"1" * 32), device_name(b"2" * 32)

    assert len(one) == 16
    assert head_of([b"a", b"b"], one) != head_of([b"a", b"b"], other)
    assert head_of([b"a", b"b"]) not in (head_of([b"b", b"a"]), head_of([b"a"]), head_of([b"ab"]), head_of([]))


def head_of(facts: list[bytes], device: bytes = b"d" * 16) -> bytes:
    head = first_head(device)
    for fact in facts:
        head = next_head(head, fact)
    return head
