"""Opening files and folders with the system's own programs."""

import sys
from pathlib import Path

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices

_SERVICE, _OBJECT = "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1"
_PATIENCE_MS = 1500


def open_place(place: Path) -> None:
    """Open a file, or show what is in a folder."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))


def locate(file: Path) -> None:
    """Show a file in its folder, chosen; where the system knows no way to choose it, only the folder."""
    if sys.platform == "win32":
        QProcess.startDetached("explorer.exe", ["/select,", str(file)])
    elif not _chosen_by_file_manager(file):
        open_place(file.parent)


def _chosen_by_file_manager(file: Path) -> bool:
    """Ask the desktop's file manager; whether there is one that answers."""
    from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    wish = QDBusMessage.createMethodCall(_SERVICE, _OBJECT, _SERVICE, "ShowItems")
    wish.setArguments([[QUrl.fromLocalFile(str(file)).toString()], ""])
    answer = bus.call(wish, QDBus.CallMode.Block, _PATIENCE_MS)
    return answer.type() is not QDBusMessage.MessageType.ErrorMessage
