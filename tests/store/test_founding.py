"""A new centre begins whole or not at all, with secrets of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.clock import StandingClock
from desktop.store import keys
from desktop.store.founding import Founding, NewCentre, create
from desktop.store.opening import DATABASE_FILE, open_store
from desktop.store.problems import (
    CentreHereAlready,
    NoCentreHere,
)
from desktop.store.setting_aside import SET_ASIDE
from ledger.domain.subjects import CentreFounded, GroupWritten, IssuerKeyAdded
from ledger.wire.keys import issuer_of, public_key
from ledger.wire.words import words_of
from tests.store.closed import Closed


@pytest.fixture
def new(folder: Path, clock: StandingClock) -> Iterator[NewCentre]:
    made = create(folder, Founding("The Old Mill", staff_pin_hash=b"a hash"), clock=clock)
    yield made
    made.store.close()


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


def test_a_centre_is_never_made_over_another(closed: Closed, folder: Path, clock: StandingClock) -> None:
    with pytest.raises(CentreHereAlready):
        create(folder, Founding("Another"), clock=clock)
    open_store(folder, clock=clock, passphrase=closed.passphrase).close()


def test_keys_left_behind_by_another_centre_are_set_aside_not_written_over(
    closed: Closed, folder: Path, clock: StandingClock, tmp_path: Path
) -> None:
    (folder / DATABASE_FILE).rename(tmp_path / DATABASE_FILE)  # somebody took the database away, for now
    (folder / f"{DATABASE_FILE}-wal").write_bytes(b"what a cut-off app left")

    new = create(folder, Founding("Another"), clock=clock)
    assert new.store.verify().ok
    new.store.close()

    (aside,) = (folder / SET_ASIDE).iterdir()
    assert (aside / f"{DATABASE_FILE}-wal").read_bytes() == b"what a cut-off app left"
    (aside / f"{DATABASE_FILE}-wal").unlink()
    (tmp_path / DATABASE_FILE).rename(aside / DATABASE_FILE)
    open_store(aside, clock=clock, passphrase=closed.passphrase).close()


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
