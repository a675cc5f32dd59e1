"""A tap is one transaction: all of it is there afterwards, once, or nothing of it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from desktop.problems import NotAllowed, NotEnough, NotFound
from desktop.store.projections_book import BookRows
from desktop.store.sqlcipher import transaction
from desktop.store.stray import OutsideTransaction
from ledger.domain.accounts import ISSUE, member_account
from ledger.domain.facts import Contributed, Given, PlanMade, PutRight, Reason, SlipPrinted, SlipRedeemed
from ledger.domain.feed import first_head, next_head
from ledger.domain.names import FactId
from ledger.domain.subjects import CentreFounded, MemberWritten, SettingSet, TaskWritten, Unknown
from tests.store.a_centre import ISSUER, ACentre, a_centre, everything, new_store, open_again


@pytest.fixture
def centre() -> ACentre:
    return a_centre()


def test_a_tap_is_there_after_closing_and_opening_again(tmp_path: Path) -> None:
    centre = a_centre(tmp_path / "a.db")
    helped = centre.add(Contributed(centre.ann, centre.task, 30))
    centre.store.close()

    again = open_again(tmp_path / "a.db")

    assert again.read.minutes(member_account(centre.ann)) == 30
    assert again.read.entry(helped).fact == Contributed(centre.ann, centre.task, 30)
    assert again.read.member(centre.ann).name == "Ann"
    assert again.verify().ok
    again.close()


def test_the_same_draft_twice_is_one_fact(centre: ACentre) -> None:
    def tap() -> tuple[bool, tuple[FactId, ...], frozenset[FactId]]:
        with centre.store.writing("tap") as facts:
            if not facts.is_repeat:
                facts.add(Contributed(centre.ann, centre.task, 30, with_members=(centre.bob,)))
        return facts.is_repeat, facts.changes.facts, facts.changes.touched

    first, again = tap(), tap()

    assert (first[0], again[0]) == (False, True)
    assert first[1:] == again[1:]
    assert {centre.ann, centre.bob, centre.task} < again[2]
    assert (centre.minutes(centre.ann), centre.store.count("tap")) == (30, 1)


def test_nothing_can_be_added_to_a_draft_that_was_written_before(centre: ACentre) -> None:
    with centre.store.writing("tap") as facts:
        facts.add(Contributed(centre.ann, centre.task, 30))

    with pytest.raises(RuntimeError), centre.store.writing("tap") as facts:
        facts.add(Contributed(centre.ann, centre.task, 30))

    assert centre.minutes(centre.ann) == 30


def test_an_exception_in_the_with_block_leaves_nothing(centre: ACentre) -> None:
    before = everything(centre.store)

    def tap() -> None:
        with centre.store.writing("tap", assisted_by=centre.bob) as facts:
            facts.seal(b"a text")
            facts.add(Contributed(centre.ann, centre.task, 30))
            facts.add(SettingSet("step_minutes", 5))
            assert centre.minutes(centre.ann) == 30
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        tap()

    assert everything(centre.store) == before
    assert centre.store.rules.step_minutes == 15
    assert centre.store.count("tap") == 0
    centre.add(Contributed(centre.ann, centre.task, 15))
    assert centre.store.verify().ok


def test_a_fact_that_is_refused_leaves_the_others_of_the_tap_alone(centre: ACentre) -> None:
    with centre.store.writing("tap") as facts:
        facts.add(Contributed(centre.ann, centre.task, 30))
        with pytest.raises(NotEnough):
            facts.add(Given(centre.ann, centre.bob, 60))
        facts.add(Given(centre.ann, centre.bob, 15))

    assert (centre.minutes(centre.ann), centre.minutes(centre.bob)) == (15, 15)
    assert centre.store.verify().ok


def test_a_fact_left_half_way_takes_its_whole_tap_with_it(centre: ACentre, monkeypatch: pytest.MonkeyPatch) -> None:
    def a_tap_that_goes_on_regardless() -> None:
        with centre.store.writing("tap") as facts, suppress(ZeroDivisionError):
            facts.add(Contributed(centre.ann, centre.task, 30))

    with monkeypatch.context() as broken:
        broken.setattr(BookRows, "move", lambda *_: 1 // 0)
        with pytest.raises(RuntimeError, match="half-way"):
            a_tap_that_goes_on_regardless()

    assert (centre.minutes(centre.ann), centre.store.count("tap")) == (0, 0)
    assert centre.store.verify().ok


def test_how_much_a_tap_wrote_is_told_without_reading_its_facts(centre: ACentre) -> None:
    with centre.store.writing("tap") as facts:
        for _ in range(3):
            facts.add(Contributed(centre.ann, centre.task, 30))
    with transaction(centre.store.db) as db:
        db.execute("UPDATE facts SET body = x'00'")

    assert centre.store.count("tap") == 3
    assert centre.store.count("another") == 0


def test_one_tap_at_a_time(centre: ACentre) -> None:
    with centre.store.writing("one"), pytest.raises(RuntimeError), centre.store.writing("two"):
        pass


def test_no_draft_id_comes_twice_whatever_crashed(tmp_path: Path) -> None:
    store = new_store(tmp_path / "a.db")
    ids = [store.new_draft() for _ in range(3)]
    store.db.close()  # as a crash would: nothing is said to the store
    for _ in range(2):
        store = open_again(tmp_path / "a.db")
        ids += [store.new_draft() for _ in range(3)]
        store.db.close()

    assert len(set(ids)) == 9


def test_the_feed_is_a_chain(centre: ACentre) -> None:
    centre.add(Contributed(centre.ann, centre.task, 30))

    head = first_head(centre.store.device)
    rows = centre.store.db.execute("SELECT seq, body, head FROM facts ORDER BY seq").fetchall()
    for seq, (kept_seq, body, kept_head) in enumerate(rows, start=1):
        head = next_head(head, body)
        assert (seq, head) == (kept_seq, kept_head)
    assert centre.store.read.last_seq() == len(rows)


def test_nobody_goes_below_zero(centre: ACentre) -> None:
    helped = centre.add(Contributed(centre.ann, centre.task, 45))
    takes = (
        Given(centre.ann, centre.bob, 46),
        SlipPrinted(ISSUER, 1, 60, centre.ann, 2000),
        PlanMade(centre.ann, centre.swim, (centre.ann,), 60, 60),
    )
    for fact in takes:
        with pytest.raises(NotEnough):
            centre.add(fact)
    centre.add(Given(centre.ann, centre.bob, 45))
    back = ((member_account(centre.ann), -45), (ISSUE, 45))
    with pytest.raises(NotEnough):
        centre.add(PutRight(helped, back, Reason.UNDO))

    assert (centre.minutes(centre.ann), centre.minutes(centre.bob)) == (0, 45)


def test_a_slip_is_good_once_and_only_as_a_whole(centre: ACentre) -> None:
    centre.add(SlipPrinted(ISSUER, 7, 60, None, 2000))

    with pytest.raises(NotAllowed):
        centre.add(SlipPrinted(ISSUER, 7, 60, None, 2000))
    with pytest.raises(NotAllowed):
        centre.add(SlipRedeemed(ISSUER, 7, centre.ann, 30))
    with pytest.raises(NotAllowed):
        centre.add(SlipRedeemed(ISSUER, 8, centre.ann, 60))
    centre.add(SlipRedeemed(ISSUER, 7, centre.ann, 60))
    with pytest.raises(NotAllowed):
        centre.add(SlipRedeemed(ISSUER, 7, centre.bob, 60))

    assert (centre.minutes(centre.ann), centre.minutes(centre.bob)) == (60, 0)


def test_a_record_carried_over_by_a_restore_is_not_in_the_way(centre: ACentre) -> None:
    """The backup was older than the slip's redemption, and the feed goes on from the backup."""
    centre.add(SlipPrinted(ISSUER, 7, 60, None, 2000))
    with transaction(centre.store.db) as db:
        next_name = centre.store.device + (centre.store.read.last_seq() + 1).to_bytes(6, "big")
        db.execute("INSERT INTO redeemed_here VALUES (?, ?, ?, 5)", [(7).to_bytes(8, "big"), ISSUER, next_name])

    centre.add(SlipRedeemed(ISSUER, 7, centre.ann, 60))

    assert [row.at_ms for row in centre.store.read.redeemed_here(ISSUER, 7)] == [centre.store.clock.now_ms()]
    assert centre.store.verify().ok


