"""Joining by a one-time code: a centre's first PC, and a venue's door made in an empty folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.clock import standing_at
from desktop.problems import BadInput, KnownProblem, NotAllowed
from desktop.store import files
from desktop.store.membership import Membership
from desktop.store.opening import open_store
from desktop.store.problems import CentreHereAlready, DiskFull
from desktop.store.store import Store
from desktop.sync.exchange import Exchange
from desktop.sync.joining import DoorWish, enrol, found_door
from desktop.sync.problems import BadCode, NoConnection, NotForThisPC, NotOurLedger, SlowLine, UsedCode
from ledger.server.tables import devices
from tests.store.a_centre import a_centre, everything
from tests.sync.places import ADDRESS, NOON, Pc, Town, a_pc

WISH = DoorWish(clock=standing_at(*NOON))
STRANGE = "ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ"


def lose(_status: int, _body: bytes) -> tuple[int, bytes]:
    raise SlowLine


def as_it_is(status: int, body: bytes) -> tuple[int, bytes]:
    return status, body


def enrolled_devices(town: Town) -> int:
    with town.engine.connect() as connection:
        return len(connection.execute(devices.select()).all())


def door_in(town: Town, folder: Path, code: str) -> Store:
    return found_door(folder, ADDRESS, code, road=town.road, wish=WISH).store


def test_a_centre_joins_and_knows_its_ledger(town: Town) -> None:
    pc = a_pc()
    enrolled = enrol(pc.on_store, ADDRESS, town.code("Elm House"), road=town.road)
    ledger = Membership(pc.store).ledger
    assert ledger is not None
    assert (ledger.url, ledger.centre) == (ADDRESS, pc.store.device)
    assert enrolled.name == "Elm House"
    assert Membership(pc.store).standing().epoch == 1
    assert town.meet(pc).sent == 4


def test_the_same_code_works_again_here_when_the_answer_was_lost(town: Town) -> None:
    pc, code = a_pc(), town.code()
    town.spoil = lose
    with pytest.raises(SlowLine):
        enrol(pc.on_store, ADDRESS, code, road=town.road)
    assert Membership(pc.store).ledger is None
    town.spoil = as_it_is
    enrol(pc.on_store, ADDRESS, code, road=town.road)
    assert enrolled_devices(town) == 1
    town.meet(pc)


def test_a_code_works_for_one_pc(town: Town) -> None:
    code, second = town.code(), a_pc(b"b")
    enrol(a_pc().on_store, ADDRESS, code, road=town.road)
    before = everything(second.store)
    with pytest.raises(UsedCode):
        enrol(second.on_store, ADDRESS, code, road=town.road)
    assert everything(second.store) == before


@pytest.mark.parametrize("typed", ["", "ABCD", "u" * 24, "ABCD-EFGH-JKMN-PQRS-TVWX-YZ0"])
def test_what_is_no_code_is_told_before_anybody_is_asked(town: Town, pc: Pc, typed: str) -> None:
    asked = len(town.asked)
    with pytest.raises(BadInput):
        enrol(pc.on_store, ADDRESS, typed, road=town.road)
    assert len(town.asked) == asked


def test_a_code_the_ledger_never_gave(town: Town) -> None:
    with pytest.raises(BadCode) as raised:
        enrol(a_pc().on_store, ADDRESS, STRANGE, road=town.road)
    assert raised.value.code == "bad_code"


def test_a_ledger_that_did_not_give_the_code_is_not_believed(town: Town) -> None:
    """Somebody in between who lets everybody in."""
    pc, code = a_pc(), town.code()
    town.spoil = lambda _status, body: (200, body[:10] + bytes([body[10] ^ 1]) + body[11:])
    with pytest.raises(NotOurLedger):
        enrol(pc.on_store, ADDRESS, code, road=town.road)
    assert Membership(pc.store).ledger is None


def test_nobody_is_told_that_joining_goes_on_by_itself(town: Town) -> None:
    """A person who waits at a wrong address would wait for ever."""

    def nobody(_status: int, _body: bytes) -> tuple[int, bytes]:
        raise NoConnection

    town.spoil = nobody
    with pytest.raises(NoConnection, match="try again") as raised:
        enrol(a_pc().on_store, ADDRESS, town.code(), road=town.road)
    assert "by itself" not in str(raised.value)


def test_a_practice_centre_joins_nothing(town: Town) -> None:
    practice = a_centre()
    with pytest.raises(NotAllowed):
        enrol(lambda job: job(practice.store), ADDRESS, town.code(), road=town.road)


def test_a_pc_joins_once(town: Town, pc: Pc) -> None:
    with pytest.raises(NotAllowed):
        enrol(pc.on_store, ADDRESS, town.code("Another"), road=town.road)


def test_a_door_is_whole_and_meets_its_ledger(town: Town, tmp_path: Path) -> None:
    store = door_in(town, tmp_path / "door", town.venue_code("The Pool"))
    door = store.read.door()
    assert door is not None
    assert door.name == "The Pool"
    assert store.read.issuer_keys() == {}
    assert Exchange(lambda job: job(store), town).run().sent == 1
    assert store.verify().ok
    store.close()
    assert list((tmp_path / "door").glob(".joining*")) == []


def test_a_door_opens_again(town: Town, tmp_path: Path) -> None:
    made = found_door(tmp_path / "door", ADDRESS, town.venue_code(), road=town.road, wish=WISH)
    made.store.close()
    again = open_store(tmp_path / "door", clock=standing_at(*NOON), passphrase=made.passphrase)
    assert again.read.door() is not None
    again.close()


def test_a_door_whose_answer_was_lost_asks_again_as_the_same_device(town: Town, tmp_path: Path) -> None:
    code = town.venue_code()
    town.spoil = lose
    with pytest.raises(SlowLine, match="same code"):
        door_in(town, tmp_path / "door", code)
    assert not (tmp_path / "door" / "goodhour.db").exists()
    town.spoil = as_it_is
    door_in(town, tmp_path / "door", code).close()
    assert enrolled_devices(town) == 1


@pytest.mark.parametrize("at", range(6))
def test_a_door_cut_off_while_it_is_made_is_no_half_door(
    town: Town, tmp_path: Path, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, moves, real = town.venue_code(), iter(range(100)), files.move

    def move(source: Path, target: Path) -> None:
        if next(moves) == at:
            raise DiskFull
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(files, "move", move)
        patch.setattr("desktop.store.opening.files.move", move)
        try:
            door_in(town, tmp_path / "door", code).close()
        except DiskFull:
            assert not (tmp_path / "door" / "goodhour.db").exists()
        else:
            return
    door_in(town, tmp_path / "door", code).close()
    assert enrolled_devices(town) == 1


def test_a_folder_with_records_takes_no_door(town: Town, tmp_path: Path) -> None:
    door_in(town, tmp_path / "door", town.venue_code()).close()
    with pytest.raises(CentreHereAlready):
        door_in(town, tmp_path / "door", town.venue_code("The Gym"))


def test_each_code_is_for_its_own_kind(town: Town, tmp_path: Path) -> None:
    with pytest.raises(KnownProblem) as raised:
        door_in(town, tmp_path / "door", town.code())
    assert isinstance(raised.value, NotForThisPC)
    with pytest.raises(NotForThisPC):
        enrol(a_pc().on_store, ADDRESS, town.venue_code(), road=town.road)
    assert not (tmp_path / "door" / "goodhour.db").exists()
