"""The status bar says how many pages there are and on which the clerk is."""

import pytest
from PySide6.QtCore import QThread
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QLineEdit

from actions.laying_out import LaidOut, Typesetter
from actions.paging import Paging, TextPage
from exporters.profile import Profile
from models.length import Lengths, lengths
from models.quantity import Quantity
from models.report import Figure, Place, Report
from tests.ui.conftest import Clerk
from ui.caret_place import Spot
from ui.declared_settings import LONGEST
from ui.linked_text_edit import LinkedTextEdit
from ui.page_counter import length_words, paging_words

FULL, LAST = TextPage(1, 22, 0), TextPage(2, 15, 7)


def test_the_words_say_where_one_is() -> None:
    found = Paging(2, (FULL, LAST), ())

    assert paging_words(found, None) == "2 页，末页 15 行"
    assert paging_words(found, FULL) == "第 1 页，共 2 页，末页 15 行"
    assert paging_words(found, LAST) == "第 2 页，共 2 页，本页余 7 行"


def test_attachments_and_imprint_are_counted_besides() -> None:
    assert paging_words(Paging(5, (FULL, LAST), ()), None) == "2 页，末页 15 行（连附件、版记 5 页）"


def counts(clerk: Clerk) -> str:
    return clerk.find(QLabel, "counts").text()


def wait_for(clerk: Clerk, words: str) -> None:
    clerk.qtbot.waitUntil(lambda: words in counts(clerk), timeout=30000)


def test_the_pages_follow_what_is_written(drafting: Clerk) -> None:
    wait_for(drafting, "共 1 页，本页余 ")

    drafting.type(drafting.find(LinkedTextEdit, "field:preamble"), "全年办理复议案件。" * 200)

    wait_for(drafting, "共 4 页，")
    assert "字" in counts(drafting)


def test_the_page_of_the_caret_is_said_while_a_text_is_edited(clerk: Clerk) -> None:
    clerk.click("open_sample")
    wait_for(clerk, "页，末页 ")
    clerk.window.activateWindow()
    clerk.qtbot.waitUntil(clerk.window.isActiveWindow)
    clerk.window.view.reveal("preamble")
    text = clerk.find(LinkedTextEdit, "field:preamble")
    clerk.qtbot.waitUntil(text.hasFocus)
    wait_for(clerk, "第 1 页，共 ")

    clerk.window.view.reveal("plan", (5,))
    body = clerk.find(LinkedTextEdit, "body:plan:5")
    clerk.qtbot.waitUntil(body.hasFocus)
    body.moveCursor(QTextCursor.MoveOperation.End)
    wait_for(clerk, "第 8 页，共 ")

    clerk.window.view.reveal("printed_by")  # stands on the last page of all, which is no page of the text
    clerk.qtbot.waitUntil(clerk.find(QLineEdit, "field:printed_by").hasFocus)
    assert "第 " not in counts(clerk)


def test_what_the_clerk_is_in_is_counted_from_the_inside_outwards(clerk: Clerk) -> None:
    clerk.click("open_sample")
    wait_for(clerk, "末页 ")
    report = clerk.window.view.draft.report
    clerk.window.view.reveal("plan", (5,))
    clerk.find(LinkedTextEdit, "body:plan:5").setFocus()
    found = lengths(report)
    item, section = found.items["plan", (5,)], found.sections["plan"]

    wait_for(clerk, f"本条 {item:,} 字 · 本部分 {section:,} · 全文 {found.whole:,} / 5,000 · 第")


def test_the_length_counts_what_is_printed(clerk: Clerk) -> None:
    clerk.click("open_sample")
    wait_for(clerk, "末页 ")
    draft = clerk.window.view.draft
    before = lengths(draft.report).whole

    draft.change("修改数据", draft.report.with_figure(Figure("fy_apply", Quantity.parse("约1.79万"))))

    now = lengths(draft.report).whole
    assert now != before
    wait_for(clerk, f"全文 {now:,}")


def test_a_limit_is_said_where_there_is_one() -> None:
    found = Lengths(5120, {"plan": 300}, {})

    assert length_words(found, None) == "全文 5,120 字"
    assert length_words(found, None, 6000) == "全文 5,120 / 6,000 字"
    assert (
        length_words(found, Spot(Place("plan", (), 0), 0), 5000)
        == "本部分 300 · 全文 5,120 / 5,000，超 120 字"
    )


def test_the_usual_limit_holds_until_the_office_has_its_own(clerk: Clerk) -> None:
    clerk.click("open_sample")
    wait_for(clerk, " / 5,000")

    clerk.window.preferences._settings.set(LONGEST, "3500")

    wait_for(clerk, " / 3,500，超 ")


def test_the_page_stays_said_while_words_are_typed(clerk: Clerk) -> None:
    clerk.click("open_sample")
    wait_for(clerk, "末页 ")
    clerk.window.activateWindow()
    clerk.qtbot.waitUntil(clerk.window.isActiveWindow)
    clerk.window.view.reveal("preamble")
    text = clerk.find(LinkedTextEdit, "field:preamble")
    clerk.qtbot.waitUntil(text.hasFocus)
    wait_for(clerk, "第 1 页，共 ")

    clerk.qtbot.keyClicks(text, "abc")

    assert "第 1 页，共 " in counts(clerk)


def test_pages_are_counted_on_another_thread(drafting: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[QThread] = []
    lay_out = Typesetter.lay_out

    def watched(typesetter: Typesetter, report: Report, rules: Profile) -> LaidOut:
        threads.append(QThread.currentThread())
        return lay_out(typesetter, report, rules)

    monkeypatch.setattr(Typesetter, "lay_out", watched)
    drafting.type(drafting.find(QLineEdit, "field:notes"), "此件依申请公开")

    drafting.qtbot.waitUntil(lambda: bool(threads), timeout=30000)

    assert QThread.currentThread() not in threads


def test_a_report_that_was_left_says_nothing_more(drafting: Clerk) -> None:
    wait_for(drafting, " 页，")

    drafting.window.show_start()

    assert counts(drafting) == ""
