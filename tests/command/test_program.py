"""The real program in processes of its own: clean output, a second start, other people's folders, full disks."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.bootstrap import open_centre
from desktop.clock import WallClock
from desktop.store.writing import Writing
from ledger.domain.names import FactId
from ledger.domain.postings import Fact
from tests.command.typed import SOURCE, WITHOUT_KEYRING, Told, Typist, one_object, program

NEW = "admin", "new", "--name", "Hillside", "--staff-pin", "1234", "--json", "--data"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of 2 MB, where such a disk can be made."""
    disk, mount, umount = tmp_path / "disk", shutil.which("mount"), shutil.which("umount")
    disk.mkdir()
    made = [str(mount), "-t", "tmpfs", "-o", "size=2m", "none", str(disk)]
    if None in (mount, umount) or subprocess.run(made, check=False, capture_output=True).returncode:
        pytest.skip("no small disk can be made here")
    yield disk
    subprocess.run([str(umount), str(disk)], check=True)


def filled(disk: Path, *, but_bytes: int = 0) -> Path:
    """A file that takes all the room there is."""
    file = disk / "fill"
    with file.open("wb", buffering=0) as fill:
        fill.write(bytes(shutil.disk_usage(disk).free - but_bytes))
    return file


def test_a_day_in_processes(tmp_path: Path) -> None:
    folder, csv = tmp_path / "records", tmp_path / "m.csv"
    csv.write_text("name\nZoë 🙂\n", encoding="utf-8")
    made = program(*NEW, folder)
    assert (made.code, made.err) == (0, "")
    words = one_object(made.out)["passphrase"]
    admin = "admin", "--json", "--data", folder
    assert one_object(program(*admin, "verify").out)["problem"] == "passphrase_needed"

    def asked(*more: object, **environment: str) -> Told:
        told = program(*admin, *more, GOODHOUR_PASSPHRASE=words, **environment)
        assert (told.code, told.err) == (0, "")
        return told

    assert one_object(asked("import", csv).out)["added"] == 1
    listed = asked("list", "members", LC_ALL="C", PYTHONIOENCODING="ascii").out
    assert one_object(listed)["members"][0]["name"] == "Zoë 🙂"
    plain = "admin", "list", "members", "--data", folder
    poor = program(*plain, GOODHOUR_PASSPHRASE=words, PYTHONIOENCODING="ascii")
    assert (poor.code, poor.err) == (0, "")
    assert "Zo\\xeb" in poor.out
    slips = "slips", "print", "--thanks", "--count", "1", "--minutes", "60", "--out", tmp_path / "s.pdf"
    assert len(one_object(asked(*slips).out)["slips"]) == 1
    assert one_object(asked("verify").out)["verified"] is True


def test_a_second_start_says_so_and_leaves(desk: Typist) -> None:
    parts = open_centre(desk.folder, WallClock())
    told = program("admin", "list", "members", "--json", "--data", desk.folder)
    assert (told.code, told.err) == (1, "")
    assert one_object(told.out)["problem"] == "already_open"
    parts.close()
    assert desk.is_sound()


def test_wrong_usage_ends_with_two() -> None:
    told = program("admin", "list", "people")
    assert (told.code, told.out) == (2, "")
    assert "invalid choice: 'people'" in told.err


