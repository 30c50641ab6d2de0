"""What a recovery saved and what it could not: a text to read, copy and hand on."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui import dialogs, look
from ui.settings import documents_folder

if TYPE_CHECKING:
    from actions.recovering import Recovered

_FILE = "恢复结果.txt"
_SIZE = (150 * look.SPACE, 90 * look.SPACE)


def recovered_words(recovered: "Recovered") -> str:
    """The first sentence of a recovery."""
    if recovered.how == "restored":
        return f"已从备份恢复：{recovered.reports}份报告、{recovered.versions}个版本。"
    lost = f"有{len(recovered.lost)}处没有救回来" if recovered.lost else "没有发现丢失"
    return f"已抢救出{recovered.reports}份报告、{recovered.versions}个版本，{lost}。"


class RecoveredDialog(QDialog):
    """Shows the result; `open()` it, it blocks nothing."""

    def __init__(self, recovered: "Recovered", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "recovered_dialog", "恢复结果")
        self.setWindowTitle("恢复结果")
        self._head = QLabel(recovered_words(recovered))
        self._head.setObjectName("recovered_head")
        self._head.setWordWrap(True)
        look.enlarge(self._head, 1.1, bold=True)
        self._text = QPlainTextEdit(_text(recovered))
        look.named(self._text, "recovered_text", "恢复结果")
        self._text.setReadOnly(True)
        self._text.document().setDocumentMargin(3 * look.SPACE)
        self._status = look.quiet_label("")
        self._status.setObjectName("recovered_status")
        self._status.setWordWrap(True)
        self._status.hide()
        self._lay_out()
        self.resize(*_SIZE)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._whole)
        self._say("已复制，可以粘贴到别处。")

    def _save(self) -> None:
        dialog = QFileDialog(self, "恢复结果存为", str(documents_folder() / _FILE), "文本文件 (*.txt)")
        dialog.setObjectName("recovered_file")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda name: self._write(Path(name)))
        dialogs.show(dialog)

    def _write(self, file: Path) -> None:
        try:
            file.write_text(self._whole + "\n", encoding="utf-8-sig")  # Windows' editor wants the mark
        except OSError:
            self._say(f"“{file}”写不进去，没有存；请换一个文件夹，或用“复制”。", wrong=True)
        else:
            self._say(f"已存为“{file}”。")

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self._status.setText(words)
        look.set_wrong(self._status, wrong)
        self._status.show()

    @property
    def _whole(self) -> str:
        return f"{self._head.text()}\n\n{self._text.toPlainText()}".strip()

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox()
        for name, words, do in (
            ("recovered_copy", "复制", self._copy),
            ("recovered_save", "存为……", self._save),
        ):
            button = QPushButton(words)
            look.named(button, name, words)
            button.setAutoDefault(False)
            button.clicked.connect(do)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        close = QPushButton("关闭")
        look.named(close, "recovered_close", "关闭")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.AcceptRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.PAGE_MARGIN,) * 4)
        layout.setSpacing(3 * look.SPACE)
        layout.addWidget(self._head)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._status)
        layout.addWidget(buttons)


def _text(recovered: "Recovered") -> str:
    parts = []
    if recovered.lost:
        parts.append("没有救回来的：\n" + "\n".join(f"· {one}" for one in recovered.lost))
    if recovered.notes:
        parts.append("要知道的：\n" + "\n".join(f"· {one}" for one in recovered.notes))
    if recovered.aside:
        parts.append(f"恢复以前的状态没有删除，在：\n{recovered.aside}")
    return "\n\n".join(parts) or "没有别的要说明的。"
