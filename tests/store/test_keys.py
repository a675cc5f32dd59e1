"""The key opens by keyring or five words and by the sheet, and by nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.store import keys
from desktop.store.problems import DamagedStore, NewerStore, PassphraseNeeded, WrongKey, WrongWords
from ledger.wire import words
from tests.store.conftest import KeyringInMemory

KEY = bytes(range(32))
SECRET = bytes(range(16))
SHEET = " ".join(words.words_of(SECRET))


@pytest.fixture(scope="module")
def by_words() -> keys.Wrapped:
    return keys.wrap_for_this_pc(KEY, SECRET)


def test_without_a_keyring_five_words_open(by_words: keys.Wrapped) -> None:
    assert len(by_words.passphrase.split()) == 5
    assert by_words.vault.key(by_words.passphrase) == KEY
    assert by_words.vault.key(by_words.passphrase.upper().replace(" ", "-")) == KEY


def test_with_a_keyring_nothing_needs_typing(own_keyring: KeyringInMemory) -> None:
    wrapped = keys.wrap_for_this_pc(KEY, SECRET)
    assert wrapped.passphrase == ""
    assert wrapped.vault.key() == KEY
    assert len(own_keyring.kept) == 1


def test_the_keyring_alone_opens_nothing(own_keyring: KeyringInMemory) -> None:
    keys.wrap_for_this_pc(KEY, SECRET)
    assert KEY.hex() not in str(own_keyring.kept)
    assert keys._text(KEY) not in own_keyring.kept.values()


def test_two_centres_on_one_pc_do_not_share_a_place_in_the_keyring(own_keyring: KeyringInMemory) -> None:
    first, second = keys.wrap_for_this_pc(KEY, SECRET), keys.wrap_for_this_pc(KEY[::-1], SECRET)
    assert (first.vault.key(), second.vault.key()) == (KEY, KEY[::-1])
    assert len(own_keyring.kept) == 2


def test_a_locked_or_emptied_keyring_asks_for_words_or_sheet(own_keyring: KeyringInMemory) -> None:
    vault = keys.wrap_for_this_pc(KEY, SECRET).vault
    own_keyring.is_locked = True
    with pytest.raises(PassphraseNeeded):
        vault.key()
    own_keyring.is_locked = False
    own_keyring.kept.clear()
    with pytest.raises(PassphraseNeeded):
        vault.key()
    with pytest.raises(WrongKey):
        vault.key("five words that were never")
    assert vault.key_by_words(SHEET) == KEY


def test_a_keyring_that_is_locked_at_first_start_is_no_keyring(own_keyring: KeyringInMemory) -> None:
    own_keyring.is_locked = True
    assert keys.wrap_for_this_pc(KEY, SECRET).passphrase != ""


def test_no_words_are_asked_for_and_wrong_words_refused(by_words: keys.Wrapped) -> None:
    with pytest.raises(PassphraseNeeded):
        by_words.vault.key()
    for wrong in ("1234", "abandon abandon abandon abandon abandon", by_words.passphrase + " zoo"):
        with pytest.raises(WrongKey):
            by_words.vault.key(wrong)


def test_the_sheet_opens_by_its_words_and_by_its_qr(by_words: keys.Wrapped) -> None:
    assert by_words.vault.key_by_words(SHEET) == KEY
    assert by_words.vault.key_by_words(words.sheet_text(SECRET)) == KEY


@pytest.mark.parametrize(
    "wrong",
    ["", "abandon", SHEET.replace(" ", " x"), " ".join(words.words_of(SECRET[::-1])), "1234"],
    ids=["none", "one", "misspelt", "another sheet", "a PIN"],
)
def test_wrong_words_say_so(by_words: keys.Wrapped, wrong: str) -> None:
    with pytest.raises(WrongWords, match="recovery sheet"):
        by_words.vault.key_by_words(wrong)


def test_only_a_practice_centre_keeps_its_words_beside_it(by_words: keys.Wrapped) -> None:
    practice = keys.wrap_for_this_pc(KEY, SECRET, is_practice=True)
    assert practice.vault.key() == KEY
    assert by_words.passphrase.encode() not in keys.encode(by_words.vault)


def test_nothing_secret_is_shown_by_accident(by_words: keys.Wrapped) -> None:
    practice = keys.wrap_for_this_pc(KEY, SECRET, is_practice=True)
    assert by_words.passphrase not in repr(by_words)
    assert practice.passphrase not in repr(practice)


def test_keys_are_kept_twice_and_one_copy_is_enough(by_words: keys.Wrapped, tmp_path: Path) -> None:
    keys.save(tmp_path, by_words.vault)
    assert keys.load(tmp_path) == by_words.vault
    for lost in (keys.KEYS_FILE, keys.KEYS_COPY):
        keys.save(tmp_path, by_words.vault)
        (tmp_path / lost).write_bytes((tmp_path / lost).read_bytes()[:40])
        assert keys.load(tmp_path) == by_words.vault
        (tmp_path / lost).unlink()
        assert keys.load(tmp_path) == by_words.vault


def test_lost_and_broken_keys_say_what_to_do(by_words: keys.Wrapped, tmp_path: Path) -> None:
    with pytest.raises(DamagedStore, match="missing or damaged"):
        keys.load(tmp_path)
    keys.save(tmp_path, by_words.vault)
    for broken in (b"", b"[]", b"{}", b"\xff", b'{"by_sheet": 3}', b'{"by_sheet": "!"}', b'{"unheard": ""}'):
        for name in (keys.KEYS_FILE, keys.KEYS_COPY):
            (tmp_path / name).write_bytes(broken)
        with pytest.raises(DamagedStore, match="backup"):
            keys.load(tmp_path)


def test_keys_of_a_newer_goodhour_are_left_alone(by_words: keys.Wrapped, tmp_path: Path) -> None:
    newer = json.loads(keys.encode(by_words.vault)) | {"version": 2, "by_moonlight": "x"}
    (tmp_path / keys.KEYS_FILE).write_text(json.dumps(newer))
    with pytest.raises(NewerStore):
        keys.load(tmp_path)
