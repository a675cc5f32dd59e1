"""A centre begins whole, opens in one safe order, and says plainly why when it does not open."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

import assets
from desktop.clock import StandingClock, standing_at
from desktop.store import keys
from desktop.store.founding import Founding, NewCentre, create
from desktop.store.opening import DATABASE_FILE, open_store
from desktop.store.problems import (
    AlreadyOpen,
    CentreHereAlready,
    DamagedStore,
    DiskFull,
    NewerStore,
    NoCentreHere,
    PassphraseNeeded,
    ReadOnlyFolder,
    StoreProblem,
    SyncedFolder,
    WrongKey,
)
from desktop.store.sqlcipher import connect
from desktop.store.store import Store
from ledger.domain.subjects import CentreFounded, GroupWritten, IssuerKeyAdded, MemberWritten
from ledger.wire.keys import issuer_of, public_key
from ledger.wire.words import words_of

NOBODY = 65534


@pytest.fixture
def new(folder: Path, clock: StandingClock) -> Iterator[NewCentre]:
    made = create(folder, Founding("The Old Mill", staff_pin_hash=b"a hash"), clock=clock)
    yield made
    made.store.close()


@dataclass(frozen=True)
class Closed:
    """A centre of forty members, closed."""

    folder: Path
    passphrase: str


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Closed:
    folder = tmp_path_factory.mktemp("made once") / "centre"
    new = create(folder, Founding("The Old Mill"), clock=standing_at(2026, 11, 24, 10, 20))
    for place in range(1, 41):
        with new.store.writing(new.store.new_draft()) as facts:
            facts.add(MemberWritten(None, facts.seal(b"Ann"), photo=facts.seal(b"picture" * 900), place=place))
    new.store.close()
    return Closed(folder, new.passphrase)


@pytest.fixture
def closed(made_once: Closed, folder: Path) -> Closed:
    shutil.copytree(made_once.folder, folder)
    return Closed(folder, made_once.passphrase)


def test_a_new_centre_has_its_name_its_key_and_a_group(new: NewCentre, folder: Path) -> None:
    store = new.store
    assert (store.centre_name, store.is_practice, store.folder) == ("The Old Mill", False, folder.resolve())
    public = public_key(store.secret("issuer_seed"))
    assert store.read.issuer_keys() == {issuer_of(public): public}
    assert [group.number for group in store.read.groups()] == [1]
    assert store.verify().ok


def test_the_first_facts_are_the_founding(new: NewCentre, clock: StandingClock) -> None:
    with new.store.writing("founding") as facts:
        assert facts.is_repeat
    entries = [new.store.read.entry(name) for name in facts.changes.facts]
    assert [type(entry.fact) for entry in entries] == [CentreFounded, IssuerKeyAdded, GroupWritten]
    assert {entry.at_ms for entry in entries} == {clock.now_ms()}


def test_secrets_are_this_centres_own_and_inside_the_encryption(new: NewCentre, folder: Path) -> None:
    secrets = [new.store.secret(name) for name in ("device_seed", "issuer_seed", "centre_key")]
    assert [len(secret) for secret in secrets] == [32, 32, 32]
    assert len(set(secrets)) == 3
    assert new.store.secret("pin_hash") == b"a hash"
    new.store.close()
    on_disk = b"".join(file.read_bytes() for file in folder.iterdir())
    for secret in (*secrets, b"a hash", b"The Old Mill", new.passphrase.encode(), " ".join(new.words).encode()):
        assert secret not in on_disk


def test_the_sheet_can_be_printed_again_later(new: NewCentre) -> None:
    assert len(new.words) == 12
    assert keys.recovery_words(new.store) == new.words == words_of(new.store.secret("sheet_secret"))
    assert keys.passphrase_of(new.store) == new.passphrase


def test_a_centre_opens_again_by_its_five_words(closed: Closed, folder: Path, clock: StandingClock) -> None:
    store = open_store(folder, clock=clock, passphrase=closed.passphrase)
    assert store.centre_name == "The Old Mill"
    assert len(store.read.members()) == 40
    assert store.verify().ok
    store.close()


def test_the_five_words_may_come_from_the_environment(
    closed: Closed, folder: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(PassphraseNeeded):
        open_store(folder, clock=clock)
    monkeypatch.setenv("GOODHOUR_PASSPHRASE", closed.passphrase)
    open_store(folder, clock=clock).close()


@pytest.mark.usefixtures("own_keyring")
def test_with_a_keyring_a_centre_opens_by_itself(folder: Path, clock: StandingClock) -> None:
    made = create(folder, Founding("The Old Mill"), clock=clock)
    made.store.close()
    assert made.passphrase == ""
    open_store(folder, clock=clock).close()


def test_a_practice_centre_opens_by_itself_without_a_keyring(folder: Path, clock: StandingClock) -> None:
    create(folder, Founding("Practice", is_practice=True), clock=clock).store.close()
    store = open_store(folder, clock=clock)
    assert store.is_practice
    store.close()


def test_a_pin_opens_nothing(closed: Closed, folder: Path, clock: StandingClock) -> None:
    assert closed.passphrase != "1234"
    with pytest.raises(WrongKey):
        open_store(folder, clock=clock, passphrase="1234")
    open_store(folder, clock=clock, passphrase=closed.passphrase).close()  # and the folder was let go


def test_one_app_at_a_time(new: NewCentre, folder: Path, clock: StandingClock) -> None:
    with pytest.raises(AlreadyOpen):
        open_store(folder, clock=clock, passphrase=new.passphrase)
    with pytest.raises(AlreadyOpen):
        create(folder, Founding("Another"), clock=clock)
    new.store.close()
    open_store(folder, clock=clock, passphrase=new.passphrase).close()


def test_a_centre_is_never_made_over_another(closed: Closed, folder: Path, clock: StandingClock) -> None:
    with pytest.raises(CentreHereAlready):
        create(folder, Founding("Another"), clock=clock)
    open_store(folder, clock=clock, passphrase=closed.passphrase).close()


def test_an_empty_or_absent_folder_has_no_centre_and_stays_as_it_is(tmp_path: Path, clock: StandingClock) -> None:
    for empty in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(NoCentreHere):
            open_store(empty, clock=clock)
    assert list(tmp_path.iterdir()) == []


def test_an_unsafe_folder_is_refused_before_anything_is_made(tmp_path: Path, clock: StandingClock) -> None:
    with pytest.raises(SyncedFolder):
        create(tmp_path / "Dropbox" / "centre", Founding("The Old Mill"), clock=clock)
    with pytest.raises(SyncedFolder):
        open_store(tmp_path / "Dropbox" / "centre", clock=clock)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kept", [0, 1, 100, 4096, 5000, 4096 * 3, -4096, -1])
def test_a_database_cut_short_says_so_and_is_not_touched(
    closed: Closed, folder: Path, clock: StandingClock, kept: int
) -> None:
    whole = (folder / DATABASE_FILE).read_bytes()
    cut = whole[:kept]
    (folder / DATABASE_FILE).write_bytes(cut)

    with pytest.raises(DamagedStore, match="backup"):
        open_store(folder, clock=clock, passphrase=closed.passphrase)
    assert (folder / DATABASE_FILE).read_bytes() == cut

    (folder / DATABASE_FILE).write_bytes(whole)
    store = open_store(folder, clock=clock, passphrase=closed.passphrase)
    assert store.verify().ok
    store.close()


WHERE = [0.0, 0.02, 0.3, 0.7, 0.99]


def _one_bit_changed(folder: Path, where: float) -> None:
    raw = bytearray((folder / DATABASE_FILE).read_bytes())
    raw[int(len(raw) * where)] ^= 1
    (folder / DATABASE_FILE).write_bytes(raw)


@pytest.mark.parametrize("where", WHERE)
def test_a_changed_bit_shows_at_the_first_start_of_a_day(
    closed: Closed, folder: Path, clock: StandingClock, where: float
) -> None:
    _one_bit_changed(folder, where)
    clock.move(24 * 60)
    with pytest.raises(DamagedStore):
        open_store(folder, clock=clock, passphrase=closed.passphrase)


@pytest.mark.parametrize("where", WHERE)
def test_a_changed_bit_shows_after_a_bad_end(closed: Closed, folder: Path, clock: StandingClock, where: float) -> None:
    _one_bit_changed(folder, where)
    (folder / f"{DATABASE_FILE}-wal").touch()
    with pytest.raises(DamagedStore):
        open_store(folder, clock=clock, passphrase=closed.passphrase)


@pytest.mark.parametrize("where", WHERE)
def test_a_changed_bit_shows_whenever_it_is_read(
    closed: Closed, folder: Path, clock: StandingClock, where: float
) -> None:
    _one_bit_changed(folder, where)
    with pytest.raises(DamagedStore), closing(open_store(folder, clock=clock, passphrase=closed.passphrase)) as store:
        store.verify()


def test_a_start_the_same_day_does_not_read_everything_again(
    closed: Closed, folder: Path, clock: StandingClock
) -> None:
    _one_bit_changed(folder, 0.7)
    open_store(folder, clock=clock, passphrase=closed.passphrase).close()
    clock.move(24 * 60)
    with pytest.raises(DamagedStore):
        open_store(folder, clock=clock, passphrase=closed.passphrase)


def test_a_file_of_something_else_says_so(closed: Closed, folder: Path, clock: StandingClock) -> None:
    for other in (b"not a database " * 1000, bytes(8192), b"SQLite format 3\x00" + bytes(4080)):
        (folder / DATABASE_FILE).write_bytes(other)
        with pytest.raises(DamagedStore):
            open_store(folder, clock=clock, passphrase=closed.passphrase)


def test_another_centres_keys_do_not_open_this_one(closed: Closed, folder: Path, clock: StandingClock) -> None:
    other = create(folder.with_name("other"), Founding("Other"), clock=clock)
    other.store.close()
    for name in (keys.KEYS_FILE, keys.KEYS_COPY):
        (folder / name).write_bytes((folder.with_name("other") / name).read_bytes())
    with pytest.raises(WrongKey):
        open_store(folder, clock=clock, passphrase=closed.passphrase)
    with pytest.raises(DamagedStore):
        open_store(folder, clock=clock, passphrase=other.passphrase)


def _in_the_database(closed: Closed, folder: Path, *statements: str) -> None:
    db = connect(folder / DATABASE_FILE, keys.load(folder).key(closed.passphrase))
    for statement in statements:
        db.conn.execute(statement)
    db.close()


def test_what_a_newer_goodhour_wrote_is_left_alone(closed: Closed, folder: Path, clock: StandingClock) -> None:
    _in_the_database(closed, folder, "PRAGMA user_version = 1000")
    before = (folder / DATABASE_FILE).read_bytes()
    with pytest.raises(NewerStore, match="newer Goodhour"):
        open_store(folder, clock=clock, passphrase=closed.passphrase)
    assert (folder / DATABASE_FILE).read_bytes() == before


@pytest.mark.parametrize(
    "change",
    [
        "ALTER TABLE facts ADD COLUMN more BLOB",
        "CREATE TABLE more (id)",
        "DROP INDEX waiting_member",
        "DROP TABLE meta",
    ],
)
def test_another_schema_is_noticed(closed: Closed, folder: Path, clock: StandingClock, change: str) -> None:
    _in_the_database(closed, folder, change)
    with pytest.raises(DamagedStore):
        open_store(folder, clock=clock, passphrase=closed.passphrase)


def test_lost_projections_are_made_again(closed: Closed, folder: Path, clock: StandingClock) -> None:
    _in_the_database(closed, folder, "DROP TABLE members")
    store = open_store(folder, clock=clock, passphrase=closed.passphrase)
    assert len(store.read.members()) == 40
    assert store.verify().ok
    store.close()


BEGINNINGS = """
import os, signal, sys
from pathlib import Path
from desktop.clock import WallClock
from desktop.store.founding import Founding, create