def test_what_nobody_has_heard_of_cannot_be_written_about(centre: ACentre) -> None:
    nobody = FactId(centre.store.device, 999)

    with pytest.raises(NotFound):
        centre.add(MemberWritten(nobody, b""))
    with pytest.raises(NotFound):
        centre.add(TaskWritten(nobody, "", ""))
    with pytest.raises(NotFound):
        centre.add(PutRight(nobody, (), Reason.UNDO))


def test_a_fact_of_a_newer_kind_is_never_written_here(centre: ACentre) -> None:
    with pytest.raises((NotAllowed, ValueError)):
        centre.add(Unknown(63, b"\x84\x18\x3f\x00\x40\x40"))


def test_settings_are_the_rules_from_the_next_tap_on(centre: ACentre) -> None:
    centre.add(SettingSet("credit_minutes", 30), SettingSet("colour", 4))

    assert centre.store.rules.credit_minutes == 30
    assert centre.store.read.setting("colour") == 4
    assert centre.store.read.setting("shape") is None


def test_a_centre_may_be_renamed(centre: ACentre) -> None:
    assert (centre.store.centre_name, centre.store.is_practice) == ("Elm House", True)

    centre.add(CentreFounded("Oak House", is_practice=True))

    assert centre.store.centre_name == "Oak House"


def test_texts_are_sealed_and_come_back(centre: ACentre) -> None:
    with centre.store.writing("tap") as facts:
        digest = facts.seal("Zoë".encode())
        assert facts.seal(b"") == b""
        member = facts.add(MemberWritten(None, digest, photo=digest))

    assert centre.store.blob(digest) == "Zoë".encode()
    assert centre.store.read.member(member).name == "Zoë"
    sealed = centre.store.db.execute("SELECT sealed FROM blobs WHERE digest = ?", [digest]).fetchone()[0]
    assert "Zoë".encode() not in sealed
    with pytest.raises(NotFound):
        centre.store.blob(bytes(32))


def test_secrets_are_kept(centre: ACentre) -> None:
    centre.store.set_secret("pin_failures", b"1")
    centre.store.set_secret("pin_failures", b"2")

    assert centre.store.secret("pin_failures") == b"2"
    with pytest.raises(NotFound):
        centre.store.secret("pin_hash")


def test_nothing_is_written_outside_a_tap(centre: ACentre) -> None:
    with pytest.raises(OutsideTransaction):
        centre.store.db.execute("DELETE FROM facts")
