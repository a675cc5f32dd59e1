"""A ruling says what a fact moves, whether it comes before or after it; no member gains or loses by one."""

from __future__ import annotations

import pytest

from ledger.domain.accounts import GOODWILL
from ledger.domain.facts import Contributed, PlanMade, PutRight, Reason, SlipPrinted, SlipRedeemed, SlipVoided
from ledger.domain.names import FactId
from ledger.domain.network import ItemDone
from ledger.domain.postings import of, reversed_legs
from ledger.domain.rulings import CreditNoted, Outcome, Ruled, SlipTaken, Why
from tests.store.a_network import CENTRE, ELSEWHERE, FOREIGN, Pc, founder


@pytest.fixture
def pc() -> Pc:
    made = founder()
    made.hear(made.post.list_foreign_key())
    return made


def rule(pc: Pc, fact: FactId, outcome: Outcome, why: Why = Why.FIRST, centre: bytes = b"") -> None:
    """The ledger rules, and this PC hears of it."""
    pc.hear(pc.post.tell(Ruled(fact, outcome, why, centre)))


def goodwill(pc: Pc) -> int:
    return pc.store.read.minutes(GOODWILL)


class TestSlipsOfOthers:
    def test_until_it_is_ruled_the_slip_stands_below_nothing(self, pc: Pc) -> None:
        pc.add(SlipRedeemed(FOREIGN, 7, pc.ann, 60))

        assert (pc.minutes(pc.ann), pc.slip_minutes(7), pc.between()) == (60, -60, 0)
        pc.check()

    @pytest.mark.parametrize("outcome", [Outcome.SETTLED, Outcome.PROVISIONAL])
    def test_settled_the_other_centre_owes_it(self, pc: Pc, outcome: Outcome) -> None:
        fact = pc.add(SlipRedeemed(FOREIGN, 7, pc.ann, 60))
        rule(pc, fact, outcome, centre=ELSEWHERE)

        assert (pc.minutes(pc.ann), pc.slip_minutes(7), pc.between()) == (60, 0, -60)
        assert pc.store.read.items() == []
        pc.check()

    def test_taken_before_goodwill_pays_and_staff_get_one_item(self, pc: Pc) -> None:
        fact = pc.add(SlipRedeemed(FOREIGN, 7, pc.ann, 60))
        rule(pc, fact, Outcome.GOODWILL, Why.TAKEN_BEFORE)

        assert (pc.minutes(pc.ann), pc.slip_minutes(7), goodwill(pc)) == (60, 0, -60)
        (item,) = pc.store.read.items()
        assert (item.kind, item.about, item.minutes) == ("taken_before", pc.post.last_told(), 60)
        assert (item.issuer, item.number) == (FOREIGN, 7)
        pc.add(ItemDone(item.about))
        assert pc.store.read.items() == []
        pc.check()

    def test_the_latest_ruling_is_in_force(self, pc: Pc) -> None:
        fact = pc.add(SlipRedeemed(FOREIGN, 7, pc.ann, 60))
        rule(pc, fact, Outcome.PROVISIONAL, centre=ELSEWHERE)
        rule(pc, fact, Outcome.GOODWILL, Why.EARLIER_EPOCH)

        assert (pc.minutes(pc.ann), pc.between(), goodwill(pc)) == (60, 0, -60)
        assert [item.kind for item in pc.store.read.items()] == ["earlier_epoch"]
        pc.check()

    def test_a_ruling_of_an_earlier_epoch_that_is_heard_later_changes_nothing(self, pc: Pc) -> None:
        fact = pc.add(SlipRedeemed(FOREIGN, 7, pc.ann, 60))
        late = pc.post.tell(Ruled(fact, Outcome.SETTLED, Why.FIRST, ELSEWHERE))
        pc.post.epoch = 2
        rule(pc, fact, Outcome.GOODWILL, Why.TAKEN_BEFORE)
        pc.hear(late)

        assert (pc.between(), goodwill(pc)) == (0, -60)
        pc.check()

    def test_a_ruling_before_its_fact_waits_for_it(self, pc: Pc) -> None:
        rule(pc, FactId(CENTRE, 7), Outcome.SETTLED, centre=ELSEWHERE)
        pc.add(SlipRedeemed(FOREIGN, 7, pc.ann, 60))

        assert (pc.minutes(pc.ann), pc.slip_minutes(7), pc.between()) == (60, 0, -60)
        pc.check()

    def test_taken_back_it_leaves_nothing_behind(self, pc: Pc) -> None:
        used = SlipRedeemed(FOREIGN, 7, pc.ann, 60)
        fact = pc.add(used)
        back = pc.add(PutRight(fact, reversed_legs(of(used)), Reason.UNDO))
        for name in (fact, back):
            rule(pc, name, Outcome.SETTLED, centre=ELSEWHERE)

        assert (pc.minutes(pc.ann), pc.slip_minutes(7), pc.between()) == (0, 0, 0)
        pc.check()


