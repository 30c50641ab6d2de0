"""Whether a window can open on this PC and Chinese be typed in it: asked of another process, for Qt may end its own."""

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path

import resources
from actions.own_check import OwnCheck

_PATIENCE_S = 60
_PROBE = """
from PySide6 import QtCore, QtPdfWidgets, QtPrintSupport, QtSvg, QtWidgets
app = QtWidgets.QApplication([])
print(QtCore.qVersion(), app.platformName())
"""
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_INPUT_VARIABLES = ("QT_IM_MODULES", "QT_IM_MODULE", "XMODIFIERS")


def check_window() -> OwnCheck:
    """Whether Qt loads and finds a screen."""
    name = "窗口"
    if getattr(sys, "frozen", False):
        return OwnCheck(name, True, "窗口所需的组件随程序自带。")
    ended = _probed()
    missing = missing_packages()
    advice = (
        f"请运行：sudo apt-get install -y {' '.join(missing)}" if missing else "请重新运行 ./run 装好运行环境"
    )
    if not ended:
        return OwnCheck(name, False, f"窗口打不开，命令照常可用；{advice}。")
    version, platform = ended
    if missing:
        return OwnCheck(name, False, f"Qt {version}能载入，但缺少系统库，窗口可能打不开；{advice}。")
    if platform == "offscreen":
        return OwnCheck(name, True, f"Qt {version}能载入；现在没有显示屏，只能用命令。")
    return OwnCheck(name, True, f"Qt {version}能载入，窗口可以打开（{platform}）。")


def missing_packages(loads: Callable[[str], object] = ctypes.CDLL) -> tuple[str, ...]:
    """Debian's packages whose libraries Qt needs and this PC lacks; only Linux leaves them to the system."""
    if sys.platform != "linux":
        return ()
    lines = resources.path("qt_libraries.txt").read_text(encoding="ascii").splitlines()
    wanted = dict(line.split() for line in lines if line)
    return tuple(package for library, package in wanted.items() if not _is_there(library, loads))


def check_input(
    environment: Mapping[str, str] = os.environ, plugins: Iterable[str] | None = None
) -> OwnCheck:
    """Whether the input method that the desktop names has its half in this Qt.

    `plugins` are the names of the installed halves; as a rule they are looked up.
    """
    name = "中文输入"
    named = " ".join(environment.get(one, "") for one in _INPUT_VARIABLES).lower()
    there = _input_plugins() if plugins is None else tuple(plugins)
    if "fcitx" in named and not any("fcitx" in one for one in there):
        return OwnCheck(
            name,
            False,
            "桌面用的是fcitx输入法，而这个Qt没有它的插件，窗口里可能打不出中文；"
            "请先执行 export QT_IM_MODULE=ibus 再启动（fcitx5能代替ibus应答），或改用ibus。",
        )
    return OwnCheck(name, True, f"没有发现问题（{'、'.join(there) or '由系统提供'}）。")


def _probed() -> tuple[str, str] | None:
    """Qt's version and platform as another process finds them; None where it does not get so far."""
    environment = dict(os.environ)
    if sys.platform == "linux" and not any(environment.get(one) for one in _SCREENS):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    try:
        ended = subprocess.run(
            [sys.executable, "-c", _PROBE],
            env=environment, capture_output=True, text=True, check=True, timeout=_PATIENCE_S,
        )  # fmt: skip
        version, platform = ended.stdout.split()[-2:]
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    return version, platform


def _is_there(library: str, loads: Callable[[str], object]) -> bool:
    try:
        loads(library)
    except OSError:
        return False
    return True


def _input_plugins() -> tuple[str, ...]:
    """The input methods that the installed Qt brings: ibus, compose …"""
    found = find_spec("PySide6")
    if found is None or not found.submodule_search_locations:
        return ()
    folder = Path(next(iter(found.submodule_search_locations))) / "Qt/plugins/platforminputcontexts"
    names = (one.stem for one in sorted(folder.glob("*.so")))
    return tuple(
        one.removeprefix("lib").removesuffix("plugin").removesuffix("platforminputcontext") for one in names
    )
