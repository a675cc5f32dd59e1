"""Which folders may hold a centre's records: on this PC, and on nobody's cloud.

Copying programs take a database while it is being written, and bring it back from other PCs half-made; disks of other
computers do not keep the locks and the order of writing that a promise needs. Both lose what a screen showed as done.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path, PurePath, PureWindowsPath

from desktop.store.files import disk_in_plain_words
from desktop.store.private import FOLDER_MODE
from desktop.store.problems import FolderRefused, NetworkFolder, RoamingFolder, SyncedFolder

_CLOUD_NAMES: Mapping[str, str] = {
    r"onedrive": "OneDrive",
    r"dropbox": "Dropbox",
    r"google ?drive|drivefs": "Google Drive",
    r"icloud ?drive|mobile documents|com~apple~clouddocs": "iCloud",
    r"cloudstorage": "a cloud drive",
    r"nextcloud": "Nextcloud",
    r"owncloud": "ownCloud",
    r"pcloud ?drive": "pCloud",
    r"box sync": "Box",
    r"synologydrive": "Synology Drive",
    r"mega|megasync": "MEGA",
}
_CLOUD_FOLDER = {re.compile(rf"(?:{name})(?: ?[-(].*)?", re.IGNORECASE): cloud for name, cloud in _CLOUD_NAMES.items()}
"""Names of folders that clouds make, also as "OneDrive - Anytown Council" and "Dropbox (Personal)"."""

_CLOUD_MARKS: Mapping[str, str] = {
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".tmp.drivedownload": "Google Drive",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".stfolder": "Syncthing",
}
"""Files and folders that clouds leave in the top folder they keep in step."""

_CLOUD_DATABASE_MARKS: Mapping[str, str] = {"._sync_*.db": "Nextcloud", ".sync_*.db": "Nextcloud"}

_CLOUD_VARIABLES: Mapping[str, str] = {
    "OneDrive": "OneDrive",
    "OneDriveConsumer": "OneDrive",
    "OneDriveCommercial": "OneDrive",
}
"""Environment variables in which Windows names the folders it keeps in step."""

# fmt: off
NETWORK_KINDS = frozenset({
    "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "ncpfs", "afs", "afpfs", "davfs", "davfs2", "webdav",
    "ceph", "gfs2", "glusterfs", "lustre", "ocfs2", "sshfs", "macfuse.sshfs", "osxfuse.sshfs", "fuse.sshfs",
    "fuse.rclone", "fuse.glusterfs", "fuse.ceph-fuse", "fuse.davfs2", "fuse.s3fs", "fuse.gvfsd-fuse",
    "fuse.curlftpfs", "fuse.google-drive-ocamlfuse", "fuse.onedriver",
})
# fmt: on
"""Kinds of file system that lie on another computer. 9p and virtiofs are not among them: they join a virtual machine
to the very PC it runs on."""

_MAC_MOUNT = re.compile(r"^.* on (?P<at>/.*) \((?P<kind>[^,)]+)")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What this PC says about itself: its environment, and each mounted place with its kind of file system."""

    environment: Mapping[str, str]
    mounts: tuple[tuple[str, str], ...]

    @classmethod
    def of_this_pc(cls) -> Surroundings:
        """Asked from the running system."""
        return cls(dict(os.environ), tuple(_mounts()))


def safe(folder: Path, surroundings: Surroundings | None = None) -> Path:
    """The folder with every link in its path followed, once it is known to be a safe place; it need not be there yet.

    Raises:
        SyncedFolder, RoamingFolder, NetworkFolder: it is not; the message says why and what to do.
        FolderRefused: it leads nowhere. ReadOnlyFolder: we may not even look there.
    """
    try:
        resolved = folder.expanduser().resolve()
    except RuntimeError as error:  # nobody's home, or links in a ring
        raise FolderRefused(f"{folder} leads to no folder. Choose another.") from error
    with disk_in_plain_words(resolved):
        refuse_unsafe(resolved, surroundings or Surroundings.of_this_pc())
    return resolved