class TestNotes:
    @pytest.fixture
    def note(self, pc: Pc) -> FactId:
        return pc.add(SlipRedeemed(FOREIGN, 7, offer=pc.swim, offer_minutes=60), CreditNoted(FOREIGN, 7, pc.bob, 30))

    def test_the_rest_of_a_slip_waits(self, pc: Pc, note: FactId) -> None:
        assert pc.minutes(pc.bob) == 0
        (row,) = pc.store.read.waiting(pc.bob)
        assert (row.fact, row.what, row.minutes) == (note, "slip_rest", 30)
        assert pc.store.read.all_waiting() == []
        assert pc.store.read.waiting_for_rulings() == [row]
        pc.check()

    @pytest.mark.parametrize(
        ("outcome", "minutes"), [(Outcome.SETTLED, 30), (Outcome.GOODWILL, 30), (Outcome.REFUSED, 0)]
    )
    def test_ruled_it_waits_no_more(self, pc: Pc, note: FactId, *, outcome: Outcome, minutes: int) -> None:
        rule(pc, note, outcome, centre=ELSEWHERE if outcome == Outcome.SETTLED else b"")

        assert pc.minutes(pc.bob) == minutes
        assert pc.store.read.waiting(pc.bob) == []
        (row,) = pc.store.read.movements(pc.bob)
        assert (row.minutes, row.is_waiting, row.undone_by is None) == (30, not minutes, bool(minutes))
        pc.check()


class TestLostPaper:
    @pytest.fixture
    def void(self, pc: Pc) -> FactId:
        pc.add(Contributed(pc.ann, pc.task, 120), SlipPrinted(pc.issuer, 7, 60, pc.ann, 2500))
        return pc.add(SlipVoided(pc.issuer, 7, 60, pc.ann, has_paper=False, is_waiting=True))

    def test_settled_its_minutes_count(self, pc: Pc, void: FactId) -> None:
        assert (pc.minutes(pc.ann), len(pc.store.read.waiting(pc.ann))) == (60, 1)
        rule(pc, void, Outcome.SETTLED)

        slip = pc.store.read.slip(pc.issuer, 7)
        assert slip is not None
        assert (pc.minutes(pc.ann), pc.store.read.waiting(pc.ann), slip.state) == (120, [], "void")
        pc.check()

    @pytest.mark.parametrize("is_told_first", [True, False])
    def test_refused_it_stops_waiting_and_the_slip_shows_as_taken(
        self, pc: Pc, void: FactId, *, is_told_first: bool
    ) -> None:
        taken = SlipTaken(FactId(ELSEWHERE, 9), pc.issuer, 7, 60, ELSEWHERE, is_issue_seen=True)
        refused = Ruled(void, Outcome.REFUSED, Why.TAKEN_BEFORE)
        for fact in (taken, refused) if is_told_first else (refused, taken):
            pc.hear(pc.post.tell(fact))

        slip = pc.store.read.slip(pc.issuer, 7)
        assert slip is not None
        assert (pc.minutes(pc.ann), pc.store.read.waiting(pc.ann), slip.state) == (60, [], "redeemed")
        assert pc.between() == 60
        assert [item.kind for item in pc.store.read.items()] == ["void_refused"]
        pc.check()


