"""Runs of words within a text are judged one by one, with everything that is laid over them."""

import pytest
from PySide6.QtGui import QColor, QPalette, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QListWidget, QTextEdit
from pytestqt.qtbot import QtBot

from tests.fit import tints
from ui.colours import Ground, palette_for

PALE = "#c8c8c8"


@pytest.fixture
def edit(qtbot: QtBot) -> QTextEdit:
    edit = QTextEdit()
    edit.setPalette(palette_for(Ground.LIGHT))
    edit.setPlainText("申请179件，审结179件。")
    qtbot.addWidget(edit)
    edit.show()
    return edit


def number(edit: QTextEdit) -> QTextCursor:
    """The first number, selected."""
    cursor = QTextCursor(edit.document())
    cursor.setPosition(2)
    cursor.setPosition(5, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def mark(edit: QTextEdit, **colours: str) -> QTextEdit.ExtraSelection:
    """An extra selection over the first number."""
    selection = QTextEdit.ExtraSelection()
    form = QTextCharFormat()
    for name, colour in colours.items():
        getattr(form, f"set{name}")(QColor(colour))
    selection.cursor, selection.format = number(edit), form  # type: ignore[attr-defined]
    return selection


def test_a_plain_text_has_no_fault(edit: QTextEdit) -> None:
    assert tints.faults(edit) == []


def test_a_pale_run_among_strong_words_is_named(edit: QTextEdit) -> None:
    pale = QTextCharFormat()
    pale.setForeground(QColor(PALE))
    number(edit).mergeCharFormat(pale)

    (fault,) = tints.faults(edit)

    assert "“179”" in fault
    assert PALE in fault


def test_a_mark_too_dark_for_the_words_on_it_is_named(edit: QTextEdit) -> None:
    edit.setExtraSelections([mark(edit, Background="#404040")])

    assert ["“179”" in fault for fault in tints.faults(edit)] == [True]


def test_a_mark_with_an_ink_of_its_own_is_judged_by_that(edit: QTextEdit) -> None:
    edit.setExtraSelections([mark(edit, Background="#404040", Foreground="#ffffff")])

    assert tints.faults(edit) == []


def test_an_address_is_written_in_the_palettes_own_colour() -> None:
    document, address = QTextDocument("看这里"), QTextCharFormat()
    address.setAnchor(True)
    cursor = QTextCursor(document)
    cursor.setPosition(1)
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(address)
    palette = palette_for(Ground.LIGHT)
    palette.setColor(QPalette.ColorRole.Link, QColor(PALE))

    runs = list(tints.document_runs(document, palette, QPalette.ColorRole.Window, []))

    assert [words for words, ink, _behind in runs if ink == QColor(PALE)] == ["这里"]


def test_a_cell_that_its_model_writes_too_pale_is_named(qtbot: QtBot) -> None:
    cells = QListWidget()
    cells.setPalette(palette_for(Ground.LIGHT))
    cells.addItems(["清楚", "太淡"])
    cells.item(1).setForeground(QColor(PALE))
    qtbot.addWidget(cells)
    cells.show()

    assert ["太淡" in fault for fault in tints.faults(cells)] == [True]
