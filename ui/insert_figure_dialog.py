"""插入数字: choose the figure a sentence is to show."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from actions.figure_entries import faces
from actions.linking import prospect
from models.indicator import Indicator, catalogue
from models.linked_text import Link
from models.report import Report
from ui import look
from ui.dialog_layout import answers
from ui.fields import ChoiceField
from ui.figures_model import used_indicators
from ui.plain_line import PlainLine

_ID = Qt.ItemDataRole.UserRole
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class InsertFigureDialog(QDialog):
    """The report's figures first, then the whole catalogue. `open()` it.

    Signals: `chosen(Link)`; `new_wanted(str)` an indicator of the report's own is to be made, named like the words
    looked for.
    """

    chosen = Signal(object)
    new_wanted = Signal(str)

    def __init__(self, report: Report, number: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "insert_figure_dialog", "插入数字")
        self.setWindowTitle("插入数字")
        self._report, self._number = report, number
        self._words = PlainLine()
        look.named(self._words, "insert_figure_filter", "查找指标")
        self._words.setPlaceholderText("查找指标，如：复议")
        self._list = QListWidget()
        look.named(self._list, "insert_figure_list", "指标")
        self._face = ChoiceField()
        look.named(self._face, "insert_figure_face", "插入哪一个数")
        self._note = look.quiet_label("")
        self._note.setWordWrap(True)
        look.named(self._note, "insert_figure_note", "说明")
        self._new = QPushButton("新建指标并链接……")
        look.named(self._new, "insert_figure_new", "新建指标并链接")
        self._ok = self._lay_out()
        self._fill()
        self._wire()
        self._look_for("")

    @property
    def link(self) -> Link | None:
        """What would be put in."""
        if self._list.currentRow() < 0:
            return None
        key, face = self._list.currentItem().data(_ID), self._face.currentData()
        return Link(f"{key}.{face}" if face else key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search field the arrows move through the list."""
        if watched is self._words and isinstance(event, QKeyEvent) and event.key() in _LIST_KEYS:
            if event.type() == QEvent.Type.KeyPress:
                QApplication.sendEvent(self._list, event)
            return event.type() == QEvent.Type.KeyPress
        return super().eventFilter(watched, event)

    def accept(self) -> None:
        """Say what was chosen."""
        link = self.link
        if link is not None and self._ok.isEnabled():
            super().accept()
            self.chosen.emit(link)

    def _fill(self) -> None:
        for key in dict.fromkeys([*used_indicators(self._report), *catalogue()]):
            indicator = self._report.indicator(key)
            if indicator is not None:
                item = QListWidgetItem(self._row(indicator))
                item.setData(_ID, key)
                self._list.addItem(item)

    def _row(self, indicator: Indicator) -> str:
        value = self._report.figure(indicator.id).value
        if value is None:
            return f"{indicator.name}（{indicator.unit}）"
        unit = "" if value.surface.endswith(indicator.unit) or value.percent else indicator.unit
        return f"{indicator.name}　{value.surface}{unit}"

    def _look_for(self, text: str) -> None:
        items = [self._list.item(row) for row in range(self._list.count())]
        for item in items:
            item.setHidden(not self._fits(item.data(_ID), text.split()))
        self._list.setCurrentRow(next((row for row, item in enumerate(items) if not item.isHidden()), -1))
        self._show_faces()

    def _show_faces(self) -> None:
        """What can be shown of the chosen indicator; what was chosen of another stays chosen."""
        item = self._list.currentItem() if self._list.currentRow() >= 0 else None
        indicator = self._report.indicator(item.data(_ID)) if item else None
        wanted = self._face.currentData()
        self._face.blockSignals(True)
        self._face.clear()
        for face, words in faces(self._report, indicator) if indicator else ():
            self._face.addItem(words, face)
        self._face.setCurrentIndex(max(0, self._face.findData(wanted)))
        self._face.setEnabled(self._face.count() > 1)
        self._face.blockSignals(False)
        self._show_prospect()

    def _fits(self, key: str, words: list[str]) -> bool:
        indicator = self._report.indicator(key)
        known = "\n".join((key, indicator.name, *indicator.aliases)) if indicator else key
        return all(word in known for word in words)

    def _show_prospect(self) -> None:
        link = self.link
        if link is None:
            self._note.setText("没有这样的指标；可以新建一个。" if self._words.text().strip() else "")
        else:
            told = prospect(self._report, link, self._number)
            self._note.setText(told.words)
            look.set_wrong(self._note, told.figure is None)
        self._ok.setEnabled(
            link is not None and prospect(self._report, link, self._number).figure is not None
        )

    def _wire(self) -> None:
        self._words.installEventFilter(self)
        self._words.textChanged.connect(self._look_for)
        self._list.currentItemChanged.connect(self._show_faces)
        self._list.itemDoubleClicked.connect(self.accept)
        self._face.currentIndexChanged.connect(self._show_prospect)
        self._new.clicked.connect(lambda: self.new_wanted.emit(self._words.text().strip()))

    def _lay_out(self) -> QPushButton:
        buttons, put_in = answers(self, "插入")
        buttons.addButton(self._new, QDialogButtonBox.ButtonRole.ActionRole)
        self._new.setAutoDefault(False)
        layout = QVBoxLayout(self)
        for widget in (self._words, self._list, self._face, self._note, buttons):
            layout.addWidget(widget)
        layout.setStretch(1, 1)
        self.resize(110 * look.SPACE, 110 * look.SPACE)
        return put_in
