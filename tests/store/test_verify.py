"""Verify finds every fault that is planted, says it in plain words, and finds none where there is none."""

from __future__ import annotations

import pytest

from desktop.store.allowed import SpendingPaused
from desktop.store.sqlcipher import transaction
from ledger.domain.facts import Contributed, Given, SlipPrinted, SlipRedeemed
from ledger.domain.feed import first_head, next_head
from ledger.domain.names import FactId
from ledger.domain.subjects import Unknown
from ledger.wire.cbor import dump
from tests.store.a_centre import ISSUER, ACentre, a_centre, everything


@pytest.fixture
def centre() -> ACentre:
    made = a_centre()
    made.add(Contributed(made.ann, made.task, 120), Given(made.ann, made.bob, 30))
    made.add(SlipPrinted(ISSUER, 7, 60, made.ann, 2000))
    made.add(SlipRedeemed(ISSUER, 7, made.cai, 60))
    assert made.store.verify().ok
    return made


def plant(centre: ACentre, sql: str, *values: object) -> list[str]:
    """Change one thing behind the store's back; what verify says."""
    centre.store.db.conn.execute("PRAGMA foreign_keys = OFF")
    with transaction(centre.store.db):
        assert centre.store.db.execute(sql, values).rowcount == 1
    return centre.store.verify().problems


def test_a_sound_store_has_no_problems_and_is_not_changed(centre: ACentre) -> None:
    before = everything(centre.store)

    verified = centre.store.verify()

    assert (verified.ok, verified.problems) == (True, [])
    assert verified.facts == centre.store.read.last_seq()
    assert everything(centre.store) == before


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("UPDATE facts SET head = zeroblob(32) WHERE seq = 5", "chain"),
        ("UPDATE facts SET body = x'00' WHERE seq = 5", "cannot be read"),
        ("UPDATE facts SET body = CAST(body || x'00' AS BLOB) WHERE seq = 5", "chain"),
        ("DELETE FROM facts WHERE seq = 4", "1 are missing"),
        ("DELETE FROM facts WHERE seq = 1", "1 are missing"),
        ("UPDATE balances SET minutes = minutes + 1 WHERE class = 1", "balances"),
        ("UPDATE movements SET minutes = 15 WHERE what = 'helped'", "history"),
        ("DELETE FROM movements WHERE what = 'helped'", "movements"),
        ("INSERT INTO waiting VALUES (zeroblob(22), 'helped', NULL, NULL, NULL, NULL, 15, 0)", "waiting"),
        ("UPDATE members SET name = 'Abb' WHERE name = 'Ann'", "members"),
        ("UPDATE slips SET state = 'out'", "slips"),
        ("INSERT INTO settings (setting, value) VALUES ('step_minutes', 1)", "settings"),
        ("INSERT INTO settings_text (setting, value) VALUES ('centre_phone', '1')", "settings_text"),
        ("UPDATE drafts SET last_seq = 900 WHERE draft = 'founding'", "tap founding"),
        ("DELETE FROM redeemed_here", "no lasting record"),
        ("UPDATE redeemed_here SET number = zeroblob(8)", "lasting record"),
        ("UPDATE blobs SET sealed = zeroblob(104) WHERE rowid = 1", "text or photo"),
    ],
)
def test_a_planted_fault_is_found(centre: ACentre, sql: str, words: str) -> None:
    problems = plant(centre, sql)

    assert any(words in problem for problem in problems), problems


def test_every_byte_of_a_fact_matters(centre: ACentre) -> None:
    body = centre.store.db.execute("SELECT body FROM facts WHERE seq = 9").fetchone()[0]
    for place in range(len(body)):
        changed = bytes(byte ^ (1 if at == place else 0) for at, byte in enumerate(body))
        assert plant(centre, "UPDATE facts SET body = ? WHERE seq = 9", changed)
    assert plant(centre, "UPDATE facts SET body = ? WHERE seq = 9", body) == []


def test_every_fault_is_told_not_only_the_first(centre: ACentre) -> None:
    plant(centre, "UPDATE facts SET head = zeroblob(32) WHERE seq = 5")
    plant(centre, "DELETE FROM movements WHERE what = 'helped'")
    problems = plant(centre, "DELETE FROM redeemed_here")

    for words in ("chain", "movements", "lasting record"):
        assert any(words in problem for problem in problems)


def test_a_head_that_fits_a_false_fact_does_not_hide_it(centre: ACentre) -> None:
    """Somebody with the key rewrites the end of the feed, chain and all: the tables still tell."""
    store = centre.store
    seq = store.read.last_seq()
    (head,) = store.db.execute("SELECT head FROM facts WHERE seq = ?", [seq - 1]).fetchone()
    (body,) = store.db.execute("SELECT body FROM facts WHERE seq = ?", [seq]).fetchone()
    false = body.replace(centre.cai.device + bytes([centre.cai.seq]), centre.bob.device + bytes([centre.bob.seq]))
    assert false != body

    problems = plant(centre, "UPDATE facts SET body = ?, head = ? WHERE seq = ?", false, next_head(head, false), seq)

    assert not any("chain" in problem for problem in problems)
    assert any("balances" in problem for problem in problems)


def test_a_member_below_zero_is_found(centre: ACentre) -> None:
    """Written by a PC whose book did not refuse."""
    device, last = centre.store.device, centre.store.read.last_seq()
    (head,) = centre.store.db.execute("SELECT head FROM facts WHERE seq = ?", [last]).fetchone()
    gift = [4, 0, b"", b"", *(name.device + bytes([name.seq]) for name in (centre.bob, centre.ann)), 600, 0]
    body = dump(gift)  # type: ignore[arg-type]  # a list of plain values
    plant(centre, "INSERT INTO facts VALUES (?, ?, ?, ?)", device, last + 1, body, next_head(head, body))
    centre.store.rebuild()

    problems = centre.store.verify().problems

    assert any("below zero: -570 minutes" in problem for problem in problems), problems


def test_records_carried_over_by_a_restore_are_no_fault(centre: ACentre) -> None:
    """They name facts that came after the backup, or other facts that have taken those places since."""
    for seq in (900, 3):
        fact = centre.store.device + seq.to_bytes(6, "big")
        assert plant(centre, "INSERT INTO redeemed_here VALUES (zeroblob(8), ?, ?, 0)", ISSUER, fact) == []


@pytest.mark.parametrize(("kind", "pauses"), [(63, True), (4_000, False)])
def test_a_fact_of_a_newer_kind_is_kept_and_counted(centre: ACentre, kind: int, *, pauses: bool) -> None:
    device = b"\x07" * 16
    body = dump([kind, 0, b"", b"", 5])
    centre.store.db.conn.execute("PRAGMA foreign_keys = OFF")
    with transaction(centre.store.db):
        head = next_head(first_head(device), body)
        centre.store.db.execute("INSERT INTO facts VALUES (?, 1, ?, ?)", [device, body, head])
    before = centre.store.verify().facts
    assert centre.store.rebuild() == before

    assert centre.store.verify().ok
    assert centre.store.read.entry(FactId(device, 1)).fact == Unknown(kind, body)
    centre.add(Contributed(centre.ann, centre.task, 15))
    if pauses:
        with pytest.raises(SpendingPaused):
            centre.add(Given(centre.ann, centre.bob, 15))
    else:
        centre.add(Given(centre.ann, centre.bob, 15))
