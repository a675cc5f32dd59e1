"""Further PCs, keys of slips, the purse, revoked PCs, and blobs on their way: what a request brings besides batches."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from ledger.domain.names import FactId
from ledger.domain.network import DeviceListed, DeviceRevoked, IssuerListed
from ledger.domain.rulings import CreditNoted, Outcome, PurseTaken, Why
from ledger.server import own, speaking
from ledger.server.database import writing
from ledger.server.exchange import answer
from ledger.server.tables import devices
from ledger.wire.answering import Trouble
from ledger.wire.asking import Held, Joining, Piece, Want
from ledger.wire.joining import vouch
from ledger.wire.keys import issuer_of
from ledger.wire.sealing import digest
from tests.server.pcs import Ledger, Pc, pc, sibling_of


@pytest.fixture
def centre(ledger: Ledger) -> Pc:
    found = pc(1)
    ledger.admit(found)
    found.meet(ledger)
    return found


def joining(by: Pc, new: Pc, *, is_successor: bool = False, takes_purse: bool = False) -> Joining:
    signature = vouch(by.seed, centre=by.centre, public=new.public, is_successor=is_successor)
    return Joining(new.public, signature, is_successor, takes_purse)


def revoke(ledger: Ledger, centre: Pc, device: bytes) -> None:
    """As the coordinator's command does it."""
    with writing(ledger.engine) as connection:
        connection.execute(update(devices).where(devices.c.device == device).values(revoked_ms=1))
        said = [DeviceRevoked(device)]
        speaking.say(connection, own.read(connection), centre.centre, said, now_ms=ledger.now_ms)


def test_a_pc_lets_in_another_and_the_centre_hears_of_it(ledger: Ledger, centre: Pc) -> None:
    second = sibling_of(centre, 9)
    second.ledger_public = centre.ledger_public
    assert second.send(ledger).trouble == Trouble.UNKNOWN_DEVICE

    centre.send(ledger, joins=(joining(centre, second),))
    held = ledger.holds()
    centre.send(ledger, joins=(joining(centre, second),))

    assert ledger.holds() == held
    assert second.send(ledger).trouble == Trouble.NONE
    listed = centre.said(DeviceListed)[-1]
    assert (listed.public_key, listed.by, listed.is_successor) == (second.public, centre.device, False)


def test_a_device_vouching_falsely_lets_nobody_in(ledger: Ledger, centre: Pc) -> None:
    stranger, new = pc(2), pc(9)
    ledger.admit(stranger)
    held = ledger.holds()
    not_vouched = joining(stranger, new)
    other_kind = joining(centre, new)._replace(is_successor=True)

    centre.send(ledger, joins=(not_vouched, other_kind))

    assert ledger.holds() == held


def test_a_successor_takes_the_purse_when_all_of_the_old_feed_is_held(ledger: Ledger, centre: Pc) -> None:
    centre.print_slip(1)
    centre.meet(ledger)
    new = pc(9)

    centre.send(ledger, joins=(joining(centre, new, is_successor=True, takes_purse=True),))

    (taken,) = centre.said(PurseTaken)
    assert (taken.giver, taken.last, taken.taker) == (centre.device, 1, new.device)
    assert purse(ledger, centre) == new.device


def test_a_successor_does_not_take_the_purse_from_a_feed_that_is_further_on(ledger: Ledger, centre: Pc) -> None:
    centre.print_slip(1)
    centre.meet(ledger)
    new, third = pc(9), pc(8)

    centre.send(ledger, own=0, joins=(joining(centre, new, is_successor=True, takes_purse=True),))
    ledger.admit(sibling := sibling_of(centre, 10))
    sibling.send(ledger, joins=(joining(sibling, third, takes_purse=True),))

    assert centre.said(PurseTaken) == []
    assert purse(ledger, centre) == centre.device


def test_a_revoked_pc_is_told_so_and_nothing_it_sends_is_kept(ledger: Ledger, centre: Pc) -> None:
    second = sibling_of(centre, 9)
    ledger.admit(second)
    revoke(ledger, centre, second.device)
    second.print_slip(1)
    held = ledger.holds()

    raw = second.raw()
    answered = ledger.answer(raw)

    assert answered.status == 403
    assert second.reply(raw, answered).trouble == Trouble.REVOKED
    assert ledger.holds() == held


def test_nobody_hears_whether_a_device_exists_without_its_key(ledger: Ledger, centre: Pc) -> None:
    thief = pc(2)
    thief.centre = thief.device = centre.device
    thief.ledger_public = centre.ledger_public

    answered = ledger.answer(thief.raw())

    assert (answered.status, answered.public) == (400, b"")


