"""What the network lists is read as it lists it, whatever came first; what needs a person is on one list."""

from __future__ import annotations

import pytest

from desktop.clock import MS, StandingClock
from desktop.store.receiving import note_trouble
from desktop.store.sqlcipher import transaction
from desktop.store.store import Store
from ledger.domain.names import FactId
from ledger.domain.network import NETWORK, IssuerListed, IssuerRevoked, ItemDone, VenueListed
from ledger.domain.postings import Fact
from ledger.wire.keys import issuer_of
from tests.store.a_network import CENTRE, ELSEWHERE, FOREIGN, FOREIGN_KEY, Pc, founder

DAY_MS = 24 * 60 * 60 * MS


@pytest.fixture
def pc() -> Pc:
    return founder()


@pytest.mark.parametrize("is_revoked_first", [True, False])
def test_keys_are_listed_and_revoked_in_any_order(pc: Pc, *, is_revoked_first: bool) -> None:
    facts: list[Fact] = [IssuerListed(FOREIGN_KEY, ELSEWHERE), IssuerRevoked(FOREIGN, (7,))]
    pc.hear(pc.post.tell(*(facts[::-1] if is_revoked_first else facts), centre=NETWORK))

    (row,) = pc.store.read.issuers_of_network()
    assert (row.issuer, row.centre, row.is_revoked) == (issuer_of(FOREIGN_KEY), ELSEWHERE, True)
    assert [pc.store.read.is_still_good(FOREIGN, number) for number in (7, 8)] == [True, False]
    pc.check()


def test_the_last_word_on_a_venue_counts_over_epochs(pc: Pc) -> None:
    early = pc.post.tell(VenueListed(1001, "The pool"), VenueListed(1002, "The farm"), centre=NETWORK)
    pc.post.epoch = 2
    late = pc.post.tell(VenueListed(1001, "Pool and sauna"), VenueListed(1002, ""), centre=NETWORK)
    pc.hear(late, early)

    assert [tuple(row) for row in pc.store.read.venues_of_network()] == [(1001, "Pool and sauna")]
    pc.check()


def test_what_no_fact_tells_is_on_the_list_until_it_is_done(pc: Pc) -> None:
    about = FactId(CENTRE, 3)
    note_trouble(pc.store, "batch_refused", about)
    note_trouble(pc.store, "batch_refused", about)
    (item,) = pc.store.read.items()
    assert (item.kind, item.about, item.minutes, item.number) == ("batch_refused", about, 0, None)

    pc.add(ItemDone(about))
    assert pc.store.read.items() == []


class TestTheDay:
    """By the clock here, or by the network's last word, whichever is later."""

    def met(self, store: Store, *, met_ms: int, ledger_ms: int) -> None:
        with transaction(store.db) as db:
            for name, value in (("met_ms", met_ms), ("ledger_ms", ledger_ms)):
                db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", [name, value])

    @pytest.mark.parametrize(
        ("met_days", "ledger_days", "day", "is_doubtful"),
        [(0, 0, 0, False), (0, 3, 3, True), (0, -3, 0, True), (3, 3, 3, True), (-9, -9, 0, False)],
    )
    def test_it_is_the_later_one(self, pc: Pc, *, met_days: int, ledger_days: int, day: int, is_doubtful: bool) -> None:
        today, now_ms = pc.store.today(), pc.store.clock.now_ms()
        self.met(pc.store, met_ms=now_ms + met_days * DAY_MS, ledger_ms=now_ms + ledger_days * DAY_MS)

        assert (pc.store.today(), pc.store.clock_is_doubtful()) == (today + day, is_doubtful)

    def test_before_the_network_is_met_the_clock_is_believed(self, pc: Pc) -> None:
        assert isinstance(pc.store.clock, StandingClock)
        assert not pc.store.clock_is_doubtful()
