"""One app at a time, and a dead app holds nothing."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.store.lock import FolderLock
from desktop.store.problems import AlreadyOpen

HOLDING = """
import sys, time
from pathlib import Path
from desktop.store.lock import FolderLock
lock = FolderLock(Path(sys.argv[1]))
sys.stdout.write("held\\n"); sys.stdout.flush()
time.sleep(60)
"""


def test_a_second_app_is_told_and_leaves(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDING, str(tmp_path)], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(AlreadyOpen, match="already open"):
            FolderLock(tmp_path)

        other.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
        other.wait()
        FolderLock(tmp_path).release()


def test_the_same_app_does_not_get_in_twice(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path)
    with pytest.raises(AlreadyOpen):
        FolderLock(tmp_path)

    lock.release()
    lock.release()
    FolderLock(tmp_path).release()


def test_a_note_is_there_for_the_next_holder(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path)
    assert lock.note == ""
    lock.leave("2026-11-24 and more")
    lock.leave("2026-11-25")
    lock.release()
    assert lock.note == ""
    assert FolderLock(tmp_path).note == "2026-11-25"
