"""A network and a synchronised folder are recognised by path, mounts and marks alone, and written to without a log."""

import sqlite3
from contextlib import closing
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from models.database import file_in
from models.places import FolderKind, FolderPlace, place_here, place_of
from models.report import Report
from models.store import Store

MOUNTS = r"""
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
40 27 8:2 / /home rw,relatime shared:1 - xfs /dev/sda2 rw
41 40 0:50 / /home/zhang/共享\040盘 rw,relatime - cifs //server/public rw
42 27 0:51 / /mnt/office rw,relatime master:2 propagate_from:1 - nfs4 10.0.0.2:/office rw
43 42 8:17 / /mnt/office/local rw - ext4 /dev/sdb1 rw
44 27 0:52 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
45 27 0:53 / /mnt/far rw - fuse.sshfs zhang@server: rw
46 27 8:33 / /media/zhang/优盘 rw - fuseblk /dev/sdc1 rw
47 27 8:34 / /media/zhang/二 rw - fuse.ntfs-3g /dev/sdc2 rw
48 27 0:54 / /mnt/covered rw - ext4 /dev/sdd1 rw
49 27 0:55 / /mnt/covered rw - nfs server:/covered rw
"""
WINDOWS = {"OneDriveCommercial": r"D:\云\OneDrive - 云岭县"}


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("/home/zhang/.local/share/fazhi-nianbao", FolderPlace(FolderKind.LOCAL)),
        ("/home/zhang/共享 盘/法治年报", FolderPlace(FolderKind.NETWORK, "cifs")),
        ("/home/zhang/共享 盘二/法治年报", FolderPlace(FolderKind.LOCAL)),
        ("/mnt/office", FolderPlace(FolderKind.NETWORK, "nfs4")),
        ("/mnt/office/local/drafts", FolderPlace(FolderKind.LOCAL)),
        ("/mnt/covered/drafts", FolderPlace(FolderKind.NETWORK, "nfs")),
        ("/run/user/1000/gvfs/smb-share:server=a", FolderPlace(FolderKind.NETWORK, "gvfsd-fuse")),
        ("/mnt/far/a", FolderPlace(FolderKind.NETWORK, "sshfs")),
        ("/media/zhang/优盘/a", FolderPlace(FolderKind.LOCAL)),
        ("/media/zhang/二/a", FolderPlace(FolderKind.LOCAL)),
        ("/home/zhang/OneDrive/a", FolderPlace(FolderKind.SYNCED, "OneDrive")),
        ("/home/zhang/OneDrive - 云岭县/a", FolderPlace(FolderKind.SYNCED, "OneDrive")),
        ("/home/zhang/我的坚果云/a", FolderPlace(FolderKind.SYNCED, "坚果云")),
        ("/home/zhang/Nutstore Files/a", FolderPlace(FolderKind.SYNCED, "坚果云")),
        ("/home/zhang/WPS云盘", FolderPlace(FolderKind.SYNCED, "WPS云盘")),
        ("/home/zhang/WPSDrive/123/a", FolderPlace(FolderKind.SYNCED, "WPS云盘")),
        ("/home/zhang/BaiduSyncdisk/a", FolderPlace(FolderKind.SYNCED, "百度网盘")),
        ("/home/zhang/Dropbox (个人)/a", FolderPlace(FolderKind.SYNCED, "Dropbox")),
        ("/home/zhang/iCloudDrive/a", FolderPlace(FolderKind.SYNCED, "iCloud")),
        ("/home/zhang/Nextcloud/a", FolderPlace(FolderKind.SYNCED, "Nextcloud")),
        ("/home/zhang/谈OneDrive的文章/a", FolderPlace(FolderKind.LOCAL)),
    ],
)
def test_a_path_on_linux_is_known_by_its_mount_and_its_names(folder: str, expected: FolderPlace) -> None:
    assert place_of(PurePosixPath(folder), MOUNTS, {}) == expected


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        (r"C:\Users\张三\AppData\Local\fazhi-nianbao", FolderPlace(FolderKind.LOCAL)),
        (r"\\server\public\法治年报", FolderPlace(FolderKind.NETWORK, r"\\server\public")),
        (r"\\?\C:\很长的路径", FolderPlace(FolderKind.LOCAL)),
        (r"z:\法治年报", FolderPlace(FolderKind.NETWORK, "z:")),
        (r"D:\云\OneDrive - 云岭县\法治年报", FolderPlace(FolderKind.SYNCED, "OneDrive")),
        (r"C:\Users\张三\Documents\WPS Cloud Files\a", FolderPlace(FolderKind.SYNCED, "WPS云盘")),
    ],
)
def test_a_path_on_windows_is_known_by_its_drive_and_its_names(folder: str, expected: FolderPlace) -> None:
    assert place_of(PureWindowsPath(folder), "", WINDOWS, {"Z:"}) == expected


