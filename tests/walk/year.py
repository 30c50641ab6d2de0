"""What the walk knows of the year: the texts the clerk writes, the figures he fills in, where the files go."""

from dataclasses import dataclass
from pathlib import Path

from models.report import Report
from tests.walk.camera import Camera
from tests.walk.hands import Desk, Hands
from ui.main_window import MainWindow, open_window
from ui.report_view import ReportView

TEXTS = {
    "measures": "二是推行柔性执法，对轻微违法行为首违不罚。",
    "leadership": "县政府主要负责人每季度听取法治政府建设工作汇报。",
    "plan": "健全行政争议预防机制，把纠纷化解在萌芽状态。",
}
"""A sentence for each of three sections: of the first item there."""
FIGURES = {
    "fy_apply": ("行政复议申请", "180"),
    "fy_accept": ("受理行政复议案件", "165"),
    "fy_reject_in": ("不予受理行政复议申请", "14"),
    "fy_closed": ("审结行政复议案件", "150"),
    "fy_pending": ("行政复议未结案", "15"),
}
"""Indicator, its name in the table, what is typed for this year. The third does not agree with the first two."""
MENDED = ("fy_reject_in", "15")
REASON = "主要原因是基层执法力量不足，培训没有跟上。"
DOC_NUMBER, DATE, DRAFTER = "云政〔2027〕6号", "2027年2月20日", "林知秋"
SIZE = (1180, 700)


@dataclass(slots=True)
class Year:
    """A clerk's office: the window over a data folder, hands, camera, and the folder the papers go to."""

    data_dir: Path
    papers: Path
    hands: Hands
    camera: Camera
    desk: Desk
    report_id: str = ""

    @property
    def window(self) -> MainWindow:
        return self.desk.window

    @property
    def view(self) -> ReportView:
        view = self.window.view
        assert view is not None
        return view

    @property
    def report(self) -> Report:
        return self.view.draft.report

    def take(self, name: str) -> None:
        """A picture of what is on screen now."""
        self.camera.take(name, self.window)


def begin(folder: Path, hands: Hands, camera: Camera) -> Year:
    """Start the program over an empty data folder."""
    data_dir, papers = folder / "草稿", folder / "年度报告"
    papers.mkdir(parents=True)
    return Year(data_dir, papers, hands, camera, Desk(opened(data_dir), hands))


def opened(data_dir: Path) -> MainWindow:
    """The program's window on screen."""
    window = open_window(data_dir)
    window.resize(*SIZE)
    window.show()
    return window
