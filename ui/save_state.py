"""What the status bar says of saving."""

from datetime import datetime

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import look
from ui.elided_label import ElidedLabel

_LEAST_WIDTH = 45 * look.SPACE


class SaveState(ElidedLabel):
    """How saving goes, and before it what stands in a field and cannot be saved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "save_state", "保存状态")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._saved, self._about, self._trouble = "", "", ""

    def minimumSizeHint(self) -> QSize:
        """The time of the last save is never cut."""
        wanted = self.sizeHint()
        return QSize(min(wanted.width(), _LEAST_WIDTH), wanted.height())

    def say(self, state: str, *, failed: bool = False, about: str = "") -> None:
        """Say how saving goes; `about` is all there is to say of it, on hover."""
        self._saved, self._about = state, about
        look.set_wrong(self, failed)
        self._show()

    def say_saved(self, moment: datetime) -> None:
        """Say since when everything is stored; of another day than today, which."""
        is_today = moment.date() == datetime.now().astimezone().date()
        self.say(f"已保存 {moment:%H:%M:%S}" if is_today else f"已保存 {_day(moment)} {moment:%H:%M}")

    def say_trouble(self, trouble: str) -> None:
        """Say what is not in the report; an empty text when there is nothing any more."""
        self._trouble = trouble
        self._show()

    def clear(self) -> None:
        """No report is open."""
        self._trouble = ""
        self.say("")

    def _show(self) -> None:
        self.setText(f"{self._trouble}；其余{self._saved}" if self._trouble else self._saved)
        if self._about:
            self.setToolTip(self._about)


def _day(moment: datetime) -> str:
    """strftime's own month and day are padded, and not every system takes Chinese in its pattern."""
    return f"{moment.year}年{moment.month}月{moment.day}日"
