"""A report's tabs beside its pages, without a store: what the preview's tests need of the window."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from actions.page_map import Area, PageMap
from models.letterhead import Letterhead
from models.quantity import Quantity
from models.report import Attachment, Figure, Item, Place, Report, Section
from models.stored import Stored
from ui.caret_place import Spot
from ui.draft import Draft
from ui.linked_text_edit import LinkedTextEdit
from ui.live_pages import LivePages
from ui.pages_view import PagesView
from ui.preview_face import PreviewFace
from ui.report_pages import ReportPages
from ui.report_tabs import ReportTabs
from ui.settings import Settings

Found = TypeVar("Found", bound=QObject)
WAIT_MS = 30_000
LONG = "全年办理行政复议案件，坚持把依法行政贯穿政府工作各方面，群众满意度持续提升。" * 6


def report() -> Report:
    """Five pages of text and a turned table."""
    measures = [Item(f"举措之{number}", (LONG, LONG)) for number in range(1, 6)]
    plan = [
        Item(f"安排之{number}", (LONG,), (Item("细目", ("下级的话。",), run_in=False),))
        for number in range(1, 4)
    ]
    return Report(
        2025,
        "county-regulation",
        letterhead=Letterhead(
            organs=("云岭县人民政府",),
            addressees=("中共某某市委",),
            doc_number="云政〔2026〕5号",
            date="2026年2月9日",
        ),
        preamble=("现将情况报告如下。",),
        sections=(
            Section("measures", "主要举措", items=tuple(measures)),
            Section("plan", "安排", items=tuple(plan)),
        ),
        figures=(Figure("fy_apply", Quantity("179"), Quantity("160")),),
        attachments=(Attachment("统计表", shows_figures=True),),
    )


class PagesDesk:
    """A clerk's tabs and pages side by side."""

    def __init__(self, qtbot: QtBot, settings: Settings) -> None:
        self.qtbot = qtbot
        self.draft = Draft(Stored(report(), 1, ""))
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.tabs = ReportTabs(self.draft)
        self.pages = ReportPages(self.tabs, settings, self.window)
        self.draft.changed.connect(lambda _keys: self.pages.follow(self.draft.report))
        row = QHBoxLayout(self.window)
        row.addWidget(self.tabs, 1)
        row.addWidget(self.face, 1)
        self.window.resize(1300, 700)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.after(lambda: self.pages.show(self.draft.report))
        qtbot.waitUntil(
            lambda: bool(self.window.findChildren(PagesView)) and self.view.page_count > 5, timeout=WAIT_MS
        )

    @property
    def face(self) -> PreviewFace:
        return self.pages.face

    @property
    def live(self) -> LivePages:
        return self.find(LivePages, "")

    @property
    def view(self) -> PagesView:
        return self.find(PagesView, "preview_pages")

    @property
    def places(self) -> PageMap:
        """The way between texts and pages in the newest layout."""
        assert self.live.newest is not None
        return self.live.newest.places

    def find(self, kind: type[Found], name: str) -> Found:
        """What has this name."""
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def area(self, place: Place, offset: int = 0) -> Area:
        """The line in which a character of a place stands."""
        found = self.places.where(place, offset)
        assert found is not None
        return found

    def top(self, page: int) -> Spot:
        """What stands first on a page."""
        found = self.places.first_on(page)
        assert found is not None
        return Spot(*found)

    def body(self, section: str, *path: int) -> LinkedTextEdit:
        """The text of an item with the caret at its start."""
        self.tabs.reveal(section, path)
        name = f"body:{section}:{'.'.join(map(str, path))}"
        body = self.find(LinkedTextEdit, name)
        self.qtbot.waitUntil(body.hasFocus)
        body.moveCursor(QTextCursor.MoveOperation.Start)
        return body

    def sees(self, place: Place) -> bool:
        """Whether the first line of a place is in view."""
        return self.view.can_be_seen(self.area(place))

    def point(self, place: Place, offset: int = 0) -> QPoint:
        """The middle of the line in which a character of a place stands, in the view."""
        return self.view.place_of(self.area(place, offset)).center().toPoint()

    def after(self, do: Callable[[], object]) -> None:
        """Do something and wait until it is laid out."""
        with self.qtbot.waitSignal(self.live.laid_out, timeout=WAIT_MS):
            do()