def killed_at(stop_at):
    steps = 0
    def counted(done):
        def step(*given):
            nonlocal steps
            steps += 1
            if steps == stop_at:
                os.kill(os.getpid(), signal.SIGKILL)
            return done(*given)
        return step
    for name in ("fsync", "replace", "mkdir", "open"):
        setattr(os, name, counted(getattr(os, name)))

stop_at, status = 0, 1
while status:
    stop_at += 1
    child = os.fork()
    if not child:
        killed_at(stop_at)
        founding = Founding("Killed at birth", is_practice=True)
        create(Path(sys.argv[1]) / str(stop_at), founding, clock=WallClock()).store.close()
        os._exit(0)
    _, status = os.waitpid(child, 0)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills its own forks")
def test_killed_while_beginning_there_is_the_whole_centre_or_none(tmp_path: Path, clock: StandingClock) -> None:
    subprocess.run([sys.executable, "-c", BEGINNINGS, str(tmp_path)], check=True, timeout=120)
    seen = []
    for folder in tmp_path.iterdir():
        try:
            store = open_store(folder, clock=clock)
        except NoCentreHere:
            seen.append("none")
            store = create(folder, Founding("Second try", is_practice=True), clock=clock).store
        else:
            seen.append("whole")
        assert store.verify().ok
        store.close()
    assert len(seen) > 10
    assert set(seen) == {"none", "whole"}


