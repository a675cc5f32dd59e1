"""Verify finds whatever is not as the signed bytes say, and nothing else."""

from typing import Any

import pytest
from sqlalchemy import delete, select, update

from ledger.domain.accounts import ISSUE, slip_account
from ledger.domain.facts import PutRight, Reason, SlipVoided
from ledger.domain.rulings import Outcome
from ledger.server import epochs
from ledger.server.database import writing
from ledger.server.finding import text_of
from ledger.server.revoking import move_purse, revoke_device
from ledger.server.tables import metadata
from ledger.server.verify import verify
from tests.server.front.desk import Desk

TABLES = metadata.tables


def problems(desk: Desk) -> list[str]:
    return verify(desk.ledger.engine).problems


def test_a_busy_network_is_sound_and_counted(desk: Desk) -> None:
    desk.busy()
    found = verify(desk.ledger.engine)
    assert found.problems == []
    assert found.counts["centres"] == found.counts["devices"] == 3
    assert found.counts["batches"] == 3
    assert found.counts["facts"] == 9
    assert found.counts["slips"] == 4


def test_all_that_may_happen_to_slips_and_pcs_is_sound(desk: Desk) -> None:
    one, two, door = desk.busy()
    second = desk.joined(one, 6, "Riverside")
    one.print_slip(10)
    named = one.redeem(one, 10)
    one.write(PutRight(named, ((slip_account(one.issuer, 10), 60), (ISSUE, -60)), next(iter(Reason))))
    one.print_slip(11)
    one.write(SlipVoided(one.issuer, 11, 60, None, has_paper=False, is_waiting=True))
    one.print_slip(12)
    one.meet(desk.ledger)
    two.redeem(one, 12)
    two.redeem(one, 99)
    two.meet(desk.ledger)
    one.write(SlipVoided(one.issuer, 12, 60, None, has_paper=False, is_waiting=True))
    one.print_slip(99)
    one.meet(desk.ledger)
    move_purse(desk.ledger.engine, "Riverside", text_of(second.device), now_ms=desk.ledger.now_ms)
    revoke_device(desk.ledger.engine, text_of(one.device), now_ms=desk.ledger.now_ms, is_last_meant=True)
    door.redeem(one, 4)
    door.meet(desk.ledger)
    second.meet(desk.ledger)
    with writing(desk.ledger.engine) as connection:
        epochs.begin(connection)
    for each in (two, door, second):
        each.meet(desk.ledger)
    assert problems(desk) == []


CHANGES: list[tuple[str, dict[str, Any]]] = [
    ("batches", {"raw": b"GHB1 not a batch"}),
    ("batches", {"head": bytes(32)}),
    ("batches", {"previous": bytes(32)}),
    ("batches", {"first": 2}),
    ("feeds", {"seq": 5}),
    ("feeds", {"head": bytes(32)}),
    ("sums", {"minutes": 61}),
    ("slips", {"minutes": 30}),
    ("slips", {"print_seq": 1}),
    ("slips", {"claim_seq": 77}),
    ("rulings", {"outcome": 4}),
    ("rulings", {"minutes": 61}),
    ("rulings", {"number": bytes(8)}),
    ("rulings", {"why": 6}),
    ("rulings", {"home": bytes(16)}),
    ("notices", {"raw": b"GHN1 not a notice"}),
    ("notices", {"first": 7}),
    ("ledger_feeds", {"seq": 50}),
    ("ledger_feeds", {"head": bytes(32)}),
    ("issuers", {"centre": bytes(16)}),
    ("issuers", {"revoked_ms": 5}),
    ("venues", {"name": "Cinema"}),
    ("devices", {"revoked_ms": 5}),
    ("devices", {"public_key": bytes(32)}),
    ("centres", {"arrivals": 0}),
    ("inbox", {"minutes": 61}),
    ("inbox", {"about_seq": 50}),
]


@pytest.mark.parametrize(("table", "change"), CHANGES, ids=[f"{table}-{next(iter(to))}" for table, to in CHANGES])
def test_whatever_is_changed_is_told(small_desk: Desk, table: str, change: dict[str, Any]) -> None:
    small_desk.busy()
    with writing(small_desk.ledger.engine) as connection:
        chosen = TABLES[table]
        changed = update(chosen)
        if table in {"batches", "feeds", "notices", "ledger_feeds", "slips", "rulings", "sums"}:
            order = select(*chosen.primary_key.columns).order_by(*chosen.primary_key.columns.values()[::-1])
            one = connection.execute(order).first()
            assert one is not None
            for column, value in zip(chosen.primary_key.columns, one, strict=True):
                changed = changed.where(column == value)
        connection.execute(changed.values(**change))
    assert problems(small_desk)


@pytest.mark.parametrize("table", ["batches", "sums", "slips", "rulings", "notices", "venues", "feeds", "inbox"])
def test_whatever_is_missing_is_told(small_desk: Desk, table: str) -> None:
    small_desk.busy()
    with writing(small_desk.ledger.engine) as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        connection.execute(delete(TABLES[table]))
    assert problems(small_desk)


def test_a_slip_that_is_settled_twice_is_told(desk: Desk) -> None:
    desk.busy()
    ruled = TABLES["rulings"]
    with writing(desk.ledger.engine) as connection:
        connection.execute(update(ruled).where(ruled.c.outcome == Outcome.GOODWILL).values(outcome=Outcome.SETTLED))
    told = problems(desk)
    assert any("120 minutes of it are settled, and it was printed with 60" in one for one in told)


def test_verify_changes_nothing(desk: Desk) -> None:
    desk.busy()
    held = desk.ledger.holds()
    verify(desk.ledger.engine)
    assert desk.ledger.holds() == held
