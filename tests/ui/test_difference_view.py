"""Differences on screen: what was taken out is struck through, what was put in underlined, both are tinted."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QPalette, QTextCharFormat, QTextCursor
from pytestqt.qtbot import QtBot

from actions.versioning import compared
from models.report import Report, Section
from ui.difference_view import SAME, DifferenceView

OLD = Report(
    2025, "county-regulation", sections=(Section("plan", "安排", ("全年办结一百件。", "这一段没有变。")),)
)
NEW = replace(OLD, sections=(Section("plan", "安排", ("全年办结二百件。", "这一段没有变。")),))


@pytest.fixture
def view(qtbot: QtBot) -> DifferenceView:
    shown = DifferenceView("difference", "不同之处")
    qtbot.addWidget(shown)
    return shown


def shape_of(view: DifferenceView, words: str) -> QTextCharFormat:
    found = view.document().find(words)
    assert not found.isNull(), words
    cursor = QTextCursor(view.document())
    cursor.setPosition(found.selectionEnd())
    return cursor.charFormat()


def test_what_went_is_struck_through_and_what_came_underlined(view: DifferenceView) -> None:
    view.show_compared(compared(OLD, NEW))

    old, new, same = (shape_of(view, words) for words in ("一百", "二百", "件。"))
    assert (old.fontStrikeOut(), old.fontUnderline()) == (True, False)
    assert (new.fontStrikeOut(), new.fontUnderline()) == (False, True)
    assert not (same.fontStrikeOut())
    assert not (same.fontUnderline())
    assert old.background().color() != new.background().color() != same.background().color()


def test_only_changed_paragraphs_are_shown(view: DifferenceView) -> None:
    view.show_compared(compared(OLD, NEW))

    assert "这一段没有变" not in view.toPlainText()


def test_where_nothing_differs_it_says_so(view: DifferenceView) -> None:
    view.show_compared(compared(OLD, OLD))

    assert view.toPlainText() == SAME


def test_in_the_dark_the_words_stand_out_from_their_tint(view: DifferenceView) -> None:
    view.show_compared(compared(OLD, NEW))
    dark = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Base, "#1e1e1e"),
        (QPalette.ColorRole.Window, "#2b2b2b"),
        (QPalette.ColorRole.Text, "#e6e6e6"),
        (QPalette.ColorRole.WindowText, "#e6e6e6"),
    ):
        dark.setColor(role, QColor(colour))

    view.setPalette(dark)

    for words in ("一", "二"):
        shape = shape_of(view, words)
        contrast = shape.foreground().color().lightness() - shape.background().color().lightness()
        assert contrast > 120
