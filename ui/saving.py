"""Between the open report and the clerk: what the status bar says of saving, and what can be done while it fails."""

import re
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPushButton

from ui import background, dialogs, messages
from ui.buttons import wire
from ui.save_state import SaveState
from ui.settings import documents_folder
from ui.strip import Strip

if TYPE_CHECKING:
    from models.journal import Journal
    from models.report import Report
    from ui.draft import Draft
    from ui.main_window import MainWindow
    from ui.report_view import ReportView

_ELSEWHERE = "另存到……"
_FILTERS = ("法治年报的包 (*.fznb)", "所有文件 (*)")
_WRITTEN = "报告已另存到“{file}”，最后的改动都在里面；要用时点“报告”里的“打开带来的包”。"
_NOTED = "改动已另外记下，下次打开时可以恢复。"
_CLOSE_NOTED = "最后的改动还没有存进草稿库，现在就关闭吗？"
_FILE = re.compile(r"（“[^“”]*”）")
_CLOSE_LOST = "最后的改动没有存下来，要放弃它们并关闭吗？"


class Saving(QObject):
    """Watches the draft of the open report. The journal is where its changes lie while they cannot be saved."""

    def __init__(self, window: "MainWindow", data_dir: Path, state: SaveState) -> None:
        super().__init__(window)
        self._window, self._data_dir, self._state = window, data_dir, state
        self._view: ReportView | None = None
        self._journal: Journal | None = None
        self._uid, self._reason = "", ""
        self._elsewhere_last: Report | None = None
        self._saved_at = datetime.now().astimezone()
        self._retry, self._elsewhere = QPushButton("重试"), QPushButton(_ELSEWHERE)
        self.strip = Strip("saving_failed", "保存失败")
        window.centralWidget().layout().addWidget(self.strip)
        bar = window.statusBar()
        bar.insertWidget(0, state)
        buttons = (
            (self._retry, "retry_saving", self._try_again),
            (self._elsewhere, "save_elsewhere", self.save_elsewhere),
        )
        for at, (button, name, do) in enumerate(buttons, start=1):
            wire(button, name, do)
            button.setAutoDefault(False)
            bar.insertWidget(at, button)
            button.hide()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.commitDataRequest.connect(self.save_for_the_end)

    @property
    def is_noted(self) -> bool:
        """Whether the open report, as it is now, lies in its journal."""
        return (
            self._view is not None
            and self._journal is not None
            and self._journal.holds(self._view.draft.report)
        )

    @property
    def is_safe(self) -> bool:
        """Whether the open report could be left: it lies in its journal, or the clerk has put it elsewhere."""
        return self.is_noted or (self._view is not None and self._view.draft.report == self._elsewhere_last)

    def draft_of(self, report_id: str) -> "Draft":
        """A stored report, to be worked on; raises UnknownReportError, DamagedError."""
        from actions.recovering_unsaved import journal_for, journalling
        from ui.draft import Draft

        store = self._window.store
        stored = store.fetch(report_id)
        self._journal = journal_for(store, self._data_dir, report_id)
        self._uid = store.uid_of(report_id)
        self._saved_at = datetime.fromisoformat(stored.updated).astimezone()
        return Draft(stored, journalling(store, report_id, self._journal))

    def watch(self, view: "ReportView") -> None:
        """Say from now on how saving goes in this report, which has just been opened."""
        self._view, draft = view, view.draft
        draft.saved.connect(self._note)
        draft.save_failed.connect(self.complain)
        draft.changed.connect(self._show)
        draft.told.connect(self._window.tell)
        view.unsettled.connect(lambda: self._state.say_trouble(view.trouble))
        self._show()

    def leave(self) -> None:
        """No report is open any more."""
        self._view = self._journal = self._elsewhere_last = None
        self._offer(False)
        self._state.clear()

    def complain(self, reason: str) -> None:
        """Say why the report cannot be saved or looked at; it stays until it can."""
        self._reason = reason
        self._window.statusBar().clearMessage()
        self._state.say(f"保存失败：{shortened(reason)}", failed=True, about=f"保存失败：{reason}")
        self.strip.say(f"保存失败：{reason}")
        self._offer(True)

    def ask_to_close(self, on_yes: Callable[[], None]) -> None:
        """Ask what shall become of changes that cannot be saved: leave them, write them elsewhere, or stay."""
        is_noted = self.is_noted
        messages.ask(
            self._window,
            _CLOSE_NOTED if is_noted else _CLOSE_LOST,
            f"{self.strip.words}\n{_NOTED}" if is_noted else self.strip.words,
            "关闭" if is_noted else "放弃并关闭",
            on_yes,
            (_ELSEWHERE, self.save_elsewhere),
        )

    def save_for_the_end(self, _session: object = None) -> None:
        """The system ends the session. What cannot be saved lies in the journal then; nothing is held up."""
        self._window.flush()

    def save_elsewhere(self) -> None:
        """Ask for a file and write the report as it is in the window into it."""
        if self._view is None:
            return
        from exporters.writing import file_name

        self._view.commit()
        dialog = QFileDialog(self._window, "把这份报告另存到", str(documents_folder()))
        dialog.setObjectName("save_elsewhere_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(_FILTERS)
        dialog.setDefaultSuffix("fznb")
        dialog.selectFile(file_name(self._view.title, ".fznb"))
        dialog.fileSelected.connect(self._write_elsewhere)
        dialogs.show(dialog)

    def _write_elsewhere(self, name: str) -> None:
        if self._view is None:
            return
        from actions.packing import pack_report

        report = self._view.draft.report

        def done(file: Path) -> None:
            self._elsewhere_last = report
            messages.tell(self._window, _WRITTEN.format(file=file))

        write = partial(pack_report, report, Path(name), self._uid)
        background.run(write, done, self._window.complain, self._window)

    def _try_again(self) -> None:
        if self._view is not None:
            self._view.save()
            self._show()

    def _note(self, moment: datetime) -> None:
        self._saved_at, self._reason = moment, ""
        self._show()

    def _show(self) -> None:
        """A failure stays until a save has gone well, whatever is typed meanwhile."""
        if self._view is None or self._view.draft.is_failing:
            return
        self._offer(False)
        if self._view.draft.is_saved:
            self._state.say_saved(self._saved_at)
        else:
            self._state.say("保存中……")

    def _offer(self, is_failing: bool) -> None:
        for button in (self._retry, self._elsewhere):
            button.setVisible(is_failing)
        if not is_failing:
            self.strip.clear()
        self._window.bar.make_room()


def shortened(reason: str) -> str:
    """What is wrong and what to do, of a sentence that also says what was kept and which file it was."""
    plain = _FILE.sub("", reason)
    wrong, todo = plain.split("，")[0], plain.rpartition("；")[2]
    return f"{wrong}；{todo}" if "；" in plain and "，" in plain.split("；")[0] else plain
