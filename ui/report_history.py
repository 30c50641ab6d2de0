"""The open report's history in the window: its versions shown, one named, one restored, one opened as a new report."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from models.errors import UserError
from models.report import Report
from models.version import Occasion, Version
from ui import background, dialogs, messages
from ui.draft import Draft
from ui.name_version_dialog import NameVersionDialog
from ui.settings import Settings
from ui.signed_since import SignedSince
from ui.spoken_time import spoken
from ui.stored_draft import StoredDraft

_UNSAVED = "最后的改动还没有存下来，没有存版本；请按状态栏所说处理后再试。"


class ReportHistory(QObject):
    """Opens its dialogs over `room`; `flush` saves and says whether all is saved.

    `signed_since` is the chip for the heading. Signals: `told(str)` how it went; `report_wanted(str, int)`: another
    report is to be opened, and its version of this number shown (0 for none); `copied(str)`: what was opened is a
    new report, in words.
    """

    told = Signal(str)
    report_wanted = Signal(str, int)
    copied = Signal(str)

    def __init__(
        self,
        draft: Draft,
        stored: StoredDraft,
        settings: Settings,
        flush: Callable[[], bool],
        room: QWidget,
    ) -> None:
        super().__init__(room)
        self._room, self._draft, self._stored = room, draft, stored
        self._settings, self._flush = settings, flush
        self.signed_since = SignedSince(draft, stored, room)
        self.signed_since.clicked.connect(lambda: self.show_versions(self.signed_since.number))
        self.signed_since.count()

    def show_versions(self, number: int = 0) -> None:
        """List the versions, one of them chosen by its number and compared with the present state."""
        from ui.versions_dialog import VersionsDialog

        self._flush()
        dialog = VersionsDialog(self._draft, self._stored, self._settings, number, self._room)
        dialog.restore_wanted.connect(lambda version: self._restore(version, dialog.accept))
        dialog.copy_wanted.connect(lambda version: self._copy(version, dialog.accept))
        dialog.naming_wanted.connect(lambda: self._ask_name(dialog, dialog.reload))
        dialog.paper_wanted.connect(lambda at, of: self._leave_for(at, of, dialog.accept))
        dialogs.show(dialog)

    def name_version(self) -> None:
        """Keep the present state as a version, asking what it shall be called."""
        self._ask_name(self._room, lambda _number: None)

    def retire(self) -> None:
        """The report has been left."""
        self.signed_since.retire()

    def _ask_name(self, over: QWidget, on_kept: Callable[[int], None]) -> None:
        if not self._flush():
            messages.warn(over, _UNSAVED)
            return
        dialog = NameVersionDialog(over)
        dialog.accepted.connect(lambda: self._keep(dialog.answer, over, on_kept))
        dialogs.show(dialog)

    def _keep(self, name: str, over: QWidget, on_kept: Callable[[int], None]) -> None:
        store, report_id = self._stored.store, self._stored.report_id

        def done(version: Version) -> None:
            self.told.emit(f"已存为版本“{version.label}”，编码 {version.short_hash}。")
            on_kept(version.number)

        background.run(
            lambda: store.keep(report_id, Occasion.NAMED, name),
            done,
            lambda error: messages.warn(over, str(error)),
            over,
        )

    def _restore(self, wanted: Version, close: Callable[[], None]) -> None:
        """The present state becomes a version, then the wanted one takes its place as a step that can be undone."""
        from actions.versioning import keep_before_restoring

        present, (store, report_id) = self._draft.report, (self._stored.store, self._stored.report_id)

        def work() -> tuple[Report, Version]:
            report = store.load_version(report_id, wanted.number)
            return report, keep_before_restoring(store, report_id, present)

        def done(found: tuple[Report, Version]) -> None:
            report, kept = found
            close()
            self._draft.restore(f"恢复到{wanted.label}", report)
            self.told.emit(
                f"已恢复到{wanted.label}；原来的内容在版本“{kept.label}”里，按 Ctrl+Z 也可以撤销。"
            )

        self._run(work, done)

    def _copy(self, wanted: Version, close: Callable[[], None]) -> None:
        from actions.versioning import as_new_report

        store, report_id = self._stored.store, self._stored.report_id
        self._run(
            lambda: as_new_report(store, report_id, wanted.number),
            lambda new_id: self._open_copy(new_id, wanted, close),
        )

    def _open_copy(self, report_id: str, of: Version, close: Callable[[], None]) -> None:
        told = f"这是新的一份报告（编号{report_id}），取自{spoken(of.time)}的“{of.label}”；原来的没有动。"
        self._leave_for(report_id, 0, close)
        self.copied.emit(told)

    def _leave_for(self, report_id: str, number: int, close: Callable[[], None]) -> None:
        close()
        self.report_wanted.emit(report_id, number)

    def _run(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        def complain(error: UserError) -> None:
            messages.warn(self._room, str(error))

        background.run(work, done, complain, self)