def make(folder: Path) -> Path:
    """A safe folder, made if it is not there yet.

    Raises:
        SyncedFolder, RoamingFolder, NetworkFolder: it is no safe place. ReadOnlyFolder, DiskFull: it cannot be made.
        FolderRefused: something that is no folder has this name.
    """
    resolved = safe(folder)
    try:
        with disk_in_plain_words():
            resolved.mkdir(FOLDER_MODE, parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise FolderRefused(f"{resolved} is a file; the records need a folder. Choose another name.") from error
    except FileNotFoundError as error:  # a drive that is not there, or a place where no folders can be
        raise FolderRefused(f"{resolved} cannot be made. Is its drive there? Or choose another folder.") from error
    return resolved


def refuse_unsafe(path: PurePath, surroundings: Surroundings) -> None:
    r"""Judge a path that has no links left in it; on Windows a mapped drive has become its \\server\share by then.

    Raises:
        SyncedFolder, RoamingFolder, NetworkFolder: it is no safe place.
    """
    cloud = _cloud(path, surroundings.environment)
    if cloud:
        raise SyncedFolder(
            f"{path} is kept in step with {cloud}, which would copy records while they are being written. "
            "Choose a folder that stays on this PC."
        )
    if _roams(path, surroundings.environment):
        raise RoamingFolder(
            f"{path} moves to and from a server whenever somebody signs in to Windows, and could come back old. "
            "Choose a folder under local application data."
        )
    kind = _network(path, surroundings.mounts)
    if kind:
        raise NetworkFolder(
            f"{path} is on another computer ({kind}), where records cannot be written safely. "
            "Choose a folder on this PC's own disk."
        )


def _cloud(path: PurePath, environment: Mapping[str, str]) -> str:
    for part in path.parts:
        for name, cloud in _CLOUD_FOLDER.items():
            if name.fullmatch(part):
                return cloud
    for variable, cloud in _CLOUD_VARIABLES.items():
        if _is_inside(path, environment.get(variable, "")):
            return cloud
    return _marked(Path(path)) if isinstance(path, Path) else ""


def _marked(path: Path) -> str:
    for folder in (path, *path.parents):
        for mark, cloud in _CLOUD_MARKS.items():
            if (folder / mark).exists() and folder != Path.home():  # programs keep settings of such names at home
                return cloud
        for pattern, cloud in _CLOUD_DATABASE_MARKS.items():
            if any(folder.glob(pattern)):
                return cloud
    return ""


def _roams(path: PurePath, environment: Mapping[str, str]) -> bool:
    lowered = [part.lower() for part in path.parts]
    is_roaming_profile = ("appdata", "roaming") in pairwise(lowered)
    return is_roaming_profile or (
        isinstance(path, PureWindowsPath) and _is_inside(path, environment.get("APPDATA", ""))
    )


def _network(path: PurePath, mounts: Iterable[tuple[str, str]]) -> str:
    if isinstance(path, PureWindowsPath):
        share = path.drive.replace("/", "\\")
        is_share = share.startswith("\\\\") and (not share.startswith(("\\\\?\\", "\\\\.\\")) or "UNC" in share.upper())
        return share if is_share else ""
    around = [(at, kind) for at, kind in mounts if path.is_relative_to(at)]
    # The innermost mount holds the path; of two at one place the later covers the earlier.
    _, _, kind = max(((len(at), place, kind) for place, (at, kind) in enumerate(around)), default=(0, 0, ""))
    return kind if kind in NETWORK_KINDS else ""


def _is_inside(path: PurePath, folder: str) -> bool:
    return bool(folder) and path.is_relative_to(type(path)(folder))


def _mounts() -> Iterator[tuple[str, str]]:
    if sys.platform == "darwin":
        import subprocess  # noqa: PLC0415  asked on a Mac alone

        listing = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False, timeout=10).stdout
        yield from mac_mounts(listing)
    elif sys.platform != "win32":
        yield from linux_mounts(Path("/proc/self/mounts").read_text("utf-8", "surrogateescape"))


def linux_mounts(table: str) -> Iterator[tuple[str, str]]:
    r"""Each place and its kind of file system, from /proc/self/mounts, where a space is written \040."""
    for line in table.splitlines():
        _, place, kind, *_ = line.split(" ")
        yield re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), place), kind


def mac_mounts(listing: str) -> Iterator[tuple[str, str]]:
    """Each place and its kind of file system, from what `mount` prints on macOS."""
    for line in listing.splitlines():
        found = _MAC_MOUNT.match(line)
        if found:
            yield found["at"], found["kind"]
