"""签批: freezes the report as 送审稿 and writes the papers that lie on the desk of whoever signs it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QPushButton,
    QWidget,
)

from actions.progress import StoppedError, Tell
from models.errors import UserError
from models.report import Report
from models.signoff_sheet import Drafting
from ui import background, dialogs, look
from ui.buttons import wire
from ui.dialog_layout import fields, foot, pile
from ui.fields import LineField
from ui.file_results import FileResults
from ui.folder_row import FolderRow
from ui.page_setup import page_setup
from ui.preflight import PreflightLabel
from ui.rules_off import rules_off
from ui.settings import DEPARTMENT, DRAFTER, EXPORT_FOLDER, SIGNOFF_FOLDER, Settings, documents_folder
from ui.work_bar import WorkBar

if TYPE_CHECKING:
    from actions.signing import SignedOff
    from exporters.profile import Profile
    from models.store import Store

_ABOUT = (
    "把现在的内容存为送审稿，写出发文稿纸（签字栏留空）、送审稿、校对报告、数据表和合订的一份 PDF。"
    "纸上印着第几稿和内容编码；报告还可以接着改，改过再签批就是新的一稿。"
)
_MEANWHILE = "另一处刚改了 {words}，已经取进来，还没有签批；请看过以后再点一次。"

Sign = Callable[[Path, Drafting, "Profile", Tell, frozenset[str]], "SignedOff"]
"""Freezes the stored report and writes its papers into a folder, without asking some rules; runs on any thread."""


def signer(store: "Store", report_id: str) -> Sign:
    """Signs a stored report off."""
    from actions.signing import sign_off

    return partial(sign_off, store, report_id)


class SignoffDialog(QDialog):
    """Signs a report off; `open()` it, it blocks nothing. `report` is what the store holds, `trouble` what was
    refused and is not in it, `note` something to know beforehand. `catch_up` shows in the window what others have
    stored meanwhile, and says what: nothing is signed then that nobody has seen.

    Signals: `signed()`: the stored report has become a 送审稿.
    """

    signed = Signal()

    def __init__(
        self,
        report: Report,
        sign: Sign,
        settings: Settings,
        parent: QWidget | None = None,
        *,
        trouble: str = "",
        note: str = "",
        catch_up: Callable[[], str] = str,
    ) -> None:
        super().__init__(parent)
        look.named(self, "signoff_dialog", "签批")
        self.setWindowTitle("签批")
        self._sign, self._settings = sign, settings
        self._joined: Path | None = None
        self._trouble, self._catch_up = trouble, catch_up
        self._drafter = _line("drafter", "拟稿人", settings.get(DRAFTER) or report.letterhead.contact_name)
        self._department = _line("department", "拟稿单位", settings.get(DEPARTMENT))
        self._folder = FolderRow(
            "signoff_folder",
            "签批材料的文件夹",
            "签批材料写到哪个文件夹",
            settings.get(SIGNOFF_FOLDER) or settings.get(EXPORT_FOLDER) or str(documents_folder()),
        )
        self._folder.changed.connect(self._judge_folder)
        self._status = look.quiet_label("")
        self._status.setWordWrap(True)
        self._status.setObjectName("signoff_status")
        self._bar = WorkBar("signoff", "写签批材料")
        self._bar.told.connect(lambda words: self._say(words, wrong=False))
        self._results = FileResults("signoff_results")
        self._results.hide()
        self._start, self._print, self._close = (
            QPushButton(words) for words in ("存为送审稿并写出材料", "打印全部……", "关闭")
        )
        self._name_buttons()
        self._lay_out(report)
        self._say(note, wrong=False)
        self._judge()

    def reject(self) -> None:
        """Close; while papers are being written, stop that first."""
        if self._bar.is_working:
            self._bar.stop()
        else:
            super().reject()

    @property
    def is_signed(self) -> bool:
        """Whether the report has become a 送审稿 here."""
        return self._joined is not None

    def _judge_folder(self) -> None:
        self._say(self._folder.complaint, wrong=False)
        self._judge()

    def _judge(self) -> None:
        is_idle = not self._bar.is_working
        self._start.setEnabled(is_idle and not self._folder.complaint)
        for row in (self._drafter, self._department, self._folder):
            row.setEnabled(is_idle)
        self._print.setEnabled(is_idle)
        self._close.setEnabled(is_idle)

    def _begin(self) -> None:
        folder = self._folder.folder
        if folder is None:
            return
        if others := self._catch_up():
            self._say(_MEANWHILE.format(words=others), wrong=True)
            return
        drafting = Drafting(self._drafter.text().strip(), self._department.text().strip())
        self._settings.set(DRAFTER, drafting.drafter)
        self._settings.set(DEPARTMENT, drafting.department)
        self._bar.begin()
        self._judge()
        sign, setup, tell = self._sign, page_setup(self._settings), self._bar.tell
        off = rules_off(self._settings)

        def work() -> "SignedOff":
            return sign(folder, drafting, setup.rules(), tell, off)

        background.run(work, self._finish, self._complain, self)

    def _finish(self, signed: "SignedOff") -> None:
        self._bar.end()
        self._joined = signed.files[-1]
        self._settings.set(SIGNOFF_FOLDER, str(self._joined.parent))
        self._results.add(signed.files)
        self._results.show()
        self._print.show()
        look.make_main(self._start, False)
        look.make_main(self._print)
        self._say("\n".join((_outcome(signed), *signed.notes)), wrong=False)
        self._judge()
        self._print.setDefault(True)  # Return shall not write a second pack
        self._print.setFocus()
        self.adjustSize()
        self.signed.emit()

    def _complain(self, error: UserError) -> None:
        self._bar.end()
        self._say(f"{error}没有存成送审稿，报告和阶段都没有变。", wrong=not isinstance(error, StoppedError))
        self._judge()
        self._start.setFocus()

    def _print_all(self) -> None:
        """The joined paper, sheet on top."""
        from ui.print_dialog import PrintDialog

        if self._joined is not None:
            dialogs.show(PrintDialog(partial(_read, self._joined), self._settings, self))

    def _say(self, sentence: str, *, wrong: bool) -> None:
        self._status.setText(sentence)
        look.set_wrong(self._status, wrong)

    def _name_buttons(self) -> None:
        for button, name, do in (
            (self._start, "signoff_start", self._begin),
            (self._print, "signoff_print", self._print_all),
            (self._close, "signoff_close", self.reject),
        ):
            wire(button, name, do)

    def _lay_out(self, report: Report) -> None:
        checked = PreflightLabel(report, self._trouble, rules_off(self._settings))
        checked.shown.connect(lambda: QTimer.singleShot(0, self, lambda: dialogs.fit(self)))
        form = fields(
            (
                ("检查", checked),
                ("拟稿人", self._drafter),
                ("拟稿单位", self._department),
                ("存到", self._folder),
            )
        )
        after = (self._status, self._bar, self._results, foot(self._close, self._start, self._print))
        pile(self, (look.quiet_label(_ABOUT), form, *after), 150 * look.SPACE)


def _outcome(signed: "SignedOff") -> str:
    version = signed.version
    kept = (
        f"已存为{version.trace}"
        if signed.is_new
        else f"内容没有变，仍是第{version.ordinal}稿（{version.trace}）"
    )
    return f"{kept}，写好 {len(signed.files)} 个文件。"


def _line(name: str, words: str, text: str) -> LineField:
    line = LineField()
    look.named(line, f"field:{name}", words)
    line.setText(text)
    line.setPlaceholderText("不填就留空，在纸上手写")
    line.setMinimumHeight(7 * look.SPACE)
    return line


def _read(file: Path) -> bytes:
    """Raises UserError where the paper has gone meanwhile."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise UserError(f"“{file.name}”读不出来，没有打印；请看看它还在不在，或重新签批。") from error
