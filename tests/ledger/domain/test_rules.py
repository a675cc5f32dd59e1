"""The rules of a centre and the days on slips."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.bounds import MOST_DAY
from ledger.domain.rules import CentreRules
from ledger.domain.slips import FIRST_DAY, Slip, day_number, day_of


@given(st.integers(0, 10**9))
def test_coins_and_the_jar_together_are_what_one_has(minutes: int) -> None:
    rules = CentreRules()

    assert rules.whole_credits(minutes) * rules.credit_minutes + rules.jar_minutes(minutes) == minutes
    assert 0 <= rules.jar_minutes(minutes) < rules.credit_minutes


@pytest.mark.parametrize("minutes", [15, 30, 1440])
def test_time_is_given_in_whole_steps(minutes: int) -> None:
    assert CentreRules().is_step(minutes)


@pytest.mark.parametrize("minutes", [0, -15, 20, 1455, 10**9])
def test_no_time_parts_of_steps_and_more_than_a_day_are_not_given(minutes: int) -> None:
    assert not CentreRules().is_step(minutes)


def test_two_hours_count_at_once_and_more_waits() -> None:
    assert not CentreRules().must_wait(120)
    assert CentreRules().must_wait(135)


def test_five_credits_may_be_given_in_a_day_and_the_next_waits() -> None:
    assert not CentreRules().gift_must_wait(60, given_today_minutes=240)
    assert CentreRules().gift_must_wait(60, given_today_minutes=241)


def test_a_centre_sets_its_own_rules_and_other_settings_leave_them_alone() -> None:
    assert CentreRules().with_setting("step_minutes", 5).is_step(5)
    assert CentreRules().with_setting("is_loud", 1) == CentreRules()


@given(st.integers(0, MOST_DAY))
def test_a_day_on_a_slip_is_a_date(number: int) -> None:
    assert day_number(day_of(number)) == number


@pytest.mark.parametrize("day", [date(2019, 12, 31), date(2300, 1, 1)])
def test_a_day_no_slip_can_carry_is_refused(day: date) -> None:
    with pytest.raises(ValueError, match="no slip can carry"):
        day_number(day)


def test_a_slip_is_good_on_its_last_day_and_for_ever_without_one() -> None:
    last = day_number(date(2026, 11, 24))

    assert day_of(0) == FIRST_DAY
    assert not Slip(1, 60, last, expires_day=last).is_over(last)
    assert Slip(1, 60, last, expires_day=last).is_over(last + 1)
    assert not Slip(1, 60, last).is_over(MOST_DAY)
    assert Slip(1, 60, last, flags=1).is_practice
    assert not Slip(1, 60, last).is_practice
