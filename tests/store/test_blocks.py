"""Many taps in one transaction, as an import makes them: all of them are there afterwards, or none is."""

from __future__ import annotations

from contextlib import suppress

import pytest

from desktop.problems import NotEnough
from ledger.domain.facts import Contributed, Given
from ledger.domain.names import FactId
from ledger.domain.postings import Fact
from tests.store.a_centre import ACentre, a_centre


@pytest.fixture
def centre() -> ACentre:
    return a_centre()


def test_many_writings_can_be_one_commit(centre: ACentre) -> None:
    def rows(*facts_of_rows: Fact) -> None:
        with centre.store.together():
            for number, fact in enumerate(facts_of_rows):
                with centre.store.writing(f"import:{number}", at_ms=1_000 + number) as facts:
                    facts.add(fact)

    helped = Contributed(centre.ann, centre.task, 30)
    with pytest.raises(NotEnough):
        rows(helped, Given(centre.bob, centre.ann, 30))
    assert (centre.minutes(centre.ann), centre.store.count("import:0")) == (0, 0)

    rows(helped, helped, helped)

    assert centre.minutes(centre.ann) == 90
    assert [row.at_ms for row in centre.store.read.movements(centre.ann)] == [1_002, 1_001, 1_000]
    assert centre.store.verify().ok


def test_a_block_whose_tap_was_left_half_way_is_not_kept_even_if_nobody_minds(centre: ACentre) -> None:
    def a_tap_that_is_cut_off() -> None:
        with centre.store.together(), suppress(KeyboardInterrupt), centre.store.writing("one") as facts:
            facts.add(Contributed(centre.ann, centre.task, 30))
            raise KeyboardInterrupt

    with pytest.raises(RuntimeError, match="half-way"):
        a_tap_that_is_cut_off()

    assert (centre.minutes(centre.ann), centre.store.count("one")) == (0, 0)
    centre.add(Contributed(centre.ann, centre.task, 30))
    assert centre.store.verify().ok


def test_nothing_more_is_written_in_a_block_that_failed(centre: ACentre) -> None:
    def a_tap_after_a_failed_one() -> None:
        with centre.store.together():
            with suppress(NotEnough), centre.store.writing("two") as facts:
                facts.add(Given(centre.bob, centre.ann, 30))
            with centre.store.writing("three") as facts:
                facts.add(Contributed(centre.ann, centre.task, 30))

    with pytest.raises(RuntimeError, match="half-way"):
        a_tap_after_a_failed_one()

    assert [centre.store.count(draft) for draft in ("two", "three")] == [0, 0]
    assert centre.store.verify().ok


def test_taps_of_a_block_and_taps_between_blocks_make_one_feed(centre: ACentre) -> None:
    helped = Contributed(centre.ann, centre.task, 30)
    for block in range(3):
        centre.add(helped)
        with centre.store.together():
            for number in range(3):
                with centre.store.writing(f"block {block}, {number}") as facts:
                    facts.add(helped)
                    assert facts.changes.facts == (FactId(centre.store.device, centre.store.read.last_seq()),)
            with centre.store.writing(f"block {block}, 0") as facts:
                assert facts.is_repeat

    assert centre.minutes(centre.ann) == 12 * 30
    assert centre.store.verify().ok


def test_a_line_of_an_import_costs_seven_statements(centre: ACentre) -> None:
    seen: list[str] = []
    with centre.store.together():
        centre.store.db.conn.set_trace_callback(seen.append)
        for number in range(10):
            with centre.store.writing(f"line {number}") as facts:
                facts.add(Contributed(centre.ann, centre.task, 30))
        centre.store.db.conn.set_trace_callback(None)

    assert len(seen) == 10 * 7  # is it known? is it ruled? the fact, two balances, a movement, the draft
