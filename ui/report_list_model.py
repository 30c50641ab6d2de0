"""The reports there are, as rows of the start page's table."""

from models.report_list import ReportSummary
from ui.row_model import Column, RowModel
from ui.spoken_time import spoken


class ReportListModel(RowModel[ReportSummary]):
    """One row a report."""

    columns = (
        Column("年度", lambda one: str(one.year)),
        Column("单位", lambda one: one.organ),
        Column("标题", lambda one: one.title),
        Column("阶段", lambda one: str(one.stage)),
        Column("最后修改", lambda one: spoken(one.updated)),
    )

    def tip(self, row: ReportSummary, column: int) -> str:
        return row.title
