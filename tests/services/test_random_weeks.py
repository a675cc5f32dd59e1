"""Whatever is pressed in whatever order: one thing at a time for each, no place twice, every credit accounted for."""

from __future__ import annotations

from contextlib import suppress
from random import Random

import pytest

from desktop.changes import Changes
from desktop.problems import KnownProblem
from desktop.services.choosing_rules import overlap, place_of
from desktop.services.sitting import Sitting
from desktop.services.week_seen import PlaceSeen
from ledger.domain.week import Choice, Reach
from ledger.domain.weeks import Occurrence, Part
from tests.services.at_work import AtWork
from tests.services.week_at_work import MONDAY, TUESDAY, WEEK, Week

NAMES = ("Ann", "Bob", "Cath")
LABELS = ("Art", "Cooking", "Cinema", "Bowling", "Big walk")
GIVEN_MINUTES = 150


@pytest.fixture
def week(centre: AtWork) -> Week:
    made = Week(centre)
    made.session("Art", day=1, hour=13, places=1)
    made.session("Cooking", day=1, hour=14, places=2)
    made.session("Cinema", day=1, hour=15, places=2, price_minutes=60)
    made.session("Bowling", day=2, hour=11, places=1, price_minutes=90)
    made.session("Big walk", day=1, hour=12, minutes=180, places=3, price_minutes=30)
    for name in NAMES:
        centre.earn(name, GIVEN_MINUTES)
    return made


@pytest.mark.parametrize("seed", [2, 14, 42])
def test_a_week_of_presses(week: Week, seed: int) -> None:
    chance = Random(seed)
    sittings = {name: week.work.sign_in(name) for name in NAMES}
    pressed: dict[str, Changes] = {}
    for _ in range(60):
        name = chance.choice(NAMES)
        with suppress(KnownProblem):
            done = press(week, sittings[name], chance, pressed.get(name))
            if done is not None and done.facts:
                pressed[name] = done
        check(week)
    assert week.work.is_sound()


def press(week: Week, sitting: Sitting, chance: Random, last: Changes | None) -> Changes | None:
    """One press of a member, or of staff; None for one that cannot be taken back."""
    do, draft = week.do, week.work.draft()
    label = chance.choice(LABELS)
    at = Occurrence(week.ids[label], WEEK)
    match chance.randrange(10):
        case 0 | 1 | 2 | 3:
            return do.choices.choose(sitting, draft, at)
        case 4:
            return do.choices.put_on_list(sitting, draft, at)
        case 5:
            return do.choices.let_go(sitting, draft, at)
        case 6:
            return do.choices.not_today(sitting, draft, PlaceSeen(TUESDAY, chance.choice(list(Part))))
        case 7 if last is not None:
            do.choices.undo(sitting, draft, last)
        case 8:
            do.choices.swap_for(sitting.member, at, Occurrence(week.ids[chance.choice(LABELS)], WEEK))
        case 9 if do.week.session(at).is_on:
            do.week_editing.call_off(at, Reach.THIS_WEEK)
        case 9:
            do.week_editing.put_back(at, Reach.THIS_WEEK)
    return None


def check(week: Week) -> None:
    """What must hold after every press."""
    there = {one.at: one for one in week.do.week.sessions(MONDAY)}
    for session in there.values():
        assert session.going <= session.places
    for name in NAMES:
        member = week.work.member(name)
        rows = week.store.read.week.choices_of(member, WEEK, WEEK)
        going = [there[row.at] for row in rows if row.choice == Choice.GOING and row.at in there]
        on = [one for one in going if one.is_on]
        for number, one in enumerate(on):
            assert not any(overlap(one, other) or place_of(one) == place_of(other) for other in on[:number])
        plans = [week.store.read.plan(row.plan) for row in rows if row.plan is not None]
        paid = sum(plan.paid_minutes for plan in plans if plan.state == "planned")
        assert week.work.has(name) == GIVEN_MINUTES - paid
        assert all(row.choice == Choice.GOING for row in rows if row.plan is not None)
