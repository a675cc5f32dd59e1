"""What screens read after contributions and gifts: balances, histories and what waits."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.problems import NotAllowed, NotEnough
from ledger.domain.accounts import GOODWILL, ISSUE, member_account
from ledger.domain.facts import Confirmed, Contributed, Declined, Given, PutRight, Reason
from tests.store.a_centre import ACentre, a_centre, legs, undo


@pytest.fixture
def centre() -> ACentre:
    """Ann has two hours."""
    made = a_centre()
    made.add(Contributed(made.ann, made.task, 120))
    return made


@pytest.fixture(autouse=True)
def still_verifies(centre: ACentre) -> Iterator[None]:
    yield
    assert centre.store.verify().problems == []


class TestContributions:
    def test_one_that_waits_does_not_count_until_confirmed(self, centre: ACentre) -> None:
        long = centre.add(Contributed(centre.bob, centre.task, 180, is_waiting=True))
        assert centre.minutes(centre.bob) == 0
        assert [row.minutes for row in centre.store.read.waiting(centre.bob)] == [180]
        assert [row.is_waiting for row in centre.store.read.movements(centre.bob)] == [True]

        said = centre.add(Confirmed(long, legs(ISSUE, member_account(centre.bob), 180)))

        assert centre.minutes(centre.bob) == 180
        assert centre.store.read.all_waiting() == []
        (row,) = centre.store.read.movements(centre.bob)
        assert (row.fact, row.what, row.subject, row.minutes) == (said, "helped", centre.task, 180)
        assert not row.is_waiting
        assert centre.store.read.confirmed_by(long) == said

    def test_one_that_was_confirmed_can_be_put_right_by_either_name(self, centre: ACentre) -> None:
        for name_the_first in (True, False):
            long = centre.add(Contributed(centre.bob, centre.task, 180, is_waiting=True))
            said = centre.add(Confirmed(long, legs(ISSUE, member_account(centre.bob), 180)))
            back = legs(member_account(centre.bob), ISSUE, 180)

            right = centre.add(PutRight(long if name_the_first else said, back, Reason.WORKER))

            assert centre.minutes(centre.bob) == 0
            assert centre.store.read.undone_by(long) == centre.store.read.undone_by(said) == right
            for again in (long, said):
                with pytest.raises(NotAllowed):
                    centre.add(PutRight(again, back, Reason.WORKER))

    def test_one_that_was_declined_never_counts(self, centre: ACentre) -> None:
        long = centre.add(Contributed(centre.bob, centre.task, 180, is_waiting=True))
        no = centre.add(Declined(long))

        assert (centre.minutes(centre.bob), centre.store.read.all_waiting()) == (0, [])
        assert centre.store.read.movements(centre.bob)[0].undone_by == no
        for late in (Declined(long), Confirmed(long, legs(ISSUE, member_account(centre.bob), 180))):
            with pytest.raises(NotAllowed):
                centre.add(late)

    def test_one_that_waits_can_be_taken_back(self, centre: ACentre) -> None:
        long = centre.add(Contributed(centre.bob, centre.task, 180, is_waiting=True))
        taken_back = centre.add(PutRight(long, (), Reason.UNDO))

        assert centre.store.read.all_waiting() == []
        assert centre.store.read.undone_by(long) == taken_back

    def test_one_is_put_right_once_and_that_is_final(self, centre: ACentre) -> None:
        helped = centre.add(Contributed(centre.bob, centre.task, 30))
        right = undo(centre, helped)

        assert centre.minutes(centre.bob) == 0
        assert centre.whats(centre.bob) == ["put_right", "helped"]
        assert [row.undone_by for row in centre.store.read.movements(centre.bob)] == [None, right]
        for again in (helped, right):
            with pytest.raises(NotAllowed):
                undo(centre, again)

    def test_minutes_already_spent_come_from_goodwill(self, centre: ACentre) -> None:
        helped = centre.add(Contributed(centre.bob, centre.task, 60))
        centre.add(Given(centre.bob, centre.cai, 60))

        centre.add(PutRight(helped, legs(GOODWILL, ISSUE, 60), Reason.WORKER))

        assert centre.minutes(centre.bob) == 0
        assert centre.store.read.minutes(GOODWILL) == -60
        assert centre.store.read.movements(centre.bob)[-1].undone_by is not None


class TestGifts:
    def test_a_gift_is_in_both_histories(self, centre: ACentre) -> None:
        centre.add(Given(centre.ann, centre.bob, 60))

        gave, got = (centre.store.read.movements(member)[0] for member in (centre.ann, centre.bob))
        assert (gave.what, gave.subject, gave.minutes) == ("gave", centre.bob, -60)
        assert (got.what, got.subject, got.minutes) == ("got", centre.ann, 60)

    def test_a_gift_that_waits_is_told_the_same_once_confirmed(self, centre: ACentre) -> None:
        big = centre.add(Given(centre.ann, centre.bob, 120, is_waiting=True))
        assert (centre.minutes(centre.ann), centre.minutes(centre.bob)) == (120, 0)
        (waiting,) = centre.store.read.all_waiting()
        assert (waiting.what, waiting.member, waiting.subject) == ("gave", centre.bob, centre.ann)
        told = [centre.whats(member) for member in (centre.ann, centre.bob)]

        centre.add(Confirmed(big, legs(member_account(centre.ann), member_account(centre.bob), 120)))

        assert (centre.minutes(centre.ann), centre.minutes(centre.bob)) == (0, 120)
        assert [centre.whats(member) for member in (centre.ann, centre.bob)] == told
        assert not any(row.is_waiting for row in centre.store.read.movements(centre.ann))

    def test_a_gift_whose_minutes_are_spent_meanwhile_cannot_be_confirmed(self, centre: ACentre) -> None:
        big = centre.add(Given(centre.ann, centre.bob, 120, is_waiting=True))
        centre.add(Given(centre.ann, centre.cai, 15))

        with pytest.raises(NotEnough):
            centre.add(Confirmed(big, legs(member_account(centre.ann), member_account(centre.bob), 120)))

        assert len(centre.store.read.all_waiting()) == 1

    def test_nobody_gives_to_themselves(self, centre: ACentre) -> None:
        with pytest.raises(NotAllowed):
            centre.add(Given(centre.ann, centre.ann, 15))
