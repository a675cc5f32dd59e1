"""A backup opens on a bare PC with the sheet alone, and no restore ever loses or undoes what was done here."""

from __future__ import annotations

import json
import shutil
import sys
import zipfile
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.clock import StandingClock, standing_at
from desktop.problems import BadInput, NotFound
from desktop.store import keys, restoring, retention
from desktop.store.backup import backup
from desktop.store.founding import Founding, create
from desktop.store.opening import DATABASE_FILE, open_store
from desktop.store.problems import (
    AlreadyOpen,
    DamagedBackup,
    DiskFull,
    NewerStore,
    NoCentreHere,
    PassphraseNeeded,
    SyncedFolder,
    WrongKey,
    WrongWords,
)
from desktop.store.restoring import restore
from desktop.store.store import Store
from ledger.domain.facts import SlipPrinted, SlipRedeemed
from ledger.domain.names import FactId
from ledger.domain.subjects import MemberWritten
from ledger.wire.keys import issuer_of, public_key
from ledger.wire.words import sheet_text
from tests.store.conftest import KeyringInMemory

MB = 2**20


@dataclass(frozen=True)
class BackedUp:
    """A centre of one member, closed, its backup, and a slip printed before it."""

    folder: Path
    file: Path
    passphrase: str
    words: str
    ann: FactId
    slip: int = 77


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> BackedUp:
    place = tmp_path_factory.mktemp("made once")
    new = create(place / "centre", Founding("The Old Mill", staff_pin_hash=b"a hash"), clock=_tuesday())
    ann = _member(new.store, "Ann")
    _print_slip(new.store, BackedUp.slip)
    stick = place / "stick"
    stick.mkdir()
    backup(new.store, stick / "mill.goodhour")
    new.store.close()
    return BackedUp(place / "centre", stick / "mill.goodhour", new.passphrase, " ".join(new.words), ann)


@pytest.fixture
def here(made_once: BackedUp, folder: Path) -> BackedUp:
    """The same centre, to do with as one likes."""
    shutil.copytree(made_once.folder, folder)
    file = shutil.copy(made_once.file, folder.with_name("mill.goodhour"))
    return BackedUp(folder, Path(file), made_once.passphrase, made_once.words, made_once.ann)


def _tuesday() -> StandingClock:
    return standing_at(2026, 11, 24, 10, 20)


def _member(store: Store, name: str) -> FactId:
    with store.writing(store.new_draft()) as facts:
        return facts.add(MemberWritten(None, facts.seal(name.encode())))


def _issuer(store: Store) -> bytes:
    return issuer_of(public_key(store.secret("issuer_seed")))


def _print_slip(store: Store, number: int) -> None:
    with store.writing(store.new_draft()) as facts:
        facts.add(SlipPrinted(_issuer(store), number, 60, None, issued_day=2500))


def _redeem(store: Store, number: int, member: FactId) -> None:
    with store.writing(store.new_draft()) as facts:
        facts.add(SlipRedeemed(_issuer(store), number, member=member, member_minutes=60))


def _names(store: Store) -> list[str]:
    return [member.name for member in store.read.members()]


def test_a_bare_pc_needs_the_file_and_the_sheet(made_once: BackedUp, tmp_path: Path, clock: StandingClock) -> None:
    restored = restore(made_once.file, tmp_path / "bare", made_once.words, clock=clock)
    assert (restored.set_aside, restored.carried) == (None, 0)
    assert len(restored.passphrase.split()) == 5
    assert restored.passphrase != made_once.passphrase

    store = open_store(tmp_path / "bare", clock=clock, passphrase=restored.passphrase)
    assert (store.centre_name, _names(store), store.secret("pin_hash")) == ("The Old Mill", ["Ann"], b"a hash")
    assert " ".join(keys.recovery_words(store)) == made_once.words
    assert keys.passphrase_of(store) == restored.passphrase
    assert store.verify().ok
    store.close()
    with pytest.raises(WrongKey):
        open_store(tmp_path / "bare", clock=clock, passphrase=made_once.passphrase)


