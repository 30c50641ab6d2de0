"""The backups there are, as rows of a table."""

from actions.backup_state import Listed
from ui.backup_words import size_words
from ui.row_model import Column, RowModel
from ui.spoken_time import spoken


class BackupsModel(RowModel[Listed]):
    """One row a backup."""

    columns = (
        Column("时间", lambda one: spoken(one.backup.time)),
        Column("原因", lambda one: one.backup.reason),
        Column("大小", lambda one: size_words(one.backup.size)),
        Column("在哪里", lambda one: one.place),
    )

    def tip(self, row: Listed, column: int) -> str:
        return str(row.backup.file)
