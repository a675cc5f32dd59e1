"""A backup opens on a bare PC with the sheet alone, and no restore ever loses or undoes what was done here."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.clock import StandingClock
from desktop.store import keys, restoring
from desktop.store.founding import Founding, create
from desktop.store.opening import DATABASE_FILE, open_store
from desktop.store.problems import (
    AlreadyOpen,
    NoCentreHere,
    PassphraseNeeded,
    SyncedFolder,
    WrongKey,
    WrongWords,
)
from desktop.store.restoring import restore
from ledger.wire.words import sheet_text
from tests.store.closed import BackedUp, member_named, names_in, redeem
from tests.store.conftest import KeyringInMemory


def test_a_bare_pc_needs_the_file_and_the_sheet(backed_up_once: BackedUp, tmp_path: Path, clock: StandingClock) -> None:
    restored = restore(backed_up_once.file, tmp_path / "bare", backed_up_once.words, clock=clock)
    assert (restored.set_aside, restored.carried) == (None, 0)
    assert len(restored.passphrase.split()) == 5
    assert restored.passphrase != backed_up_once.passphrase

    store = open_store(tmp_path / "bare", clock=clock, passphrase=restored.passphrase)
    assert (store.centre_name, names_in(store), store.secret("pin_hash")) == ("The Old Mill", ["Ann"], b"a hash")
    assert " ".join(keys.recovery_words(store)) == backed_up_once.words
    assert keys.passphrase_of(store) == restored.passphrase
    assert store.verify().ok
    store.close()
    with pytest.raises(WrongKey):
        open_store(tmp_path / "bare", clock=clock, passphrase=backed_up_once.passphrase)


@pytest.mark.usefixtures("own_keyring")
def test_a_bare_pc_with_a_keyring_needs_no_words_afterwards(
    backed_up_once: BackedUp, tmp_path: Path, clock: StandingClock
) -> None:
    restored = restore(backed_up_once.file, tmp_path / "bare", backed_up_once.words, clock=clock)
    assert restored.passphrase == ""
    store = open_store(tmp_path / "bare", clock=clock)
    assert keys.passphrase_of(store) == ""
    store.close()


def test_the_qr_of_the_sheet_restores_too(backed_up_once: BackedUp, tmp_path: Path, clock: StandingClock) -> None:
    store = open_store(backed_up_once.folder, clock=clock, passphrase=backed_up_once.passphrase)
    text = sheet_text(store.secret("sheet_secret"))
    assert keys.recovery_text(store) == text
    store.close()
    restore(backed_up_once.file, tmp_path / "bare", text, clock=clock)


def test_what_was_here_is_set_aside_and_opens_still(here: BackedUp, clock: StandingClock) -> None:
    store = open_store(here.folder, clock=clock, passphrase=here.passphrase)
    member_named(store, "Bob")
    store.close()

    restored = restore(here.file, here.folder, here.words, clock=clock)

    store = open_store(here.folder, clock=clock, passphrase=restored.passphrase)
    assert names_in(store) == ["Ann"]
    store.close()
    assert restored.set_aside == here.folder / "set-aside" / "2026-11-24-102000"
    before = open_store(restored.set_aside, clock=clock, passphrase=here.passphrase)
    assert names_in(before) == ["Ann", "Bob"]
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
    redeem(store, here.slip, here.ann)
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


def test_a_slip_stays_handed_in_though_the_keys_were_lost(here: BackedUp, clock: StandingClock) -> None:
    store = open_store(here.folder, clock=clock, passphrase=here.passphrase)
    redeem(store, here.slip, here.ann)
    store.close()
    for name in (keys.KEYS_FILE, keys.KEYS_COPY):
        (here.folder / name).unlink()

    assert restore(here.file, here.folder, here.words, clock=clock).carried == 1


def test_wrong_words_change_nothing(here: BackedUp, clock: StandingClock) -> None:
    other = create(here.folder.with_name("other"), Founding("Other"), clock=clock)
    other.store.close()
    before = _folder_as_it_is(here.folder)
    for wrong in ("", "1234", here.passphrase, " ".join(other.words), here.words.rsplit(" ", 1)[0]):
        with pytest.raises(WrongWords):
            restore(here.file, here.folder, wrong, clock=clock)
    assert _folder_as_it_is(here.folder) == before


def test_a_folder_with_an_open_centre_is_left_alone(here: BackedUp, clock: StandingClock) -> None:
    store = open_store(here.folder, clock=clock, passphrase=here.passphrase)
    with pytest.raises(AlreadyOpen):
        restore(here.file, here.folder, here.words, clock=clock)
    member_named(store, "Bob")
    assert store.verify().ok
    store.close()


def test_a_backup_is_not_restored_into_a_cloud(here: BackedUp, clock: StandingClock) -> None:
    with pytest.raises(SyncedFolder):
        restore(here.file, here.folder / "OneDrive", here.words, clock=clock)


def test_the_sheet_opens_this_pc_again_when_its_words_are_lost(here: BackedUp, clock: StandingClock) -> None:
    passphrase = restoring.rewrap_with_words(here.folder, here.words, clock=clock)
    assert passphrase != here.passphrase
    store = open_store(here.folder, clock=clock, passphrase=passphrase)
    assert names_in(store) == ["Ann"]
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


def _folder_as_it_is(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