@pytest.mark.usefixtures("own_keyring")
def test_a_bare_pc_with_a_keyring_needs_no_words_afterwards(
    made_once: BackedUp, tmp_path: Path, clock: StandingClock
) -> None:
    restored = restore(made_once.file, tmp_path / "bare", made_once.words, clock=clock)
    assert restored.passphrase == ""
    store = open_store(tmp_path / "bare", clock=clock)
    assert keys.passphrase_of(store) == ""
    store.close()


def test_the_qr_of_the_sheet_restores_too(made_once: BackedUp, tmp_path: Path, clock: StandingClock) -> None:
    store = open_store(made_once.folder, clock=clock, passphrase=made_once.passphrase)
    text = sheet_text(store.secret("sheet_secret"))
    assert keys.recovery_text(store) == text
    store.close()
    restore(made_once.file, tmp_path / "bare", text, clock=clock)


def test_a_backup_leaves_nothing_else_behind_and_tells_nothing(made_once: BackedUp) -> None:
    assert [file.name for file in made_once.file.parent.iterdir()] == [made_once.file.name]
    assert not list(made_once.folder.glob(".*"))
    raw = made_once.file.read_bytes()
    for secret in ("The Old Mill", made_once.passphrase, made_once.words):
        assert secret.encode() not in raw
    with zipfile.ZipFile(made_once.file) as box:
        vault = keys.decode(box.read("keys.json"))
    assert (vault.by_passphrase, vault.by_keyring, vault.practice_passphrase) == ("", "", "")


def test_what_was_here_is_set_aside_and_opens_still(here: BackedUp, clock: StandingClock) -> None:
    store = open_store(here.folder, clock=clock, passphrase=here.passphrase)
    _member(store, "Bob")
    store.close()

    restored = restore(here.file, here.folder, here.words, clock=clock)

    store = open_store(here.folder, clock=clock, passphrase=restored.passphrase)
    assert _names(store) == ["Ann"]
    store.close()
    assert restored.set_aside == here.folder / "set-aside" / "2026-11-24-102000"
    before = open_store(restored.set_aside, clock=clock, passphrase=here.passphrase)
    assert _names(before) == ["Ann", "Bob"]
    before.close()


def test_restoring_twice_sets_aside_twice(here: BackedUp, clock: StandingClock) -> None:
    first = restore(here.file, here.folder, here.words, clock=clock)
    second = restore(here.file, here.folder, here.words, clock=clock)
    assert first.set_aside is not None
    assert second.set_aside is not None
    assert first.set_aside != second.set_aside
    open_store(here.folder, clock=clock, passphrase=second.passphrase).close()


def test_a_slip_handed_in_here_after_the_backup_stays_handed_in(here: BackedUp, clock: StandingClock) -> None:
    store = open_store(here.folder, clock=clock, passphrase=here.passphrase)
    _redeem(store, here.slip, here.ann)
    kept = store.db.execute("SELECT * FROM redeemed_here").fetchall()
    store.close()

    restored = restore(here.file, here.folder, here.words, clock=clock)

    assert restored.carried == 1
    store = open_store(here.folder, clock=clock, passphrase=restored.passphrase)
    assert store.db.execute("SELECT * FROM redeemed_here").fetchall() == kept
    store.close()
    again = restore(here.file, here.folder, here.words, clock=clock)
    assert again.carried == 1


def test_a_damaged_database_is_set_aside_whole_and_the_backup_takes_its_place(
    here: BackedUp, clock: StandingClock
) -> None:
    damaged = (here.folder / DATABASE_FILE).read_bytes()[:5000]
    (here.folder / DATABASE_FILE).write_bytes(damaged)
    (here.folder / keys.KEYS_FILE).write_bytes(b"{")

    restored = restore(here.file, here.folder, here.words, clock=clock)

    assert restored.set_aside is not None
    assert (restored.set_aside / DATABASE_FILE).read_bytes() == damaged
    open_store(here.folder, clock=clock, passphrase=restored.passphrase).close()


def test_a_database_whose_keys_are_gone_is_set_aside_too(here: BackedUp, clock: StandingClock) -> None:
    (here.folder / keys.KEYS_FILE).unlink()
    (here.folder / keys.KEYS_COPY).unlink()
    restored = restore(here.file, here.folder, here.words, clock=clock)
    open_store(here.folder, clock=clock, passphrase=restored.passphrase).close()