def _opened_by_somebody(folder: Path, passphrase: str, clock: StandingClock) -> None:
    if sys.platform == "win32" or os.geteuid() != 0:
        open_store(folder, clock=clock, passphrase=passphrase)
        return
    os.seteuid(NOBODY)  # root may write everywhere
    try:
        open_store(folder, clock=clock, passphrase=passphrase)
    finally:
        os.seteuid(0)


def test_a_read_only_folder_says_so(closed: Closed, folder: Path, clock: StandingClock) -> None:
    for above in (folder, *folder.parents[:3]):
        above.chmod(0o755)
    for file in folder.iterdir():
        file.chmod(0o444)
    folder.chmod(0o555)
    with pytest.raises(ReadOnlyFolder, match="may not write"):
        _opened_by_somebody(folder, closed.passphrase, clock)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of 2 MB where such a disk can be made."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount, umount = shutil.which("mount"), shutil.which("umount")
    command = [str(mount), "-t", "tmpfs", "-o", "size=2m", "none", str(disk)]
    is_small = None not in (mount, umount) and subprocess.run(command, check=False, capture_output=True).returncode == 0
    yield disk
    if is_small:
        subprocess.run([str(umount), str(disk)], check=True)


def test_a_full_disk_loses_nothing_that_was_done(small_disk: Path, clock: StandingClock) -> None:
    new = create(small_disk / "centre", Founding("The Old Mill"), clock=clock)
    if not small_disk.is_mount():
        new.store.db.execute("PRAGMA max_page_count = 500")

    done = _tapped_until_full(new.store)

    assert done > 0
    assert len(new.store.read.members()) == done
    new.store.close()
    store = open_store(small_disk / "centre", clock=clock, passphrase=new.passphrase)
    assert len(store.read.members()) == done
    assert store.verify().ok
    store.close()


