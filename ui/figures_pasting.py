"""What becomes of a text pasted into the table of figures: amounts by name, one for many cells, or a block."""

from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtWidgets import QWidget

from actions.pasting import Pasted, names_indicators, pasted
from ui import dialogs
from ui.draft import Draft
from ui.figures_block import cells_of
from ui.figures_filling import repeated
from ui.figures_model import FiguresModel
from ui.figures_paste_dialog import PasteDialog
from ui.figures_rows import FiguresRows
from ui.figures_table import FiguresTable


class FiguresPasting(QObject):
    """Signals: `refused(str)` the sentence why nothing was pasted, empty when something was."""

    refused = Signal(str)

    def __init__(self, draft: Draft, model: FiguresModel, table: FiguresTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._draft, self._model, self._table, self._parent = draft, model, table, parent

    def paste(self, start: QModelIndex, text: str) -> None:
        """Fill in a copied text from a cell on; one amount goes into every chosen cell, a block of names asks first."""
        if not text.strip():
            return
        block, chosen = cells_of(text), self._table.chosen_cells()
        if names_indicators(self._draft.report, block):
            self._paste_by_name(pasted(self._draft.report, block))
        elif len(chosen) > 1 and len(block) == len(block[0]) == 1:
            rows = self._rows
            cells = sorted((rows.model_row(cell.row()), cell.column()) for cell in chosen)
            self._model.fill_cells(cells, block[0][0])
        else:
            self._paste_block(start, block, chosen)

    def _paste_block(self, start: QModelIndex, block: list[list[str]], chosen: list[QModelIndex]) -> None:
        """As spreadsheets do: repeated where it goes evenly into the chosen cells, else beyond them where it must."""
        if len(chosen) > 1:
            height, width = (
                len(set(those)) for those in zip(*((c.row(), c.column()) for c in chosen), strict=True)
            )
            block = repeated(block, height, width)
        below = (self._rows.model_row(row) for row in range(start.row(), self._rows.rowCount()))
        self._model.fill_block([row for row in below if row >= 0], start.column(), block)

    def _paste_by_name(self, found: Pasted) -> None:
        dialog = PasteDialog(found, self._parent)
        before = self._draft.report

        def take() -> None:
            if self._draft.report is not before:
                self.refused.emit("数据在确认之前又变了，没有粘贴；请再粘贴一次。")
                return
            self.refused.emit("")
            self._draft.change(f"按名称粘贴 {len(found.amounts)} 个数", found.report)

        dialog.accepted.connect(take)
        dialogs.show(dialog)

    @property
    def _rows(self) -> FiguresRows:
        rows = self._table.model()
        assert isinstance(rows, FiguresRows)
        return rows