def test_whoever_stops_reading_is_let_go(desk: Typist) -> None:
    command = [sys.executable, "-m", "desktop", "admin", "verify", "--data", str(desk.folder)]
    ran = subprocess.Popen(
        command, cwd=SOURCE, env=os.environ | WITHOUT_KEYRING, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert ran.stdout is not None
    assert ran.stderr is not None
    ran.stdout.close()
    assert ran.stderr.read() == b""
    ran.stderr.close()
    assert ran.wait(60) in {0, 1}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_an_answer_that_cannot_be_written_is_told(desk: Typist) -> None:
    command = [sys.executable, "-m", "desktop", "admin", "verify", "--data", str(desk.folder)]
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            command, cwd=SOURCE, env=os.environ | WITHOUT_KEYRING, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert ran.returncode == 1
    assert ran.stderr.decode() == "The command is done; its answer could not be written: No space left on device.\n"


def test_ctrl_c_stops_and_loses_nothing(desk: Typist, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    csv = tmp_path / "m.csv"
    csv.write_text("name\n" + "".join(f"P{n}\n" for n in range(100)), encoding="utf-8")
    tapped = Writing.add
    names = iter(range(40))

    def pressed(facts: Writing, fact: Fact) -> FactId:
        if next(names, None) is None:
            raise KeyboardInterrupt
        return tapped(facts, fact)

    with monkeypatch.context() as held:
        held.setattr(Writing, "add", pressed)
        desk.refused("import", csv, problem="stopped", says="safe")
    assert desk.is_sound()
    assert desk.asks("import", csv)["errors"] == []
    assert len(desk.rows("members")) == 103


@pytest.mark.skipif(os.name == "nt", reason="folders are guarded in another way there")
def test_folders_of_other_people(tmp_path: Path) -> None:
    theirs, secret = tmp_path / "theirs", tmp_path / "secret"
    for folder, mode in ((theirs, 0o555), (secret, 0o000)):
        folder.mkdir()
        folder.chmod(mode)
        if os.geteuid() == 0:
            os.chown(folder, 4711, 4711)
    try:
        for folder in (theirs, theirs / "new", secret, secret / "new"):
            told = _as_anybody(*NEW, folder)
            assert (told.code, told.err) == (1, ""), folder
            assert one_object(told.out)["problem"] == "read_only_folder"
    finally:
        secret.chmod(0o700)


def _as_anybody(*words: object) -> Told:
    """Run the program without the powers that let root write everywhere."""
    powers = "--bounding-set=-dac_override,-dac_read_search,-fowner"
    setpriv = shutil.which("setpriv")
    if os.geteuid() == 0 and setpriv is None:
        pytest.skip("root may write everywhere")
    bare = [] if os.geteuid() else [str(setpriv), powers, powers.replace("bounding-set", "inh-caps")]
    ran = subprocess.run(
        [*bare, sys.executable, "-m", "desktop", *map(str, words)],
        cwd=SOURCE,
        env=os.environ | WITHOUT_KEYRING,
        capture_output=True,
        check=False,
        text=True,
    )
    return Told(ran.returncode, ran.stdout, ran.stderr)


def test_a_full_disk_under_the_records(desk: Typist, small_disk: Path, tmp_path: Path) -> None:
    desk.earns("Ann", 120)
    shutil.copytree(desk.folder, small_disk / "records")
    desk.folder = small_disk / "records"
    ann = desk.id("members", "Ann")
    fill = filled(small_disk)
    for command in (
        ("contribute", "--member", ann, "--task", ann, "--minutes", 60),
        ("slips", "print", "--member", ann, "--count", 1, "--minutes", 60, "--out", tmp_path / "s.pdf"),
        ("backup", tmp_path / "b.goodhour"),
        ("rebuild",),
    ):
        desk.refused(*command, problem="disk_full", says="no room left")
    assert desk.asks(*NEW[1:6], folder=small_disk / "new", code=1)["problem"] == "disk_full"
    assert not (tmp_path / "s.pdf").exists()
    fill.unlink()
    assert desk.has()["Ann"] == 120
    assert desk.is_sound()


def test_a_list_that_fills_the_disk_goes_on_where_it_stopped(desk: Typist, small_disk: Path, tmp_path: Path) -> None:
    shutil.copytree(desk.folder, small_disk / "records")
    desk.folder = small_disk / "records"
    csv = tmp_path / "m.csv"
    csv.write_text("name\n" + "".join(f"P{n}\n" for n in range(3_000)), encoding="utf-8")
    fill = filled(small_disk, but_bytes=700_000)
    desk.refused("import", csv, problem="disk_full")
    assert desk.is_sound()
    fill.unlink()
    there = len(desk.rows("members")) - 3
    csv.write_text("name\n" + "".join(f"P{n}\n" for n in range(500)), encoding="utf-8")
    answer = desk.asks("import", csv)
    assert answer["added"] + answer["already"] == 500
    assert len(desk.rows("members")) == 3 + max(500, there)
    assert desk.is_sound()


def test_a_full_disk_under_the_paper(desk: Typist, small_disk: Path) -> None:
    desk.earns("Ann", 120)
    before = small_disk / "s.pdf"
    before.write_bytes(b"%PDF of last week")
    filled(small_disk, but_bytes=4_096)
    ask = "slips", "print", "--member", desk.id("members", "Ann"), "--count", 2, "--minutes", 60, "--out", before
    desk.refused(*ask, problem="not_written", says="nothing was taken")
    desk.refused("sheet", "--out", before, problem="not_written")
    desk.refused("backup", small_disk / "b.goodhour", problem="disk_full", says="no room left in")
    assert before.read_bytes() == b"%PDF of last week"
    assert sorted(file.name for file in small_disk.iterdir()) == ["fill", "s.pdf"]
    assert desk.has()["Ann"] == 120
    assert desk.is_sound()


@pytest.mark.parametrize("room_bytes", [60_000, 80_000, 100_000])
def test_a_full_disk_under_records_and_paper(desk: Typist, small_disk: Path, room_bytes: int) -> None:
    desk.earns("Ann", 1_440)
    shutil.copytree(desk.folder, small_disk / "records")
    desk.folder = small_disk / "records"
    ask = "slips", "print", "--member", desk.id("members", "Ann"), "--count", 24, "--minutes", 60, "--out"
    fill = filled(small_disk, but_bytes=room_bytes)
    answer = desk.asks(*ask, small_disk / "s.pdf", code=1)
    assert answer["problem"] in {"disk_full", "not_written"}
    assert not (small_disk / "s.pdf").exists()
    fill.unlink()
    if desk.has()["Ann"] == 0:  # there was no room even to make them void: the message names every slip
        assert "make them void" in answer["message"]
        codes = answer["message"].rstrip(".").rsplit(": ", 1)[1].split(", ")
        assert len(codes) == 24
        for code in codes:
            desk.asks("slips", "void", code, "--why", "No paper came of it")
    assert desk.has()["Ann"] == 1_440
    assert desk.is_sound()
