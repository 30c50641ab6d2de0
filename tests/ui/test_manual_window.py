"""使用手册: F1 opens the page for where the clerk is, also from a dialog; it can be searched, turned and enlarged."""

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QListWidget, QMessageBox, QToolButton, QWidget

from models.manual import manual_pages
from tests.ui.conftest import Clerk
from ui import messages
from ui.manual_printing import put_on_paper
from ui.manual_window import ManualWindow


def manual() -> ManualWindow | None:
    """The manual, where it is open."""
    shown = (
        one for one in QApplication.topLevelWidgets() if isinstance(one, ManualWindow) and one.isVisible()
    )
    return next(shown, None)


def ask(clerk: Clerk, widget: QWidget | None) -> str:
    """Press F1 in a widget; the page and the part that is shown."""
    assert widget is not None
    widget.window().activateWindow()
    clerk.qtbot.waitUntil(widget.window().isActiveWindow)
    widget.setFocus()
    clerk.qtbot.keyClick(widget, Qt.Key.Key_F1)
    clerk.qtbot.waitUntil(lambda: manual() is not None)
    name = manual().page.name
    manual().close()
    return name


def test_f1_opens_the_page_for_where_the_clerk_is(drafting: Clerk) -> None:
    view = drafting.window.view

    assert ask(drafting, drafting.find(QWidget, "field:title")) == "writing"
    view.reveal("figures")
    assert ask(drafting, drafting.find(QWidget, "figures_table")) == "figures"
    view.show_findings()
    assert ask(drafting, drafting.find(QWidget, "findings_show")) in ("checking", "figures")
    drafting.window.show_start()
    assert ask(drafting, drafting.find(QWidget, "report_list")) == "start"


def test_a_dialog_opens_its_page_by_key_and_by_its_button(drafting: Clerk) -> None:
    drafting.click("export")
    dialog = drafting.find(QDialog, "export_dialog")

    assert ask(drafting, dialog.findChild(QWidget, "field:folder")) == "export"
    drafting.qtbot.mouseClick(dialog.findChild(QToolButton, "dialog_help"), Qt.MouseButton.LeftButton)

    assert manual().page.name == "export"
    assert manual().parentWidget() is None, "a dialog would block it"
    dialog.reject()
    manual().close()


def test_a_message_has_the_key_and_no_further_button(clerk: Clerk) -> None:
    messages.warn(clerk.window, "没有导出。")
    box = clerk.find(QMessageBox, "message")

    assert box.findChild(QToolButton, "dialog_help") is None
    assert ask(clerk, box.buttons()[0]) == "trouble"
    box.accept()


def test_every_page_can_be_read_with_its_pictures(qtbot: object) -> None:
    window = ManualWindow()
    window.show()

    for page in manual_pages():
        window.page.show_page(page.name)
        text = window.page.toPlainText()
        assert text.startswith(page.text.splitlines()[0].removeprefix("# "))
        assert text.count("\ufffc") == page.text.count("![")
        assert window.page.horizontalScrollBar().maximum() == 0, page.name
    window.close()


def test_search_leads_to_the_line(qtbot) -> None:
    window = ManualWindow()
    window.open_at("README")
    qtbot.keyClicks(window.search_field, "selfcheck")
    found = window.findChild(QListWidget, "manual_found")

    qtbot.keyClick(window.search_field, Qt.Key.Key_Return)

    assert found.count() == 1
    assert window.page.name == "trouble"
    marked = window.page.extraSelections()
    assert [one.cursor.selectedText() for one in marked] == ["selfcheck"]  # type: ignore[attr-defined]
    qtbot.keyClick(found, Qt.Key.Key_Escape)
    assert window.search_field.text() == ""
    window.close()


def test_pages_can_be_gone_back_to(qtbot) -> None:
    window = ManualWindow()
    window.open_at("README")
    window.open_at("export", "导出以后")
    assert window.page.verticalScrollBar().value() > 0

    window.findChild(QWidget, "manual_back").click()
    assert window.page.name == "README"
    window.findChild(QWidget, "manual_forward").click()
    assert window.page.name == "export"
    window.close()


def test_the_page_grows_and_shrinks_within_bounds(qtbot) -> None:
    window = ManualWindow(zoom=2)
    size = window.page.font().pointSizeF()

    window.zoom_by(100)
    largest = window.page.font().pointSizeF()
    window.zoom_by(1)

    assert largest > size
    assert window.page.font().pointSizeF() == largest
    window.close()


def test_a_page_comes_out_on_paper(qtbot, tmp_path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "手册.pdf"))

    put_on_paper("signoff", printer)

    assert (tmp_path / "手册.pdf").read_bytes().startswith(b"%PDF")
