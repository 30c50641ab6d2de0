"""The trash as rows of a table."""

from actions.trash import Trashed
from ui.row_model import Column, RowModel
from ui.spoken_time import spoken


class TrashModel(RowModel[Trashed]):
    """One row a report."""

    columns = (
        Column("标题", lambda one: one.summary.title),
        Column("年度", lambda one: str(one.summary.year)),
        Column("单位", lambda one: one.summary.organ),
        Column("删除时间", lambda one: spoken(one.summary.updated)),
        Column("版本", lambda one: f"{one.versions}个" if one.versions >= 0 else "读不出"),
    )

    def tip(self, row: Trashed, column: int) -> str:
        return row.summary.title