def test_a_synchronised_folder_is_known_by_what_its_program_leaves_there() -> None:
    marked = PurePosixPath("/home/zhang/文件/.stfolder")

    def exists(path: PurePath) -> bool:
        return path == marked

    inside, beside = PurePosixPath("/home/zhang/文件/a/b"), PurePosixPath("/home/zhang/别处")
    assert place_of(inside, MOUNTS, {}, exists=exists) == FolderPlace(FolderKind.SYNCED, "Syncthing")
    assert place_of(beside, MOUNTS, {}, exists=exists) == FolderPlace(FolderKind.LOCAL)


def test_a_machine_that_starts_from_a_shared_disk_is_no_network() -> None:
    mounts = "27 1 0:25 / / rw - 9p rootfs rw\n28 27 0:26 / /mnt/c rw - 9p C: rw"

    assert place_of(PurePosixPath("/home/zhang"), mounts, {}) == FolderPlace(FolderKind.LOCAL)
    assert place_of(PurePosixPath("/mnt/c/zhang"), mounts, {}) == FolderPlace(FolderKind.NETWORK, "9p")


@pytest.mark.parametrize("mounts", ["", "\n", "x", "1 2 3 / /", "27 1 8:1 / / rw - ", " - - -"])
def test_a_table_of_mounts_that_says_nothing_says_local(mounts: str) -> None:
    assert place_of(PurePosixPath("/home/zhang"), mounts, {}) == FolderPlace(FolderKind.LOCAL)


def test_a_link_into_a_synchronised_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox" / "drafts").mkdir(parents=True)
    (tmp_path / "here").symlink_to(tmp_path / "Dropbox" / "drafts")

    assert place_here(tmp_path / "here") == FolderPlace(FolderKind.SYNCED, "Dropbox")
    assert place_here(tmp_path / "not yet") == FolderPlace(FolderKind.LOCAL)


def test_only_a_bad_place_is_warned_of(tmp_path: Path) -> None:
    assert FolderPlace(FolderKind.LOCAL).warning(tmp_path) == ""
    for kind in (FolderKind.NETWORK, FolderKind.SYNCED):
        warning = FolderPlace(kind, "坚果云").warning(tmp_path)
        assert "坚果云" in warning
        assert str(tmp_path) in warning
        assert warning.endswith("。")


def journal_mode(data_dir: Path) -> str:
    with closing(sqlite3.connect(file_in(data_dir))) as connection:
        return connection.execute("PRAGMA journal_mode").fetchone()[0]


def test_wal_and_locks_break_on_network_share_container_or_synced_folder(tmp_path: Path) -> None:
    """No log is used there; it comes back once the folder has moved to a local disk, and every report with it."""
    synced, local = tmp_path / "坚果云" / "数据", tmp_path / "数据"
    with Store.open(synced) as store:
        report_id = store.create(Report(2024, "county-regulation"))
        assert sorted(one.name for one in synced.iterdir()) == ["drafts.db"]
    assert journal_mode(synced) == "delete"

    synced.rename(local)
    with Store.open(local) as store:
        assert store.load(report_id).year == 2024
    assert journal_mode(local) == "wal"

    local.rename(synced)
    with Store.open(synced) as store:
        assert store.load(report_id).year == 2024
    assert journal_mode(synced) == "delete"


def test_two_programs_work_on_one_synchronised_folder_without_losing_a_write(tmp_path: Path) -> None:
    folder = tmp_path / "Nextcloud" / "数据"
    with Store.open(folder) as one, Store.open(folder) as other:
        ids = [
            store.create(Report(year, "county-regulation")) for year, store in ((2024, one), (2025, other))
        ]

        assert [one.load(ids[1]).year, other.load(ids[0]).year] == [2025, 2024]


def test_a_folder_that_gets_synchronised_while_a_window_is_open_stays_in_use(data_dir: Path) -> None:
    with Store.open(data_dir) as window:
        report_id = window.create(Report(2024, "county-regulation"))
        (data_dir / ".stfolder").mkdir()

        with Store.open(data_dir) as command:
            assert command.load(report_id).year == 2024
            command.create(Report(2025, "county-regulation"))

        assert len(window.list()) == 2
    Store.open(data_dir).close()
    assert journal_mode(data_dir) == "delete"
