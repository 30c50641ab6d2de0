"""What an empty section shows below its blank card: how to begin, and the usual items to begin with."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui import look


class SectionHint(QWidget):
    """Signals: `wanted(tuple[str, ...])` the headings of items to begin with, "" for none."""

    wanted = Signal(object)

    def __init__(self, section: str, suggestions: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"hint:{section}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.SPACE, 2 * look.SPACE, look.SPACE, 4 * look.SPACE)
        layout.setSpacing(0)
        words = "直接写上面这一条，或者从常见的条目开始，点一下就添加；不分条的写在最上面一行。"
        layout.addWidget(look.quiet_label(words))
        offers = [self._offer(f"first_item:{section}", "＋ 空白条目", "添加空白条目", ("",))]
        for count, title in enumerate(suggestions, start=1):
            name = f"suggested:{section}:{count}"
            offers.append(self._offer(name, f"＋ {title}", f"添加条目“{title}”", (title,)))
        if len(suggestions) > 1:
            words = f"＋ 以上{len(suggestions)}条全部添加"
            offers.append(self._offer(f"all_suggested:{section}", words, "添加所有常见的条目", suggestions))
        for offer in offers:
            layout.addWidget(offer, 0, Qt.AlignmentFlag.AlignLeft)

    def _offer(self, name: str, text: str, words: str, titles: tuple[str, ...]) -> QPushButton:
        button = QPushButton(text)
        look.named(button, name, words)
        button.setFlat(True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.wanted.emit(titles))
        return button