def _folder_as_it_is(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_wrong_words_change_nothing(here: BackedUp, clock: StandingClock) -> None:
    other = create(here.folder.with_name("other"), Founding("Other"), clock=clock)
    other.store.close()
    before = _folder_as_it_is(here.folder)
    for wrong in ("", "1234", here.passphrase, " ".join(other.words), here.words.rsplit(" ", 1)[0]):
        with pytest.raises(WrongWords):
            restore(here.file, here.folder, wrong, clock=clock)
    assert _folder_as_it_is(here.folder) == before


def _repacked(file: Path, **parts: bytes) -> None:
    with zipfile.ZipFile(file) as box:
        all_parts = {name: box.read(name) for name in box.namelist()} | {
            name.replace("_", "."): part for name, part in parts.items()
        }
    with zipfile.ZipFile(file, "w") as box:
        for name, part in all_parts.items():
            box.writestr(name, part)


@pytest.mark.parametrize("kept", [0, 10, 1000, 9000, -1000, -1])
def test_a_backup_cut_short_changes_nothing(here: BackedUp, clock: StandingClock, kept: int) -> None:
    here.file.write_bytes(here.file.read_bytes()[:kept])
    before = _folder_as_it_is(here.folder)
    with pytest.raises(DamagedBackup, match="older"):
        restore(here.file, here.folder, here.words, clock=clock)
    assert _folder_as_it_is(here.folder) == before


@pytest.mark.parametrize("where", [0.1, 0.3, 0.5, 0.9])
def test_a_changed_bit_in_a_backup_is_noticed(here: BackedUp, clock: StandingClock, where: float) -> None:
    raw = bytearray(here.file.read_bytes())
    raw[int(len(raw) * where)] ^= 4
    here.file.write_bytes(raw)
    with pytest.raises(DamagedBackup):
        restore(here.file, here.folder, here.words, clock=clock)


@pytest.mark.parametrize(
    "part",
    [
        {"manifest_json": b"{}"},
        {"manifest_json": b"\xff"},
        {"manifest_json": b'{"goodhour_backup": 1}'},
        {"keys_json": b"[]"},
        {"keys_json": b" " * MB},
        {"goodhour_db": bytes(8192)},
    ],
)
def test_a_zip_that_is_no_backup_is_refused(here: BackedUp, clock: StandingClock, part: dict[str, bytes]) -> None:
    _repacked(here.file, **part)
    with pytest.raises(DamagedBackup):
        restore(here.file, here.folder, here.words, clock=clock)


def test_something_else_is_no_backup(tmp_path: Path, clock: StandingClock) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8" + bytes(1000))
    for other in (tmp_path / "photo.jpg", tmp_path):
        with pytest.raises(DamagedBackup):
            restore(other, tmp_path / "bare", "words", clock=clock)
    with pytest.raises(NotFound):
        restore(tmp_path / "nothing", tmp_path / "bare", "words", clock=clock)


@pytest.mark.parametrize("part", ["manifest_json", "keys_json"])
def test_a_backup_of_a_newer_goodhour_is_refused(here: BackedUp, clock: StandingClock, part: str) -> None:
    with zipfile.ZipFile(here.file) as box:
        said = json.loads(box.read(part.replace("_", ".")))
    newer = {"goodhour_backup": 2, "version": 2, "form": "unheard of"}
    _repacked(here.file, **{part: json.dumps(said | newer).encode()})
    with pytest.raises(NewerStore):
        restore(here.file, here.folder, here.words, clock=clock)


def test_a_backup_of_a_newer_database_is_refused(here: BackedUp, clock: StandingClock) -> None:
    store = open_store(here.folder, clock=clock, passphrase=here.passphrase)
    store.db.conn.execute("PRAGMA user_version = 1000")
    backup(store, here.file)
    store.close()
    with pytest.raises(NewerStore):
        restore(here.file, here.folder.with_name("bare"), here.words, clock=clock)
    assert not (here.folder.with_name("bare") / DATABASE_FILE).exists()


def test_a_folder_with_an_open_centre_is_left_alone(here: BackedUp, clock: StandingClock) -> None:
    store = open_store(here.folder, clock=clock, passphrase=here.passphrase)
    with pytest.raises(AlreadyOpen):
        restore(here.file, here.folder, here.words, clock=clock)
    _member(store, "Bob")
    assert store.verify().ok
    store.close()


def test_a_backup_is_not_restored_into_a_cloud(here: BackedUp, clock: StandingClock) -> None:
    with pytest.raises(SyncedFolder):
        restore(here.file, here.folder / "OneDrive", here.words, clock=clock)


@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no limit on the size of files to stand for a full stick"
)
def test_a_backup_that_does_not_fit_leaves_the_older_one(here: BackedUp, clock: StandingClock) -> None:
    import resource  # noqa: PLC0415  POSIX only

    store = open_store(here.folder, clock=clock, passphrase=here.passphrase)
    before = here.file.read_bytes()
    with zipfile.ZipFile(here.file) as box:
        largest = box.getinfo("goodhour.db").file_size
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest + 100, hard))
    try:
        with pytest.raises(DiskFull, match=str(here.file.parent)):
            backup(store, here.file)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert here.file.read_bytes() == before
    assert sorted(file.name for file in here.file.parent.iterdir()) == ["centre", "mill.goodhour"]
    _member(store, "Bob")
    backup(store, here.file)
    store.close()


