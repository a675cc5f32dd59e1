"""A code lets in one PC, once, for a while; and that PC as often as its answer is lost."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl.utils import random
from sqlalchemy import update

from ledger.domain.bounds import FIRST_VENUE
from ledger.domain.network import DeviceListed, IssuerListed, VenueListed
from ledger.server import centres, enrolling, epochs
from ledger.server.centres import add_venue
from ledger.server.clock import DAY_MS
from ledger.server.database import writing
from ledger.server.enrolling import BadCode, ExpiredCode, Malformed, NotForThisPC, UsedCode, enrol
from ledger.server.finding import text_of
from ledger.server.problems import NotAllowed
from ledger.server.revoking import move_purse, revoke_device
from ledger.server.tables import codes
from ledger.wire.joining import Code, vouch
from tests.server.front.desk import Desk
from tests.server.pcs import pc, sibling_of


def test_a_centres_first_pc_comes_in_and_meets(desk: Desk) -> None:
    one = pc(1)
    answer = desk.enrols(one, desk.centre_code("Riverside"))

    assert (answer.name, answer.venue, answer.epoch) == ("Riverside", 0, 1)
    one.print_slip(7)
    assert one.meet(desk.ledger).positions.seq == 1
    assert one.said(IssuerListed) == [IssuerListed(one.issuer_public, one.centre)]
    assert [fact.public_key for fact in one.said(DeviceListed)] == [one.public]
    (centre,) = [row for row in desk.ledger.rows("centres") if row["kind"] != "network"]
    assert (centre["name"], centre["purse"]) == ("Riverside", one.device)


def test_a_door_comes_in_with_the_number_of_its_venue(desk: Desk) -> None:
    one, door = desk.founded(1, "Riverside"), desk.door(3, "Swimming pool")
    one.meet(desk.ledger)
    assert one.said(VenueListed) == [VenueListed(door.venue, "Swimming pool")]
    assert door.meet(desk.ledger).positions.centre_feed == 1


def test_a_further_pc_comes_in_when_one_of_the_centre_stands_for_it(desk: Desk) -> None:
    founder = desk.founded(1, "Riverside")
    second = desk.joined(founder, 2, "Riverside")
    third = sibling_of(founder, 4)
    desk.enrols(third, desk.device_code("Riverside"), by=second)
    founder.write()
    founder.print_slip(7)
    founder.meet(desk.ledger)
    third.meet(desk.ledger)
    assert founder.device in third.siblings
    assert {fact.by for fact in third.said(DeviceListed)} == {founder.device, second.device}


def test_the_same_pc_gets_the_same_answer_again_even_after_the_code_is_too_old(desk: Desk) -> None:
    one, code = pc(1), desk.centre_code("Riverside")
    first = desk.enrols(one, code)
    held = desk.ledger.holds()
    desk.ledger.now_ms += 30 * DAY_MS
    again = desk.enrols(one, code)
    assert (again.name, again.epoch, again.ledger_public) == (first.name, first.epoch, first.ledger_public)
    assert desk.ledger.holds() == held


def test_a_code_is_for_one_pc_only(desk: Desk) -> None:
    code = desk.centre_code("Riverside")
    desk.enrols(pc(1), code)
    with pytest.raises(UsedCode):
        desk.enrols(pc(2), code)


def test_a_code_grows_old(desk: Desk) -> None:
    code = desk.centre_code("Riverside", valid_days=3)
    desk.ledger.now_ms += 3 * DAY_MS
    with pytest.raises(ExpiredCode):
        desk.enrols(pc(1), code)
    assert not desk.ledger.rows("devices")


def test_unused_codes_die_with_their_epoch(desk: Desk) -> None:
    code = desk.centre_code("Riverside")
    with writing(desk.ledger.engine) as connection:
        epochs.begin(connection)
    with pytest.raises(ExpiredCode, match="backup"):
        desk.enrols(pc(1), code)


def test_a_new_code_for_the_same_name_ends_the_one_before(desk: Desk) -> None:
    lost = desk.centre_code("Riverside")
    found = desk.centre_code("Riverside")
    with pytest.raises(BadCode):
        desk.enrols(pc(1), lost)
    desk.enrols(pc(1), found)


def test_a_code_of_nobody_is_no_code(desk: Desk) -> None:
    asked = desk.asking(pc(1), Code(bytes(10), bytes(5)).text)
    with pytest.raises(BadCode):
        enrol(desk.ledger.engine, asked, now_ms=desk.ledger.now_ms)


def test_only_its_digest_is_kept(desk: Desk) -> None:
    code = Code.from_text(desk.centre_code("Riverside"))
    (row,) = desk.ledger.rows("codes")
    assert row["digest"] == code.digest
    assert code.secret not in b"".join(value for value in row.values() if isinstance(value, bytes))


@pytest.mark.parametrize("case", ["unvouched", "stranger", "forged", "revoked", "other centre"])
def test_nobody_joins_a_centre_without_one_of_its_pcs(desk: Desk, case: str) -> None:
    founder, other = desk.founded(1, "Riverside"), desk.founded(5, "Hillside")
    new = sibling_of(founder, 2)
    code = desk.device_code("Riverside")
    if case == "revoked":
        now_ms = desk.ledger.now_ms
        revoke_device(desk.ledger.engine, text_of(founder.device), now_ms=now_ms, is_last_meant=True)
    changes = {
        "unvouched": {"voucher": b"", "vouched": b""},
        "stranger": {"voucher": pc(9).device},
        "forged": {"vouched": vouch(other.seed, centre=new.centre, public=new.public, is_successor=False)},
        "revoked": {},
        "other centre": {"founder": other.centre},
    }[case]
    held = desk.ledger.holds()
    with pytest.raises(NotForThisPC):
        desk.enrols(new, code, by=founder, **changes)
    assert desk.ledger.holds() == held


def test_a_centre_has_no_more_pcs_than_a_reply_can_tell_of(small_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(enrolling, "MOST_DEVICES", 2)
    founder = small_desk.founded(1, "Riverside")
    third, code = sibling_of(founder, 3), small_desk.device_code("Riverside")
    small_desk.joined(founder, 2, "Riverside")
    held = small_desk.ledger.holds()
    with pytest.raises(NotForThisPC, match="has had 2 PCs"):
        small_desk.enrols(third, code, by=founder)
    assert small_desk.ledger.holds() == held
    monkeypatch.setattr(centres, "MOST_DEVICES", 2)
    with pytest.raises(NotAllowed, match="has had 2 PCs"):
        small_desk.device_code("Riverside")


def test_a_centres_code_makes_no_further_pc_and_a_venues_prints_no_slips(desk: Desk) -> None:
    founder = desk.founded(1, "Riverside")
    with pytest.raises(NotForThisPC):
        desk.enrols(sibling_of(founder, 2), desk.centre_code("Hillside"), by=founder)
    pool = add_venue(desk.ledger.engine, "Swimming pool", now_ms=desk.ledger.now_ms)
    with pytest.raises(NotForThisPC, match="prints no slips"):
        desk.enrols(pc(3), pool.code)
    with pytest.raises(NotForThisPC):
        desk.enrols(sibling_of(founder, 2), desk.centre_code("Again"))
    with pytest.raises(NotForThisPC):
        desk.enrols(founder, desk.centre_code("Again"))


def test_a_door_does_not_use_up_a_centres_code(desk: Desk) -> None:
    code = desk.centre_code("Riverside")
    held = desk.ledger.holds()
    with pytest.raises(NotForThisPC, match="code is a centre's"):
        desk.enrols(pc(3, venue=FIRST_VENUE), code)
    assert desk.ledger.holds() == held
    assert desk.enrols(pc(1), code).name == "Riverside"


def test_a_centre_that_a_restored_ledger_forgot_comes_in_by_any_pc_of_it(desk: Desk) -> None:
    """The first may be lost; it keeps the purse until the coordinator moves it."""
    lost, last = pc(1), sibling_of(pc(1), 2)
    desk.enrols(last, desk.centre_code("Riverside"))
    last.print_slip(7)
    assert last.meet(desk.ledger).positions.seq == 1
    (centre,) = [row for row in desk.ledger.rows("centres") if row["kind"] != "network"]
    assert (centre["centre"], centre["purse"]) == (lost.centre, lost.device)
    moved = move_purse(desk.ledger.engine, "Riverside", text_of(last.device), now_ms=desk.ledger.now_ms)
    assert (moved["from"], moved["to"]) == (text_of(lost.device), text_of(last.device))


def test_a_key_of_another_centre_is_not_taken_over(desk: Desk) -> None:
    one = desk.founded(1, "Riverside")
    with pytest.raises(NotForThisPC):
        desk.enrols(pc(2), desk.centre_code("Hillside"), issuers=(one.issuer_public,))


def test_what_the_device_did_not_sign_is_no_enrolment(small_desk: Desk) -> None:
    raw = bytearray(small_desk.asking(pc(1), small_desk.centre_code("Riverside")))
    held = small_desk.ledger.holds()
    for at in range(0, len(raw), 7):
        changed = bytes(raw[:at]) + bytes([raw[at] ^ 1]) + bytes(raw[at + 1 :])
        with pytest.raises(Malformed):
            enrol(small_desk.ledger.engine, changed, now_ms=small_desk.ledger.now_ms)
    assert small_desk.ledger.holds() == held


@given(raw=st.binary(max_size=300))
@settings(max_examples=50)
def test_any_bytes_are_told_calmly(raw: bytes) -> None:
    with pytest.raises(Malformed):
        enrol(None, raw, now_ms=0)  # type: ignore[arg-type]  # not a byte of this reaches a database


def test_two_pcs_at_the_same_moment_with_one_code(desk: Desk) -> None:
    code = desk.centre_code("Riverside")

    def tries(letter: int) -> str:
        try:
            desk.enrols(pc(letter), code)
        except UsedCode:
            return "used"
        return "in"

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(tries, (1, 2, 3, 4))) == ["in", "used", "used", "used"]


def test_a_code_that_a_restored_ledger_has_forgotten_was_used_is_told(desk: Desk) -> None:
    one, code = pc(1), desk.centre_code("Riverside")
    desk.enrols(one, code)
    with writing(desk.ledger.engine) as connection:
        connection.execute(update(codes).values(used_by=None, used_ms=None))
    with pytest.raises(NotForThisPC, match="enrolled already"):
        desk.enrols(one, code)


def test_the_network_leaves_small_numbers_to_the_places_of_centres(
    small_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = iter([0, 7, FIRST_VENUE - 1, FIRST_VENUE])
    monkeypatch.setattr(centres, "random_bytes", lambda n: next(drawn).to_bytes(4, "big") if n == 4 else random(n))

    added = centres.add_venue(small_desk.ledger.engine, "Swimming pool", now_ms=small_desk.ledger.now_ms)

    assert added.venue == FIRST_VENUE
