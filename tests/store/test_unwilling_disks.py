"""A disk that is full, or that may not be written, says so and loses nothing."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from desktop.clock import StandingClock
from desktop.store.founding import Founding, create
from desktop.store.opening import open_store
from desktop.store.problems import (
    DiskFull,
    ReadOnlyFolder,
)
from desktop.store.store import Store
from ledger.domain.subjects import MemberWritten
from tests.store.closed import Closed

NOBODY = 65534


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
