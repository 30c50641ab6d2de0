"""指引: what belongs here, and examples that can be taken."""

import pytest
from PySide6.QtWidgets import QTextEdit

from tests.ui.conftest import WIDE, Clerk
from ui.line_to_take import ADD, TAKE
from ui.lines_to_take import LinesToTake
from ui.side_pane import GUIDANCE, SidePane


@pytest.fixture
def guided(drafting: Clerk) -> Clerk:
    """A clerk with a new report and its guidance open."""
    drafting.resize(WIDE)
    drafting.find(SidePane, "side_pane").show_face(GUIDANCE)
    return drafting


def words(clerk: Clerk) -> str:
    return "\n".join(one.words for one in clerk.find(LinesToTake, "guidance_text").lines)


def numbers(clerk: Clerk, sign: str) -> list[int]:
    lines = clerk.find(LinesToTake, "guidance_text").lines
    return [number for number, one in enumerate(lines) if one.sign == sign]


def test_it_follows_from_part_to_part(guided: Clerk) -> None:
    view = guided.window.view
    assert view is not None
    view.reveal("plan", ())
    assert "下一年准备办的几件实事" in words(guided)

    view.reveal("letterhead")
    assert "7.2.5" in words(guided)

    view.reveal("figures")
    assert "上年数" in words(guided)


def test_a_suggested_item_is_added_and_then_has_no_sign(guided: Clerk) -> None:
    view = guided.window.view
    assert view is not None
    view.reveal("plan", ())
    before = len(numbers(guided, ADD))

    guided.find(LinesToTake, "guidance_text").taken.emit(numbers(guided, ADD)[0])

    section = view.draft.report.section("plan")
    assert section is not None
    assert [item.title for item in section.items] == ["抓好领导干部这个关键"]
    assert len(numbers(guided, ADD)) == before - 1


def test_an_example_goes_into_the_text_with_its_figures(guided: Clerk) -> None:
    view = guided.window.view
    assert view is not None
    view.reveal("measures", (1,))

    guided.find(LinesToTake, "guidance_text").taken.emit(numbers(guided, TAKE)[0])

    section = view.draft.report.section("measures")
    assert section is not None
    assert "{{aj_count}}" in section.items[0].paragraphs[0]
    assert "〔评查行政执法案卷〕" in guided.find(QTextEdit, "body:measures:1").toPlainText()
    assert view.draft.undo_words == "放入例句"
