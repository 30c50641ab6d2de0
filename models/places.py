"""What kind of place a data folder lies in: on this computer, on a network, in a folder that a program synchronises.

SQLite's write-ahead log needs memory that all programs with the file open share, and files that nobody copies one by
one. A network has no such memory, and a synchronising program copies the parts of a database at different moments.
"""

import os
import re
import sys
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath


class FolderKind(StrEnum):
    """Where a folder lies."""

    LOCAL = "本机"
    NETWORK = "网络文件夹"
    SYNCED = "同步文件夹"


_DANGERS = {
    FolderKind.NETWORK: "断网或两台电脑同时写时容易出错",
    FolderKind.SYNCED: "同步软件可能写到一半就把文件拷走或换掉",
}


@dataclass(frozen=True, slots=True)
class FolderPlace:
    """A folder's kind, and by whom: the file system's type, the synchronising program."""

    kind: FolderKind
    by: str = ""

    @property
    def journal_mode(self) -> str:
        """How SQLite is to write here: as PRAGMA journal_mode takes it."""
        return "WAL" if self.kind is FolderKind.LOCAL else "DELETE"

    def warning(self, folder: Path) -> str:
        """What the clerk should know of drafts kept here; "" where there is nothing to say."""
        if self.kind is FolderKind.LOCAL:
            return ""
        danger = _DANGERS[self.kind]
        return (
            f"草稿放在{self.kind}“{folder}”（{self.by}）里，{danger}；已改用较慢但稳妥的写法，内容都在，"
            "建议把整个文件夹移到本机硬盘上不同步的位置。"
        )


_LOCAL = FolderPlace(FolderKind.LOCAL)

_NETWORK_TYPES = frozenset(
    "9p afs afpfs beegfs ceph cifs coda davfs davfs2 gfs2 glusterfs gpfs lustre ncpfs nfs nfs4 ocfs2 orangefs prl_fs "
    "smb3 smbfs sshfs vboxsf vmhgfs".split()
)
_LOCAL_FUSE = (
    "ntfs",
    "exfat",
    "overlay",
    "fuse-overlayfs",
    "bindfs",
    "mergerfs",
    "gocryptfs",
    "encfs",
    "lxcfs",
)
"""File systems in user space that lie on this computer's own disks; every other one is taken for a network's."""

_SYNCED_NAMES = (
    (r"onedrive( - .*)?", "OneDrive"),
    (r"(我的)?坚果云.*|nutstore( files)?\d*", "坚果云"),
    (r"wps ?云盘|wps ?drive|wps ?cloud ?files|wps ?网盘", "WPS云盘"),
    (r"baidusyncdisk|百度网盘同步空间|baidunetdiskworkspace", "百度网盘"),
    (r"dropbox( \(.*\))?", "Dropbox"),
    (r"icloud ?drive|com~apple~clouddocs|mobile documents", "iCloud"),
    (r"nextcloud\d*|owncloud\d*", "Nextcloud"),
    (r"google ?drive", "Google Drive"),
    (r"synology ?drive", "Synology Drive"),
    (r"微云同步.*|腾讯微云", "微云"),
)
"""How the programs call the folder they synchronise, as a pattern of the whole name."""

_SYNCED_MARKS = {
    ".stfolder": "Syncthing",
    ".dropbox.cache": "Dropbox",
    ".owncloudsync.log": "Nextcloud",
    ".nextcloudsync.log": "Nextcloud",
    ".SynologyWorkingDirectory": "Synology Drive",
    ".tmp.driveupload": "Google Drive",
}
"""What they leave at its top."""

_SYNCED_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")


def place_of(
    folder: PurePath,
    mounts: str,
    environment: Mapping[str, str],
    remote_drives: Collection[str] = (),
    exists: Callable[[PurePath], bool] = lambda _path: False,
) -> FolderPlace:
    """The kind of an absolute path.

    `mounts` is Linux's table of mounts (/proc/self/mountinfo), `remote_drives` names Windows' drives that are mapped to
    a network ("Z:"), `exists` says whether a mark of a synchronising program is there.
    """
    if by := _network(folder, mounts, remote_drives):
        return FolderPlace(FolderKind.NETWORK, by)
    for name in _SYNCED_VARIABLES:
        root = environment.get(name)
        if root and folder.is_relative_to(type(folder)(root)):
            return FolderPlace(FolderKind.SYNCED, "OneDrive")
    for above in (folder, *folder.parents):
        for pattern, program in _SYNCED_NAMES:
            if re.fullmatch(pattern, above.name, re.IGNORECASE):
                return FolderPlace(FolderKind.SYNCED, program)
        for mark, program in _SYNCED_MARKS.items():
            if exists(above / mark):
                return FolderPlace(FolderKind.SYNCED, program)
    return _LOCAL


def place_here(folder: Path) -> FolderPlace:
    """The kind of a folder on this computer, which need not be there yet."""
    there = Path(os.path.realpath(folder))
    drives = {there.drive} if _is_remote(there.drive) else set()
    return place_of(there, _mount_table(), os.environ, drives, _exists)


def _network(folder: PurePath, mounts: str, remote_drives: Collection[str]) -> str:
    """The network file system a path is on, "" for none."""
    drive = folder.drive.upper()
    if drive in remote_drives or (drive.startswith("\\\\") and not re.match(r"\\\\[?.]\\\w:", drive)):
        return folder.drive
    point, kind = _mount(folder, mounts)
    if kind.startswith("fuse."):
        return "" if kind[5:].startswith(_LOCAL_FUSE) else kind[5:]
    # A virtual machine may well start from such a disk: then it is the machine's own.
    return kind if kind in _NETWORK_TYPES and point != PurePath("/") else ""


def _mount(folder: PurePath, mounts: str) -> tuple[PurePath, str]:
    """Where the file system that holds a path is mounted, and its type; the one mounted last counts."""
    found, kind = PurePath("/"), ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields, types = before.split(" "), after.split(" ")
        if len(fields) < 6 or not types[0]:
            continue
        point = type(folder)(re.sub(r"\\(\d{3})", lambda match: chr(int(match[1], 8)), fields[4]))
        if folder.is_relative_to(point) and len(point.parts) >= len(found.parts):
            found, kind = point, types[0]
    return found, kind


def _mount_table() -> str:
    try:
        return Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


def _exists(mark: PurePath) -> bool:
    try:
        return Path(mark).exists()
    except OSError:  # a folder above that may not be looked into
        return False


if sys.platform == "win32":
    from ctypes import windll

    def _is_remote(drive: str) -> bool:
        """Whether a drive ("Z:") is mapped to a network."""
        remote = 4  # DRIVE_REMOTE
        return bool(drive) and windll.kernel32.GetDriveTypeW(f"{drive}\\") == remote

else:

    def _is_remote(drive: str) -> bool:
        """Only Windows has drives."""
        return False
