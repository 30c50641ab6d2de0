"""In the status bar the state of saving is never hidden, and what is said fits."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from models.database import _SENTENCES
from models.report import Stage
from tests.ui.conftest import Clerk
from ui.saving import shortened
from ui.settings import documents_folder
from ui.status_bar import StatusBar

FILE = Path("/home/张三/文档/非常长的一个文件夹/法治年报的数据/drafts.db")


@pytest.mark.parametrize(
    "sentence", sorted({one for one in _SENTENCES.values() if one.startswith(("草", "磁", "读"))})
)
def test_a_failure_in_short_says_what_is_wrong_and_what_to_do(sentence: str) -> None:
    whole = sentence.format(file=FILE)

    short = shortened(whole)

    assert short.split("；")[0] == whole.split("，")[0]
    assert short.split("；")[1].startswith("请")
    assert str(FILE) not in short
    assert str(FILE) in whole
    assert len(short) <= 36


def test_the_whole_sentence_of_a_failure_stands_above_the_status_bar(drafting: Clerk) -> None:
    words = drafting.find(QLabel, "saving_failed_words")
    reason = f"磁盘已满，这次没有写入，上次保存的内容都在；请清理磁盘后再试（“{FILE}”）。"

    drafting.window.saving.complain(reason)

    state = drafting.find(QLabel, "save_state")
    assert state.text() == "保存失败：磁盘已满；请清理磁盘后再试。"
    assert reason in words.text()
    assert reason in state.toolTip()
    assert words.isVisible()
    drafting.window.saving._note(drafting.window.saving._saved_at)
    assert not words.isVisible()


def test_counts_give_way_to_a_message_where_the_window_is_narrow(qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.counts.setText("全文 4,285 字　第 3 页，共 9 页，末页 10 行")
    bar.resize(400, 30)
    bar.show()
    assert bar.counts.isVisible()

    bar.showMessage("已存为版本“送局长看的”，编码 0123456789。")
    assert not bar.counts.isVisible()

    bar.clearMessage()
    assert bar.counts.isVisible()
    assert bar.currentMessage() == ""


def test_what_was_said_of_the_stage_goes_when_the_draft_is_edited_again(drafting: Clerk) -> None:
    draft = drafting.window.view.draft
    drafting.window.store.keep(drafting.window.chosen_id, Stage.REVIEW)
    drafting.window.look_for_others()
    drafting.window.tell("报告现在是送审稿；要改阶段，到“文头”的“阶段”里改。", 0)

    drafting.type(drafting.find(QLineEdit, "field:contact_name"), "王五")

    assert draft.report.stage is Stage.DRAFT
    assert drafting.window.statusBar().currentMessage() == ""


def test_where_there_is_no_folder_for_documents_files_go_to_the_clerks_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(
        "PySide6.QtCore.QStandardPaths.writableLocation",
        lambda place: str(tmp_path if "Home" in str(place) else tmp_path / "没有"),
    )

    assert documents_folder() == tmp_path
