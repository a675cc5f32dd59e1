"""Checks amounts of minutes against the centre's rules, with a message that says what would do."""

from __future__ import annotations

from desktop.problems import BadInput, NotAStep, NotEnough
from desktop.store.allowed import NoPurse
from desktop.store.store import Store
from ledger.domain.accounts import member_account
from ledger.domain.bounds import MOST_SLIP_MINUTES
from ledger.domain.names import FactId
from ledger.domain.rules import MOST_MINUTES_AT_A_TIME, CentreRules

MOST_SLIPS_A_CALL = 400


def check_step(rules: CentreRules, minutes: int) -> None:
    """Time given or thanked with.

    Raises:
        NotAStep: it is no whole number of steps, nothing at all, or more than a day.
    """
    if rules.is_step(minutes):
        return
    raise NotAStep(
        f"{minutes} minutes cannot be recorded. Use steps of {rules.step_minutes} minutes, "
        f"from {rules.step_minutes} to {MOST_MINUTES_AT_A_TIME}."
    )


def check_coins(rules: CentreRules, minutes: int) -> None:
    """What an open or thank-you slip is good for.

    Raises:
        NotAStep: it is no whole number of credits, or more than a slip can carry.
    """
    most = MOST_SLIP_MINUTES // rules.credit_minutes * rules.credit_minutes
    if minutes > 0 and minutes % rules.credit_minutes == 0 and minutes <= most:
        return
    raise NotAStep(
        f"A slip of {minutes} minutes cannot be printed. Slips are whole credits: "
        f"{rules.credit_minutes} minutes, or a multiple of it up to {most}."
    )


def check_price(minutes: int, *, people: int = 1) -> None:
    """A price; 0 is free.

    Raises:
        NotAStep: below nothing, or more than a slip can carry.
    """
    if not 0 <= minutes * people <= MOST_SLIP_MINUTES:
        raise NotAStep(f"A price of {minutes} minutes cannot be used. Use 0 (free) to {MOST_SLIP_MINUTES} in all.")


def check_count(count: int) -> None:
    """How many slips are printed in one go.

    Raises:
        BadInput: none, or more than a batch.
    """
    if not 1 <= count <= MOST_SLIPS_A_CALL:
        raise BadInput(f"{count} slips cannot be printed at once. Print 1 to {MOST_SLIPS_A_CALL}.")


def check_has(store: Store, member: FactId, minutes: int) -> None:
    """Whether a member has that much.

    Raises:
        NotEnough: they have less. NotFound: there is no such member.
    """
    store.read.member(member)
    if (there := store.read.minutes(member_account(member))) < minutes:
        raise NotEnough(f"This takes {minutes} minutes; {there} are there. Nothing was taken.")


def check_purse(store: Store) -> None:
    """Whether members can spend at this PC at all, asked before they have chosen anything.

    Raises:
        NoPurse: another PC of the centre takes minutes from members.
    """
    if not store.read.is_purse_here():
        raise NoPurse("Credits are spent at another PC of this centre. Please do this there.")
