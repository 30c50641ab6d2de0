"""What the window remembers from one day to the next, kept beside the drafts. Declared once, here."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths


@dataclass(frozen=True, slots=True)
class Setting:
    """A remembered value: its key and what holds before it was ever set."""

    key: str
    default: str = ""


LAST_ORGAN = Setting("new/organ")
LAST_TEMPLATE = Setting("new/template")
EXPORT_FOLDER = Setting("export/folder")
EXPORT_FORMATS = Setting("export/formats")
SAMPLE = Setting("start/sample")

_GEOMETRY = "window/geometry"


class Settings:
    """The remembered values of one data folder."""

    def __init__(self, data_dir: Path) -> None:
        self._store = QSettings(str(data_dir / "window.ini"), QSettings.Format.IniFormat)

    def get(self, setting: Setting) -> str:
        """A value, or its default."""
        return str(self._store.value(setting.key, setting.default))

    def set(self, setting: Setting, value: str) -> None:
        """Remember a value."""
        self._store.setValue(setting.key, value)

    @property
    def geometry(self) -> QByteArray | None:
        """Where the window was and how large, None the first time."""
        found = self._store.value(_GEOMETRY)
        return found if isinstance(found, QByteArray) else None

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._store.setValue(_GEOMETRY, geometry)


def documents_folder() -> Path:
    """The clerk's 文档 folder, where exported files go until another was chosen."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
