"""The bundled outlines by the names they are asked for, and drawing one in a colour."""

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources

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


def drawn(name: str, ink: str, width: int, ratio: float = 1.0) -> QPixmap:
    """An outline in a colour (#rrggbb), so wide on a screen of this device pixel ratio. Raises KeyError."""
    outline = resources.path(f"icons/{ICONS[name]}.svg").read_bytes().replace(b"currentColor", ink.encode())
    side = round(width * ratio)
    pixmap = QPixmap(side, side)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(outline)).render(painter, QRectF(0, 0, width, width))
    painter.end()
    return pixmap
