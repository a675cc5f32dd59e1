"""A new centre opens by itself until its recovery sheet is put away; what leaves the PC never does."""

import zipfile
from pathlib import Path

import pytest

from desktop.clock import standing_at
from desktop.store import first_sheet, keys
from desktop.store.backup import backup
from desktop.store.founding import Founding, create
from desktop.store.opening import open_store
from desktop.store.problems import PassphraseNeeded

CLOCK = standing_at(2026, 11, 24, 10, 20)


def test_it_opens_by_itself_until_the_sheet_is_put_away(tmp_path: Path) -> None:
    made = create(tmp_path, Founding("N", is_sheet_due=True), clock=CLOCK)
    made.store.close()
    store = open_store(tmp_path, clock=CLOCK)
    assert first_sheet.due(store) == first_sheet.NEW
    first_sheet.put_away(store)
    assert first_sheet.due(store) == ""
    store.close()

    with pytest.raises(PassphraseNeeded):
        open_store(tmp_path, clock=CLOCK)
    assert all(made.passphrase not in file.read_text("utf-8") for file in tmp_path.glob("keys*"))
    open_store(tmp_path, clock=CLOCK, passphrase=made.passphrase).close()


def test_a_centre_whose_words_were_told_keeps_none(tmp_path: Path) -> None:
    made = create(tmp_path, Founding("N"), clock=CLOCK)
    assert first_sheet.due(made.store) == ""
    made.store.close()
    assert keys.load(tmp_path).first_passphrase == ""
    with pytest.raises(PassphraseNeeded):
        open_store(tmp_path, clock=CLOCK)


def test_a_backup_made_before_holds_no_words_to_open_it(tmp_path: Path) -> None:
    made = create(tmp_path / "centre", Founding("N", is_sheet_due=True), clock=CLOCK)
    backup(made.store, tmp_path / "mine.goodhour")
    made.store.close()
    with zipfile.ZipFile(tmp_path / "mine.goodhour") as box:
        assert all(made.passphrase.encode() not in box.read(name) for name in box.namelist())