def test_no_room_to_begin_leaves_nothing_behind(small_disk: Path, clock: StandingClock) -> None:
    if small_disk.is_mount():
        filled = small_disk / "filled"
        with pytest.raises(OSError, match="No space"):
            filled.write_bytes(bytes(3_000_000))
        with pytest.raises(DiskFull):
            create(small_disk / "centre", Founding("The Old Mill"), clock=clock)
        filled.unlink()
    create(small_disk / "centre", Founding("The Old Mill"), clock=clock).store.close()


def _tapped_until_full(store: Store, most: int = 100_000) -> int:
    for number in range(most):
        try:
            with store.writing(store.new_draft()) as facts:
                facts.add(MemberWritten(None, facts.seal(b"A" * 900), place=number + 1))
        except DiskFull:
            return number
    raise AssertionError("the disk never filled")


def test_every_problem_says_what_to_do_in_words_and_picture() -> None:
    words = assets.asset_table("words", "en.toml")["problem"]
    for problem in _all_below(StoreProblem):
        assert str(problem())
        assert problem.easy_words.removeprefix("problem.") in words
        assert assets.has_picture(problem.picture)
    codes = [problem.code for problem in _all_below(StoreProblem)]
    assert len(set(codes)) == len(codes)


def _all_below(problem: type[StoreProblem]) -> Iterator[type[StoreProblem]]:
    for below in problem.__subclasses__():
        yield below
        yield from _all_below(below)