def test_a_backup_to_a_stick_that_is_not_in_says_so(here: BackedUp, clock: StandingClock) -> None:
    store = open_store(here.folder, clock=clock, passphrase=here.passphrase)
    with pytest.raises(NotFound, match="stick"):
        backup(store, here.folder / "no such folder" / "mill.goodhour")
    with pytest.raises(BadInput, match="is a folder"):
        backup(store, here.folder)
    store.close()


def test_the_sheet_opens_this_pc_again_when_its_words_are_lost(here: BackedUp, clock: StandingClock) -> None:
    passphrase = restoring.rewrap_with_words(here.folder, here.words, clock=clock)
    assert passphrase != here.passphrase
    store = open_store(here.folder, clock=clock, passphrase=passphrase)
    assert _names(store) == ["Ann"]
    store.close()
    with pytest.raises(WrongKey):
        open_store(here.folder, clock=clock, passphrase=here.passphrase)
    with pytest.raises(WrongWords):
        restoring.rewrap_with_words(here.folder, "some words", clock=clock)
    with pytest.raises(NoCentreHere):
        restoring.rewrap_with_words(here.folder / "nowhere", here.words, clock=clock)


def test_the_sheet_opens_this_pc_again_when_its_keyring_was_emptied(
    own_keyring: KeyringInMemory, folder: Path, clock: StandingClock
) -> None:
    new = create(folder, Founding("The Old Mill"), clock=clock)
    new.store.close()
    own_keyring.kept.clear()
    with pytest.raises(PassphraseNeeded):
        open_store(folder, clock=clock)
    assert restoring.rewrap_with_words(folder, " ".join(new.words), clock=clock) == ""
    open_store(folder, clock=clock).close()


def test_backups_goodhour_made_by_itself_live_thirty_five_days(here: BackedUp, clock: StandingClock) -> None:
    kept = here.folder / retention.BACKUPS
    kept.mkdir()
    made = kept / retention.name_before_version(2, clock.now_ms())
    for file in (made, kept / "my own.goodhour", kept / "before-version-2-soon.goodhour"):
        file.touch()

    clock.move(timedelta(days=35).total_seconds() / 60)
    open_store(here.folder, clock=clock, passphrase=here.passphrase).close()
    assert made.exists()
    clock.move(1)
    open_store(here.folder, clock=clock, passphrase=here.passphrase).close()
    assert sorted(file.name for file in kept.iterdir()) == ["before-version-2-soon.goodhour", "my own.goodhour"]


def test_a_backup_during_the_day_holds_what_was_done_until_then(here: BackedUp, clock: StandingClock) -> None:
    store = open_store(here.folder, clock=clock, passphrase=here.passphrase)
    _member(store, "Bob")
    backup(store, here.file)
    _member(store, "Cleo")
    assert _names(store) == ["Ann", "Bob", "Cleo"]
    store.close()
    restored = restore(here.file, here.folder.with_name("bare"), here.words, clock=clock)
    store = open_store(here.folder.with_name("bare"), clock=clock, passphrase=restored.passphrase)
    assert _names(store) == ["Ann", "Bob"]
    store.close()
