"""Icons in the palette's own text colour, drawn from the bundled outlines when they are first wanted.

`ICONS` is the list of what has an icon. What `wear` was called for is drawn anew when the palette changes.
"""

from functools import cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

import resources
from ui import colours

ICONS: dict[str, str] = {
    "new": "file-plus",
    "roll": "copy-plus",
    "import": "file-input",
    "sample": "book-open",
    "list": "list",
    "trash": "trash-2",
    "back": "arrow-left",
    "find": "search",
    "findings": "spell-check",
    "preview": "eye",
    "print": "printer",
    "versions": "history",
    "name_version": "save",
    "signoff": "stamp",
    "export": "file-output",
    "pack": "package",
    "unpack": "package-open",
    "undo": "undo-2",
    "redo": "redo-2",
    "link": "link",
    "year_words": "calendar-check-2",
    "figures": "table-2",
    "collect": "send",
    "merge": "inbox",
    "summarise": "sigma",
    "backups": "database-backup",
    "settings": "settings",
    "larger": "zoom-in",
    "smaller": "zoom-out",
    "add": "plus",
    "up": "arrow-up",
    "down": "arrow-down",
    "delete": "trash-2",
    "close": "x",
    "earlier": "chevron-up",
    "later": "chevron-down",
    "page_back": "chevron-left",
    "page_on": "chevron-right",
    "minus": "minus",
    "copy": "files",
    "folder": "archive",
    "told": "info",
    "warned": "triangle-alert",
    "asked": "circle-question-mark",
}
"""What has an icon, and the file in `resources/icons` that shows it."""

_SIZES = (16, 24, 32, 48)
_WORN, _IN_ACCENT = "worn_icon", "icon_in_accent"
_FAINT = 0.55
_DOOR = 26

Wearer = QAbstractButton | QAction | QLabel


@cache
def icon(name: str, colour: str, faint: str) -> QIcon:
    """An icon in two colours, the second where it cannot be used now. Raises KeyError for one that is not listed."""
    drawn = QIcon()
    outline = resources.path(f"icons/{ICONS[name]}.svg").read_bytes()
    for mode, ink in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, faint)):
        for size in _SIZES:
            drawn.addPixmap(_drawn(outline.replace(b"currentColor", ink.encode()), size), mode)
    return drawn


def wear(wearer: Wearer, name: str) -> None:
    """Give a button, a menu's entry or a label its icon, now and after every change of the palette."""
    wearer.setProperty(_WORN, name)
    _fit(wearer)


def take_off(button: QAbstractButton) -> None:
    """Show a button without its icon until it wears one again."""
    button.setProperty(_WORN, None)
    button.setIcon(QIcon())


def picture(name: str) -> QLabel:
    """A large icon in the accent's colour, beside a word that says the same."""
    label = QLabel()
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    label.setProperty(_IN_ACCENT, True)
    wear(label, name)
    return label


def message_picture(name: str) -> QPixmap:
    """A message's sign; Qt's own are pale yellow and pale blue."""
    accent = colours.accent(QApplication.palette()).name()
    return icon(name, accent, accent).pixmap(QSize(_SIZES[-1], _SIZES[-1]))


def fit_all(app: QApplication) -> None:
    """Draw every icon that is worn in the colours of the application's palette."""
    for widget in app.allWidgets():
        for wearer in (widget, *widget.actions()):
            if isinstance(wearer, Wearer) and wearer.property(_WORN):
                _fit(wearer)


def _fit(wearer: Wearer) -> None:
    palette = QApplication.palette()
    ink, ground = palette.color(QPalette.ColorRole.ButtonText), palette.color(QPalette.ColorRole.Button)
    if wearer.property("main"):
        ink = colours.on_fill(palette)
    if wearer.property(_IN_ACCENT):
        ink = colours.accent(palette)
    drawn = icon(wearer.property(_WORN), ink.name(), colours.mixed(ink, ground, _FAINT).name())
    if isinstance(wearer, QLabel):
        wearer.setPixmap(drawn.pixmap(QSize(_DOOR, _DOOR), wearer.devicePixelRatioF()))
    else:
        wearer.setIcon(drawn)


def _drawn(outline: bytes, size: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(outline)).render(painter)
    painter.end()
    return pixmap
