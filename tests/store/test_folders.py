"""Records stay on this PC: clouds, roaming profiles and other computers' disks are refused with a reason."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from desktop.store.folders import Surroundings, linux_mounts, mac_mounts, make, refuse_unsafe, safe
from desktop.store.problems import FolderRefused, NetworkFolder, RoamingFolder, SyncedFolder

LINUX = r"""/dev/sda1 / ext4 rw,relatime 0 0
tmpfs /run/user/1000 tmpfs rw 0 0
server:/homes /home nfs4 rw,vers=4.2 0 0
/dev/sdb1 /home/local ext4 rw 0 0
//server/share /mnt/the\040share cifs rw 0 0
ann@server: /mnt/ssh fuse.sshfs rw 0 0
host /work 9p rw 0 0
share /vm virtiofs rw 0 0
"""
MAC = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//ann@server/share on /Volumes/share (smbfs, nodev, nosuid, mounted by ann)
"""
WINDOWS = {
    "APPDATA": r"D:\Profiles\ann",
    "OneDrive": r"E:\Cloud",
    "OneDriveCommercial": r"C:\Users\ann\Council files",
}


def here(**environment: str) -> Surroundings:
    return Surroundings(environment, tuple(linux_mounts(LINUX)))


@pytest.mark.parametrize(
    ("path", "cloud"),
    [
        ("/home/local/OneDrive/Goodhour", "OneDrive"),
        ("/home/local/OneDrive - Anytown Council/x", "OneDrive"),
        ("/home/local/Dropbox (Personal)/x", "Dropbox"),
        ("/home/local/dropbox/x", "Dropbox"),
        ("/home/local/Google Drive/x", "Google Drive"),
        ("/home/local/Nextcloud/x", "Nextcloud"),
        ("/Users/ann/Library/Mobile Documents/com~apple~CloudDocs/x", "iCloud"),
        ("/Users/ann/Library/CloudStorage/GoogleDrive-ann@example.org/x", "cloud"),
    ],
)
def test_a_folder_a_cloud_keeps_is_refused(path: str, cloud: str) -> None:
    with pytest.raises(SyncedFolder, match=cloud):
        refuse_unsafe(PurePosixPath(path), here())


@pytest.mark.parametrize(
    "path",
    [
        r"C:\Users\ann\OneDrive\Goodhour",
        r"E:\Cloud\Goodhour",
        r"C:\users\ANN\council FILES\Goodhour",
        r"C:\Users\ann\iCloudDrive\Goodhour",
    ],
)
def test_a_folder_windows_keeps_in_a_cloud_is_refused(path: str) -> None:
    with pytest.raises(SyncedFolder):
        refuse_unsafe(PureWindowsPath(path), here(**WINDOWS))


@pytest.mark.parametrize("path", [r"C:\Users\ann\AppData\Roaming\Goodhour", r"d:\profiles\ann\Goodhour"])
def test_a_roaming_folder_is_refused(path: str) -> None:
    with pytest.raises(RoamingFolder, match="local application data"):
        refuse_unsafe(PureWindowsPath(path), here(**WINDOWS))


@pytest.mark.parametrize(
    "path", [r"\\server\share\Goodhour", r"\\?\UNC\server\share\Goodhour", "//server/share/Goodhour"]
)
def test_a_windows_share_is_refused(path: str) -> None:
    with pytest.raises(NetworkFolder):
        refuse_unsafe(PureWindowsPath(path), here(**WINDOWS))


@pytest.mark.parametrize("path", ["/home/ann/x", "/mnt/the share/x", "/mnt/ssh/x/y"])
def test_a_folder_on_another_computer_is_refused(path: str) -> None:
    with pytest.raises(NetworkFolder, match="another computer"):
        refuse_unsafe(PurePosixPath(path), here())


def test_a_share_mounted_on_a_mac_is_refused() -> None:
    mac = Surroundings({}, tuple(mac_mounts(MAC)))
    with pytest.raises(NetworkFolder, match="smbfs"):
        refuse_unsafe(PurePosixPath("/Volumes/share/x"), mac)
    refuse_unsafe(PurePosixPath("/Users/ann/Library/Application Support/Goodhour"), mac)


@pytest.mark.parametrize(
    "path",
    ["/home/local/ann/.local/share/Goodhour", "/office/x", "/vm/x", "/var/lib/goodhour", "/srv/My OneDrive notes/x"],
)
def test_a_folder_of_this_pc_is_fine(path: str) -> None:
    refuse_unsafe(PurePosixPath(path), here())


@pytest.mark.parametrize(
    "path", [r"C:\Users\ann\AppData\Local\Goodhour", r"\\?\C:\Data\Goodhour", r"E:\Cloudy\Goodhour"]
)
def test_a_local_folder_of_windows_is_fine(path: str) -> None:
    refuse_unsafe(PureWindowsPath(path), here(**WINDOWS))


@pytest.mark.parametrize("mark", [".dropbox.cache", ".nextcloudsync.log", ".sync_1a2b.db", ".stfolder"])
def test_a_cloud_is_known_by_what_it_leaves_behind(tmp_path: Path, mark: str) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / mark).touch()
    with pytest.raises(SyncedFolder):
        make(tmp_path / "shared" / "deeper" / "centre")
    assert not (tmp_path / "shared" / "deeper").exists()


def test_a_link_into_a_cloud_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "innocent").symlink_to(tmp_path / "Dropbox", target_is_directory=True)
    with pytest.raises(SyncedFolder, match="Dropbox"):
        safe(tmp_path / "innocent" / "centre")


def test_this_pcs_own_folder_is_fine_and_made(tmp_path: Path) -> None:
    assert make(tmp_path / "a" / "b") == (tmp_path / "a" / "b").resolve()
    assert (tmp_path / "a" / "b").is_dir()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path / "file", tmp_path / "file" / "deeper"):
        with pytest.raises(FolderRefused, match="is a file"):
            make(path)
