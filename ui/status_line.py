"""One sentence about what is going on or came of something, gone while there is nothing to say."""

from PySide6.QtWidgets import QLabel, QWidget

from ui import look


class StatusLine(QLabel):
    """`name` is its object name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWordWrap(True)
        self.hide()

    def say(self, words: str, *, wrong: bool = False) -> None:
        """Show some words, in the colour of mistakes where something is wrong; "" for none."""
        self.setText(words)
        look.set_wrong(self, wrong)
        self.setVisible(bool(words))
