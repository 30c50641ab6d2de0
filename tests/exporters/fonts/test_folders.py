"""Where fonts are looked for on Windows and Linux."""

import os
import sys
from pathlib import Path

import pytest

from exporters.fonts.folders import font_files, search_folders


def test_windows_has_the_users_own_folder_and_the_systems() -> None:
    environ = {"WINDIR": "C:/Windows", "LOCALAPPDATA": "C:/Users/张三/AppData/Local"}

    assert search_folders(environ, "win32") == (
        Path("C:/Users/张三/AppData/Local/Microsoft/Windows/Fonts"),
        Path("C:/Windows/Fonts"),
    )
    assert search_folders({"WINDIR": "D:/WIN"}, "win32") == (Path("D:/WIN/Fonts"),)


def test_linux_has_the_users_folders_before_the_systems(tmp_path: Path) -> None:
    assert search_folders({"HOME": "/home/张三"}, "linux", tmp_path) == (
        Path("/home/张三/.local/share/fonts"),
        Path("/home/张三/.fonts"),
        Path("/usr/local/share/fonts"),
        Path("/usr/share/fonts"),
    )


def test_the_desktops_own_folders_are_taken_from_the_environment(tmp_path: Path) -> None:
    environ = {"HOME": "/h", "XDG_DATA_HOME": "/数据", "XDG_DATA_DIRS": "/opt/wps/share:/usr/share"}

    folders = search_folders(environ, "linux", tmp_path)

    assert Path("/数据/fonts") in folders
    assert Path("/opt/wps/share/fonts") in folders
    assert len(folders) == len(set(folders))


def test_folders_written_into_fontconfig_are_searched(tmp_path: Path) -> None:
    system, own = tmp_path / "etc", tmp_path / "home/.config/fontconfig"
    for file, lines in (
        (system / "fonts.conf", "<dir>/opt/字体</dir><dir>~/字库</dir>"),
        (own / "conf.d/10-wps.conf", '<dir prefix="xdg">wps</dir>'),
        (own / "fonts.conf", "<dir>/never closed"),
    ):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"<fontconfig>{lines}</fontconfig>", encoding="utf-8")

    folders = search_folders({"HOME": str(tmp_path / "home")}, "linux", system)

    assert Path("/opt/字体") in folders
    assert tmp_path / "home/字库" in folders
    assert tmp_path / "home/.local/share/wps" in folders
    assert Path("/never closed") not in folders


def test_one_variable_replaces_the_systems_folders() -> None:
    both = os.pathsep.join(("/甲", "/乙"))

    assert search_folders({"FAZHI_FONT_FOLDERS": both, "HOME": "/h"}, "linux") == (Path("/甲"), Path("/乙"))
    assert search_folders({"FAZHI_FONT_FOLDERS": ""}, "win32") == ()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_font_files_are_found_in_folders_below_and_through_links(tmp_path: Path) -> None:
    for name in ("a.ttf", "下/b.TTC", "下/c.otf", "下/d.txt", "e.woff"):
        (tmp_path / "字体" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "字体" / name).write_bytes(b"")
    (tmp_path / "字体" / "圈").symlink_to(tmp_path / "字体", target_is_directory=True)
    (tmp_path / "链").symlink_to(tmp_path / "字体" / "下", target_is_directory=True)
    (tmp_path / "字体" / "空.ttf").symlink_to(tmp_path / "没有")

    assert [file.path.name for file in font_files([tmp_path / "字体"])] == ["a.ttf", "b.TTC", "c.otf"]
    assert [file.path.name for file in font_files([tmp_path / "链"])] == ["b.TTC", "c.otf"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes")
def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.ttf")

    assert font_files([tmp_path]) == ()
