"""What a section shows below its cards while it has no text: how to begin, and the usual items to begin with."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from models.editing import is_blank
from models.report import Section
from ui import look


class SectionHint(QWidget):
    """Signals: `wanted(tuple[str, ...])` the headings of items to add, "" for none."""

    wanted = Signal(object)

    def __init__(self, section: str, suggestions: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"hint:{section}")
        self._left: tuple[str, ...] = suggestions
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(look.SPACE, 2 * look.SPACE, look.SPACE, 4 * look.SPACE)
        layout.setSpacing(0)
        words = "直接写上面这一条，或者从常见的条目开始，点一下就添加；不分条的写在最上面一行。"
        self._words = look.quiet_label(words)
        layout.addWidget(self._words)
        self._first = self._offer(f"first_item:{section}", "＋ 空白条目", "添加空白条目")
        self._first.clicked.connect(lambda: self.wanted.emit(("",)))
        self._offers = {
            title: self._offer(f"suggested:{section}:{count}", f"＋ {title}", f"添加条目“{title}”")
            for count, title in enumerate(suggestions, start=1)
        }
        for title, offer in self._offers.items():
            offer.clicked.connect(lambda _checked=False, title=title: self.wanted.emit((title,)))
        self._all = self._offer(f"all_suggested:{section}", "", "添加所有常见的条目")
        self._all.clicked.connect(lambda: self.wanted.emit(self._left))

    def fit(self, section: Section) -> None:
        """Offer what the section still needs: everything while it has no text, one line where it is not divided."""
        used = {item.title for item in section.items}
        is_empty = not section.paragraphs and all(map(is_blank, section.items))
        self._left = tuple(title for title in self._offers if title not in used) if is_empty else ()
        self._words.setVisible(is_empty and not section.items)
        self._first.setText("＋ 空白条目" if is_empty else "＋ 添加条目")
        for title, offer in self._offers.items():
            offer.setVisible(title in self._left)
        self._all.setText(f"＋ 以上{len(self._left)}条全部添加")
        self._all.setVisible(len(self._left) > 1)
        self.setVisible(not section.items or bool(self._left))

    def _offer(self, name: str, text: str, words: str) -> QPushButton:
        button = QPushButton(text)
        look.named(button, name, words)
        button.setFlat(True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button
