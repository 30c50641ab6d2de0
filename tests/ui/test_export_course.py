"""导出 from its beginning to its end: what is said before, what is locked meanwhile, where Return leads after."""

from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QRadioButton,
    QTabWidget,
    QWidget,
)

from actions import exporting
from exporters import EXPORTERS
from tests.ui.conftest import Clerk
from tests.ui.hands import Hands
from tests.ui.leaving_desk import LeavingDesk
from ui import file_manager

LOW_SCREEN = 700
"""What a screen of 1366 × 768 leaves between the window's title and the bar below."""


@pytest.fixture
def dialog(leaving: LeavingDesk) -> QDialog:
    return leaving.export()


def choose(dialog: QDialog, *formats: str) -> None:
    for one in EXPORTERS:
        dialog.findChild(QCheckBox, f"field:format_{one.key}").setChecked(one.key in formats)


def set_folder(dialog: QDialog, folder: str) -> None:
    dialog.findChild(QLineEdit, "field:folder").setText(folder)


def button(dialog: QDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert found is not None, name
    return found


def results(dialog: QDialog) -> QListWidget:
    found = dialog.findChild(QListWidget, "export_results")
    assert found is not None
    return found


def status(dialog: QDialog) -> str:
    return dialog.findChild(QLabel, "export_status").text()


def export(clerk: Hands, dialog: QDialog) -> None:
    count = results(dialog).count()
    button(dialog, "export_start").click()
    clerk.qtbot.waitUntil(lambda: results(dialog).count() > count, timeout=30000)


class Held:
    """An export that waits until it is let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._go = Event()
        real = exporting.export_report

        def wait(*args: object, **kwargs: object) -> object:
            self._go.wait(30)
            return real(*args, **kwargs)  # type: ignore[arg-type]

        monkeypatch.setattr(exporting, "export_report", wait)

    def release(self) -> None:
        self._go.set()


def test_a_second_export_shows_its_files_and_paints_nothing_over_the_layout(
    leaving: LeavingDesk, dialog: QDialog, tmp_path: Path
) -> None:
    choose(dialog, "pdf")
    set_folder(dialog, str(tmp_path))
    export(leaving, dialog)
    outcome = dialog.findChild(QTabWidget, "export_outcome")
    outcome.setCurrentIndex(1)

    export(leaving, dialog)

    assert outcome.currentIndex() == 0
    assert not outcome.widget(1).isVisible()
    assert results(dialog).isVisible()
    assert results(dialog).currentRow() == 0
    assert "（2）" in results(dialog).item(0).text()


def test_return_after_an_export_opens_the_file_and_exports_nothing(
    leaving: LeavingDesk, dialog: QDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(file_manager, "open_place", opened.append)
    choose(dialog, "txt")
    set_folder(dialog, str(tmp_path))
    export(leaving, dialog)
    assert dialog.focusWidget() is results(dialog)

    QTest.keyClick(results(dialog), Qt.Key.Key_Return)

    assert opened == list(tmp_path.glob("*.txt"))
    assert button(dialog, "export_start").isEnabled()  # nothing is being exported
    assert dialog.isVisible()


def test_return_on_the_button_to_close_closes(leaving: LeavingDesk, dialog: QDialog) -> None:
    close = button(dialog, "export_close")
    close.setFocus()

    QTest.keyClick(close, Qt.Key.Key_Return)

    assert leaving.window.findChild(QDialog, "export_dialog") is None


def test_an_export_under_way_is_not_changed_and_escape_stops_it_first(
    leaving: LeavingDesk, dialog: QDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(monkeypatch)
    choose(dialog, "txt")
    set_folder(dialog, str(tmp_path / "导出"))
    button(dialog, "export_start").click()
    assert not button(dialog, "export_close").isEnabled()
    assert not dialog.findChild(QRadioButton, "field:public").isEnabled()
    assert not dialog.findChild(QLineEdit, "field:folder").isEnabled()
    assert button(dialog, "export_stop").isVisible()

    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert dialog.isVisible()
    assert status(dialog) == "正在停止……"
    held.release()
    leaving.qtbot.waitUntil(lambda: "已停下，什么也没有写入" in status(dialog), timeout=30000)
    assert not (tmp_path / "导出").exists()
    assert leaving.store.versions(leaving.report_id) == ()
    assert dialog.findChild(QRadioButton, "field:public").isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert leaving.window.findChild(QDialog, "export_dialog") is None


def test_it_is_said_why_nothing_can_be_exported(dialog: QDialog, tmp_path: Path) -> None:
    set_folder(dialog, str(tmp_path))
    choose(dialog)
    assert "还没有选格式" in status(dialog)

    choose(dialog, "txt")
    assert status(dialog) == ""

    set_folder(dialog, "")
    assert "还没有填写文件夹" in status(dialog)

    set_folder(dialog, "材料/年报")
    assert "“材料/年报”不是完整的路径" in status(dialog)
    assert not button(dialog, "export_start").isEnabled()


def test_a_folder_that_did_not_work_is_not_remembered(
    leaving: LeavingDesk, dialog: QDialog, tmp_path: Path
) -> None:
    before = dialog.findChild(QLineEdit, "field:folder").text()
    file = tmp_path / "不是文件夹"
    file.touch()
    set_folder(dialog, str(file))
    button(dialog, "export_start").click()
    leaving.qtbot.waitUntil(lambda: "不是文件夹”不是文件夹" in status(dialog), timeout=30000)
    dialog.close()

    again = leaving.export()
    assert again.findChild(QLineEdit, "field:folder").text() == before


def write(clerk: Hands, *paragraphs: str) -> None:
    draft = clerk.draft
    draft.change("写", replace(draft.report, preamble=paragraphs))


def test_after_an_accepted_public_version_the_first_choice_is_to_close(
    leaving: LeavingDesk, tmp_path: Path
) -> None:
    write(leaving, "请拨打13800138000。")
    dialog = leaving.export()
    dialog.findChild(QRadioButton, "field:public").click()
    choose(dialog, "txt")
    set_folder(dialog, str(tmp_path))
    close = button(dialog, "export_close")
    assert close.text() == "返回修改"

    export(leaving, dialog)

    assert close.text() == "关闭"
    assert close.isDefault()
    choose(dialog, "txt", "xlsx")
    assert close.text() == "返回修改"


def test_the_dialog_fits_a_low_screen_and_no_words_cover_others(leaving: LeavingDesk, tmp_path: Path) -> None:
    write(leaving, *(f"电话1381234567{number}。" for number in range(9)), "😀𠮷龘")
    dialog = leaving.export()
    dialog.findChild(QRadioButton, "field:public").click()
    missing = dialog.findChild(QLabel, "preflight_missing")
    leaving.qtbot.waitUntil(missing.isVisible, timeout=30000)
    set_folder(dialog, str(tmp_path))
    export(leaving, dialog)
    assert dialog.findChild(QListWidget, "disclosure_list").count() == 9

    assert dialog.minimumSizeHint().height() <= LOW_SCREEN
    dialog.resize(dialog.width(), LOW_SCREEN)
    leaving.qtbot.waitUntil(lambda: dialog.height() == LOW_SCREEN)

    assert covered(dialog) == []
    assert [label.text() for label in labels(dialog) if label.height() < needed(label)] == []


def labels(room: QWidget) -> list[QLabel]:
    return [label for label in room.findChildren(QLabel) if label.isVisible() and label.text()]


def needed(label: QLabel) -> int:
    return label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()


def covered(dialog: QDialog) -> list[tuple[str, str]]:
    found = labels(dialog)
    return [
        (one.text(), other.text())
        for number, one in enumerate(found)
        for other in found[number + 1 :]
        if one.parent() is other.parent() and one.geometry().intersects(other.geometry())
    ]


@pytest.mark.parametrize(
    ("way", "words"), [("export", "preflight"), ("signoff", "preflight"), ("print", "print_status")]
)
def test_a_refused_text_is_named_before_anything_goes_out(drafting: Clerk, way: str, words: str) -> None:
    year = drafting.find(QLineEdit, "field:year")
    year.setFocus()
    drafting.type(year, "20")

    drafting.click(way)

    said = drafting.find(QDialog, f"{way}_dialog").findChild(QLabel, words)
    assert "“年度”填得不对，没有保存，这次用的还是原来的内容" in said.text()
    assert said.property("wrong")


def test_fonts_that_stand_in_do_not_look_like_a_choice(leaving: LeavingDesk, dialog: QDialog) -> None:
    fonts = dialog.findChild(QLabel, "preflight_fonts")
    leaving.qtbot.waitUntil(lambda: "仿宋：" in fonts.text(), timeout=30000)

    assert "○" not in fonts.text()


def test_the_text_file_and_the_fonts_folder_are_called_what_they_are(dialog: QDialog) -> None:
    assert dialog.findChild(QCheckBox, "field:format_txt").text() == "纯文本（.txt）"
    assert "字体文件夹" in [label.text() for label in labels(dialog)]
