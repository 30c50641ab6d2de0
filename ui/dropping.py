"""Files dragged over the window: a frame that says what letting go would do, and letting go does it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMainWindow, QWidget

from ui import look

_MARGIN = 3 * look.SPACE
_PANEL_HEIGHT = 22 * look.SPACE


def drop_words(paths: Sequence[Path]) -> str:
    """What letting go of these files would do."""
    from importers import IMPORTERS
    from models.parcel import SUFFIX

    known = {suffix for one in IMPORTERS for suffix in one.suffixes}
    suffixes = [path.suffix.lower() for path in paths]
    parcels = suffixes.count(SUFFIX)
    reports = sum(suffix in known for suffix in suffixes)
    done = [f"导入 {reports} 份报告"] if reports else []
    done += ["打开带来的包"] if parcels else []
    if not done:
        return "这种文件不能导入，可以拖进来的有：Word（.docx）、文本（.txt）、带来的包"
    rest = len(paths) - parcels - reports
    return f"松开鼠标，{'，'.join(done)}" + (f"（另有 {rest} 个文件不能导入）" if rest else "")


class Dropping(QObject):
    """Watches a window from its outermost layer, so that no field in it takes a file for a text."""

    def __init__(self, window: QMainWindow, take: Callable[[list[Path]], None]) -> None:
        super().__init__(window)
        self._window, self._take = window, take
        self._frame = DropFrame(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self._window.windowHandle() is not None:
            self._window.windowHandle().installEventFilter(self)  # installing it again is no harm
        if isinstance(event, QDropEvent):  # entering and moving are kinds of it
            return self.take(event)
        if event.type() == QEvent.Type.DragLeave:
            self._frame.hide()
        return False

    def take(self, event: QDropEvent) -> bool:
        """Answer files that are dragged over the window or dropped on it; whether there were any."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if not paths:
            return False
        event.acceptProposedAction()
        if isinstance(event, QDragEnterEvent):
            self._frame.say(drop_words(paths))
        elif event.type() == QEvent.Type.Drop:
            self._frame.hide()
            self._take(paths)
        return True


class DropFrame(QWidget):
    """Lies over the whole window and lets everything through to it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        look.named(self, "drop_frame", "拖进来的文件")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words = ""
        self.hide()

    def say(self, words: str) -> None:
        """Show the frame with these words."""
        self.words = words
        self.setAccessibleDescription(words)
        self.setGeometry(self.parentWidget().rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.palette()
        accent = look.wash(palette, 1.0)
        tint = look.wash(palette, 0.10)
        tint.setAlpha(215)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), tint)
        painter.setPen(QPen(accent, 3, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(self.rect().adjusted(*(_MARGIN,) * 2, -_MARGIN, -_MARGIN), 8, 8)
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        font.setBold(True)
        painter.setFont(font)
        panel = QRect(
            0, 0, painter.fontMetrics().horizontalAdvance(self.words) + 12 * look.SPACE, _PANEL_HEIGHT
        )
        panel.setWidth(min(panel.width(), self.width() - 4 * _MARGIN))
        panel.moveCenter(self.rect().center())
        painter.setPen(QPen(accent, 1))
        painter.setBrush(palette.base())
        painter.drawRoundedRect(panel, 6, 6)
        painter.setPen(palette.text().color())
        painter.drawText(panel, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.words)
