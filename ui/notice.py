"""One sentence in the status bar with something to press beside it. It stays until it no longer holds."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui import look

Choice = tuple[str, str, Callable[[], object]]
"""A button: its object name, its word, what it does."""


class Notice(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "notice", "提示")
        self._words = QLabel()
        self._words.setObjectName("notice_words")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(3 * look.SPACE)
        self._row.addWidget(self._words)
        self._buttons: list[QPushButton] = []
        self.hide()

    @property
    def words(self) -> str:
        """What is being said."""
        return self._words.text()

    def say(self, words: str, *choices: Choice) -> None:
        """Say something, with what can be done about it."""
        self.clear()
        self._words.setText(words)
        for name, word, do in choices:
            button = QPushButton(word)
            look.named(button, name, word)
            look.make_link(button)
            button.clicked.connect(lambda _checked=False, do=do: do())
            self._row.addWidget(button)
            self._buttons.append(button)
        self.show()

    def clear(self) -> None:
        """Nothing to say any more."""
        self._words.clear()
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.setObjectName("")
            button.deleteLater()  # it may be the one that was pressed
        self._buttons.clear()
        self.hide()
