"""预览: the PDF's own pages, following the text, turned over and enlarged as one likes."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QSpinBox, QToolButton
from pytestqt.qtbot import QtBot

from models.errors import UserError
from tests.the_sample import sample_report
from tests.ui.conftest import Clerk
from ui.pages_view import LARGEST, Fit, PagesView
from ui.preview import Preview, pdf_of


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return pdf_of(sample_report())


@pytest.fixture
def preview(qtbot: QtBot, pdf: bytes) -> Preview:
    """The sample's pages in a window of their own."""
    preview = Preview()
    qtbot.addWidget(preview)
    preview.resize(600, 700)
    preview.show()
    with qtbot.waitSignal(preview.shown, timeout=30000):
        preview.show_pdf(lambda: pdf)
    return preview


def view(preview: Preview) -> PagesView:
    found = preview.findChild(PagesView, "preview_pages")
    assert found is not None
    return found


def press(preview: Preview, name: str) -> None:
    preview.findChild(QToolButton, name).click()


def test_the_preview_shows_every_page_and_follows_changes(clerk: Clerk) -> None:
    clerk.click("open_sample")
    clerk.click("preview")
    preview = clerk.find(Preview, "preview_content")
    clerk.qtbot.waitUntil(lambda: preview.page_count > 1, timeout=30000)

    with clerk.qtbot.waitSignal(preview.shown, timeout=30000):
        clerk.type(clerk.find(QLineEdit, "field:notes"), "此件依申请公开")

    assert preview.page_count > 1


def test_one_sees_which_page_of_how_many(preview: Preview) -> None:
    box = preview.findChild(QSpinBox, "preview_page")
    assert box.text() == f"1 / {preview.page_count} 页"

    press(preview, "preview_next")
    assert box.text() == f"2 / {preview.page_count} 页"

    box.setValue(preview.page_count)
    assert preview.page == preview.page_count
    press(preview, "preview_next")
    assert preview.page == preview.page_count

    press(preview, "preview_previous")
    assert preview.page == preview.page_count - 1


@pytest.mark.parametrize("size", ["preview_fit_page", "preview_fit_width", "preview_larger"])
def test_a_page_is_gone_to_exactly_in_every_size(preview: Preview, size: str) -> None:
    preview.findChild(QSpinBox, "preview_page").setValue(7)

    press(preview, size)

    assert preview.page == 7
    press(preview, "preview_previous")
    press(preview, "preview_next")
    assert preview.page == 7


def test_a_whole_page_or_its_whole_width_can_be_seen(preview: Preview) -> None:
    pages = view(preview)
    shown = preview.findChild(QLabel, "preview_zoom")
    wide = pages.zoom

    press(preview, "preview_fit_page")
    assert pages.fit is Fit.PAGE
    assert pages.zoom < wide
    assert shown.text() == f"{pages.zoom:.0%}"

    press(preview, "preview_fit_width")
    assert pages.zoom == wide
    assert pages.horizontalScrollBar().maximum() == 0


def test_the_wheel_with_control_enlarges_what_is_under_it(preview: Preview) -> None:
    pages = view(preview)
    before, place = pages.zoom, QPointF(200, 300)
    under = pages.verticalScrollBar().value() + place.y()

    QApplication.sendEvent(pages.viewport(), wheel(pages, place, 120))

    assert pages.zoom == pytest.approx(before * 1.1)
    now = pages.verticalScrollBar().value() + place.y()
    assert now == pytest.approx(under * 1.1, abs=6)
    QApplication.sendEvent(pages.viewport(), wheel(pages, place, -120))
    assert pages.zoom == pytest.approx(before)


def test_there_is_a_largest_size(preview: Preview) -> None:
    for _ in range(30):
        press(preview, "preview_larger")

    assert view(preview).zoom == LARGEST


def wheel(pages: PagesView, place: QPointF, turn: int) -> QWheelEvent:
    return QWheelEvent(
        place,
        pages.mapToGlobal(place),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


@pytest.mark.parametrize("enlarged", [False, True])
def test_new_pages_stand_where_the_old_ones_were(
    qtbot: QtBot, preview: Preview, pdf: bytes, enlarged: bool
) -> None:
    if enlarged:
        press(preview, "preview_larger")
        press(preview, "preview_larger")
        view(preview).horizontalScrollBar().setValue(40)
    down, across = view(preview).verticalScrollBar(), view(preview).horizontalScrollBar()
    down.setValue(1700)
    before = (down.value(), across.value(), view(preview).zoom, preview.page)

    with qtbot.waitSignal(preview.shown, timeout=30000):
        preview.show_pdf(lambda: pdf)

    assert (down.value(), across.value(), view(preview).zoom, preview.page) == before
    assert before[0] == 1700


def test_pages_that_cannot_be_made_are_said_in_words(qtbot: QtBot, preview: Preview) -> None:
    def fail() -> bytes:
        raise UserError("字体文件读不出来，没有排版；请重新安装。")

    preview.show_pdf(fail)

    note = preview.findChild(QLabel, "preview_note")
    qtbot.waitUntil(note.isVisible)
    assert note.text() == "字体文件读不出来，没有排版；请重新安装。"
    assert not preview.findChild(QToolButton, "preview_next").isEnabled()


def test_pages_are_sharp_at_every_size(qtbot: QtBot, preview: Preview) -> None:
    """At four times the size there are strokes of pure black; blown up from a small picture, they would be grey."""
    pages = view(preview)
    for _ in range(8):
        press(preview, "preview_larger")
    pages.go_to(2)

    def darkest() -> int:
        picture = pages.viewport().grab().toImage()
        return min(
            picture.pixelColor(x, y).lightness()
            for x in range(0, picture.width(), 2)
            for y in range(0, picture.height(), 2)
        )

    qtbot.waitUntil(lambda: darkest() < 8, timeout=20000)
