"""What the window remembers from one day to the next, kept beside the drafts. Declared once, here."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize, QStandardPaths
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Setting:
    """A remembered value: its key and what holds before it was ever set."""

    key: str
    default: str = ""


LAST_ORGAN = Setting("new/organ")
LAST_TEMPLATE = Setting("new/template")
IMPORT_FOLDER = Setting("import/folder")
EXPORT_FOLDER = Setting("export/folder")
EXPORT_FORMATS = Setting("export/formats")
PROFILE = Setting("page/profile")
FONT_FOLDER = Setting("page/fonts")
LONGEST = Setting("text/longest")
DRAFTER = Setting("signoff/drafter")
DEPARTMENT = Setting("signoff/department")
SIGNOFF_FOLDER = Setting("signoff/folder")
COLLECT_FOLDER = Setting("collect/folder")
RETURNS_FOLDER = Setting("returns/folder")
PARCEL_FOLDER = Setting("parcel/folder")
SUMMARY_FOLDER = Setting("summary/folder")
PRINTER = Setting("print/printer")
DUPLEX = Setting("print/duplex")
SAMPLE = Setting("start/sample")
BACKUP_FOLDER = Setting("backup/folder")
BACKUP_COPIED = Setting("backup/copied")
BACKUP_TROUBLE = Setting("backup/trouble")

_GEOMETRY = "window/geometry"
_FIRST_SIZE = QSize(1180, 760)


class Settings:
    """The remembered values of one data folder."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self._store = QSettings(str(data_dir / "window.ini"), QSettings.Format.IniFormat)

    def get(self, setting: Setting) -> str:
        """A value, or its default."""
        return str(self._store.value(setting.key, setting.default))

    def folder_used(self, *settings: Setting) -> Path:
        """Where choosing begins: the first of these folders that is known and still there, else the clerk's 文档."""
        known = (Path(one) for setting in settings if (one := self.get(setting)))
        return next((one for one in known if one.is_dir()), documents_folder())

    def set(self, setting: Setting, value: str) -> None:
        """Remember a value."""
        self._store.setValue(setting.key, value)

    def note_place(self, window: QWidget) -> None:
        """Remember where the window is and how large."""
        self._store.setValue(_GEOMETRY, window.saveGeometry())

    def place(self, window: QWidget) -> None:
        """Put the window where it was last, yet never larger than the screen it is on."""
        window.resize(_FIRST_SIZE)
        found = self._store.value(_GEOMETRY)
        if isinstance(found, QByteArray):
            window.restoreGeometry(found)
        room = window.screen().availableGeometry()
        window.resize(window.size().boundedTo(room.size()))
        if not room.contains(window.geometry()):
            window.move(room.topLeft())


def second_backup_folder(settings: Settings) -> Path | None:
    """Where backups are copied to besides the data folder; None where no such place was chosen."""
    chosen = settings.get(BACKUP_FOLDER)
    return Path(chosen) if chosen else None


def documents_folder() -> Path:
    """The clerk's 文档 folder, where exported files go until another was chosen; his own where there is none."""
    places = QStandardPaths.StandardLocation
    wanted = Path(QStandardPaths.writableLocation(places.DocumentsLocation))
    return wanted if wanted.is_dir() else Path(QStandardPaths.writableLocation(places.HomeLocation))
