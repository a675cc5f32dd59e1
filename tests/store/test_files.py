"""Small files are whole, old or new, and the disk's errors are said plainly."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from desktop.store.files import disk_in_plain_words, write_whole
from desktop.store.problems import DiskFull, DiskTrouble, ReadOnlyFolder, StoreProblem


def test_a_file_takes_the_place_of_the_older_one(tmp_path: Path) -> None:
    for content in (b"old", b"new", b""):
        write_whole(tmp_path / "file", content)
        assert (tmp_path / "file").read_bytes() == content
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


def test_a_file_that_cannot_be_put_in_place_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").mkdir()
    with pytest.raises(IsADirectoryError):
        write_whole(tmp_path / "file", b"new")
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EROFS, ReadOnlyFolder),
        (errno.EACCES, ReadOnlyFolder),
        (errno.EIO, DiskTrouble),
    ],
)
def test_the_disks_errors_are_known_problems(code: int, problem: type[StoreProblem]) -> None:
    with pytest.raises(problem), disk_in_plain_words():
        raise OSError(code, "as the disk says")


def test_a_stick_is_named_and_other_errors_are_left_alone() -> None:
    with pytest.raises(DiskFull, match="stick"), disk_in_plain_words(Path("stick")):
        raise OSError(errno.ENOSPC, "no space")
    with pytest.raises(FileNotFoundError), disk_in_plain_words():
        raise FileNotFoundError(errno.ENOENT, "no file")
