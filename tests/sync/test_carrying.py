"""The exchange as files on a stick: it may take days, cross newer exchanges, come twice or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.problems import NotFound
from desktop.store.outbox import Outbox
from desktop.store.problems import DiskFull
from desktop.sync.carrying import read_file, write_file
from desktop.sync.problems import NotAnAnswer, NotEnrolled
from ledger.server import own
from ledger.server.database import reading
from ledger.server.exchange import answer
from ledger.wire.carrying import open_request, seal_reply
from tests.store.a_centre import everything
from tests.sync.places import Pc, Town, a_pc


def carried(town: Town, file: Path) -> Path:
    """The answer to a file, as the coordinator's machine makes it."""
    with reading(town.engine) as connection:
        seed = own.read(connection).seed
    request = open_request(file.read_bytes(), ledger_seed=seed)
    answered = answer(town.engine, request, now_ms=town.clock.now_ms(), is_carried=True)
    back = file.with_suffix(".answer")
    back.write_bytes(seal_reply(answered.body, device_public=answered.public))
    return back


def test_a_file_there_and_back_is_an_exchange(town: Town, pc: Pc, tmp_path: Path) -> None:
    pc.helps(3)
    write_file(pc.store, tmp_path / "out")
    assert Outbox(pc.store).to_send().facts == 7, "written is not sent"
    step = read_file(pc.store, carried(town, tmp_path / "out"))
    assert step.sent == 7
    assert Outbox(pc.store).to_send().facts == 0


def test_the_line_may_be_used_in_between(town: Town, pc: Pc, tmp_path: Path) -> None:
    pc.helps()
    write_file(pc.store, tmp_path / "out")
    pc.helps()
    town.meet(pc)
    before = everything(pc.store)
    back = carried(town, tmp_path / "out")
    assert everything(pc.store) == before
    with pytest.raises(NotAnAnswer):
        read_file(pc.store, back)
    pc.helps()
    assert town.meet(pc).sent == 1


def test_two_files_may_be_answered_in_the_wrong_order(town: Town, pc: Pc, tmp_path: Path) -> None:
    pc.helps()
    write_file(pc.store, tmp_path / "first")
    pc.helps()
    write_file(pc.store, tmp_path / "second")
    second, first = carried(town, tmp_path / "second"), carried(town, tmp_path / "first")
    read_file(pc.store, second)
    with pytest.raises(NotAnAnswer):
        read_file(pc.store, first)
    assert Outbox(pc.store).to_send().facts == 0


def test_an_answer_is_taken_in_once(town: Town, pc: Pc, tmp_path: Path) -> None:
    write_file(pc.store, tmp_path / "out")
    back = carried(town, tmp_path / "out")
    read_file(pc.store, back)
    before = everything(pc.store)
    with pytest.raises(NotAnAnswer):
        read_file(pc.store, back)
    assert everything(pc.store) == before


def test_nobody_else_reads_a_file(town: Town, pc: Pc, tmp_path: Path) -> None:
    write_file(pc.store, tmp_path / "out")
    assert pc.store.device not in (tmp_path / "out").read_bytes()
    other = town.let_in(a_pc(b"o"), "Other House")
    with pytest.raises(NotAnAnswer):
        read_file(other.store, carried(town, tmp_path / "out"))


@pytest.mark.parametrize("spoilt", [b"", b"GHF2", b"anything at all", b"GHF2" + bytes(200), b"x" * 400_000])
def test_what_is_no_answer_is_told(pc: Pc, tmp_path: Path, spoilt: bytes) -> None:
    (tmp_path / "back").write_bytes(spoilt)
    with pytest.raises(NotAnAnswer):
        read_file(pc.store, tmp_path / "back")


def test_a_file_that_is_not_there(pc: Pc, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        read_file(pc.store, tmp_path / "back")
    with pytest.raises(NotFound):
        write_file(pc.store, tmp_path / "no folder" / "out")


def test_before_joining_there_is_nobody_to_carry_to(tmp_path: Path) -> None:
    with pytest.raises(NotEnrolled):
        write_file(a_pc().store, tmp_path / "out")


def test_a_stick_that_is_full_changes_nothing(pc: Pc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = everything(pc.store)

    def full(_path: Path, _content: bytes) -> None:
        raise DiskFull

    monkeypatch.setattr("desktop.sync.carrying.write_whole", full)
    with pytest.raises(DiskFull):
        write_file(pc.store, tmp_path / "out")
    assert everything(pc.store) == before
