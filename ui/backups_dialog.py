"""数据备份: the backups there are and what is in them, making one, bringing one back, taking one report out."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHeaderView, QTableView, QWidget

from actions.backup_contents import BrokenBackupError, Contents, contents
from actions.backup_state import Listed, listed_backups
from actions.progress import StoppedError
from models.backup import Reason
from models.errors import UserError
from ui import background, dialogs, look, messages
from ui.backup_clock import BackupClock
from ui.backup_words import newest_words, second_words
from ui.backups_frame import BackupsFrame
from ui.backups_model import BackupsModel
from ui.declared_settings import BACKUP_FOLDER
from ui.recovering import Recovering
from ui.settings import Settings, documents_folder, second_backup_folder
from ui.spoken_time import spoken
from ui.tables import choose_rows, dress_table, set_widths

if TYPE_CHECKING:
    from models.store import Store

_KEPT = "现在的状态会先备份一份，随时可以换回来；开着的报告会先存好、关上。"


class BackupsDialog(QDialog):
    """Shows the backups; `open()` it, it blocks nothing.

    Signals: `changed(str)` a report was added, with its id.
    """

    changed = Signal(str)

    def __init__(
        self,
        settings: Settings,
        clock: BackupClock,
        recovering: Recovering,
        store: Callable[[], "Store"],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        look.named(self, "backups_dialog", "数据备份")
        self.setWindowTitle("数据备份")
        self._settings, self._clock, self._recovering, self._open_store = settings, clock, recovering, store
        self._model = BackupsModel(self)
        self._table = self._make_table()
        self._frame = BackupsFrame(self._table)
        self._work = ""
        self._looked_at: Path | None = None
        self._frame.fill(self)
        self._wire()
        self._refresh()
        self._table.setFocus()

    def reject(self) -> None:
        """Close; while something is being backed up elsewhere, brought back or taken out, stop that first."""
        if self._work:
            self._frame.progress.stop()
        else:
            super().reject()

    def _wire(self) -> None:
        frame = self._frame
        for button, do in (
            (frame.now, lambda: self._clock.make(Reason.ASKED, self._frame.progress.tell)),
            (frame.to_file, self._choose_target),
            (frame.second, self._choose_second),
            (frame.no_second, lambda: self._set_second("")),
            (frame.from_file, self._choose_file),
            (frame.take, self._take),
            (frame.restore, self._ask_for_chosen),
            (frame.close, self.reject),
        ):
            button.clicked.connect(lambda _checked=False, do=do: do())
        self._table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._look())
        frame.contents.chosen_changed.connect(self._judge)
        self._clock.changed.connect(self._note_backup)
        self._clock.stopped.connect(self._end)
        frame.progress.stop_wanted.connect(self._clock.stop)
        self._clock.second_seen.connect(self._refresh)

    # --- what there is

    def _refresh(self, name: str = "") -> None:
        chosen = name or (self._chosen.backup.file.name if self._chosen else "")
        second, today = second_backup_folder(self._settings), datetime.now().astimezone().date()
        state = self._clock.refresh()
        self._frame.newest.setText(newest_words(state, today))
        self._frame.second_words.setText(second_words(state, second, self._clock.copied, today))
        self._frame.no_second.setVisible(second is not None)
        self._model.show(listed_backups(self._settings.data_dir, state.there))
        if self._model.rowCount():
            row = self._model.row_of(lambda one: one.backup.file.name == chosen)
            self._table.setCurrentIndex(self._model.index(row or 0, 0))
        self._look()

    @property
    def _chosen(self) -> Listed | None:
        return self._model.at(self._table.currentIndex())

    def _look(self) -> None:
        """Look into the chosen backup beside the window."""
        chosen = self._chosen
        self._looked_at = file = chosen.backup.file if chosen else None
        self._frame.contents.clear(is_looking=file is not None)
        if file is None:
            return

        def show(found: Contents) -> None:
            if self._looked_at == file:
                self._frame.contents.show_contents(found)

        def complain(error: UserError) -> None:
            if self._looked_at == file:
                self._frame.contents.show_error(error)

        background.run(partial(contents, self._settings.data_dir, file), show, complain, self)

    def _judge(self) -> None:
        frame, is_busy = self._frame, bool(self._work) or self._clock.is_busy
        frame.show_work(self._work or ("正在备份……" if self._clock.is_busy else ""))
        known = frame.contents.contents is not None
        for button in (frame.now, frame.to_file, frame.second, frame.no_second, frame.from_file):
            button.setDisabled(is_busy)
        frame.take.setEnabled(not is_busy and frame.contents.chosen is not None)
        frame.restore.setEnabled(not is_busy and known)
        frame.close.setDisabled(bool(self._work))

    # --- making backups

    def _note_backup(self) -> None:
        if self._clock.is_busy:
            self._frame.status.say("")
            self._judge()
            return
        note = self._clock.state.note
        self._frame.status.say(self._clock.trouble or note or "已备份。", wrong=bool(self._clock.trouble))
        newest = self._clock.state.newest
        self._refresh(newest.file.name if newest else "")

    def _choose_target(self) -> None:
        name = f"法治年报备份-{datetime.now():%Y%m%d-%H%M%S}.db"
        dialog = QFileDialog(self, "备份到哪个文件", str(documents_folder() / name), "数据备份 (*.db)")
        dialog.setObjectName("backup_target")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("db")
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # a taken name is refused
        dialog.fileSelected.connect(self._back_up_to)
        dialogs.show(dialog)

    def _back_up_to(self, name: str) -> None:
        from actions.backing_up import back_up_to

        work = partial(back_up_to, self._settings.data_dir, Path(name), tell=self._frame.progress.tell)
        self._begin("正在备份……", work, lambda file: self._end(f"已备份到“{file}”，验证无误。"))

    def _choose_second(self) -> None:
        last = second_backup_folder(self._settings)
        dialog = QFileDialog(self, "第二处放在哪个文件夹", str(last or documents_folder()))
        dialog.setObjectName("backup_folder")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._set_second)
        dialogs.show(dialog)

    def _set_second(self, folder: str) -> None:
        self._settings.set(BACKUP_FOLDER, folder)
        self._refresh()
        if folder:
            self._clock.make(Reason.ASKED)  # the newest is there from now on

    # --- bringing back

    def _take(self) -> None:
        from actions.recovering import take_report

        chosen, held = self._chosen, self._frame.contents.chosen
        if chosen is None or held is None:
            return
        summary, file, tell = held.summary, chosen.backup.file, self._frame.progress.tell

        def done(report_id: str) -> None:
            self.changed.emit(report_id)
            self._end(
                f"《{summary.title}》连同版本已取出，作为一份新报告（编号{report_id}），在“全部报告”里已选中；"
                "原有的没有动。"
            )

        self._begin("正在取出……", partial(take_report, file, summary.id, self._open_store(), tell), done)

    def _ask_for_chosen(self) -> None:
        chosen, found = self._chosen, self._frame.contents.contents
        if chosen is not None and found is not None:
            time = spoken(chosen.backup.time)
            self._ask(chosen.backup.file, f"要把全部草稿换成 {time} 的备份吗？", found.warning)

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, "从哪个文件恢复", str(documents_folder()))
        dialog.setObjectName("backup_source")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(["数据备份和草稿库 (*.db)", "所有文件 (*)"])
        dialog.fileSelected.connect(lambda name: self._look_into(Path(name)))
        dialogs.show(dialog)

    def _look_into(self, file: Path) -> None:
        """Ask before a file is brought back, saying what it holds; a damaged one can be salvaged."""

        def ask(found: Contents) -> None:
            self._end("")
            self._ask(file, f"要把全部草稿换成“{file.name}”里的吗？", found.warning)

        def offer(error: UserError) -> None:
            if not isinstance(error, BrokenBackupError):
                self._complain(error)
                return
            self._end("")
            self._ask(file, f"要抢救“{file.name}”，用救出来的换掉全部草稿吗？", str(error))

        self._begin("正在查看文件……", partial(contents, self._settings.data_dir, file), ask, offer)

    def _ask(self, file: Path, question: str, warning: str) -> None:
        messages.ask(self, question, f"{warning}\n{_KEPT}", "整库恢复", partial(self._restore, file))

    def _restore(self, file: Path) -> None:
        self._work = "正在恢复……"
        self._judge()
        self._recovering.recover(file, self._close_after, self._complain, self._frame.progress.tell)

    def _close_after(self) -> None:
        self._work = ""
        self.accept()

    # --- work beside the window

    def _begin(
        self,
        words: str,
        work: Callable[[], object],
        done: Callable[..., None],
        failed: Callable[[UserError], None] | None = None,
    ) -> None:
        self._work = words
        self._frame.status.say("")
        self._judge()
        background.run(work, done, failed or self._complain, self)

    def _end(self, words: str, *, wrong: bool = False) -> None:
        self._work = ""
        self._frame.status.say(words, wrong=wrong)
        self._refresh()

    def _complain(self, error: UserError) -> None:
        self._end(str(error), wrong=not isinstance(error, StoppedError))

    def _make_table(self) -> QTableView:
        table = QTableView()
        dress_table(table, "backup_list", "数据备份")
        choose_rows(table)
        table.setModel(self._model)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_widths(table, (12, 5, 5, 6))
        table.horizontalHeader().setMinimumSectionSize(16 * look.SPACE)
        table.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        return table
