"""上年原文: what last year's report said in a section, to be read and copied beside this year's."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from models.compose import numbered
from models.report import Report, Section
from ui import look

_SIZE = (150 * look.SPACE, 130 * look.SPACE)


def has_last_year(report: Report, key: str) -> bool:
    """Whether last year's report had a text in this section."""
    section = _section(report, key)
    return section is not None and bool(section.paragraphs or section.items)


class LastYearDialog(QDialog):
    """Stays open beside the window; nothing in it can be changed."""

    def __init__(self, report: Report, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "last_year_dialog", "上年原文")
        section = _section(report, key)
        year = f"（{report.reference_year}年度）" if report.reference_year else ""
        self.setWindowTitle(f"上年原文{year}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._text = QPlainTextEdit("\n".join(_lines(section)) if section else "")
        look.named(self._text, "last_year_text", f"上年原文{year}")
        self._text.setReadOnly(True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._lay_out()
        self.resize(*_SIZE)

    def show_item(self, title: str) -> None:
        """Bring the item with this heading to the top, if there was one."""
        found = self._text.document().find(title) if title else QTextCursor()
        if not found.isNull():
            self._text.moveCursor(QTextCursor.MoveOperation.End)  # from below, it comes to the top
            found.movePosition(QTextCursor.MoveOperation.StartOfBlock)
            self._text.setTextCursor(found)

    def _copy(self) -> None:
        """What is selected, else everything."""
        selected = self._text.textCursor().selection().toPlainText()
        QGuiApplication.clipboard().setText(selected or self._text.toPlainText())

    def _lay_out(self) -> None:
        copy, close = QPushButton("复制"), QPushButton("关闭")
        look.named(copy, "last_year_copy", "复制")
        copy.setToolTip("复制选中的文字，没有选就复制全部")
        copy.clicked.connect(self._copy)
        look.named(close, "last_year_close", "关闭")
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(look.quiet_label("只供参考，改不了；选中的文字可以复制过去。"), 1)
        for button in (copy, close):
            button.setAutoDefault(False)
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(4 * look.SPACE,) * 4)
        layout.setSpacing(2 * look.SPACE)
        layout.addWidget(self._text, 1)
        layout.addLayout(row)


def _section(report: Report, key: str) -> Section | None:
    return next((one for one in report.reference if one.key == key), None)


def _lines(section: Section) -> Iterator[str]:
    """As on paper: a run-in heading shares its line with the first paragraph."""
    yield from filter(None, (section.title, *section.paragraphs))
    for item, _, number in numbered(section):
        heading = f"{number}{item.title}{item.mark}" if item.title else number
        first, rest = (item.paragraphs[:1], item.paragraphs[1:]) if item.run_in else ((), item.paragraphs)
        yield heading + "".join(first)
        yield from rest
