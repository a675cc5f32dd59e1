"""The PC's disk is full while it takes in a reply: one clear problem, nothing by half, all of it once there is room."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.network import busy
from tests.network.centres import good
from tests.network.checks import equal, held_whole
from tests.network.states import state_of
from tests.network.town import Town

DISK_MB = 6


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a small disk of its own."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount, umount = shutil.which("mount"), shutil.which("umount")
    command = [str(mount), "-t", "tmpfs", "-o", f"size={DISK_MB}m", "none", str(disk)]
    if None in (mount, umount) or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("no small disk can be made here: it takes root on Linux")
    yield disk
    subprocess.run([str(umount), str(disk)], check=True)


def _fill(disk: Path, *, but: int) -> Path:
    """Take all room on a disk but so many bytes."""
    filled = disk / "filled"
    with filled.open("wb") as file:
        file.write(bytes(max(0, shutil.disk_usage(disk).free - but)))
    return filled


@pytest.mark.parametrize("left", [0, 4_096, 20_000, 60_000, 120_000])
def test_a_full_disk_while_a_big_reply_is_taken_in_loses_nothing(town: Town, small_disk: Path, left: int) -> None:
    """The biggest reply there is: a PC brought back from an old copy fetches all that it had written since."""
    old = town.elm.pc.copied_to(small_disk / "elm")
    town.elm.works(lambda parts, centre: busy.help_out(parts, centre, Random(3), times=600))
    town.elm.works(lambda parts, centre: busy.new_faces(parts, centre, Random(3), times=4, photo_bytes=40_000))
    good(town.elm.pc.exchange())
    with town.elm.pc.opened() as parts:
        facts = parts.store.read.last_seq()

    filled = _fill(small_disk, but=left)
    told = old.exchange()
    filled.unlink()

    assert told.get("problem") in {"disk_full", "disk_trouble", None}, told
    if left == 0:
        assert told["problem"] == "disk_full"
    with old.opened() as parts:
        assert parts.store.verify().ok
    good(old.exchange())
    good(old.exchange())
    held_whole(town.ledger, [old])
    with old.opened() as parts:
        assert parts.store.verify().facts >= facts, "what it had written before is back"


def test_a_full_disk_before_anything_is_sent_says_so(town: Town, small_disk: Path) -> None:
    pc = town.elm.pc.copied_to(small_disk / "elm")
    with pc.opened() as parts:
        busy.help_out(parts, town.elm.centre, Random(4), times=30)
    before = state_of(pc)
    filled = _fill(small_disk, but=0)

    assert pc.exchange()["problem"] == "disk_full"

    filled.unlink()
    equal({"pc": state_of(pc)}, {"pc": before})
    assert good(pc.exchange())["sent"] == 30
    held_whole(town.ledger, [pc])
