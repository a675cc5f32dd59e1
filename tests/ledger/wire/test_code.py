"""The typed code: every single slip of the hand is noticed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.crockford import LETTERS
from ledger.wire.code import NotACode, code_of, number_of

numbers = st.integers(0, 2**64 - 1)


@given(numbers)
def test_a_number_is_read_back_from_its_code(number: int) -> None:
    code = code_of(number)

    assert [len(part) for part in code.split("-")] == [5, 5, 4]
    assert number_of(code) == number
    assert number_of(f" {code.lower().replace('-', ' ')}\n") == number
    assert number_of(code.replace("0", "O").replace("1", "l")) == number


@given(numbers)
def test_every_wrong_letter_is_noticed(number: int) -> None:
    code = code_of(number).replace("-", "")
    for at in range(len(code)):
        for letter in LETTERS.replace(code[at], ""):
            assert not is_code(code[:at] + letter + code[at + 1 :])


@given(numbers)
def test_every_two_letters_that_changed_places_are_noticed(number: int) -> None:
    code = code_of(number).replace("-", "")
    for one in range(len(code)):
        for other in range(one):
            swapped = list(code)
            swapped[one], swapped[other] = code[other], code[one]
            assert code[one] == code[other] or not is_code("".join(swapped))


@pytest.mark.parametrize(
    "text", ["", "-", "00000-00000-000", "00000-00000-00000", "UUUUU-UUUUU-UUUU", "é" * 14, "0" * 61]
)
def test_half_a_code_or_something_else_is_no_code(text: str) -> None:
    with pytest.raises(NotACode):
        number_of(text)


def test_a_number_no_slip_can_have_has_no_code() -> None:
    for number in (-1, 2**64):
        with pytest.raises(ValueError, match="not a slip's number"):
            code_of(number)


def is_code(text: str) -> bool:
    try:
        number_of(text)
    except NotACode:
        return False
    return True
