"""Two PCs of one centre, each offline for a while: nobody is dropped, nothing is paid or given back twice."""

from __future__ import annotations

import pytest

from desktop.clock import StandingClock
from desktop.services.all import services_of
from desktop.services.choice_writing import ChoiceWriting
from desktop.services.sitting import Sitting
from ledger.domain.facts import Contributed
from ledger.domain.names import FactId
from ledger.domain.network import DeviceListed
from ledger.domain.saying import HowItWas, SaidHowItWas
from ledger.domain.week import ActivityWritten, Choice, Reach, SessionWritten
from ledger.domain.weeks import Occurrence
from ledger.wire.joining import vouch
from ledger.wire.keys import public_key
from tests.services.at_work import AtWork, Chance
from tests.store.a_network import CENTRE, FOUNDER_SEED, Pc, founder, same, sibling

NEXT_WEEK = 368
"""That of Monday, 18 January 2027; both PCs stand at Friday the 15th."""


class Desk:
    """One PC of the centre, with its services."""

    def __init__(self, pc: Pc) -> None:
        self.pc = pc
        self.do = AtWork(pc.store, services_of(pc.store, Chance(pc.store.device))).do

    def sits(self, member: FactId) -> Sitting:
        return self.do.sittings.begin(member)

    def wait(self, minutes: int) -> None:
        clock = self.pc.store.clock
        assert isinstance(clock, StandingClock)
        clock.move(minutes)

    def choose(self, member: FactId, at: Occurrence) -> None:
        self.do.choices.choose(self.sits(member), self.do.sittings.new_draft(), at)


@pytest.fixture
def desks() -> tuple[Desk, Desk]:
    """Two PCs that know each other; the first may take minutes from members. Ann has an hour."""
    first = founder()
    second = sibling(first.post)
    first.add(Contributed(first.ann, first.task, 60))
    second.take(first.hold())
    signature = vouch(FOUNDER_SEED, centre=CENTRE, public=public_key(b"s" * 32), is_successor=False)
    listed = first.post.tell(DeviceListed(public_key(b"s" * 32), CENTRE, signature, is_successor=False))
    for pc in (first, second):
        pc.hear(listed)
    return Desk(first), Desk(second)


def meet(first: Desk, second: Desk) -> None:
    """Each takes what the other wrote, the second's arriving first."""
    sent = second.pc.hold()
    first.pc.take(sent)
    second.pc.take(first.pc.hold())


def session(desk: Desk, price_minutes: int = 0, *, of: FactId | None = None, is_on: bool = True) -> Occurrence:
    """A session on Monday with one place, at both PCs."""
    found = [row.id for row in desk.pc.store.read.week.activities()]
    activity = found[0] if found else desk.pc.add(ActivityWritten(None, "Art", "om:1F3A8"))
    reach = Reach.FROM_NOW_ON if of is None else Reach.THIS_WEEK
    fact = SessionWritten(of, NEXT_WEEK, reach, activity, 0, 600, 60, 1, price_minutes=price_minutes, is_on=is_on)
    name = desk.pc.add(fact)
    return Occurrence(of or name, NEXT_WEEK)


def test_two_who_took_the_last_place_both_keep_it_and_staff_see_who_asked_first(desks: tuple[Desk, Desk]) -> None:
    first, second = desks
    at = session(first)
    second.pc.take(first.pc.hold())
    second.choose(second.pc.bob, at)
    first.wait(1)
    first.choose(first.pc.ann, at)
    meet(first, second)
    for desk in desks:
        (need,) = desk.do.week_items.all()
        assert (need.what, [person.id for person in need.people]) == ("week_overbooked", [desk.pc.bob, desk.pc.ann])
        for member in (desk.pc.ann, desk.pc.bob):
            row = desk.pc.store.read.week.choice(member, at)
            assert row is not None
            assert row.choice == Choice.GOING
    same(first.pc, second.pc)


