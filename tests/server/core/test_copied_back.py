"""A ledger whose files were copied back without a word, and that spoke on in its old epoch before anybody noticed."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import pytest

from ledger.domain.names import device_name
from ledger.domain.network import DeviceListed, IssuerListed
from ledger.domain.rulings import Outcome, Why
from ledger.server.verify import verify
from tests.server.core.backups import Backups
from tests.server.pcs import Pc, pc, sibling_of


@pytest.fixture
def backups(tmp_path: Path) -> Iterator[Backups]:
    found = Backups(tmp_path)
    try:
        yield found
        assert verify(found.ledger.engine).problems == []
    finally:
        found.ledger.engine.dispose()


def taken_of(one: Pc) -> list[tuple[int, int]]:
    return sorted((told.number, told.minutes) for told in one.slips_taken())


def test_what_either_version_said_reaches_all_and_counts_once(backups: Backups) -> None:
    home, here, there = backups.home, backups.here, backups.there
    second = sibling_of(home, 9)
    backups.ledger.admit(second)
    for number in (1, 2, 3):
        home.print_slip(number)
    backups.meet(home, second, home)
    backups.take()
    lost = here.redeem(home, 1)
    backups.meet(here, home)
    backups.put_back(is_told=False)
    spoken = there.redeem(home, 2)
    backups.meet(there, second)
    assert taken_of(home) == [(1, 60)]
    assert taken_of(second) == [(2, 60)]

    backups.meet(here)
    assert backups.ledger.epoch == 2
    backups.meet(home, there, home, second, home)

    assert taken_of(home) == taken_of(second) == [(1, 60), (2, 60)]
    assert here.ruled(lost) in ((Outcome.SETTLED, Why.FIRST), (Outcome.PROVISIONAL, Why.FIRST))
    assert there.ruled(spoken) in ((Outcome.SETTLED, Why.FIRST), (Outcome.PROVISIONAL, Why.FIRST))
    assert [row["claim_seq"] for row in backups.ledger.rows("slips")] == [lost.seq, spoken.seq, None]


def test_the_same_slip_in_both_versions_settles_once(backups: Backups) -> None:
    home, here, there = backups.home, backups.here, backups.there
    second = sibling_of(home, 9)
    backups.ledger.admit(second)
    home.print_slip(1)
    backups.meet(home, second)
    backups.take()
    here.redeem(home, 1)
    backups.meet(here, home)
    backups.put_back(is_told=False)
    there.redeem(home, 1)
    backups.meet(there, second, home, here, there, home, second, here, there, home, second)

    assert taken_of(home) == taken_of(second) == [(1, 60)]
    ruled = [ruling.outcome for one in (here, there) for ruling in one.rulings().values()]
    assert sorted(outcome == Outcome.GOODWILL for outcome in ruled) == [False, True]


def test_pcs_and_keys_of_either_version_reach_all(backups: Backups) -> None:
    home, here, ledger = backups.home, backups.here, backups.ledger
    second = sibling_of(home, 9)
    ledger.admit(second)
    backups.meet(home, second, here)
    backups.take()
    lost_key, spoken_key = pc(70).public, pc(71).public
    lost_pc, spoken_pc = sibling_of(home, 11), sibling_of(home, 12)
    home.send(ledger, issuers=(lost_key,))
    ledger.admit(lost_pc)
    backups.meet(home)
    backups.put_back(is_told=False)
    here.send(ledger, issuers=(spoken_key,))
    ledger.admit(spoken_pc)
    backups.meet(second, here)
    assert backups.ledger.epoch == 1

    # Nothing is further on anywhere: only what home was told, side by side, shows it.
    home.send(ledger, returned=tuple(home.notices))
    assert backups.ledger.epoch == 2
    backups.meet(home, second, here, home, second, here)

    for one in (home, second, here):
        keys = {listed.public_key for listed in one.said(IssuerListed)}
        assert {lost_key, spoken_key} <= keys
    for one in (home, second):
        listed = {device_name(fact.public_key) for fact in one.said(DeviceListed)}
        assert {lost_pc.device, spoken_pc.device} <= listed


def test_what_comes_back_of_a_feed_with_one_version_reaches_whoever_knows_another_of_a_later_one(
    backups: Backups,
) -> None:
    """Two restores of one backup enter the same epoch: that one has two versions, and what was before has one."""
    home, here, there, ledger = backups.home, backups.here, backups.there, backups.ledger
    early, lost, fourth = pc(70).public, pc(71).public, pc(4)
    backups.meet(home, here, there)
    backups.take()
    there.send(ledger, issuers=(early,))
    backups.meet(there)
    backups.put_back()
    here.send(ledger, issuers=(lost,))
    backups.meet(home, here)
    backups.put_back()
    ledger.admit(fourth)
    home.send(ledger, returned=tuple(home.notices))
    backups.meet(home, here, home)
    assert early not in {listed.public_key for listed in home.said(IssuerListed)}

    backups.meet(there, here, home)

    for one in (home, here, there):
        assert {early, lost, fourth.issuer_public} <= {listed.public_key for listed in one.said(IssuerListed)}


def test_a_copy_gives_back_what_it_heard_though_another_met_under_its_name_before(backups: Backups) -> None:
    home, here, ledger = backups.home, backups.here, backups.ledger
    home.print_slip(1)
    backups.meet(home, here)
    backups.take()
    other = deepcopy(home)
    here.redeem(home, 1)
    backups.meet(here, home)
    backups.put_back(is_told=False)
    backups.meet(here, other)
    assert (ledger.epoch, taken_of(other)) == (2, [(1, 60)])

    home.counter = other.counter
    backups.meet(home, here)
    other.counter = home.counter
    backups.meet(other)

    assert taken_of(home) == taken_of(other) == [(1, 60)]


def test_after_that_there_is_nothing_more_to_say(backups: Backups) -> None:
    home, here, there = backups.home, backups.here, backups.there
    second = sibling_of(home, 9)
    backups.ledger.admit(second)
    home.print_slip(1)
    backups.meet(home, second)
    backups.take()
    here.redeem(home, 1)
    backups.meet(here, home)
    backups.put_back(is_told=False)
    there.redeem(home, 1)
    everybody = (there, second, home, here)
    backups.meet(*everybody, *everybody, *everybody)
    held = backups.ledger.holds()

    replies = [one.send(backups.ledger) for one in everybody]

    assert backups.ledger.holds() == held
    assert [(reply.lacks, reply.notices, reply.batches, reply.has_more) for reply in replies] == [
        ((), (), (), False)
    ] * 4
