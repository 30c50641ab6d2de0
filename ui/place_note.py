"""The strip above everything that says what is amiss from the start: where the drafts lie badly (read-only, on a
network, in a synced folder), and that Chinese cannot be typed."""

from pathlib import Path

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui import look


class PlaceNote(QLabel):
    """Hidden as long as there is nothing to say."""

    def __init__(self, data_dir: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "place_note", "草稿所在的位置")
        self._data_dir = data_dir
        self.setProperty("notice", True)
        self.setWordWrap(True)
        self.hide()

    def look_again(self) -> None:
        """Say how the place is now."""
        from actions.checking_window import check_input
        from actions.place_note import place_note

        typing = check_input()
        words = "\n".join(filter(None, (place_note(self._data_dir), "" if typing.ok else typing.words)))
        self.setText(words)
        self.setAccessibleDescription(words)
        self.setVisible(bool(words))

    def above(self, pages: QWidget) -> QWidget:
        """A widget with this strip on top of another."""
        both = QWidget()
        layout = QVBoxLayout(both)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self)
        layout.addWidget(pages, 1)
        return both