class TestTakenElsewhere:
    def take(self, pc: Pc, number: int = 7, *, is_issue_seen: bool = True) -> None:
        pc.hear(pc.post.tell(SlipTaken(FactId(ELSEWHERE, 9), pc.issuer, number, 60, ELSEWHERE, is_issue_seen)))

    def test_the_slip_is_in_and_its_plan_is_used(self, pc: Pc) -> None:
        plan = pc.add(Contributed(pc.ann, pc.task, 60), PlanMade(pc.ann, pc.swim, (pc.ann,), 60, 0))
        pc.add(SlipPrinted(pc.issuer, 7, 60, pc.ann, 2500, venue=5, plan=plan))
        self.take(pc)

        slip = pc.store.read.slip(pc.issuer, 7)
        assert slip is not None
        assert (slip.state, slip.closed_by) == ("redeemed", pc.post.last_told())
        assert (pc.store.read.plan(plan).state, pc.between()) == ("used", 60)
        pc.check()

    def test_before_its_print_is_known_it_waits_for_it(self, pc: Pc) -> None:
        self.take(pc, is_issue_seen=False)
        assert [item.kind for item in pc.store.read.items()] == ["issue_unseen"]
        pc.add(SlipPrinted(pc.issuer, 7, 60, None, 2500))

        slip = pc.store.read.slip(pc.issuer, 7)
        assert slip is not None
        assert (slip.state, pc.store.read.items(), pc.slip_minutes(7, pc.issuer)) == ("redeemed", [], 0)
        pc.check()

    def test_given_back_it_is_out_again(self, pc: Pc) -> None:
        pc.add(SlipPrinted(pc.issuer, 7, 60, None, 2500))
        self.take(pc)
        rule(pc, pc.post.last_told(), Outcome.REFUSED, Why.GIVEN_BACK)

        slip = pc.store.read.slip(pc.issuer, 7)
        assert slip is not None
        assert (slip.state, pc.between(), pc.slip_minutes(7, pc.issuer)) == ("out", 0, 60)
        pc.check()

    def test_taken_here_too_the_network_pays_and_it_was_taken_there(self, pc: Pc) -> None:
        pc.add(SlipPrinted(pc.issuer, 7, 60, None, 2500))
        fact = pc.add(SlipRedeemed(pc.issuer, 7, pc.ann, 60))
        self.take(pc)
        rule(pc, fact, Outcome.GOODWILL, Why.TAKEN_BEFORE)

        slip = pc.store.read.slip(pc.issuer, 7)
        assert slip is not None
        assert (slip.state, pc.minutes(pc.ann), goodwill(pc), pc.between()) == ("redeemed", 60, -60, 60)
        pc.check()


def test_a_refusal_of_what_never_waited_changes_nothing(pc: Pc) -> None:
    fact = pc.add(Contributed(pc.ann, pc.task, 60))
    rule(pc, fact, Outcome.REFUSED)

    (row,) = pc.store.read.movements(pc.ann)
    assert (pc.minutes(pc.ann), row.undone_by) == (60, None)
    pc.check()


def test_refused_twice_the_later_word_is_named(pc: Pc) -> None:
    pc.add(Contributed(pc.ann, pc.task, 120), SlipPrinted(pc.issuer, 7, 60, pc.ann, 2500))
    void = pc.add(SlipVoided(pc.issuer, 7, 60, pc.ann, has_paper=False, is_waiting=True))
    for _ in range(2):
        rule(pc, void, Outcome.REFUSED, Why.TAKEN_BEFORE)

    assert pc.store.read.undone_by(void) == pc.post.last_told()
    pc.check()
