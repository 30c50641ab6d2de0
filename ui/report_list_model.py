"""The reports there are, as rows of the start page's table."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from models.report_list import ReportSummary
from ui.row_model import Column, RowModel
from ui.spoken_time import spoken


class ReportListModel(RowModel[ReportSummary]):
    """One row a report; copies, which have title, organ and year in common, are told apart by their numbers."""

    columns = (
        Column("年度", lambda one: str(one.year)),
        Column("单位", lambda one: one.organ),
        Column("标题", lambda one: one.title),
        Column("阶段", lambda one: str(one.stage)),
        Column("最后修改", lambda one: spoken(one.updated)),
    )

    def tip(self, row: ReportSummary, column: int) -> str:
        return f"{row.title}\n编号{row.id}"

    def show(self, rows: Sequence[ReportSummary]) -> None:
        named = Counter(map(_name, rows))
        super().show(
            [
                replace(one, title=f"{one.title}（编号{one.id}）") if named[_name(one)] > 1 else one
                for one in rows
            ]
        )


def _name(summary: ReportSummary) -> tuple[str, str, int]:
    """What a clerk tells reports apart by."""
    return summary.title, summary.organ, summary.year
