"""The sign 待更新 for texts outside the sections: opening words and attachments."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from models.report import Report
from ui.carried_mark import CarriedMark
from ui.draft import Draft


class DraftMark(CarriedMark):
    """A sign that reads from the draft and changes it: `waits` asks a report, `settle` gives one where it does not."""

    def __init__(
        self,
        draft: Draft,
        place: str,
        words: str,
        waits: Callable[[Report], bool],
        settle: Callable[[Report], Report],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.address(place, words)
        self._draft, self._waits = draft, waits
        self.confirmed.connect(lambda: draft.change(f"核对{words}", settle(draft.report)))
        draft.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the sign where the text waits."""
        self.setVisible(self._waits(self._draft.report))