def test_a_choice_for_what_was_called_off_meanwhile_says_so_and_is_paid_back_once(desks: tuple[Desk, Desk]) -> None:
    first, second = desks
    at = session(first, 60)
    second.pc.take(first.pc.hold())
    session(second, 60, of=at.session, is_on=False)
    first.choose(first.pc.ann, at)
    assert first.pc.minutes(first.pc.ann) == 0
    meet(first, second)

    monday = first.do.week.session(at).day
    for desk in desks:
        assert monday not in desk.do.choices.days(desk.sits(desk.pc.ann))
        (need,) = desk.do.week_items.all()
        assert (need.what, [person.id for person in need.people]) == ("week_off_paid", [desk.pc.ann])
        entry = desk.do.my_week.entry(desk.sits(desk.pc.ann), at)
        assert entry.session is not None
        assert (entry.session.is_on, entry.can_change) == (False, False)

    for desk in desks:  # she looks at both PCs before they meet again
        desk.do.my_week.seen(desk.sits(desk.pc.ann), monday)
        assert desk.pc.minutes(desk.pc.ann) == 60
    meet(first, second)
    for desk in desks:
        assert (desk.pc.minutes(desk.pc.ann), desk.do.week_items.all()) == (60, [])
    same(first.pc, second.pc)


def test_who_chose_what_is_off_unawares_is_told_until_they_have_seen_it(desks: tuple[Desk, Desk]) -> None:
    first, second = desks
    at = session(first)
    second.pc.take(first.pc.hold())
    session(second, of=at.session, is_on=False)
    first.wait(1)
    first.choose(first.pc.ann, at)
    meet(first, second)
    for desk in desks:
        (need,) = desk.do.week_items.all()
        assert (need.what, [person.id for person in need.people]) == ("week_off_chosen", [desk.pc.ann])
    first.do.my_week.seen(first.sits(first.pc.ann), first.do.week.session(at).day)
    assert first.do.week_items.all() == []


def test_let_go_at_one_pc_and_called_off_at_the_other_pays_back_once(desks: tuple[Desk, Desk]) -> None:
    first, second = desks
    at = session(first, 60)
    first.choose(first.pc.ann, at)
    second.pc.take(first.pc.hold())
    session(second, 60, of=at.session, is_on=False)
    with second.pc.store.writing("called off") as facts:
        ChoiceWriting(second.pc.store).pay_back(facts, at)
    first.do.choices.let_go(first.sits(first.pc.ann), first.do.sittings.new_draft(), at)
    meet(first, second)
    for desk in desks:
        assert desk.pc.minutes(desk.pc.ann) == 60
    same(first.pc, second.pc)


def test_what_changed_at_another_pc_is_new_to_whoever_looked_at_this_one(desks: tuple[Desk, Desk]) -> None:
    """The change was written before she looked, and arrives after."""
    first, second = desks
    at = session(first)
    first.choose(first.pc.ann, at)
    second.pc.take(first.pc.hold())
    second.pc.add(
        SessionWritten(at.session, NEXT_WEEK, Reach.THIS_WEEK, first.do.activities.all()[0].id, 0, 660, 60, 1)
    )
    first.wait(5)
    monday = first.do.week.session(at).day
    first.do.my_week.seen(first.sits(first.pc.ann), monday)
    meet(first, second)
    for desk in desks:
        entry = desk.do.my_week.entry(desk.sits(desk.pc.ann), at)
        assert entry.session is not None
        assert [(one.what, one.was_minute, one.is_new) for one in entry.session.changes] == [("time", 600, True)]
    same(first.pc, second.pc)


def test_two_words_said_apart_end_as_one_at_both_pcs(desks: tuple[Desk, Desk]) -> None:
    first, second = desks
    at = session(first)
    second.pc.take(first.pc.hold())
    first.pc.add(SaidHowItWas(first.pc.ann, *at, HowItWas.VERY_BAD))
    second.pc.add(SaidHowItWas(first.pc.ann, *at, HowItWas.GOOD))
    assert [one.what for one in second.do.attention.all() if one.what.startswith("said")] == []
    meet(first, second)
    same(first.pc, second.pc)
    for desk in desks:
        (row,) = desk.pc.store.read.week.said_by(first.pc.ann, at.week, at.week)
        assert row.how is HowItWas.VERY_BAD  # it came to the ledger last
        assert [one.what for one in desk.do.attention.all() if one.what.startswith("said")] == ["said_very_bad"]
