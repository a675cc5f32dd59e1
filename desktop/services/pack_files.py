"""What lies in a pack: the files of a zip or folder, judged before anything is opened. Tricks refuse the whole pack."""

from __future__ import annotations

import os
import stat
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import ClassVar, Final, NamedTuple

from desktop.problems import KnownProblem

MOST_ZIP_BYTES: Final = 2**30
MOST_UNPACKED_BYTES: Final = 2**30
MOST_FILES: Final = 40_000
MOST_FILE_BYTES: Final = 20_000_000
_UTF8_FLAG: Final = 0x800
_LOCKED_FLAG: Final = 0x1
_PASSED_OVER: Final = ("__macosx", ".ds_store", "thumbs.db", "desktop.ini")


class BadPack(KnownProblem):
    """This pack of pictures cannot be brought in; the message says why and what to try. Nothing of it came in."""

    code: ClassVar[str] = "bad_pack"
    picture: ClassVar[str] = "gh:photo"
    easy_words: ClassVar[str] = "problem.bad_photo"


class PackFile(NamedTuple):
    """One file of a pack. name: its path inside. read: all its bytes; raises OSError or BadPack."""

    name: str
    read: Callable[[], bytes]

    @property
    def ending(self) -> str:
        """Its ending in small letters, such as ".png"."""
        return PurePosixPath(self.name).suffix.lower()


@contextmanager
def opened_pack(path: Path) -> Iterator[list[PackFile]]:
    """The files of a zip or a folder, in the order of their names.

    Raises:
        BadPack: it is neither, or larger than a pack may be, or it has a path that leads elsewhere, or is locked.
    """
    if path.is_dir():
        yield _of_folder(path)
        return
    try:
        if path.stat().st_size > MOST_ZIP_BYTES:
            raise BadPack(f"{path.name} is larger than 1 GB. Bring the pictures in by parts.")
        with zipfile.ZipFile(path) as packed:
            yield _of_zip(packed)
    except zipfile.BadZipFile as error:
        raise BadPack(f"{path.name} is no zip, or it is damaged. Choose the zip of the pictures.") from error
    except OSError as error:
        raise BadPack(f"{path.name} cannot be opened. Try copying it to this PC first.") from error


def _of_zip(packed: zipfile.ZipFile) -> list[PackFile]:
    inside = [one for one in packed.infolist() if not one.is_dir()]
    _check_sizes(one.file_size for one in inside)
    for one in inside:
        if one.flag_bits & _LOCKED_FLAG:
            raise BadPack("This zip asks for a password. Unpack it, and choose the folder.")
        if stat.S_ISLNK(one.external_attr >> 16):
            raise _leads_elsewhere(one.filename)
        _check_path(one.filename)
    found = [PackFile(_readable(one), _reader(packed, one)) for one in inside]
    return _sorted(found)


def _of_folder(folder: Path) -> list[PackFile]:
    found, sizes = [], []
    for place, folders, files in os.walk(folder, followlinks=False):
        for name in (*folders, *files):
            if Path(place, name).is_symlink():
                raise _leads_elsewhere(name)
        for name in files:
            file = Path(place, name)
            sizes.append(file.stat().st_size)
            if len(sizes) > MOST_FILES:
                break
            found.append(PackFile(_composed(file.relative_to(folder).as_posix()), file.read_bytes))
    _check_sizes(sizes)
    return _sorted(found)


def _check_sizes(sizes: Iterator[int] | list[int]) -> None:
    every = list(sizes)
    if len(every) > MOST_FILES:
        raise BadPack("There are more than 40,000 files in it. Bring the pictures in by parts.")
    if sum(every) > MOST_UNPACKED_BYTES:
        raise BadPack("Unpacked, it would be larger than 1 GB. Bring the pictures in by parts.")


def _check_path(name: str) -> None:
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in name.split("/", maxsplit=1)[0] or "\0" in name:
        raise _leads_elsewhere(name)


def _leads_elsewhere(name: str) -> BadPack:
    return BadPack(f"{name} leads to somewhere else on the PC. A pack of pictures does not; nothing of it came in.")


def _reader(packed: zipfile.ZipFile, one: zipfile.ZipInfo) -> Callable[[], bytes]:
    def read() -> bytes:
        try:
            with packed.open(one) as file:
                return file.read(MOST_FILE_BYTES + 1)
        except (zipfile.BadZipFile, NotImplementedError, EOFError) as error:
            raise BadPack(f"{one.filename} is damaged.") from error

    return read


def _readable(one: zipfile.ZipInfo) -> str:
    """A name in any script: many programs write UTF-8 and do not say so."""
    name = one.filename
    if not one.flag_bits & _UTF8_FLAG:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:  # it was what it said it was
            return _composed(name)
    return _composed(name)


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _sorted(found: list[PackFile]) -> list[PackFile]:
    return sorted(one for one in found if not any(part.lower() in _PASSED_OVER for part in one.name.split("/")))
