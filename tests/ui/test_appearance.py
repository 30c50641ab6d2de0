"""What is chosen in 外观 is seen at once, and the paper keeps its 28 characters in a line."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QColor, QFontMetricsF, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Clerk
from tests.ui.looks import dressed, usual_afterwards
from ui import colours, icons, look
from ui.appearance import Appearance
from ui.colours import Ground
from ui.declared_settings import CONTRAST, PAPER_ZOOM, SCHEME, TEXT_SIZE
from ui.growing_text import LINE_OF_PAPER, GrowingText
from ui.linked_text_edit import LinkedTextEdit
from ui.paper import Paper
from ui.section_sheet import SectionSheet
from ui.setting import YES
from ui.settings import Settings

Dressed = tuple[Settings, Appearance, QApplication]


@pytest.fixture
def worn(tmp_path: Path, qapp: QApplication) -> Iterator[Dressed]:
    with dressed(tmp_path) as made:
        yield made


@pytest.fixture
def writing(drafting: Clerk) -> Iterator[Clerk]:
    """A clerk in a section, whose looks are put back afterwards."""
    with usual_afterwards(drafting.window.preferences._settings):
        drafting.window.view.show_tab(1)
        yield drafting


def zoom(clerk: Clerk) -> int:
    return clerk.window.preferences._settings.number(PAPER_ZOOM)


def turned(over: QWidget, held: Qt.KeyboardModifier) -> bool:
    """Turn the wheel by a notch over a widget alone: what a test sends goes no further. Whether it was taken."""
    place, none = QPointF(over.rect().center()), Qt.MouseButton.NoButton
    above = QPointF(over.mapToGlobal(place.toPoint()))
    event = QWheelEvent(
        place, above, QPoint(), QPoint(0, 120), none, held, Qt.ScrollPhase.NoScrollPhase, False
    )
    return QApplication.sendEvent(over, event) and event.isAccepted()


def test_light_dark_and_stark_are_worn_at_once_and_the_systems_again(worn: Dressed) -> None:
    settings, _appearance, app = worn
    usual = app.palette()

    settings.set(SCHEME, "dark")
    assert colours.ground(app.palette()) is Ground.DARK
    assert app.styleSheet() == look.style_sheet(app.palette())
    settings.set(CONTRAST, YES)
    assert colours.ground(app.palette()) is Ground.STARK
    settings.set(CONTRAST, CONTRAST.default)
    settings.set(SCHEME, "light")
    assert colours.ground(app.palette()) is Ground.LIGHT

    settings.set(SCHEME, "")
    assert app.palette() == usual


def test_icons_turn_light_with_the_palette(worn: Dressed, qtbot: QtBot) -> None:
    settings, _appearance, _app = worn
    button = QPushButton("查找")
    qtbot.addWidget(button)
    icons.wear(button, "find")

    settings.set(SCHEME, "dark")

    assert brightest(button).lightness() > 200


def brightest(button: QPushButton) -> QColor:
    drawn = button.icon().pixmap(48, 48).toImage()
    inks = [drawn.pixelColor(x, y) for x in range(48) for y in range(48)]
    return max((ink for ink in inks if ink.alpha() > 250), key=QColor.lightness)


def test_all_texts_of_the_window_grow_together_and_shrink_back(worn: Dressed, qtbot: QtBot) -> None:
    settings, _appearance, app = worn
    room = QWidget()
    qtbot.addWidget(room)
    labels = [QLabel("平常", room), look.quiet_label("说明", room), QLabel("标题", room)]
    look.enlarge(labels[2], 1.5)
    room.show()
    before = [label.font().pointSizeF() for label in labels]

    settings.set(TEXT_SIZE, "150")
    assert [label.font().pointSizeF() for label in labels] == pytest.approx([1.5 * size for size in before])

    settings.set(TEXT_SIZE, "100")
    assert [label.font().pointSizeF() for label in labels] == pytest.approx(before)
    assert app.font().pointSizeF() == pytest.approx(before[0])


@pytest.mark.parametrize("percent", ["80", "140"])
def test_a_line_of_the_paper_has_28_characters_in_every_size(writing: Clerk, percent: str) -> None:
    writing.window.preferences._settings.set(PAPER_ZOOM, percent)

    body = first_body(writing)
    paper = body.parentWidget()
    while not isinstance(paper, Paper):
        paper = paper.parentWidget()

    character = QFontMetricsF(body.font()).horizontalAdvance("国")
    assert body.paper_width() == pytest.approx(LINE_OF_PAPER * character, abs=15)
    spare = paper.maximumWidth() - body.paper_width()
    assert 0 < spare < 100
    assert 2 * character == pytest.approx(body.document().begin().blockFormat().textIndent())


def opening(clerk: Clerk) -> LinkedTextEdit:
    return clerk.window.view._tabs.currentWidget().findChild(SectionSheet).opening


def first_body(clerk: Clerk) -> GrowingText:
    return next(
        one for one in clerk.window.findChildren(LinkedTextEdit) if one.objectName().startswith("body:")
    )


def test_the_wheel_with_ctrl_shows_the_paper_larger_and_without_it_does_not(writing: Clerk) -> None:
    body = opening(writing)
    before = body.font().pointSizeF()
    above: list[QWidget] = [body.viewport()]
    while above[-1] is not writing.window.view:
        above.append(cast("QWidget", above[-1].parentWidget()))

    assert not turned(body.viewport(), Qt.KeyboardModifier.NoModifier)
    assert not turned(writing.window.view, Qt.KeyboardModifier.NoModifier)
    assert zoom(writing) == 100
    taken = [widget for widget in above if turned(widget, Qt.KeyboardModifier.ControlModifier)]

    assert taken == [writing.window.view]
    assert zoom(writing) == 110
    assert body.font().pointSizeF() == pytest.approx(1.1 * before)


def test_keys_zoom_within_bounds_and_back(writing: Clerk) -> None:
    def choose(name: str, times: int = 1) -> None:
        for _ in range(times):
            writing.find(QAction, f"action:{name}").trigger()

    keys = {
        name: writing.find(QAction, f"action:{name}").shortcut()
        for name in ("larger", "smaller", "usual_size")
    }
    assert [key.toString() for key in keys.values()] == ["Ctrl+=", "Ctrl+-", "Ctrl+0"]

    choose("larger", 12)
    assert zoom(writing) == PAPER_ZOOM.most
    choose("smaller", 20)
    assert zoom(writing) == PAPER_ZOOM.least
    choose("usual_size")
    assert zoom(writing) == 100


def test_the_zoom_is_still_there_the_next_day(writing: Clerk) -> None:
    writing.window.preferences._settings.set(PAPER_ZOOM, "150")
    size = first_body(writing).font().pointSizeF()

    writing.reopen()

    assert first_body(writing).font().pointSizeF() == pytest.approx(size)


def test_the_fields_of_forms_are_no_paper(writing: Clerk) -> None:
    title = writing.window.findChild(GrowingText, "field:title")
    before = title.font().pointSizeF()

    writing.window.preferences._settings.set(PAPER_ZOOM, "200")

    assert title.font().pointSizeF() == before
