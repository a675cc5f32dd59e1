"""A restore that is cut off at any step loses nothing: the next one finds all there was, and every slip handed in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.clock import StandingClock
from desktop.store import keys
from desktop.store.opening import DATABASE_FILE, open_store, open_with_key
from desktop.store.problems import NoCentreHere, WrongKey
from desktop.store.restoring import restore
from desktop.store.setting_aside import SET_ASIDE
from tests.store.closed import BackedUp, member_named, names_in, redeem

RESTORES = """
import os, shutil, signal, sys
from pathlib import Path
from desktop.clock import standing_at
from desktop.store.restoring import restore

centre, file, words, into = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4])

def killed_at(stop_at):
    steps = 0
    def counted(done):
        def step(*given, **named):
            nonlocal steps
            steps += 1
            if steps == stop_at:
                os.kill(os.getpid(), signal.SIGKILL)
            return done(*given, **named)
        return step
    for name in ("fsync", "replace", "mkdir", "open", "unlink"):
        setattr(os, name, counted(getattr(os, name)))

def look_of(folder):
    return sorted((str(one.relative_to(folder)), one.stat().st_size) for one in folder.rglob("*") if one.is_file())

stop_at, status, looks = 0, 1, []
while status:
    stop_at += 1
    folder = into / str(stop_at)
    shutil.copytree(centre, folder)
    child = os.fork()
    if not child:
        killed_at(stop_at)
        restore(file, folder, words, clock=standing_at(2026, 11, 24, 10, 20))
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if (look := look_of(folder)) in looks and status:
        shutil.rmtree(folder)  # the step before left the same files: looked at once
    looks.append(look)
"""


def _key_of_set_aside(place: Path, here: BackedUp) -> bytes:
    return keys.load(place).key(here.passphrase)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills its own forks")
def test_killed_while_restoring_nothing_is_lost_and_no_slip_is_good_again(
    here: BackedUp, tmp_path: Path, clock: StandingClock
) -> None:
    store = open_store(here.folder, clock=clock, passphrase=here.passphrase)
    member_named(store, "Bob")
    redeem(store, here.slip, here.ann)
    store.close()
    into = tmp_path / "killed"
    into.mkdir()
    arguments = [str(here.folder), str(here.file), here.words, str(into)]
    subprocess.run([sys.executable, "-c", RESTORES, *arguments], check=True, timeout=240)

    seen = set()
    for folder in into.iterdir():
        seen.add(_what_opens(folder, here, clock))
        restored = restore(here.file, folder, here.words, clock=clock)
        assert restored.carried == 1
        again = open_store(folder, clock=clock, passphrase=restored.passphrase)
        assert names_in(again) == ["Ann"]
        assert again.verify().ok
        again.close()
        assert any(_holds_everything(place, here, clock) for place in (folder / SET_ASIDE).iterdir())
    assert seen >= {"before", "none", "not by the old words"}


def _what_opens(folder: Path, here: BackedUp, clock: StandingClock) -> str:
    try:
        store = open_store(folder, clock=clock, passphrase=here.passphrase)
    except NoCentreHere:
        return "none"
    except WrongKey:
        return "not by the old words"
    assert names_in(store) == ["Ann", "Bob"]
    store.close()
    return "before"


def _holds_everything(place: Path, here: BackedUp, clock: StandingClock) -> bool:
    if not (place / DATABASE_FILE).exists():
        return False
    try:
        store = open_with_key(place, _key_of_set_aside(place, here), clock=clock)
    except WrongKey:
        return False  # what a restore that was cut off had made
    try:
        return names_in(store) == ["Ann", "Bob"]
    finally:
        store.close()
