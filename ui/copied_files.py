"""Files that were copied instead of words: where they lie is nothing to be printed."""

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QWidget

from ui import messages

_NO_WORDS = (
    "复制的是文件，不是文字，没有粘贴，原来的内容没有改动。"
    "要用文件里的文字，请打开文件再复制；要读进一份报告，请用“报告”菜单里的“导入 Word/文本”。"
)


def are_refused(data: QMimeData, field: QWidget) -> bool:
    """Whether these are files, which the field's window then says it does not take for words."""
    are_files = any(url.isLocalFile() for url in data.urls())
    if are_files:
        messages.tell(field.window(), _NO_WORDS)
    return are_files
