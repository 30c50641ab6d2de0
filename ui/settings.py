"""What the window remembers from one day to the next, kept beside the drafts.

What the clerk fills in in 设置 is declared in `ui/declared_settings.py`, what is only remembered here."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, QSize, Signal
from PySide6.QtWidgets import QWidget

from ui.declared_settings import BACKUP_FOLDER
from ui.setting import NO, YES, Declared, Setting

LAST_ORGAN = Setting("new/organ")
LAST_TEMPLATE = Setting("new/template")
IMPORT_FOLDER = Setting("import/folder")
EXPORT_FOLDER = Setting("export/folder")
EXPORT_FORMATS = Setting("export/formats")
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
RECENT = Setting("start/recent")
FOUND_WORDS = Setting("find/words")
GONE_TO = Setting("go/latest")
MANUAL_ZOOM = Setting("help/manual_zoom", "0")
TOUR_OFFERED = Setting("help/tour_offered")
SAID_DARK = Setting("looks/said_dark", NO)
BACKUP_COPIED = Setting("backup/copied")
BACKUP_TROUBLE = Setting("backup/trouble")

_GEOMETRY = "window/geometry"
_FIRST_SIZE = QSize(1180, 760)


class Settings(QObject):
    """The remembered values of one data folder. Signals: `changed(str)` the key of a value that is another now."""

    changed = Signal(str)

    def __init__(self, data_dir: Path) -> None:
        super().__init__()
        self.data_dir = data_dir
        self._store = QSettings(str(data_dir / "window.ini"), QSettings.Format.IniFormat)

    def get(self, setting: Setting) -> str:
        """A value, or its default."""
        return str(self._store.value(setting.key, setting.default))

    def folder_used(self, *settings: Setting) -> Path:
        """Where choosing begins: the first of these folders that is known and still there, else the clerk's 文档."""
        known = (Path(one) for setting in settings if (one := self.get(setting)))
        return next((one for one in known if one.is_dir()), documents_folder())

    def number(self, setting: Declared) -> int:
        """A number within its bounds, or a choice that is one; its default where the file says anything else."""
        value = self.get(setting)
        return int(value if setting.accepts(value, self.data_dir) else setting.default)

    def is_on(self, setting: Declared) -> bool:
        """Whether a yes-no setting says yes."""
        return self.get(setting) == YES

    def set(self, setting: Setting, value: str) -> None:
        """Remember a value, and say so where it is another."""
        is_new = value != self.get(setting)
        self._store.setValue(setting.key, value)
        if is_new:
            self.changed.emit(setting.key)

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
    from PySide6.QtCore import QStandardPaths

    places = QStandardPaths.StandardLocation
    wanted = Path(QStandardPaths.writableLocation(places.DocumentsLocation))
    return wanted if wanted.is_dir() else Path(QStandardPaths.writableLocation(places.HomeLocation))
