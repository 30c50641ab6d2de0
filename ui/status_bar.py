"""The status bar: a message has a place of its own, beside what is said of saving and never over it."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStatusBar, QWidget

from ui import look
from ui.elided_label import ElidedLabel

_ABOUT_COUNTS = (
    "字数和 WPS、Word 的“字数”算法一样：一个汉字或标点算一个字，一个数、一个英文词算一个字；\n"
    "标题算在内，自动编的序号不算。本条含它下面的小条，全文是正文各部分，不含文头、附件。\n"
    "页数、余行按打印出来的版面算。"
)

_BUTTON = 19
"""So much higher than its words is a button with the bar's edges: they come later, and the bar does not grow then."""


class StatusBar(QStatusBar):
    """Qt's own writes messages over everything else in it.

    `counts` is the label at the right: it makes room where a message or a failure needs it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "status_bar", "状态栏")
        self.setMinimumHeight(self.fontMetrics().height() + _BUTTON)
        self.setContentsMargins(3 * look.SPACE, 0, 3 * look.SPACE, 0)
        self._message = ElidedLabel()
        look.named(self._message, "message_words", "消息")
        self._message.hide()
        self.counts = _Counts()
        look.named(self.counts, "counts", "字数、页数和校对结果")
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.timeout.connect(self.clearMessage)
        self.addWidget(self._message, 1)
        self.addPermanentWidget(self.counts)

    def showMessage(self, text: str, timeout: int | None = 0) -> None:
        """Say something for so many milliseconds, 0 for until the next."""
        self._message.setText(text)
        self._message.setVisible(bool(text))
        self._end.stop()
        if text and timeout:
            self._end.start(timeout)
        self.make_room()

    def clearMessage(self) -> None:
        """Nothing to say any more."""
        self.showMessage("")

    def currentMessage(self) -> str:
        """What is being said."""
        return self._message.text()

    def make_room(self) -> None:
        """Show the counts where everything else has the width it wants."""
        others = [
            one
            for one in self.children()
            if isinstance(one, QWidget) and one is not self.counts and not one.isHidden()
        ]
        wanted = sum(one.sizeHint().width() + 2 * look.SPACE for one in others)
        left = self.contentsRect().width() - wanted - self.counts.sizeHint().width()
        self.counts.setVisible(left >= 0 or not self._is_crowded())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.make_room()

    def _is_crowded(self) -> bool:
        """Whether anything is being said that may not be cut: the counts do not go for the time of the last save."""
        return bool(self._message.text()) or any(
            one.property("wrong") and not one.isHidden() for one in self.findChildren(QWidget)
        )


class _Counts(ElidedLabel):
    """Lengths, pages and findings at the right edge; a narrow window shows as many as it has room for."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("quiet", True)
        self.setProperty("stands", "right")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(f"{text}\n\n{_ABOUT_COUNTS}" if text else "")