def test_keys_of_slips_reach_the_list_that_all_follow(ledger: Ledger, centre: Pc) -> None:
    other = pc(2)
    ledger.admit(other)
    new = pc(7).public

    centre.send(ledger, issuers=(new,))
    other.send(ledger, issuers=(new, other.issuer_public))
    held = ledger.holds()
    other.meet(ledger, issuers=(new,))

    assert ledger.holds() == held
    assert [listed.centre for listed in other.said(IssuerListed) if listed.public_key == new] == [centre.centre]
    (row,) = [row for row in ledger.rows("issuers") if row["issuer"] == issuer_of(new)]
    assert (row["centre"], row["device"]) == (centre.centre, centre.device)


def test_a_door_is_succeeded_by_its_copy_and_joined_by_nobody(ledger: Ledger) -> None:
    door, copy = pc(4, venue=1007), pc(5)
    ledger.admit(door)

    door.send(ledger, joins=(joining(door, pc(6)), joining(door, copy, is_successor=True, takes_purse=True)))

    assert {row["device"] for row in ledger.rows("devices")} == {door.device, copy.device}
    assert door.said(PurseTaken) == []


def test_a_door_signs_no_slips(ledger: Ledger) -> None:
    door = pc(4, venue=1007)
    ledger.admit(door)

    door.send(ledger, issuers=(pc(7).public,))

    assert ledger.rows("issuers") == []


def test_a_slip_of_a_key_not_listed_yet_is_ruled_when_it_is(ledger: Ledger, centre: Pc) -> None:
    home = pc(2)
    ledger.admit(home)
    home.issuer_seed = bytes([77]) * 32
    unlisted = pc(77)
    unlisted.issuer = issuer_of(home.issuer_public)
    taken = centre.redeem(unlisted, 1, 40)
    centre.meet(ledger)
    assert centre.ruled(taken) is None

    note = centre.write(CreditNoted(unlisted.issuer, 1, FactId(centre.device, 1), 20))
    centre.meet(ledger)
    home.meet(ledger, issuers=(home.issuer_public,))
    centre.meet(ledger)
    home.meet(ledger)

    assert centre.ruled(note) == (Outcome.SETTLED, Why.FIRST)
    assert centre.rulings()[note].centre == home.centre
    assert centre.ruled(taken) == (Outcome.SETTLED, Why.FIRST)
    assert [(told.fact, told.minutes, told.is_issue_seen) for told in home.slips_taken()] == [
        (taken, 40, False),
        (note, 20, False),
    ]


def test_a_blob_travels_in_pieces_and_goes_on_after_a_cut(ledger: Ledger, centre: Pc) -> None:
    second = sibling_of(centre, 9)
    ledger.admit(second)
    photo = bytes(range(256)) * 600
    name = digest(photo)
    pieces = tuple(Piece(name, len(photo), at, photo[at : at + 60_000]) for at in range(0, len(photo), 60_000))

    assert centre.send(ledger, pieces=pieces[:1]).kept == (Held(name, 60_000),)
    assert second.send(ledger, wants=(Want(name, 0),)).pieces == ()
    assert centre.send(ledger, pieces=(pieces[2], pieces[0])).kept == (Held(name, 60_000),) * 2
    assert centre.send(ledger, pieces=(Piece(name, len(photo), 0, b""),)).kept == (Held(name, 60_000),)
    assert centre.send(ledger, pieces=pieces[1:]).kept == (Held(name, 120_000), Held(name, len(photo)))

    got = second.send(ledger, wants=(Want(name, 100),)).pieces
    assert b"".join(piece.part for piece in got) == photo[100:]
    assert got[0].offset == 100


def test_a_blob_that_is_not_what_its_name_says_begins_again(ledger: Ledger, centre: Pc) -> None:
    name = digest(b"a photo")

    assert centre.send(ledger, pieces=(Piece(name, 7, 0, b"another"),)).kept == (Held(name, 0),)
    assert centre.send(ledger, pieces=(Piece(name, 7, 0, b"a photo"),)).kept == (Held(name, 7),)


def test_blobs_do_not_cross_to_another_centre(ledger: Ledger, centre: Pc) -> None:
    other = pc(2)
    ledger.admit(other)
    name = digest(b"a photo")
    centre.send(ledger, pieces=(Piece(name, 7, 0, b"a photo"),))

    assert other.send(ledger, wants=(Want(name, 0),)).pieces == ()


def test_a_carried_request_may_come_after_newer_ones(ledger: Ledger, centre: Pc) -> None:
    centre.print_slip(1)
    carried = centre.raw()
    centre.raw()
    centre.send(ledger)
    held = ledger.holds()

    answered = answer(ledger.engine, carried, now_ms=ledger.now_ms, is_carried=True)

    assert answered.status == 200
    assert ledger.holds() == held
    assert max(row["counter"] for row in ledger.rows("devices")) == centre.counter


def purse(ledger: Ledger, centre: Pc) -> bytes:
    (row,) = [row for row in ledger.rows("centres") if row["centre"] == centre.centre]
    found: bytes = row["purse"]
    return found
