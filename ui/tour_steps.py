"""入门导览: the five steps, each with what it says, beside which widget, and what has to be on screen for it.

No step writes anything: whatever is shown is shown of the sample.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.report_view import ReportView


class Side(Enum):
    """On which side of its widget a callout would best stand."""

    BELOW = "below"
    LEFT = "left"
    RIGHT = "right"
    CORNER = "corner"


@dataclass(frozen=True, slots=True)
class TourStep:
    """`target` is the object name of the widget it stands beside; `show` brings that on screen in the open sample,
    None where the step is on the start page."""

    title: str
    words: str
    target: str
    side: Side
    show: Callable[["ReportView"], object] | None = None


STEPS = (
    TourStep(
        "一　打开示例",
        "示例是一份写好的县政府报告，可以随意改，不影响您自己的报告。点“下一步”或直接点这里打开它。",
        "open_sample",
        Side.BELOW,
    ),
    TourStep(
        "二　写正文与数字",
        "左边是条目，中间写正文，写了就自动保存。带底色的数字连着“数据”页：数字只在那里填一次，"
        "正文、附件里的跟着变。",
        "items:measures",
        Side.RIGHT,
        lambda view: view.reveal("measures", (1,)),
    ),
    TourStep(
        "三　校对",
        "点“校对”（F7）检查全文：规定的内容全不全、数字对不对得上、上年的字句改了没有；不查错别字。"
        "双击一条就到那一处，能直接改的下面有“改为”。示例里留了一处。",
        "findings_panel",
        Side.LEFT,
        lambda view: view.show_findings(),
    ),
    TourStep(
        "四　预览",
        "点“预览”（F5）看打印出来的样子，边写边变。点纸上的一句话，就到写它的地方。",
        "preview_face",
        Side.LEFT,
        lambda view: view.show_preview(),
    ),
    TourStep(
        "五　签批导出",
        "写好了点“签批”，写出发文稿纸和送审稿；领导改定后点“导出”，得到 Word、PDF、Excel。"
        "随时按 F1，打开讲这一页的手册。",
        "signoff",
        Side.BELOW,
        lambda view: view.late_pages.focus_current(),
    ),
)

OFFER = TourStep(
    "第一次用？",
    "跟着示例走五步，大约三分钟，看看一份报告怎么写成。以后在“帮助”菜单的“入门导览”里也能打开。",
    "",
    Side.CORNER,
)


def bring_up(step: TourStep, window: "MainWindow") -> bool:
    """Show what a step is about; whether that was possible.

    For a step on the start page the open report is saved and left; where it cannot be saved it stays.
    """
    if step.show is None:
        window.show_start()
        return window.view is None
    if window.view is None:
        return False
    step.show(window.view)
    return True
