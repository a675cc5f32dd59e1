"""A backup is one moment of the ledger, whole or refused; a restored ledger is the same one, in a new epoch."""

import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from ledger.server import own as own_room
from ledger.server.backup import backup, restore
from ledger.server.database import open_database, reading, writing
from ledger.server.holding import alone_with, serving_from
from ledger.server.problems import BadBackup, BadInput, CannotOpen, InUse, NotEmpty
from ledger.server.verify import verify
from tests.server.front.desk import Desk
from tests.server.pcs import Ledger, pc


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "ledger.backup"


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_ledger_goes_on_from_its_backup_on_either_database(
    desk: Desk, file: Path, another_url: Callable[[str], str], kind: str
) -> None:
    one, _, door = desk.busy()
    desk.centre_code("Newtown")
    before = desk.ledger.holds()
    told = backup(desk.ledger.engine, file)
    assert desk.ledger.holds() == before

    engine = open_database(another_url(kind))
    answer = restore(engine, file)
    restored = Ledger(engine, desk.ledger.now_ms)

    after = restored.holds()
    assert (answer["epoch"], answer["rows"], answer["ledger"]) == (2, told["rows"], one.ledger_public.hex())
    assert after.pop("own") != before.pop("own")
    assert after == before
    assert verify(engine).problems == []
    one.print_slip(77)
    assert one.meet(restored).positions.epoch == 2
    door.redeem(one, 77)
    door.meet(restored)
    assert verify(engine).problems == []
    engine.dispose()


def test_only_its_owner_reads_a_backup(desk: Desk, file: Path) -> None:
    backup(desk.ledger.engine, file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [found.name for found in file.parent.iterdir() if "ledger.backup" in found.name] == ["ledger.backup"]


def test_a_file_that_is_there_is_never_written_over(small_desk: Desk, file: Path) -> None:
    file.write_bytes(b"something dear")
    with pytest.raises(BadInput, match="there already"):
        backup(small_desk.ledger.engine, file)
    assert file.read_bytes() == b"something dear"


def test_no_half_backup_is_left(small_desk: Desk, file: Path) -> None:
    with pytest.raises(BadInput, match="cannot be written"):
        backup(small_desk.ledger.engine, file.parent / "no such folder" / "b")
    with writing(small_desk.ledger.engine) as connection:
        connection.execute(text("DELETE FROM own"))
    with pytest.raises(KeyError):
        backup(small_desk.ledger.engine, file)
    assert not list(file.parent.glob("*ledger.backup*"))


def test_records_are_not_given_up_unasked(desk: Desk, file: Path) -> None:
    desk.founded(1, "Riverside")
    backup(desk.ledger.engine, file)
    desk.founded(2, "Hillside")
    held = desk.ledger.holds()
    with pytest.raises(NotEmpty):
        restore(desk.ledger.engine, file)
    assert desk.ledger.holds() == held
    assert restore(desk.ledger.engine, file, over=True)["epoch"] == 2
    assert {row["name"] for row in desk.ledger.rows("centres")} == {"", "Riverside"}


def test_an_unused_code_counts_as_a_record(desk: Desk, file: Path) -> None:
    backup(desk.ledger.engine, file)
    desk.centre_code("Riverside")
    with pytest.raises(NotEmpty):
        restore(desk.ledger.engine, file)


def test_each_restore_is_a_new_epoch_after_the_backups(desk: Desk, file: Path) -> None:
    backup(desk.ledger.engine, file)
    assert [restore(desk.ledger.engine, file)["epoch"] for _ in range(2)] == [2, 2]
    again = file.with_name("again")
    assert backup(desk.ledger.engine, again)["epoch"] == 2
    assert restore(desk.ledger.engine, again)["epoch"] == 3


def test_one_changed_byte_or_a_missing_end_is_noticed_before_anything_is_touched(
    small_desk: Desk, file: Path, tmp_path: Path
) -> None:
    small_desk.busy()
    backup(small_desk.ledger.engine, file)
    raw = file.read_bytes()
    held = small_desk.ledger.holds()
    damaged = tmp_path / "damaged"
    cases = [raw[:end] for end in range(0, len(raw), max(len(raw) // 23, 1))]
    cases += [raw[:at] + bytes([raw[at] ^ 4]) + raw[at + 1 :] for at in range(0, len(raw), max(len(raw) // 23, 1))]
    for case in (*cases, raw + b"x", b"GHK1", b"GHK1" + bytes(40), b"SQLite format 3\0" * 100):
        damaged.write_bytes(case)
        with pytest.raises(BadBackup):
            restore(small_desk.ledger.engine, damaged, over=True)
    assert small_desk.ledger.holds() == held


def test_a_backup_of_a_newer_ledger_is_refused_whole(desk: Desk, file: Path) -> None:
    with writing(desk.ledger.engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    backup(desk.ledger.engine, file)
    with writing(desk.ledger.engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    held = desk.ledger.holds()
    with pytest.raises(CannotOpen, match="newer"):
        restore(desk.ledger.engine, file, over=True)
    assert desk.ledger.holds() == held


def test_a_served_database_is_not_restored_over_and_a_restored_one_not_served(desk: Desk, file: Path) -> None:
    backup(desk.ledger.engine, file)
    with serving_from(desk.ledger.engine), serving_from(desk.ledger.engine), pytest.raises(InUse, match="Stop"):
        restore(desk.ledger.engine, file)
    with alone_with(desk.ledger.engine), pytest.raises(InUse), serving_from(desk.ledger.engine):
        pass
    assert restore(desk.ledger.engine, file)["restored"]


def test_a_backup_while_people_work_is_one_moment(desk: Desk, file: Path, another_url: Callable[[str], str]) -> None:
    one = desk.founded(1, "Riverside")
    stop = threading.Event()

    def works() -> None:
        while not stop.is_set():
            one.print_slip(len(one.facts) + 1)
            one.send(desk.ledger)

    worker = threading.Thread(target=works)
    worker.start()
    try:
        for at in range(5):
            backup(desk.ledger.engine, file.with_name(f"b{at}"))
    finally:
        stop.set()
        worker.join()
    for at in range(5):
        engine = open_database(another_url("sqlite"))
        restore(engine, file.with_name(f"b{at}"), over=True)
        assert verify(engine).problems == []
        engine.dispose()


def test_a_restore_that_breaks_off_changes_nothing(desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.founded(1, "Riverside")
    backup(desk.ledger.engine, file)
    desk.founded(2, "Hillside")
    held = desk.ledger.holds()

    def breaks(*_: object, **__: object) -> None:
        raise OSError("the power went")

    with monkeypatch.context() as patch:
        patch.setattr("ledger.server.backup.epochs.begin", breaks)
        with pytest.raises(OSError, match="power"):
            restore(desk.ledger.engine, file, over=True)
    assert desk.ledger.holds() == held
    with reading(desk.ledger.engine) as connection:
        assert own_room.read(connection).epoch == 1
    assert desk.founded(3, "Newtown").epoch == 1


def test_a_new_pc_enrols_at_a_restored_ledger(desk: Desk, file: Path) -> None:
    desk.founded(1, "Riverside")
    backup(desk.ledger.engine, file)
    restore(desk.ledger.engine, file, over=True)
    two = pc(2)
    assert desk.enrols(two, desk.centre_code("Hillside")).epoch == 2
